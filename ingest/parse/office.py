"""A file of a legacy format into a docx or xlsx by way of LibreOffice, bounded and offline."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ingest.errors import ReadError, UnreadableText

_SECONDS = 60.0
_KILOBYTES = 1_000_000  # of memory it may take, where the system can see to that
_PROGRAMS = ("soffice", "libreoffice")
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
    "/opt/libreoffice/program/soffice",
    "/snap/bin/libreoffice",
)
# A fresh profile that loads nothing a document links to and runs no macro.
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Office.Calc/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>2</value></prop></item>
</oor:items>
"""


@dataclass(frozen=True, slots=True)
class Conversion:
    """A way through LibreOffice: the suffix and import filter of the source, the suffix of the result."""

    suffix: str
    filter: str
    target: str


CONVERSIONS = {
    "doc": Conversion("doc", "MS Word 97", "docx"),
    "doc-xml": Conversion("xml", "MS Word 2003 XML", "docx"),
    "rtf": Conversion("rtf", "Rich Text Format", "docx"),
    "odt": Conversion("odt", "writer8", "docx"),
    "xls": Conversion("xls", "MS Excel 97", "xlsx"),
    "xls-xml": Conversion("xml", "MS Excel 2003 XML", "xlsx"),
    "ods": Conversion("ods", "calc8", "xlsx"),
}


def convert(data: bytes, kind: str, name: str) -> bytes:
    """Have LibreOffice write a file as docx or xlsx.

    :param kind: a key of `CONVERSIONS`.
    :raises ReadError: LibreOffice is not installed.
    :raises UnreadableText: LibreOffice cannot read the file, or not within a minute.
    """
    way = CONVERSIONS[kind]
    program = find_program()
    if program is None:
        raise ReadError(
            f"读取这种文件需要 LibreOffice，本机没有安装：{name}。"
            f"请安装 LibreOffice 后再导入，或用 WPS/Office 打开后另存为 .{way.target}"
        )
    with tempfile.TemporaryDirectory(prefix="workplan-", ignore_cleanup_errors=True) as folder:
        source, settings = Path(folder, f"source.{way.suffix}"), Path(folder, "profile", "user")
        source.write_bytes(data)
        settings.mkdir(parents=True)
        (settings / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
        _run(
            [
                program,
                f"-env:UserInstallation={settings.parent.as_uri()}",
                "--headless",
                "--norestore",
                "--nolockcheck",
                f"--infilter={way.filter}",
                "--convert-to",
                way.target,
                "--outdir",
                folder,
                str(source),
            ],
            name,
            way,
        )
        try:
            return source.with_suffix(f".{way.target}").read_bytes()
        except OSError as error:
            raise UnreadableText(
                f"LibreOffice 打不开这个文件，可能已损坏或加密：{name}。{_remedy(way)}"
            ) from error


def find_program() -> str | None:
    """Where LibreOffice is: on the path of programs, or where its installers put it."""
    on_path = (shutil.which(program) for program in _PROGRAMS)
    return next((found for found in (*on_path, *map(shutil.which, _PLACES)) if found), None)


def _run(command: list[str], name: str, way: Conversion) -> None:
    """Run LibreOffice to its end or to the time limit, at which everything it started ends with it."""
    quiet = subprocess.DEVNULL
    if sys.platform != "win32":
        # The limit of processor time ends it even where this process is killed before it can.
        limits = f"ulimit -d {_KILOBYTES}; ulimit -t {_SECONDS:.0f}"
        command = ["/bin/sh", "-c", f'{limits}; exec "$@"', "sh", *command]
    process = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)
    try:
        process.wait(_SECONDS)
    except subprocess.TimeoutExpired as error:
        raise UnreadableText(f"LibreOffice {_SECONDS:.0f} 秒内没有读完：{name}。{_remedy(way)}") from error
    finally:
        _kill(process)


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End a program with all it started: its process group, on Windows its process tree."""
    if sys.platform == "win32":
        if process.poll() is None:
            subprocess.run(
                ["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False
            )
    else:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _remedy(way: Conversion) -> str:
    return f"请用 WPS/Office 打开后另存为 .{way.target} 再导入"

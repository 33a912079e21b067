import http.server
import os
import stat
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.errors import ReadError, UnreadableText
from ingest.parse import office
from ingest.parse.docx import read_docx
from ingest.parse.read import read_file
from ingest.reader import read_document
from tests.ingest.office_file import rows, xlsx_parts, zipped

SAMPLE = Path(__file__).parents[3] / "data" / "samples" / "2023" / "云溪县2023年教育工作要点.docx"
PROGRAM = office.find_program()
needs_libreoffice = pytest.mark.skipif(PROGRAM is None, reason="LibreOffice is not installed")

TEXTS = ["云溪县教育局工作要点", "一、加强党的建设"]
RTF = (
    rb"{\rtf1\ansi "
    + rb"\par ".join(b"".join(b"\\u%d?" % ord(char) for char in text) for text in TEXTS)
    + b"}"
)
WORD_XML = (
    '<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
    '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml"><w:body>'
    + "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in TEXTS)
    + "</w:body></w:wordDocument>"
).encode()
OASIS = "urn:oasis:names:tc:opendocument:xmlns"


def opendocument(kind: str, content: str) -> bytes:
    mimetype = f"application/vnd.oasis.opendocument.{kind}"
    entries = (("/", mimetype), ("content.xml", "text/xml"))
    manifest = "".join(f'<m:file-entry m:full-path="{p}" m:media-type="{t}"/>' for p, t in entries)
    names = " ".join(f'xmlns:{name}="{OASIS}:{name}:1.0"' for name in ("office", "text", "table"))
    return zipped(
        {
            "mimetype": mimetype,
            "META-INF/manifest.xml": f'<m:manifest xmlns:m="{OASIS}:manifest:1.0">{manifest}</m:manifest>',
            "content.xml": f"<office:document-content {names}><office:body>{content}</office:body>"
            "</office:document-content>",
        }
    )


ODT = opendocument(
    "text", "<office:text>" + "".join(f"<text:p>{text}</text:p>" for text in TEXTS) + "</office:text>"
)
ODS = opendocument(
    "spreadsheet",
    '<office:spreadsheet><table:table table:name="表">'
    + "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
            for text in row
        )
        + "</table:table-row>"
        for row in (("任务", "牵头单位"), ("修路", "交通局"))
    )
    + "</table:table></office:spreadsheet>",
)
TABLE = zipped(xlsx_parts(("表", rows(("任务", "牵头单位"), ("修路", "交通局")))))


def saved_as(target: str, source: Path, folder: Path) -> Path:
    """A file as LibreOffice itself saves it in an older format."""
    command = [str(PROGRAM), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", target, "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    saved = folder / f"{source.stem}.{target}"
    if not saved.exists():
        pytest.skip(f"LibreOffice is installed without what saves .{target}")
    return saved


@pytest.fixture(scope="module")
def doc(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return saved_as("doc", SAMPLE, tmp_path_factory.mktemp("doc"))


@needs_libreoffice
def test_the_outline_and_the_duties_of_a_doc_are_those_of_its_docx(doc: Path, tmp_path: Path) -> None:
    old = doc.rename(tmp_path / "要点.wps")
    read, original = read_document(old, "要点"), read_document(SAMPLE, "要点")
    assert read.format == "doc"
    assert [(s.level, s.heading) for s in read.sections] == [(s.level, s.heading) for s in original.sections]
    assert [(d.unit, d.role) for d in read.duties] == [(d.unit, d.role) for d in original.duties]
    old.rename(doc)


@needs_libreoffice
@pytest.mark.parametrize(
    ("name", "data", "format"),
    [("要点.doc", RTF, "rtf"), ("要点.doc", WORD_XML, "doc"), ("要点.docx", ODT, "odt")],
    ids=["rtf", "Word 2003 XML", "odt"],
)
def test_other_documents_are_read_by_content(tmp_path: Path, name: str, data: bytes, format: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    source = read_file(path)
    assert [line.text for line in source.lines] == TEXTS
    assert source.format == format


@needs_libreoffice
@pytest.mark.parametrize("format", ["xls", "ods"])
def test_older_workbooks_keep_their_rows(tmp_path: Path, format: str) -> None:
    path = tmp_path / "表.ods"
    path.write_bytes(ODS)
    (tmp_path / "new.xlsx").write_bytes(TABLE)
    saved = saved_as("xls", tmp_path / "new.xlsx", tmp_path)
    source = read_file(path if format == "ods" else saved.rename(tmp_path / "表.et"))
    assert [line.text for line in source.lines] == ["任务：修路　牵头单位：交通局"]
    assert source.format == format


@needs_libreoffice
def test_a_damaged_document_is_one_error(doc: Path) -> None:
    message = r"LibreOffice 打不开.*坏\.doc。请用 WPS/Office 打开后另存为 \.docx"
    with pytest.raises(UnreadableText, match=message):
        office.convert(doc.read_bytes()[:5_000], "doc", "坏.doc")


def test_without_libreoffice_the_error_says_how(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "find_program", lambda: None)
    with pytest.raises(
        ReadError, match=r"要点\.doc。请安装 LibreOffice 后再导入，或用 WPS/Office 打开后另存为 \.docx"
    ):
        office.convert(b"", "doc", "要点.doc")
    with pytest.raises(ReadError, match=r"另存为 \.xlsx"):
        office.convert(b"", "xls", "表.xls")


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """Address of a server, and what it was asked for."""
    paths: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            paths.append(self.path)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET

        def log_message(self, *_: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", paths
        server.shutdown()


@needs_libreoffice
def test_nothing_a_document_links_to_is_loaded(asked: tuple[str, list[str]]) -> None:
    address, paths = asked
    names = "".join(f' xmlns:{name}="{OASIS}:{long}:1.0"' for name, long in (("draw", "drawing"),))
    picture = f'<draw:image xmlns:x="http://www.w3.org/1999/xlink" x:href="{address}/a.png"/>'
    frame = (
        f'<draw:frame{names} svg:width="1cm" xmlns:svg="{OASIS}:svg-compatible:1.0">{picture}</draw:frame>'
    )
    linked = opendocument("text", f"<office:text><text:p>正文{frame}</text:p></office:text>")
    assert read_docx(office.convert(linked, "odt", "a.odt"), "a.odt").lines
    assert paths == []


@pytest.mark.skipif(os.name == "nt", reason="needs a shell")
def test_a_program_that_hangs_ends_with_all_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program, started = tmp_path / "soffice", tmp_path / "process"
    program.write_text(f"#!/bin/sh\nsleep 600 &\necho $! > {started}\nwait\n")
    program.chmod(program.stat().st_mode | stat.S_IEXEC)
    monkeypatch.setattr(office, "find_program", lambda: str(program))
    monkeypatch.setattr(office, "_SECONDS", 1.0)
    with pytest.raises(UnreadableText, match=r"LibreOffice 1 秒内没有读完：慢\.doc"):
        office.convert(b"", "doc", "慢.doc")
    child = int(started.read_text())
    for _ in range(100):
        if not _is_running(child):
            return
        time.sleep(0.05)
    pytest.fail("what the program started is still running")


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")
    return not state.exists() or state.read_text().rsplit(")", 1)[1].split()[0] != "Z"

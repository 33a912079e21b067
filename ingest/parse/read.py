"""A file of any supported format into a `Source`, judged by its content and not by its name."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from ingest.errors import ReadError, UnreadableText, reason_of
from ingest.parse.decode import decode, is_mojibake
from ingest.parse.delimited import read_csv
from ingest.parse.docx import read_docx
from ingest.parse.formats import FORMATS, unsupported
from ingest.parse.html import read_html
from ingest.parse.kind import kind_of
from ingest.parse.markdown import read_md
from ingest.parse.mhtml import read_mhtml
from ingest.parse.ocr import read_image
from ingest.parse.office import convert
from ingest.parse.parsed import Parsed
from ingest.parse.pdf import read_pdf
from ingest.parse.plain import read_txt
from ingest.parse.xlsx import read_xlsx
from ingest.records import Source

Reader = Callable[[bytes, str], Parsed]
"""Takes the bytes of a file and its name for messages."""

_MB = 1024 * 1024
LARGEST = 64 * _MB
"""Size in bytes from which a file is refused unless the caller says otherwise."""
_MOST_CHARACTERS, _MOST_LINES = 5_000_000, 200_000


def _text(read: Callable[[str, str], Parsed]) -> Reader:
    """A reader of decoded text."""

    def of_bytes(data: bytes, name: str) -> Parsed:
        text, diagnostics = decode(data, name)
        return replace(read(text, name), diagnostics=diagnostics)

    return of_bytes


def _bounded(read: Callable[[str], Parsed]) -> Callable[[str, str], Parsed]:
    """A reader of text that is no longer than a document can be."""

    def of_text(text: str, name: str) -> Parsed:
        check_length(len(text), text.count("\n"), name)
        return read(text)

    return of_text


def _converted(kind: str, read: Reader) -> Reader:
    """A reader of what LibreOffice makes of a file."""

    def of_bytes(data: bytes, name: str) -> Parsed:
        return read(convert(data, kind, name), name)

    return of_bytes


# Kind of file -> the format it counts as, and its reader.
_READERS: dict[str, tuple[str, Reader]] = {
    "txt": ("txt", _text(_bounded(read_txt))),
    "md": ("md", _text(_bounded(read_md))),
    "csv": ("csv", _text(read_csv)),
    "html": ("html", _text(read_html)),
    "mhtml": ("html", read_mhtml),
    "docx": ("docx", read_docx),
    "doc": ("doc", _converted("doc", read_docx)),
    "doc-xml": ("doc", _converted("doc-xml", read_docx)),
    "rtf": ("rtf", _converted("rtf", read_docx)),
    "odt": ("odt", _converted("odt", read_docx)),
    "pdf": ("pdf", read_pdf),
    "image": ("image", read_image),
    "xlsx": ("xlsx", read_xlsx),
    "xls": ("xls", _converted("xls", read_xlsx)),
    "xls-xml": ("xls", _converted("xls-xml", read_xlsx)),
    "ods": ("ods", _converted("ods", read_xlsx)),
}
_TEXT = ("txt", "md", "csv", "html")


def read_file(path: Path, *, largest: int = LARGEST) -> Source:
    """Read a file into lines, before any cleaning.

    :param largest: size in bytes from which the file is refused.
    :raises UnsupportedFormat: the content is in none of the formats that can be read.
    :raises UnreadableText: empty, damaged, protected, scanned, too large, or badly decoded.
    :raises ReadError: the file cannot be opened, or needs a program that is not installed.
    """
    data = _bytes(path, largest)
    name = path.name
    if not data.strip():
        raise UnreadableText(f"文件是空的：{name}。请检查文件是否保存完整")
    format, read = _READERS[kind_of(data, name)]
    try:
        parsed = read(data, name)
    except UnreadableText as error:
        suffix = path.suffix.lower().removeprefix(".")
        if format == "txt" and suffix and suffix not in FORMATS:
            raise unsupported(name, "认不出的数据") from error
        if format == "txt" and suffix in FORMATS and suffix not in _TEXT:
            raise UnreadableText(
                f"文件已损坏，内容不是 {suffix}：{name}。请重新下载，或用原软件打开后另存一次"
            ) from error
        raise
    _check(parsed, format, name)
    sha256 = hashlib.sha256(data).hexdigest()
    return Source(tuple(parsed.lines), format, sha256, parsed.metadata, parsed.diagnostics, parsed.removed)


def _bytes(path: Path, largest: int) -> bytes:
    try:
        status = path.stat()
        if not (S_ISREG(status.st_mode) or S_ISDIR(status.st_mode)):
            raise UnreadableText(f"不是普通文件，无法读取：{path.name}。请指定文件或文件夹")
        size = status.st_size
        if size > largest:
            sizes = f"{size / _MB:.1f} MB，超过 {largest / _MB:g} MB"
            raise UnreadableText(f"文件有 {sizes}：{path.name}。请拆分后再导入")
        return path.read_bytes()
    except OSError as error:
        raise ReadError(f"文件打不开（{reason_of(error)}）：{path}。请检查路径和权限") from error


def _check(parsed: Parsed, format: str, name: str) -> None:
    """Refuse what has no words, too many, or unreadable ones."""
    check_length(sum(len(line.text) for line in parsed.lines), len(parsed.lines), name)
    if not any(line.text.strip() for line in parsed.lines):
        raise UnreadableText(f"文件里没有文字：{name}。请检查文件内容")
    if format not in _TEXT and is_mojibake("\n".join(line.text for line in parsed.lines)):
        raise UnreadableText(f"文字显示为乱码：{name}。请用原软件另存一次后再导入")


def check_length(characters: int, lines: int, name: str) -> None:
    """Refuse a text that is longer than a document can be.

    :raises UnreadableText: naming the file, what is too many, and how many there may be.
    """
    if lines > _MOST_LINES:
        raise UnreadableText(f"行数太多（{lines:,} 行，最多 {_MOST_LINES:,} 行）：{name}。请拆分后再导入")
    if characters > _MOST_CHARACTERS:
        raise UnreadableText(
            f"文字太多（{characters:,} 字，最多 {_MOST_CHARACTERS:,} 字）：{name}。请拆分后再导入"
        )

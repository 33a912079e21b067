"""The bytes of a file into its kind, judged by content; only text without marks goes by its suffix."""

import re
from pathlib import Path, PurePath

from ingest.parse.compound import compound_kind
from ingest.parse.formats import unsupported
from ingest.parse.package import open_package

_HEAD = 4096
_MARK = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*")
_BY_SUFFIX = {".md": "md", ".markdown": "md", ".csv": "csv", ".tsv": "csv"}
_COMPOUND, _ZIP = "compound", "zip"
# What the first bytes say; the first match wins.
_SIGNS = tuple(
    (re.compile(sign, re.IGNORECASE | re.DOTALL), kind)
    for sign, kind in (
        (rb".{0,1024}%PDF-", "pdf"),
        (rb"PK\x03\x04", _ZIP),
        (rb"\xd0\xcf\x11\xe0", _COMPOUND),
        (rb"\{\\rtf", "rtf"),
        (rb"\x89PNG|\xff\xd8\xff", "image"),
        (rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n){0,9}){0,9}MIME-Version:\s*1\.0", "mhtml"),
        (rb"(?:<[?!][^>]*>\s*)*<\w*:?wordDocument\b", "doc-xml"),
        (rb"(?:<[?!][^>]*>\s*)*<(?:\w+:)?Workbook\b", "xls-xml"),
        (rb"(?:<[?!][^>]*>\s*)*<(?:html|head|body|meta|title|div|table|p|h1)\b|<!doctype\s+html\b", "html"),
    )
)
_XML = re.compile(rb"<\?xml\b")
_FOREIGN = (
    (b"GIF8", "图片。请先识别成文字"),
    (b"II*\x00", "图片。请先识别成文字"),
    (b"MM\x00*", "图片。请先识别成文字"),
    (b"Rar!", "压缩包。请解压后再导入"),
    (b"7z\xbc\xaf", "压缩包。请解压后再导入"),
    (b"\x1f\x8b", "压缩包。请解压后再导入"),
)
# How the names inside an archive begin -> the kind of file it is, or what it is instead.
_ZIPPED = (("word/", "docx"), ("xl/workbook.bin", ""), ("xl/", "xlsx"))
_OTHER_ZIPPED = (
    ("xl/workbook.bin", "二进制的 Excel 工作簿。请另存为 .xlsx"),
    ("ppt/", "演示文稿。请把文字另存为 .docx"),
    ("OFD.xml", "OFD 版式文件。请用阅读软件另存为 PDF 或 .docx"),
    ("", "压缩包。请解压后再导入"),
)
_MIMETYPES = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
}


def kind_of(data: bytes, name: str) -> str:
    """Tell the kind of a file: a key of the table of readers.

    :raises UnsupportedFormat: the content is of a kind that cannot be read.
    :raises UnreadableText: it is damaged beyond telling, or protected by a password.
    """
    for start, what in _FOREIGN:
        if data.startswith(start):
            raise unsupported(name, what)
    kind = _signed(data)
    if kind == _ZIP:
        return _zip_kind(data, name)
    if kind == _COMPOUND:
        return compound_kind(data, name)
    if not kind and _XML.match(_head(data)):
        raise unsupported(name, "XML 数据。请用生成它的软件另存为 .docx")
    return kind or _BY_SUFFIX.get(PurePath(name).suffix.lower(), "txt")


def is_plain(path: Path) -> bool:
    """Tell whether a file begins as plain text does; what cannot be opened may, which its reading tells."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return True
    return not _signed(head) and not head.startswith(tuple(start for start, _ in _FOREIGN))


def _signed(data: bytes) -> str:
    """The kind that the first bytes say, or nothing."""
    head = _head(data)
    return next((kind for sign, kind in _SIGNS if sign.match(head)), "")


def _head(data: bytes) -> bytes:
    return _MARK.sub(b"", data[:_HEAD].replace(b"\x00", b""), count=1)  # UTF-16 shows its tags without NUL


def _zip_kind(data: bytes, name: str) -> str:
    with open_package(data, name, "文件") as package:
        if "mimetype" in package:
            kind = _MIMETYPES.get(package.read("mimetype").strip())
            if kind:
                return kind
        kind = next((kind for start, kind in _ZIPPED if package.holds(start)), "")
        what = next(what for start, what in _OTHER_ZIPPED if package.holds(start))
    if not kind:
        raise unsupported(name, what)
    return kind

"""A file of any supported format into a `Source`, judged by its content and not by its name."""

import hashlib
import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from ingest.errors import ReadError, UnreadableText, UnsupportedFormat, reason_of
from ingest.parse.decode import decode, is_damaged
from ingest.parse.docx import read_docx
from ingest.parse.html import read_html
from ingest.parse.pdf import read_pdf
from ingest.parse.plain import read_md, read_txt
from ingest.records import Line, Source

Parsed = tuple[list[Line], dict[str, str]]

FORMATS = ("txt", "md", "html", "docx", "pdf")
_AVAILABLE = f"可用：{' '.join(FORMATS)}"
LARGEST = 64 * 1024 * 1024
"""Size in bytes from which a file is refused unless the caller says otherwise."""

_TEXT: dict[str, Callable[[str], Parsed]] = {"txt": read_txt, "md": read_md, "html": read_html}
_BINARY: dict[str, Callable[[bytes, str], Parsed]] = {"docx": read_docx, "pdf": read_pdf}
_MARKDOWN = frozenset((".md", ".markdown"))
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|div|table|p|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?([\w-]+)""", re.IGNORECASE)
_FOREIGN = {  # leading bytes -> what it is
    b"\xd0\xcf\x11\xe0": "旧版 Office 文件（.doc .xls .wps）或加密文件。请用 WPS/Word 另存为不加密的 .docx",
    b"{\\rtf": "RTF 文件。请在 WPS/Word 中另存为 .docx",
    b"\x89PNG": "图片。请先识别成文字",
    b"\xff\xd8\xff": "图片。请先识别成文字",
    b"GIF8": "图片。请先识别成文字",
    b"Rar!": "压缩包。请解压后再导入",
    b"7z\xbc\xaf": "压缩包。请解压后再导入",
    b"\x1f\x8b": "压缩包。请解压后再导入",
}
_ZIPPED = {"xl/": "Excel 表格", "ppt/": "演示文稿", "OFD.xml": "OFD 版式文件"}


def read_file(path: Path, *, largest: int = LARGEST) -> Source:
    """Read a file into lines, before any cleaning.

    :param largest: size in bytes from which the file is refused.
    :raises UnsupportedFormat: the content is in none of the formats txt, md, html, docx, pdf.
    :raises UnreadableText: empty, damaged, encrypted, scanned, too large, or badly decoded.
    :raises ReadError: the file cannot be opened.
    """
    data = _bytes(path, largest)
    if not data.strip():
        raise UnreadableText(f"文件是空的：{path.name}。请检查文件是否保存完整")
    kind = _kind(data, path)
    if kind in _BINARY:
        lines, metadata = _BINARY[kind](data, path.name)
    else:
        text = _text(data, path)
        if kind != "md" and _HTML.match(text[:2000]):
            kind = "html"
        lines, metadata = _TEXT[kind](text)
    if not any(line.text.strip() for line in lines):
        raise UnreadableText(f"文件里没有文字：{path.name}。请检查文件内容")
    if kind in _BINARY and is_damaged("".join(line.text for line in lines)):
        raise UnreadableText(f"文字显示为乱码：{path.name}。请用原软件另存一次后再导入")
    return Source(tuple(lines), kind, hashlib.sha256(data).hexdigest(), metadata)


def _bytes(path: Path, largest: int) -> bytes:
    try:
        if path.stat().st_size > largest:
            limit = largest // 1024 // 1024
            raise UnreadableText(f"文件超过 {limit} MB：{path.name}。请拆分后再导入")
        return path.read_bytes()
    except OSError as error:
        raise ReadError(f"文件打不开（{reason_of(error)}）：{path}。请检查路径和权限") from error


def _kind(data: bytes, path: Path) -> str:
    """Tell the format by the leading bytes; text files by their suffix md or their first tag."""
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK\x03\x04"):
        return _zip_kind(data, path)
    for start, what in _FOREIGN.items():
        if data.startswith(start):
            raise _unsupported(path, what)
    return "md" if path.suffix.lower() in _MARKDOWN else "txt"


def _zip_kind(data: bytes, path: Path) -> str:
    try:
        names = zipfile.ZipFile(BytesIO(data)).namelist()
    except (zipfile.BadZipFile, ValueError, OSError, RuntimeError) as error:
        raise UnreadableText(f"文件已损坏，打不开：{path.name}。请重新下载或另存一次") from error
    if any(name.startswith("word/") for name in names):
        return "docx"
    what = next(
        (label for start, label in _ZIPPED.items() if any(n.startswith(start) for n in names)), "压缩包"
    )
    raise _unsupported(path, what)


def _unsupported(path: Path, what: str) -> UnsupportedFormat:
    suffix = path.suffix.lower().removeprefix(".")
    fault = "内容与后缀不符" if suffix in FORMATS else f"不支持的格式 {path.suffix}".rstrip()
    return UnsupportedFormat(f"{fault}：{path.name} 的内容是{what}。{_AVAILABLE}")


def _text(data: bytes, path: Path) -> str:
    """Decode a text file; what a page declares as its charset is tried first."""
    declared = _CHARSET.search(data[:4096])
    if declared is not None:
        charset = declared[1].decode("ascii").lower()
        charset = "gb18030" if charset in ("gbk", "gb2312") else charset
        try:
            return data.decode(charset).replace("\r\n", "\n").replace("\r", "\n")
        except (LookupError, UnicodeDecodeError):
            pass
    try:
        return decode(data, path.name)
    except UnreadableText as error:
        suffix = path.suffix.lower().removeprefix(".")
        if suffix in _BINARY:
            raise UnreadableText(
                f"文件已损坏，内容不是 {suffix}：{path.name}。请重新下载，或用原软件打开后另存一次"
            ) from error
        raise

"""The formats that can be read, and the error for a file in any other."""

from pathlib import PurePath

from ingest.errors import UnsupportedFormat

FORMATS = ("txt", "md", "html", "docx", "doc", "wps", "rtf", "odt", "pdf", "xlsx", "csv", "xls", "et", "ods")


def unsupported(name: str, what: str) -> UnsupportedFormat:
    """The error for a file whose content is `what`: a kind of file, and what to do about it."""
    suffix = PurePath(name).suffix
    known = suffix.lower().removeprefix(".") in FORMATS
    fault = "内容与后缀不符" if known else f"不支持的格式 {suffix}".rstrip()
    return UnsupportedFormat(f"{fault}：{name} 的内容是{what}。可用：{' '.join(FORMATS)}")

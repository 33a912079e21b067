from pathlib import Path

import pytest

from ingest.errors import UnreadableText, UnsupportedFormat
from ingest.parse.formats import FORMATS
from ingest.parse.kind import kind_of
from tests.ingest.compound_file import compound_file
from tests.ingest.office_file import docx_parts, p, xlsx_parts, zipped

PAGE = "<html><body><p>正文</p></body></html>"
WORD = {"WordDocument": b"\xec\xa5" + bytes(10)}
LOCKED_WORD = {"WordDocument": b"\xec\xa5" + bytes(9) + b"\x01"}
BOOK = {"Workbook": b"\x09\x08\x02\0ab\x3d\0\x02\0ab"}
LOCKED_BOOK = {"Workbook": b"\x09\x08\x02\0ab\x2f\0\x02\0ab"}


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        ("正文".encode(), "txt"),
        (PAGE.encode(), "html"),
        (PAGE.encode("utf-16"), "html"),
        (f"\ufeff \n<?xml version='1.0'?>\n<!-- {'x' * 300} --><!DOCTYPE html>{PAGE}".encode(), "html"),
        (b'<html xmlns:o="urn:schemas-microsoft-com:office:office">', "html"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "mhtml"),
        (b"From: <Saved by Blink>\r\nSubject: a\r\n b\r\nMIME-Version: 1.0\r\n", "mhtml"),
        (b"{\\rtf1\\ansi", "rtf"),
        (b"junk\n%PDF-1.7\n", "pdf"),
        (b"\x89PNG\r\n\x1a\n", "image"),
        (b"\xff\xd8\xff\xe0", "image"),
        (zipped(docx_parts(p("正文"))), "docx"),
        (zipped(xlsx_parts(("表", ""))), "xlsx"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "odt"),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "ods"),
        (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument>', "doc-xml"),
        (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook>', "xls-xml"),
        (compound_file(WORD), "doc"),
        (compound_file(BOOK), "xls"),
    ],
)
def test_the_content_decides_whatever_the_name(data: bytes, kind: str) -> None:
    assert {kind_of(data, f"要点.{suffix}") for suffix in ("txt", "doc", "wps", "docx", "pdf", "xls")} == {
        kind
    }


def test_plain_text_is_markdown_by_its_suffix() -> None:
    assert kind_of(b"# a", "a.md") == kind_of(b"# a", "a.MARKDOWN") == "md"
    assert kind_of(b"# a", "a.txt") == "txt"


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("资料.zip", zipped({"a.txt": "x"}), "压缩包"),
        ("资料.rar", b"Rar!\x1a\x07", "压缩包"),
        ("演示.pptx", zipped({"ppt/presentation.xml": "x"}), "演示文稿"),
        ("演示.ppt", compound_file({"PowerPoint Document": b""}), "演示文稿"),
        ("公文.ofd", zipped({"OFD.xml": "x"}), "OFD"),
        ("预算.xlsb", zipped({"xl/workbook.bin": "x"}), "二进制的 Excel"),
        ("旧.wps", compound_file({"CONTENTS": b""}), "认不出是哪一种"),
        ("图.gif", b"GIF89a", "图片"),
        ("数据.xml", b'<?xml version="1.0"?><rows/>', "XML"),
    ],
)
def test_a_foreign_kind_is_named_with_what_can_be_read_instead(name: str, data: bytes, what: str) -> None:
    with pytest.raises(UnsupportedFormat) as caught:
        kind_of(data, name)
    message = str(caught.value)
    assert name in message
    assert what in message
    assert message.endswith("可用：txt md html docx doc wps rtf odt pdf xlsx csv xls et ods")
    known = Path(name).suffix.removeprefix(".") in FORMATS
    assert message.startswith("内容与后缀不符" if known else f"不支持的格式 {Path(name).suffix}")


@pytest.mark.parametrize("streams", [LOCKED_WORD, LOCKED_BOOK, {"EncryptedPackage": b"x"}])
def test_a_password_is_told_as_such(streams: dict[str, bytes]) -> None:
    with pytest.raises(UnreadableText, match=r"有密码保护，读不出文字：要点\.docx。请取消密码后再导入"):
        kind_of(compound_file(streams), "要点.docx")


@pytest.mark.parametrize(
    "data",
    [
        b"\xd0\xcf\x11\xe0 short",
        compound_file(WORD)[:700],
        b"PK\x03\x04" + bytes(100),
        zipped(docx_parts(p("正文")))[:300],
    ],
)
def test_a_container_damaged_beyond_telling_is_an_error(data: bytes) -> None:
    with pytest.raises(UnreadableText, match=r"文件已损坏，打不开：要点\.docx"):
        kind_of(data, "要点.docx")

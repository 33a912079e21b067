import codecs
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from ingest.errors import ReadError, UnreadableText, UnsupportedFormat
from ingest.parse.read import read_file

TEXT = (
    "云溪县教育局2024年工作要点\n一、加强党的领导。坚持把政治建设摆在首位，落实立德树人根本任务。\n"
    "二、办好人民满意的教育。"
)


def stored(tmp_path: Path, name: str, data: bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-8"),
        codecs.BOM_UTF8 + TEXT.encode("utf-8"),
        TEXT.encode("gb18030"),
        TEXT.encode("gbk"),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.replace("\n", "\r\n").encode("utf-8"),
    ],
    ids=["utf-8", "utf-8 BOM", "gb18030", "gbk", "utf-16", "utf-16-be", "utf-16 without BOM", "crlf"],
)
def test_every_encoding_gives_the_same_lines(tmp_path: Path, data: bytes) -> None:
    source = read_file(stored(tmp_path, "要点.txt", data))
    assert [line.text for line in source.lines] == TEXT.split("\n")
    assert source.format == "txt"


def test_big5_is_read_as_traditional_chinese(tmp_path: Path) -> None:
    text = "教育局工作計畫要點。各級學校應加強領導，落實責任，提升教學品質，並於年底前完成各項工作。" * 3
    source = read_file(stored(tmp_path, "計畫.txt", text.encode("big5")))
    assert source.lines[0].text == text


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("utf-8").decode("gbk", errors="replace").encode("utf-8"),
        ("工作" + "\ufffd" * 30 + TEXT).encode("utf-8"),
        ("\ue001\ue002\ue003" * 20 + TEXT).encode("utf-8"),
        bytes(range(128, 256)) * 8,
        "우리는 한국어 문서입니다. ".encode("cp949") * 5,
    ],
    ids=["utf-8 taken for gbk", "replacement characters", "private use", "no encoding", "Korean"],
)
def test_text_that_decodes_badly_is_an_error_and_never_mojibake(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(UnreadableText, match=r"乱码：要点\.txt"):
        read_file(stored(tmp_path, "要点.txt", data))


@pytest.mark.parametrize("name", ["要点.docx", "要点.pdf"])
def test_a_damaged_binary_file_is_not_told_to_be_saved_as_text(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableText, match=f"文件已损坏，内容不是 {name[3:]}：{name}") as caught:
        read_file(stored(tmp_path, name, bytes(range(128, 256)) * 8))
    assert "UTF-8" not in str(caught.value)


@pytest.mark.parametrize("data", [b"", b" \r\n\t ", "<html><body><nav>首页</nav></body></html>".encode()])
def test_an_empty_file_says_so(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(UnreadableText, match=r"(文件是空的|没有文字)：空\.html"):
        read_file(stored(tmp_path, "空.html", data))


def test_the_content_decides_and_not_the_name(tmp_path: Path) -> None:
    page = f"<!DOCTYPE html><html><body><p>{TEXT}</p></body></html>".encode()
    assert read_file(stored(tmp_path, "要点.doc", page)).format == "html"
    assert read_file(stored(tmp_path, "要点.docx", TEXT.encode())).format == "txt"
    assert read_file(stored(tmp_path, "要点.md", b"# " + TEXT.encode())).format == "md"


def test_the_charset_a_page_declares_is_used(tmp_path: Path) -> None:
    page = f'<html><head><meta charset="gb2312"></head><body><p>{TEXT}</p></body></html>'
    assert "立德树人" in read_file(stored(tmp_path, "页.htm", page.encode("gbk"))).lines[0].text


def zipped(*names: str) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("预算.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 64, "旧版 Office"),
        ("短.txt", b"\xd0\xcf\x11\xe0 short", "旧版 Office"),
        ("预算.xlsx", zipped("xl/workbook.xml"), "Excel 表格"),
        ("资料.zip", zipped("a.txt"), "压缩包"),
        ("图.png", b"\x89PNG\r\n\x1a\n", "图片"),
        ("稿.rtf", b"{\\rtf1 a}", "RTF"),
    ],
)
def test_an_unsupported_format_names_what_it_is_and_what_can_be_read(
    tmp_path: Path, name: str, data: bytes, what: str
) -> None:
    with pytest.raises(UnsupportedFormat) as caught:
        read_file(stored(tmp_path, name, data))
    message = str(caught.value)
    assert name in message
    assert what in message
    assert message.endswith("可用：txt md html docx pdf")


def test_a_supported_suffix_is_not_called_unsupported(tmp_path: Path) -> None:
    with pytest.raises(UnsupportedFormat, match=r"^内容与后缀不符：要点\.docx 的内容是旧版 Office"):
        read_file(stored(tmp_path, "要点.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64)))


def test_a_missing_file_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="文件打不开"):
        read_file(tmp_path / "没有.txt")

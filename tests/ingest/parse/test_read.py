import os
from hashlib import sha256
from pathlib import Path

import pytest

from ingest.errors import ReadError, UnreadableText, UnsupportedFormat
from ingest.parse.read import read_file
from ingest.records import DiagnosticKind
from tests.ingest.office_file import docx_parts, p, zipped

TEXT = (
    "云溪县教育局2024年工作要点\n一、加强党的领导。坚持把政治建设摆在首位，落实立德树人根本任务。\n"
    "二、办好人民满意的教育。"
)


def stored(tmp_path: Path, name: str, data: bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


def test_a_source_holds_lines_format_digest_and_facts(tmp_path: Path) -> None:
    data = f"---\ntitle: 工作要点\n---\n{TEXT}".encode()
    source = read_file(stored(tmp_path, "要点.md", data))
    assert [line.text for line in source.lines] == TEXT.split("\n")
    assert source.format == "md"
    assert source.sha256 == sha256(data).hexdigest()
    assert source.metadata == {"标题": "工作要点"}
    assert source.diagnostics == ()


@pytest.mark.parametrize("name", ["要点.txt", "要点.md", "要点.html"])
def test_damaged_bytes_are_a_diagnostic_of_the_source(tmp_path: Path, name: str) -> None:
    data = f"<p>{TEXT}</p>".encode() if name == "要点.html" else TEXT.encode()
    source = read_file(stored(tmp_path, name, data[:100] + b"\xff" + data[100:]))
    assert [diagnostic.kind for diagnostic in source.diagnostics] == [DiagnosticKind.ENCODING]


@pytest.mark.parametrize("name", ["要点.docx", "要点.pdf", "要点.xlsx", "要点.doc"])
def test_a_damaged_binary_file_is_not_told_to_be_saved_as_text(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableText, match=f"文件已损坏，内容不是 {name[3:]}：{name}") as caught:
        read_file(stored(tmp_path, name, bytes(range(128, 256)) * 8))
    assert "UTF-8" not in str(caught.value)


@pytest.mark.parametrize("name", ["程序.exe", "录音.wav"])
def test_what_is_no_text_under_a_strange_name_is_of_no_kind_that_can_be_read(
    tmp_path: Path, name: str
) -> None:
    data = b"MZ\x90\x00\x03\x00\x00\x00\x04" + bytes(range(128, 256)) * 8
    with pytest.raises(
        UnsupportedFormat, match=f"不支持的格式 {name[2:]}：{name} 的内容是认不出的数据。可用：txt"
    ):
        read_file(stored(tmp_path, name, data))


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


def test_a_file_above_the_limit_is_refused_with_both_sizes(tmp_path: Path) -> None:
    path = stored(tmp_path, "要点.txt", TEXT.encode() * 20_000)
    with pytest.raises(UnreadableText, match=r"文件有 \d+\.\d MB，超过 1 MB：要点\.txt。请拆分后再导入"):
        read_file(path, largest=1024 * 1024)


def test_more_text_than_a_document_has_is_refused(tmp_path: Path) -> None:
    path = stored(tmp_path, "要点.txt", b"word " * 1_000_001)
    with pytest.raises(UnreadableText, match=r"文字太多（5,000,005 字，最多 5,000,000 字）：要点\.txt"):
        read_file(path)


def test_more_lines_than_a_document_has_are_refused(tmp_path: Path) -> None:
    path = stored(tmp_path, "要点.md", b"a\n" * 200_001)
    with pytest.raises(UnreadableText, match=r"行数太多（200,001 行，最多 200,000 行）：要点\.md"):
        read_file(path)


def test_mojibake_inside_a_container_is_an_error(tmp_path: Path) -> None:
    body = p(TEXT.encode().decode("gb18030", errors="ignore").replace("\n", ""))
    with pytest.raises(UnreadableText, match=r"文字显示为乱码：要点\.docx"):
        read_file(stored(tmp_path, "要点.docx", zipped(docx_parts(body))))


def test_a_missing_file_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="文件打不开"):
        read_file(tmp_path / "没有.txt")


def test_a_pipe_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "管道.txt")
    with pytest.raises(UnreadableText, match="不是普通文件"):
        read_file(tmp_path / "管道.txt")

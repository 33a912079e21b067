import zlib
from pathlib import Path

import pytest

from ingest.errors import ReadError
from ingest.parse.read import read_file
from tests.ingest.office_file import W, docx_parts, p, rows, xlsx_parts, zipped
from tests.ingest.pdf_file import pdf_of

TEXT = "坚持党的全面领导，落实立德树人根本任务，推进教育高质量发展。"
LAUGHS = "".join(f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(12))
DOCUMENT = f'<w:document xmlns:w="{W}"><w:body>{{}}</w:body></w:document>'


def docx(body: str) -> bytes:
    return zipped(docx_parts(body))


def xlsx(sheet: str) -> bytes:
    return zipped(xlsx_parts(("表", sheet)))


def pdf(content: bytes, filters: bytes = b"/FlateDecode") -> bytes:
    packed = zlib.compress(content, 9)
    if filters.count(b"Flate") > 1:
        packed = zlib.compress(packed, 9)
    return pdf_of(b"<< /Length %d /Filter %s >>\nstream\n%s\nendstream" % (len(packed), filters, packed))


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        pytest.param("a.docx", docx(p("长" * 30_000_000)), "大得不正常", id="a text that unpacks to 90 MB"),
        pytest.param("a.docx", docx("<w:p/>" * 1_600_000), "大得不正常", id="more tags than a document has"),
        pytest.param("a.docx", docx("<w:sdt>" * 100_000), "已损坏", id="tags 100,000 deep"),
        pytest.param(
            "a.docx",
            zipped({f"word/{i}.xml": "" for i in range(20_001)}),
            "大得不正常",
            id="more parts than a document has",
        ),
        pytest.param(
            "a.docx",
            zipped(
                {"word/document.xml": f'<!DOCTYPE x [<!ENTITY a "ha">{LAUGHS}]>' + DOCUMENT.format(p("&m;"))}
            ),
            "(已损坏|没有文字)",
            id="entities that grow tenfold twelve times",
        ),
        pytest.param(
            "a.docx",
            zipped({"word/document.xml": DOCUMENT.format(""), "word/a.docx": docx(p("长" * 20_000_000))}),
            "没有文字",
            id="an archive within the archive",
        ),
        pytest.param("a.xlsx", xlsx(" " * 70_000_000), "大得不正常", id="a sheet that unpacks to 70 MB"),
        pytest.param("a.pdf", pdf(b" " * 20_000_000), "大得不正常", id="a page that unpacks to 20 MB"),
        pytest.param(
            "a.pdf", pdf(b" " * 9_000_000, b"[/FlateDecode /FlateDecode]"), "大得不正常", id="packed twice"
        ),
        pytest.param("a.html", f"<html>{'<div>' * 100_000}{TEXT}".encode(), "嵌套过深", id="100,000 deep"),
        pytest.param("a.html", f"<html>{'<p>a' * 500_000}".encode(), "大得不正常", id="500,000 tags"),
        pytest.param("a.txt", TEXT.encode() * 700_000, r"文字太多（\d\d,", id="a line of 60 MB"),
        pytest.param("a.txt", bytes(range(256)) * 200_000, "乱码", id="50 MB of noise"),
        pytest.param("a.rtf.zip", zipped({"a.rtf": "x"}), "压缩包", id="some archive"),
    ],
)
def test_a_hostile_file_is_refused_with_one_reason(
    tmp_path: Path, name: str, data: bytes, reason: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(ReadError, match=rf"{reason}.*"):
        read_file(path)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        pytest.param("a.html", f"<html><body>{'<div>' * 1_000}<p>{TEXT}</p>".encode(), id="1,000 deep"),
        pytest.param(
            "a.html",
            f"<html><body>{'<div class=content>' * 1_500}<p>{TEXT * 9}</p>".encode(),
            id="1,500 main texts in each other",
        ),
        pytest.param(
            "a.html",
            f"<p>{TEXT}</p><img src='data:image/png;base64,{'A' * 25_000_000}'>".encode(),
            id="a picture of 25 MB in the page",
        ),
        pytest.param(
            "a.html",
            f"<p {' '.join(f'a{i}=1' for i in range(200_000))}><p>{TEXT}</p>".encode(),
            id="200,000 attributes on one tag",
        ),
        pytest.param("a.md", f"{TEXT}\n{'[' * 500_000}\n#{' #' * 500_000}x".encode(), id="open brackets"),
        pytest.param(
            "a.html",
            f"<p>{TEXT}</p><table>{'<tr><td rowspan=999 colspan=999>字' * 900}</table>".encode(),
            id="cells merged over millions of places",
        ),
        pytest.param(
            "a.docx",
            docx(
                "".join(("<w:p>", "<w:r><w:txbxContent><w:p>" * 50, f"<w:r><w:t>{TEXT}</w:t></w:r>"))
                + "</w:p></w:txbxContent></w:r>" * 50
                + "</w:p>"
            ),
            id="text boxes 50 deep",
        ),
        pytest.param(
            "a.docx",
            docx(p(TEXT) + "".join(p("x", f'<w:pStyle w:val="s{i}"/>') for i in range(900))),
            id="styles nobody defines",
        ),
        pytest.param(
            "a.xlsx",
            xlsx(
                rows((TEXT, "b"))
                + "<mergeCells>"
                + '<mergeCell ref="A1:XFD1048576"/>' * 5_000
                + "</mergeCells>"
            ),
            id="every cell merged 5,000 times",
        ),
    ],
)
def test_an_odd_file_is_read(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert TEXT in "".join(line.text for line in read_file(path).lines)

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, ImageFont

from ingest.errors import UnreadableText, UnsupportedFormat
from ingest.parse import ocr, pdf
from ingest.parse.ocr import in_reading_order, read_image
from ingest.parse.pdf import read_pdf
from ingest.parse.pdf_layout import Row
from ingest.parse.read import read_file
from ingest.records import DiagnosticKind
from tests.ingest.pdf_file import make_pdf

FONT = Path("/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc")
needs_font = pytest.mark.skipif(not FONT.exists(), reason="the font Noto Serif CJK is not installed")
needs_recognition = pytest.mark.skipif(not ocr.is_available(), reason='the extra "ocr" is not installed')
TITLE = "云溪县教育局2024年工作要点"
LINES = (
    "　　一、加强党的领导。坚持把政治建设摆在首位，落实",
    "立德树人根本任务。（责任股室：办公室）",
    "　　二、发展学前教育，新建公办幼儿园12所，毛入园率",
    "达到96.5%以上。（责任股室：基础教育股）",
)
PARAGRAPHS = [TITLE, (LINES[0] + LINES[1]).strip(), (LINES[2] + LINES[3]).strip()]
WORDS = "云溪县教育局工作要点的全部正文都在这一页的文字层里面，共有一页。"

Draw = Callable[..., Image.Image]


@pytest.fixture(scope="session")
def draw() -> Draw:
    """Draws the plan as a page of 150 dots an inch."""

    def page(lines: tuple[str, ...] = LINES) -> Image.Image:
        image = Image.new("RGB", (1240, 900), "white")
        pen = ImageDraw.Draw(image)
        pen.text((400, 80), TITLE, fill="black", font=ImageFont.truetype(FONT, 40))
        for i, line in enumerate(lines):
            pen.text((180, 180 + 60 * i), line, fill="black", font=ImageFont.truetype(FONT, 34))
        return image

    return page


def scanned(*pages: Image.Image) -> bytes:
    buffer = BytesIO()
    pages[0].save(buffer, "PDF", save_all=True, append_images=pages[1:], resolution=150)
    return buffer.getvalue()


def plain(text: str) -> str:
    return text.translate(str.maketrans("（）", "()")).replace(" ", "")


@needs_font
@needs_recognition
def test_a_scanned_page_is_recognised_and_noted(draw: Draw, tmp_path: Path) -> None:
    path = tmp_path / "扫描.pdf"
    path.write_bytes(scanned(draw()))
    source = read_file(path)
    assert [plain(line.text) for line in source.lines] == list(map(plain, PARAGRAPHS))
    (diagnostic,) = source.diagnostics
    assert diagnostic.kind is DiagnosticKind.DAMAGE
    assert diagnostic.message == "第1页的文字由扫描识别，请与原件核对"


@needs_font
@needs_recognition
def test_a_picture_of_a_page_is_read_the_same_way(draw: Draw) -> None:
    buffer = BytesIO()
    draw().save(buffer, "JPEG")
    parsed = read_image(buffer.getvalue(), "扫描.jpg")
    assert [plain(line.text) for line in parsed.lines] == list(map(plain, PARAGRAPHS))
    assert parsed.diagnostics == (ocr.recognised("图片"),)


@needs_font
@needs_recognition
def test_a_blank_picture_is_never_read_as_an_empty_document() -> None:
    buffer = BytesIO()
    Image.new("RGB", (400, 300), "white").save(buffer, "PNG")
    with pytest.raises(UnreadableText, match=r"图片里没有识别出文字：空\.png"):
        read_image(buffer.getvalue(), "空.png")
    with pytest.raises(UnreadableText, match=r"PDF 是扫描件，没有识别出文字：空\.pdf"):
        read_pdf(scanned(Image.new("RGB", (600, 800), "white")), "空.pdf")


@needs_font
def test_without_recognition_a_scan_is_an_error_that_says_how(
    draw: Draw, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ocr, "is_available", lambda: False)
    monkeypatch.setattr(pdf, "is_available", lambda: False)
    with pytest.raises(UnreadableText, match=r"PDF 是扫描件，没有文字层：扫描\.pdf。请安装.*\[ocr\]"):
        read_pdf(scanned(draw()), "扫描.pdf")
    with pytest.raises(UnsupportedFormat, match=r"扫描\.png 的内容是图片。请安装文字识别组件"):
        read_image(b"\x89PNG\r\n\x1a\n", "扫描.png")


@needs_font
def test_scanned_pages_among_others_are_named_when_they_are_not_read(
    draw: Draw, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "is_available", lambda: False)
    parsed = read_pdf(mixed(draw()), "附件.pdf")
    assert [line.text for line in parsed.lines] == [WORDS]
    (diagnostic,) = parsed.diagnostics
    assert diagnostic.message.startswith("第2—3页是扫描图片，没有文字层，没有读入。请安装文字识别组件")


@needs_font
@needs_recognition
def test_scanned_pages_among_others_are_recognised_in_their_place(draw: Draw) -> None:
    parsed = read_pdf(mixed(draw()), "附件.pdf")
    assert parsed.lines[0].text == WORDS
    assert sum(TITLE in line.text for line in parsed.lines) == 2
    assert parsed.diagnostics == (ocr.recognised("第2—3页"),)


def mixed(page: Image.Image) -> bytes:
    """A page with a text layer and two pictures behind it."""
    import pypdfium2

    with (
        pypdfium2.PdfDocument(make_pdf([[(60.0, 700.0, 14.0, WORDS)]])) as document,
        pypdfium2.PdfDocument(scanned(page, page)) as pictures,
    ):
        document.import_pages(pictures)
        buffer = BytesIO()
        document.save(buffer)
    return buffer.getvalue()


@needs_recognition
def test_a_damaged_picture_is_an_error() -> None:
    with pytest.raises(UnreadableText, match=r"图片已损坏，打不开：坏\.png"):
        read_image(b"\x89PNG\r\n\x1a\n" + bytes(50), "坏.png")


@needs_recognition
@pytest.mark.parametrize("side", [7_000, 12_000, 20_000])
def test_a_picture_of_too_many_points_is_refused_unread(side: int) -> None:
    buffer = BytesIO()
    Image.new("1", (side, side)).save(buffer, "PNG")
    with pytest.raises(UnreadableText, match=r"图片太大（超过 4000 万像素）：大\.png"):
        read_image(buffer.getvalue(), "大.png")


def piece(text: str, left: float, top: float, width: float = 0.0) -> Row:
    return Row(text, left, left + (width or 10.0 * len(text)), top, top + 10.0, 0)


def texts(*pieces: Row) -> list[str]:
    return [row.text for row in in_reading_order(pieces, 600.0)]


def test_pieces_of_a_line_are_joined_from_left_to_right() -> None:
    assert texts(piece("摆在首位", 155, 101), piece("把政治建设", 100, 100), piece("下一行", 100, 120)) == [
        "把政治建设摆在首位",
        "下一行",
    ]


def test_many_pieces_far_apart_on_a_line_are_a_row_of_a_table() -> None:
    assert texts(piece("任务", 50, 100), piece("单位", 250, 100), piece("时限", 450, 100)) == [
        "任务　单位　时限"
    ]


def test_columns_are_read_one_after_the_other_between_lines_over_both() -> None:
    left = [piece(f"左{i}", 50, 100 + 20.0 * i, 200) for i in range(4)]
    right = [piece(f"右{i}", 350, 100 + 20.0 * i, 200) for i in range(4)]
    whole = [piece("上", 50, 60, 500), piece("下", 50, 300, 500)]
    assert texts(*right, *whole, *left) == [
        "上",
        "左0",
        "左1",
        "左2",
        "左3",
        "右0",
        "右1",
        "右2",
        "右3",
        "下",
    ]

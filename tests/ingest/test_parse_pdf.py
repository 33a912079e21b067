import pytest

from ingest.errors import UnreadableText
from ingest.parse.pdf import read_pdf
from ingest.records import Line
from tests.ingest.pdf_file import Text, make_pdf

SENTENCE = "各学校要结合实际细化措施明确责任按月调度确保各项要求落到实处年底前逐项对账销号结果向社会公开"
SIZE = 14.0
LEFT = 86.0
WIDTH = 30


def paragraph(words: str, top: float, left: float = LEFT, width: int = WIDTH) -> list[Text]:
    """Set a paragraph with its first line indented by two letters."""
    first, rest = words[: width - 2], words[width - 2 :]
    lines = [(left + 2 * SIZE, top, SIZE, first)]
    for index in range(0, len(rest), width):
        lines.append((left, top - (index // width + 1) * 24, SIZE, rest[index : index + width]))
    return lines


def read(pages: list[list[Text]], drawing: bytes = b"") -> list[Line]:
    return read_pdf(make_pdf(pages, drawing), "要点.pdf")[0]


def test_lines_are_joined_to_paragraphs_also_across_pages() -> None:
    words = SENTENCE * 2
    lines = paragraph(words + "。", 700)
    cut = len(lines) - 1
    pages = [
        lines[:cut],
        [(x, 760, size, text) for x, _, size, text in lines[cut:]] + paragraph(SENTENCE + "！", 700),
    ]
    assert read(pages) == [Line(words + "。"), Line(SENTENCE + "！")]


def test_running_heads_and_page_numbers_are_dropped_and_the_head_is_kept_as_a_fact() -> None:
    pages = [
        [
            (200, 800, 9, "云溪县教育局工作要点"),
            *paragraph(SENTENCE + f"第{n}段。", 700),
            (290, 30, 9, f"— {n} —"),
        ]
        for n in range(1, 5)
    ]
    lines, metadata = read_pdf(make_pdf(pages), "要点.pdf")
    assert [line.text for line in lines] == [SENTENCE + f"第{n}段。" for n in range(1, 5)]
    assert metadata["页眉"] == "云溪县教育局工作要点"


def test_a_centred_title_in_larger_letters_is_joined_and_styled() -> None:
    title = [(150.0, 760.0, 22.0, "云溪县教育局关于开展校"), (194.0, 730.0, 22.0, "园检查的通知")]
    page = [*title, *paragraph(SENTENCE * 3 + "。", 690), (LEFT + 2 * SIZE, 500, SIZE, "一、总体要求")]
    assert read([page])[0] == Line("云溪县教育局关于开展校园检查的通知", 1)
    assert read([page])[-1] == Line("一、总体要求")


def test_columns_are_read_one_after_the_other() -> None:
    left = paragraph("左" + SENTENCE + "。", 700, left=50, width=16)
    right = paragraph("右" + SENTENCE + "。", 700, left=310, width=16)
    assert [line.text for line in read([[*left, *right]])] == ["左" + SENTENCE + "。", "右" + SENTENCE + "。"]


def test_ruled_tables_are_read_as_rows() -> None:
    verticals = (80, 200, 340, 480)
    rules = b"".join(b"80 %d m 480 %d l S\n" % (y, y) for y in (600, 560, 520, 480))
    rules += b"".join(b"%d 480 m %d 600 l S\n" % (x, x) for x in verticals)
    cells = [
        ("任务", "牵头单位", "完成时限"),
        ("改造食堂", "后勤中心", "六月底"),
        ("更新课桌", "装备站", "八月底"),
    ]
    texts = [
        (x + 8.0, 572.0 - 40 * y, 12.0, word)
        for y, row in enumerate(cells)
        for x, word in zip(verticals, row, strict=False)
    ]
    page = [*paragraph(SENTENCE + "。", 700), *texts, *paragraph(SENTENCE + "！", 440)]
    assert [line.text for line in read([page], rules)] == [
        SENTENCE + "。",
        "任务：改造食堂　牵头单位：后勤中心　完成时限：六月底",
        "任务：更新课桌　牵头单位：装备站　完成时限：八月底",
        SENTENCE + "！",
    ]


def test_a_pdf_without_text_is_called_a_scan() -> None:
    with pytest.raises(UnreadableText, match=r"扫描件.*扫描\.pdf"):
        read_pdf(make_pdf([[]]), "扫描.pdf")


@pytest.mark.parametrize("data", [b"%PDF-1.4\n", b"%PDF-1.7 \xff\xfe" * 50])
def test_a_damaged_pdf_is_an_error(data: bytes) -> None:
    with pytest.raises(UnreadableText, match=r"损坏.*坏\.pdf"):
        read_pdf(data, "坏.pdf")

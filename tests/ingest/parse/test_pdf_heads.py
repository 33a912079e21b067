from collections.abc import Sequence

import pytest

from ingest.parse.pdf_heads import without_running_heads
from ingest.parse.pdf_layout import Row

SIZE, PITCH = 14.0, 24.0
LEFT, RIGHT = 86.0, 506.0
TOP, LINES = 90.0, 28
FULL = "各学校要结合实际细化措施明确责任按月调度确保各项要求落到实处年"


def row(text: str, page: int, top: float, left: float = LEFT, size: float = SIZE) -> Row:
    return Row(text, left, min(RIGHT, left + size * len(text)), top, top + size, page)


def body(page: int, *, first: str = "", last: str = "", count: int = LINES) -> list[Row]:
    """A page set in lines of the same height as those of every other page."""
    words = [FULL[page:] + FULL[:page]] * count
    words[0] = first or words[0]
    words[-1] = last or words[-1]
    return [row(text, page, TOP + n * PITCH) for n, text in enumerate(words)]


def kept(pages: Sequence[Sequence[Row]]) -> list[str]:
    return [line.text for line in without_running_heads([line for page in pages for line in page])[0]]


@pytest.mark.parametrize(
    "words",
    [
        "任股室：办公室、基教股）",
        "责任单位：办公室、基教股",
        "（责任单位：办公室、基教股）",
        "（一）抓好落实。全年新建学校3所",
        "1.推进重点项目建设。贯彻落实决策部署，全年新建",
        "持续改善办学条件，办好人民满意的教育。（责",
        "一、加强党的建设",
        "办好人民满意的教育。",
    ],
)
@pytest.mark.parametrize("place", ["first", "last"])
def test_lines_of_items_duties_and_sentences_stay_at_the_edge_of_the_page(words: str, place: str) -> None:
    pages = [body(n, **{place: words}) for n in range(4)]  # type: ignore[arg-type]
    assert kept(pages).count(words) == 4


def test_a_duty_line_set_apart_at_the_foot_of_pages_stays() -> None:
    words = "责任单位：办公室、基教股"
    pages = [[*body(n, count=5), row(words, n, 760.0)] for n in range(3)]
    assert kept(pages).count(words) == 3


def test_the_end_of_a_sentence_of_the_page_before_is_no_head() -> None:
    words = "教育公平稳步推进"  # no stop and no label says that it is of the text
    assert kept([body(n, first=words) for n in range(4)]).count(words) == 4


def test_words_at_other_heights_are_no_head() -> None:
    words = "云溪县教育局"
    pages = [[row(words, n, 40.0 + 12 * n), *body(n)] for n in range(4)]
    assert kept(pages).count(words) == 4


def test_a_line_below_the_first_of_the_text_is_no_head() -> None:
    pages = [body(n) for n in range(4)]
    for n, page in enumerate(pages):
        page[1] = row("云溪县教育局", n, page[1].top, LEFT + 28)
    assert kept(pages).count("云溪县教育局") == 4


@pytest.mark.parametrize(
    ("words", "top", "left", "size"),
    [
        ("云溪县教育局工作要点", 40.0, 200.0, 9.0),
        ("云溪县教育局工作要点", 70.0, 200.0, 9.0),  # close to the text, but the outermost line
        ("云溪县教育局工作要点", 40.0, LEFT, SIZE),
        ("云溪县教育局工作要点", 800.0, LEFT, 9.0),
        ("第一章 总则", 40.0, 200.0, 9.0),
        ("内部资料，请勿外传。", 800.0, 200.0, 9.0),
        ("（内部资料）", 800.0, 200.0, 9.0),
        ("责任编辑：张三", 800.0, LEFT, 9.0),
    ],
)
def test_words_at_the_same_height_beside_the_text_are_a_running_head(
    words: str, top: float, left: float, size: float
) -> None:
    pages = [[row(words, n, top, left, size), *body(n)] for n in range(4)]
    others, heads, removed = without_running_heads([line for page in pages for line in page])
    assert (heads, removed) == ([words], [words] * 4)
    assert others == [line for n in range(4) for line in body(n)]


def test_heads_of_two_lines_and_those_that_count_the_pages_are_dropped() -> None:
    pages = [
        [
            *body(n),  # what a browser prints is written behind the text
            row("11/22/26, 1:59 AM", n, 20.0, 24.0, 9.0),
            row("云溪县教育局", n, 40.0, 200.0, 9.0),
            row("工作要点", n, 52.0, 200.0, 9.0),
            row(f"https://example.org/plan {n + 1}/4", n, 800.0, 24.0, 9.0),
        ]
        for n in range(4)
    ]
    assert kept(pages) == [line.text for n in range(4) for line in body(n)]


def test_a_head_stands_elsewhere_on_pages_of_another_size() -> None:
    heights = (40.0, 40.0, 60.0, 40.0)
    pages = [[row("云溪县教育局", n, top, 200.0, 9.0), *body(n)] for n, top in enumerate(heights)]
    assert "云溪县教育局" not in kept(pages)


def test_page_numbers_are_dropped_whatever_their_height() -> None:
    pages = [[*body(n), row(f"第 {n + 1} 页", n, 780.0 + 9 * n, 290.0, 9.0)] for n in range(3)]
    assert kept(pages) == [line.text for n in range(3) for line in body(n)]


def test_a_bare_number_between_lines_of_text_is_no_page_number() -> None:
    page = [
        *body(0),
        row("5", 0, 770.0, 60.0),
        row("推进课后服务", 0, 764.0, 95.0),
        row("全覆盖", 0, 784.0, 95.0),
    ]
    assert kept([page]) == [line.text for line in page]


def test_a_bare_number_at_the_edge_is_a_page_number_even_beside_a_head() -> None:
    pages = [
        [row("12", n, 40.0, 300.0), row(f"{n}县", n, 56.0, 300.0), *body(n), row(str(n), n, 800.0, 300.0)]
        for n in range(1)
    ]
    assert kept(pages) == ["0县", *(line.text for line in body(0))]

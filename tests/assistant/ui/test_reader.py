from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from assistant.originals import Original
from assistant.ui.reader import find_quote, lines, read_section, section_at
from ingest.records import Document, Header, Section

TITLE = "某县教育局2025年工作要点"
TEXT = f"""{TITLE}
总的要求。
一、党建
1.强化政治建设。学习12次。
2.规范活动。每季度一次。
二、教学
开齐课程。
"""


def section(level: int, label: str, title: str, until: str, parent: int | None) -> Section:
    start = TEXT.index(label + title)
    body = start + len(label + title)
    end = TEXT.index(until) if until else len(TEXT)
    return Section(level, label, title, start, body, end, end, parent)


DOCUMENT = Document(
    "a.txt",
    "0" * 64,
    "txt",
    Header(TITLE),
    TEXT,
    (
        Section(0, "", TITLE, 0, len(TITLE), TEXT.index("一、"), len(TEXT), None),
        section(1, "一、", "党建", "二、", 0),
        section(2, "1.", "强化政治建设", "2.", 1),
        section(2, "2.", "规范活动", "二、", 1),
        section(1, "二、", "教学", "", 0),
    ),
)
spans = st.tuples(*[st.integers(0, len(TEXT))] * 2).map(lambda span: (min(span), max(span)))


@given(st.integers(0, 4), spans)
def test_lines_join_back_to_the_section_and_mark_exactly_the_quote(
    index: int, quote: tuple[int, int]
) -> None:
    part = DOCUMENT.sections[index]
    shown = lines(DOCUMENT, index, quote)
    assert [["".join(p.text for p in line)] for line in shown] == [
        [line] for line in TEXT[part.start : part.end].split("\n") if line
    ]
    inside = TEXT[max(quote[0], part.start) : min(quote[1], part.end)]
    assert "".join(p.text for line in shown for p in line if p.marked) == inside.replace("\n", "")


def test_headings_are_bold_and_nothing_else() -> None:
    shown = lines(DOCUMENT, 0, (0, 0))
    bold = ["".join(p.text for p in line if p.heading) for line in shown]
    assert [text for text in bold if text] == ["一、党建", "1.强化政治建设", "2.规范活动", "二、教学"]


def test_a_row_of_a_table_is_bold_up_to_the_end_of_its_task() -> None:
    row = "1.类别：学位　任务：新建幼儿园3所　牵头单位：基础教育股\n"
    task = Section(1, "1.", "新建幼儿园3所", 0, len(row), len(row), len(row), 0)
    root = Section(0, "", "", 0, 0, 0, len(row), None)
    table = Document("b.html", "0" * 64, "html", Header("分工表"), row, (root, task))
    assert [(p.text, p.heading) for p in lines(table, 0, (0, 0))[0]] == [
        ("1.类别：学位　任务：新建幼儿园3所", True),
        ("　牵头单位：基础教育股", False),
    ]


@given(spans)
def test_the_section_shown_is_the_innermost_that_holds_the_quote(quote: tuple[int, int]) -> None:
    index = section_at(DOCUMENT, *quote)
    holders = [s for s in DOCUMENT.sections if s.start <= quote[0] and quote[1] <= s.end]
    assert DOCUMENT.sections[index].level == max((s.level for s in holders), default=0)


def test_the_heading_path_leads_up_to_the_whole_text() -> None:
    page = read_section(DOCUMENT, 2, (0, 0))
    at = [page.index(name) for name in (">全文<", ">一、党建<", ">1.强化政治建设<")]
    assert all(a < b for a, b in pairwise(at))


def test_removing_is_offered_only_where_documents_are_kept() -> None:
    assert "确认移除" not in read_section(DOCUMENT, 0)
    assert "确认移除" in read_section(DOCUMENT, 0, removable=True)


def test_a_quote_is_looked_for_nearest_to_its_old_place() -> None:
    start = TEXT.index("2.规范活动")
    assert find_quote(DOCUMENT, start, start + 6, "2.规范活动") == (start, start + 6)
    assert find_quote(DOCUMENT, start + 4, start + 10, "2.规范活动") == (start, start + 6)
    assert find_quote(DOCUMENT, 0, 6, "这句话已经删去") is None
    assert find_quote(DOCUMENT, 3, 5, "") == (3, 5)


def test_the_outline_shows_where_in_the_document_the_section_is() -> None:
    page = read_section(DOCUMENT, 2, (0, 0))
    assert page.count("aria-current") == 1
    assert 'aria-current="true">1.强化政治建设<' in page
    assert "目录（4）" in page


def test_the_page_and_the_way_to_the_original_stand_in_the_head(tmp_path: Path) -> None:
    page = read_section(DOCUMENT, 2, (3, 9), original=Original(tmp_path), page=7)
    assert "原文件第 7 页" in page
    assert "第 4—9 字" in page
    assert 'href="/original?doc=a.txt" download' in page
    gone = read_section(DOCUMENT, 2, (3, 9), original=Original(reason="原文件已不在"))
    assert "原文件已不在" in gone
    assert "href" not in gone

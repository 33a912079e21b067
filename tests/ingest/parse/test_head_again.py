import pytest

from ingest.parse.docx import read_docx
from ingest.parse.head_again import HeadsBefore
from ingest.parse.table import Cell
from tests.ingest.office_file import docx_parts, p, zipped
from tests.ingest.parse.test_pdf import HEAD, cells, read, ruled

ROW, NEXT = ("改造食堂", "后勤中心", "六月底"), ("更新课桌", "装备站、财务股", "8月底")


def table(*rows: tuple[str, ...]) -> list[list[Cell]]:
    return [[Cell(text) for text in row] for row in rows]


def given(*tables: list[list[Cell]]) -> list[list[str]]:
    heads = HeadsBefore()
    return [[cell.text for cell in heads.given_to(rows)[0]] for rows in tables]


def test_a_table_that_goes_on_without_heads_has_those_of_the_table_before() -> None:
    assert given(table(HEAD, NEXT), table(NEXT), table(NEXT, NEXT)) == [list(HEAD)] * 3


@pytest.mark.parametrize(
    "row",
    [
        ("装备站", "更新课桌", "8月底"),
        ("更新课桌", "张老师", "8月底"),
        ("更新课桌", "装备站", "李老师"),
        ("更新课桌", "水库整治5处", "8月底"),
        ("装备站", "财务股", "8月底"),
        ("更新课桌", "", "8月底"),
        ("更新课桌", "装备站"),
        ("更新课桌", "装备站", "8月底", "是"),
    ],
)
def test_a_table_with_other_columns_or_cells_of_other_kinds_stays_without_heads(row: tuple[str, ...]) -> None:
    assert given(table(HEAD, NEXT), table(row))[1] == list(row)


def test_heads_reach_no_further_than_to_the_next_table_of_another_shape() -> None:
    other = ("财务股", "8123456")
    assert given(table(HEAD, NEXT), table(other), table(NEXT))[1:] == [list(other), list(NEXT)]
    names = ("姓名", "责任人", "电话")
    assert given(table(HEAD, NEXT), table(names, NEXT), table(NEXT))[2] == list(NEXT)


def test_tables_under_the_headings_of_a_word_file_share_the_heads_of_the_first() -> None:
    def drawn(*rows: tuple[str, ...]) -> str:
        cells_of = ("".join(f"<w:tc>{p(text)}</w:tc>" for text in row) for row in rows)
        return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells_of) + "</w:tbl>"

    body = p("一、后勤") + drawn(HEAD, ROW) + p("二、装备") + drawn(NEXT)
    assert [line.text for line in read_docx(zipped(docx_parts(body)), "要点.docx").lines] == [
        "一、后勤",
        "任务：改造食堂　牵头单位：后勤中心　完成时限：六月底",
        "二、装备",
        "任务：更新课桌　牵头单位：装备站、财务股　完成时限：8月底",
    ]


def test_tables_under_the_headings_of_a_pdf_share_the_heads_of_the_first() -> None:
    upper, lower = (700, 660, 620), (560, 520, 480)
    words = [(86.0, 720.0, 14.0, "一、后勤"), *cells(upper, HEAD, ROW), (86.0, 580.0, 14.0, "二、装备")]
    page = [*words, *cells(lower, NEXT, ("培训教师", "人事股", "年底"))]
    assert [line.text for line in read([page], ruled(upper) + ruled(lower))] == [
        "一、后勤",
        "任务：改造食堂　牵头单位：后勤中心　完成时限：六月底",
        "二、装备",
        "任务：更新课桌　牵头单位：装备站、财务股　完成时限：8月底",
        "任务：培训教师　牵头单位：人事股　完成时限：年底",
    ]

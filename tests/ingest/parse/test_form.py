"""Tables that describe tasks field by field."""

from ingest.parse.table import Cell, table_lines

FIELDS = [
    ("任务名称", "推进改革"),
    ("牵头单位", "县卫健局"),
    ("责任单位", "县医保局"),
    ("完成时限", "年底"),
]
ROW = "任务名称：推进改革　牵头单位：县卫健局　责任单位：县医保局　完成时限：年底"


def lines(*rows: tuple[str, ...]) -> list[str]:
    return [line.text for line in table_lines([[Cell(text) for text in row] for row in rows])]


def test_a_field_a_row_is_a_task_a_table() -> None:
    assert lines(*FIELDS) == [ROW]


def test_two_fields_may_stand_side_by_side() -> None:
    assert lines(FIELDS[0] + FIELDS[1], FIELDS[2] + FIELDS[3]) == [ROW]


def test_a_name_that_comes_again_opens_the_next_task() -> None:
    assert lines(*FIELDS, ("任务名称", "推进项目"), *FIELDS[1:]) == [ROW, ROW.replace("改革", "项目")]


def test_the_fields_of_a_task_may_begin_with_who_does_it() -> None:
    assert lines(*FIELDS[1:]) == [ROW.removeprefix("任务名称：推进改革\u3000")]


def test_tables_with_column_heads_are_none() -> None:
    assert lines(("任务", "责任单位"), ("改厕", "村建办")) == ["任务：改厕　责任单位：村建办"]
    assert lines(("项目", "金额"), ("责任保险", "5万元")) == ["项目：责任保险　金额：5万元"]
    assert lines(("责任单位", "任务"), ("村建办", "改厕")) == ["责任单位：村建办　任务：改厕"]

"""Rows of tables without column heads into duties, where a column is plainly units."""

import pytest

from tests.ingest.duty_text import owners, read

ROWS = (
    "新建冷链仓储设施3座　农业农村局、供销社　9月底前",
    "实施农村公路提档升级工程　交通运输局　12月底前",
    "完成老旧小区改造　住建局　长期坚持",
)
UNITS = [(0, "农业农村局"), (0, "供销社"), (1, "交通运输局"), (2, "住建局")]


def test_units_beside_what_is_to_be_done_do_it() -> None:
    assert owners(*ROWS) == [("标题", unit) for _, unit in UNITS]


@pytest.mark.parametrize("mark", ["", "."])
def test_a_numbered_row_is_a_section_titled_by_its_task(mark: str) -> None:
    _, sections, duties = read(*(f"{n}{mark}　{row}" for n, row in enumerate(ROWS, 1)))
    titles = [row.partition("　")[0] for row in ROWS]
    assert [section.title for section in sections[1:]] == titles
    assert [(duty.section - 1, duty.unit) for duty in duties] == UNITS


@pytest.mark.parametrize(
    "rows",
    [
        ("张三　教育局　8123456", "李四　财政局　8123457"),
        ("教育局副局长　张三　教育局", "财政局副局长　李四　财政局"),
        ("新建冷链仓储设施　城东　9月底前", "完成老旧小区改造　城西　全年"),
        ("新建冷链仓储设施　农业农村局", "各单位要抓好落实。", "完成老旧小区改造　住建局"),
        ("云溪县教育局　云溪县财政局", "2026年3月1日　2026年3月1日"),
    ],
)
def test_other_lines_with_wide_blanks_make_nobody_responsible(rows: tuple[str, ...]) -> None:
    assert owners(*rows) == []

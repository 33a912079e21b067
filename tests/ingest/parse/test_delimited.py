from pathlib import Path

import pytest

from ingest.errors import UnreadableText
from ingest.parse.delimited import read_csv
from ingest.reader import read_document
from ingest.records import Line, Role

TABLE = """云溪县2024年重点工作任务分解表,,,
序号,任务,牵头单位,完成时限
1,"改造老旧小区12个,新增车位500个",住建局,2024年底前
2,"新建幼儿园
3所",教育局,2024年8月底前

,,,
"""


def test_quoted_commas_and_line_breaks_stay_in_their_cells() -> None:
    assert read_csv(TABLE, "表.csv").lines == [
        Line("云溪县2024年重点工作任务分解表", 1),
        Line("1.任务：改造老旧小区12个,新增车位500个　牵头单位：住建局　完成时限：2024年底前"),
        Line("2.任务：新建幼儿园 3所　牵头单位：教育局　完成时限：2024年8月底前"),
    ]


@pytest.mark.parametrize("sign", ["\t", ";"])
def test_other_signs_part_the_cells_too(sign: str) -> None:
    text = "任务,牵头单位\n修路,交通局\n".replace(",", sign)
    assert read_csv(text, "表.csv").lines == [Line("任务：修路　牵头单位：交通局")]


def test_a_quotation_mark_that_is_never_closed_swallows_no_row() -> None:
    lines = read_csv('任务,牵头单位\n"双减,教育局\n修路,交通局\n', "表.csv").lines
    assert [line.text for line in lines] == ['任务："双减　牵头单位：教育局', "任务：修路　牵头单位：交通局"]


def test_a_row_with_its_first_cell_alone_heads_those_below() -> None:
    lines = read_csv("任务,牵头单位\n一、抓建设\n修路,交通局\n", "表.csv").lines
    assert [line.text for line in lines] == ["一、抓建设", "任务：修路　牵头单位：交通局"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gbk", "utf-16"])
def test_a_duty_table_in_any_encoding_becomes_sections_with_duties(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "分解表.csv"
    path.write_bytes(TABLE.encode(encoding))
    document = read_document(path, "分解表.csv")
    titles = [section.title for section in document.sections[1:]]
    assert (document.format, document.header.title) == ("csv", "云溪县2024年重点工作任务分解表")
    assert titles == ["改造老旧小区12个,新增车位500个", "新建幼儿园 3所"]
    assert [(duty.unit, duty.role) for duty in document.duties] == [
        ("住建局", Role.LEAD),
        ("教育局", Role.LEAD),
    ]


def test_a_table_with_too_many_cells_is_refused() -> None:
    with pytest.raises(UnreadableText, match=r"表格太大（2 行 × 300000 列）：表\.csv。请拆成"):
        read_csv(("," * 299_999 + "a\n") * 2, "表.csv")

from ingest.parse.plain import read_md, read_txt
from ingest.records import Line


def test_headings_give_styles_and_inline_marks_go() -> None:
    lines = read_md(
        "# 行动方案\n\n## **总体**思路\n\n- 坚持[应用](https://a.cn)为王\n\n---\n正文`代码`。"
    ).lines
    assert [line for line in lines if line.text] == [
        Line("行动方案", 1),
        Line("总体思路", 2),
        Line("坚持应用为王"),
        Line("正文代码。"),
    ]


def test_a_pipe_table_gives_rows_named_by_their_heads() -> None:
    lines = read_md("| 序号 | 任务 | 牵头单位 |\n| --- | --- | --- |\n| 1 | 修路 | 交通局 |\n\n后文").lines
    assert [line.text for line in lines] == ["1.任务：修路　牵头单位：交通局", "", "后文"]


def test_line_breaks_part_the_names_in_a_table_cell() -> None:
    lines = read_md("| 任务 | 责任<br/>单位 |\n| --- | --- |\n| 新建幼儿园 | 财务股<br>学前办 |").lines
    assert [line.text for line in lines] == ["任务：新建幼儿园　责任单位：财务股 学前办"]


def test_front_matter_is_metadata() -> None:
    parsed = read_md("---\ntitle: 工作要点\n发布日期: 2024-03-05\nlayout: page\n---\n正文\n")
    assert parsed.metadata == {"标题": "工作要点", "发布日期": "2024-03-05"}
    assert parsed.lines[0].text == "正文"


def test_masked_names_are_no_emphasis() -> None:
    assert read_md("省第**次党代会，2*3*4").lines == [Line("省第**次党代会，2*3*4")]


def test_text_lines_are_kept_as_they_stand() -> None:
    assert read_txt("　　甲\n\n# 乙\f丙").lines == [Line("　　甲"), Line(""), Line("# 乙"), Line("丙")]

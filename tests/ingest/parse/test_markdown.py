import pytest

from ingest.outline import read_outline
from ingest.parse.markdown import read_md
from ingest.records import LISTED, VERBATIM, Line


def outline(text: str) -> list[str]:
    lines = [line for line in read_md(text).lines if line.text.strip()]
    _, sections = read_outline(lines, "")
    return [f"{'  ' * (s.level - 1)}{s.label}{s.title}" for s in sections[1:]]


def test_headings_give_styles_and_inline_marks_go() -> None:
    lines = read_md(
        "# 行动方案\n\n## **总体**思路\n\n- 坚持[应用](https://a.cn)为王\n\n---\n正文`代码`。"
    ).lines
    assert [line for line in lines if line.text] == [
        Line("行动方案", 1),
        Line("总体思路", 2),
        Line("坚持应用为王", LISTED),
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


def test_an_underlined_line_is_a_heading_and_a_rule_below_a_paragraph_is_none() -> None:
    lines = read_md("工作方案\n====\n\n一、总体要求\n------\n\n坚持安全第一，预防为主。\n---\n完").lines
    assert [line for line in lines if line.text] == [
        Line("工作方案", 1),
        Line("一、总体要求", 2),
        Line("坚持安全第一，预防为主。"),
        Line("完"),
    ]


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        ("#某县教育局2024年工作要点", Line("某县教育局2024年工作要点", 1)),
        ("##一、总体要求", Line("一、总体要求", 2)),
        ("#党建", Line("#党建")),
        ("# 二、主要任务 #", Line("二、主要任务", 1)),
    ],
)
def test_a_heading_needs_no_blank_where_it_is_no_tag(raw: str, line: Line) -> None:
    assert read_md(raw).lines == [line]


def test_fenced_lines_are_verbatim_and_open_no_section() -> None:
    text = "## 一、流程\n\n```text\n# 受理\n1. 审核\n2. 办结\n```\n\n## 二、期限\n\n" + "限期办结。" * 9
    assert Line("1. 审核", VERBATIM) in read_md(text).lines
    assert outline(text) == ["一、流程", "二、期限"]


def test_a_document_between_fences_is_read_as_one() -> None:
    assert outline("```\n# 工作计划\n## 一、目标\n## 二、任务\n```")[-2:] == ["一、目标", "二、任务"]


def test_bullets_open_no_section_and_a_list_below_them_does_not_lie_in_them() -> None:
    text = "## 一、要求\n\n- 坚持党的领导\n- 坚持人民至上\n1. 抓质量\n   - 抓课堂\n   - 抓作业\n2. 抓安全\n"
    assert outline(text) == ["一、要求", "  1.抓质量", "  2.抓安全"]


def test_a_list_in_a_list_lies_one_level_further_in() -> None:
    text = "## 一、任务\n\n1. 抓均衡\n   1. 城区学校\n   2. 乡镇学校\n2. 抓双减\n"
    assert outline(text) == ["一、任务", "  1.抓均衡", "    1.城区学校", "    2.乡镇学校", "  2.抓双减"]


def test_a_table_needs_no_outer_bars() -> None:
    lines = read_md("任务 | 牵头单位\n:-- | --\n修路 | 交通局\n\n后文").lines
    assert [line.text for line in lines] == ["任务：修路　牵头单位：交通局", "", "后文"]


def test_comments_boxes_and_the_targets_of_links_are_not_shown() -> None:
    lines = read_md("<!-- 草稿\n1. 旧 -->见[方案][1]。\n- [x] 已办\n\n[1]: https://a.cn").lines
    assert [line.text for line in lines if line.text] == ["见方案。", "已办"]


def test_emphasis_that_ends_before_a_blank_is_no_bullet() -> None:
    lines = read_md("1. **招商引资。** 引进项目3个。\n- **做优服务：** 走访企业。").lines
    assert [line.text for line in lines] == ["1. 招商引资。 引进项目3个。", "做优服务： 走访企业。"]


@pytest.mark.parametrize("edge", ["|", ""])
def test_an_empty_first_cell_moves_no_other(edge: str) -> None:
    rows = ("序号|路线|里程", "---|---|---", "1|甘白路|12公里", "|甘柳路|18公里")
    text = "\n".join(f"{edge}{row}{edge}" for row in rows)
    assert "路线：甘柳路" in "".join(line.text for line in read_md(text).lines)

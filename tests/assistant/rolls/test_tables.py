"""Which tasks a table holds, and who each is given to, is answered by all of its rows."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from tests.assistant.library import library_of

_ROWS = """<tr><th>序号</th><th>任务</th><th>牵头单位</th><th>完成时限</th></tr>
<tr><td>1</td><td>排查河道隐患</td><td>水利股</td><td>5月底前</td></tr>
<tr><td>2</td><td>更换警示标牌</td><td>安全股</td><td>6月底前</td></tr>
<tr><td>3</td><td>开展救援演练</td><td></td><td>7月底前</td></tr>"""
DOCUMENTS = {
    "表.html": f"""<h1>白石县河道安全整治2024年任务分工表</h1><table>{_ROWS}</table>
<p>注：各单位每月报送进展。</p>""",
    "方案.html": f"""<h1>白石县教育局托管服务工作实施方案</h1><p>规范托管服务。</p>
<h2>白石县托管服务任务分工表</h2>
<table>{_ROWS.replace("河道", "托管").replace("水利股", "基教股")}</table>""",
    "要点.txt": """白石县教育局2024年工作要点

一、建强队伍
(一)招聘教师。招聘教师90名。(责任股室：人事股)
(二)培训校长。培训校长20名。
二、改善条件
(一)修缮校舍。(责任股室：后勤股)
(二)更换桌椅。
""",
    "预付通知.txt": """白石县教育局关于加强培训预付费监管的通知

各培训机构：
现就有关事项通知如下。
一、监管范围
1.面向学生开展培训的机构都纳入监管。
2.预付费是机构上课前收取的费用。
二、监管方式
3.实行资金托管。机构须开立专用账户。
4.控制收费周期。一次收费不超过3个月。
三、时间安排
5.9月底前完成开户。
6.10月底前开展检查。
""",
    "行动.html": """<h1>白石县智慧校园三年行动方案（2024—2026年）</h1><h2>一、目标</h2>
<h2>二、分年度重点工作</h2><table>
<tr><th>年度</th><th>重点工作</th><th>牵头单位</th></tr>
<tr><td>2024年</td><td>改造校园网络</td><td>电教馆</td></tr>
<tr><td>2024年</td><td>更新教学终端</td><td>电教馆</td></tr>
<tr><td>2025年</td><td>建成数据平台</td><td>电教馆</td></tr></table>""",
}


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with library_of(tmp_path_factory.mktemp("tables"), DOCUMENTS) as assistant:
        yield assistant


def test_every_row_of_a_table_of_tasks_is_listed(tables: Assistant) -> None:
    told = tables.ask("2024年河道安全整治任务分工表有哪些任务？").text
    assert told.startswith("《白石县河道安全整治2024年任务分工表》的任务共 3 项，已全部列出。")
    assert "开展救援演练" in told


def test_who_each_row_is_given_to_is_told_beside_it(tables: Assistant) -> None:
    told = tables.ask("河道安全整治2024年有哪些任务，每项由谁牵头？").text
    assert "排查河道隐患（牵头单位：水利股）" in told
    assert "开展救援演练（没有写明）" in told


def test_a_table_within_a_document_is_found_by_its_heading(tables: Assistant) -> None:
    told = tables.ask("托管服务任务分工表有哪些任务？").text
    assert "“白石县托管服务任务分工表”的任务共 3 项，已全部列出" in told


def test_a_place_and_a_year_name_no_table(tables: Assistant) -> None:
    assert "任务分工表》的任务" not in tables.ask("白石县2024年有哪些工作？").text


def test_each_task_of_a_plan_is_told_with_its_units(tables: Assistant) -> None:
    told = tables.ask("教育局2024年工作要点有哪些任务，每项由谁负责？").text
    assert "共 4 项，已全部列出" in told
    assert "招聘教师" in told
    assert "（责任：人事股）" in told
    assert told.count("（没有写明）") == 2


def test_the_measures_of_a_notice_are_below_the_heading_that_says_how(tables: Assistant) -> None:
    told = tables.ask("预付费监管的通知有哪些措施？").text
    assert "“二、监管方式”共 2 项，已全部列出" in told
    assert "监管范围" not in told


def test_rows_that_say_their_year_are_listed_for_the_year_asked(tables: Assistant) -> None:
    told = tables.ask("智慧校园三年行动方案2024年重点工作有哪些？").text
    assert "共 2 项，已全部列出" in told
    assert "数据平台" not in told


def test_all_a_unit_leads_is_listed_whatever_table_it_stands_in(tables: Assistant) -> None:
    told = tables.ask("安全股牵头的任务有哪些？").text
    assert told.startswith("安全股牵头的工作共 2 项，已全部列出。")


def test_a_row_whose_number_was_left_out_is_listed_and_the_total_is_not(tmp_path: Path) -> None:
    rows = """| 序号 | 重点任务 | 牵头单位 | 完成时限 |
| --- | --- | --- | --- |
| | 铺设污水管网18公里 | 县住建局 | 12月 |
| 2 | 新增停车位500个 | 县城管局 | 8月 |
| 3 | 建成口袋公园6个 | 县城管局 | 10月 |
| 4 | 拆除危房9栋 | 县住建局 | 11月 |
| 合计 | 4项 | | |
"""
    documents = {"表.md": f"# 榆桥县2025年重点任务分工表\n\n{rows}"}
    with library_of(tmp_path, documents) as library:
        told = library.ask("榆桥县重点任务分工表有哪些任务，每项由谁牵头？").text
    assert "共 4 项" in told
    assert "· 铺设污水管网18公里（牵头单位：县住建局）" in told
    assert "合计" not in told

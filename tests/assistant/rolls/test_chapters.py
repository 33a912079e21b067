"""Parts of a document that is named, by headings that are what is asked: tasks, measures, steps, chapters."""

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from tests.assistant.library import library_of

DOCUMENTS = {
    "白石县中小学食堂提升实施方案.txt": """白石县中小学食堂提升实施方案

一、总体目标
到2025年底，全县食堂全部达标，落实立德树人根本任务。
二、重点任务
（一）更新厨房设备。2024年更新30所，2025年更新18所。牵头单位：县教育局、县财政局。
（二）落实陪餐制度。校长每周陪餐不少于1次。牵头单位：县教育局。
（三）公开食材价格。每月5日前公布。
三、实施步骤
（一）启动阶段（2024年3月）。召开动员会。
（二）验收阶段（2025年12月）。组织县级验收。
四、保障措施
（一）加强领导。成立工作专班。
（二）保障经费。县财政安排600万元。
""",
    "白石县学校用车管理办法.txt": """白石县学校用车管理办法

第一章 总则
第一条 为规范学校用车，制定本办法。
第二条 本办法适用于全县公办学校。
第二章 使用
第三条 用车应当登记。
第三章 附则
第四条 本办法自2024年3月1日起施行。
""",
    "白石县民政局2024年工作计划.txt": """白石县民政局2024年工作计划

一、落实救助根本任务
（一）提高低保标准。城市低保提高到每月700元。
（二）开展临时救助。全年救助不少于900人次。
二、发展养老服务
（一）新建敬老院。新建2所。
三、工作要求
各股室要抓好落实。
""",
    "白石县教育局关于做好冬季取暖工作的通知.txt": """白石县教育局关于做好冬季取暖工作的通知

各学校：
一、检修锅炉管道。11月5日前完成检修。
二、备足取暖燃料。储备不少于20天用量。
三、加强值班值守。发现故障2小时内报告。
""",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with library_of(tmp_path_factory.mktemp("chapters"), DOCUMENTS) as assistant:
        yield assistant


def test_the_tasks_of_a_document_are_the_parts_of_the_section_headed_so(library: Assistant) -> None:
    answer = library.ask("食堂提升实施方案的主要任务有哪些？")
    assert answer.text.startswith("《白石县中小学食堂提升实施方案》“二、重点任务”共 3 项，已全部列出：")
    assert "· （三）公开食材价格：每月5日前公布。" in answer.text


def test_measures_of_support_are_told_where_they_are_asked(library: Assistant) -> None:
    told = library.ask("食堂提升实施方案有哪些保障措施？").text
    assert "“四、保障措施”共 2 项" in told


def test_steps_are_listed_under_another_name_of_theirs(library: Assistant) -> None:
    told = library.ask("食堂提升实施方案分几个阶段？").text
    assert "启动阶段" in told and "验收阶段" in told and "更新厨房" not in told


def test_the_tasks_of_a_plan_are_its_headings_of_the_second_level(library: Assistant) -> None:
    told = library.ask("民政局2024年工作计划有哪些重点任务？").text
    assert "列出的工作共 3 项，已全部列出" in told
    assert "工作要求" not in told


def test_what_a_notice_orders_are_its_parts(library: Assistant) -> None:
    told = library.ask("冬季取暖工作通知提出了哪些要求？").text
    assert "共 3 项，已全部列出" in told and "备足取暖燃料" in told


def test_chapters_and_articles_are_counted(library: Assistant) -> None:
    told = library.ask("学校用车管理办法共有几章？").text
    assert told.startswith("《白石县学校用车管理办法》共 3 章，已全部列出：")
    assert "共 4 条" in library.ask("学校用车管理办法一共多少条？").text


def test_a_measure_for_one_case_is_no_list_of_all(library: Assistant) -> None:
    told = library.ask("白石县学校用车管理办法对没有登记的采取什么措施？").text
    assert "已全部列出" not in told


def test_the_figures_a_named_plan_sets_are_listed_sentence_by_sentence(library: Assistant) -> None:
    told = library.ask("民政局2024年工作计划有哪些指标？").text
    assert told.startswith("《白石县民政局2024年工作计划》写明指标的共 3 处，已全部列出。")
    assert "全年救助不少于900人次" in told


def test_another_kind_of_parts_may_be_asked_after(library: Assistant) -> None:
    told = library.ask("保障措施呢？", ("食堂提升实施方案的主要任务有哪些？",)).text
    assert "“四、保障措施”共 2 项" in told


def test_the_tasks_of_a_document_are_told_with_the_units_they_are_given_to(library: Assistant) -> None:
    answer = library.ask("食堂提升实施方案的重点任务分别由谁牵头？")
    assert "· （一）更新厨房设备[1]（牵头：县教育局、县财政局）[2]" in answer.text
    assert "（三）公开食材价格[5]（没有写明）" in answer.text
    assert answer.citations[1].quote == "县教育局、县财政局"


def test_each_task_of_a_plan_is_told_with_who_does_it(library: Assistant) -> None:
    told = library.ask("食堂提升实施方案各项任务由谁负责？").text
    assert "共 3 项，已全部列出" in told and "（牵头：县教育局）" in told


@pytest.mark.parametrize("order", ["请列出", "列举"])
def test_an_order_to_list_them_asks_for_the_same(library: Assistant, order: str) -> None:
    told = library.ask(f"{order}食堂提升实施方案的重点任务，每项由谁牵头").text
    assert "· （一）更新厨房设备[1]（牵头：县教育局、县财政局）[2]" in told
    assert "共 3 项，已全部列出" in library.ask(f"{order}食堂提升实施方案的重点任务").text

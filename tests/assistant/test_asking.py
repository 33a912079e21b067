"""Questions as staff ask them, over papers of a made-up county: answered for the right thing, or refused."""

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from assistant.evidence.sentence import sentences_of
from assistant.understanding.intent import Intent, without_order
from assistant.understanding.named import places_in
from assistant.understanding.question import Question
from assistant.wanted.asked import asked_thing
from assistant.wanted.wanted import wanted_fact
from tests.assistant.library import library_of
from tests.assistant.passages import passage

DOCUMENTS = {
    "白石县水利局2024年工作要点.txt": """白石县水利局2024年工作要点

一、管好河湖
1.整治岸线。禁止向河道倾倒生活垃圾、排放污水，清理乱占乱建24处。（牵头单位：河湖管理股）
2.保障供水。改造老旧管网36公里，新建水厂2座。全年对12名股室负责人进行业务培训，提高发展党员工作水平。（责任单位：供水股）
二、种树护土
完成营造林8万亩，治理坡耕地3000亩。
三、抓好工程
白石河大桥加固工程由白石县交通建设管理所承担日常工作。县水利局和县生产建设兵团要加强组织领导，落实建设资金，认真组织编制实施细则。
""",
    "白石县林业局2024年工作要点.txt": """白石县林业局2024年工作要点

一、种树护土
完成营造林5万亩，封山育林2万亩。
二、学校绿化
为30所学校栽植树木，校园安全检查同步开展。
""",
    "白石县水利局2023年工作总结.txt": """白石县水利局2023年工作总结

一、供水工作总结
去年6月以来，改造老旧管网21公里，新建水厂1座。完成年度水利投资1.2亿元。
""",
    "白石县工地管理规定.txt": """白石县建筑工地扬尘管理规定

为改善空气质量，减少扬尘扰民，现就工地扬尘管理有关事项规定如下：
一、围挡
工地四周设置不低于2.5米的围挡。未按规定设置围挡的，由县住建局责令停工整改。
二、冲洗
车辆冲洗干净方可出场。法院审理扬尘案件需要检测的，县环境监测站应当给予技术支持。
三、名单
确定青河镇、南山镇、北岭镇、东关镇作为扬尘治理试点地区。
""",
}


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with library_of(tmp_path_factory.mktemp("asking"), DOCUMENTS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "stated", "year"),
    [("水利局今年改造多少公里管网？", "36公里", "2024年"), ("今年管网改造由谁负责？", "供水股", "2024年")],
)
def test_a_year_counted_from_today_that_nothing_is_of_gives_way_to_the_newest_before(
    shelf: Assistant, question: str, stated: str, year: str
) -> None:
    answer = shelf.ask(question)
    assert stated in answer.text
    assert f"的相关内容，以下是{year}的" in answer.notice


def test_a_year_that_is_named_gives_way_to_none(shelf: Assistant) -> None:
    assert shelf.ask("2026年水利局改造多少公里管网？").refused


def test_what_is_named_in_title_marks_alone_answers(shelf: Assistant) -> None:
    assert "5万亩" in shelf.ask("林业局营造林多少万亩？").text
    answer = shelf.ask("《白石县建筑工地扬尘管理规定》里营造林多少万亩？")
    assert answer.refused
    assert answer.text.startswith("所问文件（")


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("有人往河里倒垃圾谁管", "河湖管理股"),
        ("白石河大桥工程的日常工作由哪个机构承担？", "交通建设管理所"),
        ("水利建设的实施细则由谁组织编制？", "县生产建设兵团"),
        ("法院审扬尘官司不懂检测，谁去帮忙？", "县环境监测站"),
    ],
)
def test_who_is_found_however_it_is_asked(shelf: Assistant, question: str, unit: str) -> None:
    assert unit in shelf.ask(question).text


@pytest.mark.parametrize(
    ("question", "stated"),
    [
        ("工地不按规定设置围挡怎么办？", "责令停工整改"),
        ("扬尘治理 试点地区名单", "青河镇、南山镇、北岭镇、东关镇"),
        ("水利局2024年给多少个股室负责人做过培训", "12名股室负责人"),
        ("水利局2024年营造林任务是多少万亩？", "8万亩"),
    ],
)
def test_the_sentence_that_answers_is_quoted(shelf: Assistant, question: str, stated: str) -> None:
    assert stated in shelf.ask(question).text


def test_what_leads_to_a_document_answers_only_what_it_is_for(shelf: Assistant) -> None:
    assert "有关事项规定如下" not in shelf.ask("扬尘管理中车辆冲洗有什么要求？").text
    assert "减少扬尘扰民" in shelf.ask("出台建筑工地扬尘管理规定的目的是什么？").text


@pytest.mark.parametrize(
    ("sentence", "leads"),
    [
        ("为方便群众办事，现就户籍管理有关事项通知如下：", True),
        ("经县政府同意，现提出如下意见：", True),
        ("有下列情形之一的，不予登记：", False),
        ("登记的条件如下：", False),
    ],
)
def test_what_leads_to_all_of_a_document_is_told_from_what_opens_a_list(sentence: str, leads: bool) -> None:
    (said,) = sentences_of(passage(sentence))
    assert said.is_preamble is leads


def test_a_number_of_other_people_is_none_of_those_asked_for(shelf: Assistant) -> None:
    assert shelf.ask("水利局2024年发展多少名党员？").refused


def test_an_order_to_sum_up_is_no_name_of_a_document(shelf: Assistant) -> None:
    for question in ("总结种树护土工作", "把种树护土工作总结一下"):
        read = shelf.read(question)
        assert (read.intent, read.text) == (Intent.SUMMARY, "种树护土工作")
        assert "营造林" in shelf.ask(question).text


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("请帮我总结一下防汛工作", "防汛工作"),
        ("防汛工作归纳一下？", "防汛工作"),
        ("工作总结里写了什么", ""),
        ("2023年工作总结的主要内容", ""),
    ],
)
def test_the_topic_of_an_order_to_sum_up(text: str, topic: str) -> None:
    assert without_order(text) == topic


def test_an_order_with_a_question_is_that_question(shelf: Assistant) -> None:
    assert shelf.read("概括一下扬尘治理有哪些试点地区").intent is Intent.TOPIC


def test_a_new_topic_in_common_words_is_no_follow_up(shelf: Assistant) -> None:
    answer = shelf.ask("校园安全怎么检查？", ["2024年改造多少公里管网？"])
    assert not answer.refused
    assert "校园安全检查" in answer.text


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("四川省成都市青羊区新增多少学位？", ("青羊区",)),
        ("四川省成都市新增多少学位？", ("成都市",)),
        ("四川和云南新增多少学位？", ("四川", "云南")),
    ],
)
def test_of_a_place_and_those_it_lies_in_it_alone_is_meant(text: str, places: tuple[str, ...]) -> None:
    assert places_in(text, ()) == places


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("营造林任务是多少万亩？", "营造林"),
        ("最低工资标准调到多少？", "最低工资"),
        ("每千人床位数是多少？", "床位"),
        ("学生参与率是多少？", "学生参与率"),
    ],
)
def test_an_amount_is_asked_of_what_is_measured(question: str, thing: str) -> None:
    assert [term.word for term in asked_thing(question)] == [thing]


@pytest.mark.parametrize(
    ("question", "stated", "other"),
    [
        ("给多少个支队长做过培训", "30名支队长", "没有数字"),
        ("要招多少医疗卫生人员", "招聘60名", "床位2315张"),
        ("住一回院要花多少？", "费用4900元", "出院1.93万人次"),
        ("河道两侧多远不准堆放渣土？", "两侧80米", "两侧的滩地"),
        ("来了几个人？", "5人", "5所"),
        ("要几个月？", "3个月", "3所"),
        ("菜价、粮油价格涨幅是多少？", "涨幅2%左右", "涨幅不大"),
    ],
)
def test_an_amount_is_stated_in_the_unit_asked_for(question: str, stated: str, other: str) -> None:
    fact = wanted_fact(Question(question, Intent.FIGURE))
    assert fact is not None
    assert fact(stated)
    assert not fact(other)

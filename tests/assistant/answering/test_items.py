"""Lists that an answer opens, what other domains are asked of, and which passage of a document is meant."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.settings import Settings
from tests.assistant.library import library_of

PLANS = {
    "青河市政务网站整合试点方案.txt": """青河市政务网站整合试点方案

一、试点目标
2025年12月底前，试点单位完成政务网站整合。
二、考核评估
把政务网站整合试点情况纳入政务网站整合年度考核，2026年4月底前组织对试点单位验收。
三、工作难点
政务网站整合存在以下困难：一是标准不一。各单位栏目设置、页面格式差别较大。二是数据分散。多数栏目仍靠手工维护；三是人手不足。
四、公民投诉办理
有下列情形之一的，投诉不予受理：
（一）没有明确的被投诉网站；
（二）已由人民法院立案；
（三）同一事项已经答复。
五、工作不足
同时我们也看到，政务网站整合还有不少短板。主要是：内容更新不及时，适老化改造刚刚起步。
六、试点范围
根据申报情况，确定青河市、云溪县、白石县和南湾区开展政务网站整合试点。
七、作风建设
以“三个一”活动转变政务网站工作作风。在开好“一次会议”上，每月会商一次。在办好“一份简报”上，每周通报进度。在建好“一本台账”上，逐项登记销号。
""",
    "青河市民办托管机构管理办法.txt": """青河市民办托管机构管理办法

第一章 总则
第一条 为了规范民办托管机构的管理，制定本办法。
第二条 托管机构应当经县级教育行政部门备案。
第二章 设立
第三条 公司、合伙企业形式的托管机构开展托管服务应当具备下列条件：
（一）有固定的经营场所；
（二）有书面的服务章程；
（三）工作人员持有健康证明。
第四条 托管机构应当按照备案的地址开展服务，不得擅自变更地址。
第五条 托管机构不得同时在两个以上地址接收学生。
第三章 罚则
第六条 托管机构有下列行为之一的，由县级教育行政部门责令限期改正，可以处3万元以下的罚款：
（一）未按规定备案；
（二）擅自变更服务地址；
（三）同时在两个以上地址接收学生。
第七条 有下列情形的托管人员，由托管机构给予表扬。
（1）全年无责任事故的；
（2）有其他突出贡献的。
第八条 托管机构的应急预案应当包括下列内容：
（一）火灾、地震等灾害发生时学生疏散的路线、次序、集合地点，以及各楼层负责引导的工作人员和他们的联系方法；
（二）学生突发疾病、意外受伤时的处置步骤，就近送医的医院和路线，以及通知家长和县级教育行政部门的时限；
（三）食物中毒、传染病等公共卫生事件的报告程序、留样食品的封存办法和场所消毒的具体要求；
（四）陌生人闯入、学生走失等治安事件的报警方式、监控录像的保存办法和与公安派出所联络的专门人员；
（五）停电、停水、暴雨等情况下学生的照料安排、提前离开时的家长签字手续和通知渠道；
（六）应急物资的种类、数量、存放地点，每学期检查的次数，以及损坏、过期物资更换的责任人员和费用来源；
（七）每学期组织演练的次数、演练的项目和记录办法，以及演练之后对预案进行修订的程序和备案的时限要求；
（八）灾害之后学生心理辅导的安排，以及无法继续提供托管服务时学生转到其他机构的办法和费用退还的期限；
（九）校车、接送车辆发生事故时的报警、救护、家长联络和保险报案步骤，以及后备车辆和驾驶人员的安排；
（十）应急值守电话、值班人员名单以及节假日的联络办法；
（十一）其他应当列入预案的内容。
""",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("items")
    for name, text in PLANS.items():
        (folder / name).write_text(text, encoding="utf-8")
    with Assistant.open(Settings(home=folder / "home")) as assistant:
        assistant.keeper.ingest([folder / name for name in PLANS])
        yield assistant


def quotes(answer: Answer) -> list[str]:
    return [citation.quote for citation in answer.citations]


def test_a_list_is_given_whole_though_sentences_stand_between_its_items(library: Assistant) -> None:
    answer = library.ask("政务网站整合有哪些困难？")
    assert quotes(answer)[-2:] == ["二是数据分散。", "三是人手不足。"]
    assert quotes(answer)[-3].endswith("一是标准不一。")


def test_the_parts_below_a_sentence_that_announces_them_follow_it(library: Assistant) -> None:
    answer = library.ask("哪些情形的投诉不予受理？")
    assert [quote[:3] for quote in quotes(answer)] == ["有下列", "（一）", "（二）", "（三）"]


def test_conditions_are_given_with_all_their_items(library: Assistant) -> None:
    answer = library.ask("开办合伙形式的托管机构要满足什么条件？")
    assert [quote[:3] for quote in quotes(answer)] == ["第三条", "（一）", "（二）", "（三）"]


def test_a_list_longer_than_a_reader_bears_says_that_it_goes_on(library: Assistant) -> None:
    answer = library.ask("托管机构的应急预案包括哪些内容？")
    assert quotes(answer)[1].startswith("（一）火灾")
    assert len(answer.text) < 700
    assert "共 11 项" in answer.notice


def test_items_may_follow_a_full_stop(library: Assistant) -> None:
    answer = library.ask("托管人员哪些情形会被表扬？")
    assert [quote[:3] for quote in quotes(answer)] == ["第七条", "（1）", "（2）"]


def test_a_penalty_is_quoted_with_the_deed_it_is_for(library: Assistant) -> None:
    answer = library.ask("托管机构擅自变更服务地址会怎么罚？")
    assert quotes(answer)[0].startswith("第六条")
    assert "（二）擅自变更服务地址；" in quotes(answer)
    assert not any(quote.startswith("第四条") for quote in quotes(answer))


def test_what_a_sentence_leads_to_follows_it(library: Assistant) -> None:
    answer = library.ask("政务网站整合还有哪些短板？")
    assert quotes(answer)[-1].startswith("主要是：内容更新不及时")


def test_a_question_for_places_is_answered_by_a_sentence_that_names_them(library: Assistant) -> None:
    answer = library.ask("政务网站整合试点有哪些地方？")
    assert "云溪县" in quotes(answer)[0]


def test_each_of_a_number_of_ones_is_given(library: Assistant) -> None:
    answer = library.ask("“三个一”活动具体是哪三个一？")
    assert all(any(one in quote for quote in quotes(answer)) for one in ("一次会议", "一份简报", "一本台账"))


def test_every_item_is_quoted_where_it_stands(library: Assistant) -> None:
    for question in ("政务网站整合有哪些困难？", "哪些情形的投诉不予受理？", "“三个一”活动具体是哪三个一？"):
        for citation in library.ask(question).citations:
            assert library.document(citation.doc).text[citation.start : citation.end] == citation.quote


def test_a_list_is_one_passage_with_what_opens_it(library: Assistant) -> None:
    first, *others = library.search("托管机构开展托管服务应当具备哪些条件？")
    assert first.chunk.text.startswith("第三条")
    assert first.chunk.text.rstrip().endswith("健康证明。")
    assert not any(hit.chunk.text.startswith("（二）有书面") for hit in others)


def test_words_that_name_the_document_do_not_decide_between_its_passages(library: Assistant) -> None:
    first, *_ = library.search("政务网站整合试点什么时候完成？")
    assert "2025年12月底前" in first.chunk.text


@pytest.mark.parametrize(
    "question",
    [
        "西红柿炒鸡蛋怎么做",
        "空调不制冷是什么原因",
        "唐朝有哪些著名诗人",
        "怎么用Python写爬虫",
        "世界杯冠军是哪个队",
        "公积金贷款最高能贷多少",
    ],
)
def test_what_the_plans_do_not_speak_of_is_refused(samples: Assistant, question: str) -> None:
    assert samples.ask(question).refused


def test_a_running_list_goes_on_beyond_the_tenth(tmp_path: Path) -> None:
    numerals = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
    items = "".join(f"{numeral}是为第{at}村修路{at}公里。" for at, numeral in enumerate(numerals, 1))
    text = f"青河市2025年政府工作报告\n\n一、办好实事\n今年办好12件民生实事。{items}\n"
    with library_of(tmp_path, {"青河市2025年政府工作报告.txt": text}) as assistant:
        assert "十二是为第12村修路12公里" in assistant.ask("今年12件民生实事是哪些？").text

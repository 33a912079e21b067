"""A figure answers only where the clause that states it is about what is asked, and of the year asked."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from assistant.evidence.bound import bound
from assistant.evidence.evidence import Statement, statements
from assistant.followups.conversation import read_question
from assistant.understanding.question import Facets
from assistant.understanding.terms import weigh
from ingest.records import Chunk, Hit


def chunk(text: str, *path: str, title: str = "白石县2024年教育工作报告", kind: str = "报告") -> Chunk:
    return Chunk("1", "报告.txt", 1, 0, len(text), text, title, path, (2024,), kind=kind)


def judged(question: str, *chunks: Chunk, alike: str = "", cosine: float = 0.3) -> list[Statement]:
    """Judge statements where all texts but one that is alike have a cosine of 0 with the question.

    :param alike: what a text must hold to have one; none is asked for where this is empty.
    """

    def similarity(texts: Sequence[str]) -> list[float]:
        return [cosine if alike in text else 0.0 for text in texts]

    read = read_question(question, Facets())
    ranked = statements(read, weigh(question), [Hit(each, 3.0) for each in chunks], similarity)
    return bound(read, ranked, similarity)


def states(question: str, text: str, *path: str, alike: str = "", cosine: float = 0.3) -> bool:
    (statement,) = judged(question, chunk(text, *path), alike=alike, cosine=cosine)
    return statement.factual


def test_a_figure_in_a_clause_that_is_not_about_the_question_answers_nothing() -> None:
    question, text = "校园足球投入多少经费？", "推广校园足球运动，校舍维修投入专项资金300万元。"
    assert not states(question, text, alike="足球")
    assert states(question, text, alike="足球", cosine=0.5)
    assert states(question, text, alike="资金")


def test_what_is_asked_of_a_thing_is_said_where_the_thing_is_named() -> None:
    question = "新建幼儿园多少所？"
    assert states(question, "全县新建幼儿园12所，改造乡村小学食堂5个。")
    assert not states(question, "规划新建幼儿园布点，抓好校车和食堂管理，改造乡村小学5所。")


@pytest.mark.parametrize(
    ("question", "path", "answers"),
    [
        ("计划培训教师多少名？", "一、2023年工作回顾", False),
        ("计划培训教师多少名？", "二、2024年工作安排", True),
        ("2024年培训教师多少名？", "一、2023年工作回顾", False),
        ("2023年培训教师多少名？", "一、2023年工作回顾", True),
        ("培训教师多少名？", "一、2023年工作回顾", True),
        ("2024年培训教师多少名？", "一、主要工作回顾", False),
    ],
)
def test_what_was_reached_is_no_answer_to_what_is_planned(question: str, path: str, answers: bool) -> None:
    assert states(question, "全县培训教师2160名，覆盖所有乡镇。", path) is answers


def test_a_review_that_names_the_year_or_the_aim_answers() -> None:
    assert states("2024年培训教师多少名？", "2024年培训教师2160名。", "一、2023年工作回顾")
    assert states("培训教师目标多少名？", "2025年培训教师目标2160名。", "一、工作进展情况")


def test_a_report_is_its_own_year() -> None:
    summary = chunk("全县培训教师2160名，覆盖所有乡镇。", "一、主要成效", kind="总结")
    (statement,) = judged("2024年培训教师多少名？", summary)
    assert statement.factual


def test_what_states_the_figure_of_another_thing_gives_way() -> None:
    other = chunk("规划新建幼儿园布点，抓好校车和食堂管理，改造乡村小学5所。")
    own = replace(chunk("全县幼儿园新建3所。"), id="2", doc="其他.txt")
    assert [s.chunk.doc for s in judged("新建幼儿园多少所？", other, own) if s.factual] == ["其他.txt"]


def test_a_figure_said_with_little_of_the_question_gives_way_to_a_clause_that_says_more() -> None:
    question = "乡村寄宿学校浴室改造什么时候完成？"
    little = chunk("学校食堂扩建6月底前完成。")
    more = replace(chunk("抓紧推进乡村寄宿学校浴室改造，保证质量和安全。"), id="2", doc="其他.txt")
    assert [s.factual for s in judged(question, little)] == [True]
    assert not any(s.factual for s in judged(question, little, more))
    assert [s.factual for s in judged(question, little, cosine=0.6)] == [True]


def test_questions_for_no_amount_are_left_as_they_are() -> None:
    (statement,) = judged("校园足球怎么推广？", chunk("推广校园足球，资金300万元。"), alike="没有")
    assert statement.factual


def test_who_does_something_is_told_where_much_of_the_question_is_said() -> None:
    question = "校园足球联赛由谁牵头？"
    assert states(question, "校园足球联赛由体育艺术科牵头。", cosine=0.5)
    assert not states(question, "校园食堂改造由后勤保障科牵头。", cosine=0.3)


def test_headings_alone_do_not_tell_who_does_something() -> None:
    question, heading = "校园足球联赛的费用谁承担？", "校园足球联赛的费用"
    assert states(question, "联赛费用由县财政局承担。", heading)
    assert not states(question, "不足部分由承办方补足，由办公室负责。", heading)


def test_a_sanction_answers_only_for_what_is_asked_of() -> None:
    question = "食堂采购造假怎么处罚？"
    assert states(question, "食堂采购造假的，追究责任。", cosine=0.3)
    assert not states(question, "招生违规的，追究责任。", "食堂采购", cosine=0.3)
    assert not states(question, "食堂采购每月公示。", cosine=0.9)


def test_what_opens_a_list_of_conditions_leaves_the_rest_to_its_items() -> None:
    question = "认真创办并经营托育园要满足什么条件？"
    assert states(question, "托育园应当具备下列条件：", cosine=0.1)
    assert not states(question, "托育园应当具备专门场地。", cosine=0.1)


def test_a_clause_that_names_its_own_thing_does_not_lean_on_the_figure_before_it() -> None:
    question = "校园足球经费是多少？"
    assert not states(question, "校园足球经费增长10%，食堂改造费用达到300万元。")
    assert states(question, "校园足球比赛120场，发放经费300万元。")
    assert states(question, "校园足球经费增长10%，总额达到300万元。")


def test_a_clause_that_leans_on_the_one_before_it_is_about_both() -> None:
    text = "体育培训按课次收费的，不得一次性收取超过60课时的费用，且均不得超过800元。"
    assert states("体育培训一次最多收多少钱？", text, alike="课时的费用，且")


def test_an_amount_of_things_is_no_time_that_leads_to_the_next_clause() -> None:
    text = "少年宫完成主体工程，改造教室140间，购置乐器310万元。"
    assert not states("少年宫投资多少？", text, cosine=0.5)


def test_of_the_whole_country_only_what_is_said_of_it_answers() -> None:
    question, reviews = "全国失业率目标是多少？", ["城镇失业率控制在5.5%左右，建成全国重要的粮仓。"] * 12
    told = [replace(chunk(text), id=str(at), doc=f"{at}.txt") for at, text in enumerate(reviews)]
    assert not any(s.factual for s in judged(question, *told))
    assert states(question, "全国城镇失业率目标为5.5%左右。")


def test_a_sanction_under_a_heading_that_announces_it_is_of_what_the_document_is_about() -> None:
    text, title = "对责任不落实的单位，通报批评并约谈主要负责人。", "白石县2024年防煤气中毒工作通知"
    question = "煤气中毒怎么问责？"
    for heading, answers in (("三、严格督导问责", True), ("三、加强宣传", False)):
        (statement,) = judged(question, chunk(text, heading, title=title))
        assert statement.factual is answers
    (other,) = judged("校车超速怎么问责？", chunk(text, "三、严格督导问责", title=title))
    assert not other.factual


def test_an_address_is_of_what_it_stands_under() -> None:
    assert states("督查室的地址是什么？", "地址：人民路12号。", "督查室", cosine=0.1)
    assert not states("人事股的地址是什么？", "地址：人民路12号。", "督查室", cosine=0.1)


def test_the_share_of_another_whole_answers_nothing() -> None:
    assert not states("校园足球经费占体育收入的比重", "校园足球经费占体育支出的比重为12%。")
    assert states("校园足球经费占体育支出的比重", "校园足球经费占体育支出的比重为12%。")


def test_a_cell_is_said_of_what_heads_its_row() -> None:
    row = "7.项目：校门口护学岗建设\u3000牵头股室：安全管理股\u3000完成时限：2024年6月30日前"
    assert states("护学岗建设什么时候完成？", row, alike="护学岗")
    assert not states("护学岗建设什么时候完成？", row, alike="安全管理股")


def test_figures_given_in_their_order_are_of_the_things_named_before() -> None:
    text = "2025年，氮氧化物浓度控制在30微克以内，达标天数比率达到82%；2026年分别达到28微克和83%。"
    assert states("2026年氮氧化物浓度达到多少？", text, alike="氮氧化物")
    assert not states("2027年氮氧化物浓度达到多少？", text, alike="氮氧化物")


def test_what_falls_short_in_other_words_is_of_the_thing_asked() -> None:
    assert states("医德不过关有什么后果？", "医德考核不合格的，两年内不得参加评优。")
    assert not states("护林员考核不过关有什么后果？", "医德考核不合格的，两年内不得参加评优。")


def test_the_time_a_row_begins_with_is_of_all_the_row_says() -> None:
    question, row = (
        "渠系清淤哪天前要完成？",
        "时间节点：4月10日前　工作内容：渠系清淤全面完成　责任站所：水管站",
    )
    assert states(question, row, alike="渠系清淤", cosine=0.3)


def test_where_the_best_statement_gives_from_some_number_on_nothing_else_is_told_of_less() -> None:
    tiers = chunk("对存栏400只以上的养鹅场，每场奖补5万元。")
    other = chunk("全县养鹅场产值达到900万元，争取奖补资金60万元。")
    assert not any(s.factual for s in judged("存栏150只的养鹅场奖补多少？", tiers, other, cosine=0.5))
    assert any(s.factual for s in judged("存栏450只的养鹅场奖补多少？", tiers, other, cosine=0.5))


def test_what_only_the_title_names_is_said_by_no_clause_less_than_by_another() -> None:
    plan = chunk("招聘校医6名，年龄40周岁以下。", title="白石县学校招聘校医公告")
    (statement,) = judged("本次招聘校医多少名？", plan, alike="校医")
    assert statement.factual


def test_a_clause_leans_on_the_last_one_that_names_its_thing() -> None:
    built = "新建冷库16座，每座容积900立方米，总投资640万元，全部由合作社出资。"
    assert states("冷库总投资多少？", built, alike="冷库")
    assert states("冷库总投资多少？", built.replace("每座容积900立方米", "设货位320个"), alike="冷库")


def test_in_a_row_of_figures_the_member_without_one_takes_none_of_its_neighbours() -> None:
    row = "预期目标是：投资增长6%，进出口稳中有升，一般公共预算收入增长4%。"
    assert not states("进出口增长百分之几？", row, alike="进出口")
    assert states("一般公共预算收入增长百分之几？", row, alike="收入")


def test_what_leaves_no_word_of_the_question_unsaid_may_be_a_little_less_alike() -> None:
    question, whole = "校园足球联赛在哪天开赛？", "校园足球联赛每年5月8日开赛。"
    assert states(question, whole, cosine=0.115)
    assert not states(question, whole, cosine=0.1)
    assert not states(question, "校园足球活动每年5月8日开始。", cosine=0.115)


def test_amounts_given_respectively_are_of_the_things_named_before_them() -> None:
    text = "举办农技比武大赛，设一等奖1名、二等奖2名、三等奖3名，奖金分别为900元、600元、300元。"
    assert states("农技比武大赛三等奖奖金是多少？", text)
    other = "举办农技比武大赛，全县参加，食宿自理，路费补贴每人80元。"
    assert not states("农技比武大赛三等奖奖金是多少？", other)

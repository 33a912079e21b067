"""What is said of a sibling of the thing asked answers nothing; the refusal names what is written."""

from collections.abc import Sequence

import pytest

from assistant.evidence.evidence import Statement, statements
from assistant.evidence.siblings import of_its_own, written_instead
from assistant.followups.conversation import read_question
from assistant.understanding.question import Facets, Question
from assistant.understanding.terms import weigh
from ingest.records import Chunk, Hit


def chunk(text: str, *path: str, title: str = "白石县2024年工作要点") -> Chunk:
    return Chunk("1", "要点.txt", 1, 0, len(text), text, title, path, (2024,))


def judged(text: str, *chunks: Chunk) -> tuple[Question, list[Statement]]:
    def similarity(texts: Sequence[str]) -> list[float]:
        return [0.4 for _ in texts]

    question = read_question(text, Facets())
    ranked = statements(question, weigh(text), [Hit(each, 3.0) for each in chunks], similarity)
    return question, of_its_own(question, ranked)


def states(question: str, text: str, *path: str, title: str = "白石县2024年工作要点") -> bool:
    _, found = judged(question, chunk(text, *path, title=title))
    return any(statement.factual for statement in found)


@pytest.mark.parametrize(
    "question", ["歌咏比赛三等奖奖金多少？", "歌咏比赛三等奖奖金", "歌咏比赛三等奖发多少钱"]
)
def test_the_rank_of_an_award_must_be_named_however_it_is_asked(question: str) -> None:
    assert not states(question, "歌咏比赛设一等奖奖金800元，二等奖奖金500元。")
    assert states(question, "歌咏比赛设一等奖奖金800元，三等奖奖金300元。")


def test_a_figure_of_one_sort_is_none_of_its_opposite() -> None:
    text = "公办园在园幼儿占比达到52%。"
    assert states("公办园在园幼儿占比是多少？", text)
    assert not states("民办园在园幼儿占比是多少？", text)
    assert states("民办园在园幼儿占比是多少？", "公办园、民办园在园幼儿占比分别为52%、48%。")


def test_the_clause_that_tells_is_the_siblings() -> None:
    text = "居民医保住院报销比例70%；职工医保个人账户办理共济2万人。"
    assert not states("职工医保住院报销比例多少？", text)
    assert states("居民医保住院报销比例多少？", text)


def test_a_row_of_one_level_is_of_that_alone() -> None:
    text = "住院报销：乡镇卫生院报销比例85%、县级医院报销比例75%。"
    assert not states("省级医院住院报销比例多少？", text)
    assert not states("县级医院门诊报销比例多少？", text)
    assert states("县级医院住院报销比例多少？", text)


def test_a_heading_or_a_title_says_what_a_sentence_is_of() -> None:
    text = "每天书面作业不超过80分钟。"
    assert not states("高中书面作业多少分钟？", text, "二、初中")
    assert states("初中书面作业多少分钟？", text, "二、初中")
    assert not states("高中书面作业多少分钟？", text, title="白石县小学作业管理办法")
    assert states("小学书面作业多少分钟？", text, title="白石县义务教育作业管理办法")
    assert not states("小学书面作业多少分钟？", f"初中{text}", title="白石县义务教育作业管理办法")


def test_another_part_of_the_sentence_does_not_make_it_the_siblings() -> None:
    assert states("新建公园多少个？城区", "新建公园5个；改造农村厕所200座。")


def test_an_hour_of_the_evening_is_none_of_the_morning() -> None:
    assert not states("值班老师早上几点到？", "生活老师22:30前到岗查寝。")
    assert states("值班老师早上几点到？", "值周老师7:20前到岗。")


def test_where_the_best_is_a_siblings_only_what_names_the_thing_answers() -> None:
    sibling = chunk("评上二等奖学金的每人奖励500元。")
    other = Chunk("2", "办法.txt", 1, 0, 13, "举报查实的奖励3000元。", "举报办法", (), (2024,))
    _, found = judged("二等奖学金每人奖励多少？", sibling, other)
    assert [s.text for s in found if s.factual] == [sibling.text]
    _, found = judged("一等奖学金每人奖励多少？", sibling, other)
    assert not any(s.factual for s in found)


def test_beside_what_is_of_a_sibling_no_other_thing_answers_a_topic() -> None:
    sibling = chunk("二级以上医院全部设置安检。", "守住安全底线")
    other = Chunk("2", "办法.txt", 1, 0, 14, "村卫生室与医院影像尚未互通。", "困难", (), (2024,))
    _, found = judged("一级医院要设置安检吗？", sibling, other)
    assert not any(s.factual for s in found)


def test_what_to_do_the_third_time_is_not_what_to_do_the_second() -> None:
    text = "违反手机管理规定的，第一次提醒，第二次通报批评。"
    assert not states("第三次违反手机管理规定怎么处理？", text)
    assert states("第二次违反手机管理规定怎么处理？", text)


def test_the_siblings_that_are_written_are_named() -> None:
    question, found = judged(
        "歌咏比赛三等奖奖金多少？", chunk("歌咏比赛设一等奖奖金800元，二等奖奖金500元。")
    )
    assert written_instead(question, found) == ("三等奖", ["一等奖", "二等奖"])
    question, found = judged(
        "歌咏比赛二等奖奖金多少？", chunk("歌咏比赛设一等奖奖金800元，二等奖奖金500元。")
    )
    assert written_instead(question, found) == ("", [])


def test_what_is_hardly_about_the_question_is_told_for_no_sibling() -> None:
    question, found = judged(
        "乡村学校午餐营养补助由谁发放？",
        chunk("落实学校午餐营养补助，按时发放。"),
        chunk("城区设停车场9处，统一管理。"),
    )
    assert written_instead(question, found) == ("", [])


def test_a_heading_that_is_the_statement_itself_says_no_more_than_that() -> None:
    item = "（二）发生Ⅰ级差错的，科室取消评优资格；发生Ⅱ级差错的，扣发科室季度奖金的15%。"
    assert not states("发生Ⅰ级差错，季度奖金扣百分之几？", item, item.rstrip("。"))
    assert states("发生Ⅱ级差错，季度奖金扣百分之几？", item, item.rstrip("。"))


def test_a_sentence_before_it_in_its_line_does_not_name_what_is_asked() -> None:
    text = "国家级课题争取立项1项。校级课题立项20项，每项补助2000元。"
    assert not states("国家级课题每项补助多少元？", text)
    assert states("校级课题每项补助多少元？", text)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("登山赛第四名有多少奖金？", "登山赛奖金为冠军2000元、亚军1000元、季军500元。"),
        (
            "市级示范社区每个给多少经费？",
            "创建县级示范社区4个，市级示范社区2个，每个县级示范社区给予经费2万元。",
        ),
        ("硕士科研启动费给多少钱？", "博士发放科研启动费10万元；硕士发放安家费3万元。"),
        ("一个学期的保教费收多少钱？", "保教费标准按学期公示，伙食费每人每天12元。"),
    ],
)
def test_an_amount_of_a_sibling_in_the_same_sentence_is_none(question: str, text: str) -> None:
    assert not states(question, text)


def test_a_short_clause_leaves_out_what_all_are_told_of() -> None:
    said = "红色企业每月检查不少于1次，橙色每季度1次。"
    assert states("橙色企业多久检查一次？", said)
    assert states("市级示范社区每个给多少经费？", "县级示范社区每个给予经费2万元，市级每个5万元。")


def test_the_phase_of_a_building_and_women_among_all_must_be_named() -> None:
    assert not states("滨江路二期何时通车？", "滨江路6月底前建成通车。")
    assert states("滨江路二期何时通车？", "滨江路二期工程6月底前建成通车。")
    assert not states("提拔的女干部有几名？", "提拔中层干部16名。")
    assert states("提拔的女干部有几名？", "提拔中层干部16名，其中女干部5名。")


def test_a_week_of_a_calendar_is_none_of_another() -> None:
    text = "第3周 学雷锋活动。"
    assert not states("第13周有什么活动？", text)
    assert states("第3周有什么活动？", text)


def test_a_list_of_other_ranks_tells_nothing_of_the_one_it_leaves_out() -> None:
    text = "火险等级与响应：\n四级　橙色　停止野外用火审批\n五级　红色　封山禁火\n"
    assert not states("白石县二级火险要采取什么措施？", text)
    assert states("白石县四级火险要采取什么措施？", text)


def test_a_grant_for_one_post_is_none_of_another() -> None:
    assert not states("年级主任津贴每月多少元？", "高三每月1200元。", "1、班主任津贴")
    assert states("班主任津贴每月多少元？", "高三每月1200元。", "1、班主任津贴")

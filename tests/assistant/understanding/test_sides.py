"""Questions that set things apart, and sentences that say the same of several things."""

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from assistant.evidence.apart import part_on, sets_out
from assistant.understanding.intent import Intent
from assistant.understanding.question import Question
from assistant.understanding.sides import _measured, set_apart
from assistant.understanding.terms import weigh
from tests.assistant.library import library_of

DOCUMENTS = {
    "应急.txt": """白石县防汛应急预案

一、响应等级
1.1 县级响应：两个以上乡镇同时出现洪涝灾害，或者白石河水位超过警戒线一米。
1.2 乡镇级响应：一个乡镇出现洪涝灾害，乡镇人民政府能够自行处置。
二、响应行动
启动县级响应后，县水利局每两小时报告一次水情。乡镇级响应启动后，乡镇干部进村入户转移群众。
""",
    "资产.txt": """白石县国有资产管理办法

第一条　为了规范国有资产管理，制定本办法。
第二条　固定资产包括房屋、车辆和单价两千元以上的设备，流动资产包括现金、存款和库存物资，由县财政局统一登记。
""",
    "水利.txt": """白石县水利工程资金安排

一、中央补助资金
水利工程中央补助资金320万元，6月底前拨付到项目。
二、项目管理
项目法人对工程质量负责，每月公示进度。
三、乡镇配套资金
水利工程乡镇配套资金45万元，由受益乡镇筹集。
""",
}


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with library_of(tmp_path_factory.mktemp("sides"), DOCUMENTS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "sides"),
    [
        ("乡镇级和县级防汛响应怎么区分？", ("乡镇级防汛响应", "县级防汛响应")),
        ("怎么区分乡镇级和县级防汛响应", ("乡镇级防汛响应", "县级防汛响应")),
        ("固定资产和流动资产有什么不同？", ("固定资产", "流动资产")),
        (
            "水土保持方案书、方案表分别适用于哪类工程？",
            ("水土保持方案书适用于哪类工程", "水土保持方案表适用于哪类工程"),
        ),
        ("防汛村级责任和部门责任是什么？", ("防汛村级责任是什么", "防汛部门责任是什么")),
        ("防汛村级责任/部门责任", ("防汛村级责任", "防汛部门责任")),
    ],
)
def test_what_is_set_apart_is_asked_for_one_by_one(question: str, sides: tuple[str, ...]) -> None:
    read = set_apart(Question(question, Intent.TOPIC))
    assert tuple(text for _, text in read.sides) == sides


@pytest.mark.parametrize(
    "question", ["固定资产怎么管理？", "单位和个人分别怎么办", "资产有什么不同？", "怎么区分资产？"]
)
def test_one_thing_or_common_words_are_not_set_apart(question: str) -> None:
    assert set_apart(Question(question, Intent.TOPIC)).sides == ()


def test_each_side_is_answered_by_what_sets_it_out(shelf: Assistant) -> None:
    quotes = "".join(citation.quote for citation in shelf.ask("乡镇级和县级响应怎么区分？").citations)
    assert "两个以上乡镇同时出现洪涝灾害" in quotes
    assert "乡镇人民政府能够自行处置" in quotes


def test_of_two_lists_in_a_sentence_only_the_one_asked_for_is_quoted(shelf: Assistant) -> None:
    answer = shelf.ask("流动资产包括哪些？")
    assert "现金、存款和库存物资" in answer.text
    assert "车辆" not in answer.text


def test_a_sentence_that_speaks_of_both_things_asked_stays_whole() -> None:
    text = "固定资产包括房屋、车辆，流动资产包括现金、存款"
    assert part_on(text, weigh("固定资产和流动资产包括什么")) == (0, len(text))
    assert text[slice(*part_on(text, weigh("流动资产有哪些")))] == "流动资产包括现金、存款"
    assert part_on("县财政局负责登记", weigh("谁负责登记")) == (0, 8)


@pytest.mark.parametrize(
    ("sentence", "does"),
    [("县级响应：两个以上乡镇受灾。", True), ("县级响应启动后报告水情。", False), ("启动县级响应：", False)],
)
def test_what_sets_a_thing_out_begins_with_it(sentence: str, does: bool) -> None:
    assert sets_out("县级响应", sentence) is does


@pytest.mark.parametrize(
    ("question", "sides"),
    [
        ("水库和水塘哪个库容大？", ("水库库容多大", "水塘库容多大")),
        ("柳河村和枫桥村谁的水塘更多？", ("柳河村水塘多少", "枫桥村水塘多少")),
    ],
)
def test_two_figures_compared_are_asked_for_one_by_one(question: str, sides: tuple[str, ...]) -> None:
    read = set_apart(Question(question, Intent.FIGURE))
    assert tuple(text for _, text in read.sides) == sides


def test_a_place_named_before_two_things_is_of_none_of_them() -> None:
    read = set_apart(Question("白石县的水库和水塘哪个多？", Intent.FIGURE, places=("白石县",)))
    assert [thing for thing, _ in read.sides] == ["水库", "水塘"]


def test_figures_of_other_kinds_are_not_compared() -> None:
    assert not set_apart(Question("水库和水塘一共有多少？", Intent.FIGURE)).sides


def test_two_figures_compared_are_both_quoted_from_where_they_stand(shelf: Assistant) -> None:
    answer = shelf.ask("水利工程中央补助资金和乡镇配套资金哪个多？")
    quotes = [citation.quote for citation in answer.citations]
    assert [sum(figure in quote for quote in quotes) for figure in ("320万元", "45万元")] == [1, 1]


@pytest.mark.parametrize(
    ("things", "measured"),
    [
        (["小学教师", "初中教师招聘"], (["小学教师", "初中教师"], "招聘")),
        (["环城东路", "环城西路计划总投资"], (["环城东路", "环城西路"], "计划总投资")),
        (["教育", "卫生资金"], (["教育", "卫生"], "资金")),
        (["水务集团的营业收入", "利润总额"], (["水务集团的营业收入", "利润总额"], "")),
        (["小学", "初中学生"], (["小学", "初中学生"], "")),
        (["党员", "党员发展对象"], (["党员", "党员发展对象"], "")),
        (["小学"], (["小学"], "")),
    ],
)
def test_what_is_measured_may_stand_behind_the_last_thing_alone(
    things: list[str], measured: tuple[list[str], str]
) -> None:
    assert _measured(things) == measured

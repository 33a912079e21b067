"""What a question asks for is stated by a sentence, or by the heading it stands under."""

import pytest

from assistant.understanding.intent import Intent, intent_of
from assistant.understanding.question import Question
from assistant.wanted.fact import fact_asked


@pytest.mark.parametrize(
    ("heading", "stated"),
    [("一、《办法》的出台背景", True), ("二、主要内容", False), ("三、背景音乐", False)],
)
def test_reasons_stand_below_a_heading_that_announces_them(heading: str, stated: bool) -> None:
    fact = fact_asked(Question("养犬办法为什么要出台？", Intent.TOPIC))
    said = "养犬办法实施十年，城区犬只增加两倍。"
    assert fact.is_stated(said, said, heading=heading) is stated


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [
        ("停车费每次不得超过20元。", True),
        ("停车费单次最高20元。", True),
        ("全年清退违规停车费41万元。", False),
    ],
)
def test_how_much_at_most_is_told_by_a_bound(sentence: str, stated: bool) -> None:
    fact = fact_asked(Question("停车费一次最多收多少？", Intent.FIGURE))
    assert fact.is_stated(sentence, sentence) is stated


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [
        ("轻轨二号线设车站18座。", True),
        ("建成轻轨二号线，实施50个停车项目，优化站牌。", False),
    ],
)
def test_what_one_character_names_stands_where_its_number_does(sentence: str, stated: bool) -> None:
    fact = fact_asked(Question("轻轨二号线一共设几个站？", Intent.FIGURE))
    assert fact.is_stated(sentence, sentence) is stated


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [("窑炉限产三成。", True), ("窑炉限产30%。", True), ("费用按4:6分担。", True), ("预警分为三级。", False)],
)
def test_how_many_tenths_are_told_by_a_share(sentence: str, stated: bool) -> None:
    fact = fact_asked(Question("窑炉要限产几成？", Intent.FIGURE))
    assert fact.kind is not None
    assert fact.kind(sentence) is stated


@pytest.mark.parametrize(
    ("question", "asks", "states", "does_not"),
    [
        ("护河工作分管领导是谁？", Intent.DUTY, "护河工作由副县长任分管领导。", "护河工作由县水利局负责。"),
        ("防汛副总指挥是谁？", Intent.PERSON, "县长任总指挥，水利局局长任副指挥长。", "县长任总指挥。"),
        (
            "治水专班副组长是谁？",
            Intent.PERSON,
            "组长由县长方志远担任，副组长由分管水利副县长孟凡林、分管城建副县长丁晓东担任。",
            "组长由县长方志远担任。",
        ),
        ("渠首管理所所长叫什么？", Intent.PERSON, "任命方永年为所长。", "评为“差”的副所长，由所长约谈。"),
        ("谁分管水利局？", Intent.PERSON, "副县长分管农业、水利局工作。", "县水利局主管全县水资源。"),
        (
            "护河联席会议召集人由谁担任？",
            Intent.PERSON,
            "联席会议由副县长担任召集人。",
            "联席会议由县水利局牵头。",
        ),
    ],
)
def test_a_person_is_told_by_no_body(question: str, asks: Intent, states: str, does_not: str) -> None:
    assert intent_of(question) is asks
    fact = fact_asked(Question(question, asks))
    assert fact.is_stated(states, states)
    assert not fact.is_stated(does_not, does_not)


def test_who_is_over_a_field_is_told_by_who_manages_it() -> None:
    fact = fact_asked(Question("河道采砂的主管部门是哪个？", Intent.DUTY))
    told, decided = "县水利局负责全县河道采砂管理工作。", "采砂许可证由县水利局颁发。"
    assert fact.is_stated(told, told) and not fact.is_stated(decided, decided)


@pytest.mark.parametrize("asked", ["几所", "多少家", "多少台", "多少处"])
@pytest.mark.parametrize(
    ("sentence", "stated"), [("现有驾校14家。", True), ("驾校教练38名，场地6000平方米。", False)]
)
def test_things_are_counted_in_whatever_word(asked: str, sentence: str, stated: bool) -> None:
    fact = fact_asked(Question(f"驾校有{asked}？", Intent.FIGURE))
    assert fact.is_stated(sentence, sentence) is stated


@pytest.mark.parametrize(
    ("question", "sentence", "stated"),
    [
        ("渔港养护经费要加多少？", "渔港养护经费增加30万元。", True),
        ("渔港养护经费是多少？", "渔港养护经费增加30万元。", False),
        ("渔业进出口总额是多少？", "渔业进出口总额2.1亿美元。", True),
        ("渔业亏损总额是多少？", "渔业亏损企业19家。", False),
    ],
)
def test_a_sum_of_money_is_told_by_money(question: str, sentence: str, stated: bool) -> None:
    assert fact_asked(Question(question, Intent.FIGURE)).is_stated(sentence, sentence) is stated

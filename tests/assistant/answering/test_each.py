"""Several questions in one, over papers of a made-up county: each answered under its own line."""

from collections.abc import Iterator

import pytest

from assistant.answer import Answer, Mode
from assistant.answering.each import answer_each
from assistant.assistant import Assistant
from assistant.understanding.intent import Intent
from assistant.understanding.question import Question
from tests.assistant.library import library_of

DOCUMENTS = {
    "白石县水利局2024年工作要点.txt": """白石县水利局2024年工作要点

一、管好河湖
1.整治岸线。清理乱占乱建24处，8月底前全部完成。（牵头单位：河湖管理股）
2.保障供水。改造老旧管网36公里，新建水厂2座。（责任单位：供水股；配合单位：县财政局）
3.防御洪水。落实防汛值班，检查水库41座，储备编织袋6万条。（责任单位：防汛办）
二、搞好灌溉
新增高效节水灌溉面积1.2万亩，灌溉水利用系数达到0.58。
""",
    "白石县游泳馆管理办法.txt": """白石县游泳馆管理办法

一、明确收费标准
游泳馆收费标准为每人每次不超过15元。
二、落实优惠
对现役军人、残疾学生免收游泳馆入场费。
三、消防演练
总指挥：县体育局主要负责人。
副总指挥：游泳馆馆长。
四、教练聘期
馆长在同一场馆任满六年的，应当轮换。副馆长任满五年的，应当轮换。
""",
    "白石县水利局内设机构职责.txt": """白石县水利局内设机构职责

一、供水股
2022年5月设立。负责城乡供水管理。
二、防汛办
2019年3月设立。负责防汛值守和水库调度。
""",
}


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with library_of(tmp_path_factory.mktemp("each"), DOCUMENTS) as assistant:
        yield assistant


def blocks(text: str) -> dict[str, str]:
    """The statements of an answer below the questions they stand under."""
    found: dict[str, str] = {}
    question = ""
    for line in text.split("\n"):
        if line.endswith("：") and not line.startswith("《"):
            question = line.removesuffix("：")
        found[question] = found.get(question, "") + line
    return found


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("改造管网多少公里，节水灌溉面积呢？", {"改造管网多少公里": "36公里", "节水灌溉面积": "1.2万亩"}),
        ("整治岸线由谁牵头，水库检查多少座？", {"整治岸线由谁牵头": "河湖管理股", "水库检查多少座": "41座"}),
        ("供水股是哪年设立的？防汛办呢？", {"供水股是哪年设立的": "2022年5月", "防汛办": "2019年3月"}),
        ("游泳馆收费标准，谁免收", {"游泳馆收费标准": "15元", "谁免收": "残疾学生"}),
        ("消防演练总指挥是谁，副总指挥呢？", {"消防演练总指挥是谁": "县体育局", "副总指挥": "游泳馆馆长"}),
        ("馆长任满几年轮换，副馆长呢？", {"馆长任满几年轮换": "六年", "副馆长": "五年"}),
        ("防御洪水由谁负责，有哪些措施？", {"防御洪水由谁负责": "防汛办", "有哪些措施": "编织袋"}),
    ],
)
def test_each_is_answered_under_its_own_line(county: Assistant, text: str, stated: dict[str, str]) -> None:
    told = blocks(county.ask(text).text)
    assert all(answer in told[question] for question, answer in stated.items())


def test_every_mark_stands_for_the_source_of_its_own_line(county: Assistant) -> None:
    answer = county.ask("整治岸线由谁牵头，水库检查多少座？")
    assert [citation.n for citation in answer.citations] == [1, 2]
    for line in answer.text.split("\n"):
        if "41座" in line:
            assert "41座" in answer.citations[int(line[-2]) - 1].quote


def test_what_is_not_answered_is_named(county: Assistant) -> None:
    answer = county.ask("改造管网多少公里？全县有多少家超市？")
    assert "36公里" in answer.text
    assert answer.notice == "没有找到“全县有多少家超市”的答案"


def test_nothing_is_answered_where_no_question_is(county: Assistant) -> None:
    assert county.ask("全县有多少家超市？电影院有多少座位？").refused


def test_what_is_answered_alone_is_told_where_the_other_question_is_not(county: Assistant) -> None:
    answer = county.ask("防御洪水有哪些措施，什么时候完成？")
    assert "储备编织袋6万条" in answer.text
    assert answer.notice == "没有找到“什么时候完成”的答案"


@pytest.mark.parametrize(
    ("said", "notice"),
    [
        ("化解债务1.8亿元，债务率降到90%。[1]", ""),
        ("化解债务1.8亿元，严控债务率。[1]", "没有找到“债务率是多少”的答案"),
    ],
)
def test_what_the_answer_to_another_question_states_is_not_missing(said: str, notice: str) -> None:
    ratio = Question("债务率是多少", Intent.FIGURE, nth=1, typed="债务率是多少")
    paid = Question("化解债务多少亿元", Intent.FIGURE, nth=2, typed="化解债务多少亿元")
    whole = Question("债务率是多少，化解债务多少亿元", Intent.FIGURE, asked=(ratio, paid))
    told = {question.text: Answer(question.text, said, Mode.EXTRACT) for question in (whole, paid)}
    told[ratio.text] = Answer(ratio.text, "没有写明", Mode.REFUSAL)
    assert answer_each(whole, (), lambda one, _: told[one.text]).notice == notice


@pytest.mark.parametrize("text", ["谁负责，什么时候完成？", "由谁牵头", "什么时候完成？"])
def test_what_is_asked_of_nothing_is_asked_back(county: Assistant, text: str) -> None:
    answer = county.ask(text)
    assert answer.refused
    assert "没有写明问的是什么事" in answer.text


def test_what_is_asked_of_the_question_before_is_asked_of_something(county: Assistant) -> None:
    assert "8月底前" in county.ask("什么时候完成？", ["整治岸线由谁牵头？"]).text


def test_what_one_sentence_answers_is_not_taken_apart(county: Assistant) -> None:
    assert blocks(county.ask("改造管网多少公里，新建水厂几座？").text).keys() == {""}


def test_who_and_when_of_one_task_are_both_told(county: Assistant) -> None:
    text = county.ask("整治岸线由谁牵头？什么时候完成？").text
    assert "河湖管理股" in text
    assert "8月底前" in text


def test_a_follow_up_goes_on_from_the_last_of_several_questions(county: Assistant) -> None:
    assert "防汛办" in county.ask("由谁负责？", ["改造管网多少公里？水库检查多少座？"]).text

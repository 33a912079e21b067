"""Further facts of a question beside the first, and what sentences say beside stored duties."""

from collections.abc import Iterator

import pytest

from assistant.answer import Answer, Mode
from assistant.answering.complete import add_said, may_be_more
from assistant.answering.gathered import Evidence
from assistant.assistant import Assistant
from assistant.citing.citations import Sources
from assistant.evidence.evidence import Statement
from assistant.understanding.intent import Intent
from assistant.understanding.question import Question
from ingest.records import Chunk
from tests.assistant.library import library_of
from tests.assistant.passages import passage

QUESTION = Question("联合用水办公室的日常工作由哪个机构承担？", Intent.DUTY)
DUTY = passage("联合用水工作由节水股牵头。", "一、机构", title="用水办法")
SAID = passage("联合用水办公室日常工作由县供水公司承担。", "二、日常工作", title="用水办法", doc="rules.txt")


def statement(chunk: Chunk, score: float, factual: bool = True) -> Statement:
    return Statement(chunk, chunk.start, chunk.end, score, 0.8, 0.5, 2.0, factual)


def named_from(chunk: Chunk) -> Answer:
    sources = Sources()
    sources.cite(chunk, chunk.start, chunk.end)
    return Answer(QUESTION.text, "由节水股牵头。[1]", Mode.EXTRACT, sources.citations)


def added(answer: Answer, *statements: Statement) -> Answer:
    return add_said(answer, [Evidence(QUESTION, (), statements)])


def test_the_best_sentence_that_says_who_stands_below_the_units_of_another_duty() -> None:
    answer = added(named_from(DUTY), statement(SAID, 1.2), statement(DUTY, 0.6))
    assert answer.text.startswith("由节水股牵头。[1]\n")
    assert f"{SAID.text}[2]" in answer.text
    assert [citation.quote for citation in answer.citations] == [DUTY.text, SAID.text]


def test_units_that_the_best_sentence_names_are_all_that_is_told() -> None:
    answer = named_from(SAID)
    assert added(answer, statement(SAID, 1.2)) == answer


def test_a_sentence_that_only_speaks_of_the_topic_adds_nothing() -> None:
    answer = named_from(DUTY)
    assert added(answer, statement(SAID, 1.2, factual=False), statement(DUTY, 0.6)) == answer


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    documents = {
        "白石县2024年工作报告.txt": """白石县2024年工作报告

2024年3月，县政府办公室印发岸线保护方案，部署整治岸线。
""",
        "白石县水利局内设机构.txt": """白石县水利局主要职责及内设机构

一、主要职责：管理全县水资源。
二、内设机构
办公室：负责文电、会务。
行政审批股：取水许可审批，审批时限由20个工作日压减为7个工作日。
水政监察股：受理涉水投诉，一般投诉在15日内答复。
""",
        "白石县水利局2024年工作要点.txt": """白石县水利局2024年工作要点

1.整治岸线。清理乱占乱建24处，8月底前全部完成。（牵头单位：河湖管理股）
2.保障供水。新建水厂2座。（责任单位：供水股）
""",
    }
    with library_of(tmp_path_factory.mktemp("complete"), documents) as assistant:
        yield assistant


def test_who_issued_a_plan_is_not_who_does_the_work(county: Assistant) -> None:
    answer = county.ask("整治岸线谁牵头，什么时候完成？")
    assert "8月底前" in answer.text and "河湖管理股" in answer.text


def test_a_number_is_not_stated_by_the_mark_of_a_source(county: Assistant) -> None:
    answer = county.ask("保障供水哪个单位干，建几座？")
    assert "供水股" in answer.text and "新建水厂2座" in answer.text


@pytest.mark.parametrize(
    ("question", "said"),
    [("取水许可审批归哪个股？", "行政审批股"), ("涉水投诉找谁，几天答复？", "15日内")],
)
def test_what_stands_behind_the_name_of_an_office_is_its_work(
    county: Assistant, question: str, said: str
) -> None:
    answer = county.ask(question)
    assert said in answer.text and "股：" in answer.text
    assert answer.notice == ""


@pytest.mark.parametrize(
    ("asked", "text", "more"),
    [
        ("合格率目标都有哪些？", "全年抽检合格率达到98%。[1]", True),
        ("合格率目标是多少？", "全年抽检合格率达到98%。[1]", False),
        ("保障措施都有哪些？", "一是加强领导；二是落实经费。[1]", False),
        ("全部公厕配备哪些设施？", "配备扶手、坐便器、呼叫铃、照明灯。[1]", False),
    ],
)
def test_what_is_asked_in_full_and_quoted_in_part_is_said_to_be_that(
    asked: str, text: str, more: bool
) -> None:
    assert may_be_more(asked, Answer(asked, text, Mode.EXTRACT)) is more

"""Questions for the meaning of a term, and what is said of one that is only mentioned."""

from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.understanding.meaning import asked_term, definition_of
from ingest.text import normalize
from tests.assistant.library import library_of


@pytest.mark.parametrize(
    ("question", "term"),
    [
        ("双线包保怎么定义的", "双线包保"),
        ("双线包保指啥", "双线包保"),
        ("双线包保如何界定？", "双线包保"),
        ("双线包保是什么意思", "双线包保"),
        ("什么是双线包保", "双线包保"),
        ("双线包保怎么落实", ""),
    ],
)
def test_the_term_asked_for_is_read(question: str, term: str) -> None:
    assert asked_term(question) == term


def test_a_term_that_is_only_mentioned_is_shown_where_it_is(shelf: Assistant) -> None:
    answer = shelf.ask("什么是双线包保？")
    assert answer.refused
    assert "提到它的地方" in answer.text
    assert "落实“双线包保”责任，对辍学学生逐一劝返" in answer.text


def test_a_term_nobody_mentions_is_not_said_to_be(shelf: Assistant) -> None:
    answer = shelf.ask("什么是区块链？")
    assert answer.refused
    assert "提到" not in answer.text


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("两廊一角", "加强对“两廊（厅）一角”（走廊、连廊和图书角）的管理。"),
        ("双带动", "落实把骨干教师培养成带头人、把带头人培养成骨干教师的“双带动”机制。"),
        ("双线包保", "“双线包保”是指学校和乡镇各包一线。"),
        ("三项清理", "对乱占、乱搭、乱堆（以下简称“三项清理”）作如下安排。"),
        ("1+N证书", "试行学历证书加若干技能证书（以下称1+N证书）。"),
        ("4+1", "实行“4+1”模式，即四天授课、一天实训。"),
        ("双带头", "“双带头”教师（既教好书又带好徒弟的教师）占比过半。"),
        ("两减费用", "二、“两减”费用：指减免的教材费和住宿费。"),
        ("两减费用", '"两减"费用：指减免的教材费和住宿费。'),
        ("ABC", "签署区域合作框架协定（ABC）。"),
    ],
)
def test_a_definition_is_known_by_its_form(term: str, text: str) -> None:
    assert definition_of(term).search(normalize(text))


@pytest.mark.parametrize(
    "text", ["落实“双线包保”责任。", "建立健全的“双线包保”（试行）机制。", "由学校落实好“双线包保”机制。"]
)
def test_a_mention_is_no_definition(text: str) -> None:
    assert not definition_of("双线包保").search(normalize(text))


def test_of_who_answers_for_it_a_bracket_is_no_definition() -> None:
    assert not definition_of("双带头").search(normalize("推进“双带头”工程（责任单位：教育股、人事股）。"))


def test_what_explains_a_term_answers_though_little_else_is_said_of_it(tmp_path: Path) -> None:
    text = (
        "白石县清理整治通知\n\n为改善环境，现就乱占、乱搭、乱堆整治（以下简称“清理行动”）有关事项通知如下。\n"
    )
    with library_of(tmp_path, {"清理.txt": text}) as assistant:
        answer = assistant.ask("“清理行动”指的是什么？")
    assert not answer.refused
    assert "乱占、乱搭、乱堆整治（以下简称“清理行动”）" in answer.text

import gc
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest

from assistant.answer import Answer, Mode
from assistant.assistant import Assistant
from assistant.history import History, Vote
from assistant.ui.ask.dialogue import Dialogue
from assistant.ui.ask.talk import Talk
from assistant.understanding.scope import EVERYWHERE, Scope
from ingest.errors import NoSuchConversation, WorkPlanError
from ingest.index.catalog import Catalog
from ingest.records import Filter
from tests.assistant.ui.pages import answer


class Answering:
    """Stands where an Assistant with a chat model would: its answer grows, fails, or is broken off."""

    has_chat_model = True

    def __init__(self, history: History, *answers: Answer | Exception) -> None:
        self.history = history
        self.answers = answers
        self.asked: list[tuple[str, list[str], Scope]] = []
        self.closed = False

    def stream(
        self, question: str, previous: Sequence[str] = (), scope: Scope = EVERYWHERE
    ) -> Iterator[Answer]:
        self.asked.append((question, list(previous), scope))
        try:
            for item in self.answers:
                if isinstance(item, Exception):
                    raise item
                yield item
        finally:
            self.closed = True

    def further(self, answer: Answer) -> tuple[str, ...]:
        return (f"{answer.question}之后呢？",)


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    catalog = Catalog(f"sqlite:///{tmp_path / 'catalog.db'}")
    yield History(catalog.database)
    catalog.close()


def dialogue(answering: Answering, user: str = "王") -> Dialogue:
    return Dialogue(cast(Assistant, answering), user)


def asked(history: History, *questions: str) -> tuple[Dialogue, Talk]:
    """A conversation of these questions, each answered by itself."""
    talk = Talk()
    for question in questions:
        *_, talk = dialogue(Answering(history, answer(question))).ask(talk, question)
    return dialogue(Answering(history, answer("新"))), talk


def questions(talk: Talk) -> list[str]:
    return [turn.question for turn in talk.turns]


def test_an_answer_grows_below_the_earlier_ones(history: History) -> None:
    _, before = asked(history, "一")
    grown = list(dialogue(Answering(history, answer("乙"), answer("丙"))).ask(before, "二"))
    assert [talk.turns[0] for talk in grown] == [before.turns[0]] * 4
    assert [talk.turns[1].answer for talk in grown] == [None, answer("乙"), answer("丙"), answer("丙")]
    assert [talk.busy for talk in grown] == [True, True, True, False]
    assert grown[-1].turns[1].further == ("丙之后呢？",)


def test_earlier_turns_that_were_unfolded_are_folded_by_the_next_question(history: History) -> None:
    reader, talk = asked(history, "一")
    *_, after = reader.ask(replace(talk, whole=True), "二")
    assert questions(after) == ["一", "二"]
    assert not after.whole


def test_an_answer_that_comes_whole_is_shown_once(history: History) -> None:
    answering = Answering(history, answer("乙"))
    answering.has_chat_model = False
    grown = list(dialogue(answering).ask(Talk(), "二"))
    assert [talk.turns[0].answer for talk in grown] == [None, answer("乙")]
    assert [talk.busy for talk in grown] == [True, False]


def test_the_earlier_questions_of_this_conversation_and_the_scope_go_with_the_new_one(
    history: History,
) -> None:
    _, before = asked(history, "一", "二")
    answering, scope = Answering(history, answer("答")), Scope(Filter(years=(2024,)))
    list(dialogue(answering).ask(before, "那2024年呢？", scope))
    assert answering.asked == [("那2024年呢？", ["一", "二"], scope)]


def test_what_was_said_is_there_after_a_reload(history: History) -> None:
    reader, talk = asked(history, "一", "二")
    opened = reader.open(talk.id)
    assert [(turn.question, turn.answer) for turn in opened.turns] == [
        ("一", answer("一")),
        ("二", answer("二")),
    ]
    assert opened.name == "一"
    assert opened.turns[-1].further == ("二之后呢？",)


def test_a_conversation_that_the_server_forgot_is_known_by_the_address_of_its_page(history: History) -> None:
    reader, talk = asked(history, "一", "二")
    page = f"http://127.0.0.1:7860/?c={talk.id}"
    assert questions(reader.present(Talk(), page)) == ["一", "二"]
    assert reader.present(talk, "http://127.0.0.1:7860/?c=andere") is talk
    for other in ("", "http://127.0.0.1:7860/", "http://127.0.0.1:7860/?c=unbekannt"):
        assert reader.present(Talk(), other) == Talk()


def test_nobody_else_opens_a_conversation(history: History) -> None:
    _, talk = asked(history, "一")
    with pytest.raises(NoSuchConversation):
        dialogue(Answering(history), "李").open(talk.id)


def test_a_question_is_kept_before_its_answer_and_taken_up_again(history: History) -> None:
    growing = dialogue(Answering(history, answer("乙"))).ask(Talk(), "一")
    talk = next(growing)
    del growing
    reader = dialogue(Answering(history, answer("丙")))
    opened = reader.open(talk.id)
    assert opened.turns[0].pending
    *_, resumed = reader.resume(opened)
    assert [turn.answer for turn in resumed.turns] == [answer("丙")]
    assert reader.open(talk.id).turns[0].answer == answer("丙")
    assert list(reader.resume(resumed)) == []


@pytest.mark.parametrize("error", [WorkPlanError("模型连不上。请检查地址"), ZeroDivisionError()])
def test_an_error_ends_the_turn_with_one_line_that_is_kept(history: History, error: Exception) -> None:
    reader = dialogue(Answering(history, answer("半"), error))
    *_, talk = reader.ask(Talk(), "问")
    for turn in (talk.turns[-1], reader.open(talk.id).turns[-1]):
        assert turn.answer is None
        assert not turn.pending
        assert turn.error
        assert "\n" not in turn.error


def test_breaking_off_stops_the_assistant(history: History) -> None:
    answering = Answering(history, answer("一"), answer("二"))
    growing: Any = dialogue(answering).ask(Talk(), "问")
    next(growing), next(growing)
    growing.close()
    gc.collect()
    assert answering.closed


def test_what_was_written_before_a_stop_is_kept(history: History) -> None:
    reader = dialogue(Answering(history, answer("一"), answer("二")))
    growing = reader.ask(Talk(), "问")
    next(growing)
    stopped = reader.stop(next(growing))
    assert not stopped.busy
    for turn in (stopped.turns[-1], reader.open(stopped.id).turns[-1]):
        assert (turn.answer, turn.stopped) == (answer("一"), True)


def test_only_an_answer_that_is_growing_can_be_broken_off(history: History) -> None:
    reader, talk = asked(history, "一")
    assert reader.stop(talk) == talk
    assert reader.stop(Talk()) == Talk()


def test_asking_again_replaces_the_answer_and_what_came_after_it(history: History) -> None:
    reader, talk = asked(history, "一", "二", "三")
    *_, again = reader.again(talk, talk.turns[1].id, "改过的二")
    assert questions(again) == questions(reader.open(talk.id)) == ["一", "改过的二"]
    *_, again = reader.again(again, again.turns[1].id)
    assert questions(again) == ["一", "改过的二"]
    assert again.turns[1].answer == answer("新")


def test_asking_again_needs_a_question_of_this_conversation(history: History) -> None:
    reader, talk = asked(history, "一")
    assert list(reader.again(talk, "没有")) == [talk]


def test_a_vote_is_kept_and_taken_back(history: History) -> None:
    reader, talk = asked(history, "一")
    voted = reader.vote(talk, talk.turns[0].id, Vote(False, "出处不对"))
    assert voted.turns[0].vote == reader.open(talk.id).turns[0].vote == Vote(False, "出处不对")
    assert reader.vote(voted, talk.turns[0].id, None).turns[0].vote is None
    assert reader.open(talk.id).turns[0].vote is None


def test_conversations_are_listed_found_renamed_and_deleted(history: History) -> None:
    reader, first = asked(history, "意识形态工作")
    _, second = asked(history, "校车")
    assert [kept.title for kept in reader.kept()] == ["校车", "意识形态工作"]
    assert [kept.title for kept in reader.kept("意识")] == ["意识形态工作"]
    assert reader.rename(second, second.id, " 安全 ").name == "安全"
    assert reader.rename(second, first.id, "党建") == second
    assert [kept.title for kept in reader.kept()] == ["安全", "党建"]
    assert reader.delete(second, first.id) == second
    assert reader.delete(second, second.id) == Talk()
    assert reader.kept() == []


def test_deleting_a_conversation_breaks_off_an_answer_elsewhere_and_brings_nothing_back(
    history: History,
) -> None:
    reader, other = asked(history, "别的")
    growing = dialogue(Answering(history, answer("一"), answer("二"))).ask(Talk(), "问")
    next(growing)
    talk = next(growing)
    assert reader.delete(talk, other.id).turns[-1].stopped
    assert reader.delete(talk, talk.id) == Talk()
    assert reader.kept() == []


def test_a_refusal_can_be_voted_on_too(history: History) -> None:
    reader = dialogue(Answering(history, answer("无", Mode.REFUSAL)))
    *_, talk = reader.ask(Talk(), "问")
    assert reader.vote(talk, talk.turns[0].id, Vote(True)).turns[0].vote == Vote(True)

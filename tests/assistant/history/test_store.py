"""Conversations come back as they were saved, to their user alone."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import update

from assistant.answer import Answer, Mode
from assistant.assistant import Assistant
from assistant.history import History, Message, Vote
from assistant.history.tables import messages
from assistant.settings import Settings
from assistant.understanding.scope import Scope
from ingest.errors import InvalidEntry, NoSuchConversation
from ingest.index.database import Database
from ingest.records import Filter
from tests.assistant.ui.pages import HOSTILE, answer

ASKED = datetime(2026, 11, 22, 11, 30, 0, 123456, tzinfo=timezone(timedelta(hours=8)))


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database(f"sqlite:///{tmp_path / 'catalog.db'}")
    yield opened
    opened.close()


@pytest.fixture
def history(database: Database) -> History:
    return History(database)


def asked(
    id: str, question: str = "谁负责？", given: Answer | None = None, vote: Vote | None = None
) -> Message:
    return Message(id, question, given, "", ASKED, False, vote)


def said(text: str) -> Answer:
    return Answer("问", text, Mode.EXTRACT)


@pytest.mark.parametrize("word", HOSTILE)
def test_a_message_comes_back_with_all_its_answer_cites(history: History, word: str) -> None:
    scope = Scope(Filter(years=(2024,), docs=(word,)), (word,))
    saved = Message("m1", word, answer(word), word, ASKED, True, Vote(False, word), scope)
    history.save("local", "c", saved)
    assert history.messages("local", "c") == [saved]


def test_an_answer_outlives_the_documents_it_cites(tmp_path: Path) -> None:
    plan = tmp_path / "2024年计划.txt"
    plan.write_text("白石县教育局2024年工作计划\n一、安全\n1.检查校车。（责任股室：安全股）\n", "utf-8")
    with Assistant.open(Settings(home=tmp_path / "home")) as assistant:
        assistant.keeper.ingest([plan])
        given = assistant.ask("安全股负责哪些工作？")
        assert given.citations
        assistant.history.save("local", "c", asked("m1", given=given))
        assistant.keeper.remove(plan.name)
        assistant.keeper.reindex()
    with Assistant.open(Settings(home=tmp_path / "home")) as again:
        assert [each.answer for each in again.history.messages("local", "c")] == [given]


def test_saving_a_message_again_replaces_it_in_its_place(history: History) -> None:
    for id in ("m1", "m2"):
        history.save("local", "c", asked(id))
    history.save("local", "c", asked("m1", given=said("办公室。"), vote=Vote(True)))
    assert history.messages("local", "c") == [
        asked("m1", given=said("办公室。"), vote=Vote(True)),
        asked("m2"),
    ]


def test_nothing_is_stored_before_the_first_message(history: History) -> None:
    started = {history.start("local") for _ in range(50)}
    assert len(started) == 50
    assert all(len(id) >= 22 and id.replace("-", "").replace("_", "").isalnum() for id in started)
    assert history.conversations("local") == []
    with pytest.raises(NoSuchConversation, match="没有找到这段对话"):
        history.messages("local", started.pop())


def test_the_first_question_is_the_title_until_the_user_gives_another(history: History) -> None:
    history.save("local", "c", asked("m1", "谁负责\n意识形态？"))
    history.save("local", "c", asked("m2", "那2024年呢？"))
    assert [c.title for c in history.conversations("local")] == ["谁负责 意识形态？"]
    history.truncate("local", "c", "m1")
    history.save("local", "c", asked("m3", "谁负责食堂？"))
    assert [c.title for c in history.conversations("local")] == ["谁负责食堂？"]
    history.rename("local", "c", " 分工 ")
    history.save("local", "c", asked("m3", "谁负责校车？"))
    assert [c.title for c in history.conversations("local")] == ["分工"]
    with pytest.raises(InvalidEntry):
        history.rename("local", "c", " \n")


def test_conversations_are_listed_from_the_last_changed(history: History) -> None:
    for id in ("a", "b", "c"):
        history.save("local", id, asked("m1", id))
    history.save("local", "a", asked("m2"))
    listed = history.conversations("local")
    assert [c.id for c in listed] == ["a", "c", "b"]
    assert abs(listed[0].updated_at - datetime.now(UTC)) < timedelta(minutes=1)
    assert [c.id for c in history.conversations("local", limit=2)] == ["a", "c"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("意识形态", ["title"]),
        ("名称 意识", ["title"]),
        ("营养餐", ["answer"]),
        ("docx", ["question"]),
        ("100%", ["percent"]),
        ("%", ["percent"]),
        ("_", []),
        ("摘录", []),
        ("营养餐 意识形态", []),
        ("", ["percent", "answer", "question", "title"]),
    ],
)
def test_words_are_sought_in_titles_questions_and_answers(
    history: History, words: str, found: list[str]
) -> None:
    history.save("local", "title", asked("m1", "意识形态谁管？"))
    history.rename("local", "title", "名称")
    history.save("local", "question", asked("m1", "有DOCX吗？"))
    history.save("local", "answer", asked("m1", given=said("营养餐由后勤股负责。[1]")))
    history.save("local", "percent", asked("m1", given=said("达到100%。[1]")))
    assert [c.id for c in history.conversations("local", words)] == found


def test_a_user_can_neither_read_nor_change_what_is_anothers(history: History) -> None:
    history.save("甲", "c", asked("m1"))
    for attempt in (
        lambda: history.messages("乙", "c"),
        lambda: history.save("乙", "c", asked("m1", "换掉")),
        lambda: history.save("乙", "c", asked("m2")),
        lambda: history.rename("乙", "c", "我的"),
        lambda: history.delete("乙", "c"),
        lambda: history.truncate("乙", "c", "m1"),
        lambda: history.vote("乙", "c", "m1", Vote(True)),
    ):
        with pytest.raises(NoSuchConversation):
            attempt()
    assert history.conversations("乙") == []
    assert history.messages("甲", "c") == [asked("m1")]


def test_a_question_edited_drops_it_and_all_that_followed(history: History) -> None:
    for id in ("m1", "m2", "m3"):
        history.save("local", "c", asked(id))
    history.truncate("local", "c", "m2")
    assert history.messages("local", "c") == [asked("m1")]
    history.save("local", "c", asked("m4"))
    assert [m.id for m in history.messages("local", "c")] == ["m1", "m4"]
    with pytest.raises(NoSuchConversation):
        history.truncate("local", "c", "m2")
    with pytest.raises(NoSuchConversation):
        history.truncate("local", "other", "m1")
    assert [c.id for c in history.conversations("local")] == ["c"]


def test_a_vote_can_be_given_changed_and_taken_back(history: History) -> None:
    history.save("甲", "c", asked("m1", given=said("办公室。")))
    history.vote("甲", "c", "m1", Vote(True))
    history.vote("甲", "c", "m1", Vote(False, "单位不对"))
    assert history.messages("甲", "c")[0].vote == Vote(False, "单位不对")
    [feedback] = history.feedback()
    assert (feedback.user, feedback.question, feedback.answer) == ("甲", "谁负责？", "办公室。")
    history.vote("甲", "c", "m1", None)
    assert history.messages("甲", "c")[0].vote is None
    assert history.feedback() == []
    with pytest.raises(NoSuchConversation):
        history.vote("甲", "c", "m2", Vote(True))


def test_a_deleted_conversation_leaves_nothing_behind(history: History, database: Database) -> None:
    for id in ("a", "b"):
        history.save("甲", id, asked("m1", vote=Vote(True)))
    history.save("乙", "c", asked("m1"))
    history.delete("甲", "a")
    assert [c.id for c in history.conversations("甲")] == ["b"]
    history.forget("甲")
    assert history.conversations("甲") == []
    assert history.feedback() == []
    with database.reading() as connection:
        assert [row.conversation for row in connection.execute(messages.select())] == ["c"]


def test_many_users_save_at_once_and_each_finds_all_of_it(history: History) -> None:
    def converse(user: str) -> list[str]:
        for id in ("m1", "m2", "m1"):
            history.save(user, f"of {user}", asked(id, user, said(user)))
        return [each.question for each in history.messages(user, f"of {user}")]

    users = [f"用户{n}" for n in range(24)]
    with ThreadPoolExecutor(len(users)) as pool:
        assert list(pool.map(converse, users)) == [[user, user] for user in users]


def test_what_no_database_takes_for_text_is_left_out(history: History) -> None:
    broken = "谁\ud800负\0责？"
    history.save("local", "c", asked("m1", broken, replace(said("办公室。"), question=broken)))
    [message] = history.messages("local", "c")
    assert message.question == "谁负责？"
    assert message.answer is not None
    assert message.answer.text == "办公室。"


def test_an_answer_of_another_version_does_not_hide_the_others(history: History, database: Database) -> None:
    history.save("local", "c", asked("m1", given=said("旧。")))
    history.save("local", "c", asked("m2", given=said("新。")))
    with database.writing() as connection:
        connection.execute(update(messages).where(messages.c.id == "m1").values(answer='{"text": 1}'))
    first, second = history.messages("local", "c")
    assert first.answer is None
    assert "另一版本" in first.error
    assert second.answer == said("新。")

"""The tab of questions in a real browser: conversations, filters, votes, files, keyboard, contrast."""

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import docx
import httpx
import pytest
from selenium import webdriver
from selenium.webdriver.common.keys import Keys

from assistant.assistant import Assistant
from assistant.history import Message
from assistant.settings import Settings
from tests.assistant.openai_server import Reply
from tests.assistant.ui.conftest import App
from tests.assistant.ui.test_browser import DESKTOP, FAILS, PHONE, Visitor

_CONTRAST = (Path(__file__).parent / "contrast.js").read_text(encoding="utf-8")
TASKS = "基础教育股负责哪些工作？"  # answered from the stored duties, without the model
both = pytest.mark.parametrize("reader", [DESKTOP, PHONE], indirect=True, ids=["desktop", "phone"])


class Reader(Visitor):
    """Somebody with conversations."""

    def asks_about_tasks(self) -> None:
        self.asks(TASKS)
        self.sees(".wp-actions")

    def presses(self, *keys: str) -> None:
        self.chromium.switch_to.active_element.send_keys(*keys)

    def focused(self) -> str:
        return str(self.run("return document.activeElement.className"))

    def opens_list(self) -> None:
        """On a phone the list of conversations is a drawer."""
        if not self.all(".wp-talks"):
            self.sees(".wp-drawer-button").click()
        self.sees(".wp-talks")

    def listed(self) -> list[str]:
        return [e.text for e in self.all(".wp-talk")]

    def opens(self, path: str) -> None:
        self.chromium.get(self.app.address + path)

    @property
    def path(self) -> str:
        return self.chromium.current_url.removeprefix(self.app.address)


@pytest.fixture
def reader(chromium: webdriver.Chrome, app: App, request: pytest.FixtureRequest) -> Iterator[Reader]:
    reader = Reader(chromium, app, getattr(request, "param", DESKTOP))
    yield reader
    assert reader.complaints() == []
    app.model.replies.clear()


@both
def test_a_conversation_is_there_after_a_reload_and_under_its_address(reader: Reader) -> None:
    reader.asks_about_tasks()
    quotes = [e.get_attribute("data-quote") for e in reader.all("button.wp-mark")]
    address = reader.path
    assert address.startswith("?c=")
    reader.chromium.refresh()
    reader.sees(".wp-question", TASKS)
    assert [e.get_attribute("data-quote") for e in reader.all("button.wp-mark")] == quotes
    reader.clicks(reader.sees("button.wp-mark"))
    reader.sees(".wp-source mark")
    reader.sees(".wp-close").click()
    reader.waits_until_gone(".wp-source")
    next(e for e in reader.all("button") if e.text == "新对话").click()
    reader.sees(".wp-welcome")
    assert reader.path == ""
    reader.opens(address)
    reader.sees(".wp-question", TASKS)
    assert reader.path == address


def test_an_address_of_no_conversation_says_so(reader: Reader) -> None:
    reader.opens("?c=gibtesnicht")
    reader.sees(".wp-error", "没有找到这段对话")
    reader.asks_about_tasks()
    assert reader.path.startswith("?c=")


@both
def test_conversations_are_found_renamed_and_deleted(reader: Reader) -> None:
    reader.asks_about_tasks()
    reader.opens_list()
    assert reader.listed()[0] == TASKS
    reader.all(".wp-more > summary")[0].click()
    box = reader.sees(".wp-more input[name=title]")
    box.clear()
    box.send_keys("学前教育的分工", Keys.ENTER)
    reader.sees(".wp-talk[aria-current]", "学前教育的分工")
    reader.sees("#talk-words :is(input, textarea)").send_keys("学前教育的分工")
    reader.waits_until(lambda: reader.listed() == ["学前教育的分工"])
    assert reader.sideways() == []
    reader.all(".wp-more > summary")[0].click()
    reader.sees(".wp-sure summary").click()
    reader.sees(".wp-sure button", "确认删除").click()
    reader.sees(".wp-listed", "没有含“学前教育的分工”的对话")
    reader.waits_until(lambda: reader.path == "")
    reader.sees("#talk-words :is(input, textarea)").clear()
    if reader.all(".wp-drawer"):
        reader.presses(Keys.ESCAPE)
        reader.waits_until(lambda: not reader.all(".wp-drawer"))
        assert "wp-drawer-button" in reader.focused()
    reader.sees(".wp-welcome")


def test_a_conversation_is_opened_from_the_list(reader: Reader) -> None:
    reader.asks("有哪些文件？")
    reader.sees(".wp-actions")
    first = reader.path
    reader.sees("button", "新对话").click()
    reader.sees(".wp-welcome")
    reader.asks_about_tasks()
    reader.sees(".wp-talk", "有哪些文件？").click()
    reader.sees(".wp-question", "有哪些文件？")
    reader.waits_until(lambda: reader.path == first)


def test_a_question_without_an_answer_is_answered_when_its_conversation_is_opened(reader: Reader) -> None:
    with Assistant.open(Settings(home=reader.app.home)) as assistant:
        id = assistant.history.start("local")
        assistant.history.save("local", id, Message("m", TASKS, None, "", datetime.now(UTC), False, None))
        reader.opens(f"?c={id}")
        assert "扩大学前资源" in reader.sees(".wp-answer").text
        reader.sees(".wp-actions")
        assert assistant.history.messages("local", id)[0].answer is not None


@both
def test_a_question_is_changed_and_what_followed_it_is_replaced(reader: Reader) -> None:
    reader.asks_about_tasks()
    reader.asks("安全管理股负责哪些工作？")
    reader.waits_until(lambda: len(reader.all(".wp-actions")) == 2)
    reader.clicks(reader.all(".wp-edit summary")[0])
    box = reader.sees(".wp-edit textarea")
    box.clear()
    box.send_keys("政工人事股负责哪些工作？")
    assert reader.sideways() == []
    reader.clicks(reader.sees(".wp-edit button", "重新提问"))
    reader.sees(".wp-question", "政工人事股负责哪些工作？")
    assert "规范组织生活" in reader.sees(".wp-answer", "规范组织生活").text
    assert len(reader.all(".wp-turn")) == 1
    reader.chromium.refresh()
    reader.sees(".wp-question", "政工人事股")
    assert len(reader.all(".wp-turn")) == 1


def test_an_answer_is_given_again(reader: Reader) -> None:
    reader.asks("公办园占比要达到多少？", FAILS)
    reader.sees(".wp-mode", "回退摘录")
    reader.app.model.enqueue(Reply(("公办园占比达到60%以上。⟦c1⟧\n",)))
    reader.sees("button", "重新回答").click()
    reader.sees(".wp-mode", "模型撰写")
    assert len(reader.all(".wp-turn")) == 1


@both
def test_votes_with_their_reason_are_kept(reader: Reader) -> None:
    reader.asks_about_tasks()
    reader.clicks(reader.sees("button.wp-vote"))
    reader.sees(".wp-votes", "已记下：有帮助")
    reader.clicks(reader.sees(".wp-why summary"))
    reader.sees(".wp-why label", "不完整").click()
    reader.sees(".wp-why input[maxlength]").send_keys("少了配合单位")
    assert reader.sideways() == []
    reader.sees(".wp-why button", "提交").click()
    reader.sees(".wp-votes", "不完整；少了配合单位")
    reader.chromium.refresh()
    reader.clicks(reader.sees(".wp-votes", "不完整；少了配合单位"))
    reader.clicks(reader.sees(".wp-votes .wp-link", "撤回"))
    reader.waits_until(lambda: not reader.all(".wp-votes .wp-link"))


@both
def test_answers_come_from_what_was_chosen(reader: Reader) -> None:
    reader.sees(".wp-chip-add").click()
    reader.sees(".wp-options label", "2023年").click()
    chip = reader.sees(".wp-chips .wp-chip", "2023年")
    assert reader.sideways() == []
    reader.presses(Keys.ESCAPE)
    reader.waits_until_gone(".wp-filter")
    assert reader.focused() == "wp-chip-add"
    reader.asks("办公室负责哪些工作？")
    assert "集中学习" in reader.sees(".wp-answer").text
    assert "意识形态" not in reader.sees(".wp-answer").text
    assert reader.sees(".wp-scope").text == "只看：2023年"
    chip.click()
    reader.waits_until(lambda: not reader.all(".wp-chips .wp-chip"))
    reader.sees("button", "重新回答").click()
    assert "意识形态" in reader.sees(".wp-answer", "意识形态").text


def test_long_lists_of_choices_are_searched(reader: Reader) -> None:
    reader.sees(".wp-chip-add").click()
    reader.sees(".wp-facet summary", "文件").click()
    assert len(reader.all(".wp-facet:last-child label")) == 4
    reader.sees(".wp-facet:last-child label", "党建工作计划").click()
    reader.sees(".wp-chips .wp-chip", "2023年党建计划.txt")


def test_what_the_question_implied_is_taken_away_by_a_click(reader: Reader) -> None:
    reader.asks("2024年办公室负责哪些工作？")
    assert "集中学习" not in reader.sees(".wp-answer").text
    reader.sees(".wp-narrowed button", "2024年").click()
    reader.sees(".wp-answer", "集中学习")
    assert "2024年" not in [e.text for e in reader.all(".wp-narrowed button")]


def test_a_follow_up_is_asked_by_a_click(reader: Reader) -> None:
    reader.asks_about_tasks()
    further = reader.sees(".wp-further button")
    question = further.text
    reader.app.model.enqueue(FAILS)
    further.click()
    reader.sees(".wp-question", question)
    reader.waits_until(lambda: len(reader.all(".wp-mode")) == 2)
    assert "未找到依据" not in [e.text for e in reader.all(".wp-mode")]


@both
def test_an_answer_and_the_conversation_are_exported_with_their_evidence(reader: Reader) -> None:
    reader.asks_about_tasks()
    quotes = {e.get_attribute("data-quote") for e in reader.all("button.wp-mark")}
    links = [e.get_attribute("href") for e in reader.all("a[download]")]
    assert len(links) == 2
    for link in links:
        answer = httpx.get(str(link))
        assert answer.headers["content-disposition"].startswith("attachment; filename*=utf-8''")
        document = docx.Document(io.BytesIO(answer.content))
        assert document.paragraphs[0].text == TASKS
        assert {row.cells[1].text for row in document.tables[-1].rows[1:]} == quotes


@both
def test_the_nearest_places_of_a_refusal_are_opened(reader: Reader) -> None:
    reader.asks("学生营养餐每人每天补助多少钱？")
    assert reader.sees(".wp-mode").text == "未找到依据"
    near = reader.sees(".wp-near button")
    title = near.text.split("》")[0].lstrip("《")
    reader.clicks(near)
    assert title in reader.sees(".wp-source h3").text
    reader.sees(".wp-source mark")


def test_everything_is_done_by_keyboard(reader: Reader) -> None:
    reader.sees("#question textarea")
    reader.presses(TASKS, Keys.ENTER)
    reader.sees(".wp-actions")
    walked = []
    for _ in range(40):
        reader.presses(Keys.SHIFT, Keys.TAB)
        walked.append(reader.focused())
        if walked[-1] == "wp-mark" and walked.count("wp-mark") == 2:
            break
    assert walked.count("wp-mark") == 2
    mark = reader.chromium.switch_to.active_element
    reader.presses(Keys.ENTER)
    reader.sees(".wp-source mark")
    reader.waits_until(lambda: reader.run("return document.activeElement.tagName") == "H3")
    reader.presses(Keys.ESCAPE)
    reader.waits_until_gone(".wp-source")
    assert reader.chromium.switch_to.active_element == mark
    assert reader.sees(".wp-tip")


@both
def test_every_word_stands_out_from_its_ground(reader: Reader) -> None:
    assert reader.run(_CONTRAST) == []
    reader.asks("学生营养餐每人每天补助多少钱？")
    reader.sees(".wp-near")
    assert reader.run(_CONTRAST) == []
    reader.asks("2024年公办园占比要达到多少？", FAILS)
    reader.sees(".wp-mode", "回退摘录")
    reader.waits_until(lambda: len(reader.all(".wp-actions")) == 2)
    reader.clicks(reader.all(".wp-why summary")[-1])
    assert reader.run(_CONTRAST) == []
    reader.clicks(reader.all("button.wp-mark")[-1])
    reader.sees(".wp-source mark")
    assert reader.run(_CONTRAST) == []
    reader.sees(".wp-source .wp-close").click()
    reader.waits_until_gone(".wp-source")
    reader.sees(".wp-chip-add").click()
    reader.sees(".wp-options label").click()
    reader.sees(".wp-chips .wp-chip")
    reader.opens_list()
    assert reader.run(_CONTRAST) == []

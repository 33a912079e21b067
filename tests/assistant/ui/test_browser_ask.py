"""The tab of questions in a real browser: conversations, filters, votes, files, keyboard, contrast.

A page takes seconds to open, so one visit tells several facts.
"""

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
from assistant.ui.who import LOCAL
from tests.assistant.openai_server import Reply
from tests.assistant.ui.conftest import App
from tests.assistant.ui.test_browser import DESKTOP, FAILS, PHONE, Visitor

_CONTRAST = (Path(__file__).parent / "contrast.js").read_text(encoding="utf-8")
TASKS = "基础教育股负责哪些工作？"  # answered from the stored duties, without the model
on_a_phone = pytest.mark.parametrize("reader", [PHONE], indirect=True, ids=["phone"])
on_both = pytest.mark.parametrize("reader", [DESKTOP, PHONE], indirect=True, ids=["desktop", "phone"])


class Reader(Visitor):
    """Somebody with conversations."""

    def asks_about_tasks(self) -> None:
        self.asks(TASKS)
        self.sees(".wp-actions")

    def presses(self, *keys: str) -> None:
        self.chromium.switch_to.active_element.send_keys(*keys)

    def focused(self) -> str:
        return str(self.run("return document.activeElement.className"))

    def texts(self, css: str) -> list[str]:
        return [e.text for e in self.all(css)]

    def quotes(self) -> list[str]:
        return [str(e.get_attribute("data-quote")) for e in self.all("button.wp-mark")]

    def opens(self, path: str) -> None:
        self.chromium.get(self.app.address + path)

    @property
    def path(self) -> str:
        return str(self.chromium.current_url).removeprefix(self.app.address)


@pytest.fixture
def reader(chromium: webdriver.Chrome, app: App, request: pytest.FixtureRequest) -> Iterator[Reader]:
    reader = Reader(chromium, app, getattr(request, "param", DESKTOP))
    yield reader
    assert reader.complaints() == []
    app.model.replies.clear()


def test_a_conversation_outlives_its_page_and_has_an_address(reader: Reader) -> None:
    reader.asks_about_tasks()
    quotes, address = reader.quotes(), reader.path
    assert address.startswith("?c=")
    reader.chromium.refresh()
    reader.sees(".wp-question", TASKS)
    assert reader.quotes() == quotes
    reader.sees("button", "新对话").click()
    reader.sees(".wp-welcome")
    reader.waits_until(lambda: reader.path == "")
    reader.sees(".wp-talk", TASKS).click()
    reader.sees(".wp-question", TASKS)
    reader.waits_until(lambda: reader.path == address)
    reader.opens("?c=unbekannt")
    reader.sees(".wp-error", "没有找到这段对话")
    reader.waits_until(lambda: reader.path == "")


def test_a_question_without_an_answer_is_answered_when_its_conversation_is_opened(reader: Reader) -> None:
    with Assistant.open(Settings(home=reader.app.home)) as assistant:
        id = assistant.history.start(LOCAL)
        assistant.history.save(LOCAL, id, Message("m", TASKS, None, "", datetime.now(UTC), False, None))
        reader.opens(f"?c={id}")
        assert "扩大学前资源" in reader.sees(".wp-answer").text
        reader.sees(".wp-actions")
        assert assistant.history.messages(LOCAL, id)[0].answer is not None


@on_both
def test_earlier_turns_of_a_long_conversation_are_unfolded_without_a_mouse(reader: Reader) -> None:
    with Assistant.open(Settings(home=reader.app.home)) as assistant:
        id = assistant.history.start(LOCAL)
        for n in range(13):
            message = Message(f"m{n}", f"第{n}问", None, "没有答成", datetime.now(UTC), False, None)
            assistant.history.save(LOCAL, id, message)
    reader.opens(f"?c={id}")
    reader.sees(".wp-question", "第12问")
    assert len(reader.all(".wp-question")) == 10
    reader.run("arguments[0].focus()", reader.sees(".wp-earlier button", "显示更早的 3 轮"))
    reader.presses(Keys.ENTER)
    reader.sees(".wp-question", "第0问")
    assert len(reader.all(".wp-question")) == 13
    assert reader.chromium.switch_to.active_element.text == "第3问"
    assert reader.hidden("#turn-m3 .wp-question") == []
    assert reader.sideways() == []
    reader.asks_about_tasks()
    reader.sees(".wp-earlier button", "显示更早的 4 轮")
    reader.waits_until(lambda: reader.sees("#question textarea").get_attribute("value") == "")


def test_a_question_moves_its_conversation_to_the_top_of_the_list(reader: Reader) -> None:
    reader.asks_about_tasks()
    reader.sees("button", "新对话").click()
    reader.sees(".wp-welcome")
    reader.asks("政工人事股负责哪些工作？")
    reader.sees(".wp-actions")
    reader.waits_until(lambda: reader.texts(".wp-talk")[:2] == ["政工人事股负责哪些工作？", TASKS])
    reader.all(".wp-talk")[1].click()
    reader.sees(".wp-question", TASKS)
    reader.asks("办公室负责哪些工作？")
    reader.waits_until(lambda: reader.texts(".wp-talk")[:2] == [TASKS, "政工人事股负责哪些工作？"])
    reader.waits_until(lambda: len(reader.all(".wp-actions")) == 2)


@on_a_phone
def test_conversations_are_found_renamed_and_deleted_in_the_drawer(reader: Reader) -> None:
    reader.asks_about_tasks()
    reader.sees(".wp-drawer-button").click()
    reader.sees(".wp-talk[aria-current]", TASKS)
    reader.sees(".wp-talk[aria-current] + .wp-more > summary").click()
    box = reader.sees(".wp-more input[name=title]")
    box.clear()
    box.send_keys("学前教育的分工", Keys.ENTER)
    reader.sees(".wp-talk[aria-current]", "学前教育的分工")
    reader.sees("#talk-words :is(input, textarea)").send_keys("前教育的分")
    reader.waits_until(lambda: reader.texts(".wp-talk") == ["学前教育的分工"])
    assert reader.sideways() == []
    reader.sees(".wp-more > summary").click()
    reader.sees(".wp-sure summary").click()
    reader.sees(".wp-sure button", "确认删除").click()
    reader.sees(".wp-listed", "没有含“前教育的分”的对话")
    reader.sees("#talk-words :is(input, textarea)").send_keys(Keys.BACKSPACE * 5)
    reader.waits_until(lambda: "没有含" not in reader.sees(".wp-listed").text)
    reader.presses(Keys.ESCAPE)
    reader.waits_until(lambda: not reader.all(".wp-drawer"))
    assert "wp-drawer-button" in reader.focused()
    reader.sees(".wp-welcome")
    reader.waits_until(lambda: reader.path == "")


@on_a_phone
def test_back_closes_what_lies_over_the_page(reader: Reader) -> None:
    reader.asks_about_tasks()
    reader.sees(".wp-drawer-button").click()
    reader.sees(".wp-drawer")
    reader.chromium.back()
    reader.waits_until(lambda: not reader.all(".wp-drawer"))
    reader.sees("button.wp-mark").click()
    reader.sees(".wp-source mark")
    reader.chromium.back()
    reader.waits_until_gone(".wp-source")
    reader.sees(".wp-drawer-button").click()
    reader.sees(".wp-drawer .wp-talk[aria-current]").click()
    reader.waits_until(lambda: not reader.all(".wp-drawer"))
    assert "c=" in reader.path
    assert reader.sees(".wp-question").text == TASKS


def test_a_question_is_changed_or_asked_again_and_what_followed_is_replaced(reader: Reader) -> None:
    reader.asks_about_tasks()
    reader.asks("公办园占比要达到多少？", FAILS)
    reader.sees(".wp-mode", "回退摘录")
    reader.app.model.enqueue(Reply(("公办园占比达到60%以上。⟦c1⟧\n",)))
    reader.sees("button", "重新回答").click()
    reader.sees(".wp-mode", "模型撰写")
    reader.waits_until(lambda: len(reader.all(".wp-actions")) == 2)
    assert reader.texts(".wp-question") == [TASKS, "公办园占比要达到多少？"]
    reader.clicks(reader.all(".wp-edit summary")[0])
    box = reader.sees(".wp-edit textarea")
    box.clear()
    box.send_keys("政工人事股负责哪些工作？")
    reader.clicks(reader.sees(".wp-edit button", "重新提问"))
    reader.sees(".wp-answer", "规范组织生活")
    reader.chromium.refresh()
    reader.sees(".wp-answer", "规范组织生活")
    assert reader.texts(".wp-question") == ["政工人事股负责哪些工作？"]
    further = reader.sees(".wp-further button")
    question = further.text
    reader.app.model.enqueue(FAILS)
    further.click()
    reader.sees(".wp-question", question)
    reader.waits_until(lambda: len(reader.all(".wp-mode")) == 2)
    assert "未找到依据" not in reader.texts(".wp-mode")


@on_a_phone
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
    reader.sees(".wp-votes", "不完整；少了配合单位")
    reader.clicks(reader.sees(".wp-votes .wp-link", "撤回"))
    reader.waits_until(lambda: not reader.all(".wp-votes .wp-link"))


@on_a_phone
def test_answers_come_from_what_was_chosen_or_implied(reader: Reader) -> None:
    reader.sees(".wp-chip-add").click()
    reader.sees(".wp-options label", "2023年").click()
    reader.sees(".wp-facet summary", "文件").click()
    reader.sees(".wp-facet:last-child label", "党建工作计划").click()
    reader.sees(".wp-chips .wp-chip", "2023年党建计划.txt")
    assert reader.sideways() == []
    reader.presses(Keys.ESCAPE)
    reader.waits_until_gone(".wp-filter")
    assert reader.focused() == "wp-chip-add"
    reader.asks("办公室负责哪些工作？")
    assert "意识形态" not in reader.sees(".wp-answer", "集中学习").text
    narrowings = ".wp-scope .wp-chip span"
    reader.waits_until(lambda: reader.texts(narrowings) == ["2023年", "2023年党建计划.txt"])
    reader.sees(".wp-chips .wp-chip", "2023年党建计划.txt").click()
    reader.waits_until(lambda: len(reader.all(".wp-chips .wp-chip")) == 1)
    reader.asks("2024年办公室负责哪些工作？")
    reader.sees(".wp-refusal", "您只看2023年，问题还问了2024年")
    reader.waits_until(lambda: reader.texts(narrowings) == ["2023年"])
    reader.clicks(reader.sees(".wp-scope button", "2023年"))
    reader.waits_until(lambda: not reader.all(".wp-chips .wp-chip"))
    assert "集中学习" not in reader.sees(".wp-answer", "意识形态").text
    reader.clicks(reader.sees(".wp-narrowed button", "2024年"))
    reader.waits_until(lambda: "集中学习" in reader.texts(".wp-answer")[-1])
    assert "2024年" not in reader.texts(".wp-narrowed button")


def test_an_answer_and_the_conversation_are_exported_with_their_evidence(reader: Reader) -> None:
    reader.asks_about_tasks()
    links = [e.get_attribute("href") for e in reader.all("a[download]")]
    assert len(links) == 2
    for link in links:
        answer = httpx.get(str(link))
        assert answer.headers["content-disposition"].startswith("attachment; filename*=utf-8''")
        document = docx.Document(io.BytesIO(answer.content))
        assert document.paragraphs[0].text == TASKS
        assert {row.cells[1].text for row in document.tables[-1].rows[1:]} == set(reader.quotes())


@on_both
def test_an_answer_is_copied_with_its_sources(reader: Reader) -> None:
    allowed = {"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]}
    reader.chromium.execute_cdp_cmd("Browser.grantPermissions", allowed)
    reader.asks_about_tasks()
    reader.clicks(reader.sees(".wp-actions .wp-copy", "复制"))
    reader.sees(".wp-actions .wp-copy", "已复制")
    copied = reader.chromium.execute_async_script("navigator.clipboard.readText().then(arguments[0])")
    assert "扩大学前资源" in copied
    assert all(quote in copied for quote in reader.quotes())


def test_an_answer_is_copied_where_the_browser_refuses_its_clipboard(reader: Reader) -> None:
    reader.asks_about_tasks()
    reader.run("navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))")
    reader.run("document.addEventListener('copy', () => { window.copied = document.activeElement.value })")
    reader.clicks(reader.sees(".wp-actions .wp-copy", "复制"))
    reader.sees(".wp-actions .wp-copy", "已复制")
    assert "扩大学前资源" in reader.run("return window.copied")


def test_asking_citing_and_closing_need_no_mouse(reader: Reader) -> None:
    reader.sees("#question textarea")
    reader.presses(TASKS, Keys.ENTER)
    reader.sees(".wp-actions")
    walked: list[str] = []
    while len(walked) < 40 and walked.count("wp-mark") < 2:
        reader.presses(Keys.SHIFT, Keys.TAB)
        walked.append(reader.focused())
    assert walked.count("wp-mark") == 2
    mark = reader.chromium.switch_to.active_element
    reader.presses(Keys.ENTER)
    reader.sees(".wp-source mark")
    reader.waits_until(lambda: reader.run("return document.activeElement.tagName") == "H3")
    reader.presses(Keys.ESCAPE)
    reader.waits_until_gone(".wp-source")
    assert reader.chromium.switch_to.active_element == mark
    assert reader.sees(".wp-tip")


@on_both
def test_every_word_stands_out_from_its_ground(reader: Reader) -> None:
    assert reader.run(_CONTRAST) == []
    reader.asks("学生营养餐每人每天补助多少钱？")
    near = reader.sees(".wp-near button")
    reader.sees(".wp-actions")
    reader.clicks(reader.sees(".wp-why summary"))
    assert reader.run(_CONTRAST) == []
    title = near.text.split("》")[0].lstrip("《")
    reader.clicks(near)
    assert title in reader.sees(".wp-source h3").text
    reader.sees(".wp-source mark")
    assert reader.run(_CONTRAST) == []
    reader.sees(".wp-source .wp-close").click()
    reader.waits_until_gone(".wp-source")
    reader.asks("2024年公办园占比要达到多少？", FAILS)
    reader.sees(".wp-mode", "回退摘录")
    reader.sees(".wp-chip-add").click()
    reader.sees(".wp-options label").click()
    reader.sees(".wp-chips .wp-chip")
    assert reader.run(_CONTRAST) == []

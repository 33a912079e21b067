"""What somebody sees and does in the app, end to end: real server, real library, real browser."""

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
from selenium import webdriver
from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

from tests.assistant.openai_server import Reply
from tests.assistant.ui.conftest import HOSTILE_NAME, LONG_NAME, PLANS, App

DESKTOP, PHONE = (1280, 860), (390, 780)
SIZES = [(1920, 1080), (1280, 717), (1280, 600), (1024, 717), (768, 1080), (390, 780), (390, 600)]
_SIDEWAYS = """
const scrolls = (e) => e === document.documentElement || /auto|scroll/.test(getComputedStyle(e).overflowX);
return [...document.querySelectorAll('html, html *')]
  .filter((e) => e.clientWidth && e.scrollWidth > e.clientWidth && scrolls(e))
  .map((e) => `${e.tagName}.${e.className}`);
"""
_HIDDEN = """
const seen = (e) => {
  const r = e.getBoundingClientRect();
  const x = r.left + r.width / 2, y = r.top + Math.min(r.height, 20) / 2;
  return r.top >= 0 && r.left >= 0 && r.right <= innerWidth && e.contains(document.elementFromPoint(x, y));
};
return arguments[0].filter((css) => ![...document.querySelectorAll(css)].some(seen));
"""


class Visitor:
    """A person at the page."""

    def __init__(self, chromium: webdriver.Chrome, app: App, size: tuple[int, int]) -> None:
        self.chromium, self.app = chromium, app
        metrics = {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": size[0] == PHONE[0]}
        chromium.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        chromium.get(app.address)
        self.sees(".wp-welcome")

    def all(self, css: str) -> list[WebElement]:
        return [e for e in self.chromium.find_elements(By.CSS_SELECTOR, css) if e.is_displayed()]

    def sees(self, css: str, text: str = "") -> WebElement:
        wait = WebDriverWait(self.chromium, 30, 0.05, [StaleElementReferenceException])
        return wait.until(lambda _: next((e for e in self.all(css) if text in e.text), None), f"{css} {text}")

    def waits_until_gone(self, css: str) -> None:
        WebDriverWait(self.chromium, 30, 0.05).until(lambda _: not self.all(css), css)

    def waits_until(self, holds: Callable[[], bool]) -> None:
        WebDriverWait(self.chromium, 30, 0.05, [StaleElementReferenceException]).until(lambda _: holds())

    def asks(self, question: str, *replies: Reply) -> None:
        self.app.model.enqueue(*replies)
        self.sees("#question textarea").send_keys(question, Keys.ENTER)
        self.sees(".wp-question", question)

    def clicks(self, element: WebElement) -> None:
        """Scroll to an element and click it."""
        self.run("arguments[0].scrollIntoView({ block: 'center' })", element)
        element.click()

    def opens_tab(self, name: str) -> None:
        self.sees("[role=tab]", name).click()

    def run(self, script: str, *arguments: object) -> Any:
        return self.chromium.execute_script(script, *arguments)

    def sideways(self) -> list[str]:
        """What can be scrolled to the side."""
        return list(self.run(_SIDEWAYS))

    def hidden(self, *css: str) -> list[str]:
        """Those of the selectors whose element begins out of view or below another one."""
        return list(self.run(_HIDDEN, css))

    def complaints(self) -> list[str]:
        """Errors on the console and requests to any other host since the page was opened."""
        errors = [e["message"] for e in self.chromium.get_log("browser") if e["level"] == "SEVERE"]
        events = [json.loads(e["message"])["message"] for e in self.chromium.get_log("performance")]
        asked = [e["params"]["request"]["url"] for e in events if e["method"] == "Network.requestWillBeSent"]
        known = (self.app.address, "data:", "blob:", "chrome:", "chrome-")
        return errors + [url for url in asked if not url.startswith(known)]


@pytest.fixture
def visitor(chromium: webdriver.Chrome, app: App, request: pytest.FixtureRequest) -> Iterator[Visitor]:
    visitor = Visitor(chromium, app, getattr(request, "param", DESKTOP))
    yield visitor
    assert visitor.complaints() == []


FAILS = Reply(status=500)


@pytest.mark.parametrize("visitor", [DESKTOP, PHONE], indirect=True, ids=["desktop", "phone"])
def test_a_mark_opens_the_section_with_its_quote_marked_and_in_view(visitor: Visitor) -> None:
    visitor.asks("谁负责意识形态工作？", FAILS)
    assert "办公室、政工人事股" in visitor.sees(".wp-answer").text
    mark = visitor.sees("button.wp-mark")
    quote = mark.get_attribute("data-quote")
    mark.click()
    visitor.sees(".wp-source mark")
    assert quote == "".join(e.text for e in visitor.all(".wp-source mark"))
    assert "1.强化意识形态建设" in visitor.sees(".wp-path").text
    assert visitor.hidden(".wp-source mark", ".wp-source h3", ".wp-original") == []
    assert re.search("2024年.*云溪县教育局", visitor.sees(".wp-source .wp-meta").text, re.DOTALL)
    assert re.search("第 [0-9]+—[0-9]+ 字", visitor.sees(".wp-place").text)
    original = visitor.sees(".wp-original").get_attribute("href")
    assert httpx.get(original).text == PLANS["2024年工作要点.txt"]
    if not visitor.all(".wp-outline li"):
        visitor.sees(".wp-outline summary").click()
    assert visitor.sees(".wp-outline [aria-current]").text == "1.强化意识形态建设"
    visitor.sees(".wp-outline button", "二、办好学前教育").click()
    visitor.sees(".wp-path", "二、办好学前教育")
    assert "扩大学前资源" in visitor.sees(".wp-body").text


@pytest.mark.parametrize("visitor", SIZES, indirect=True, ids=lambda size: f"{size[0]}x{size[1]}")
def test_an_open_source_shows_its_head_and_its_quote_and_nothing_goes_sideways(visitor: Visitor) -> None:
    visitor.asks("基础教育股负责哪些工作？")
    visitor.sees(".wp-copy")
    assert visitor.sideways() == []
    visitor.run("document.querySelector('.wp-side > .wp-found').scrollTop = 1e6")
    visitor.clicks(visitor.all("button.wp-mark")[-1])
    visitor.sees(".wp-source mark")
    shown = ".wp-source h3", ".wp-close", ".wp-source mark"
    assert visitor.hidden(*shown) == []
    visitor.sees(".wp-path button", "全文").click()
    visitor.sees(".wp-source .wp-outline")
    assert visitor.hidden(*shown) == []
    assert visitor.sideways() == []


@pytest.mark.parametrize("visitor", SIZES, indirect=True, ids=lambda size: f"{size[0]}x{size[1]}")
def test_drafts_and_documents_do_not_go_sideways(visitor: Visitor) -> None:
    visitor.opens_tab("文档库")
    listed = visitor.sees(".wp-documents button", LONG_NAME)
    visitor.run("arguments[0].scrollIntoView({ block: 'center' })", listed)  # on a phone: from below the form
    listed.click()
    visitor.sees(".wp-outline summary").click()
    assert visitor.hidden(".wp-source h3", ".wp-close", ".wp-remove summary") == []
    assert visitor.sideways() == []
    visitor.sees(".wp-close").click()
    visitor.waits_until_gone(".wp-source")
    visitor.opens_tab("起草")
    visitor.app.model.enqueue(FAILS)
    visitor.all(".wp-fields :is(input, textarea)")[0].send_keys("意识形态工作", Keys.ENTER)
    visitor.sees(".wp-draft .wp-copy")
    assert visitor.sideways() == []


@pytest.mark.parametrize("visitor", [DESKTOP, PHONE], indirect=True, ids=["desktop", "phone"])
def test_a_comparison_is_a_table_that_scrolls_in_its_own_box(visitor: Visitor) -> None:
    visitor.asks("2023年党建计划和2024年要点有什么变化？")
    assert "扩大学前资源" in visitor.sees(".wp-answer .wp-table").text
    assert set(visitor.sideways()) <= {"DIV.wp-table"}
    visitor.sees(".wp-table button.wp-mark").click()
    visitor.sees(".wp-source mark")


def test_marks_open_and_sources_close_by_keyboard_alone(visitor: Visitor) -> None:
    visitor.asks("谁负责意识形态工作？", FAILS)
    visitor.sees("button.wp-mark").send_keys(Keys.ENTER)
    visitor.sees(".wp-source mark")
    visitor.chromium.switch_to.active_element.send_keys(Keys.ESCAPE)
    visitor.waits_until_gone(".wp-source")
    assert visitor.run("return document.activeElement.className") == "wp-mark"
    assert "责任" in visitor.sees(".wp-tip").text


def test_a_failed_model_is_said_and_the_passages_stand_beside_the_answer(visitor: Visitor) -> None:
    visitor.asks("公办园占比要达到多少？", FAILS)
    assert visitor.sees(".wp-mode").text == "回退摘录"
    assert visitor.sees(".wp-notice")
    assert "60%以上" in visitor.sees(".wp-found .wp-passage").text
    assert "其他相关段落" in visitor.sees(".wp-related").text


def test_a_growing_answer_can_be_stopped_and_then_the_model_is_too(visitor: Visitor) -> None:
    visitor.app.model.hung_up.clear()
    proved = "落实意识形态工作责任制，每半年专题研究1次。⟦c1⟧\n"
    invented = [f"第{n}次检查全部合格。⟦c1⟧\n" for n in range(60)]
    visitor.asks("意识形态工作有什么要求？", Reply((proved, *invented), pause=0.3))
    visitor.sees(".wp-writing button.wp-mark")
    visitor.sees(".stop-button", "停止").click()
    visitor.sees(".wp-answer", "已停止")
    visitor.sees(".submit-button", "发送")
    assert visitor.app.model.hung_up.wait(10)


def test_what_the_library_does_not_know_is_refused_with_help(visitor: Visitor) -> None:
    visitor.asks("学生营养餐每人每天补助多少钱？")
    assert visitor.sees(".wp-mode").text == "未找到依据"
    assert "换一种说法" in visitor.sees(".wp-refusal").text
    visitor.sees(".wp-actions")
    visitor.sees(".wp-near button").click()
    visitor.sees(".wp-source")
    visitor.asks("基础教育股负责哪些工作？")  # another question closes the source of the last
    visitor.waits_until_gone(".wp-source")
    visitor.sees(".wp-found .wp-passage", "扩大学前资源")


def test_an_example_question_is_asked_by_a_click_and_a_new_conversation_begins_empty(
    visitor: Visitor,
) -> None:
    visitor.app.model.enqueue(FAILS)
    example = visitor.sees(".wp-examples button")
    question = example.text
    example.click()
    visitor.sees(".wp-question", question)
    visitor.sees(".wp-mode")
    visitor.sees("button", "新对话").click()
    visitor.sees(".wp-welcome")
    assert not visitor.all(".wp-turn")
    visitor.app.model.replies.clear()


def test_an_enter_that_confirms_pinyin_does_not_send(visitor: Visitor) -> None:
    box = visitor.sees("#question textarea")
    box.send_keys("yishi")
    visitor.run(
        "arguments[0].dispatchEvent(new KeyboardEvent('keydown',"
        " { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }))",
        box,
    )
    box.send_keys("xingtai")
    assert box.get_attribute("value") == "yishixingtai"
    assert not visitor.all(".wp-turn")


def test_hostile_documents_are_text_and_nothing_else(visitor: Visitor) -> None:
    visitor.opens_tab("文档库")
    visitor.sees(".wp-documents button", HOSTILE_NAME).click()
    text = visitor.sees(".wp-source").text
    for words in (
        "<svg onload=document.title='坏'>",
        "<input autofocus onfocus=",
        "[点这里](javascript:alert(1))",
        "**不得**",
        HOSTILE_NAME,
    ):
        assert words in text
    visitor.opens_tab("问答")
    visitor.asks("检查校车<b>有什么要求？", FAILS)
    visitor.sees("button.wp-mark").click()
    visitor.sees(".wp-source mark")
    assert visitor.run("return document.title") == "工作计划助手"
    made = ".wp-desk :is(img, a:not([href^='/']), iframe, script)"
    assert visitor.run("return document.querySelectorAll(arguments[0]).length", made) == 0


@pytest.mark.parametrize("visitor", [DESKTOP, PHONE], indirect=True, ids=["desktop", "phone"])
def test_a_draft_marks_what_is_open_and_leads_to_its_sources(visitor: Visitor) -> None:
    visitor.opens_tab("起草")
    visitor.app.model.enqueue(FAILS)
    topic, year, issuer = visitor.all(".wp-fields :is(input, textarea)")
    topic.send_keys("意识形态工作")
    year.send_keys("2025")
    issuer.send_keys("某某县教育局", Keys.ENTER)
    assert visitor.sees(".wp-draft h2").text == "某某县教育局2025年意识形态工作安排"
    visitor.sees(".wp-unknown", "【待核实】")
    assert "需要核实" in visitor.sees(".wp-checks").text
    visitor.sees(".wp-draft .wp-mark").click()
    visitor.sees(".wp-source mark")
    assert visitor.sideways() == []


def test_every_word_on_the_screen_is_chinese(visitor: Visitor) -> None:
    words = set()
    for tab in ("问答", "浏览", "起草", "文档库"):
        visitor.opens_tab(tab)
        words |= set(
            re.findall(
                "[A-Za-z]{3,}", visitor.sees("body").text.replace(HOSTILE_NAME, "").replace(LONG_NAME, "")
            )
        )
    hostile = {"svg", "onload", "input", "autofocus", "onfocus", "document", "title"}
    assert words <= {"txt", "Word", "WPS", "PDF", "Excel", "TXT", *hostile}
    assert visitor.run("return document.documentElement.lang") == "zh-CN"

"""The tab 浏览 in a real browser: every view, on a desk and on a phone, by mouse and by keyboard."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from selenium import webdriver
from selenium.webdriver.common.keys import Keys

from tests.assistant.ui.conftest import HOSTILE_NAME, App
from tests.assistant.ui.test_browser import DESKTOP, PHONE, Visitor

_CONTRAST = (Path(__file__).parent / "contrast.js").read_text(encoding="utf-8")
both = pytest.mark.parametrize("guest", [DESKTOP, PHONE], indirect=True, ids=["desktop", "phone"])


class Guest(Visitor):
    """Somebody who looks around."""

    def views(self, name: str) -> None:
        self.run("scrollTo(0, 0); document.querySelectorAll('.wp-work').forEach((e) => { e.scrollTop = 0; })")
        self.sees(".wp-views button", name).click()
        self.sees(".wp-views [aria-current]", name)
        self.waits_until_gone(".wp-loading")

    def presses(self, *keys: str) -> None:
        self.chromium.switch_to.active_element.send_keys(*keys)

    def focused(self) -> str:
        return str(self.run("return document.activeElement.outerHTML"))

    def marked(self) -> str:
        self.sees(".wp-source mark")
        return "".join(e.text for e in self.all(".wp-source mark"))


@pytest.fixture
def guest(chromium: webdriver.Chrome, app: App, request: pytest.FixtureRequest) -> Iterator[Guest]:
    guest = Guest(chromium, app, getattr(request, "param", DESKTOP))
    guest.opens_tab("浏览")
    guest.sees(".wp-shelf")
    yield guest
    assert set(guest.sideways()) <= {"DIV.wp-table", "DIV.wp-table wp-matrix"}
    assert guest.complaints() == []


@both
def test_the_shelves_are_narrowed_and_a_document_is_read_beside_its_outline(guest: Guest) -> None:
    guest.sees(".wp-pick", "2024年").click()
    guest.sees(".wp-pick[aria-pressed=true]", "2024年")
    assert "党建工作计划" not in guest.sees(".wp-browsing").text
    guest.sees(".wp-shelf button", "2024年工作要点").click()
    text = guest.sees(".wp-annotated").text
    assert "1.扩大学前资源。新建公办幼儿园3所" in text
    if not guest.all(".wp-contents li"):
        guest.sees(".wp-contents summary").click()
    guest.sees(".wp-contents button", "扩大学前资源").click()
    guest.waits_until(lambda: "扩大学前资源" in guest.focused())
    fact = guest.sees(".wp-fact-figure", "60%以上")
    fact.click()
    assert "公办园占比：至少 60%" in guest.sees(".wp-tip").text
    assert "责任单位：办公室" in str(guest.sees(".wp-fact-duty", "办公室").get_attribute("data-quote"))
    guest.sees(".wp-fact-deadline", "每季度")


@both
def test_a_document_has_an_address_its_file_and_a_way_to_ask_about_it(guest: Guest) -> None:
    phone = guest.run("return innerWidth < 600")
    guest.clicks(guest.sees(".wp-shelf button", "2024年工作要点"))
    guest.sees(".wp-annotated", "扩大学前资源")
    link = guest.sees(".wp-uses a", "下载原文件（txt）").get_attribute("href")
    assert "扩大学前资源" in httpx.get(str(link)).text
    assert "at=document" in guest.chromium.current_url
    guest.chromium.refresh()
    assert "扩大学前资源" in guest.sees(".wp-annotated").text
    guest.chromium.back()
    guest.sees(".wp-shelf")
    guest.views("全文检索")
    guest.sees("input[name=q]").send_keys("公众号", Keys.ENTER)
    guest.sees(".wp-hit").click()
    guest.marked()
    if phone:
        guest.chromium.back()
        guest.waits_until_gone(".wp-source")
        guest.sees(".wp-hit")
    guest.chromium.back()
    guest.sees(".wp-browsing .wp-hint", "逐字查找")
    guest.chromium.forward()
    guest.sees(".wp-hit")
    guest.clicks(guest.sees(".wp-hits h3 button", "2024年工作要点"))
    guest.clicks(guest.sees(".wp-uses button", "问这份文件"))
    guest.sees(".wp-chips .wp-chip", "2024年工作要点.txt")
    guest.waits_until(lambda: bool(guest.run("return document.activeElement.closest('#question') !== null")))
    guest.chromium.back()
    guest.sees(".wp-annotated")


@both
def test_words_are_found_highlighted_and_opened_in_their_place(guest: Guest) -> None:
    guest.views("全文检索")
    guest.sees("input[name=q]").send_keys("意识形态 公众号", Keys.ENTER)
    assert {e.text for e in guest.sees(".wp-hit").find_elements("css selector", "mark")} == {
        "意识形态",
        "公众号",
    }
    guest.sees(".wp-hit").click()
    assert guest.marked() == "意识形态"
    guest.sees(".wp-source .wp-close").click()
    guest.waits_until_gone(".wp-source")
    box = guest.sees("input[name=q]")
    box.clear()
    box.send_keys("课后托管怎么收费", Keys.ENTER)
    assert "原文里没有" in guest.sees(".wp-browsing .wp-notice").text


@both
def test_a_cell_of_the_matrix_opens_its_tasks_and_they_open_their_source(guest: Guest) -> None:
    guest.views("责任矩阵")
    guest.sees("select[name=organ]").send_keys("全部")
    guest.sees(".wp-matrix", "安全管理股")
    guest.sees("input[name=unit]").send_keys("办公室", Keys.ENTER)
    guest.waits_until(lambda: "安全管理股" not in guest.sees(".wp-matrix").text)
    guest.clicks(guest.sees(".wp-cell-sum"))
    assert "强化意识形态建设" in guest.sees(".wp-listing").text
    guest.sees(".wp-listing .wp-quote", "办公室").click()
    assert "办公室" in guest.marked()


def test_a_source_over_a_list_is_closed_first_and_focus_goes_back_by_keyboard(guest: Guest) -> None:
    guest.views("责任矩阵")
    guest.sees(".wp-cell").send_keys(Keys.ENTER)
    guest.sees(".wp-listing .wp-quote").send_keys(Keys.ENTER)
    guest.marked()
    guest.presses(Keys.ESCAPE)
    guest.waits_until_gone(".wp-source")
    assert "wp-quote" in guest.focused()
    guest.presses(Keys.ESCAPE)
    guest.waits_until_gone(".wp-listing")
    assert "wp-cell" in guest.focused()


def test_the_table_behind_the_matrix_is_downloaded(guest: Guest) -> None:
    guest.views("责任矩阵")
    link = guest.sees("a.wp-button", "导出表格").get_attribute("href")
    response = httpx.get(str(link))
    assert response.status_code == 200
    assert response.content.startswith(b"PK")


@both
def test_years_are_compared_and_a_point_of_a_chart_opens_its_words(guest: Guest) -> None:
    guest.views("年度对比")
    assert "集中学习" in guest.sees(".wp-step").text
    point = guest.sees(".pygal-chart circle")
    guest.run("arguments[0].scrollIntoView({ block: 'center' }); arguments[0].focus()", point)
    guest.presses(Keys.ENTER)
    assert "10次" in guest.marked()


@both
def test_the_guide_counts_lists_and_explains(guest: Guest) -> None:
    guest.views("新人导览")
    assert "份文件" in guest.sees(".wp-counts").text
    guest.clicks(guest.sees(".wp-units button"))
    assert "项任务" in guest.sees(".wp-listing h3").text
    guest.sees(".wp-listing .wp-close").click()
    guest.waits_until_gone(".wp-listing")
    guest.clicks(guest.sees(".wp-part .wp-goto", "个名词"))
    assert "文件里没有解释" in guest.sees(".wp-browsing", "只是提到").text
    guest.clicks(guest.sees(".wp-term .wp-quote", "三会一课"))
    assert "三会一课" in guest.marked()


def test_every_text_of_every_view_has_contrast(guest: Guest) -> None:
    for name in ("文库", "全文检索", "责任矩阵", "年度对比", "新人导览"):
        guest.views(name)
        assert guest.run(_CONTRAST) == [], name
    guest.views("文库")
    guest.clicks(guest.sees(".wp-shelf button", "2024年工作要点"))
    guest.sees(".wp-annotated")
    assert guest.run(_CONTRAST) == []


def test_a_hostile_document_is_only_text(guest: Guest) -> None:
    guest.clicks(guest.sees(".wp-shelf button", "2022年安全工作计划"))
    text = guest.sees(".wp-reading").text
    assert "<svg onload=document.title='坏'>" in text
    assert HOSTILE_NAME in text
    assert guest.run("return document.title") == "工作计划助手"
    assert guest.run("return document.querySelectorAll('.wp-browse :is(img, iframe, script)').length") == 0

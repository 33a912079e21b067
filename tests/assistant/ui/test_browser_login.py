"""Logging in, asking and logging out, in a real browser."""

from collections.abc import Iterator

import pytest
from selenium import webdriver
from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

from tests.assistant.ui.people import PASSWORD, Office


class Person:
    """Somebody at the page, not logged in."""

    def __init__(self, chromium: webdriver.Chrome, office: Office, width: int, height: int) -> None:
        self.chromium, self.office = chromium, office
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        chromium.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        chromium.get(office.address)
        chromium.delete_all_cookies()
        chromium.get_log("browser")  # of pages before this one
        chromium.get(office.address)

    def all(self, css: str) -> list[WebElement]:
        return [e for e in self.chromium.find_elements(By.CSS_SELECTOR, css) if e.is_displayed()]

    def sees(self, css: str, text: str = "") -> WebElement:
        wait = WebDriverWait(self.chromium, 30, 0.05, [StaleElementReferenceException])
        return wait.until(lambda _: next((e for e in self.all(css) if text in e.text), None), f"{css} {text}")

    def logs_in(self, name: str, password: str = PASSWORD) -> None:
        box = self.sees("[name=username]")
        box.clear()
        box.send_keys(name, Keys.TAB, password, Keys.ENTER)

    def opens_tab(self, name: str) -> None:
        """Open a tab, from the menu of those for which there is no room if need be."""
        self.sees(".wp-user button")
        if name not in self.tabs():
            self.sees(".overflow-menu > button").click()
        self.sees("[role=tab], .overflow-dropdown button", name).click()

    def clicks(self, element: WebElement) -> None:
        self.chromium.execute_script("arguments[0].scrollIntoView({ block: 'center' })", element)
        element.click()

    def tabs(self) -> list[str]:
        return [tab.text for tab in self.all("[role=tab]")]

    def complaints(self) -> list[str]:
        """Errors on the console, but for pages that were refused with reason."""
        logged = [e["message"] for e in self.chromium.get_log("browser") if e["level"] == "SEVERE"]
        return [each for each in logged if "/login" not in each]


@pytest.fixture(params=[(1280, 860), (390, 780)], ids=["desktop", "phone"])
def person(chromium: webdriver.Chrome, office: Office, request: pytest.FixtureRequest) -> Iterator[Person]:
    person = Person(chromium, office, *request.param)
    yield person
    assert person.complaints() == []
    chromium.delete_all_cookies()


def test_a_reader_logs_in_asks_and_logs_out(person: Person) -> None:
    person.logs_in("读", "falsch-123")
    assert "用户名或密码不对" in person.sees("[role=alert]").text
    assert person.chromium.switch_to.active_element.get_attribute("name") == "password"
    person.logs_in("读")
    person.sees("#question textarea").send_keys("谁负责意识形态工作？", Keys.ENTER)
    assert "办公室、政工人事股" in person.sees(".wp-answer").text
    leave = person.sees(".wp-user button", "退出")
    assert "用户" not in person.tabs()
    assert person.chromium.execute_script("return document.documentElement.scrollWidth <= innerWidth")
    leave.click()
    person.sees("[name=username]")
    person.chromium.get(person.office.address)
    person.sees("[name=username]")


def test_an_admin_makes_a_user_who_can_log_in(person: Person) -> None:
    person.logs_in("管")
    person.opens_tab("用户")
    assert "这是您自己" in person.sees(".wp-passage[data-user=管]").text
    assert not person.all("[data-user=管] summary")
    name = f"新人{person.chromium.get_window_size()['width']}{len(person.office.assistant.accounts.users())}"
    person.sees(".wp-add summary").click()
    person.sees(".wp-add [name=name]").send_keys(name, Keys.TAB, PASSWORD, Keys.ENTER)
    assert name in person.sees(".wp-report .wp-done").text
    assert person.office.assistant.accounts.check(name, PASSWORD)
    row = f"[data-user={name}]"
    for words in ("更改", "停用这位用户"):
        person.clicks(person.sees(f"{row} summary", words))
    person.clicks(person.sees(f"{row} button", "确认停用"))
    person.sees(row, "已停用")
    assert person.office.assistant.accounts.check(name, PASSWORD) is None
    assert person.chromium.execute_script("return document.documentElement.scrollWidth <= innerWidth")


def test_who_is_no_longer_logged_in_is_led_to_the_login_and_back(person: Person) -> None:
    person.logs_in("旁")
    person.sees("#question textarea")
    person.sees(".wp-user button", "退出")
    person.office.assistant.accounts.set_password("旁", PASSWORD)
    person.sees("#question textarea").send_keys("谁负责意识形态工作？", Keys.ENTER)
    person.logs_in("旁")
    person.sees("#question textarea")
    refused = [e for e in person.chromium.get_log("browser") if "401" not in e["message"]]
    assert not [e for e in refused if e["level"] == "SEVERE"]


def test_only_editors_are_offered_what_only_they_may_do(person: Person) -> None:
    person.logs_in("读")
    person.opens_tab("文档库")
    person.sees(".wp-library h2", "文档库")
    assert person.all(".wp-upload > button, .wp-rebuild, [data-act=trash]") == []
    person.sees(".wp-user button", "退出").click()
    person.logs_in("编")
    person.opens_tab("文档库")
    person.sees(".wp-upload > button", "上传文件")
    person.sees(".wp-rebuild")

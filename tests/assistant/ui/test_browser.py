"""What somebody sees and does in the app, end to end: real server, real library, real browser."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

from tests.assistant.openai_server import Reply, says
from tests.assistant.ui.conftest import App, HOSTILE_NAME


class Visitor:
    """A person at the page."""

    def __init__(self, chromium: webdriver.Chrome, address: str, width: int, height: int) -> None:
        self.chromium, self.address, self.width = chromium, address, width
        size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        chromium.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        chromium.get(address)
        self.sees(".wp-welcome")

    def all(self, css: str) -> list[WebElement]:
        return [e for e in self.chromium.find_elements(By.CSS_SELECTOR, css) if e.is_displayed()]

    def sees(self, css: str, text: str = "", seconds: float = 20) -> WebElement:
        def find(_: object) -> WebElement | None:
            return next((e for e in self.all(css) if text in e.text), None)

        ignored = ("StaleElementReferenceException",)
        del ignored
        return WebDriverWait(self.chromium, seconds, 0.05).until(find, f"{css} {text}")

    def asks(self, question: str) -> None:
        self.sees("#question textarea").send_keys(question, Keys.ENTER)
        self.sees(".wp-turn:last-child .wp-question", question)

    def opens_tab(self, name: str) -> None:
        self.sees("[role=tab]", name).click()

    def run(self, script: str, *arguments: object) -> object:
        return self.chromium.execute_script(f"return {script}", *arguments)

"""What an editor does in the tab 文档库, end to end: real server, real library, real browser."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from tests.assistant.ui.conftest import App
from tests.assistant.ui.test_browser import DESKTOP, PHONE, Visitor

PLAN = """云溪县教育局2024年{topic}工作的通知
一、任务
1.开展{topic}。每周一次。（责任股室：教研室）
"""
SIZES = pytest.mark.parametrize("editor", [DESKTOP, PHONE], indirect=True, ids=["desktop", "phone"])
Upload = Callable[..., None]


class Editor(Visitor):
    """A person who keeps the library."""

    def __init__(self, chromium: webdriver.Chrome, app: App, size: tuple[int, int], folder: Path) -> None:
        super().__init__(chromium, app, size)
        self.folder = folder
        self.opens_tab("文档库")
        self.sees(".wp-sorts")

    def uploads(self, **texts: str) -> None:
        """Upload files by their names without .txt."""
        for name, text in texts.items():
            (self.folder / f"{name}.txt").write_text(text, "utf-8")
        paths = "\n".join(str(self.folder / f"{name}.txt") for name in texts)
        self.chromium.find_element(By.CSS_SELECTOR, ".wp-upload input[type=file]").send_keys(paths)

    def waits_until_gone(self, css: str) -> None:
        """The same in areas that are drawn anew while they are looked at."""
        self.waits_until(lambda: not self.all(css))

    def presses(self, css: str, text: str) -> None:
        def press() -> bool:
            self.clicks(self.sees(css, text))
            return True

        self.waits_until(press)

    def removes(self, name: str) -> None:
        self.presses(".wp-documents button", name)
        self.sees(".wp-remove summary").click()
        self.sees(".wp-remove button", "确认移除").click()
        self.sees(".wp-report .wp-done", "已从资料库移除")


@pytest.fixture
def editor(
    chromium: webdriver.Chrome, app: App, request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[Editor]:
    editor = Editor(chromium, app, getattr(request, "param", DESKTOP), tmp_path)
    yield editor
    assert editor.complaints() == []


@SIZES
def test_uploads_are_previewed_accepted_asked_about_removed_and_restored(editor: Editor) -> None:
    editor.uploads(集体备课=PLAN.format(topic="集体备课"), 空文件="")
    editor.sees(".wp-stage-failed", "空文件.txt")
    editor.sees(".wp-stage-read", "2024年")
    assert not [e for e in editor.all(".wp-documents button") if "集体备课" in e.text]
    editor.presses(".wp-item-acts button", "预览")
    shown = editor.sees(".wp-preview").text
    for words in ("云溪县教育局2024年集体备课工作的通知", "通知", "1.开展集体备课", "每周一次"):
        assert words in shown
    assert editor.hidden(".wp-preview h3", ".wp-decide .wp-go", ".wp-close") == []
    assert editor.sideways() == []
    editor.sees(".wp-decide button", "收入这份").click()
    editor.sees(".wp-stage-done", "已收入")
    editor.sees(".wp-documents button", "集体备课.txt")
    editor.presses(".wp-bulk button", "清除已完成和失败的")
    editor.waits_until_gone(".wp-uploads")
    editor.removes("集体备课.txt")
    assert not [e for e in editor.all(".wp-documents button") if "集体备课" in e.text]
    editor.presses(".wp-tools button", "回收站（1）")
    editor.sees(".wp-trash button", "恢复").click()
    editor.sees(".wp-report .wp-done", "已恢复：集体备课.txt")
    editor.sees(".wp-trash", "回收站是空的")
    editor.sees(".wp-close").click()
    editor.opens_tab("问答")
    editor.asks("教研室负责哪些工作？")
    assert "开展集体备课" in editor.sees(".wp-answer").text
    editor.opens_tab("文档库")
    editor.removes("集体备课.txt")


def test_a_new_version_says_what_it_changes_and_uploads_outlive_the_page(editor: Editor) -> None:
    editor.uploads(新版=PLAN.format(topic="听课评课"))
    editor.presses(".wp-bulk button", "全部收入（1）")
    editor.sees(".wp-stage-done", "已收入")
    editor.presses(".wp-bulk button", "清除")
    editor.waits_until_gone(".wp-uploads")
    editor.uploads(新版=PLAN.format(topic="听课评课") + "2.总结经验。学期末一次。\n")
    editor.sees(".wp-stage-read .wp-told", "将更新资料库里的同名文件：新增 1 节（2.总结经验）")
    editor.chromium.refresh()  # the address names the tab
    editor.presses(".wp-bulk button", "全部收入（1）")
    editor.sees(".wp-stage-done", "已更新")
    editor.presses(".wp-bulk button", "清除")
    editor.removes("新版.txt")


def test_what_is_not_wanted_is_discarded(editor: Editor) -> None:
    editor.uploads(甲=PLAN.format(topic="甲项"), 乙=PLAN.format(topic="甲项"))
    editor.sees(".wp-told", "与另一份上传的文件 甲.txt 内容完全相同")
    editor.presses(".wp-bulk button", "全部放弃")
    editor.waits_until_gone(".wp-uploads")


@SIZES
def test_the_list_is_searched_and_sorted_and_opens_its_documents(editor: Editor) -> None:
    assert editor.sideways() == []
    assert editor.hidden(".wp-search input", ".wp-upload button") == []
    whole = editor.sees(".wp-sorts .wp-hint").text
    box = editor.sees(".wp-search input")
    box.send_keys("党建 2023年")
    editor.sees(".wp-sorts", "找到 1 份")
    editor.presses(".wp-documents button", "2023年党建计划.txt")
    assert "理论学习" in editor.sees(".wp-source").text
    editor.sees(".wp-close").click()
    box.send_keys(Keys.BACKSPACE * 8)
    editor.sees(".wp-sorts", whole)
    editor.presses(".wp-sorts button", "按类型")
    editor.sees(".wp-group", "工作要点")
    editor.presses(".wp-sorts button", "按年份")
    editor.sees(".wp-group", "2024年")


def test_indexes_are_rebuilt_and_the_space_of_each_part_is_told(editor: Editor) -> None:
    editor.presses(".wp-storage summary", "占用空间")
    told = editor.sees(".wp-storage dl").text
    assert re.search(r"检索索引\s+[\d.]+ [KM]B", told)
    editor.presses(".wp-rebuild summary", "重建索引")
    editor.presses(".wp-rebuild button", "开始重建")
    editor.waits_until_gone(".wp-work-on")
    assert re.search(r"共 \d+ 段原文", editor.sees(".wp-inbox .wp-done", "索引已经重建").text)
    editor.opens_tab("问答")
    editor.asks("谁负责学前教育？")
    assert "基础教育股" in editor.sees(".wp-answer").text


def test_hostile_names_and_texts_of_uploads_are_text_and_nothing_else(editor: Editor) -> None:
    name = "计划' onerror=document.title='坏"
    text = PLAN.format(topic="<svg onload=document.title='坏'>检查")
    editor.uploads(**{name: text})
    editor.sees(".wp-stage-read", name)
    editor.presses(".wp-item-acts button", "预览")
    assert "<svg onload=document.title='坏'>检查" in editor.sees(".wp-preview").text
    markup = ", ".join(f":is(.wp-library, .wp-preview) {name}" for name in ("img", "svg", "iframe", "script"))
    assert editor.chromium.find_elements(By.CSS_SELECTOR, markup) == []
    assert editor.run("return document.title") == "工作计划助手"
    editor.sees(".wp-decide button", "放弃").click()
    editor.waits_until_gone(".wp-uploads")

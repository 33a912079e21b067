"""Lists: a sentence with the items below it, kept in one passage."""

from pathlib import Path

import pytest

from ingest.chunk import chunk_document, is_searchable
from ingest.lists import list_at, lists_in
from ingest.reader import read_document
from ingest.records import Document

RULES = """青河市校车管理办法

第一条 为了规范校车管理，制定本办法。
第二条 校车驾驶人应当具备下列条件：
（一）年龄在25周岁以上；
（二）连续3年无责任事故；
（三）身体健康。
前款规定的条件每年核对一次。
第三条 校车有下列情形之一的，不予年检。
（1）超过使用年限的；
（2）安全设施不全的。
第四条 校车经费是指：
（一）购置费；
（二）运行费。
"""
PLAN = """青河县教育局2025年工作要点

一、重点抓好以下工作：
（一）抓好校园安全。每月排查隐患。责任股室：安全股
（二）抓好教学质量。每学期教研四次。责任股室：教研室
二、加强党的建设
（一）加强学习。每月学习一次。
（二）改进作风。每季检查一次。
"""


def read(folder: Path, text: str) -> Document:
    path = folder / "a.txt"
    path.write_text(text, encoding="utf-8")
    return read_document(path, "a.txt")


def test_a_list_is_what_a_sentence_opens(tmp_path: Path) -> None:
    document = read(tmp_path, RULES)
    found = lists_in(document).values()
    assert [document.text[each.start :][:3] for each in found] == ["第二条", "第三条", "第四条"]
    assert [len(each.items) for each in found] == [3, 2, 2]


@pytest.mark.parametrize("max_chars", [60, 400])
def test_items_go_with_the_sentence_that_opens_them(tmp_path: Path, max_chars: int) -> None:
    document = read(tmp_path, RULES)
    chunks = chunk_document(document, max_chars)
    assert "".join(chunk.text for chunk in chunks) == document.text
    assert all(is_searchable(chunk) for chunk in chunks if "下列" in chunk.text)
    if max_chars == 400:
        (conditions,) = [chunk for chunk in chunks if "下列条件" in chunk.text]
        assert "身体健康" in conditions.text
        assert conditions.path[-1].startswith("第二条")


def test_tasks_with_duties_and_headed_paragraphs_are_no_items(tmp_path: Path) -> None:
    assert not lists_in(read(tmp_path, PLAN))


def test_a_place_in_an_item_leads_to_its_list(tmp_path: Path) -> None:
    document = read(tmp_path, RULES)
    item = list_at(document, document.text.index("连续3年"))
    opening = list_at(document, document.text.index("校车驾驶人"))
    assert item == opening is not None
    assert list_at(document, document.text.index("为了规范")) is None

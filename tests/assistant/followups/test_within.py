"""What is asked of a list that was told: whether there is more, or something of one item."""

from collections.abc import Iterator

import pytest

from assistant.answer import Answer, Mode
from assistant.assistant import Assistant
from assistant.followups.pointing import Said
from assistant.followups.within import asks_more, asks_within, items_asked, last_lists
from tests.assistant.library import library_of

DOCUMENTS = {
    "白石县2024年为民办实事方案.txt": """白石县2024年为民办实事方案

县政府研究确定以下3件民生实事：
1.改造老旧管网。改造管网36公里，10月底前完成。（牵头单位：县住建局）
2.新建口袋公园。新建公园4个，9月底前完成。（牵头单位：县林业局）
3.增设校门护栏。增设护栏20处，6月底前完成。（牵头单位：县公安局）
"""
}
ASKED = "3件民生实事是哪些？"
LIST = Said(Answer("", "共 2 项：\n· 11.甲桥加固[1]\n· 2024年6月底前：乙路改造[2]", Mode.EXTRACT), ())


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with library_of(tmp_path_factory.mktemp("within"), DOCUMENTS) as assistant:
        yield assistant


@pytest.mark.parametrize("more", ["还有呢？", "还有别的吗", "就这些吗？", "没有了吗"])
def test_after_a_complete_list_it_is_said_that_there_is_no_more(shelf: Assistant, more: str) -> None:
    assert asks_more(more)
    answer = shelf.ask(more, [ASKED])
    assert "没有别的了" in answer.text
    assert [citation.n for citation in answer.citations] == [1]


@pytest.mark.parametrize(
    ("asked", "told"),
    [("第二项什么时候完成", "9月底前"), ("第3件由谁牵头？", "公安局"), ("第一项改造多少公里？", "36公里")],
)
@pytest.mark.parametrize("between", [(), ("还有呢",), ("第一件由谁牵头？",)])
def test_an_item_is_meant_by_its_number(
    shelf: Assistant, asked: str, told: str, between: tuple[str, ...]
) -> None:
    assert told in shelf.ask(asked, [ASKED, *between]).text


def test_the_last_and_the_first_few_are_meant_too(shelf: Assistant) -> None:
    assert "公安局" in shelf.ask("最后一项呢？", [ASKED, "第二项由谁牵头"]).text
    both = shelf.ask("前两项分别由谁牵头", [ASKED]).text
    assert "住建局" in both and "林业局" in both and "公安局" not in both


@pytest.mark.parametrize("text", ["还有哪些单位参与", "第二季度完成多少", "项目有多少"])
def test_other_questions_are_asked_of_no_list(text: str) -> None:
    assert not asks_within(text)


def test_an_item_the_list_does_not_have_is_none() -> None:
    assert items_asked("第九项由谁负责", "", lambda: [LIST]) == []


def test_only_what_was_told_in_lines_is_a_list() -> None:
    plain = Said(Answer("", "甲桥加固。[1]", Mode.EXTRACT), ())
    assert list(last_lists([plain, LIST])) == [LIST]
    assert not list(last_lists([plain]))


def test_of_a_list_behind_another_an_item_is_meant_that_only_the_first_has(shelf: Assistant) -> None:
    assert "公安局" in shelf.ask("第三项由谁牵头？", [ASKED, "第二条具体说的什么"]).text


def test_likewise_asks_the_same_of_another_item(shelf: Assistant) -> None:
    assert "住建局" in shelf.ask("同第1项", [ASKED, "第二项由谁牵头"]).text

"""Questions of yes or no, and of how, over a made-up library's rules for its readers."""

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from tests.assistant.library import library_of

DOCUMENTS = {
    "青禾县图书馆读者服务工作方案.txt": """青禾县图书馆读者服务工作方案

一、图书外借
读者凭证外借图书，每次不超过六册，借阅期限为三十日，可以续借一次。
二、古籍阅览
古籍阅览须提前三日预约，由管理员陪同阅览，不得拍照。
三、流动书车
流动书车每周到各村停靠两小时，车上图书每月更换一批。
四、讲座活动
周末讲座免费向读者开放，提前两日在服务台登记。讲座结余经费不得用于购置办公室设备。
""",
}


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with library_of(tmp_path_factory.mktemp("settling"), DOCUMENTS) as assistant:
        yield assistant


def test_what_says_yes_or_no_answers(shelf: Assistant) -> None:
    assert "免费" in shelf.ask("周末讲座要不要收钱？").text


def test_a_deed_that_is_put_at_length_is_the_deed_asked_after(shelf: Assistant) -> None:
    assert "不得用于" in shelf.ask("讲座结余经费能否购设备？").text
    assert shelf.ask("讲座结余经费能否发奖金？").refused


def test_the_same_matter_without_a_word_of_it_does_not(shelf: Assistant) -> None:
    assert shelf.ask("外借图书超期了会不会罚款？").refused
    assert shelf.ask("流动书车借书收不收钱？").refused


def test_how_a_deed_of_its_own_is_done_is_told_only_where_the_deed_is_named(shelf: Assistant) -> None:
    assert "预约" in shelf.ask("古籍阅览如何预约？").text
    assert shelf.ask("流动书车的图书如何消毒？").refused

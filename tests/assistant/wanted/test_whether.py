"""Questions of yes or no, and what a text must hold to settle them."""

import pytest

from assistant.wanted.whether import asks_whether, formal_deed, settled


@pytest.mark.parametrize(
    "question", ["学完有没有人管?", "报名手续能不能简单点?", "能不能收多少钱?", "谁能收钱吗?"]
)
def test_a_wish_or_a_question_for_something_else_is_none_of_yes_or_no(question: str) -> None:
    assert not asks_whether(question)


@pytest.mark.parametrize(
    ("question", "settling", "beside"),
    [
        ("借书超期罚不罚钱,会不会扣押金?", "逾期未还的，取消借阅资格。", "借阅期限为三十日。"),
        ("押金退不退?", "退馆时全额返还押金。", "押金每人一百元。"),
        ("看展览要不要花钱?", "展厅免费开放。", "展厅每周二闭馆。"),
        ("自学的时间算不算培训学时?", "自学时间计入培训学时。", "全年培训不少于九十学时。"),
        ("买教具的钱能不能报销?", "教具购置费在公用经费中列支。", "教具由学校统一购置。"),
    ],
)
def test_what_settles_a_question_speaks_of_what_is_done(question: str, settling: str, beside: str) -> None:
    told = settled(question)
    assert told is not None
    assert told.search(settling)
    assert not told.search(beside)


def test_a_formal_question_names_what_it_asks_after() -> None:
    assert formal_deed("年审手续能否网上办理?") == "网上办理"
    assert formal_deed("年审手续怎么办?") == ""

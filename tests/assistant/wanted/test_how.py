"""The deed whose manner a question asks for."""

from assistant.wanted.how import deed_asked


def test_a_deed_of_its_own_is_what_a_text_must_name() -> None:
    assert deed_asked("退役校车如何报废?") == "报废"


def test_a_general_deed_is_told_without_its_word() -> None:
    assert deed_asked("退役校车如何处理?") == ""
    assert deed_asked("校车安全怎么样?") == ""
    assert deed_asked("如何核算绩效奖金?") == ""

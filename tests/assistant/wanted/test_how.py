"""The deed whose manner a question asks for."""

from assistant.wanted.how import asks_how_barely, deed_asked


def test_a_deed_of_its_own_is_what_a_text_must_name() -> None:
    assert deed_asked("退役校车如何报废?") == "报废"


def test_a_general_deed_is_told_without_its_word() -> None:
    assert deed_asked("退役校车如何处理?") == ""
    assert deed_asked("校车安全怎么样?") == ""
    assert deed_asked("如何核算绩效奖金?") == ""


def test_a_thing_and_a_deed_alone_are_said_as_plans_say_them() -> None:
    assert deed_asked("医保关系怎么转移") == "转移"
    assert asks_how_barely("渣土怎么清运？")
    assert not asks_how_barely("校车安全怎么样？")
    assert not asks_how_barely("隔壁家的狗老叫，怎么处理？")
    assert deed_asked("老师病了学校的课怎么调换") == ""

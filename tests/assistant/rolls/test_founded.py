from tests.assistant.rolls.conftest import Asked


def test_when_an_office_was_set_up_is_read_below_its_heading(asked: Asked) -> None:
    answer = asked("党建办什么时候设立的？")
    assert answer.text == "《白石县教育局内设机构职责》：党建办：2023年1月设立。[1]"


def test_what_an_office_was_formed_from_is_read_below_its_heading(asked: Asked) -> None:
    assert "由原总务室和食堂办整合组建" in asked("后勤股由哪些单位组建？").text


def test_offices_set_up_in_a_year_are_listed(asked: Asked) -> None:
    told = asked("2023年设立的机构有哪些？").text
    assert "机构共 1 项，已全部列出" in told
    assert "党建办" in told


def test_nothing_is_said_of_an_office_whose_beginning_is_not_told(asked: Asked) -> None:
    assert "2023年1月" not in asked("人事股什么时候设立的？").text


def test_a_document_that_begins_with_the_name_of_a_body_does_not_say_when_it_was_set_up(asked: Asked) -> None:
    assert asked("白石县教育局何时设立？").refused

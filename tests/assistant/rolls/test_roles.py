from tests.assistant.rolls.conftest import Asked


def test_only_what_a_unit_leads_is_listed(asked: Asked) -> None:
    told = asked("哪些工作由后勤股牵头？").text
    assert told.startswith("后勤股牵头的工作共 2 项，已全部列出。")


def test_another_part_than_the_asked_one_is_told_apart(asked: Asked) -> None:
    told = asked("人事股牵头的工作有哪些？").text
    assert told.startswith("没有找到人事股牵头的工作；其他由它负责的工作共 2 项")


def test_any_part_counts_as_taking_part(asked: Asked) -> None:
    told = asked("县公安局参与的工作有哪些？").text
    assert "扩大学前教育资源（配合）" in told
    assert "做好食堂安全（牵头）" in told


def test_a_unit_named_without_its_level_is_that_of_any_level(asked: Asked) -> None:
    assert asked("公安局配合的工作有哪些？").text.startswith("县公安局配合的工作共 1 项")


def test_a_document_named_by_its_field_narrows_the_tasks(asked: Asked) -> None:
    told = asked("机构职责里由人事股负责的工作有哪些？").text
    assert "规范食堂管理" not in told

"""Stored facts are told in words a reader of plans uses."""

import pytest

from assistant.explore.facts import remarks, say_deadline, say_figure
from ingest.records import Comparator, Deadline, DeadlineKind, Document, Duty, Figure, Header, Role, Section


@pytest.mark.parametrize(
    ("kind", "value", "said"),
    [
        (DeadlineKind.BY, "2024-12-31", "2024年12月31日前"),
        (DeadlineKind.BY, "2024-06", "2024年6月前"),
        (DeadlineKind.BY, "--06-30", "6月30日前"),
        (DeadlineKind.BY, "本学期末", "本学期末前"),
        (DeadlineKind.WITHIN, "P30D", "30天内"),
        (DeadlineKind.WITHIN, "P2M", "2个月内"),
        (DeadlineKind.EVERY, "2/P1Y", "每年2次"),
        (DeadlineKind.EVERY, "1/P3M", "每3个月1次"),
        (DeadlineKind.EVERY, "1/学期", "每学期1次"),
        (DeadlineKind.EVERY, "48学时/P1Y", "每年48学时"),
        (DeadlineKind.ONGOING, "长期坚持", "长期坚持"),
    ],
)
def test_a_deadline_is_said_in_words(kind: DeadlineKind, value: str, said: str) -> None:
    assert say_deadline(Deadline(0, kind, value, 0, 1)) == said


def test_a_figure_is_said_with_its_measure_and_bound() -> None:
    figure = Figure(0, "公办园占比", "60", "%", Comparator.AT_LEAST, 0, 1)
    assert say_figure(figure) == "公办园占比：至少 60%"
    assert say_figure(Figure(0, "", "3", "所", Comparator.EXACT, 0, 1)) == "3所"


def test_a_duty_is_said_with_its_role_and_task() -> None:
    text = "1.招生。（牵头：基教股）"
    section = Section(1, "1.", "招生", 0, 4, len(text), len(text), 0)
    root = Section(0, "", "", 0, 0, 0, len(text), None)
    document = Document(
        "a", "", "txt", Header("题"), text, (root, section), (Duty(1, "基教股", Role.LEAD, 9, 12),)
    )
    [remark] = remarks(document)
    assert remark.text == "责任单位：基教股（牵头），承担“1.招生”"
    assert text[remark.start : remark.end] == "基教股"

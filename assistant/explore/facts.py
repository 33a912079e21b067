"""The stored facts of a document into remarks on its text: what a unit, a figure or a time there means."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.records import Comparator, Deadline, DeadlineKind, Document, Duty, Figure

_BOUND = {
    Comparator.EXACT: "",
    Comparator.AT_LEAST: "至少 ",
    Comparator.MORE: "超过 ",
    Comparator.AT_MOST: "至多 ",
    Comparator.LESS: "少于 ",
    Comparator.ABOUT: "约 ",
}
_PERIODS = {"D": "天", "W": "周", "M": "个月", "Y": "年"}
_EVERY = {"D": "每天", "W": "每周", "M": "每月", "Y": "每年"}
_DURATION = re.compile(r"P(\d+)([DWMY])")
_DAY = re.compile(r"(?:(\d{4})|-)-(\d{2})(?:-(\d{2}))?")


@dataclass(frozen=True, slots=True)
class Remark:
    """What the words `[start, end)` of a document state.

    :param kind: `duty`, `figure` or `deadline`.
    :param text: what a reader is told of them, one line.
    """

    kind: str
    text: str
    start: int
    end: int


def remarks(document: Document) -> list[Remark]:
    """Explain every duty, figure and deadline of a document, in the order of the text."""
    return sorted(_remarks(document), key=lambda remark: (remark.start, remark.end))


def say_deadline(deadline: Deadline) -> str:
    """Say a deadline in words: `2024年6月30日前`, `30天内`, `每年2次`, `长期坚持`."""
    if deadline.kind is DeadlineKind.ONGOING:
        return deadline.value
    if deadline.kind is DeadlineKind.WITHIN:
        return f"{_spoken(deadline.value, _PERIODS)}内"
    if deadline.kind is DeadlineKind.EVERY:
        amount, _, period = deadline.value.rpartition("/")
        often = _spoken(period, _EVERY)
        often = often if often.startswith("每") else f"每{often}"
        return f"{often}{amount}{'次' if amount.isdigit() else ''}"
    day = _DAY.fullmatch(deadline.value)
    if day is None:
        return deadline.value if deadline.value.endswith("前") else f"{deadline.value}前"
    year, month, date = day.groups()
    return f"{f'{year}年' if year else ''}{int(month)}月{f'{int(date)}日' if date else ''}前"


def say_figure(figure: Figure) -> str:
    """Say what a figure measures and its value: `公办园占比：至少 60%`."""
    value = f"{_BOUND[figure.comparator]}{figure.value}{figure.unit}"
    return f"{figure.measure}：{value}" if figure.measure else value


def _remarks(document: Document) -> Iterator[Remark]:
    for duty in document.duties:
        text = f"责任单位：{duty.unit}（{duty.role}）{_task(document, duty)}"
        yield Remark("duty", text, duty.start, duty.end)
    for figure in document.figures:
        yield Remark("figure", f"指标：{say_figure(figure)}", figure.start, figure.end)
    for deadline in document.deadlines:
        yield Remark("deadline", f"时限：{say_deadline(deadline)}", deadline.start, deadline.end)


def _task(document: Document, duty: Duty) -> str:
    heading = document.sections[duty.section].heading if duty.section else ""
    return f"，承担“{heading}”" if heading else ""


def _spoken(duration: str, names: dict[str, str]) -> str:
    """Read one ISO 8601 duration; other words stay as they are."""
    found = _DURATION.fullmatch(duration)
    if found is None:
        return duration
    number = found[1] if names is _PERIODS or found[1] != "1" else ""
    if names is _EVERY and number:
        return f"每{number}{_PERIODS[found[2]]}"
    return f"{number}{names[found[2]]}"

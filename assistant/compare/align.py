"""Two documents into pairs of sections that set the same task, and those of either that have no pair."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np

from assistant.compare.columns import likeness
from assistant.compare.measures import same_measure
from ingest.embed import Floats
from ingest.records import Document, Figure

Encode = Callable[[Sequence[str]], Floats]
"""Unit vectors of passages, one a row."""

SAME_TASK = 0.36
ONE_MEASURE = 0.8
_NO_TASK = re.compile(r"附[件录表则]|名词解释|术语")
_READ = 160
_HEADINGS = 0.4
_MEASURED = 0.15


@dataclass(frozen=True, slots=True)
class Pair:
    """Sections that set the same task, by their index; None where a document has none."""

    old: int | None
    new: int | None


def align(old: Document, new: Document, encode: Encode) -> list[Pair]:
    """Pair the tasks of two documents, in the order of the newer one, then what only the older one has.

    Pairs are made best first, each task once, by the cosine of heading and text, the characters their
    headings share, and whether they measure the same; below `SAME_TASK` nothing is paired. Judged by eye on
    the yearly plans of the samples, two in three pairs just above it are one task, and a quarter of those
    below; above .42 nearly all are.
    """
    before, after = tasks_of(old), tasks_of(new)
    if not before or not after:
        return [Pair(None, task) for task in after] + [Pair(task, None) for task in before]
    near = nearness(old, before, new, after, encode)
    partner: dict[int, int] = {}
    for place in np.argsort(-near, axis=None):
        row, column = divmod(int(place), len(after))
        if near[row, column] < SAME_TASK:
            break
        if after[column] not in partner and before[row] not in partner.values():
            partner[after[column]] = before[row]
    paired = set(partner.values())
    return [Pair(partner.get(task), task) for task in after] + [
        Pair(task, None) for task in before if task not in paired
    ]


def tasks_of(document: Document) -> list[int]:
    """Find the sections that set a task: those under a heading that have no section below them."""
    above = {section.parent for section in document.sections}
    return [
        index
        for index, section in enumerate(document.sections)
        if section.parent is not None and section.heading and index not in above
        if not _NO_TASK.search(" ".join(document.path(index)))
    ]


def nearness(
    old: Document, before: Sequence[int], new: Document, after: Sequence[int], encode: Encode
) -> Floats:
    """Judge how near each task of one document is to each of another, about 0 to 1."""
    cosines = encode([_words(old, task) for task in before]) @ encode([_words(new, task) for task in after]).T
    headings = np.array(
        [[likeness(old.sections[one].title, new.sections[other].title) for other in after] for one in before],
        dtype=np.float32,
    )
    measured = np.array([[_measure_alike(old, one, new, other) for other in after] for one in before])
    return ((1 - _HEADINGS) * cosines + _HEADINGS * headings + _MEASURED * measured).astype(np.float32)


def figures_of(document: Document, task: int) -> list[Figure]:
    """Figures a task states."""
    return [figure for figure in document.figures if figure.section == task]


def _measure_alike(old: Document, one: int, new: Document, other: int) -> bool:
    pairs = product(figures_of(old, one), figures_of(new, other))
    return any(first.measure and same_measure(first, second, ONE_MEASURE) for first, second in pairs)


def _words(document: Document, index: int) -> str:
    section = document.sections[index]
    return f"{section.title}。{document.text[section.body : section.own_end][:_READ]}"

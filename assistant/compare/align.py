"""Two documents into pairs of sections that set the same task, and those of either that have no pair."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
import rjieba

from assistant.compare.columns import likeness
from assistant.compare.measures import same_measure
from assistant.duties import content_of
from ingest.embed import Floats
from ingest.records import Document, Figure
from ingest.text import normalize

Encode = Callable[[Sequence[str]], Floats]
"""Unit vectors of passages, one a row."""

SAME_TASK = 0.36
ONE_MEASURE = 0.8
_KINDRED, _OWN_WORDS = 0.3, 2
_NO_TASK = re.compile(r"附[件录表则]|名词解释|术语")
_WORD = re.compile("[\u4e00-\u9fff]{2,}")
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
    headings share, and whether they measure the same, whoever they are given to; below `SAME_TASK` nothing
    is paired but what shares words that no other task of either document has (少先队, 工会). Judged by eye
    on the yearly plans of the samples, two in three pairs just above it are one task, and a quarter of those
    below; above .42 nearly all are, and nine in ten of those that share such words.
    """
    before, after = tasks_of(old), tasks_of(new)
    if not before or not after:
        return [Pair(None, task) for task in after] + [Pair(task, None) for task in before]
    near = nearness(old, before, new, after, encode)
    own = words_of_each(old, before), words_of_each(new, after)
    partner: dict[int, int] = {}
    for place in np.argsort(-near, axis=None):
        row, column = divmod(int(place), len(after))
        if near[row, column] < _KINDRED:
            break
        if after[column] in partner or before[row] in partner.values():
            continue
        if near[row, column] >= SAME_TASK or len(own[0][row] & own[1][column]) >= _OWN_WORDS:
            partner[after[column]] = before[row]
    paired = set(partner.values())
    return [Pair(partner.get(task), task) for task in after] + [
        Pair(task, None) for task in before if task not in paired
    ]


def words_of_each(document: Document, tasks: Sequence[int]) -> list[set[str]]:
    """Find the words that one task alone of a document has, for each."""
    texts = [f"{document.sections[task].title}。{content_of(document, task)}" for task in tasks]
    words = [{word for word in rjieba.cut(normalize(text)) if _WORD.fullmatch(word)} for text in texts]
    held = Counter(word for own in words for word in own)
    return [{word for word in own if held[word] == 1} for own in words]


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
    return f"{section.title}。{content_of(document, index)[:_READ]}"

"""The parts of a question into the columns of its comparison, and their candidates into one choice each."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TypeVar

from assistant.understanding.named import short_place
from assistant.understanding.question import Question
from ingest.text import bigrams

T = TypeVar("T")
_NUMBERS = re.compile(r"[\d.．%％—–-]+|[一二三四五六七八九十百千万亿两]+(?=[个名所人项次家])")


@dataclass(frozen=True, slots=True)
class Columns:
    """What the parts of a question are called.

    :param labels: a place, a year, a document or a thing each.
    :param order: indexes of the parts in the order of the labels.
    :param in_time: whether each is of a later year than the one before.
    """

    labels: tuple[str, ...]
    order: tuple[int, ...]
    in_time: bool


def columns_of(parts: Sequence[Question]) -> Columns:
    """Name the parts by what sets them apart; years, and documents of known years, oldest first."""
    years = [part.years[0] if len(part.years) == 1 else 0 for part in parts]
    in_time = len(set(years)) == len(parts) and all(years)
    order = sorted(range(len(parts)), key=years.__getitem__) if in_time else range(len(parts))
    return Columns(tuple(_label(parts[at], in_time) for at in order), tuple(order), in_time)


def choose_alike(
    candidates: Sequence[Sequence[T]], worth: Callable[[T], float], alike: Callable[[T, T], float]
) -> list[T | None]:
    """Choose one candidate of each column, those that are worth most and most alike.

    Each candidate is tried as the model for the other columns; a column without candidates gets none.
    """

    def fit(model: T, other: T) -> float:
        return worth(other) + alike(model, other)

    def choice(at: int, model: T) -> list[T | None]:
        return [
            model if column == at else max(own, key=lambda other: fit(model, other), default=None)
            for column, own in enumerate(candidates)
        ]

    def total(at: int, model: T, made: Sequence[T | None]) -> float:
        others = (one for column, one in enumerate(made) if column != at and one is not None)
        return worth(model) + sum(fit(model, other) for other in others)

    choices = [(at, model, choice(at, model)) for at, own in enumerate(candidates) for model in own]
    return max(choices, key=lambda made: total(*made))[2]


def likeness(one: str, other: str) -> float:
    """Share of neighbouring characters two texts have in common, 0 to 1 (Dice), whatever their numbers."""
    first, second = _pairs(one), _pairs(other)
    return 2 * len(first & second) / (len(first) + len(second)) if first and second else 0.0


def containment(one: str, other: str) -> float:
    """Share of the neighbouring characters of the shorter text that the longer one has too, 0 to 1."""
    first, second = _pairs(one), _pairs(other)
    return len(first & second) / min(len(first), len(second)) if first and second else 0.0


def transitions(values: Sequence[T | None]) -> list[tuple[T, T]]:
    """Pair each value with the next one that is known."""
    return list(pairwise(value for value in values if value is not None))


def _label(part: Question, in_time: bool) -> str:
    if part.documents or part.side:
        return part.documents[0].label if part.documents else part.side
    return f"{part.years[0]}年" if in_time or not part.places else short_place(part.places[0])


@lru_cache(maxsize=4096)
def _pairs(text: str) -> frozenset[str]:
    return frozenset(bigrams(_NUMBERS.sub("", text)))

"""Everyday expressions in a question into the official terms that plans use for them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path

import rjieba

from assistant.understanding.numbered import in_short
from assistant.understanding.spoken import as_written
from ingest.text import normalize_each

PARTICLES = frozenset("的了着过")
_SHORTEST = 2
EVERYDAY = Path(__file__).parents[2] / "data" / "lexicon" / "everyday.tsv"


@dataclass(frozen=True, slots=True)
class Expression:
    """An everyday expression at `[start, end)` of a question in normal form, and its official terms."""

    start: int
    end: int
    official: tuple[str, ...]


def everyday_in(question: str) -> list[Expression]:
    """Find everyday expressions, the longest first at each place, none inside another.

    They begin and end where words do by jieba's dictionary: 高考 is not found in 提高考核. Particles within
    them do not count: 公家的车 is 公家车, 领了证 is 领证. 二中 is short for 第二中学 and others alike.

    :param question: in normal form (`ingest.text.normalize`).
    """
    ends = sorted(_word_ends(question))
    numbered = {body.start: body for body in in_short(question)}
    found: list[Expression] = []
    for start in ends:
        if found and start < found[-1].end:
            continue
        if body := numbered.get(start):
            found.append(Expression(start, body.end, body.full_names))
        else:
            found += _longest_at(question, start, ends)
    return found


@cache
def official_terms() -> frozenset[str]:
    """Every official term that an expression leads to, in normal form."""
    return frozenset(chain.from_iterable(_everyday()[0].values()))


def _longest_at(question: str, start: int, ends: Sequence[int]) -> list[Expression]:
    table, longest = _everyday()
    for end in reversed(ends):
        if start < end <= start + longest:
            said = question[start:end]
            official = table.get(said)
            if official is None and len(said) > _SHORTEST and not PARTICLES.isdisjoint(said):
                official = table.get(_without_particles(said))
            if official:
                return [Expression(start, end, official)]
    return []


def _without_particles(said: str) -> str:
    """Leave particles out of an expression, but for its ends: 掉了的 is none of 掉."""
    return said[0] + "".join(char for char in said[1:-1] if char not in PARTICLES) + said[-1]


def _word_ends(question: str) -> set[int]:
    ends, at = {0}, 0
    for word in rjieba.cut(question, hmm=False):
        at += len(word)
        ends.add(at)
    return ends


@cache
def _everyday() -> tuple[Mapping[str, tuple[str, ...]], int]:
    """Read the table, and the length of its longest expression."""
    lines = EVERYDAY.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    said = normalize_each([as_written(said) for said, _ in rows])
    terms = list(dict.fromkeys(chain.from_iterable(official.split() for _, official in rows)))
    normal = dict(zip(terms, normalize_each(terms), strict=True))
    table = {
        expression: tuple(normal[term] for term in official.split())
        for expression, (_, official) in zip(said, rows, strict=True)
    }
    return table, max(map(len, table))

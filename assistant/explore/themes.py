"""Headings of a library into its main themes: the phrases that weigh most in them, each with its headings."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import rjieba

from assistant.explore.survey import Heading
from assistant.understanding.terms import is_silent, weigh
from ingest.text import normalize

_MOST_WORDS = 3
_SHORTEST, _LONGEST, _LONGEST_HEADING = 3, 8, 24
_ENOUGH, _MANY = 3, 8
# What headings call the parts of any plan says nothing of what it is about.
_PART = re.compile(
    r"(?:目标|任务|原则|要求|措施|思想|安排|情况|工作|领导|机构|总则|附则|意见|依据|范围|职责|水平|效能|保障|问题|事项"
    r"|形势|回顾|解释|全面|打算|力度|成效|重点|计划|方案|制度)$|^(?:全面|切实|高|总体|主要|持续)"
)
_NOUNS = ("n", "vn", "an", "j", "l", "i", "nz", "nt")
_INSIDE = (*_NOUNS, "a", "b", "f", "s")


@dataclass(frozen=True, slots=True)
class Theme:
    """A phrase of headings and the headings it stands in, newest first; each heading has one theme."""

    phrase: str
    headings: tuple[Heading, ...]

    @property
    def documents(self) -> int:
        """How many documents have such a heading."""
        return len({heading.doc for heading in self.headings})


def themes_of(headings: Iterable[Heading], most: int) -> list[Theme]:
    """Find the main themes, the weightiest first.

    A phrase counts the documents with a heading of it that no weightier theme has taken, times what its words
    weigh (`assistant.understanding.terms.weigh`). In a library of some size a theme needs several documents.
    Headings as long as a sentence are tasks, not themes.
    """
    holding: dict[str, list[Heading]] = defaultdict(list)
    for heading in headings:
        for phrase in _phrases(heading.title) if len(heading.title) <= _LONGEST_HEADING else ():
            holding[phrase].append(heading)
    least = min(_ENOUGH, 1 + _documents([h for found in holding.values() for h in found]) // _MANY)
    taken: set[tuple[str, tuple[str, ...]]] = set()
    themes: list[Theme] = []
    while len(themes) < most:
        left = {
            phrase: [heading for heading in found if (heading.doc, heading.path) not in taken]
            for phrase, found in holding.items()
        }
        holding = {phrase: found for phrase, found in left.items() if _documents(found) >= least}
        if not holding:
            break
        best = max(holding, key=lambda phrase: (_worth(phrase, _documents(holding[phrase])), phrase))
        own = sorted(holding[best], key=lambda heading: (-heading.year, heading.doc, heading.path))
        themes.append(Theme(best, tuple(own)))
        taken.update((heading.doc, heading.path) for heading in own)
        del holding[best]
    return themes


def _documents(headings: Sequence[Heading]) -> int:
    return len({heading.doc for heading in headings})


def _worth(phrase: str, documents: int) -> float:
    return (documents - 0.5) * _weight(phrase)


@lru_cache(maxsize=65_536)
def _weight(phrase: str) -> float:
    return sum(term.weight for term in weigh(phrase))


@lru_cache(maxsize=65_536)
def _phrases(title: str) -> frozenset[str]:
    """Runs of one to three words that end in a noun and hold no word that only connects."""
    found = set()
    tagged = [(word, tag) for word, tag in rjieba.tag(normalize(title))]
    for start in range(len(tagged)):
        for end in range(start + 1, min(start + _MOST_WORDS, len(tagged)) + 1):
            run = tagged[start:end]
            phrase = "".join(word for word, _ in run)
            if _is_name(run) and _SHORTEST <= len(phrase) <= _LONGEST:
                found.add(phrase)
    return frozenset(found)


def _is_name(run: Sequence[tuple[str, str]]) -> bool:
    return (
        run[-1][1].startswith(_NOUNS)
        and all(tag.startswith(_INSIDE) and not is_silent(word) for word, tag in run)
        and not _PART.search("".join(word for word, _ in run))
    )

"""A question that sets one of several like things apart (省级医院, 三等奖) into what tells its siblings."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path

from assistant.wanted.numbered import OF_NUMBERED, bodies_in
from assistant.wanted.ranks import Named, ranks_in
from ingest.text import normalize

_NO_VERB = "(?!励)"  # 优秀奖励 is paid to the best, no prize
SIBLINGS = Path(__file__).parents[2] / "data" / "lexicon" / "siblings.tsv"
_GAP, _WITHIN = "*", "[^,。;:、]{0,4}?"
_PLACED = ("名次", "奖项", "期次")
_OF_A_SEX = re.compile("[男女]")
_Word = tuple[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Apart:
    """One of several things of a kind, as a question names it.

    :param kind: of which they are; things of other kinds are no siblings.
    :param members: which are asked.
    :param word: how the question names it, with what it is a rank of.
    :param head: what a sibling must be a rank of (奖 of 三等奖), or "".
    """

    kind: str
    members: frozenset[str]
    word: str
    head: str

    @property
    def must_be_named(self) -> bool:
        """Whether nothing answers that does not name it: the rank of an award, a school of a number.

        So of the phase of a building (二期), and of women among all (女干部).
        """
        is_of_a_sex = self.kind == "性别" and _OF_A_SEX.match(self.word) is not None
        return self.head in ("奖", "功") or self.kind in _PLACED or is_of_a_sex or self.is_body

    @property
    def is_body(self) -> bool:
        """Whether it is a school or hospital, of which a passage may tell that names it once."""
        return self.kind.startswith(OF_NUMBERED)


@lru_cache(maxsize=256)
def set_apart(question: str) -> tuple[Apart, ...]:
    """Find what a question sets apart from its siblings: at most one of each kind."""
    found: dict[str, list[Named]] = defaultdict(list)
    for named in _named_in(normalize(question)):
        if named.members:
            found[named.kind].append(named)
    return tuple(
        Apart(
            kind,
            frozenset(chain.from_iterable(named.members for named in own)),
            (own[0].word + own[0].head).upper(),
            own[0].head,
        )
        for kind, own in found.items()
    )


def is_named(asked: Apart, text: str, alone: bool = False) -> bool:
    """Tell whether a text, in normal form, names what is asked, or what holds it (中小学 of 小学).

    :param alone: whether what holds its siblings too does not count.
    """
    held = (named.members for named in _of_kind(asked.kind, text))
    return any(members & asked.members and (not alone or members <= asked.members) for members in held)


def siblings_named(asked: Apart, text: str) -> list[str]:
    """Find the siblings of what is asked that a text in normal form names, each once."""
    others = (n for n in _of_kind(asked.kind, text) if n.members and not n.members & asked.members)
    words = (named.word + asked.head for named in others if asked.head in named.what)
    return list(dict.fromkeys(word.upper() for word in words))


def _named_in(text: str) -> Iterator[Named]:
    starts = _starts()
    for kind in sorted(set().union(*(starts.get(text[at : at + 2], ()) for at in range(len(text))))):
        yield from _of_kind(kind, text)
    yield from ranks_in(text)
    yield from bodies_in(text)


def _of_kind(kind: str, text: str) -> Iterator[Named]:
    if kind not in _kinds():
        return (named for named in chain(ranks_in(text), bodies_in(text)) if named.kind == kind)
    pattern, members = _kinds()[kind]
    return (Named(kind, members[found.lastgroup or ""], found[0]) for found in pattern.finditer(text))


@cache
def _table() -> Mapping[str, Sequence[_Word]]:
    """Read the words of each kind, each with the members it holds."""
    words: dict[str, list[_Word]] = defaultdict(list)
    for line in SIBLINGS.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, members, said = line.split("\t")
            own = frozenset() if members == "-" else frozenset(members.split())
            words[kind] += [(word, own) for word in map(normalize, said.split())]
    return words


@cache
def _starts() -> Mapping[str, frozenset[str]]:
    """Give the kinds that have a word with such first two characters."""
    kinds: dict[str, set[str]] = defaultdict(set)
    for kind, words in _table().items():
        for word, _ in words:
            kinds[word[:2]].add(kind)
    return {start: frozenset(of) for start, of in kinds.items()}


@cache
def _kinds() -> Mapping[str, tuple[re.Pattern[str], Mapping[str, frozenset[str]]]]:
    """Give for each kind what matches its words, the longest first, and their members by group."""
    return {kind: _matching(words) for kind, words in _table().items()}


def _matching(words: Sequence[_Word]) -> tuple[re.Pattern[str], Mapping[str, frozenset[str]]]:
    longest_first = sorted(words, key=lambda each: -len(each[0]))
    groups = {f"w{at}": members for at, (_, members) in enumerate(longest_first)}
    said = (_WITHIN.join(map(re.escape, word.split(_GAP))) for word, _ in longest_first)
    return re.compile(
        "|".join(f"(?P<w{at}>{word}{_NO_VERB if word[-1] == '奖' else ''})" for at, word in enumerate(said))
    ), groups

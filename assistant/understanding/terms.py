"""A question's words, weighed by how much they say, and how much of them a passage holds."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.util import find_spec
from operator import mul
from pathlib import Path

import rjieba

from assistant.understanding.lexicon import PARTICLES, everyday_in
from ingest.text import bigrams, normalize, places

_QUESTION_WORDS = Path(__file__).parents[2] / "data" / "lexicon" / "question_words.txt"
_COMMON = 2.0
_UNLISTED = 8.0
_PART = 0.6
_MEANT = 0.8
_EXPRESSION, _SILENT = 4.0, 1.0  # of one that hardly says more than a word that only asks (县里, 打算)
_NUMBER = re.compile(r"[\u4e00-\u9fff]{0,6}[〔\[(【]\d{4}年?[〕\])】]第?\d{1,4}号")
# What only asks for a part in a task or for an office: 谁配合, 哪个股管, 主管部门是哪个.
_ROLE = r"(?:牵头|主抓|配合|协助|协办|落实|参与|抓落实|归口|主管|分管|负责|监管|管)"
_WHO_WORDS = ("谁", "哪", "单位", "部门", "机构", "室")
_ASKS_WHO = re.compile(
    rf"(?:谁|哪(?:[一两二三四五六七八九十]?个|些|几个?)(?:[股科局处室办委厅部口司]|单位|部门|股室|科室|机构)|哪几?家(?:单位)?)(?:来|去|具体|主要)*{_ROLE}(?=[,?。、的呢]|$)"
    rf"|(?<=.)(?:{_ROLE}(?:管理)?(?:部门|单位|机构|股室|科室))(?=(?:具体|分别|各|都)?[是有为]|[?。呢,]|$)"
    r"|[归属]?哪(?:个|一个)(?:[股科局处室办委厅部口司])(?=[管抓]|[?。]|$)"
)
_REMEMBERED = 256
_PASSAGES = 4096
_LEFT_OUT = 2
_PARTS_OF_SPEECH = {
    "n": 1.0,
    "vn": 1.0,
    "an": 1.0,
    "j": 1.0,
    "i": 1.0,
    "l": 1.0,
    "eng": 1.0,
    "v": 0.5,
    "a": 0.5,
}


@dataclass(frozen=True, slots=True)
class Term:
    """A word or everyday expression of a question in normal form with its weight, > 0.

    :param official: terms by which plans say the same, in normal form.
    :param parts: the words an everyday expression is made of (招聘, 老师), if it is made of such alone.
    """

    word: str
    weight: float
    official: tuple[str, ...] = ()
    parts: tuple["Term", ...] = ()


@lru_cache(maxsize=_REMEMBERED)
def weigh(question: str) -> tuple[Term, ...]:
    """Find the words that carry a question's topic, each once.

    Words that only ask (`data/lexicon/question_words.txt`) and four-digit years (which filter) are left out.
    The weight is the inverse document frequency in general Chinese text, as jieba's TF-IDF table states it,
    above that of the commonest words: in a library of a few plans, counting the library itself would call
    every word rare. Names of things count in full, verbs and the rest in part: a question shares its
    nouns with the plan that answers it, and chooses its own verbs.
    """
    text = topic(question)
    terms: list[Term] = []
    for expression in reversed(everyday_in(text)):
        said = text[expression.start : expression.end]
        least = _SILENT if is_silent(said) else _EXPRESSION
        own = (said[1:],) if said.startswith("谁") and len(said) > 2 else ()  # who does 打分 is told with it
        official = (*own, *expression.official)
        if all(said != term.word for term in terms):
            terms.append(Term(said, max(_worth_of(said), least), official, parts_of(said)))
        text = f"{text[: expression.start]} {text[expression.end :]}"
    known = {term.word for term in terms}
    return (*terms, *(Term(word, worth) for word, worth in _words(text).items() if word not in known))


def _words(text: str) -> dict[str, float]:
    """Cut a text into the words that carry a topic, each with its weight."""
    silent = _question_words()
    tagged = {
        word: tag
        for guessed, its_tag in rjieba.tag(text)
        for word, tag in _parted(guessed, its_tag)
        if word not in silent and _carries_topic(word)
    }
    return {word: _weight(word) * _share(tag) for word, tag in tagged.items()}


def _parted(word: str, tag: str) -> Iterable[tuple[str, str]]:
    """Cut a word that jieba guessed, but no table lists, where it has taken a silent character in (能贷)."""
    if word in general_words() or _question_words().isdisjoint((word[0], word[-1])):
        return [(word, tag)]
    return rjieba.tag(word, hmm=False)


def parts_of(expression: str) -> tuple[Term, ...]:
    """Cut an expression into its words, with what plans say for each; () where it is not of words alone."""
    said = [
        word
        for word, tag in rjieba.tag(expression, hmm=False)
        if word not in PARTICLES and not (tag == "v" and len(word) == 1)  # 住宅装电梯
    ]
    if len(said) < 2 or any(len(word) < 2 for word in said):
        return ()
    return tuple(Term(word, _weight(word), _official(word)) for word in said)


def _official(word: str) -> tuple[str, ...]:
    return next((found.official for found in everyday_in(word)), ())


def _worth_of(expression: str) -> float:
    return sum(_words(expression).values())


def beyond(terms: tuple[Term, ...], title: str) -> tuple[Term, ...]:
    """Leave out the terms of a document's title, which hold for all it says; keep all if none is left."""
    said = folded(title, "")
    return tuple(term for term in terms if term.word not in said) or terms


def topic(question: str) -> str:
    """Leave longer asking phrases (能不能, 什么时候) and numbers of documents out, in normal form.

    The phrases go before the cutting into words, which would tear them and keep a piece of them as topic.
    """
    said = _NUMBER.sub(" ", normalize(question))
    if any(word in said for word in _WHO_WORDS):
        said = _ASKS_WHO.sub(" ", said)
    return _asking_phrases().sub(" ", said)


def coverage(terms: tuple[Term, ...], text: str) -> float:
    """Weighted share, 0 to 1, of the terms that stand in a text; pieces of a longer word count in part.

    :param text: in normal form (`ingest.text.normalize`).
    """
    held = total = 0.0
    for term in terms:
        total += term.weight
        held += term.weight if term.word in text else term.weight * _put_otherwise(term, text)
    return held / total if total else 0.0


def presences(terms: tuple[Term, ...], texts: Sequence[str]) -> list[tuple[float, ...]]:
    """Give the `presence` of every term in each of many texts, in a third of the time of one by one."""
    if not terms:
        return [()] * len(texts)
    rows = [[1.0 if term.word in text else _put_otherwise(term, text) for text in texts] for term in terms]
    return list(zip(*rows, strict=True))


def covered(weights: Sequence[float], held: Sequence[float]) -> float:
    """Give the `coverage` of terms whose presence in a text is known.

    :param weights: of the terms, 0 for one that does not count; `held` likewise their presence.
    """
    total = sum(weights)
    return sum(map(mul, weights, held)) / total if total else 0.0


def presence(term: Term, text: str) -> float:
    """How much a text, in normal form, holds of a term, 0 to 1: the word, what means it, pieces of it."""
    return 1.0 if term.word in text else _put_otherwise(term, text)


def _put_otherwise(term: Term, text: str) -> float:
    """How much a text that lacks the word itself holds of a term."""
    word = term.word
    for official in term.official:
        if official in text:
            return _MEANT
    for char in word:
        if char not in text:
            break
    else:
        if len(word) > 1 and _is_short_for(word, text):
            return _MEANT
    if term.parts and all(presence(part, text) >= _MEANT for part in term.parts):
        return _MEANT
    pairs = _pairs(word) if len(word) > 2 else ()
    return _PART * sum(map(text.__contains__, pairs)) / len(pairs) if pairs else 0.0


@lru_cache(maxsize=_PASSAGES)
def folded(context: str, text: str) -> str:
    """Give a passage with its title and headings in normal form, as `coverage` looks into it."""
    return normalize(context + text)


@lru_cache(maxsize=_REMEMBERED)
def _pairs(word: str) -> tuple[str, ...]:
    return tuple(bigrams(word))


def _is_short_for(word: str, text: str) -> bool:
    """Tell whether a word is short for one of a text: its characters with a few others between.

    综保区 is 综合保税区; of two characters each stands before one other (教研, 教学研究).
    A pattern would have to be made for every word of every question: a hundred times as long as to look.
    """
    if len(word) == 2:
        return _is_short_of_two(word[0], word[1], text)
    ends = {at + 1 for at in places(text, word[0])}
    for char in word[1:]:
        ends = {
            at + 1
            for end in ends
            for at in range(end, end + _LEFT_OUT + 1)
            if text.startswith(char, at) and (at == end or text[end:at].isalnum())
        }
    return bool(ends)


def _is_short_of_two(first: str, second: str, text: str) -> bool:
    at = text.find(first)
    while at >= 0:
        if text.startswith(second, at + 2) and text[at + 1].isalnum() and text[at + 3 : at + 4].isalnum():
            return True
        at = text.find(first, at + 1)
    return False


def is_silent(word: str) -> bool:
    """Tell whether a word only asks or connects."""
    return word in _question_words()


def _carries_topic(word: str) -> bool:
    is_year = len(word) == 4 and word.isdigit() and word.startswith(("19", "20"))
    return any(char.isalnum() for char in word) and not is_year


def _share(tag: str) -> float:
    """Look a part of speech up, by its whole tag or its first letter (jieba's tag set, after ICTCLAS)."""
    return _PARTS_OF_SPEECH.get(tag, _PARTS_OF_SPEECH.get(tag[:1], 0.3))


def _weight(word: str) -> float:
    return max(general_words().get(word, _UNLISTED) - _COMMON, 0.5)


@cache
def general_words() -> dict[str, float]:
    """The words of general Chinese text, each with its inverse document frequency, about 2 to 14.

    They are read from jieba's table (`word idf` a line): importing it would load its dictionary too.
    """
    lines = (_package_folder("jieba") / "analyse" / "idf.txt").read_text(encoding="utf-8").splitlines()
    return {word: float(idf) for word, _, idf in (line.partition(" ") for line in lines)}


def _package_folder(name: str) -> Path:
    spec = find_spec(name)
    assert spec is not None and spec.origin is not None, f"{name} is a dependency of this project"
    return Path(spec.origin).parent


@cache
def _asking_phrases() -> re.Pattern[str]:
    phrases = sorted((word for word in _question_words() if len(word) > 2), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, phrases)))


@cache
def _question_words() -> frozenset[str]:
    lines = _QUESTION_WORDS.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))

"""Found passages into statements: the sentences that answer, scored by how well they do."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.asked import asked_names, asked_thing, speaks_of
from assistant.narrowing import fit, meets
from assistant.question import Question
from assistant.terms import Term, beyond, coverage, folded
from assistant.wanted import Fact, wanted_fact
from ingest.records import Chunk, Hit
from ingest.text import normalize, sentences

Similarity = Callable[[Sequence[str]], Sequence[float]]
"""Cosine of each text with the question."""
_LABEL = re.compile(
    r"^\s*(?:第[〇零一二三四五六七八九十百\d]+[章节条]|[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．](?!\d))"
)
_CLAUSE = re.compile(r"[^,，:：、]*[,，:：、]|[^,，:：、]+$")
_BARE_BRACKET = re.compile(r"[(（][^()（）]*[)）]$")
_DATE_LINE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日$")
_BYLINE = re.compile(r"[\u4e00-\u9fff]{2,}(?:长|书记|主任|主席)[ \u3000]+[\u4e00-\u9fff·]{2,4}\s*$")
_OPENS_LIST = re.compile(r":$|(?:下列|以下|如下)[^。]*。?$")
_TOO_SHORT = 6
# The question's words in the sentence, in sentence and headings, cosine, rank of the passage, the kind of
# fact asked for, the year asked for; chosen on the development questions and our own (DESIGN.md).
_WEIGHTS = (0.35, 0.25, 0.6, 0.25, 0.25, 0.25)
_WHOLE_TASK = 24
_LONGEST = 200
ENOUGH_FOUND = 1.0
ENOUGH_SAID = 0.4
_LOOKED_AT = 5
_PASSAGES = 4096


@dataclass(frozen=True, slots=True)
class Statement:
    """A verbatim span of a document offered as an answer.

    :param start: first code point in the document; `end` likewise, exclusive.
    :param score: how well it answers, about 0 to 1.5, comparable between the statements of one question.
    :param coverage: weighted share of the question's words, but those of the document's title, in the
        statement and its headings.
    :param similarity: cosine of statement and question.
    :param passage: score of the passage it stands in, as the search gave it.
    :param factual: whether it holds the kind of fact asked for (a figure, a time); true when none is asked.
    """

    chunk: Chunk
    start: int
    end: int
    score: float
    coverage: float
    similarity: float
    passage: float
    factual: bool

    @property
    def text(self) -> str:
        """The verbatim words."""
        return self.chunk.text[self.start - self.chunk.start : self.end - self.chunk.start]


def is_enough(ranked: Sequence[Statement], found: float = ENOUGH_FOUND, said: float = ENOUGH_SAID) -> bool:
    """Tell whether one of the best statements is about the question.

    :param found: how well its passage must be found, by words or by meaning.
    :param said: how much of that the sentence itself must bear, as coverage and cosine.
    """
    return any(
        statement.passage >= found and statement.coverage + statement.similarity >= said
        for statement in ranked[:_LOOKED_AT]
    )


def states_answer(question: Question) -> Callable[[Chunk], bool]:
    """Give what tells whether a sentence of a passage states the kind of fact asked for, of the thing asked.

    That is true for every passage where neither is asked.
    """
    fact, things, names = wanted_fact(question), asked_thing(question.text), asked_names(question.text)

    def states(chunk: Chunk) -> bool:
        if not speaks_of(names, folded(chunk.context, chunk.text) if names else ""):
            return False
        if fact is None and not things:
            return True
        context, said = normalize(chunk.context), _sentences(chunk.text)
        return any((fact is None or fact(t)) and speaks_of(things, context + words) for t, words in said)

    return states


def statements(
    question: Question, terms: tuple[Term, ...], hits: Sequence[Hit], similarity: Similarity
) -> list[Statement]:
    """Score every sentence of the hits, best first."""
    fact = wanted_fact(question)
    top = max((hit.score for hit in hits), default=1.0) or 1.0
    settings = [_setting(question, terms, hit, hit.score / top) for hit in hits]
    told = [(setting, sentence) for setting in settings for sentence in _body_sentences(setting.chunk)]
    texts = [sentence.text for _, sentence in told]
    cosines = similarity(texts) if texts else []
    found = [
        _judge(question, setting, sentence, fact, cosine)
        for (setting, sentence), cosine in zip(told, cosines, strict=True)
    ]
    return sorted(found, key=lambda statement: -statement.score)


@dataclass(frozen=True, slots=True)
class _Setting:
    """What all sentences of a passage share: the terms to look for, title, headings, year, rank."""

    chunk: Chunk
    found: float
    rank: float
    asked: tuple[Term, ...]
    things: tuple[Term, ...]
    named: bool
    context: str
    met: float


def _setting(question: Question, terms: tuple[Term, ...], hit: Hit, rank: float) -> _Setting:
    chunk = hit.chunk
    asked, context = beyond(terms, chunk.title), normalize(chunk.context)
    return _Setting(
        chunk,
        hit.score,
        rank,
        asked,
        asked_thing(question.text),
        speaks_of(asked_names(question.text), folded(chunk.context, chunk.text)),
        context,
        meets(question, chunk),
    )


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of a passage, where it starts there, and its normal form.

    :param opening: normal form of the sentence that opens the list of which it is an item, or "".
    """

    start: int
    text: str
    folded: str
    opening: str = ""


def _judge(
    question: Question, setting: _Setting, sentence: _Sentence, fact: Fact | None, cosine: float
) -> Statement:
    text, folded, asked = sentence.text, sentence.folded, setting.asked
    context = setting.context + sentence.opening
    own, whole = coverage(asked, folded), coverage(asked, context + folded)
    factual = (
        (fact is None or fact(_LABEL.sub("", text)))
        and setting.named
        and speaks_of(setting.things, context + folded)
    )
    grounds = (own, whole, cosine, setting.rank, float(factual), fit(question, setting.met, text))
    score = sum(weight * ground for weight, ground in zip(_WEIGHTS, grounds, strict=True))
    start, end = _trim(text, asked, fact)
    base = setting.chunk.start + sentence.start
    return Statement(setting.chunk, base + start, base + end, score, whole, cosine, setting.found, factual)


@lru_cache(maxsize=_PASSAGES)
def _sentences(text: str) -> tuple[tuple[str, str], ...]:
    """Cut a passage into sentences, each with its normal form."""
    said = (text[start:end] for start, end in sentences(text))
    return tuple((each, normalize(each)) for each in said)


@lru_cache(maxsize=_PASSAGES)
def _body_sentences(chunk: Chunk) -> tuple[_Sentence, ...]:
    """Find the sentences that say something.

    A bare duty bracket does not; a heading does where it is long enough to be a task of its own, or alone.
    """
    heading = normalize(chunk.path[-1]) if chunk.path else normalize(chunk.title)
    found: list[_Sentence] = []
    headings: list[_Sentence] = []
    for sentence in _in_lists(chunk.text):
        words = sentence.folded.rstrip("。.;:,")
        if len(words) < _TOO_SHORT or not _says_something(sentence.text, words, chunk.title):
            continue
        is_heading = words == heading and len(words) < _WHOLE_TASK and not _OPENS_LIST.search(sentence.folded)
        (headings if is_heading else found).append(sentence)
    return tuple(found or headings)


def _in_lists(text: str) -> Iterator[_Sentence]:
    """Cut a passage into sentences; the items of a list know what opens it."""
    opening = ""
    for start, end in _whole_sentences(text):
        words = text[start:end]
        folded = normalize(words)
        opening = opening if not folded or _LABEL.match(words) else ""
        yield _Sentence(start, words, folded, opening)
        opening = folded if _OPENS_LIST.search(folded) else opening


def _says_something(sentence: str, words: str, title: str) -> bool:
    """Tell a sentence from a title, a signature, a date line, a bare bracket, or half of a quotation.

    A line that names who holds an office (县长 王小明) says something.
    """
    if _BARE_BRACKET.match(words) or words in normalize(title) or sentence.count("“") != sentence.count("”"):
        return False
    ends = sentence.rstrip().endswith(tuple("。！？；!?;.：:"))
    return (
        ends
        or len(words) >= _WHOLE_TASK
        or _BYLINE.match(sentence.strip()) is not None
        or ("：" in sentence and not _DATE_LINE.search(words))
    )


def _whole_sentences(text: str) -> list[tuple[int, int]]:
    """Spans of sentences; parts that end in a semicolon stay together as long as a reader bears it."""
    spans: list[tuple[int, int]] = []
    for start, end in sentences(text):
        if spans and text[spans[-1][1] - 1] in ";；" and end - spans[-1][0] <= _LONGEST:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def _trim(text: str, terms: tuple[Term, ...], fact: Fact | None) -> tuple[int, int]:
    """Cut a long sentence to the run of clauses that answers; white space at the ends is left out."""
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    if end - start <= _LONGEST:
        return start, end
    clauses = [(m.start(), m.end()) for m in _CLAUSE.finditer(text, start, end)]
    worth = [_worth(text[a:b], terms, fact) for a, b in clauses]
    first = last = max(range(len(clauses)), key=worth.__getitem__)
    while True:
        sides = [side for side in (first - 1, last + 1) if 0 <= side < len(clauses)]
        sides = [s for s in sides if clauses[max(s, last)][1] - clauses[min(s, first)][0] <= _LONGEST]
        if not sides:
            break
        best = max(sides, key=worth.__getitem__)
        first, last = min(first, best), max(last, best)
    return clauses[first][0], len(text[: clauses[last][1]].rstrip(",，、:： "))


def _worth(clause: str, terms: tuple[Term, ...], fact: Fact | None) -> float:
    return coverage(terms, normalize(clause)) + (0.3 if fact and fact(clause) else 0.0)

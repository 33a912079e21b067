"""Found passages into statements: the sentences that answer, scored by how well they do."""

import re
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, replace

from assistant.evidence.apart import heads, part_on, sets_out
from assistant.evidence.sentence import LABEL, LONGEST, Sentence, cut_sentences, offered
from assistant.understanding.intent import Intent, Time, asks_if_not, asks_why
from assistant.understanding.narrowing import fit, meets, time_of
from assistant.understanding.question import Question
from assistant.understanding.terms import Term, beyond, coverage, folded
from assistant.wanted.asked import speaks_of
from assistant.wanted.fact import FactAsked, fact_asked
from assistant.wanted.labelled import is_labelled
from assistant.wanted.listed import ListAsked, asked_list
from assistant.wanted.times import says_beginning
from assistant.wanted.wanted import Fact
from ingest.records import Chunk, Hit
from ingest.text import each_sentence, normalize

Similarity = Callable[[Sequence[str]], Sequence[float]]
"""Cosine of each text with the question."""
_CLAUSE = re.compile(r"[^,，:：、]*[,，:：、]|[^,，:：、]+$")
_NOT_DONE = re.compile(r"(?:未|不|没有|拒不?|逾期|违反|擅自)[^,，。;；]{1,24}的[，,]")
# The question's words in the sentence, in sentence and headings, cosine, rank of the passage, the kind of
# fact asked for, the year asked for; chosen on the development questions and our own (DESIGN.md).
_FACTUAL = 0.25
_WEIGHTS = (0.35, 0.25, 0.6, 0.25, _FACTUAL, 0.25)
_LAST_WORDS, _OF_ANY_KIND = 20, 0.5
_SAID_BY_TITLE = 0.6  # so much of the question, where a sentence is of its document itself
_LISTS = 0.4  # what opens the list that is asked for
_PREAMBLE = 0.3  # what only leads to all that a document says (现就…提出如下意见)
# A sentence of one clause or two may leave to the one before it what it speaks of.
_TOLD_IN_BRACKETS = (Intent.DEADLINE, Intent.PERSON, Intent.DUTY)
_SETS_OUT = 0.4  # begins with one of the things set apart and says what it is
_TIMELY = 0.2  # reports what was done, or plans it, as asked
_IF_NOT = 0.3  # what follows where something is not done, as asked
_SHORT, _SAID_ITSELF, _LEANT, _MUCH = 40, 0.6, 0.9, 0.1
# What is paid on top: 每人每月增加200元, 另加10元.
_ADDS = re.compile(
    r"^[^。；;]{0,30}(?:每[\u4e00-\u9fff]{1,4}(?:再|另)?(?:增加|增发|加发|上浮)|另[加发给]|再[加增])[^，,。；;]{0,4}\d"
)
# What stands under a heading that announces the time asked for: 三、缴费时间.
_TIMED = 0.4
_TIME_OF = re.compile(r"([\u4e00-\u9fff]{2})(?:时间|期限|时限|日程)(?:安排|要求)?$")
# What says nearly all that is asked need not name the thing as the question does.
_SAYS_NEARLY_ALL, _MEANS_IT_TOO = 0.8, 1.3
ENOUGH_FOUND = 1.0
ENOUGH_SAID = 0.4
_LOOKED_AT = 5


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


def stating_none(ranked: Sequence[Statement], others: Container[int]) -> list[Statement]:
    """Let some statements count as stating no fact; best first again.

    :param others: which, by `id`.
    """
    judged = [replace(s, factual=False, score=s.score - _FACTUAL) if id(s) in others else s for s in ranked]
    return sorted(judged, key=lambda statement: -statement.score)


def states_answer(question: Question) -> Callable[[Chunk, str], bool]:
    """Give what tells whether a sentence of a passage states the kind of fact asked for, of the thing asked.

    That is true for every passage where neither is asked. What something is (什么颜色) may be said without
    naming that, so of what is asked which of, nothing is wanted here. What is told takes the passage, and
    with its title and headings in normal form.
    """
    fact = replace(fact_asked(question), which="")

    def states(chunk: Chunk, passage: str) -> bool:
        if not fact.is_of_any and not fact.is_about(passage + folded(chunk.organ, "")):
            return False
        if fact.is_any:
            return True
        if not fact.things:
            return any(fact.is_stated(chunk.text[a:b], "") for a, b in each_sentence(chunk.text))
        if not speaks_of(fact.things, passage):  # so none of its sentences does
            return False
        context, said = normalize(chunk.context), cut_sentences(chunk.text)
        # what it is said of is looked for first, for that is soon done
        told = [(text, context + words) for text, words in said if speaks_of(fact.things, context + words)]
        return any(fact.is_stated(text, words) for text, words in told)

    return states


def statements(
    question: Question, terms: tuple[Term, ...], hits: Sequence[Hit], similarity: Similarity
) -> list[Statement]:
    """Score every sentence of the hits, best first."""
    fact = fact_asked(question)
    top = max((hit.score for hit in hits), default=1.0) or 1.0
    settings = [_setting(question, fact, terms, hit, hit.score / top) for hit in hits]
    told = [(setting, sentence) for setting in settings for sentence in offered(question, setting.chunk)]
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
    terms: tuple[Term, ...]
    about: bool
    context: str
    met: float
    listed: ListAsked | None
    timely: bool
    if_not: bool


def _setting(question: Question, fact: FactAsked, terms: tuple[Term, ...], hit: Hit, rank: float) -> _Setting:
    chunk = hit.chunk
    asked, context = beyond(terms, chunk.title), normalize(chunk.context)
    return _Setting(
        chunk,
        hit.score,
        rank,
        asked,
        terms,
        fact.is_of_any or fact.is_about(folded(chunk.context, chunk.text) + folded(chunk.organ, "")),
        context,
        meets(question, chunk),
        asked_list(question.text) if question.intent is Intent.TOPIC else None,
        question.intent is Intent.FIGURE
        and question.time is not Time.ANY
        and time_of(chunk) is question.time,
        question.intent is Intent.TOPIC and asks_if_not(question.text),
    )


def _judge(
    question: Question, setting: _Setting, sentence: Sentence, fact: FactAsked, cosine: float
) -> Statement:
    if question.intent is Intent.FIGURE and (before := _added_to(sentence, fact)):
        sentence = _joined(before, sentence)
    text, folded = sentence.text, sentence.folded
    is_of_document = fact.worded and says_beginning(question.text, text)
    asked = setting.terms if is_of_document else setting.asked
    context = setting.context + sentence.question + sentence.opening
    whole = coverage(asked, context + folded)
    is_of_all = sentence.closes or (question.intent is Intent.DUTY and is_labelled(text))
    own = whole if is_of_all else coverage(asked, folded)
    is_close = whole >= _SAYS_NEARLY_ALL and whole + cosine >= _MEANS_IT_TOO
    heading = sentence.question or "".join(setting.chunk.path[-1:])
    stated = fact.is_stated(sentence.opening + LABEL.sub("", text), context + folded, is_close, heading)
    leads = sentence.is_preamble and question.intent in (Intent.FIGURE, Intent.DEADLINE)
    factual = setting.about and stated and not leads and (not is_of_document or whole >= _SAID_BY_TITLE)
    start, end = (sentence.start + at for at in _on(text, asked, fact.kind))
    if factual and whole < _SAID_ITSELF and (before := _leant_on(sentence, fact)):
        leaning = _LEANT * coverage(asked, context + before.folded + folded)
        if leaning > whole + _MUCH:
            whole, start = leaning, before.start
    grounds = (own, whole, cosine, setting.rank, float(factual), fit(question, setting.met, text))
    score = sum(weight * ground for weight, ground in zip(_WEIGHTS, grounds, strict=True))
    score += _LISTS * _lists(setting, sentence, setting.listed) if setting.listed else 0.0
    score += _TIMELY * setting.timely + _IF_NOT * (setting.if_not and bool(_NOT_DONE.search(text)))
    side = question.side
    score += _SETS_OUT * (
        bool(side) and (sets_out(side, LABEL.sub("", text)) or heads(LABEL.sub("", heading), side))
    )
    if factual and question.intent is Intent.DEADLINE:
        score += _TIMED * (is_of_document or _is_timed(heading, question.text))
    score -= _PREAMBLE * (sentence.is_preamble and not asks_why(question.text))
    score -= _PREAMBLE * (sentence.closes and question.intent not in _TOLD_IN_BRACKETS)
    base = setting.chunk.start
    return Statement(setting.chunk, base + start, base + end, score, whole, cosine, setting.found, factual)


def _lists(setting: _Setting, sentence: Sentence, listed: ListAsked) -> float:
    """Tell how well a sentence opens the list asked for, or gives it itself, 0 to 1.

    What says that items follow, but not of what kind, may open it too.
    """
    heading = setting.chunk.path[-1] if setting.chunk.path else ""
    if sentence.is_preamble:
        return 0.0
    said = sentence.folded if sentence.announces else sentence.folded[-_LAST_WORDS:]
    if listed.is_given(sentence.folded) or listed.is_counted_out(sentence.text):
        return 1.0
    if not sentence.opens or not listed.kinds:
        return 0.0
    if listed.is_opened(normalize(heading) + sentence.question + said):
        return 1.0
    return _OF_ANY_KIND if sentence.announces else 0.0


def _leant_on(sentence: Sentence, fact: FactAsked) -> Sentence | None:
    """Find the sentence before a short one that states a figure, a time or who, and says itself of what.

    补扣期限最长不得超过五年 leaves to the sentence before it what may be 补扣.
    """
    before = sentence.before
    if before is None or fact.kind is None or len(before.text) + len(sentence.text) > LONGEST:
        return None
    return None if len(sentence.text) > _SHORT or fact.kind(before.text) else before


def _is_timed(heading: str, question: str) -> bool:
    """Tell whether a heading announces the time of what a question asks of."""
    timed = _TIME_OF.search(heading)
    return timed is not None and timed[1] in question


def _added_to(sentence: Sentence, fact: FactAsked) -> Sentence | None:
    """Find the sentence before one that only says what is added to the amount stated there.

    每人每月补助300元。到教学点的，每人每月增加200元。
    """
    before = sentence.before
    if before is None or fact.kind is None or _ADDS.search(sentence.text) is None:
        return None
    is_near = len(before.text) + len(sentence.text) <= LONGEST
    return before if is_near and fact.kind(before.text) else None


def _joined(before: Sentence, sentence: Sentence) -> Sentence:
    """Put a sentence and the one right before it together."""
    text, folded = before.text + sentence.text, before.folded + sentence.folded
    return before._replace(text=text, folded=folded)


def _on(text: str, terms: tuple[Term, ...], fact: Fact | None) -> tuple[int, int]:
    """Cut a sentence to its part on what is asked, and that to what a reader bears."""
    first, last = part_on(text, terms)
    start, end = _trim(text[first:last], terms, fact)
    return first + start, first + end


def _trim(text: str, terms: tuple[Term, ...], fact: Fact | None) -> tuple[int, int]:
    """Cut a long sentence to the run of clauses that answers; white space at the ends is left out."""
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    if end - start <= LONGEST:
        return start, end
    clauses = [(m.start(), m.end()) for m in _CLAUSE.finditer(text, start, end)]
    worth = [_worth(text[a:b], terms, fact) for a, b in clauses]
    first = last = max(range(len(clauses)), key=worth.__getitem__)
    while True:
        sides = [side for side in (first - 1, last + 1) if 0 <= side < len(clauses)]
        sides = [s for s in sides if clauses[max(s, last)][1] - clauses[min(s, first)][0] <= LONGEST]
        if not sides:
            break
        best = max(sides, key=worth.__getitem__)
        first, last = min(first, best), max(last, best)
    return clauses[first][0], len(text[: clauses[last][1]].rstrip(",，、:： "))


def _worth(clause: str, terms: tuple[Term, ...], fact: Fact | None) -> float:
    return coverage(terms, normalize(clause)) + (0.3 if fact and fact(clause) else 0.0)

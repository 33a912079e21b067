"""Several questions asked in one into one answer: each under its own line, and what is missing named."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.answer import Answer, Citation, Mode, joined
from assistant.answering.gathered import Evidence
from assistant.compare import has_table
from assistant.rolls import is_roll
from assistant.understanding.intent import Intent, intent_of, without_asking
from assistant.understanding.question import Question
from assistant.understanding.several import stands_alone
from assistant.understanding.terms import coverage, weigh
from assistant.wanted.shapes import shape_asked
from assistant.wanted.wanted import wanted_fact
from ingest.text import normalize

_MARKS = re.compile(r"(?:\[\d+\])+(?=\s*(?:\||$))", re.MULTILINE)
_MARK = re.compile(r"\[(\d+)\]")
_ALL_BUT = 0.8
_ASKS_ALIKE = re.compile("呢$")


def answer_each(
    question: Question,
    evidence: Sequence[Evidence],
    answer: Callable[[Question, Sequence[Evidence]], Answer],
) -> Answer:
    """Answer the questions that one asks, and put the answers together where no single one says it all.

    :param evidence: what was found for the whole and for each question.
    :param answer: answers one question from its evidence.
    """
    whole, *asked = (
        (one, answer(one, [part for part in evidence if part.question.nth == one.nth]))
        for one in (question, *question.asked)
    )
    return _together(whole[1], asked) if asked else whole[1]


def _together(whole: Answer, asked: Sequence[tuple[Question, Answer]]) -> Answer:
    """Lay the answers out under their questions, unless that to the whole says them all.

    :param whole: what the text was answered as one question.
    """
    apart = [
        (question, replace(whole, notice="") if _says_as_well(whole, question, answer) else answer)
        for question, answer in asked
        if whole.refused or _is_apart(question, whole, asked[0][1])
    ]
    told = [(question, answer) for question, answer in apart if not answer.refused]
    said = [line for answer in (whole, *(answer for _, answer in told)) for line in _statements(answer)]
    missing = _missing(
        [question for question, answer in apart if answer.refused and not _is_stated(question, said)]
    )
    if len(apart) < 2 or not told or has_table(whole) or is_roll(whole) > all(is_roll(a) for _, a in told):
        return whole
    if whole.refused and missing and any(answer.notice for _, answer in told):
        return whole
    if all(_is_said(answer, whole) for _, answer in told):
        return replace(whole, notice=joined(whole.notice, missing))
    return _laid_out(whole, told, missing)


def _says_as_well(whole: Answer, question: Question, answer: Answer) -> bool:
    """Tell whether the answer to the whole says what alone a question of it was refused (…，收费多少)."""
    return answer.refused and not whole.refused and _is_stated(question, _statements(whole))


def _missing(refused: Sequence[Question]) -> str:
    return f"没有找到“{'”“'.join(map(_name, refused))}”的答案" if refused else ""


def _is_apart(question: Question, whole: Answer, first: Answer) -> bool:
    """Tell whether a question asks something of its own: another thing, or of a fact's thing what is done.

    :param first: the answer to the first question, which such a one leans on.
    """
    asks = intent_of(whole.question) is not Intent.TOPIC or shape_asked(question.typed) is not None
    of_fact = asks and question.intent is Intent.TOPIC
    is_of_another = _ASKS_ALIKE.search(question.typed) is not None  # 副总指挥呢
    stands = question.nth == 1 or is_of_another or stands_alone(question.typed)
    return stands or (of_fact and not first.refused)


def _is_stated(question: Question, lines: Sequence[str]) -> bool:
    """Tell whether a line says what a question asks, though found for another one."""
    terms, fact = weigh(without_asking(question.typed)), wanted_fact(question)
    return bool(terms and fact) and any(
        coverage(terms, normalize(line)) >= _ALL_BUT and fact(line) for line in lines if fact
    )


def _name(question: Question) -> str:
    return _ASKS_ALIKE.sub("", question.typed)


def _is_said(answer: Answer, whole: Answer) -> bool:
    """Tell whether an answer says nothing that another does not say; its headings do not count."""
    return _statements(answer)[0] in whole.text


def _statements(answer: Answer) -> list[str]:
    """The lines of an answer that state something, best first, without their marks."""
    return [_MARKS.sub("", line) for line in answer.text.split("\n") if _MARKS.search(line)] or [answer.text]


def _laid_out(whole: Answer, told: Sequence[tuple[Question, Answer]], missing: str) -> Answer:
    """Write each answer under its question; questions that are answered alike stand together."""
    citations: dict[tuple[str, int, int], Citation] = {}
    blocks: dict[str, list[str]] = {}
    for question, answer in told:
        blocks.setdefault(numbered(answer, citations), []).append(_name(question))
    lines = (f"{'；'.join(names)}：\n{said}" for said, names in blocks.items())
    text = "\n".join(lines if len(blocks) > 1 else blocks)
    notices = dict.fromkeys((*(answer.notice for _, answer in told), missing))
    narrowed = dict.fromkeys(label for _, answer in told for label in answer.narrowed)
    return Answer(
        whole.question,
        text,
        Mode.EXTRACT,
        tuple(citations.values()),
        told[0][1].related,
        notice=joined(*notices),
        narrowed=tuple(narrowed),
    )


def numbered(answer: Answer, citations: dict[tuple[str, int, int], Citation]) -> str:
    """Write an answer with the numbers its sources get among those of all."""
    numbers: dict[str, int] = {}
    for own in answer.citations:
        key = (own.doc, own.start, own.end)
        citations.setdefault(key, replace(own, n=len(citations) + 1))
        numbers[str(own.n)] = citations[key].n

    def renumbered(found: re.Match[str]) -> str:
        return _MARK.sub(lambda mark: f"[{numbers.get(mark[1], mark[1])}]", found[0])

    return _MARKS.sub(renumbered, answer.text)

"""Statements for each part of a question into a comparison: the same fact of each year, place or document."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import reduce

from assistant.citing.citations import Sources
from assistant.compare.alike import claims_alike
from assistant.compare.clauses import Claim, best_of, claims_of
from assistant.compare.columns import choose_alike, columns_of, containment, likeness, transitions
from assistant.compare.difference import OTHER_SPAN, asks_difference, tell_difference
from assistant.compare.kinds import kind_of
from assistant.compare.measures import as_said, may_be_set_off, same_value
from assistant.compare.records import Cell, Change, Comparison, Row
from assistant.compare.same_year import OTHER_YEAR, of_one_year, of_other_years
from assistant.evidence.evidence import Statement
from assistant.understanding.intent import Intent, Time
from assistant.understanding.narrowing import time_of
from assistant.understanding.question import Question
from assistant.wanted.wanted import Fact, wanted_fact
from ingest.records import Document

_LOOKED_AT = 16
_WORDED_ALIKE = 0.6
_TITLED_ALIKE = 0.3
_MUCH_ALIKE = 0.5
_SAME_WORDS = -2.0
_ONE_MEASURE = 0.6
_OTHER_KIND = 2.0
_ASKED = {Intent.DEADLINE: "时间", Intent.FIGURE: "数字"}
_SHORTEST_TOPIC = 4
_LONGEST_TOPIC = 24

Open = Callable[[str], Document]


def compare_facts(
    asked: str, found: Sequence[tuple[Question, Sequence[Statement]]], open_document: Open
) -> Comparison | None:
    """Compare the fact a question asks for across its parts; None where fewer than two state it.

    A part whose figures are all of something else has an empty cell.

    :param asked: the whole question.
    :param found: each part of the question with its statements, best first.
    """
    columns = columns_of([part for part, _ in found])
    claims = [
        claims_of(part, statements[:_LOOKED_AT], wanted_fact(part), open_document)
        for part, statements in (found[at] for at in columns.order)
    ]
    stated = [any(_states(part)(s.text) for s in statements[:_LOOKED_AT]) for part, statements in found]
    if sum(stated) < 2:
        return None
    if not any(claims):
        claims = claims_alike([found[at] for at in columns.order], open_document)
    if not any(claims):
        return None
    completed = _completed(claims, [found[at] for at in columns.order], open_document)
    parts = [found[at][0] for at in columns.order]
    chosen = choose_alike(of_one_year(parts, completed), lambda claim: claim.worth, _alike)
    is_of_no_year = columns.in_time and not any(one.statement.chunk.years for one in chosen if one)
    if (found[0][0].side or is_of_no_year) and _is_one_clause(chosen):
        return None
    sources = Sources()
    change, detail = _change(chosen, open_document) if columns.in_time else (None, "")
    cells = tuple(_cell(claim, sources) for claim in chosen)
    return Comparison(
        columns.labels,
        (Row(_topic(parts, chosen, open_document), cells, change, detail),),
        sources.citations,
        OTHER_YEAR if _differs(asked, parts, chosen) else _told(asked, columns.labels, chosen, open_document),
    )


def _completed(
    claims: Sequence[Sequence[Claim]],
    found: Sequence[tuple[Question, Sequence[Statement]]],
    open_document: Open,
) -> list[Sequence[Claim]]:
    """Give a column without a clause that names the thing what states it best, in the unit of the others.

    全年培训40万人次, behind what is 培训 of whom, is set beside 完成职业技能培训200万人次.
    """
    models = [claim for own in claims for claim in own[:1] if claim.figure]
    return [
        own
        or [
            claim
            for claim in best_of(part, _naming(part, statements[:1]), open_document)
            if _is_like(claim, models)
        ]
        for own, (part, statements) in zip(claims, found, strict=True)
    ]


def _naming(part: Question, statements: Sequence[Statement]) -> list[Statement]:
    """Keep the statements that name the thing set apart, if one is: another's figure is none of it."""
    return [statement for statement in statements if part.side in statement.text]


def _is_like(claim: Claim, models: Sequence[Claim]) -> bool:
    """Tell whether a clause gives a figure in the unit of another's and is worded much as that is.

    What it speaks of may stand in the heading alone: 建设高标准农田 above 新建1.9万亩.
    """
    said = (claim.text, "".join(claim.statement.chunk.path[-1:]) + claim.text)
    return any(
        claim.figure is not None
        and model.figure is not None
        and claim.figure.unit == model.figure.unit
        and max(containment(words, model.text) for words in said) >= _MUCH_ALIKE
        for model in models
    )


def _is_one_clause(chosen: Sequence[Claim | None]) -> bool:
    """Tell whether one clause stands for two things: it may give a figure of each (分别达到64%、63%)."""
    spans = [(claim.statement.chunk.doc, claim.start) for claim in chosen if claim is not None]
    return len(set(spans)) < len(spans)


def _states(part: Question) -> Fact:
    return wanted_fact(part) or (lambda _: True)


def _alike(one: Claim, other: Claim) -> float:
    """Judge how comparable two claims are: plans of one series word the same figure alike.

    The same words cannot stand for two columns; other words of one document say little by being alike.
    """
    if (one.statement.chunk.doc, one.start) == (other.statement.chunk.doc, other.start):
        return _SAME_WORDS
    if one.statement.chunk.doc == other.statement.chunk.doc:
        return 0.0
    titles = likeness(one.statement.chunk.title, other.statement.chunk.title)
    if _is_other_kind(one, other):
        titles -= _OTHER_KIND
    return _WORDED_ALIKE * likeness(one.text, other.text) + _TITLED_ALIKE * titles


def _is_other_kind(one: Claim, other: Claim) -> bool:
    """Tell whether one claim is a growth and the other a level, or one a plan and the other a result."""
    times = {time_of(claim.statement.chunk) for claim in (one, other)} - {Time.ANY}
    return len(times) > 1 or kind_of(one.text) != kind_of(other.text)


def _differs(asked: str, parts: Sequence[Question], chosen: Sequence[Claim | None]) -> bool:
    """Tell whether a difference is asked, in no year in particular, of figures of several years."""
    return asks_difference(asked) and of_other_years(parts, [claim for claim in chosen if claim])


def _told(asked: str, labels: Sequence[str], chosen: Sequence[Claim | None], open_document: Open) -> str:
    """Tell both figures and how they differ, where that is asked and they are of equal parts of a year."""
    if not asks_difference(asked):
        return ""
    parts = {claim.span for claim in chosen if claim is not None}
    if len(parts) > 1:
        return OTHER_SPAN
    stated = [(claim, claim.figure) for claim in chosen if claim and claim.figure and claim.single]
    if len(stated) < len(chosen):
        return ""
    printed = [as_said(one, open_document(claim.statement.chunk.doc).text) for claim, one in stated]
    sentences = {(claim.statement.chunk.doc, claim.statement.start) for claim, _ in stated}
    heads = {claim.head for claim, _ in stated}
    # What one sentence states of two things, or one column of two rows, is of one measure.
    alike = len(sentences) == 1 or (len(heads) == 1 and "" not in heads)
    figures = [replace(figure, measure="") if alike else figure for _, figure in stated]
    return tell_difference(labels, figures, printed)


def _cell(claim: Claim | None, sources: Sources) -> Cell:
    """Show the clause, cite its whole statement."""
    if claim is None:
        return Cell()
    statement = claim.statement
    number = sources.cite(statement.chunk, min(statement.start, claim.start), max(statement.end, claim.end))
    return Cell(claim.text, (number,))


def _topic(parts: Sequence[Question], chosen: Sequence[Claim | None], open_document: Open) -> str:
    """Name a row by what its figures measure, the words the cells share, a heading, or what is asked.

    What things set apart are called stands in the heads of the columns.
    """
    claims = [claim for claim in chosen if claim is not None]
    if heads := {claim.head for claim in claims if claim.head}:
        return min(heads, key=len)
    measured = [claim.figure.measure for claim in claims if claim.figure and claim.figure.measure]
    sides = [part.side for part in parts if part.side]
    measures = [reduce(lambda said, side: said.replace(side, ""), sides, measure) for measure in measured]
    measures = [measure for measure in measures if len(measure) >= _SHORTEST_TOPIC] or measures
    shared = _shared(claims[0].text, claims[-1].text)
    chunks = [claim.statement.chunk for claim in reversed(claims) if claim.statement.chunk.path]
    headings = [open_document(chunk.doc).sections[chunk.section].title for chunk in chunks]
    named = (name for name in (*measures, shared, *headings) if name)
    return next((name for name in named if len(name) <= _LONGEST_TOPIC), _ASKED.get(parts[0].intent, "内容"))


def _shared(one: str, other: str) -> str:
    """Find the longest run of words two texts share, "" when it is short."""
    match = SequenceMatcher(None, one, other, autojunk=False).find_longest_match()
    counted = match.a > 0 and one[match.a - 1].isdigit()  # 1次应急演练: no name begins with 次
    words = one[match.a + counted : match.a + match.size].strip(" ，,、。；;：:")
    return words if len(words) >= _SHORTEST_TOPIC and not re.search(r"\d", words) else ""


def _change(chosen: Sequence[Claim | None], open_document: Open) -> tuple[Change | None, str]:
    """Tell whether figures of one measure stayed the same from column to column."""
    stated = [(claim, claim.figure) for claim in chosen if claim is not None and claim.figure is not None]
    if len({claim.span for claim, _ in stated}) > 1 or len(stated) < max(
        2, len([claim for claim in chosen if claim is not None])
    ):
        return None, ""
    figures = [figure for _, figure in stated]
    if not all(may_be_set_off(*pair, _ONE_MEASURE) for pair in transitions(figures)):
        return None, ""
    if all(same_value(*pair) for pair in transitions(figures)):
        return Change.KEPT, ""
    printed = [as_said(figure, open_document(claim.statement.chunk.doc).text) for claim, figure in stated]
    return Change.FIGURE, " → ".join(printed)

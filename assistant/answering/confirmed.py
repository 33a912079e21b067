"""Evidence for the sides of a comparison: sides that say one thing alike confirm each other."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import permutations

from assistant.answering.gathered import Evidence
from assistant.compare import Comparison, confirms
from assistant.evidence.evidence import Statement
from assistant.understanding.intent import Intent
from assistant.understanding.question import Question
from assistant.wanted.wanted import wanted_fact
from ingest.records import Document


def confirmed(
    question: Question, found: Sequence[Evidence], open_document: Callable[[str], Document]
) -> list[Evidence]:
    """Let what says best what is asked of a side count as stating it, if another side puts it alike.

    新建改造高标准农田70万亩 and 新建和改造高标准农田81万亩 are each other's witness that 建设任务 means them,
    though neither of them alone is near enough to the question.

    :param found: the evidence for each side.
    """
    if question.intent is not Intent.FIGURE or question.sides or len(found) < 2:
        return list(found)
    named = with_bodies(question, found)
    offered = {at: one for at, part in enumerate(found) if (one := _best(part)) is not None}
    shown = {
        at
        for at, other in permutations(offered, 2)
        if not found[at].is_stated
        and confirms((named[at], offered[at]), (named[other], offered[other]), open_document)
    }
    return [
        replace(part, statements=(replace(offered[at], factual=True), *part.statements[1:]))
        if at in shown
        else part
        for at, part in enumerate(found)
    ]


def with_bodies(question: Question, found: Sequence[Evidence]) -> list[Question]:
    """Give what was asked of each side with the bodies it names, though they were looked for in vain."""
    asked = question.parts
    bodies = [one.bodies for one in asked] if len(asked) == len(found) else [()] * len(found)
    return [
        replace(part.question, bodies=part.question.bodies or own)
        for part, own in zip(found, bodies, strict=True)
    ]


def tells_each(compared: Comparison, found: Sequence[Evidence]) -> bool:
    """Tell whether a table has a cell for each side that states something: 未提及 would be untrue of it."""
    stated = sum(part.on_topic and part.is_stated for part in found)
    return any(sum(bool(cell.text) for cell in row.cells) >= stated for row in compared.rows)


def _best(part: Evidence) -> Statement | None:
    """Give the statement that says best what is asked of a side, if it gives such a fact."""
    if part.elsewhere or not part.on_topic:
        return None
    if part.is_stated:
        return part.factual[0]
    fact, best = wanted_fact(part.question), part.statements[0]
    return best if fact and fact(best.text) else None

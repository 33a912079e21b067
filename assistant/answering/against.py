"""Evidence for two years into that for the later alone, where it says itself how much it changed."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answering.gathered import Evidence
from assistant.compare.difference import asks_difference
from assistant.evidence.evidence import Statement
from assistant.understanding.dated import years_of
from assistant.understanding.intent import Intent
from assistant.understanding.question import Question

_HARDLY_LESS = 0.9
_CHANGED = r"(?:增|减|提高|提升|下降|降低|上升|上涨|多|少|扩大|压减|回落)"


def change_stated(question: Question, found: Sequence[Evidence]) -> list[Evidence]:
    """Keep what answers for the later of two years where it says the change from the earlier, else all.

    个人缴费400元，较2024年度提高20元; 重点水域由去年的176处增加到183处.

    :param found: the evidence for each year.
    """
    if question.intent is not Intent.FIGURE or len(question.years) != 2 or len(found) != 2:
        return list(found)
    if not asks_difference(question.text) or len(question.places) + len(question.documents) > 1:
        return list(found)
    earlier, later = sorted(question.years)
    of_later = next(part for part in found if part.question.years == (later,))
    factual = of_later.factual if of_later.is_stated else []
    said = [s for s in factual if s.score >= _HARDLY_LESS * factual[0].score and _says(s, earlier, later)]
    if not said:
        return list(found)
    others = [s for s in of_later.statements if s not in said and not s.factual]
    return [replace(of_later, statements=(*said, *others))]


def _says(statement: Statement, earlier: int, later: int) -> bool:
    """Tell whether a statement of the later year says by how much something changed from the earlier."""
    year_before = "|[去上]年|上一年" if later - earlier == 1 and years_of(statement.chunk) == (later,) else ""
    before = rf"(?:{earlier}年{year_before})[^，,。；;]{{0,16}}?[，,]?"
    by = rf"{_CHANGED}[^，,。；;]{{0,8}}?\d"
    return (
        re.search(rf"[较比由从]{before}{by}|与{before}相?比[^。；;]{{0,12}}?{by}", statement.text) is not None
    )

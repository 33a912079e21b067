"""Statements for a time of the year or the week that a question names, before those for any time."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.evidence.evidence import Statement
from assistant.understanding.question import Question

_TIMES = tuple(
    map(
        re.compile,
        (
            "冬[季天日]|入冬|寒冬",
            "夏[季天日]|入夏|盛夏",
            "春[季天](?!学期)|开春",
            "秋[季天](?!学期)|入秋",
            "雨季|雨天|汛期",
            "夜间|晚上|夜里",
            "周末|双休日|星期[六日天]|周[六日]",
            "节假日|法定假日|放假",
        ),
    )
)
_LOOKED_AT = 3


def of_its_season(question: Question, ranked: Sequence[Statement]) -> list[Statement]:
    """Put what a section says of the time of year a question names before what it says for any time.

    Where one of the best statements speaks of that time, or no sentence beside them does, nothing changes.
    """
    named = next((time for time in _TIMES if time.search(question.text)), None)
    best = [one for one in ranked if one.factual][:_LOOKED_AT] if named else []
    if named is None or any(named.search(one.text + one.chunk.context) for one in best):
        return list(ranked)
    sections = {(one.chunk.doc, one.chunk.section) for one in best}
    beside = [
        one for one in ranked if (one.chunk.doc, one.chunk.section) in sections and named.search(one.text)
    ]
    if not beside:
        return list(ranked)
    first = replace(beside[0], factual=True, score=best[0].score, coverage=best[0].coverage)
    others = [one for one in ranked if one is not beside[0] and not (one.factual and one in best[1:])]
    return [first, *others]

"""A question that compares 这两年 into the years it means: the newest of which there are papers."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.understanding.intent import Intent
from assistant.understanding.named import short_place
from assistant.understanding.one_of_all import LATELY
from assistant.understanding.question import Question
from ingest.index.entry import DocumentInfo

_FACTS = (Intent.FIGURE, Intent.DEADLINE, Intent.DUTY)
_COMPARED = re.compile(
    r"变|分别|各自?(?:是|有|定|要|多少|几)|[从由](?:几|多少)[^，,。]*到(?:几|多少)|哪一?年|相比|一样|差(?:多少|几)"
)
_MANY = {"两": 2, "二": 2, "三": 3}


def name_years(question: Question, stored: Sequence[DocumentInfo]) -> Question:
    """Read 这两年 as the two newest years of papers, where all of the place's bodies with several agree."""
    found = LATELY.search(question.text)
    if not found or question.years or question.documents or len(question.places) > 1:
        return question
    if question.intent not in _FACTS or not _COMPARED.search(question.text):
        return question
    many = _MANY.get(found["many"], 2)
    newest = {years[-many:] for years in _years_of_each(question, stored) if len(years) >= many}
    return replace(question, years=newest.pop()) if len(newest) == 1 else question


def _years_of_each(question: Question, stored: Sequence[DocumentInfo]) -> list[tuple[int, ...]]:
    """Give the years that the papers of each body are of, but for papers of several."""
    years: dict[tuple[str, str], set[int]] = {}
    for info in stored:
        is_of_place = not question.places or short_place(info.place) == short_place(question.places[0])
        is_of_body = not question.organs or info.organ in question.organs
        if is_of_place and is_of_body and len(info.years) == 1:
            years.setdefault((info.place, info.organ), set()).update(info.years)
    return [tuple(sorted(own)) for own in years.values()]

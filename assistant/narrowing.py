"""The years and places a question names against those of a passage: does it fit, is it of another."""

import re
from dataclasses import replace

from assistant.question import PROVINCES, Question, short_place
from ingest.records import Chunk

_YEAR = re.compile(r"(?<!\d)(20\d{2})年")
_CONTRADICTED = -0.5


def allows(question: Question, chunk: Chunk) -> bool:
    """Tell whether nothing speaks against a passage being of the years and places the question names.

    A document that states no year or place may be of any (but is hardly of a province it never names); a
    passage that names them itself counts too.
    """
    said = chunk.context + chunk.text
    years = not question.years or not chunk.years or bool(set(question.years).intersection(chunk.years))
    wanted = set(map(short_place, question.places))
    unstated = not chunk.place and not wanted.issubset(PROVINCES)
    places = not wanted or unstated or short_place(chunk.place) in wanted
    return (years or any(f"{year}年" in said for year in question.years)) and (
        places or any(place in said for place in wanted)
    )


def meets(question: Question, chunk: Chunk) -> bool:
    """Tell whether a passage is of a year and a place the question names; years in its headings go first."""
    in_path = years_in(" ".join(chunk.path))
    return bool(question.filter) and question.filter.admits(replace(chunk, years=in_path or chunk.years))


def fit(question: Question, met: bool, sentence: str) -> float:
    """Judge a sentence by its year: 1 of the year asked, 0 nothing is asked or said, negative of another.

    :param met: whether its passage `meets` the question.
    """
    if not question.filter:
        return 0.0
    said = years_in(sentence)
    if said and question.years and not set(said).intersection(question.years):
        return _CONTRADICTED
    return 1.0 if met or set(said).intersection(question.years) else 0.0


def years_in(text: str) -> tuple[int, ...]:
    """Find the years a text names."""
    return tuple(int(year) for year in _YEAR.findall(text))

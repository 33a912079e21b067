"""A clause and a question into the one figure that the clause states of what is asked."""

import re

from assistant.compare.kinds import asks_growth
from assistant.compare.measures import as_said
from assistant.followups.instead import is_of_another
from assistant.understanding.terms import Term, coverage
from assistant.wanted.wanted import Fact
from ingest.facts.quantities import quantities
from ingest.records import Document, Figure
from ingest.text import normalize

_SHARES = ("%", "‰", "百分点", "个百分点", "成", "倍", "番")
# 由原计划5所调整为3所: what is left behind is no figure of the thing.
_LEFT = re.compile(
    r"[由从](?:原|计划|上年|去年|\d{4}年)*[^，,；;。由从]{0,8}?\d[^，,；;。]{0,12}?(?:调整|提高|增加|增长|减少|下降|扩大|提升|降低|缩短|压缩)(?=[为到至])"
)
_PART = re.compile(
    r"[上下]半年|前[一二两三]个?季度|第?[一二三四]季度|(?<!\d)1[—－–~至到-](?:[2-9]|1[01])月(?:份|底)?|前(?:[2-9]|1[01])个月|截至(?:[1-9]|1[01])月底?"
)
_FULL = re.compile(r"全年|1[—－–~至到-]12月")


def part_of_year(text: str) -> str:
    """Give the part of a year that the last words of a text speak of (上半年, 1至8月), or ""."""
    found = list(_PART.finditer(text))
    return found[-1][0] if found and not _FULL.search(text, found[-1].end()) else ""


def figure_of(
    question: str, document: Document, span: tuple[int, int], fact: Fact | None, asked: tuple[Term, ...]
) -> tuple[Figure | None, bool]:
    """Find the figure of a clause that states the fact, the one whose measure is nearest to what is asked.

    :param span: code points of the clause in the document.
    :returns: the figure, None where none is nearest; and whether the clause gives no other in its unit.
    """
    left = _LEFT.search(document.text, *span)
    begin = left.end() if left else span[0]
    within = [figure for figure in document.figures if begin <= figure.start and figure.end <= span[1]]
    others = [figure for figure in within if is_of_another(question, figure.measure)]
    own = [figure for figure in within if figure not in others]
    stated = [figure for figure in own if fact and fact(as_said(figure, document.text))]
    stated = _of_kind(question, stated)
    near = [coverage(asked, normalize(figure.measure)) for figure in stated]
    if not near or near.count(max(near)) > 1:
        return None, False
    found = stated[near.index(max(near))]
    alike = sum(quantity.unit == found.unit for quantity in quantities(document.text[begin : span[1]]))
    return found, alike - sum(figure.unit == found.unit for figure in others) < 2


def _of_kind(question: str, figures: list[Figure]) -> list[Figure]:
    """Leave out growths where amounts are asked, and amounts where growth is, if that leaves any."""
    growth = asks_growth(question)
    kept = [figure for figure in figures if (figure.unit in _SHARES) == growth]
    return kept or figures

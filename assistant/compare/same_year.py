"""Claims for what is compared in no year in particular into those of one year, the newest."""

from collections.abc import Sequence

from assistant.compare.clauses import Claim
from assistant.understanding.dated import years_in, years_of
from assistant.understanding.question import Question

OTHER_YEAR = "所引的数字不是同一年的，未计算差额。"
"""Told in place of a difference between figures of two years."""
# A claim for a year counts where it answers nearly as well as any of another.
_AS_WELL = 0.85


def of_one_year(parts: Sequence[Question], claims: Sequence[Sequence[Claim]]) -> list[Sequence[Claim]]:
    """Keep the claims of the newest year that every part has good ones of; all where there is none.

    :param parts: of the question, those that name a year or a document are left as they are.
    :param claims: for each part, best first.
    """
    if any(part.years or part.documents for part in parts):
        return list(claims)
    good = [[claim for claim in own if claim.worth >= _AS_WELL * own[0].worth] for own in claims]
    held = [{year_of(claim) for claim in own} - {0} for own in good]
    shared = set.intersection(*held) if held else set()
    if not shared:
        return list(claims)
    return [[claim for claim in own if year_of(claim) == max(shared)] for own in good]


def of_other_years(parts: Sequence[Question], claims: Sequence[Claim]) -> bool:
    """Tell whether claims compared in no year in particular are of different years."""
    years = {year_of(claim) for claim in claims} - {0}
    return len(years) > 1 and not any(part.years or part.documents for part in parts)


def year_of(claim: Claim) -> int:
    """Find the last year a claim speaks of, or its passage is of; 0 where neither says."""
    return max(years_in(claim.text) or years_of(claim.statement.chunk), default=0)

"""The dates of a text into year, month and day, as far as they are stated."""

import re
from calendar import monthrange
from dataclasses import dataclass

from ingest.text import cn_number

YEAR = r"(?:19|20)\d\d|[〇零○一二三四五六七八九]{4}"
_TWO_DIGITS = r"\d{1,2}|[〇零一二三四五六七八九十]{1,3}"
_GAP = "[ \u00a0]?"
MONTH = rf"(?P<month>{_TWO_DIGITS}){_GAP}月{_GAP}(?:份|(?P<day>{_TWO_DIGITS}){_GAP}[日号])?"
# Both ends of 2023—2025年 are years.
_YEAR_WORD = r"(?:年度?|(?=[-—–~～至]+(?:19|20)\d\d年))"
DATE = re.compile(
    rf"(?=(?:{YEAR}){_YEAR_WORD}|(?:{_TWO_DIGITS})月)(?:(?P<year>{YEAR}){_YEAR_WORD})?(?:{MONTH})?"
)


@dataclass(frozen=True, slots=True)
class Date:
    """A date as far as it is stated; None for what is not."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def at_end(self) -> "Date":
        """Give the last day of the month or of the year (`6月底`, `2024年底`), as far as that is known."""
        month = 12 if self.month is None else self.month
        if not 1 <= month <= 12 or (month == 2 and self.year is None):
            return self
        return Date(self.year, month, monthrange(self.year or 1, month)[1])

    def __str__(self) -> str:
        """ISO 8601 as far as it is stated: `2024-06-30`, `2024-06`, `2024`; `--06-30` without a year."""
        year = "-" if self.year is None else f"{self.year:04}"
        parts = [year, *(f"{part:02}" for part in (self.month, self.day) if part is not None)]
        return "-".join(parts)


def read_date(found: re.Match[str]) -> Date:
    """Read the groups year, month and day of a match."""
    return Date(*(None if part is None else cn_number(part) for part in found.group("year", "month", "day")))

"""Lines with places on pages into those of the document, and the running heads and page numbers beside it."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import inf
from statistics import median

from ingest.numbering import Family, read_marker
from ingest.parse.pdf_layout import DUTY, STOPS, Row, is_bare, open_brackets

_DUTY = re.compile(rf"[ （(【]*{DUTY}[\u4e00-\u9fff]{{0,6}}\s*[：:]")
_DUTY_END = re.compile(rf"[（(【](?=[^（(【]*{DUTY})[^（(【]*[）)】]。?$")
_PAGE_NUMBER = re.compile(
    r"[-—–－·\s]*(?:第\s*)?\d{1,4}(?:\s*[/／]\s*\d{1,4})?(?:\s*页)?(?:\s*[,，/]?\s*共\s*\d+\s*页)?[-—–－·\s]*"
)
_BARE = re.compile(r"\s*\d{1,4}\s*")  # may as well be the number of a row
_DIGITS = re.compile(r"\d+")
_MARGIN = 0.12  # share of the page's height in which running heads stand
_SAME_HEIGHT = 0.5  # of a letter's height, by which a head may stand higher or lower on another page
_MOST_FURTHER = 1  # lines, such as a running head, between a page number and the edge of the page
_BOOK_PARTS = (Family.PART, Family.CHAPTER, Family.SECTION)  # labels that are repeated as running heads
_SHORT = 3.0  # letters by which a line that ends a paragraph stays away from the edge
_SAME_SIZE = 0.25  # share of a letter's height by which letters of one sentence differ, as figures do
_AT_EDGE = 0.5  # of a letter's width, within which a line starts at the left edge
_INDENT = 2.5  # letters from the left edge within which a paragraph starts


def without_running_heads(rows: Sequence[Row]) -> tuple[list[Row], list[str], list[str]]:
    """Drop page numbers and running heads.

    A running head stands with the same words, numbers aside, in the margin of at least half of the pages, at
    the same height on two or more; nothing but heads is further out, or a gap larger than between lines parts
    it from the text. What an item, a duty or a sentence is made of is none.

    :return: the other rows, the running heads without repetition, and the words of all that was dropped.
    """
    margins = _Margins(rows)
    numbers = {i for i in margins.outer if _PAGE_NUMBER.fullmatch(rows[i].text)}
    bare = {i for i in numbers if _BARE.fullmatch(rows[i].text)}
    numbers -= bare - margins.alone(numbers)
    shapes: dict[str, list[int]] = defaultdict(list)
    for i in sorted(margins.outer - numbers):
        if not _is_text(rows[i].text):
            shapes[_shape(rows[i].text)].append(i)
    pages = len({row.page for row in rows})
    enough = max(2 if pages < 3 else 3, pages / 2)
    repeated = {shape: same for shape, same in shapes.items() if len(margins.pages(same)) >= enough}
    outside = numbers.union(*repeated.values())
    running: set[int] = set()
    for same in repeated.values():
        heads = [i for i in same if margins.is_beside(i, outside)]
        sure = [i for i in _level(rows, heads) if not margins.goes_on(i, outside)]
        if len(margins.pages(sure)) >= enough:
            running.update(heads if pages >= 3 else sure)
    names = list(dict.fromkeys(rows[i].text for i in sorted(running)))
    dropped = running | numbers
    kept = [row for i, row in enumerate(rows) if i not in dropped]
    return kept, names, [rows[i].text.strip() for i in sorted(dropped)]


def _is_text(text: str) -> bool:
    """Tell whether the words alone say that a line is of the text: an item, a duty, half a bracket."""
    marker = read_marker(text)
    if marker is not None and marker.family not in _BOOK_PARTS and not is_bare(marker):
        return True
    return open_brackets(text) != 0 or _DUTY.match(text) is not None or _DUTY_END.search(text) is not None


def _shape(text: str) -> str:
    """The words with their numbers masked; where a number is a label or in a sentence, as they are."""
    marker = read_marker(text)
    is_worded = text.endswith(STOPS) or (marker is not None and marker.family in _BOOK_PARTS)
    return text if is_worded else _DIGITS.sub("#", text)


def _level(rows: Sequence[Row], same: Sequence[int]) -> list[int]:
    """Those of some rows that have one at the same height on another page."""
    pages: dict[int, set[int]] = defaultdict(set)
    for i in same:
        pages[round(rows[i].top)].add(rows[i].page)
    level = []
    for i in same:
        top, reach = round(rows[i].top), round(_SAME_HEIGHT * rows[i].height)
        if any(pages.get(near, set()) - {rows[i].page} for near in range(top - reach, top + reach + 1)):
            level.append(i)
    return level


class _Margins:
    """The margins of pages, and how what stands in them lies to the text.

    :ivar outer: the places of the rows in the margins.
    """

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self._highest = min(row.top for row in rows)
        self._lowest = max(row.bottom for row in rows)
        margin = _MARGIN * (self._lowest - self._highest)
        self.outer = {
            i
            for i, row in enumerate(rows)
            if not row.table and (row.top < self._highest + margin or row.bottom > self._lowest - margin)
        }
        by_page: dict[int, list[int]] = defaultdict(list)
        for i in sorted(range(len(rows)), key=lambda i: (rows[i].page, rows[i].top)):
            by_page[rows[i].page].append(i)
        self._pages: Mapping[int, Sequence[int]] = by_page
        steps = [rows[b].top - rows[a].top for same in by_page.values() for a, b in pairwise(same)]
        self._pitch = median([step for step in steps if step > 0] or [0.0])
        self._size = median(row.height for row in rows)
        self._left = median(sorted(row.left for row in rows)[: max(1, len(rows) // 2)])

    def pages(self, places: Sequence[int]) -> set[int]:
        """The pages that rows stand on."""
        return {self._rows[i].page for i in places}

    def alone(self, numbers: set[int]) -> set[int]:
        """Those of some rows that no text stands beside, and at most one line of it further out."""
        found: set[int] = set()
        for same in self._pages.values():
            others = [self._rows[i] for i in same if i not in numbers]
            upper = sorted(others, key=lambda row: row.top)[: _MOST_FURTHER + 1]
            lower = sorted(others, key=lambda row: -row.bottom)[: _MOST_FURTHER + 1]
            for i in numbers.intersection(same):
                row = self._rows[i]
                near = [other for other in upper if other.top < row.bottom]
                if not self._is_above(row):
                    near = [other for other in lower if other.bottom > row.top]
                beside = any(other.top < row.bottom and row.top < other.bottom for other in near)
                found |= {i} if len(near) <= _MOST_FURTHER and not beside else set()
        return found

    def is_beside(self, place: int, outside: set[int]) -> bool:
        """Tell whether only what is outside the text stands further out, or a gap parts a row from it."""
        row = self._rows[place]
        ahead, behind = self._around(row)
        outward = ahead if self._is_above(row) else behind
        return outside.issuperset(outward) or self._is_apart(row)

    def goes_on(self, place: int, outside: set[int]) -> bool:
        """Tell whether a row reads as one of the text: it carries on what is above it, or is a sentence."""
        row = self._rows[place]
        is_sentence, is_apart = row.text.endswith(STOPS), self._is_apart(row)
        if is_sentence != is_apart:
            return is_sentence
        above = self._text_above(row, outside)
        if above is None or abs(row.height - above.height) > _SAME_SIZE * above.height:
            return False
        indent = (row.left - self._left) / self._size
        edge = max(self._rows[i].right for i in self._pages[above.page] if i not in outside)
        is_cut = not above.text.endswith(STOPS) and above.right > edge - _SHORT * self._size
        return is_cut and -_AT_EDGE < indent < (_INDENT if is_sentence else _AT_EDGE)

    def _is_above(self, row: Row) -> bool:
        return row.top - self._highest < self._lowest - row.bottom

    def _around(self, row: Row) -> tuple[list[int], list[int]]:
        """The rows of its page that end above a row, and those that start below it."""
        same = self._pages[row.page]
        middle = (row.top + row.bottom) / 2
        return (
            [i for i in same if self._rows[i].bottom <= middle],
            [i for i in same if self._rows[i].top >= middle],
        )

    def _is_apart(self, row: Row) -> bool:
        """Tell whether the gap towards the middle of the page is larger than a line and its distance."""
        ahead, behind = ([self._rows[i] for i in side] for side in self._around(row))
        if self._is_above(row):
            gap = min((other.top for other in behind), default=inf) - row.bottom
        else:
            gap = row.top - max((other.bottom for other in ahead), default=-inf)
        return gap > self._pitch

    def _text_above(self, row: Row, outside: set[int]) -> Row | None:
        """The line of the text above a row, on the page before if there is none on its own."""
        ahead = [i for i in self._around(row)[0] if i not in outside]
        if not ahead:
            ahead = [i for i in self._pages.get(row.page - 1, ()) if i not in outside]
        return self._rows[ahead[-1]] if ahead else None

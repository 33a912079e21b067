"""What printing and splitting into pages left in a file, page numbers and running heads, out of its text."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from ingest.clean.sheet import RepairKind, Sheet
from ingest.numbering import read_marker

_PAGE = re.compile(
    r"第\s*\d{1,4}\s*页\s*[,，/、|｜]?\s*[(（]?(?:\s*[共总]\s*\d{1,4}\s*页)?[)）]?"
    r"|[共总]\s*\d{1,4}\s*页\s*[,，/]?\s*第\s*\d{1,4}\s*页"
    r"|[-—–－─·~]{1,3}\s*\d{1,4}\s*(?:/\s*\d{1,4}\s*)?[-—–－─·~]{1,3}"
    r"|(?:page|p\.)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?",
    re.IGNORECASE,
)
_PAGE_CHARS = 20
# Such a line may be anything else as well; it is a page number where it counts on from page to page.
_MAYBE_PAGE = re.compile(r"(\d{1,3})(?:\s*/\s*\d{1,3})?")
_OF_TOTAL = re.compile(r"(\d{1,3})(?P<blank>\s*)/\s*(\d{1,3})")
_SERIAL_HEAD = re.compile(r"序\s*号")
_INLINE = re.compile(r"\s?第\s?\d{1,4}\s?页\s?[,，/、]?\s?共\s?\d{1,4}\s?页\s?")
_COUNTED = re.compile(r"(\d{1,3})\s?(?:[.．、)）]\s?|(?=[\u4e00-\u9fff（“]))")
_GLUED = re.compile(
    r"(\d{1,3})(?=[\u4e00-\u9fff“])(?![年月日号个所名万亿元倍点时岁人次项条家户亩吨米类种件批期届级天周处座座套大])"
)
_STOP_END = re.compile(r"[。！？!?；;：:…）)】”][”’）)】]*$")
_OPEN_END = re.compile(r"[，、,（(《“〔]$")
_CLOSED_START = re.compile(r"[，。、；：！？）》”〕,;)]")
_INDENT = re.compile(r"(?:\u3000{2}|[ \xa0]{3,}|\t)")
_INSIDE = re.compile(r"[，。；、,]")
_FIGURE = re.compile(r"\d+")
_LEAST_PAGES = 3
_LEAST_COUNTED = 6
_LEAST_OWN = 3
_LEAST_APART = 150
_HEAD_CHARS = 40
_HALF_CHARS = 20


def drop_page_marks(sheet: Sheet) -> None:
    """Take page numbers and running heads out and join the halves of the sentences they part."""
    short = [i for i, line in enumerate(sheet.lines) if len(line.text) <= _HEAD_CHARS and sheet.text(i)]
    marks = {i for i in short if len(sheet.text(i)) <= _PAGE_CHARS and _PAGE.fullmatch(sheet.text(i))}
    marks |= _of_total(sheet, short)
    if not any(_SERIAL_HEAD.match(sheet.text(i)) for i in short):
        maybe = [i for i in short if i not in marks and _MAYBE_PAGE.fullmatch(sheet.text(i))]
        marks |= {i for run in _runs(sheet, maybe) if _part_sentences(sheet, set(run)) for i in run}
    if marks:
        for index in marks.union(_running_heads(sheet, marks)):
            sheet.take(index, parts=False)
        _join_halves(sheet, marks)
    for index, line in enumerate(sheet.lines):
        if "页" in line.text:
            for words in _INLINE.findall(line.text):
                sheet.take_from(index, words)


def _of_total(sheet: Sheet, short: Sequence[int]) -> set[int]:
    """Lines such as `2 / 10` that all count pages of one total; a single one is known by its blanks."""
    found = {i: page for i in short if (page := _OF_TOTAL.fullmatch(sheet.text(i)))}
    pages = [(int(page[1]), int(page[3])) for page in found.values()]
    rising = all(before < after for (before, _), (after, _) in pairwise(pages))
    if not rising or len({total for _, total in pages}) != 1 or pages[-1][0] > pages[-1][1]:
        return set()
    return set(found) if len(found) > 1 or all(page["blank"] for page in found.values()) else set()


def drop_splitter_numbers(sheet: Sheet) -> None:
    """Take off the numbers a page splitter set before every line, or glued to the line that opens a page.

    Numbers before every line are its work when the lines bring numbers of their own; glued ones are when they
    count on and stand in the middle of a sentence every time.
    """
    numbered = [i for i, line in enumerate(sheet.lines) if line.text.lstrip()[:1].isdigit()]
    if len(numbered) < _LEAST_PAGES:
        return
    _drop_counted(sheet, numbered)
    glued = [i for i in numbered if _GLUED.match(sheet.text(i)) and _is_half(sheet, _above(sheet, i), i)]
    for run in _runs(sheet, glued):
        for index in run:
            sheet.rewrite(index, _GLUED.sub("", sheet.text(index), count=1), RepairKind.SERIAL)
            _join(sheet, _above(sheet, index), index)


def _drop_counted(sheet: Sheet, numbered: Sequence[int]) -> None:
    found = [_COUNTED.match(sheet.text(i)) for i in numbered]
    if len(found) < _LEAST_COUNTED or any(m is None or int(m[1]) != n for n, m in enumerate(found, 1)):
        return
    if len(numbered) != len(sheet.filled()):
        return
    rests = [sheet.text(i)[m.end() :] for i, m in zip(numbered, found, strict=True) if m is not None]
    if sum(read_marker(rest) is not None for rest in rests) < _LEAST_OWN:
        return
    for index, rest in zip(numbered, rests, strict=True):
        sheet.rewrite(index, rest, RepairKind.SERIAL)


def _runs(sheet: Sheet, indices: Sequence[int]) -> Iterator[list[int]]:
    """Runs of lines whose first numbers count on by one, each a good part of a page from the last."""
    run: list[int] = []
    for index in indices:
        if run and not (_value(sheet, index) == _value(sheet, run[-1]) + 1 and _apart(sheet, run[-1], index)):
            if len(run) >= _LEAST_PAGES:
                yield run
            run = []
        run.append(index)
    if len(run) >= _LEAST_PAGES:
        yield run


def _value(sheet: Sheet, index: int) -> int:
    found = _FIGURE.match(sheet.text(index))
    return int(found[0]) if found is not None else -1


def _apart(sheet: Sheet, first: int, second: int) -> bool:
    return sum(len(sheet.text(i)) for i in range(first, second)) >= _LEAST_APART


def _part_sentences(sheet: Sheet, run: set[int]) -> bool:
    """Tell whether a third of the lines of a run stand between two halves of a sentence."""
    passed = run.union(_running_heads(sheet, run))
    return sum(_is_half(sheet, _above(sheet, i, passed), _below(sheet, i, passed)) for i in run) * 3 >= len(
        run
    )


def _running_heads(sheet: Sheet, marks: set[int]) -> list[int]:
    """Lines beside page numbers that come back there; the first of what stands nowhere else stays."""
    neighbours = {step(sheet, mark) for mark in marks for step in (_above, _below)} - marks
    beside = sorted((i for i in neighbours if i is not None), reverse=True)
    texts = Counter(sheet.text(i) for i in beside)
    left = Counter(sheet.text(i) for i in sheet.filled())
    heads = []
    for i in beside:
        text = sheet.text(i)
        short = len(text) <= _HEAD_CHARS and not _STOP_END.search(text) and read_marker(text) is None
        if short and texts[text] > 1 and left[text] > 1:
            heads.append(i)
            left[text] -= 1
    return heads


def _above(sheet: Sheet, index: int, passed: Collection[int] = ()) -> int | None:
    """The nearest line with words above a line that is not to be passed over."""
    return next((i for i in range(index - 1, -1, -1) if sheet.text(i) and i not in passed), None)


def _below(sheet: Sheet, index: int, passed: Collection[int] = ()) -> int | None:
    """The nearest line with words below a line that is not to be passed over."""
    return next((i for i in range(index + 1, len(sheet.lines)) if sheet.text(i) and i not in passed), None)


def _is_half(sheet: Sheet, above: int | None, below: int | None) -> bool:
    """Tell whether a sentence certainly goes on from one line to another.

    A line that ends without a stop is broken off when it is running text: long, with a comma or stop inside.
    """
    if above is None or below is None or sheet.lines[above].style or sheet.lines[below].style:
        return False
    left, right = sheet.text(above), sheet.text(below)
    if _INDENT.match(sheet.lines[below].text) or (read_marker(right) is not None):
        return False
    if _OPEN_END.search(left) or _CLOSED_START.match(right):
        return True
    return not _STOP_END.search(left) and len(left) >= _HALF_CHARS and _INSIDE.search(left) is not None


def _join(sheet: Sheet, above: int | None, below: int | None) -> bool:
    """Make one line of two halves of a sentence."""
    if above is None or below is None or not _is_half(sheet, above, below):
        return False
    sheet.join(above, below)
    return True


def _join_halves(sheet: Sheet, marks: set[int]) -> None:
    """Join the lines around the marks that were taken out."""
    filled = sheet.filled()
    gaps = sorted({bisect_left(filled, mark) for mark in marks})
    moved: dict[int, int] = {}
    for at in gaps:
        if 0 < at < len(filled):
            above = moved.get(filled[at - 1], filled[at - 1])
            if _join(sheet, above, filled[at]):
                moved[filled[at]] = above

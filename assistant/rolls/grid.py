"""The text of a document into its tables: the rows that stand under the same heads, line by line."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from ingest.parse.table import CELL_GAP
from ingest.records import Document
from ingest.text import normalize

_LINE = re.compile(rf"[^\n]*{CELL_GAP}[^\n]*")
_NUMBER = re.compile(r"\A\d{1,5}\.(?!\d)")
_CELL = re.compile(r"(?P<label>[^：:\s]{1,30})[：:](?P<value>.*)", re.DOTALL)
_TOTAL = re.compile(r"(?:.{0,8}[合总小共]计|平均|全[省市州县区旗镇乡街校])(?:数|值|[（(].*)?")
# A cell that holds for all rows below it stands alone on its line: 类别：交通.
_CLASS = re.compile(r"(?P<label>[^：:\s，。；]{1,10})[：:](?P<value>[^：:，。；\s]{1,30})")
_UNIT_TOLD = re.compile(r"(?:金额|计量|货币)?单位")
_TEXT = re.compile(r"[^\n]+")
_FIRST = 3
_SAME_HEADS = 0.5
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a table: its cells by their heads, and where it stands, `[start, end)` of `section`."""

    cells: Mapping[str, str]
    section: int
    start: int
    end: int

    @property
    def is_total(self) -> bool:
        """Whether it adds up others (合计, 小计) or is of all of them (全县)."""
        return any(_TOTAL.fullmatch(normalize(value)) for value in list(self.cells.values())[:_FIRST])


@dataclass(frozen=True, slots=True)
class Table:
    """Rows that stand under the same heads, one right after the other.

    :param above: the section the table stands in, 0 for the document.
    :param heads: of its columns, in order; an empty cell has none in its row.
    :param unit: that a line above says its amounts are counted in (单位：万元), or "".
    """

    document: Document
    above: int
    heads: tuple[str, ...]
    lines: tuple[Line, ...]
    unit: str = ""

    @property
    def name(self) -> str:
        """What it is called: the title of the document and the heading it stands below."""
        heading = self.document.sections[self.above].heading if self.above else ""
        return f"《{self.document.header.title}》" + (f"“{heading}”" if heading else "")

    @property
    def context(self) -> str:
        """All that tells what it is of, in normal form: titles above it, place, body and heads."""
        header = self.document.header
        path = self.document.path(self.above) if self.above else ()
        return normalize(" ".join((header.title, header.place, header.organ, *path, *self.heads)))


def tables_in(document: Document) -> Iterator[Table]:
    """Find the tables of a document that have rows beside their totals, in order."""
    run: list[Line] = []
    classes: dict[str, str] = {}
    for found in _LINE.finditer(document.text):
        own = _cells(found[0])
        if len(own) < _FEWEST:
            continue
        naming, end = next(iter(own)), run[-1].end if run else 0
        is_next, above = _alone_above(document, end, found.start(), naming)
        heads = {head for line in run for head in line.cells}
        if run and not (is_next and sum(map(heads.__contains__, own)) >= _SAME_HEADS * len(own)):
            yield from _table(document, run)
            run, classes = [], {}
        run += [line for line in above if naming in line.cells]
        classes |= {head: said for line in above for head, said in line.cells.items() if head != naming}
        run.append(Line({**classes, **own}, _section(document, found.start()), *found.span()))
    yield from _table(document, run)


def _cells(line: str) -> dict[str, str]:
    cells = map(_CELL.match, _NUMBER.sub("", line).split(CELL_GAP))
    return {cell["label"]: cell["value"].strip() for cell in cells if cell}


def _alone_above(document: Document, start: int, end: int, naming: str) -> tuple[bool, list[Line]]:
    """Find the cells alone on the lines right above a row, and whether all since a place are such.

    :param naming: the first head of the row: such a cell is a row of which all else is empty.
    """
    alone: list[Line] = []
    while (end := end - 1) > start:
        begin = document.text.rfind("\n", start, end) + 1 or start
        line = document.text[begin:end]
        if line.strip():
            cell = _CLASS.fullmatch(_NUMBER.sub("", line))
            section = _section(document, begin)
            is_head = document.sections[section].start == begin and not line.startswith("附")
            is_class = cell and (cell["label"] == naming or is_head or _UNIT_TOLD.fullmatch(cell["label"]))
            if not is_class:
                return False, alone[::-1]
            alone.append(Line(_cells(line), section, begin, end))
        end = begin
    return True, alone[::-1]


def _bare_behind(document: Document, last: Line) -> list[Line]:
    """Find the rows right behind the last of a table of which all but the name is empty."""
    naming = next(iter(_cells(document.text[last.start : last.end])))
    lines = (line for line in _TEXT.finditer(document.text, last.end) if line[0].strip())
    rows = (Line(_cells(line[0]), _section(document, line.start()), *line.span()) for line in lines)
    return list(takewhile(lambda row: list(row.cells) == [naming], rows))


def _section(document: Document, at: int) -> int:
    return bisect_right(document.sections, at, key=lambda section: section.start) - 1


def _table(document: Document, run: Sequence[Line]) -> Iterator[Table]:
    rows = [*run, *_bare_behind(document, run[-1])] if run else []
    lines = tuple(line for line in rows if not line.is_total)
    if len(lines) < _FEWEST:
        return
    heads = dict.fromkeys(head for line in lines for head in line.cells)
    units = [head for head in heads if _UNIT_TOLD.fullmatch(head) and len({*_column(lines, head)}) == 1]
    unit = lines[0].cells.get(units[0], "") if units else ""
    yield Table(document, _above(document, lines[0]), tuple(heads), lines, unit)


def _column(lines: Sequence[Line], head: str) -> list[str]:
    return [line.cells.get(head, "") for line in lines]


def _above(document: Document, first: Line) -> int:
    """Find the section a table stands in: no row of its own, and no class of rows."""
    sections, at = document.sections, first.section
    while at and sections[at].start <= first.start:
        line = document.text[sections[at].start : first.end].partition("\n")[0]
        if CELL_GAP not in line and not _CLASS.fullmatch(line):
            return at
        at = sections[at].parent or 0
    return at

"""The text layer of a PDF page into visible lines and letters, placed as when the page is looked at.

pdfium counts from the lower left corner of the page before it is turned; places here count from the upper
left corner after it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from ctypes import c_ushort, create_string_buffer
from dataclasses import dataclass, replace
from itertools import pairwise
from math import hypot
from typing import TYPE_CHECKING

from ingest.parse.pdf_layout import Row
from ingest.parse.symbols import readable

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

Box = tuple[float, float, float, float]
Point = tuple[float, float]

_LINE = re.compile(r"[^\r\n]+")
_SAMPLED = 5  # letters of a line that are looked at
_SAME_LINE = 0.5  # of a letter's height, by which letters of a line may stand higher or lower
_LATIN_GAP, _WIDE_GAP = 0.2, 0.6  # of a letter's height, from which a gap is a blank
_FONT_NAME = 128  # bytes
_HEAVY = re.compile(rb"Bold|Black|Heavy|Hei|\xba\xda\xcc\xe5|\xe9\xbb\x91\xe4\xbd\x93", re.IGNORECASE)  # 黑体
_HEADING_CHARS = 40
_HALF = re.compile(r"[\ud800-\udfff]")
_BLANKS = re.compile(r"[ \u3000]{2}")
_ODD_GAP = re.compile(r"(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The visible part of a page and by how many degrees it is turned clockwise."""

    left: float
    bottom: float
    right: float
    top: float
    turned: int

    @classmethod
    def of(cls, page: "PdfPage") -> "Sheet":
        """The sheet of a page."""
        left, bottom, right, top = page.get_bbox()
        return cls(left, bottom, right, top, page.get_rotation())

    def seen(self, x: float, y: float) -> Point:
        """Where a point of the page's own space is seen."""
        match self.turned:
            case 90:
                return y - self.bottom, x - self.left
            case 180:
                return self.right - x, y - self.bottom
            case 270:
                return self.top - y, self.right - x
        return x - self.left, self.top - y

    def seen_box(self, box: Box) -> Box:
        """Left, top, right and bottom of a box given by two opposite corners in the page's own space."""
        (x, y), (other_x, other_y) = self.seen(*box[:2]), self.seen(*box[2:])
        return min(x, other_x), min(y, other_y), max(x, other_x), max(y, other_y)


@dataclass(frozen=True, slots=True)
class Letter:
    """A visible character and its place."""

    char: str
    box: Box

    @property
    def height(self) -> float:
        """Height of its box."""
        return self.box[3] - self.box[1]

    @property
    def middle(self) -> Point:
        """The middle of its box."""
        left, top, right, bottom = self.box
        return (left + right) / 2, (top + bottom) / 2


def visible_lines(letters: Iterable[Letter]) -> list[list[Letter]]:
    """Letters into the lines they stand on, each from left to right."""
    lines: list[list[Letter]] = []
    for letter in sorted(letters, key=lambda letter: letter.middle[1]):
        first = lines[-1][0] if lines else None
        if first is not None and letter.middle[1] - first.middle[1] < _SAME_LINE * first.height:
            lines[-1].append(letter)
        else:
            lines.append([letter])
    return [sorted(line, key=lambda letter: letter.box[0]) for line in lines]


def written(line: Sequence[Letter]) -> str:
    """The letters of one line as text; a gap between Latin letters is a blank, so is a wide one anywhere."""
    text = line[0].char if line else ""
    for before, letter in pairwise(line):
        gap = (letter.box[0] - before.box[2]) / letter.height if letter.height else 0.0
        is_blank = gap > (_LATIN_GAP if (before.char + letter.char).isascii() else _WIDE_GAP)
        text += " " + letter.char if is_blank else letter.char
    return _sound(text)


def _pieces(line: Sequence[Letter]) -> tuple[tuple[Box, str], ...]:
    """The boxes and words of the parts of a line between wide gaps; none for a line without such."""
    cuts = [
        at
        for at, (before, letter) in enumerate(pairwise(line), 1)
        if letter.box[0] - before.box[2] > _WIDE_GAP * letter.height
    ]
    parts = [line[start:end] for start, end in pairwise([0, *cuts, len(line)])] if cuts else []
    return tuple((_around(part), written(part)) for part in parts)


def _around(letters: Sequence[Letter]) -> Box:
    """The box around letters of a line."""
    lefts, tops, rights, bottoms = zip(*(letter.box for letter in letters), strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


class TextLayer:
    """The text of a page in the order it was written, which reads columns one after the other.

    A place is an index into the text. pdfium leaves out letters it cannot name, and counts on without them.
    """

    def __init__(self, text_page: "PdfTextPage", sheet: Sheet) -> None:
        from pypdfium2.raw import FS_MATRIX  # noqa: PLC0415

        self._page = text_page
        self._sheet = sheet
        self._font, self._matrix = create_string_buffer(_FONT_NAME), FS_MATRIX()
        named = _named(text_page)
        self._start = named.start
        self._text = _text(text_page, named)
        self._is_complete = len(self._text) == len(named)

    def rows(self, number: int) -> Iterator[tuple[Row, range]]:
        """The lines of the page, each with the places in the text layer its letters are among."""
        for found in _LINE.finditer(self._text):
            words = found[0].strip()
            if not words:
                continue
            start = found.start() + found[0].index(words[0])
            places = range(start, start + len(words))
            step = max(1, (len(places) - 1) // (_SAMPLED - 1))
            boxes = [self._box(place) for place in sorted({*places[::step], places[-1]})]
            if self._is_disordered(words, start, boxes):
                for line in visible_lines(self.letters(places)):
                    boxes = [letter.box for letter in line]
                    row = self._row(written(line), boxes, number, places)
                    yield replace(row, pieces=_pieces(line)), places
            else:
                parts = _pieces(list(self.letters(places))) if _BLANKS.search(words) else ()
                yield replace(self._row(words, boxes, number, places), pieces=parts), places

    def letters(self, places: Iterable[int]) -> Iterator[Letter]:
        """The visible characters at places in the text layer."""
        for place in places:
            char = self._text[place]
            if char.strip():
                yield Letter(char, self._box(place))

    def _is_disordered(self, words: str, start: int, boxes: Sequence[Box]) -> bool:
        """Whether letters of a line go back, or pdfium put a blank where Chinese text has none."""
        if any(after[0] < before[0] for before, after in pairwise(boxes)):
            return True
        return any(self._is_generated(start + gap.start()) for gap in _ODD_GAP.finditer(words))

    def _is_generated(self, place: int) -> bool:
        from pypdfium2.raw import FPDFText_IsGenerated  # noqa: PLC0415

        return bool(FPDFText_IsGenerated(self._page, self._index(place)) == 1)

    def _row(self, words: str, boxes: Sequence[Box], number: int, places: range) -> Row:
        lefts, tops, rights, bottoms = zip(*boxes, strict=True)
        heavy = min(self._heavy(places[0]), self._heavy(places[-1])) if len(words) <= _HEADING_CHARS else 0.0
        return Row(_sound(words), min(lefts), max(rights), min(tops), max(bottoms), number, heavy=heavy)

    def _heavy(self, place: int) -> float:
        """Size of a letter in points if the name of its font says that it is heavy, else 0."""
        from pypdfium2 import raw  # noqa: PLC0415

        index = self._index(place)
        size = raw.FPDFText_GetFontInfo(self._page, index, self._font, _FONT_NAME, None)
        if not size or _HEAVY.search(self._font.raw[: min(size, _FONT_NAME)]) is None:
            return 0.0
        raw.FPDFText_GetMatrix(self._page, index, self._matrix)
        scale = hypot(self._matrix.b, self._matrix.d)
        return round(float(raw.FPDFText_GetFontSize(self._page, index)) * scale, 1)

    def _box(self, place: int) -> Box:
        return self._sheet.seen_box(self._page.get_charbox(self._index(place), loose=True))

    def _index(self, place: int) -> int:
        """The number of a letter among all of the page, those without a name included."""
        from pypdfium2.raw import FPDFText_GetCharIndexFromTextIndex  # noqa: PLC0415

        if self._is_complete:
            return self._start + place
        return max(0, int(FPDFText_GetCharIndexFromTextIndex(self._page, place)))


def _named(text_page: "PdfTextPage") -> range:
    """From the first to the last letter that has a name: pdfium gives no text between others."""
    from pypdfium2.raw import FPDFText_GetTextIndexFromCharIndex as place_of  # noqa: PLC0415

    first, end = 0, text_page.count_chars()
    while first < end and place_of(text_page, first) < 0:
        first += 1
    while first < end and place_of(text_page, end - 1) < 0:
        end -= 1
    return range(first, end)


def _text(text_page: "PdfTextPage", named: range) -> str:
    """The text between two letters, a character for each UTF-16 unit."""
    from pypdfium2.raw import FPDFText_GetText  # noqa: PLC0415

    if not named:
        return ""
    units = (c_ushort * (len(named) + 1))()
    count = FPDFText_GetText(text_page, named[0], len(named), units) - 1
    return "".join(map(chr, units[: max(count, 0)]))


def _sound(text: str) -> str:
    """A text whose characters are whole, not halves of UTF-16."""
    if _HALF.search(text) is None:
        return readable(text)
    return readable(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))

"""What a PDF page draws besides text: straight lines that may rule a table, pictures that may be a scan."""

from collections.abc import Iterator
from ctypes import c_float
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from ingest.parse.pdf_grid import Line
from ingest.parse.pdf_text import Box, Sheet

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_PATH, _IMAGE, _FORM = 2, 3, 5  # FPDF_PAGEOBJ_PATH, FPDF_PAGEOBJ_IMAGE, FPDF_PAGEOBJ_FORM
_LINE_TO, _MOVE_TO = 0, 2  # FPDF_SEGMENT_LINETO, FPDF_SEGMENT_MOVETO
_NESTED = 3  # forms within forms that are looked into
_MOST_OBJECTS = 20_000
_MOST_LINES = 5_000
_THIN = 1.0  # points by which a line may lean
_SCAN_SHARE = 0.5  # of the page that a scanned picture covers at least
_DRAWN_PATHS = 100  # from which a page without text may hold words as curves


@dataclass(frozen=True, slots=True)
class _Matrix:
    """Where an object puts its own points on the page: x' = ax + cy + e, y' = bx + dy + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Where a point is put."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def inside(self, outer: "_Matrix") -> "_Matrix":
        """The matrix of an object with this one, within a form that has another."""
        a, b = outer.a * self.a + outer.c * self.b, outer.b * self.a + outer.d * self.b
        c, d = outer.a * self.c + outer.c * self.d, outer.b * self.c + outer.d * self.d
        return _Matrix(a, b, c, d, *outer.place(self.e, self.f))


def ruled_lines(page: "PdfPage", sheet: Sheet) -> list[Line]:
    """The level and upright lines that paths draw; none where there are so many that it is a drawing."""
    lines: list[Line] = []
    for path, matrix in _objects(page, _PATH):
        if len(lines) > _MOST_LINES:
            return []
        for ends in _segments(path, matrix):
            box = sheet.seen_box(ends)
            if min(box[2] - box[0], box[3] - box[1]) < _THIN:
                lines.append(box)
    return lines


def is_picture(page: "PdfPage") -> bool:
    """Tell whether pictures cover most of a page."""
    left, bottom, right, top = page.get_bbox()
    area = (right - left) * (top - bottom)
    # An image is the unit square until its matrix stretches it.
    covered = sum(abs(m.a * m.d - m.b * m.c) for _, m in _objects(page, _IMAGE))
    return bool(covered >= _SCAN_SHARE * area > 0)


def is_drawn(page: "PdfPage") -> bool:
    """Tell whether a page holds so many paths that they may be words set as curves."""
    return sum(1 for _ in islice(_objects(page, _PATH), _DRAWN_PATHS)) == _DRAWN_PATHS


def _objects(page: "PdfPage", kind: int) -> Iterator[tuple[Any, _Matrix]]:
    """The objects of a kind on a page, also in forms; of a drawing with very many only the first."""
    return (
        (item, _matrix(item).inside(outer))
        for item, found, outer in islice(_walk(page, _Matrix(), 0), _MOST_OBJECTS)
        if found == kind
    )


def _walk(owner: Any, outer: _Matrix, depth: int) -> Iterator[tuple[Any, int, _Matrix]]:  # noqa: ANN401
    """Every object of a page or form, its kind, and the matrix of the form it stands in."""
    from pypdfium2 import raw  # noqa: PLC0415

    count, get = (
        (raw.FPDFFormObj_CountObjects, raw.FPDFFormObj_GetObject)
        if depth
        else (raw.FPDFPage_CountObjects, raw.FPDFPage_GetObject)
    )
    for index in range(count(owner)):
        item = get(owner, index)
        kind = raw.FPDFPageObj_GetType(item)
        yield item, kind, outer
        if kind == _FORM and depth + 1 < _NESTED:
            yield from _walk(item, _matrix(item).inside(outer), depth + 1)


def _matrix(item: Any) -> _Matrix:  # noqa: ANN401
    from pypdfium2 import raw  # noqa: PLC0415

    found = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(item, found)
    return _Matrix(found.a, found.b, found.c, found.d, found.e, found.f)


def _segments(path: Any, matrix: _Matrix) -> Iterator[Box]:  # noqa: ANN401
    """The straight lines of a path, each by its two ends in the page's own space."""
    from pypdfium2 import raw  # noqa: PLC0415

    start = last = (0.0, 0.0)
    x, y = c_float(), c_float()
    for index in range(min(raw.FPDFPath_CountSegments(path), _MOST_LINES)):
        segment = raw.FPDFPath_GetPathSegment(path, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = matrix.place(x.value, y.value)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == _MOVE_TO:
            start = point
        elif kind == _LINE_TO:
            yield (*last, *point)
        last = point
        if raw.FPDFPathSegment_GetClose(segment):
            yield (*last, *start)
            last = start

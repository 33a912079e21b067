"""Tables whose columns are held apart by white space only, as the words of a page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tests.ingest.pdf_file import Text


@dataclass(frozen=True)
class Layout:
    """How a table is set.

    :param lefts: where the columns start, in points.
    :param widths: how many letters a line of each column takes.
    :param middle: whether short cells stand in the middle of their row, not at its top.
    :param centred: columns whose lines stand in the middle of their width.
    :param padding: points between two rows beside those between lines.
    :param by_cell: whether the file holds cell after cell, not line after line.
    :param heads_centred: whether the heads stand in the middle of the columns.
    """

    lefts: tuple[float, ...]
    widths: tuple[int, ...]
    size: float = 10.5
    leading: float = 15.0
    padding: float = 0.0
    middle: bool = False
    centred: tuple[int, ...] = ()
    heads_centred: bool = False
    by_cell: bool = False

    def set(self, rows: Sequence[Sequence[str]], top: float) -> tuple[list[Text], list[float]]:
        """The words of rows, the first one the heads, and where each row ends."""
        texts: list[Text] = []
        ends = [top + self.leading * 0.9]
        for at, row in enumerate(rows):
            layout = replace(self, centred=tuple(range(len(row)))) if self.heads_centred and not at else self
            cells = [layout.wrapped(k, words) for k, words in enumerate(row)]
            most = max(map(len, cells))
            placed = [piece for k, cell in enumerate(cells) for piece in layout.cell(k, cell, most, top)]
            texts += placed if self.by_cell else sorted(placed, key=lambda piece: (-piece[1], piece[0]))
            top -= most * self.leading + self.padding
            ends.append(top + self.leading * 0.9 + self.padding / 2)
        return texts, ends

    def wrapped(self, column: int, words: str) -> list[str]:
        """The lines of a cell; a stroke breaks a line."""
        width = self.widths[column]
        parts = words.split("/")
        return [part[at : at + width] for part in parts for at in range(0, len(part), width)]

    def cell(self, column: int, lines: Sequence[str], most: int, top: float) -> list[Text]:
        """The placed lines of a cell of a row that is as many lines high as its highest cell."""
        top -= (most - len(lines)) * self.leading / 2 if self.middle else 0.0
        left = self.lefts[column]
        free = [
            (self.widths[column] - len(line)) * self.size / 2 * (column in self.centred) for line in lines
        ]
        return [(left + free[n], top - n * self.leading, self.size, line) for n, line in enumerate(lines)]


def rules(heights: Sequence[float], left: float = 60.0, right: float = 540.0) -> bytes:
    """Operators that draw level lines."""
    return b"".join(b"%.1f %.1f m %.1f %.1f l S\n" % (left, y, right, y) for y in heights)

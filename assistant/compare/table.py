"""A comparison into an answer whose text holds a pipe table, and such a text back into its blocks."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.answer import Answer, Mode
from assistant.citing.citations import marks
from assistant.compare.records import Cell, Comparison, Row
from ingest.records import Hit

_TOPIC, _CHANGE, _NOTHING = "事项", "变化", "未提及"
_RULE = re.compile(r"\|(?: ?-{3,} ?\|)+")


@dataclass(frozen=True, slots=True)
class Table:
    """A table of an answer's text: the words of its cells, with their `[n]` marks."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def write(question: str, comparison: Comparison, hits: Sequence[Hit], opening: str = "") -> Answer:
    """Lay a comparison out as a Markdown table whose cells end in their marks.

    :param opening: a line above the table, or "".
    :param hits: passages that were found; those of documents the table does not cite are related.
    """
    changes = any(row.change for row in comparison.rows)
    head = [_TOPIC, *comparison.columns, *([_CHANGE] if changes else [])]
    lines = [_line(map(_plain, head)), _line("---" for _ in head)]
    lines += [_line(_words(row, changes)) for row in comparison.rows]
    cited = {citation.doc for citation in comparison.citations}
    return Answer(
        question,
        "\n".join(filter(None, [opening, *lines])),
        Mode.EXTRACT,
        comparison.citations,
        tuple(hit for hit in hits if hit.chunk.doc not in cited),
    )


def has_table(answer: Answer) -> bool:
    """Tell whether an answer's text holds a table."""
    return any(isinstance(block, Table) for block in blocks(answer.text))


def blocks(text: str) -> list[str | Table]:
    """Cut the text of an answer into its lines and tables; a pipe without a head and a rule is no table."""
    found: list[str | Table] = []
    lines = [line for line in text.split("\n") if line.strip()]
    while lines:
        end = next((at for at, line in enumerate(lines) if not line.startswith("| ")), len(lines))
        if end >= 2 and _RULE.fullmatch(lines[1]):
            head, _, *rows = map(_cells, lines[:end])
            found.append(Table(head, tuple(rows)))
            lines = lines[end:]
        else:
            found.append(lines.pop(0))
    return found


def _words(row: Row, changes: bool) -> Iterable[str]:
    yield _plain(row.topic)
    yield from map(_cell, row.cells)
    if changes:
        detail = f"（{_plain(row.detail)}）" if row.detail else ""
        yield f"{row.change or ''}{detail}"


def _cell(cell: Cell) -> str:
    return f"{_plain(cell.text)}{marks(cell.marks)}" if cell.text else _NOTHING


def _plain(text: str) -> str:
    """Write words on one line of a cell: no line break, and no pipe, which would end the cell."""
    return re.sub(r"\s+", " ", text).strip().replace("|", "｜")


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.strip().strip("|").split("|"))

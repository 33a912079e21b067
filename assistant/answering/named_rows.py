"""Evidence for things that are rows of a table into that of their own rows, none where there is none."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answering.gathered import Evidence
from assistant.compare.pieces import row_of
from assistant.evidence.evidence import Statement
from ingest.parse.table import CELL_GAP


def of_named_rows(found: Sequence[Evidence]) -> list[Evidence]:
    """Keep for each thing set apart what its own row states; [] where the best for none is a row called so.

    A thing that no row is called after states nothing: the row of another may be found for it.

    :param found: the evidence for each thing.
    """
    own = [[one for one in part.factual if _is_called(one, part.question.side)] for part in found]
    pairs = list(zip(found, own, strict=True))
    told = [(part, rows) for part, rows in pairs if rows and part.on_topic and part.is_stated]
    if not any(rows[0] == part.factual[0] for part, rows in told):
        return []
    return [replace(part, statements=tuple(rows)) for part, rows in pairs]


def _is_called(statement: Statement, side: str) -> bool:
    """Tell whether a statement is a row whose first cell names a thing."""
    return side in row_of(statement).partition(CELL_GAP)[0]

"""The lines of a file into the lines of its document, with the page's furniture set aside."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ingest.clean.cells import mend_cells
from ingest.clean.characters import doubt_characters, mend_characters
from ingest.clean.contents import drop_contents
from ingest.clean.flat import part_run_on
from ingest.clean.furniture import is_cut_off
from ingest.clean.glued import part_glued_rows
from ingest.clean.glued_contents import part_contents
from ingest.clean.glued_title import part_title
from ingest.clean.head import drop_head
from ingest.clean.pagination import drop_page_marks, drop_splitter_numbers
from ingest.clean.radicals import mend_radicals
from ingest.clean.sheet import Repair, RepairKind, Sheet
from ingest.clean.spacing import mend_spacing
from ingest.clean.tail import drop_furniture, drop_tail
from ingest.clean.watermarks import drop_watermarks
from ingest.clean.wrap import join_wrapped
from ingest.numbering import read_marker
from ingest.parse.table import is_row
from ingest.records import Diagnostic, DiagnosticKind, Line

_DOUBLED_CHARS = 15
_DOUBLED_LINES = 12


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The lines of a document, and what became of the rest of its page.

    Characters of `lines` and `removed` are together those of the file, white space and repairs aside.

    :param removed: what was taken out, in the order of the file.
    :param metadata: facts the page states about its document, e.g. 发布日期, 来源, 索引号, 文号.
    :param repairs: damage whose meaning was certain, by kind.
    :param diagnostics: damage whose meaning is not, and text that the page itself says is missing.
    """

    lines: tuple[Line, ...]
    removed: tuple[str, ...]
    metadata: dict[str, str] = field(default_factory=dict)
    repairs: tuple[Repair, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def clean(lines: Sequence[Line], metadata: Mapping[str, str] | None = None) -> Cleaned:
    """Take the furniture of a page away from its document and put its paragraphs together again.

    Before the title and after the end whatever is no running text goes; in between only lines that are
    furniture wherever they stand. Facts such as 发布日期 or 来源 are kept as metadata. Damage is repaired
    where its meaning is certain and reported where it is not.
    """
    sheet = Sheet(part_contents(part_title(lines)), metadata)
    mend_radicals(sheet)
    mend_spacing(sheet)
    mend_characters(sheet)
    drop_splitter_numbers(sheet)
    drop_watermarks(sheet)
    drop_tail(sheet)
    drop_furniture(sheet)
    drop_page_marks(sheet)
    drop_head(sheet)
    drop_contents(sheet)
    _drop_doubled(sheet)
    mend_cells(sheet)
    paragraphs = _paragraphs(sheet)
    _report_cut_off(sheet)
    return Cleaned(tuple(paragraphs), sheet.removed, sheet.facts, sheet.repairs, sheet.diagnostics)


def _drop_doubled(sheet: Sheet) -> None:
    """Take out paragraphs and numbered lines given twice in a row; rows of a table may well be alike."""
    filled = sheet.filled()
    texts = [sheet.text(index) for index in filled]
    last: dict[str, int] = {}
    taken = -1
    for at, text in enumerate(texts):
        lines = at - last.get(text, -_DOUBLED_LINES)
        last[text] = at
        if at <= taken or lines >= _DOUBLED_LINES or texts[at - lines : at] != texts[at : at + lines]:
            continue
        if (len(text) >= _DOUBLED_CHARS or read_marker(text) is not None) and not is_row(text):
            taken = at + lines - 1
            for index in filled[at : at + lines]:
                sheet.take(index, parts=False)


def _paragraphs(sheet: Sheet) -> list[Line]:
    """The paragraphs of what is left: broken ones joined, run-on ones parted."""
    kept = sheet.kept()
    joined = join_wrapped(kept)
    rows, cells = part_glued_rows(joined)
    paragraphs = part_run_on(rows)
    sheet.repaired(RepairKind.WRAP, sum(bool(line.text.strip()) for line in kept) - len(joined))
    sheet.repaired(RepairKind.CELLS, cells, -cells)
    sheet.repaired(RepairKind.FLAT, len(paragraphs) - len(rows))
    doubt_characters(sheet, paragraphs)
    return paragraphs


def _report_cut_off(sheet: Sheet) -> None:
    """Report that the page itself says there is more of the document."""
    words = next((text for text in sheet.removed if is_cut_off(text)), None)
    if words is not None:
        sheet.report(DiagnosticKind.TRUNCATED, f"网页上写着“{words}”，正文可能不全")

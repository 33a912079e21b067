"""A document: its header, its section tree and its facts over one text."""

from dataclasses import dataclass

from ingest.records.facts import Alias, Deadline, Duty, Figure
from ingest.records.source import Diagnostic


@dataclass(frozen=True, slots=True)
class Header:
    """What a document says about itself; masked names and years are kept as they stand (X市, 202x).

    :param number: 文号, e.g. 云教发〔2024〕3号.
    :param index_number: 索引号 of the page it was published on.
    :param source: 来源 the page names.
    """

    title: str
    organ: str = ""
    place: str = ""
    years: tuple[int, ...] = ()
    date: str = ""
    number: str = ""
    kind: str = ""
    index_number: str = ""
    source: str = ""

    @property
    def year(self) -> int | None:
        """The year the document is about (the first covered one), or None when masked or not stated."""
        return self.years[0] if self.years else None


@dataclass(frozen=True, slots=True)
class Section:
    """A node of the section tree.

    The text of a section is `[start, end)` and contains its subsections; its own text is `[start, own_end)`:
    the heading up to `body`, then the body up to the first subsection. `Document.sections[0]` is the root
    (level 0, the document title, the whole text), the others follow in reading order.

    The closing part of a document (attachments, signature, date) is a section without label and title.

    :param label: the numbering as printed, e.g. `一、`, `（一）`, `3.`, or "" for an unnumbered heading.
    :param title: heading words without the numbering and without the closing stop.
    :param parent: index of the parent in `Document.sections`; None for the root.
    """

    level: int
    label: str
    title: str
    start: int
    body: int
    own_end: int
    end: int
    parent: int | None

    @property
    def number(self) -> str:
        """The label without its closing mark: `一、` -> `一`, `3.` -> `3`, `（一）` unchanged."""
        return self.label.rstrip("、.．。,，:： \u3000")

    @property
    def heading(self) -> str:
        """Label and title as one line, e.g. `3.强化意识形态建设`."""
        return self.label + self.title


@dataclass(frozen=True, slots=True)
class Document:
    """A document as it is stored: cleaned text, header, section tree and facts.

    :param doc: path below the folder that was ingested; the key of the document in the library.
    :param removed: lines the cleaner took out, for inspection.
    :param diagnostics: what a careful reader should check against the original.
    """

    doc: str
    sha256: str
    format: str
    header: Header
    text: str
    sections: tuple[Section, ...]
    duties: tuple[Duty, ...] = ()
    figures: tuple[Figure, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    aliases: tuple[Alias, ...] = ()
    removed: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    def path(self, section: int) -> tuple[str, ...]:
        """Headings from the outermost section down to `section`, without the root and the closing part."""
        headings: list[str] = []
        index: int | None = section
        while index is not None and self.sections[index].parent is not None:
            if self.sections[index].heading:
                headings.append(self.sections[index].heading)
            index = self.sections[index].parent
        return tuple(reversed(headings))

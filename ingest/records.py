"""The domain: what a work plan consists of, as frozen records with offsets into its stored text.

All offsets count Unicode code points of `Document.text`; every span satisfies
`document.text[start:end]` being exactly the words it stands for.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol


class Role(StrEnum):
    """What a unit does for a task, in the words the plans use."""

    LEAD = "牵头"
    OWNER = "责任"
    SUPPORT = "配合"
    PARTICIPANT = "参与"


class Scope(StrEnum):
    """What a duty covers: its item, the whole parent section, or either (the text leaves it open)."""

    ITEM = "item"
    SECTION = "section"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file as its parser saw it; `style` is the heading level of its format, 0 for none."""

    text: str
    style: int = 0


@dataclass(frozen=True, slots=True)
class Source:
    """A file as lines, before any cleaning.

    :param format: detected from the content: txt, md, html, docx or pdf.
    :param sha256: hex digest of the file's bytes.
    :param metadata: facts the container states outside the text, e.g. 标题, 发布日期, 来源, 索引号, 文号.
    """

    lines: tuple[Line, ...]
    format: str
    sha256: str
    metadata: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Header:
    """What a document says about itself; masked names and years are kept as they stand (X市, 202x)."""

    title: str
    organ: str = ""
    place: str = ""
    years: tuple[int, ...] = ()
    date: str = ""
    number: str = ""
    kind: str = ""

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
        return self.label.rstrip("、.．,，:： \u3000")

    @property
    def heading(self) -> str:
        """Label and title as one line, e.g. `3.强化意识形态建设`."""
        return self.label + self.title


@dataclass(frozen=True, slots=True)
class Duty:
    """A unit made responsible for a section; `[start, end)` spans the unit's name in the text.

    :param section: index of the section in `Document.sections` the duty applies to.
    """

    section: int
    unit: str
    role: Role
    start: int
    end: int
    scope: Scope = Scope.ITEM


@dataclass(frozen=True, slots=True)
class Document:
    """A document as it is stored: cleaned text, header, section tree and facts.

    :param doc: path below the folder that was ingested; the key of the document in the library.
    :param removed: lines the cleaner took out, for inspection.
    """

    doc: str
    sha256: str
    format: str
    header: Header
    text: str
    sections: tuple[Section, ...]
    duties: tuple[Duty, ...] = ()
    removed: tuple[str, ...] = ()

    def path(self, section: int) -> tuple[str, ...]:
        """Headings from the outermost section down to `section`, without the root and the closing part."""
        headings: list[str] = []
        index: int | None = section
        while index is not None and self.sections[index].parent is not None:
            if self.sections[index].heading:
                headings.append(self.sections[index].heading)
            index = self.sections[index].parent
        return tuple(reversed(headings))


@dataclass(frozen=True, slots=True)
class Chunk:
    """A contiguous span of one stored document: what is embedded, found and cited.

    `text == document.text[start:end]`; title, years, organ and path serve the indexes and are never quoted.

    :param id: stable key: document key digest and ordinal.
    :param section: index of the section in `Document.sections` the span lies in.
    :param units: responsible units of that section and of the sections above it.
    """

    id: str
    doc: str
    section: int
    start: int
    end: int
    text: str
    title: str
    path: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    organ: str = ""
    place: str = ""
    kind: str = ""
    units: tuple[str, ...] = ()

    @property
    def context(self) -> str:
        """Title and heading path as one line, e.g. `某县教育局2025年工作要点 › 一、… › （一）…`."""
        return " › ".join((self.title, *self.path))


class Described(Protocol):
    """Anything with the properties of a document that a filter can name."""

    @property
    def doc(self) -> str:
        """Key of the document."""

    @property
    def years(self) -> tuple[int, ...]:
        """Years the document covers."""

    @property
    def kind(self) -> str:
        """Type of the document."""

    @property
    def organ(self) -> str:
        """Issuing body."""

    @property
    def place(self) -> str:
        """Place the document is about."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Which chunks may be found; an empty tuple leaves that property free."""

    years: tuple[int, ...] = ()
    kinds: tuple[str, ...] = ()
    organs: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    docs: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether anything is narrowed at all."""
        return any((self.years, self.kinds, self.organs, self.places, self.docs))

    def admits(self, item: Described) -> bool:
        """Tell whether a chunk or document passes every named property."""
        return (
            _meets(self.years, item.years)
            and _meets(self.kinds, (item.kind,))
            and _meets(self.organs, (item.organ,))
            and _meets(self.places, (item.place,))
            and _meets(self.docs, (item.doc,))
        )


def _meets(wanted: Sequence[object], present: Sequence[object]) -> bool:
    return not wanted or any(value in wanted for value in present)


@dataclass(frozen=True, slots=True)
class Hit:
    """A chunk found for a question with the evidence that found it.

    :param score: fused relevance, higher is better.
    :param lexical: BM25-family score of the words index, 0 when not found there.
    :param dense: cosine similarity in the vector index, 0 when not found there.
    """

    chunk: Chunk
    score: float
    lexical: float = 0.0
    dense: float = 0.0

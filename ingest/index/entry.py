"""A document as it was read into what the catalog says of it and stores with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Self

from ingest.chunk import is_searchable
from ingest.index.words import Cut, cut
from ingest.records import Chunk, Diagnostic, Document, Header


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """A stored document without its text.

    :param origin: the file it was read from.
    :param ingested_at: when, in UTC.
    :param characters: length of its text.
    :param headed: how many of them lie under a heading.
    :param removed: length of the lines the cleaner took out.
    :param chunks: how many passages can be found; the other counts are those of the document.
    :param key: key of this version of the document; its chunks' ids begin with it.
    :param recipe: how it was read and cut.
    """

    doc: str
    header: Header
    format: str
    sha256: str
    origin: str
    ingested_at: datetime
    characters: int
    headed: int
    removed: int
    sections: int
    duties: int
    figures: int
    deadlines: int
    chunks: int
    diagnostics: tuple[Diagnostic, ...]
    key: str
    recipe: str

    @property
    def title(self) -> str:
        """The document's title."""
        return self.header.title

    @property
    def years(self) -> tuple[int, ...]:
        """Years it covers."""
        return self.header.years

    @property
    def kind(self) -> str:
        """Its type, e.g. 工作要点."""
        return self.header.kind

    @property
    def organ(self) -> str:
        """The body that issued it."""
        return self.header.organ

    @property
    def place(self) -> str:
        """The place it is about."""
        return self.header.place


@dataclass(frozen=True, slots=True)
class Entry:
    """A document on its way into the catalog with the chunks it was cut into.

    :param cuts: words of its searchable chunks.
    :param signature: what re-posts of it are recognised by; see `ingest.repost`.
    """

    document: Document
    chunks: tuple[Chunk, ...]
    cuts: tuple[Cut, ...]
    signature: bytes
    info: DocumentInfo

    @classmethod
    def of(
        cls,
        document: Document,
        chunks: Sequence[Chunk],
        *,
        signature: bytes,
        key: str,
        origin: str,
        recipe: str,
    ) -> Self:
        """Describe a document that is stored now; for the arguments see `DocumentInfo`."""
        cuts = tuple(map(cut, filter(is_searchable, chunks)))
        headed = (s.own_end - s.start for s in document.sections[1:] if s.heading)
        info = DocumentInfo(
            doc=document.doc,
            header=document.header,
            format=document.format,
            sha256=document.sha256,
            origin=origin,
            ingested_at=datetime.now(UTC),
            characters=len(document.text),
            headed=sum(headed),
            removed=sum(map(len, document.removed)),
            sections=len(document.sections),
            duties=len(document.duties),
            figures=len(document.figures),
            deadlines=len(document.deadlines),
            chunks=len(cuts),
            diagnostics=document.diagnostics,
            key=key,
            recipe=recipe,
        )
        return cls(document, tuple(chunks), cuts, signature, info)

    @property
    def searchable(self) -> list[Chunk]:
        """The chunks that belong into the indexes."""
        return [chunk for chunk in self.chunks if is_searchable(chunk)]

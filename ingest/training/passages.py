"""Plans and the documents of a pool -> passages as a library embeds them, each with its sentences."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from ingest.chunk import chunk_document, is_searchable
from ingest.files import find_files
from ingest.reader import read_document
from ingest.records import Document
from ingest.training.corpus import TrainingDocument, split_sentences

_PLANS = (".txt", ".html", ".docx", ".doc", ".pdf")
_LONGEST = 400
"""Characters of a passage, as many as a library's chunks have."""
_SENTENCES = 4
"""Sentences of a passage of a pool, which has no sections."""


class Passage(NamedTuple):
    """A stretch of a document.

    :param above: title of the document and the headings above its own section, a line each; "" in a pool.
    :param heading: that of its own section, without the numbering; "" where there is none.
    """

    above: str
    heading: str
    sentences: tuple[str, ...]


def plan_passages(folders: Sequence[Path]) -> list[Passage]:
    """Cut every plan below the folders into its chunks, in reading order.

    :raises ReadError: a file is damaged.
    """
    files = [file for folder in folders for file in find_files(folder) if file.path.suffix in _PLANS]
    return [passage for file in files for passage in _passages(read_document(file.path, file.doc))]


def pool_passages(documents: Iterable[TrainingDocument]) -> list[Passage]:
    """Cut the documents of a pool into stretches of a few sentences."""
    return [
        Passage("", "", tuple(document.sentences[first : first + _SENTENCES]))
        for document in documents
        if document.from_pool
        for first in range(0, len(document.sentences), _SENTENCES)
    ]


def _passages(plan: Document) -> Iterator[Passage]:
    for chunk in filter(is_searchable, chunk_document(plan, _LONGEST)):
        section = plan.sections[chunk.section]
        sentences = split_sentences(plan.text[max(chunk.start, section.body) : chunk.end])
        headed = bool(section.title) and section.parent is not None
        if sentences:
            above = "\n".join((chunk.title, *(chunk.path[:-1] if headed else chunk.path)))
            yield Passage(above, section.title if headed else "", tuple(sentences))

"""Folders of text files -> documents, each cut into its sentences."""

import html
import lzma
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from ingest.text import sentences

_INVISIBLE_ELEMENT = re.compile(r"<(script|style|head)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_BLOCK_TAG = re.compile(r"</?(?:p|br|div|tr|li|h[1-6])\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^>]+>")


class TrainingDocument(NamedTuple):
    """The sentences of one document, in order.

    `from_pool` tells a line of a pool (`.txt.xz`, many documents of any kind) from a file of its own
    (`.txt`, `.html`: the kind of document the model is for).
    """

    sentences: list[str]
    from_pool: bool


def read_documents(folders: Sequence[Path]) -> list[TrainingDocument]:
    """Read every `.txt`, `.html` and `.txt.xz` file below the folders, in the order of their names."""
    files = [file for folder in folders for file in sorted(folder.rglob("*")) if file.is_file()]
    documents = (
        TrainingDocument(split_sentences(text), from_pool=file.suffix == ".xz")
        for file in files
        for text in _texts(file)
    )
    return [document for document in documents if document.sentences]


def split_sentences(text: str) -> list[str]:
    """Cut a text after each sentence mark and at each line break; a heading's line is a sentence."""
    parts = (text[start:end].strip() for start, end in sentences(text))
    return [part for part in parts if any(char.isalpha() for char in part)]


def _texts(file: Path) -> Iterator[str]:
    if file.name.endswith(".txt.xz"):
        with lzma.open(file, "rt", encoding="utf-8") as lines:
            yield from lines
    elif file.suffix == ".txt":
        yield file.read_text(encoding="utf-8")
    elif file.suffix == ".html":
        yield _visible_text(file.read_text(encoding="utf-8"))


def _visible_text(page: str) -> str:
    """Drop the tags of an html page; a block's end is a line's end, other white space is a space."""
    page = re.sub(r"\s+", " ", _INVISIBLE_ELEMENT.sub("", page))
    return html.unescape(_TAG.sub("", _BLOCK_TAG.sub("\n", page)))

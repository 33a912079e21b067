"""Texts of a test into an Assistant over them."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from assistant.assistant import Assistant
from assistant.settings import Settings


@contextmanager
def library_of(folder: Path, documents: Mapping[str, str]) -> Iterator[Assistant]:
    """Put documents, by their names, into a new library in a folder."""
    (folder / "documents").mkdir()
    for name, text in documents.items():
        (folder / "documents" / name).write_text(text, encoding="utf-8")
    with Assistant.open(Settings(home=folder / "home")) as assistant:
        assistant.keeper.ingest([folder / "documents"])
        yield assistant

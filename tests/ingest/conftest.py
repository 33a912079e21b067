"""A library on the real engines and the bundled model in a temporary folder, and documents to put into it."""

from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from ingest.embed import TextEmbeddings, open_embeddings
from ingest.library import Library
from ingest.records import Document, Duty, Header, Role, Section

Part = tuple[int, str, str, str]
"""Level, heading, body, responsible unit (or "")."""


@pytest.fixture(scope="session")
def model() -> TextEmbeddings:
    return open_embeddings()


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "home") as opened:
        yield opened


@pytest.fixture(scope="session")
def make_document() -> Callable[..., Document]:
    return _make_document


def _make_document(doc: str = "2024.txt", *parts: Part, header: Header | None = None) -> Document:
    """A document of sections, one after another; the closing bracket with the unit is part of the body."""
    header = header or Header("某县教育局2024年工作要点", organ="某县教育局", place="某县", years=(2024,))
    text = header.title + "\n"
    nodes = [[0, header.title, 0, len(header.title), None]]
    duties = []
    for level, heading, body, unit in parts:
        parent = max(i for i, node in enumerate(nodes) if node[0] < level)
        nodes.append([level, heading, len(text), len(text) + len(heading), parent])
        text += heading + body
        if unit:
            start = len(text) + len("(责任股室:")
            duties.append(Duty(len(nodes) - 1, unit, Role.OWNER, start, start + len(unit)))
            text += f"(责任股室:{unit})"
        text += "\n"
    sections = tuple(
        Section(
            level=level,
            label="",
            title=heading,
            start=start,
            body=body,
            own_end=nodes[i + 1][2] if i + 1 < len(nodes) else len(text),
            end=next((node[2] for node in nodes[i + 1 :] if node[0] <= level), len(text)),
            parent=parent,
        )
        for i, (level, heading, start, body, parent) in enumerate(nodes)
    )
    return Document(doc, sha256(text.encode()).hexdigest(), "txt", header, text, sections, tuple(duties), ("网站导航",))

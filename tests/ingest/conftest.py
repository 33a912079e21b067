"""A library on the real engines and the bundled model in a temporary folder, and documents to put into it."""

import gc
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import httpx
import pytest

from ingest.embed import TextEmbeddings, open_embeddings
from ingest.library import Library
from ingest.records import Document, Duty, Header, Role, Section

_PLAN = """某县教育局{year}年工作要点

一、加强党的建设

1.强化意识形态建设。落实意识形态工作责任制，管好宣传阵地。(责任股室:办公室、政工人事股)

2.推进清廉学校建设。开展{detail}专项检查。(责任股室:行政监察股)

二、提高教育质量

3.发展学前教育。新建幼儿园{year}所，学前教育普惠率达到百分之八十五以上。(责任股室:基础教育股)
"""

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


@pytest.fixture(scope="session")
def chroma_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a Chroma server that runs for the tests."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    program, folder = Path(sys.executable).with_name("chroma"), tmp_path_factory.mktemp("server")
    server = subprocess.Popen(
        [program, "run", "--path", folder, "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    url = f"http://127.0.0.1:{port}"
    try:
        _wait_for(url)
        yield url
    finally:
        server.kill()
        server.wait()
        # Chroma leaves its connections open, which Python would warn of.
        for each in gc.get_objects():
            if type(each) is httpx.Client:
                each.close()


def _wait_for(url: str) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            httpx.get(f"{url}/api/v2/heartbeat").raise_for_status()
            return
        except httpx.HTTPError:
            time.sleep(0.05)
    raise TimeoutError(url)


def _make_document(doc: str = "2024.txt", *parts: Part, header: Header | None = None) -> Document:
    """A document of sections; the bracket that names the unit closes the body."""
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
    digest = sha256(text.encode()).hexdigest()
    return Document(doc, digest, "txt", header, text, sections, tuple(duties), removed=("网站导航",))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "plans"
    (folder / "旧").mkdir(parents=True)
    _write_plan(folder / "2023.txt", 2023)
    _write_plan(folder / "旧" / "2022.txt", 2022)
    return folder


@pytest.fixture(scope="session")
def write_plan() -> Callable[..., None]:
    return _write_plan


@pytest.fixture(scope="session")
def assert_stores_agree() -> Callable[[Library, TextEmbeddings], None]:
    return _assert_stores_agree


def _assert_stores_agree(library: Library, model: TextEmbeddings) -> None:
    """Catalog, words and vectors hold the same chunks, cut from the stored texts, each found as itself."""
    snapshot = library.current(model)
    chunks = [chunk for page in library.catalog.pages(100) for chunk in page]
    assert len(snapshot.words) == library.catalog.counts().chunks == len(chunks)
    assert snapshot.vectors.ids() == {chunk.id for chunk in chunks}
    for info in snapshot.documents:
        document = library.catalog.document(info.doc)
        of_document = [chunk for chunk in chunks if chunk.doc == info.doc]
        assert len(of_document) == info.chunks
        assert all(document.text[chunk.start : chunk.end] == chunk.text for chunk in of_document)


def _write_plan(path: Path, year: int, detail: str = "招生") -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(_PLAN.format(year=year, detail=detail), "utf-8")

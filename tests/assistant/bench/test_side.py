"""Each side stores the same texts, finds in them, and tells its figures as JSON."""

import json
from pathlib import Path
from typing import Any

import pytest

from assistant.bench import side
from assistant.bench.peer import Peer
from assistant.bench.plans import write_plans, write_samples
from assistant.bench.side import Ingested, Searched
from ingest.embed import open_embeddings

pytest.importorskip("langchain_chroma", reason="the usual set-up is not installed (pip install .[bench])")
# The usual set-up leaves its connections to Chroma's database open.
pytestmark = pytest.mark.filterwarnings(
    "ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"
)


def run(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *arguments: str
) -> dict[str, Any]:
    monkeypatch.setattr("sys.argv", ["side", *arguments])
    side.main()
    figures: dict[str, Any] = json.loads(capsys.readouterr().out)
    return figures


@pytest.mark.parametrize("name", ["ours", "peer"])
def test_a_side_stores_and_finds(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    texts, home = tmp_path / "texts", tmp_path / "home"
    texts.mkdir()
    write_plans(texts, 48)
    write_samples(texts)
    stored = Ingested(**run(capsys, monkeypatch, name, "ingest", str(home), str(texts)))
    assert stored.passages >= 24
    assert 0 < stored.in_chroma < stored.seconds
    assert stored.processor > 0
    asked = Searched(**run(capsys, monkeypatch, name, "search", str(home), str(texts)))
    assert bool(asked.answers) == (name == "ours")
    assert asked.megabytes > 0
    assert 0.1 < asked.first < asked.five < 1


def test_the_usual_set_up_finds_by_words_and_by_meaning(tmp_path: Path) -> None:
    peer = Peer(tmp_path, open_embeddings())
    assert peer.add([("a.txt", "食堂采购公开透明。"), ("b.txt", "幼儿园新建十二所。")]) == 2
    peer.open()
    assert peer.search("新建几所幼儿园")[0] == ("b.txt", "幼儿园新建十二所。")

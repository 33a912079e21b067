"""One side's work in a process of its own, so that memory is its alone: texts into figures as JSON.

`python -m assistant.bench.side ours|peer ingest|search HOME TEXTS`, which only `assistant.bench.scale` runs.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

from assistant.assistant import Assistant
from assistant.bench.peer import Peer
from assistant.bench.questions import OWN, read_questions
from assistant.settings import Settings
from ingest.embed import open_embeddings
from ingest.index.vectors import Vectors

_EVERY = 2
"""Of our own questions every second is asked: enough for a 95th percentile, few enough for a slow side."""


@dataclass(frozen=True, slots=True)
class Ingested:
    """Texts into a store: passages stored, characters read, seconds, and those of them inside Chroma."""

    passages: int
    characters: int
    seconds: float
    in_chroma: float


@dataclass(frozen=True, slots=True)
class Searched:
    """A store opened and asked.

    :param opening: seconds until the first question is answered.
    :param megabytes: memory of the process after it.
    :param searches: seconds of each search; `answers` likewise, of ours alone.
    """

    opening: float
    megabytes: float
    searches: list[float]
    answers: list[float]


def main() -> None:
    """Do one step for one side and print its figures as JSON."""
    side, step, home, texts = sys.argv[1:]
    figures = _STEPS[side, step](Path(home), Path(texts))
    sys.stdout.write(json.dumps(asdict(figures)))


def _ingest_ours(home: Path, texts: Path) -> Ingested:
    with Assistant.open(Settings(home=home)) as assistant, _timing("add", Vectors) as in_chroma:
        seconds = _seconds(lambda: assistant.ingest([texts]))
        stored = assistant.documents()
    return Ingested(
        sum(info.chunks for info in stored), sum(info.characters for info in stored), seconds, sum(in_chroma)
    )


def _ingest_peer(home: Path, texts: Path) -> Ingested:
    from chromadb import Collection  # noqa: PLC0415

    passages, characters = 0, 0

    def read() -> Iterator[tuple[str, str]]:
        nonlocal characters
        for file in sorted(texts.rglob("*.txt")):
            text = file.read_text(encoding="utf-8")
            characters += len(text)
            yield file.relative_to(texts).as_posix(), text

    def work() -> None:
        nonlocal passages
        peer = Peer(home, open_embeddings())
        passages = peer.add(read())
        # Its lexical index lives in memory and must be there before anything can be searched.
        peer.open()

    with _timing("upsert", Collection) as in_chroma:
        seconds = _seconds(work)
    return Ingested(passages, characters, seconds, sum(in_chroma))


def _search_ours(home: Path, _: Path) -> Searched:
    questions = _asked()
    start = time.perf_counter()
    with Assistant.open(Settings(home=home)) as assistant:
        assistant.ask(questions[0])
        opening, megabytes = time.perf_counter() - start, _megabytes()
        searches = [_seconds(partial(assistant.search, q)) for q in questions]
        answers = [_seconds(partial(assistant.ask, q)) for q in questions]
    return Searched(opening, megabytes, searches, answers)


def _search_peer(home: Path, _: Path) -> Searched:
    questions = _asked()
    start = time.perf_counter()
    peer = Peer(home, open_embeddings())
    peer.open()
    peer.search(questions[0])
    opening, megabytes = time.perf_counter() - start, _megabytes()
    return Searched(opening, megabytes, [_seconds(partial(peer.search, q)) for q in questions], [])


_STEPS: dict[tuple[str, str], Callable[[Path, Path], Ingested | Searched]] = {
    ("ours", "ingest"): _ingest_ours,
    ("ours", "search"): _search_ours,
    ("peer", "ingest"): _ingest_peer,
    ("peer", "search"): _search_peer,
}


def _asked() -> list[str]:
    return [question.text for question in read_questions(OWN)[::_EVERY]]


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _megabytes() -> float:
    import psutil  # noqa: PLC0415

    return float(psutil.Process().memory_info().rss) / 1e6


@contextmanager
def _timing(method: str, owner: type[Any]) -> Iterator[list[float]]:
    """Collect the seconds of each call of a method."""
    original, taken = getattr(owner, method), list[float]()

    def timed(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401
        start = time.perf_counter()
        try:
            return original(*arguments, **options)
        finally:
            taken.append(time.perf_counter() - start)

    setattr(owner, method, timed)
    try:
        yield taken
    finally:
        setattr(owner, method, original)


if __name__ == "__main__":
    main()

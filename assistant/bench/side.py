"""One side's work in a process of its own, so that memory is its alone: texts into figures as JSON.

`python -m assistant.bench.side ours|peer ingest|search HOME TEXTS`, which only `assistant.bench.scale` runs.
"""

import json
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import Any

from assistant.assistant import Assistant
from assistant.bench.peer import Peer, load
from assistant.bench.questions import OWN, Passage, Question, read_questions
from assistant.settings import Settings
from ingest.collector import keep_for_good
from ingest.embed import open_embeddings


@dataclass(frozen=True, slots=True)
class Ingested:
    """Texts into a store: passages stored, characters read, seconds, and those of them inside Chroma.

    :param processor: seconds of processor time, worker processes included; a loaded machine changes it less.
    """

    passages: int
    characters: int
    seconds: float
    in_chroma: float
    processor: float


@dataclass(frozen=True, slots=True)
class Searched:
    """A store opened and asked.

    :param opening: seconds until the first question is answered.
    :param megabytes: memory of the process after it.
    :param searches: seconds of each search; `answers` likewise, of ours alone and of other questions, so that
        nothing a search has read is remembered for them.
    :param first: share of the evidence in the first passage; `five` likewise, in the first five.
    """

    opening: float
    megabytes: float
    searches: list[float]
    answers: list[float]
    first: float
    five: float


def main() -> None:
    """Do one step for one side and print its figures as JSON."""
    side, step, home, texts = sys.argv[1:]
    figures = _STEPS[side, step](Path(home), Path(texts))
    sys.stdout.write(json.dumps(asdict(figures)))


def _ingest_ours(home: Path, texts: Path) -> Ingested:
    with Assistant.open(Settings(home=home)) as assistant, _in_chroma() as taken:
        before = _processor()
        seconds = _seconds(lambda: assistant.keeper.ingest([texts]))
        processor = _processor() - before
        stored = assistant.documents()
    passages, characters = sum(info.chunks for info in stored), sum(info.characters for info in stored)
    return Ingested(passages, characters, seconds, sum(taken), processor)


def _ingest_peer(home: Path, texts: Path) -> Ingested:
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

    load()
    with _in_chroma() as taken:
        before = _processor()
        seconds = _seconds(work)
        processor = _processor() - before
    return Ingested(passages, characters, seconds, sum(taken), processor)


def _search_ours(home: Path, _: Path) -> Searched:
    start = time.perf_counter()
    with Assistant.open(Settings(home=home)) as assistant:
        assistant.ask(_questions()[0].text)
        opening, megabytes = time.perf_counter() - start, _megabytes()
        keep_for_good()  # as the server does

        def search(text: str) -> list[Passage]:
            return [(hit.chunk.doc, hit.chunk.text) for hit in assistant.search(text)]

        searches, first, five = _searched(search)
        answers = [_seconds(partial(assistant.ask, question.text)) for question in _questions()[1::2]]
    return Searched(opening, megabytes, searches, answers, first, five)


def _search_peer(home: Path, _: Path) -> Searched:
    start = time.perf_counter()
    peer = Peer(home, open_embeddings())
    peer.open()
    peer.search(_questions()[0].text)
    opening, megabytes = time.perf_counter() - start, _megabytes()
    keep_for_good()
    searches, first, five = _searched(peer.search)
    return Searched(opening, megabytes, searches, [], first, five)


def _searched(search: Callable[[str], Sequence[Passage]]) -> tuple[list[float], float, float]:
    """Seconds of each search of every second question, and the share of the evidence in what was found."""
    seconds, first, five = [], [], []
    for question in _questions()[::2]:
        start = time.perf_counter()
        found = search(question.text)
        seconds.append(time.perf_counter() - start)
        if question.evidence:
            first.append(question.found(found[:1]))
            five.append(question.found(found[:5]))
    return seconds, statistics.mean(first), statistics.mean(five)


_STEPS: dict[tuple[str, str], Callable[[Path, Path], Ingested | Searched]] = {
    ("ours", "ingest"): _ingest_ours,
    ("ours", "search"): _search_ours,
    ("peer", "ingest"): _ingest_peer,
    ("peer", "search"): _search_peer,
}


def _questions() -> list[Question]:
    return read_questions(OWN)


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _processor() -> float:
    """Processor time of this process so far, and of those it started that have ended."""
    return sum(os.times()[:4])


def _megabytes() -> float:
    import psutil  # noqa: PLC0415

    return float(psutil.Process().memory_info().rss) / 1e6


@contextmanager
def _in_chroma() -> Iterator[list[float]]:
    """Collect the seconds of opening Chroma and of each addition to it."""
    from chromadb import Collection  # noqa: PLC0415
    from chromadb.api.client import Client  # noqa: PLC0415

    with _timing("__init__", Client) as opening, _timing("upsert", Collection) as adding:
        taken = list[float]()
        yield taken
        taken.extend(opening + adding)


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

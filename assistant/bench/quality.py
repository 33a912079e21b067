"""Questions over a library into tables of what is found and answered, ours beside its parts and the peer."""

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from rich.console import Console
from rich.table import Table

from assistant.assistant import Assistant
from assistant.bench.peer import Peer
from assistant.bench.questions import OWN, SHARED, Passage, Question, read_questions
from assistant.keeper import SAMPLES
from assistant.retrieval.retrieve import BOOSTS
from assistant.settings import Settings
from ingest.embed import open_embeddings
from ingest.library import Library
from ingest.text import bigrams, words

_FOUND = 5

Result = TypeVar("Result")
Search = Callable[[str], Sequence[Passage]]


def measure(console: Console) -> None:
    """Print what is found and answered of our own questions, and of those over real documents at hand."""
    libraries = [("own questions", OWN, [SAMPLES])]
    if (SHARED / "eval").is_dir():
        real = [SHARED / "seeds", SHARED / "corpus"]
        libraries.append(("shared questions", SHARED / "eval" / "questions.jsonl", real))
    for title, path, folders in libraries:
        questions = read_questions(path)
        with tempfile.TemporaryDirectory() as name, _stored(Path(name), folders) as (assistant, searches):
            console.print(_search_table(title, searches, questions))
            console.print(_answer_table(title, assistant, questions))


@contextmanager
def _stored(folder: Path, sources: Sequence[Path]) -> Iterator[tuple[Assistant, Mapping[str, Search]]]:
    """A library of some folders, and the ways to search it; the peer is given the text as we cleaned it."""
    model = open_embeddings()
    with Assistant.open(Settings(home=folder / "home")) as assistant:
        assistant.keeper.ingest(sources)
        with Library.open(folder / "home") as library:
            peer = Peer(folder / "peer", model)
            peer.add((info.doc, assistant.document(info.doc).text) for info in assistant.documents())
            peer.open()
            snapshot = library.current(model)

            def passages(found: Sequence[tuple[str, float]]) -> list[Passage]:
                return [(chunk.doc, chunk.text) for chunk in snapshot.passages.read([id for id, _ in found])]

            def by_words(question: str) -> list[Passage]:
                terms, pairs = dict.fromkeys(words(question), 1.0), dict.fromkeys(bigrams(question), 1.0)
                return passages(list(snapshot.words.search(terms, pairs, BOOSTS, _FOUND)))

            def by_vectors(question: str) -> list[Passage]:
                return passages(snapshot.vectors.search(model.query_vector(question), _FOUND))

            def by_both(question: str) -> list[Passage]:
                return [(hit.chunk.doc, hit.chunk.text) for hit in assistant.search(question, _FOUND)]

            yield (
                assistant,
                {
                    "words alone": by_words,
                    "vectors alone": by_vectors,
                    "ours": by_both,
                    "peer": peer.search,
                },
            )


def _search_table(title: str, searches: Mapping[str, Search], questions: Sequence[Question]) -> Table:
    """Share of the evidence among the first passages, and the time of a search."""
    table = Table(title, "E@1", "E@5", "paraphrase E@5", "p50 ms")
    asked = [question for question in questions if question.evidence]
    for name, search in searches.items():
        search(asked[0].text)
        found, seconds = _timed(search, asked)
        first = [each.found(passages[:1]) for each, passages in zip(asked, found, strict=True)]
        five = [each.found(passages[:_FOUND]) for each, passages in zip(asked, found, strict=True)]
        everyday = [share for each, share in zip(asked, five, strict=True) if each.kind == "paraphrase"]
        shares = (f"{statistics.mean(values):.3f}" for values in (first, five, everyday))
        table.add_row(name, *shares, f"{1000 * seconds:.1f}")
    return table


def _answer_table(title: str, assistant: Assistant, questions: Sequence[Question]) -> Table:
    """Share of right answers and of quotes that hold the evidence, by type of question."""
    table = Table(f"answers to {title}", "n", "right", "cited", "p50 ms")
    for kind in sorted({question.kind for question in questions}):
        asked = [question for question in questions if question.kind == kind]
        answers, seconds = _timed(assistant.ask, asked)
        right = statistics.mean(each.is_right(given) for each, given in zip(asked, answers, strict=True))
        cited = statistics.mean(each.is_cited(given) for each, given in zip(asked, answers, strict=True))
        table.add_row(kind, str(len(asked)), f"{right:.3f}", f"{cited:.3f}", f"{1000 * seconds:.1f}")
    return table


def _timed(ask: Callable[[str], Result], asked: Sequence[Question]) -> tuple[list[Result], float]:
    """Results for each question, and the median seconds."""
    results, seconds = [], []
    for question in asked:
        start = time.perf_counter()
        results.append(ask(question.text))
        seconds.append(time.perf_counter() - start)
    return results, statistics.median(seconds)

"""`make bench`: questions over the samples into figures of quality and speed, side by side in one run."""

import json
import statistics
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, TypeVar

from rich.console import Console
from rich.table import Table

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.retrieve import BOOSTS
from assistant.settings import Settings
from ingest.chunk import chunk_document, embedding_text, is_searchable
from ingest.embed import TextEmbeddings, open_embeddings
from ingest.index.vectors import Vectors
from ingest.library import Library
from ingest.records import Chunk
from ingest.text import bigrams, normalize, words

QUESTIONS = Path(__file__).parents[1] / "data" / "eval" / "questions.jsonl"
_CHUNK_CHARACTERS = 400
_FOUND = 5

Row = Mapping[str, Any]
Result = TypeVar("Result")
Search = Callable[[str], Sequence[Chunk]]


def main() -> None:
    """Measure ingest, search and answers on the sample documents in a temporary folder; print tables."""
    questions = [json.loads(line) for line in QUESTIONS.read_text(encoding="utf-8").splitlines()]
    console = Console()
    model = open_embeddings()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with Assistant.open(Settings(home=folder / "home")) as assistant:
            seconds = _seconds(assistant.ingest_samples)
            console.print(_ingest_table(assistant, model, seconds, folder / "bare"))
            with Library.open(folder / "home") as library:
                console.print(_search_table(_searches(assistant, library, model), questions))
            console.print(_answer_table(assistant, questions))


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _ingest_table(assistant: Assistant, model: TextEmbeddings, seconds: float, bare: Path) -> Table:
    """Ingest beside what Chroma alone takes for the same vectors, without and with the passages' texts."""
    import chromadb  # noqa: PLC0415

    documents = [assistant.document(info.doc) for info in assistant.documents()]
    chunks = [c for d in documents for c in chunk_document(d, _CHUNK_CHARACTERS) if is_searchable(c)]
    vectors = model.passage_vectors([embedding_text(chunk) for chunk in chunks])
    bare.mkdir()
    alone = Vectors.in_folder(bare, fresh=True)
    ids = [chunk.id for chunk in chunks]
    chroma = _seconds(lambda: alone.add(ids, vectors))
    alone.close()
    usual_client: Any = chromadb.PersistentClient(bare.with_name("usual"))
    with closing(usual_client) as client:
        collection = client.create_collection("passages", embedding_function=None)
        texts = [chunk.text for chunk in chunks]
        metadata = [_metadata(chunk) for chunk in chunks]
        usual = _seconds(
            lambda: collection.add(ids=ids, embeddings=vectors, documents=texts, metadatas=metadata)
        )
    table = Table("ingest", "passages/s", "x Chroma alone")
    table.add_row("file to three stores", f"{len(chunks) / seconds:.0f}", f"{seconds / chroma:.1f}")
    table.add_row("Chroma alone, same vectors", f"{len(chunks) / chroma:.0f}", "1.0")
    table.add_row(
        "Chroma alone, texts and metadata too", f"{len(chunks) / usual:.0f}", f"{usual / chroma:.1f}"
    )
    return table


def _metadata(chunk: Chunk) -> dict[str, str | int]:
    """What a collection usually holds beside the text of a passage."""
    path = " › ".join(chunk.path)
    return {"doc": chunk.doc, "title": chunk.title, "path": path, "start": chunk.start, "end": chunk.end}


def _searches(assistant: Assistant, library: Library, model: TextEmbeddings) -> dict[str, Search]:
    snapshot = library.current(model)

    def by_words(question: str) -> list[Chunk]:
        terms, pairs = dict.fromkeys(words(question), 1.0), dict.fromkeys(bigrams(question), 1.0)
        found = snapshot.words.search(terms, pairs, BOOSTS, _FOUND)
        return library.catalog.chunks([id for id, _ in found])

    def by_vectors(question: str) -> list[Chunk]:
        found = snapshot.vectors.search(model.query_vector(question), _FOUND)
        return library.catalog.chunks([id for id, _ in found])

    def by_both(question: str) -> list[Chunk]:
        return [hit.chunk for hit in assistant.search(question, _FOUND)]

    return {"words alone": by_words, "vectors alone": by_vectors, "workplan search": by_both}


def _search_table(searches: Mapping[str, Search], questions: Sequence[Row]) -> Table:
    """Each index alone beside the two weighed together: evidence among the first k, and time."""
    table = Table("search", "E@1", "E@5", "paraphrase E@5", "p50 ms", "x words alone")
    asked = [row for row in questions if row["evidence"]]
    timings: list[float] = []
    for name, search in searches.items():
        search(asked[0]["question"])
        found, seconds = _timed(search, asked)
        timings.append(seconds)
        first = [_held(row, chunks[:1]) for row, chunks in zip(asked, found, strict=True)]
        five = [_held(row, chunks) for row, chunks in zip(asked, found, strict=True)]
        everyday = [share for row, share in zip(asked, five, strict=True) if row["type"] == "paraphrase"]
        shares = (f"{statistics.mean(values):.3f}" for values in (first, five, everyday))
        table.add_row(name, *shares, f"{1000 * seconds:.1f}", f"{seconds / timings[0]:.1f}")
    return table


def _answer_table(assistant: Assistant, questions: Sequence[Row]) -> Table:
    """Share of right answers and of quotes that hold the evidence, by type of question."""
    table = Table("answers", "n", "right", "cited", "p50 ms")
    for kind in sorted({row["type"] for row in questions}):
        asked = [row for row in questions if row["type"] == kind]
        answers, seconds = _timed(assistant.ask, asked)
        right = statistics.mean(map(_is_right, asked, answers))
        cited = statistics.mean(map(_is_cited, asked, answers))
        table.add_row(kind, str(len(asked)), f"{right:.3f}", f"{cited:.3f}", f"{1000 * seconds:.1f}")
    return table


def _timed(ask: Callable[[str], Result], asked: Sequence[Row]) -> tuple[list[Result], float]:
    """Results for each question, and the median seconds."""
    results, seconds = [], []
    for row in asked:
        start = time.perf_counter()
        results.append(ask(row["question"]))
        seconds.append(time.perf_counter() - start)
    return results, statistics.median(seconds)


def _pairs(row: Row) -> list[tuple[str, str]]:
    if "docs" in row:
        return list(zip(row["docs"], row["evidence"], strict=True))
    return [(row["doc"], row["evidence"])]


def _held(row: Row, chunks: Sequence[Chunk]) -> float:
    """Share of a question's evidence that stands in the passages."""
    return statistics.mean(
        any(chunk.doc == doc and normalize(evidence) in normalize(chunk.text) for chunk in chunks)
        for doc, evidence in _pairs(row)
    )


def _is_right(row: Row, answer: Answer) -> bool:
    if not row["evidence"]:
        return answer.refused
    said = normalize(answer.text)
    return not answer.refused and all(normalize(part) in said for part in row["must_contain"])


def _is_cited(row: Row, answer: Answer) -> bool:
    """Whether the quotes hold, for each document, the evidence or a part a right answer must contain."""
    if not row["evidence"]:
        return answer.refused
    return all(
        any(
            citation.doc == doc and any(normalize(part) in normalize(citation.quote) for part in parts)
            for citation in answer.citations
        )
        for doc, evidence in _pairs(row)
        for parts in [(evidence, *row["must_contain"])]
    )


if __name__ == "__main__":
    main()

"""The composition root: settings into one Assistant that ingests, searches, answers and drafts."""

from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from types import TracebackType

from assistant.answer import Answer, Mode
from assistant.compare import has_table
from assistant.conversation import read_question
from assistant.draft import Draft, compose, write_draft
from assistant.examples import example_questions
from assistant.llm import Chat
from assistant.question import Facets, Question
from assistant.rerank import Reranker, open_reranker
from assistant.respond import Responder
from assistant.retrieve import Retriever
from assistant.settings import Settings
from assistant.shelf import Shelf
from assistant.write import fallback_notice, write
from ingest import pipeline
from ingest.adapted import AdaptedModels
from ingest.embed import TextEmbeddings, open_embeddings
from ingest.errors import ModelUnavailable, SettingsError
from ingest.index.entry import DocumentInfo
from ingest.index.writer import Tick
from ingest.library import Library
from ingest.records import Document, Hit
from ingest.report import Report
from ingest.training import adapt
from ingest.training.adapt import Adaptation

SAMPLES = Path(__file__).parents[1] / "data" / "samples"
_DRAFTED_FROM = 12


class Assistant:
    """Everything the command line and the web app can do, over one library."""

    def __init__(self, settings: Settings, library: Library, today: date | None = None) -> None:
        self.settings = settings
        self._library = library
        self._chat = Chat.from_settings(settings)
        self._year = (today or date.today()).year

    @classmethod
    def open(cls, settings: Settings) -> "Assistant":
        """Open the library in the home folder; what a crash left half done was never published.

        :raises StorageError: when the folder or a store cannot be opened.
        """
        library = Library.open(
            settings.home, database_url=settings.database_url, chroma_url=settings.chroma_url
        )
        return cls(settings, library)

    def close(self) -> None:
        """Close the stores."""
        self._library.close()

    def __enter__(self) -> "Assistant":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def ask(self, question: str, previous: Sequence[str] = ()) -> Answer:
        """Answer a question; see `stream`."""
        *_, answer = self.stream(question, previous)
        return answer

    def stream(self, question: str, previous: Sequence[str] = ()) -> Generator[Answer, None, None]:
        """Yield the answer as it grows; the last one is complete. Closing the iterator stops the model.

        Complete lists and tables are told as they are, without the model.

        :param previous: earlier questions of the conversation, oldest first.
        :raises IndexMismatch: when the index was built by another embedding model.
        """
        read = self.read(question, previous)
        responder = self._responder
        evidence = responder.evidence(read)
        extractive = responder.answer(read, evidence)
        hits = list(
            {hit.chunk.id: hit for part in evidence if not part.elsewhere for hit in part.hits}.values()
        )
        if self._chat is None or extractive.refused or read.unit or has_table(extractive):
            yield extractive
            return
        try:
            with closing(write(read.text, hits, self._chat)) as written:
                for answer in written:
                    yield replace(answer, notice=answer.notice or extractive.notice)
        except ModelUnavailable as error:
            yield replace(extractive, mode=Mode.FALLBACK, notice=fallback_notice(error))

    def read(self, question: str, previous: Sequence[str] = ()) -> Question:
        """Read a question as the library and the conversation understand it."""
        facets = self._facets()
        earlier: list[str] = []
        for text in previous:
            earlier.append(read_question(text, facets, earlier, self._year).text)
        return read_question(question, facets, earlier, self._year)

    def search(self, question: str, k: int = 10) -> list[Hit]:
        """Find the k passages that bear most on a question, best first."""
        return self._retriever.search(self.read(question), k)

    def draft(self, topic: str, year: int | None = None, issuer: str = "") -> Draft:
        """Draft a paragraph group; see `stream_draft`."""
        *_, drafted = self.stream_draft(topic, year, issuer)
        return drafted

    def stream_draft(
        self, topic: str, year: int | None = None, issuer: str = ""
    ) -> Generator[Draft, None, None]:
        """Yield the draft as it grows, composed from the stored plans, or written from them by the model."""
        hits = self.search(topic, _DRAFTED_FROM)
        composed = compose(topic, year, issuer, hits)
        if self._chat is None or composed.refused:
            yield composed
            return
        try:
            yield from write_draft(topic, year, issuer, hits, self._chat)
        except ModelUnavailable as error:
            yield replace(composed, mode=Mode.FALLBACK, notice=fallback_notice(error))

    def documents(self) -> list[DocumentInfo]:
        """List the stored documents."""
        return self._library.catalog.documents()

    def document(self, doc: str) -> Document:
        """Open one stored document.

        :raises NotInLibrary: when there is none of that name.
        """
        return self._library.catalog.document(doc)

    def examples(self) -> list[str]:
        """Make questions that the library's own documents answer."""
        return example_questions(self._library.catalog)

    def ingest(self, paths: Sequence[Path], progress: Tick | None = None) -> Report:
        """Store files and folders; one bad file never stops the rest.

        :raises LibraryBusy: while another process writes.
        """
        largest = self.settings.largest_file
        return pipeline.ingest(paths, self._library, self._model, largest=largest, progress=progress)

    def ingest_samples(self, progress: Tick | None = None) -> Report:
        """Store the sample documents."""
        return self.ingest([SAMPLES], progress)

    def remove(self, doc: str) -> None:
        """Take a document out of all three stores.

        :raises NotInLibrary: when there is none of that name.
        """
        pipeline.remove(doc, self._library)

    def reindex(self, progress: Tick | None = None) -> int:
        """Rebuild both indexes from the catalog and count the passages."""
        return pipeline.reindex(self._library, self._model, progress)

    def adapt(self, progress: Tick | None = None) -> Adaptation:
        """Fine-tune the bundled embedding model on the library, and search with the result if it is better.

        :raises SettingsError: when another model is configured.
        :raises LibraryTooSmall: when there is too little to learn from.
        """
        self._require_bundled()
        return adapt.adapt(self._library, progress)

    def undo_adapt(self, progress: Tick | None = None) -> int:
        """Search with the bundled model as it came, and count the passages embedded anew.

        :raises SettingsError: when another model is configured.
        """
        self._require_bundled()
        return adapt.undo(self._library, progress)

    def _require_bundled(self) -> None:
        if self.settings.embedding:
            raise SettingsError(
                f"只有内置向量模型可以调整，现在设置的是 WORKPLAN_EMBEDDING={self.settings.embedding}。"
                "请先清空这项设置"
            )

    @property
    def _model(self) -> TextEmbeddings:
        """The model configured, or else the one adapted to the library, or else the bundled one."""
        name = self.settings.embedding or AdaptedModels(self._library).in_use()
        return self._open_model(name, self.settings.embedding_query_prefix)

    @cached_property
    def _open_model(self) -> Callable[[str, str], TextEmbeddings]:
        return lru_cache(maxsize=1)(open_embeddings)

    @cached_property
    def _reranker(self) -> Reranker | None:
        return open_reranker(self.settings.reranker) if self.settings.reranker else None

    @property
    def _retriever(self) -> Retriever:
        return Retriever(self._library, self._model, self._reranker)

    @property
    def _responder(self) -> Responder:
        return Responder(self._retriever, self._shelf)

    @cached_property
    def _shelf(self) -> Shelf:
        return Shelf(self._library, lambda: self._library.catalog.state().generation)

    def _facets(self) -> Facets:
        return self._facets_of(self._library.current(self._model).state.generation)

    @cached_property
    def _facets_of(self) -> Callable[[int], Facets]:
        """The facets of a generation, which are the same for one question after another."""
        return lru_cache(maxsize=1)(lambda generation: self._read_facets())

    def _read_facets(self) -> Facets:
        catalog, stored = self._library.catalog, self._library.current(self._model).documents
        also_called = (
            name
            for aliases in catalog.aliases().values()
            for alias in aliases
            for name in (alias.short, alias.full)
        )
        return Facets(
            years=tuple({year for info in stored for year in info.header.years}),
            places=tuple(dict.fromkeys(info.header.place for info in stored if info.header.place)),
            organs=tuple(dict.fromkeys(info.header.organ for info in stored if info.header.organ)),
            units=tuple(dict.fromkeys((*(unit for unit, _ in catalog.units()), *also_called))),
            documents=stored,
        )

"""Settings and a library into what reads, finds and answers: model, retriever, responder, shelf, facets."""

from collections.abc import Callable
from functools import cached_property, lru_cache

from assistant.answering.respond import Responder
from assistant.examples import example_questions
from assistant.facets import read_facets
from assistant.retrieval.remembered import remembering
from assistant.retrieval.rerank import Reranker, open_reranker
from assistant.retrieval.retrieve import Retriever
from assistant.settings import Settings
from assistant.shelf import Shelf
from assistant.spelling.proofread import Proofreader
from assistant.spelling.vocabulary import Vocabulary
from assistant.understanding.question import Facets
from ingest.adapted import AdaptedModels
from ingest.embed import TextEmbeddings, open_embeddings
from ingest.library import Library, Snapshot


class Engine:
    """What is opened once for all questions, and follows what any process publishes."""

    def __init__(self, settings: Settings, library: Library) -> None:
        self._settings = settings
        self.library = library

    @property
    def model(self) -> TextEmbeddings:
        """The model configured, or else the one adapted to the library, or else the bundled one."""
        name = self._settings.embedding or AdaptedModels(self.library).in_use()
        return self._open_model(name, self._settings.embedding_query_prefix)

    @cached_property
    def _open_model(self) -> Callable[[str, str], TextEmbeddings]:
        return lru_cache(maxsize=1)(open_embeddings)

    @cached_property
    def _remembering(self) -> Callable[[TextEmbeddings], TextEmbeddings]:
        return lru_cache(maxsize=1)(remembering)

    @cached_property
    def _reranker(self) -> Reranker | None:
        return open_reranker(self._settings.reranker) if self._settings.reranker else None

    @property
    def snapshot(self) -> Snapshot:
        """What is published now.

        :raises IndexMismatch: the index was built by another embedding model.
        """
        return self.library.current(self.model)

    @property
    def retriever(self) -> Retriever:
        """What finds passages."""
        return self._retriever_of(self._remembering(self.model))

    @cached_property
    def _retriever_of(self) -> Callable[[TextEmbeddings], Retriever]:
        """The retriever by a model, which remembers the questions it has read."""
        return lru_cache(maxsize=1)(lambda model: Retriever(self.library, model, self._reranker))

    @property
    def responder(self) -> Responder:
        """What answers without a chat model."""
        return Responder(self.retriever, self.shelf)

    @cached_property
    def shelf(self) -> Shelf:
        """The stored documents, opened once."""
        return Shelf(self.library, lambda: self.library.catalog.state().generation)

    def examples(self) -> list[str]:
        """Questions that the stored documents answer."""
        return list(self._examples_of(self.library.catalog.state().generation))

    @cached_property
    def _examples_of(self) -> Callable[[int], list[str]]:
        """The examples of a generation, which every page and every new conversation shows."""
        return lru_cache(maxsize=1)(lambda generation: example_questions(self.library.catalog))

    def facets(self) -> Facets:
        """What a question can name."""
        return self._facets_of(self.snapshot.state.generation)

    @cached_property
    def _facets_of(self) -> Callable[[int], Facets]:
        """The facets of a generation, which are the same for one question after another."""
        catalog = self.library.catalog
        return lru_cache(maxsize=1)(lambda generation: read_facets(catalog, self.snapshot.documents))

    @property
    def proofreader(self) -> Proofreader:
        """What reads mistyped questions as they are meant."""
        return self._proofreader_of(self.snapshot.state.generation)

    @cached_property
    def _proofreader_of(self) -> Callable[[int], Proofreader]:
        """The proofreader of a generation, which remembers the questions it has read."""
        return lru_cache(maxsize=1)(lambda generation: Proofreader(self.vocabulary))

    @property
    def vocabulary(self) -> Vocabulary:
        """What stands in the library."""
        return self._vocabulary_of(self.snapshot.state.generation)

    @cached_property
    def _vocabulary_of(self) -> Callable[[int], Vocabulary]:
        """The vocabulary of a generation, which is read once."""
        return lru_cache(maxsize=1)(lambda generation: self._open_vocabulary(self.snapshot))

    def _open_vocabulary(self, snapshot: Snapshot) -> Vocabulary:
        titles = [info.header.title for info in snapshot.documents]
        return Vocabulary(snapshot.words, snapshot.passages.read, titles, self.facets().names)

"""The composition root: settings into one Assistant that ingests, searches, answers and drafts."""

from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from types import TracebackType

from assistant.accounts import Accounts, Role, Sessions, require
from assistant.answer import Answer, Mode, joined
from assistant.choices import Choices, choices_of
from assistant.compare import has_table
from assistant.conversation import read_question
from assistant.desk import Desk
from assistant.draft import Draft, compose, write_draft
from assistant.duties import UnitTasks, list_tasks, unknown_unit
from assistant.examples import example_questions
from assistant.explore.explorer import Explorer
from assistant.facets import read_facets
from assistant.further import further_questions
from assistant.history import History
from assistant.llm import Chat
from assistant.logs import logs_mode
from assistant.naming import name_each
from assistant.originals import Original, original_of
from assistant.question import Facets, Question
from assistant.rerank import Reranker, open_reranker
from assistant.respond import Responder, is_enumerated
from assistant.retrieve import Retriever
from assistant.rewrite import rewrite
from assistant.scope import EVERYWHERE, Scope, admitted
from assistant.settings import Settings
from assistant.shelf import Shelf
from assistant.write import fallback_notice, without_model, write
from ingest import pipeline
from ingest.adapted import AdaptedModels
from ingest.embed import TextEmbeddings, open_embeddings
from ingest.errors import ModelUnavailable, NotInLibrary, SettingsError
from ingest.index.entry import DocumentInfo
from ingest.index.trash import Trashed, listed
from ingest.index.writer import Tick
from ingest.library import Library
from ingest.records import Document, Hit
from ingest.report import Report
from ingest.storage import Usage, usage
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
        """Stop what is being done to the library, and close the stores."""
        if "desk" in self.__dict__:
            self.desk.close()
        self._library.close()

    def __enter__(self) -> "Assistant":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def ask(self, question: str, previous: Sequence[str] = (), scope: Scope = EVERYWHERE) -> Answer:
        """Answer a question; see `stream`."""
        *_, answer = self.stream(question, previous, scope)
        return answer

    @logs_mode("answer")
    def stream(
        self, question: str, previous: Sequence[str] = (), scope: Scope = EVERYWHERE
    ) -> Generator[Answer, None, None]:
        """Yield the answer as it grows; the last one is complete. Closing the iterator stops the model.

        Complete lists and tables are told as they are, without the model.

        :param previous: earlier questions of the conversation, oldest first.
        :param scope: what may be looked at, and what the question is not to be narrowed to.
        :raises IndexMismatch: when the index was built by another embedding model.
        """
        read = self.read(question, previous, scope)
        extractive, hits = self._extract(read)
        if self._chat is None:
            yield extractive
            return
        try:
            if not is_enumerated(read) and (extractive.refused or read.text != question.strip()):
                read, notice = self._reword(question, previous, read)
                extractive, hits = self._extract(read)
                extractive = replace(extractive, notice=joined(notice, extractive.notice))
            if extractive.refused or is_enumerated(read) or has_table(extractive):
                yield extractive
                return
            with closing(write(read.text, hits, self._chat)) as written:
                for answer in written:
                    notice = joined(answer.notice, extractive.notice)
                    yield replace(answer, notice=notice, narrowed=extractive.narrowed)
        except ModelUnavailable as error:
            yield without_model(extractive, error)

    def read(self, question: str, previous: Sequence[str] = (), scope: Scope = EVERYWHERE) -> Question:
        """Read a question as the library and the conversation understand it."""
        shelf = self._shelf
        chosen = admitted(scope.chosen, shelf.aliases, shelf.with_duties)
        facets = self._facets().within(chosen)
        earlier: list[str] = []
        for text in previous:
            earlier.append(read_question(text, facets, earlier, self._year).text)
        return read_question(question, facets, earlier, self._year).within(scope, chosen)

    def search(
        self, question: str, k: int = 10, previous: Sequence[str] = (), scope: Scope = EVERYWHERE
    ) -> list[Hit]:
        """Find the k passages that bear most on a question, best first."""
        return self._retriever.search(self.read(question, previous, scope), k)

    def _extract(self, read: Question) -> tuple[Answer, list[Hit]]:
        """Answer without the model, and give the passages a model may answer from."""
        responder = self._responder
        evidence = responder.evidence(read)
        hits = {hit.chunk.id: hit for part in evidence if not part.elsewhere for hit in part.hits}
        return responder.answer(read, evidence), list(hits.values())

    def _reword(self, question: str, previous: Sequence[str], read: Question) -> tuple[Question, str]:
        """Put a question in other words with the model, and say so; as it was read where they are of no use.

        :raises ModelUnavailable: when the model fails.
        """
        assert self._chat is not None
        facets = self._facets()
        names = (*facets.places, *facets.organs, *facets.units)
        rewriting = rewrite(question, previous, names, self._chat)
        if rewriting.standalone:
            read = self.read(rewriting.standalone, (), read.scope)
        return replace(read, wordings=rewriting.wordings), rewriting.notice

    def draft(self, topic: str, year: int | None = None, issuer: str = "") -> Draft:
        """Draft a paragraph group; see `stream_draft`."""
        *_, drafted = self.stream_draft(topic, year, issuer)
        return drafted

    @logs_mode("draft")
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

    def duties(self, unit: str, year: int | None = None) -> UnitTasks:
        """List every task of a unit, in documents of a year or of all.

        :raises NotInLibrary: when no document gives the unit a duty.
        """
        documents = self._shelf.with_unit(unit)
        if not documents:
            raise NotInLibrary(unknown_unit(unit, [name for name, _ in self._library.catalog.units()]))
        return list_tasks(unit, year, documents, self._shelf.aliases())

    def compare(self, topic: str, years: Sequence[int] = (), docs: Sequence[str] = ()) -> Answer:
        """Set side by side what two or more years, or documents, say of a topic.

        :param docs: keys of stored documents, in place of years.
        :raises NotInLibrary: when there is no document of a name.
        """
        named = name_each([self._shelf.open(doc) for doc in docs])
        columns = [each.label for each in named] or [f"{year}年" for year in years]
        read = self.read(f"{'和'.join(columns)}{topic}有什么变化？")
        question = replace(read, years=() if named else tuple(years), documents=named, places=())
        return self._responder.answer(question, self._responder.evidence(question))

    def documents(self) -> list[DocumentInfo]:
        """List the stored documents."""
        return self._library.catalog.documents()

    def document(self, doc: str) -> Document:
        """Open one stored document.

        :raises NotInLibrary: when there is none of that name.
        """
        return self._library.catalog.document(doc)

    def original(self, doc: str) -> Original:
        """Find the file a stored document was read from.

        :raises NotInLibrary: when there is none of that name.
        """
        return original_of(self._library.catalog.info(doc))

    def examples(self) -> list[str]:
        """Make questions that the library's own documents answer."""
        return example_questions(self._library.catalog)

    @cached_property
    def history(self) -> History:
        """The conversations of every user."""
        return History(self._library.catalog.database)

    def further(self, answer: Answer) -> tuple[str, ...]:
        """Questions that go on from an answer."""
        return further_questions(answer, self._shelf)

    def choices(self) -> Choices:
        """What a question can be narrowed to."""
        return choices_of(self.documents(), self._library.catalog.units())

    @cached_property
    def accounts(self) -> Accounts:
        """Who may use the program, where `settings.auth` is on."""
        return Accounts(self._library.catalog.database)

    @cached_property
    def sessions(self) -> Sessions:
        """Who is logged in."""
        return Sessions(self._library.catalog.database)

    def require(self, user: str, needed: Role) -> None:
        """Let a user do what a role covers; where nobody logs in, anybody may do anything.

        :raises NotAllowed: the user's role does not cover it.
        :raises NoSuchUser: there is none of that name.
        """
        if self.settings.auth == "on":
            require(self.accounts.user(user).role, needed)

    def remove_user(self, name: str) -> None:
        """Delete an account with all its conversations, which nobody who takes the name later shall see.

        :raises NoSuchUser: there is none of that name.
        :raises NotAllowed: it is the last admin.
        """
        user = self.accounts.user(name)
        self.accounts.disable(user.name)
        self.history.forget(user.name)
        self.accounts.remove(user.name)

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
        """Take a document out of all three stores; for a month it can be restored.

        :raises NotInLibrary: when there is none of that name.
        """
        pipeline.remove(doc, self._library)

    def restore(self, doc: str) -> None:
        """Put a document back that was removed.

        :raises NotInTrash: when none of that name was removed lately.
        :raises NameTaken: when a document of that name has been stored since.
        """
        pipeline.restore(doc, self._library, self._model)

    def trash(self) -> list[Trashed]:
        """List the documents that can be restored, last removed first."""
        return listed(self._library.catalog)

    def usage(self) -> Usage:
        """Measure what the library takes of the disk."""
        return usage(self._library)

    @cached_property
    def desk(self) -> Desk:
        """Where the web app changes the library while it is asked."""
        return Desk(self._library, lambda: self._model, self.settings.largest_file)

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

    @property
    def parts(self) -> Mapping[str, Callable[[], object]]:
        """What a question needs, by name; calling one raises what is wrong with it."""
        return {
            "library": self._library.catalog.state,
            "index": lambda: self._library.current(self._model),
            "model": lambda: self._model,
        }

    @property
    def has_chat_model(self) -> bool:
        """Whether a chat model is configured."""
        return self._chat is not None

    def _require_bundled(self) -> None:
        if self.settings.embedding:
            raise SettingsError(
                f"只有内置向量模型可以调整，现在设置的是 WORKPLAN_EMBEDDING={self.settings.embedding}。"
                "请先清空这项设置"
            )

    @cached_property
    def explore(self) -> Explorer:
        """What the library holds, to be looked through."""
        return Explorer(
            self._library,
            self._shelf,
            lambda: self._library.current(self._model).words,
            lambda texts: self._model.passage_vectors(texts),
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
        catalog = self._library.catalog
        return lru_cache(maxsize=1)(
            lambda generation: read_facets(catalog, self._library.current(self._model).documents)
        )

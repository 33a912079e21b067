"""The composition root: settings into one Assistant that ingests, searches, answers and drafts."""

from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date
from functools import cached_property
from types import TracebackType

from assistant.accounts import Accounts, Role, Sessions, require
from assistant.answer import Answer, Mode, joined
from assistant.answering.further import further_questions
from assistant.answering.otherwise import told_or_wider
from assistant.answering.respond import is_enumerated
from assistant.choices import Choices, choices_of
from assistant.compare import has_table
from assistant.desk import Desk
from assistant.drafting.draft import Draft, compose, write_draft
from assistant.drafting.drafted import FROM
from assistant.duties import UnitTasks, list_tasks, unknown_unit
from assistant.engine import Engine
from assistant.evidence.refusal import newest_held
from assistant.explore.explorer import Explorer
from assistant.followups.answered import Answered, Extracted
from assistant.followups.pointing import Said
from assistant.history import History
from assistant.keeper import Keeper
from assistant.logs import logs_mode
from assistant.originals import Original, original_of
from assistant.rolls import is_roll
from assistant.settings import Settings
from assistant.steady import steady
from assistant.turns import Turns
from assistant.understand import understand
from assistant.understanding.naming import name_each
from assistant.understanding.question import Question
from assistant.understanding.scope import EVERYWHERE, Scope
from assistant.writing.llm import Chat
from assistant.writing.rewrite import rewrite
from assistant.writing.write import fallback_notice, without_model, write
from ingest.errors import ModelUnavailable, NotInLibrary
from ingest.index.entry import DocumentInfo
from ingest.library import Library
from ingest.records import Document, Hit


class Assistant:
    """Everything the command line and the web app can do, over one library."""

    def __init__(self, settings: Settings, library: Library, today: date | None = None) -> None:
        self.settings = settings
        self._library = library
        self._engine = Engine(settings, library)
        self.keeper = Keeper(settings, self._engine)
        self._chat = Chat.from_settings(settings)
        self._year = (today or date.today()).year
        self._generation = lambda: library.catalog.state().generation
        self._answered = Answered(self._generation)
        self.turns = Turns()

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
        self.turns.close()
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
        if self._chat is None:
            answer = self.turns.helped(question, previous, scope)
            yield answer or self._extractive(question, previous, scope)[1]
            return
        read, extractive, hits = self._extractive(question, previous, scope)
        try:
            if not is_enumerated(read) and (extractive.refused or read.text != question.strip()):
                read, notice = self._reword(question, previous, read)
                _, extractive, hits = self._extract(read)
                extractive = replace(extractive, notice=joined(notice, extractive.notice))
            if extractive.refused or is_enumerated(read) or has_table(extractive) or is_roll(extractive):
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
        return understand(question, previous, scope, self._engine, self._year, self._said)

    def _said(self, read: Question) -> Said:
        """Give what a question was answered, or would be."""
        return self._answered.find(read) or Said.of(read, self._extract(read)[1])

    def search(
        self, question: str, k: int = 10, previous: Sequence[str] = (), scope: Scope = EVERYWHERE
    ) -> list[Hit]:
        """Find the k passages that bear most on a question, best first."""
        read = understand(question, previous, scope, self._engine, self._year, self._said, to_answer=False)
        return self._engine.retriever.search(read, k)

    def _extractive(self, question: str, previous: Sequence[str], scope: Scope) -> Extracted:
        """Read a question and answer it without the model, though the library may change meanwhile."""
        return steady(lambda: self._extract(self.read(question, previous, scope)), self._generation)

    def _extract(self, read: Question) -> Extracted:
        """Answer without the model, and give the passages a model may answer from."""
        with self.turns.turn():
            evidence, answer = told_or_wider(read, self._engine.responder)
            hits = {hit.chunk.id: hit for part in evidence if not part.elsewhere for hit in part.hits}
            held = self._engine.facets().within(read.chosen).documents
            notice = joined(newest_held(read, held), answer.notice)
            return read, self._answered.keep(read, replace(answer, notice=notice)), list(hits.values())

    def _reword(self, question: str, previous: Sequence[str], read: Question) -> tuple[Question, str]:
        """Put a question in other words with the model, and say so; as it was read where they are of no use.

        :raises ModelUnavailable: when the model fails.
        """
        assert self._chat is not None
        names = self._engine.facets().names
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
        hits = self.search(topic, FROM)
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
        documents = self._engine.shelf.with_unit(unit)
        if not documents:
            raise NotInLibrary(unknown_unit(unit, [name for name, _ in self._library.catalog.units()]))
        return list_tasks(unit, year, documents, self._engine.shelf.aliases())

    def compare(self, topic: str, years: Sequence[int] = (), docs: Sequence[str] = ()) -> Answer:
        """Set side by side what two or more years, or documents, say of a topic.

        :param docs: keys of stored documents, in place of years.
        :raises NotInLibrary: when there is no document of a name.
        """
        named = name_each([self._engine.shelf.open(doc) for doc in docs])
        columns = [each.label for each in named] or [f"{year}年" for year in years]
        read = self.read(f"{'和'.join(columns)}{topic}有什么变化？")
        question = replace(read, years=() if named else tuple(years), documents=named, places=())
        return self._engine.responder.answer(question, self._engine.responder.evidence(question))

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
        return self._engine.examples()

    @cached_property
    def history(self) -> History:
        """The conversations of every user."""
        return History(self._library.catalog.database)

    def further(self, answer: Answer) -> tuple[str, ...]:
        """Questions that go on from an answer."""
        return further_questions(answer, self._engine.shelf)

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

    @cached_property
    def desk(self) -> Desk:
        """Where the web app changes the library while it is asked."""
        return Desk(self._library, lambda: self._engine.model, self.settings.largest_file)

    @cached_property
    def explore(self) -> Explorer:
        """What the library holds, to be looked through."""
        return Explorer(
            self._library,
            self._engine.shelf,
            lambda: self._engine.snapshot.words,
            lambda texts: self._engine.model.passage_vectors(texts),
        )

    @property
    def parts(self) -> Mapping[str, Callable[[], object]]:
        """What a question needs, by name; calling one raises what is wrong with it."""
        return {
            "library": self._library.catalog.state,
            "index": lambda: self._engine.snapshot,
            "model": lambda: self._engine.model,
        }

    @property
    def has_chat_model(self) -> bool:
        """Whether a chat model is configured."""
        return self._chat is not None

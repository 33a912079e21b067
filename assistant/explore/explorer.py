"""The library into views of it: one object behind the tab 浏览, which remembers what took long to make."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from assistant.citing.told import told, told_passage
from assistant.compare.align import Encode
from assistant.explore import fulltext
from assistant.explore.fulltext import Found
from assistant.explore.glossary import Entry, glossary
from assistant.explore.holdings import Choice, Holdings, holdings
from assistant.explore.matrix import Matrix, build_matrix
from assistant.explore.plans import Series, series_of
from assistant.explore.survey import survey
from assistant.explore.tasks import Task, tasks_in
from assistant.explore.themes import Theme, themes_of
from assistant.explore.years import Years, compare_years
from assistant.shelf import Shelf
from ingest.index.entry import DocumentInfo
from ingest.index.passages import Passages
from ingest.index.words import Words
from ingest.library import Library
from ingest.records import Chunk, Document

_REMEMBERED = 4096
_PAGE = 1000
_MATRICES = 8
_MOST_THEMES = 16


class Explorer:
    """What is stored, to be looked through; everything is read from the catalog or counted in it.

    :param words: gives the words index as it is now.
    :param encode: gives the vectors of passages.
    """

    def __init__(self, library: Library, shelf: Shelf, words: Callable[[], Words], encode: Encode) -> None:
        self._catalog = library.catalog
        self._shelf = shelf
        self._words = words
        self._encode = encode
        self._tasks = lru_cache(maxsize=_REMEMBERED)(
            lambda key, doc: tasks_in(told(self._catalog.document(doc)))
        )
        self._surveyed = lru_cache(maxsize=1)(lambda generation: survey(self._catalog.pages(_PAGE)))
        self._counted = lru_cache(maxsize=_MATRICES)(self._count)
        self._explained = lru_cache(maxsize=1)(self._explain)
        self._themed = lru_cache(maxsize=1)(self._theme)

    def documents(self) -> Sequence[DocumentInfo]:
        """List what is stored."""
        return self._shelf.documents()

    def document(self, doc: str) -> Document:
        """Open a document as it stands, to be read whole.

        :raises NotInLibrary: when there is none of that name.
        """
        return self._catalog.document(doc)

    def holdings(self, choice: Choice) -> Holdings:
        """List the documents of a year, type and issuing body."""
        return holdings(self.documents(), choice)

    def find(self, query: str) -> Found:
        """Find every passage that holds all words of a query, character for character."""
        return fulltext.find(fulltext.pieces_of(query), self._words(), self._passages().read)

    def matrix(self, choice: Choice, by_document: bool = False) -> Matrix:
        """Count the tasks of each unit by year, or by document."""
        return self._counted(self.generation(), choice, by_document)

    def tasks(self, info: DocumentInfo) -> tuple[Task, ...]:
        """List the tasks of every unit of a document."""
        return self._tasks(info.key, info.doc)

    def series(self) -> list[Series]:
        """Find the plans that come every year."""
        return series_of(self.documents())

    def years(self, plans: Sequence[DocumentInfo], topic: str = "") -> Years:
        """Compare plans of one series, oldest first, on a topic or whole."""
        return compare_years([self._shelf.open(info.doc) for info in plans], topic, self._encode)

    def themes(self) -> list[Theme]:
        """Find the main themes of the library's upper headings."""
        return self._themed(self.generation())

    def glossary(self) -> list[Entry]:
        """List the terms of the library with the passages that explain them."""
        return self._explained(self.generation())

    def generation(self) -> int:
        """The number of the library's present state."""
        return self._catalog.state().generation

    def _count(self, generation: int, choice: Choice, by_document: bool) -> Matrix:
        chosen = [info for info in holdings(self.documents(), choice).documents if info.duties]
        found = [(info, self.tasks(info)) for info in chosen]
        return build_matrix(found, self._catalog.aliases(), by_document)

    def _passages(self) -> Passages:
        return Passages(self._catalog, self.documents())

    def _tasks_told(self, doc: str) -> tuple[Task, ...]:
        return tasks_in(told(self._catalog.document(doc)))

    def _told(self, ids: Sequence[str]) -> list[Chunk]:
        return [told_passage(chunk) for chunk in self._passages().read(ids)]

    def _explain(self, generation: int) -> list[Entry]:
        return glossary(self._surveyed(generation), self._told)

    def _theme(self, generation: int) -> list[Theme]:
        return themes_of(self._surveyed(generation).headings.values(), _MOST_THEMES)

"""Chunks into a tantivy index of words and character bigrams, and weighted terms into the ids they find."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import tantivy

from ingest.chunk import key_of
from ingest.errors import StorageError
from ingest.index.scope import SearchScope
from ingest.records import Chunk
from ingest.text import bigrams, words

_WRITER_BYTES = 128_000_000
_WORD_FIELDS = ("title", "path", "body")
_PAIR_FIELDS = ("path_pairs", "body_pairs")
# tantivy looks at every chunk that holds a term. What so many hold tells little and takes most of the time.
_HELD_BY_MOST = 12_000
_COUNTED = 65_536


@dataclass(frozen=True, slots=True)
class Boosts:
    """How much a match in each field counts; 0 leaves the field out. `*_pairs` hold character bigrams."""

    title: float = 1.0
    path: float = 2.0
    body: float = 1.0
    path_pairs: float = 0.5
    body_pairs: float = 0.5


@dataclass(frozen=True, slots=True)
class Cut:
    """A chunk as the index takes it: every field is text cut into terms, which are joined by spaces."""

    id: str
    document: str
    title: str
    path: str
    body: str
    path_pairs: str
    body_pairs: str


class Words:
    """The lexical index in a folder, or an empty one in memory; safe to use from many threads.

    Texts are cut before they go in and terms are matched as they are: what a user types is never
    parsed as a query. One `Words` writes at a time, which `Library` sees to.

    :raises StorageError: the folder holds a damaged index, or one of another layout.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._schema = _schema()
        with _explained(folder):
            self._index = tantivy.Index(self._schema, path=None if folder is None else str(folder))
            self._look_again()

    def __len__(self) -> int:
        """Number of chunks."""
        return int(self._searcher.num_docs)

    def search(
        self,
        words: Mapping[str, float],
        pairs: Mapping[str, float],
        boosts: Boosts,
        limit: int,
        scope: SearchScope | None = None,
    ) -> Iterator[tuple[str, float]]:
        """Find the chunks with the highest BM25 score, summed over terms and fields.

        What stands in more than 12,000 chunks is looked for only beside nothing rarer.

        :param words: words to look for and the weight of each; none is required.
        :param pairs: likewise character bigrams.
        :return: (chunk id, score), best first, each read when it is taken, which costs 5 µs; chunks without
            any of the terms are not found.
        """
        terms = self._held(words, pairs, boosts)
        if not terms:
            return iter(())
        query = tantivy.Query.boolean_query([(tantivy.Occur.Should, self._term(*each)) for each in terms])
        if scope is not None:
            query = tantivy.Query.boolean_query(
                [(tantivy.Occur.Must, query), (tantivy.Occur.Must, self._within(scope))]
            )
        searcher = self._searcher
        hits = searcher.search(query, limit, count=False).hits
        return ((str(searcher.doc(address).get_first("id")), score) for score, address in hits)

    def _held(
        self, words: Mapping[str, float], pairs: Mapping[str, float], boosts: Boosts
    ) -> list[tuple[str, str, float]]:
        """The terms worth looking for, by field and weight: those that stand anywhere, but not everywhere."""
        held = []
        for field in (*_WORD_FIELDS, *_PAIR_FIELDS):
            boost = getattr(boosts, field)
            for term, weight in (pairs if field in _PAIR_FIELDS else words).items():
                if boost * weight > 0 and (count := self._held_by(field, term)):
                    held.append((count, (field, term, boost * weight)))
        return [term for count, term in held if count <= _HELD_BY_MOST] or [term for _, term in held]

    def holding(
        self, words: Sequence[str], pairs: Sequence[str], limit: int, scope: SearchScope | None = None
    ) -> list[str]:
        """Find the chunks that hold every word and every character bigram in text or headings, best first."""
        fields = [(term, ("path", "body")) for term in words] + [(term, _PAIR_FIELDS) for term in pairs]
        must = [
            (
                tantivy.Occur.Must,
                tantivy.Query.boolean_query(
                    [(tantivy.Occur.Should, self._term(field, term, 1.0)) for field in places]
                ),
            )
            for term, places in fields
        ]
        if scope is not None:
            must.append((tantivy.Occur.Must, self._within(scope)))
        if not fields:
            return []
        hits = self._searcher.search(tantivy.Query.boolean_query(must), limit, count=False).hits
        return [str(self._searcher.doc(address).get_first("id")) for _, address in hits]

    def frequencies(self, words: Sequence[str]) -> list[int]:
        """How many chunks hold each word in their title, path or body, whichever holds it most often."""
        return [max(self._held_by(field, word) for field in _WORD_FIELDS) for word in words]

    def pairs(self) -> dict[str, int]:
        """Read every character bigram, and how many chunks hold it in their text, or else in their headings.

        That takes a tenth of a second, as long as to ask for 8,000 of them one by one.
        """
        in_headings = self._searcher.terms_with_prefix("path_pairs", "")
        return dict(in_headings) | dict(self._searcher.terms_with_prefix("body_pairs", ""))

    def add(self, cuts: Iterable[Cut]) -> None:
        """Put chunks in, as `cut` gives them."""
        with self._writing() as writer:
            for each in cuts:
                fields = {name: getattr(each, name) for name in Cut.__slots__}
                writer.add_document(tantivy.Document(**fields))

    def remove(self, documents: Iterable[str]) -> None:
        """Take out the chunks of documents, given by their keys."""
        with self._writing() as writer:
            for key in documents:
                writer.delete_documents_by_term("document", key)

    @contextmanager
    def _writing(self) -> Iterator[tantivy.IndexWriter]:
        """A writer whose changes are committed, and seen by searches, when the block ends."""
        with _explained(self._folder):
            writer = self._index.writer(heap_size=_WRITER_BYTES, num_threads=1)
            yield writer
            writer.commit()
            writer.wait_merging_threads()
            self._index.reload()
            self._look_again()

    def _look_again(self) -> None:
        """Search what the index holds now, and count anew."""
        self._searcher = self._index.searcher()
        self._held_by = lru_cache(maxsize=_COUNTED)(self._searcher.doc_freq)

    def _term(self, field: str, term: str, boost: float) -> tantivy.Query:
        return tantivy.Query.boost_query(tantivy.Query.term_query(self._schema, field, term, "freq"), boost)

    def _within(self, scope: SearchScope) -> tantivy.Query:
        admitted = tantivy.Query.term_set_query(self._schema, "document", list(scope.sizes))
        return tantivy.Query.const_score_query(admitted, 0.0)


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("document", tokenizer_name="raw", index_option="basic")
    for field in (*_WORD_FIELDS, *_PAIR_FIELDS):
        # The texts are cut beforehand and joined by spaces.
        builder.add_text_field(field, tokenizer_name="whitespace", index_option="freq")
    return builder.build()


def cut(chunk: Chunk) -> Cut:
    """Cut a chunk and its headings into words and bigrams, which takes most of the time of indexing it."""
    return Cut(
        id=chunk.id,
        document=key_of(chunk.id),
        title=_heading_words(chunk.title),
        path=" ".join(map(_heading_words, chunk.path)),
        body=" ".join(words(chunk.text)),
        path_pairs=" ".join(map(_heading_pairs, chunk.path)),
        body_pairs=" ".join(bigrams(chunk.text)),
    )


# The chunks of a section, and of those below it, share its heading.
@lru_cache(maxsize=1024)
def _heading_words(heading: str) -> str:
    return " ".join(words(heading))


@lru_cache(maxsize=1024)
def _heading_pairs(heading: str) -> str:
    return " ".join(bigrams(heading))


@contextmanager
def _explained(folder: Path | None) -> Iterator[None]:
    try:
        yield
    except (ValueError, OSError) as error:
        raise StorageError(
            f"词语索引无法使用：{folder}（{error}）。请检查磁盘空间，或运行 workplan reindex 重建索引"
        ) from error

"""A question into the passages that bear on it: words and vectors, weighed into one ranking."""

import heapq
from bisect import insort
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache, partial
from itertools import chain, islice, tee, zip_longest
from typing import NamedTuple

import numpy as np

from assistant.citing.told import told_hits
from assistant.evidence.evidence import Similarity, states_answer
from assistant.retrieval.rerank import Reranker
from assistant.retrieval.vector_searches import VectorSearches
from assistant.understanding.intent import Time
from assistant.understanding.narrowing import meeting, time_of
from assistant.understanding.question import Question
from assistant.understanding.terms import Term, beyond, covered, presences, weigh
from ingest.chunk import embedding_text
from ingest.embed import Floats, TextEmbeddings
from ingest.index.passages import Passages
from ingest.index.scope import SearchScope
from ingest.index.words import Boosts
from ingest.library import Library, Snapshot
from ingest.records import Chunk, Filter, Hit
from ingest.text import bigrams, normalize, words

CANDIDATES = 50
SHORTLIST = 80
MOST_HELD = 3000
_WIDER, _ENOUGH_INSIDE = 6, 15
_REMEMBERED = 16
_OF_A_UNIT = 8  # times as many candidates where only the sections of a unit are wanted
BOOSTS = Boosts(title=1.0, path=0.0, body=1.0, path_pairs=0.5, body_pairs=0.5)
LEXICAL_WEIGHT = 0.5
DENSE_WEIGHT = 2.0
NARROWED_BONUS = 0.5
ORGAN_BONUS = 0.3
TIME_BONUS = 0.4
STATED_BONUS = 0.6
OWN_WORDS_BONUS = 0.3
LOOKED_INTO = 30
OFFICIAL_WORDS = 0.3
OFFICIAL_MEANING = 0.3
READ_AGAIN = 10
RELEVANCE_WEIGHT = 2.0


def fuse(lexical: float, dense: float, covered: float, narrowed: float) -> float:
    """Weigh the evidence for one passage into its score, 0 to about 3.5.

    :param lexical: share of the question's best BM25, 0 to 1, times the best coverage among the passages:
        where no passage holds the question's words, being the best of them means little.
    :param dense: cosine of question and passage.
    :param covered: weighted share of the question's words in passage, headings and title, 0 to 1.
    :param narrowed: how much the passage is of a year and place the question names, 0 to 1.

    Scores are added, not ranks: rank fusion lets a weak partner outvote a sure hit.
    """
    return LEXICAL_WEIGHT * lexical + DENSE_WEIGHT * dense + covered + NARROWED_BONUS * narrowed


@dataclass(frozen=True, slots=True)
class Query:
    """A question as the indexes take it: weighed terms, words and pairs with weights, a vector."""

    terms: tuple[Term, ...]
    words: Mapping[str, float]
    pairs: Mapping[str, float]
    vector: Floats


class Retriever:
    """Search over the library as it is now.

    :param reranker: reads the best passages again with the question, where one is configured.
    """

    def __init__(self, library: Library, model: TextEmbeddings, reranker: Reranker | None = None) -> None:
        self._library = library
        self._model = model
        self._reranker = reranker
        self._query = lru_cache(maxsize=_REMEMBERED)(self._read)  # of a question, and of it made wider
        self._vectors = VectorSearches()

    def begin(self, text: str, chosen: Filter) -> None:
        """Begin to search by vectors for a question that is still being read; `rank` takes what is found.

        :param chosen: what the reader chose; only a search of the whole library is begun.
        """
        if not chosen:
            vectors = self._library.current(self._model).vectors
            self._vectors.begin(vectors, self._query(text, ()).vector, CANDIDATES)

    def search(self, question: Question, k: int) -> list[Hit]:
        """Find the k best passages; those for the parts of a comparison take turns."""
        rankings = [self.rank(part, k) for part in question.parts]
        unique: dict[str, Hit] = {}
        for hit in chain.from_iterable(zip_longest(*rankings)):
            if hit:
                unique.setdefault(hit.chunk.id, hit)
        return list(unique.values())[:k]

    def rank(self, question: Question, k: int = LOOKED_INTO) -> list[Hit]:
        """Rank the most promising candidates for a question as a whole, best first.

        :param k: how many are wanted; those behind them may stand otherwise than they would with more.
        """
        snapshot = self._library.current(self._model)
        query = self._query(question.text, question.wordings)
        whole, parts = _where(snapshot, question)
        limit = CANDIDATES * (_OF_A_UNIT if question.chosen.units else 1)
        nearest = self._vectors.search(snapshot.vectors, query.vector, limit, (whole, *parts))
        lexical = _lexical(snapshot, query, limit, whole, parts)
        dense = nearest()
        dense |= snapshot.vectors.cosines(query.vector, [id for id in lexical if id not in dense])
        likely = _shortlist(lexical, dense, parts, SHORTLIST * limit // CANDIDATES)
        read = _Reading(question, query.terms).look_into(snapshot.passages, likely)
        hits = _scored(list(read.values()), lexical, dense)
        if self._reranker is not None:
            hits = _reranked(question.text, hits, self._reranker)
        return told_hits(_led(question, query.terms, hits, read, k), k)

    def holding(self, phrase: str) -> list[Chunk]:
        """Find the passages that hold words, character for character, in their text; at most `MOST_HELD`."""
        snapshot, wanted = self._library.current(self._model), normalize(phrase)
        pairs = sorted({pair for pair in bigrams(wanted) if len(pair) == 2})
        latin = [] if pairs else [word for word in words(wanted) if word.isascii()]  # GDP has no pairs
        held = snapshot.words.holding(latin, pairs, MOST_HELD) if pairs or latin else []
        chunks = snapshot.passages.read(held)
        return [chunk for chunk in chunks if wanted in normalize(chunk.text)]

    def similarity(self, question: Question) -> Similarity:
        """Prepare the cosine of texts with a question."""
        vector = self._query(question.text, question.wordings).vector
        return lambda texts: (self._model.passage_vectors(texts) @ vector).tolist()

    def encode(self, texts: Sequence[str]) -> Floats:
        """Give the vectors of passages, of unit length, one a row."""
        return self._model.passage_vectors(texts)

    def _read(self, text: str, wordings: Sequence[str]) -> Query:
        """Put official terms for everyday expressions beside the question's own words, at lower weight."""
        terms = weigh(text)
        lexicon = (word for term in terms for word in term.official)
        official = " ".join(dict.fromkeys((*lexicon, *wordings)))
        return Query(
            terms,
            _weighted(words(text), words(official)),
            _weighted(bigrams(text), bigrams(official)),
            self._vector(text, official),
        )

    def _vector(self, text: str, official: str) -> Floats:
        vector = self._model.query_vector(text)
        if not official:
            return vector
        vector = vector + OFFICIAL_MEANING * self._model.query_vector(official)
        return (vector / max(float(np.linalg.norm(vector)), 1e-9)).astype(np.float32)


def _weighted(own: Sequence[str], official: Sequence[str]) -> dict[str, float]:
    return dict.fromkeys(official, OFFICIAL_WORDS) | dict.fromkeys(own, 1.0)


def _where(snapshot: Snapshot, asked: Question) -> tuple[SearchScope | None, list[SearchScope]]:
    """All that is chosen, and, where the question narrows, that part once more."""
    filters = dict.fromkeys((asked.chosen, own) for own in (Filter(), asked.filter, asked.source))
    whole, *parts = (snapshot.scope(*each) for each in filters)
    return whole, list(filter(None, parts))


def _lexical(
    snapshot: Snapshot, query: Query, limit: int, whole: SearchScope | None, parts: Sequence[SearchScope]
) -> dict[str, float]:
    """Search by words: of a part, take what is among the best of the whole, unless that is too little."""
    search = partial(snapshot.words.search, query.words, query.pairs, BOOSTS)
    best = search(_WIDER * limit if parts else limit, whole)
    first = list(islice(best, limit))
    lexical = dict(first)
    for part in parts:
        best, again = tee(best)
        inside = list(islice((found for found in chain(first, again) if found[0] in part), limit))
        lexical |= inside if len(inside) >= _ENOUGH_INSIDE else search(limit, part)
    return lexical


def _led(
    question: Question, terms: tuple[Term, ...], hits: list[Hit], read: Mapping[str, "_Read"], k: int
) -> list[Hit]:
    """Put passages that state what is asked before others found about as well; their scores stay.

    :param read: what was looked into, by the ids of chunks.
    :param k: how many are wanted; what would not come among them even if it stated it is not looked into.
    """
    states = states_answer(question)

    @cache
    def beyond_title(title: str) -> list[float]:
        counted = {term.word for term in beyond(terms, title)}
        return [term.weight if term.word in counted else 0.0 for term in terms]

    def own_words(hit: Hit) -> float:
        return OWN_WORDS_BONUS * covered(beyond_title(hit.chunk.title), read[hit.chunk.id].held)

    worth = {place: hit.score + own_words(hit) for place, hit in enumerate(hits[:LOOKED_INTO])}
    best: list[float] = []  # of those looked into, the k highest, lowest first
    for place in sorted(worth, key=worth.__getitem__, reverse=True):
        if len(best) == k and worth[place] + STATED_BONUS < best[0]:
            break
        chunk = hits[place].chunk
        worth[place] += STATED_BONUS * states(chunk, read[chunk.id].said)
        insort(best, worth[place])
        del best[:-k]
    return [hits[place] for place in sorted(worth, key=worth.__getitem__, reverse=True)] + hits[len(worth) :]


def _shortlist(
    lexical: Mapping[str, float], dense: Mapping[str, float], parts: Sequence[SearchScope], size: int
) -> list[str]:
    """Leave out the candidates that little speaks for, before their words are looked into.

    :param parts: what the question narrows to.
    """
    scale = LEXICAL_WEIGHT / (max(lexical.values(), default=0.0) or 1.0)
    worth = {id: scale * lexical.get(id, 0.0) + DENSE_WEIGHT * cosine for id, cosine in dense.items()}
    for id in dense if parts else ():
        worth[id] += NARROWED_BONUS * any(id in part for part in parts)
    return heapq.nlargest(size, worth, worth.__getitem__)


class _Reading:
    """Looks into the passages found: how much of the question each holds, and what speaks for it."""

    def __init__(self, question: Question, terms: tuple[Term, ...]) -> None:
        self._terms, self._weights = terms, [term.weight for term in terms]
        self._chosen, self._organs, self._time = question.chosen, question.organs, question.time
        self._met = meeting(question)

    def look_into(self, passages: Passages, ids: Sequence[str]) -> dict[str, "_Read"]:
        """Read passages, in the order of their ids, without those that are not chosen."""
        found = passages.look_into(ids)
        if chosen := self._chosen:
            found = [passage for passage in found if chosen.holds(passage.chunk)]
        held = presences(self._terms, [said for _, said in found])
        return {
            chunk.id: _Read(
                chunk, said, own, covered(self._weights, own), self._met(chunk), self._bonus(chunk)
            )
            for (chunk, said), own in zip(found, held, strict=True)
        }

    def _bonus(self, chunk: Chunk) -> float:
        bonus = ORGAN_BONUS * (chunk.organ in self._organs)
        if self._time is not Time.ANY:
            bonus += TIME_BONUS * (self._time is time_of(chunk))
        return bonus


class _Read(NamedTuple):
    """A passage, how much it covers, how much it is of the year and place, and what else speaks for it.

    :param said: title, headings and text in normal form.
    :param held: how much it holds of each term of the question.
    """

    chunk: Chunk
    said: str
    held: tuple[float, ...]
    covered: float
    met: float
    bonus: float


def _scored(
    passages: Sequence[_Read], lexical: Mapping[str, float], cosines: Mapping[str, float]
) -> list[Hit]:
    most = max((read.covered for read in passages), default=0.0)
    scale = most / (max(lexical.values(), default=0.0) or 1.0)
    hits = []
    for chunk, _, _, share, met, bonus in passages:
        found, cosine = lexical.get(chunk.id, 0.0), cosines[chunk.id]
        hits.append(Hit(chunk, fuse(found * scale, cosine, share, met) + bonus, found, cosine))
    return sorted(hits, key=lambda hit: -hit.score)


def _reranked(question: str, hits: Sequence[Hit], reranker: Reranker) -> list[Hit]:
    """Add to the scores what a reranker makes of the best passages; it takes from one it holds irrelevant.

    A passage it does not read counts as irrelevant, so that none overtakes a better one unread.
    """
    relevance = reranker.relevance(question, [embedding_text(hit.chunk) for hit in hits[:READ_AGAIN]])
    relevance += [0.0] * (len(hits) - len(relevance))
    judged = [
        replace(hit, score=max(hit.score + RELEVANCE_WEIGHT * (relevant - 0.5), 0.0))
        for hit, relevant in zip(hits, relevance, strict=True)
    ]
    return sorted(judged, key=lambda hit: -hit.score)

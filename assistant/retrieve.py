"""A question into the passages that bear on it: words and vectors, weighed into one ranking."""

from collections.abc import Mapping, Sequence
from itertools import chain, zip_longest

from assistant.evidence import Similarity
from assistant.narrowing import meets
from assistant.question import Question
from assistant.terms import coverage, weigh
from ingest.embed import Floats, TextEmbeddings
from ingest.index.words import Boosts
from ingest.library import Library, Snapshot
from ingest.records import Chunk, Hit
from ingest.text import bigrams, normalize, words

CANDIDATES = 50
BOOSTS = Boosts(title=1.0, path=1.0, body=1.0, path_pairs=0.5, body_pairs=0.5)
DENSE_WEIGHT = 2.0
NARROWED_BONUS = 0.5


def fuse(lexical: float, dense: float, covered: float, narrowed: bool) -> float:
    """Weigh the evidence for one passage into its score, 0 to about 4.

    :param lexical: share of the question's best BM25, 0 to 1, times the best coverage among the passages:
        where no passage holds the question's words, being the best of them means little.
    :param dense: cosine of question and passage.
    :param covered: weighted share of the question's words in passage, headings and title, 0 to 1.
    :param narrowed: whether the passage is of a year and place the question names.

    Scores are added, not ranks: rank fusion lets a weak partner outvote a sure hit.
    """
    return lexical + DENSE_WEIGHT * dense + covered + (NARROWED_BONUS if narrowed else 0.0)


class Retriever:
    """Search over the library as it is now."""

    def __init__(self, library: Library, model: TextEmbeddings) -> None:
        self._library = library
        self._model = model

    def search(self, question: Question, k: int) -> list[Hit]:
        """Find the k best passages; those for the parts of a comparison take turns."""
        rankings = [self.rank(part) for part in question.parts]
        merged = chain.from_iterable(zip_longest(*rankings))
        unique = {hit.chunk.id: hit for hit in reversed([hit for hit in merged if hit])}
        return list(reversed(unique.values()))[:k]

    def similarity(self, text: str) -> Similarity:
        """Prepare the cosine of other texts with this one."""
        vector = self._model.query_vector(text)
        return lambda texts: (self._model.passage_vectors(texts) @ vector).tolist()

    def rank(self, question: Question) -> list[Hit]:
        """Rank every candidate for a question as a whole, best first."""
        snapshot = self._library.current(self._model)
        vector = self._model.query_vector(question.text)
        lexical, dense = self._candidates(snapshot, question, vector)
        dense |= snapshot.vectors.cosines(vector, [id for id in lexical if id not in dense])
        chunks = self._library.catalog.chunks(list(dense))
        return _scored(question, chunks, lexical, dense)

    def _candidates(
        self, snapshot: Snapshot, question: Question, vector: Floats
    ) -> tuple[dict[str, float], dict[str, float]]:
        """Collect from the whole library and, where the question narrows, from that part once more."""
        terms = {word: 1.0 for word in words(question.text)}
        pairs = {pair: 1.0 for pair in bigrams(question.text)}
        lexical: dict[str, float] = {}
        dense: dict[str, float] = {}
        for scope in dict.fromkeys((None, snapshot.scope(question.filter))):
            lexical |= snapshot.words.search(terms, pairs, BOOSTS, CANDIDATES, scope)
            dense |= snapshot.vectors.search(vector, CANDIDATES, scope)
        return lexical, dense


def _scored(
    question: Question, chunks: Sequence[Chunk], lexical: Mapping[str, float], cosines: Mapping[str, float]
) -> list[Hit]:
    terms = weigh(question.text)
    covered = [coverage(terms, normalize(chunk.context + chunk.text)) for chunk in chunks]
    scale = max(covered, default=0.0) / (max(lexical.values(), default=0.0) or 1.0)
    hits = []
    for chunk, share in zip(chunks, covered, strict=True):
        found, cosine = lexical.get(chunk.id, 0.0), cosines[chunk.id]
        score = fuse(found * scale, cosine, share, meets(question, chunk))
        hits.append(Hit(chunk, score, found, cosine))
    return sorted(hits, key=lambda hit: -hit.score)

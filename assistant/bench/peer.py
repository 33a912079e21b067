"""The usual LangChain set-up over the same texts: recursive splitter, Chroma, BM25 in memory, an ensemble.

`langchain-community` says on import that it is kept no longer; its BM25 retriever is what most projects use.
"""

import warnings
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from ingest.embed import TextEmbeddings
from ingest.text import words

_CHARACTERS, _OVERLAP = 500, 50
_FOUND = 10
_WEIGHTS = [0.5, 0.5]
_BATCH = 5000

Text = tuple[str, str]
"""Name of a document and its words."""


class Peer:
    """Passages in a folder of Chroma with their texts, and once more in memory for BM25."""

    def __init__(self, folder: Path, model: TextEmbeddings) -> None:
        from langchain_chroma import Chroma  # noqa: PLC0415

        self._chroma = Chroma(
            "peer", model, str(folder), collection_configuration={"hnsw": {"space": "cosine"}}
        )
        self._ensemble: Any = None

    def add(self, texts: Iterable[Text]) -> int:
        """Split texts and store the passages; returns how many there are."""
        from langchain_text_splitters import RecursiveCharacterTextSplitter  # noqa: PLC0415

        # The splitter's own separators are for English; these are what its documentation gives for Chinese.
        splitter = RecursiveCharacterTextSplitter(
            ["\n\n", "\n", "。", "；", "，", ""], chunk_size=_CHARACTERS, chunk_overlap=_OVERLAP
        )
        total = 0
        for batch in _batches(splitter, texts):
            self._chroma.add_texts([text for _, text in batch], [{"doc": doc} for doc, _ in batch])
            total += len(batch)
        return total

    def open(self) -> None:
        """Make the retrievers; BM25 is computed anew from the stored texts at every start."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            from langchain_classic.retrievers import EnsembleRetriever  # noqa: PLC0415
            from langchain_community.retrievers import BM25Retriever  # noqa: PLC0415
        pages = list(self._pages())
        by_words = BM25Retriever.from_texts(
            [text for page in pages for text in page["documents"]],
            [facts for page in pages for facts in page["metadatas"]],
            preprocess_func=words,
            k=_FOUND,
        )
        by_vectors = self._chroma.as_retriever(search_kwargs={"k": _FOUND})
        self._ensemble = EnsembleRetriever(retrievers=[by_words, by_vectors], weights=_WEIGHTS)

    def _pages(self) -> Iterator[dict[str, Any]]:
        """All that is stored: asked for 100,000 passages at once, Chroma fails (too many SQL variables)."""
        start = 0
        while (page := self._chroma.get(limit=_BATCH, offset=start))["ids"]:
            yield page
            start += _BATCH

    def search(self, question: str) -> list[Text]:
        """Find passages, best first, each with the document it is from."""
        return [(found.metadata["doc"], found.page_content) for found in self._ensemble.invoke(question)]


def load() -> None:
    """Import all of it, so that no import is measured."""
    import langchain_chroma  # noqa: F401, PLC0415
    import langchain_text_splitters  # noqa: F401, PLC0415

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        import langchain_classic.retrievers  # noqa: F401, PLC0415
        import langchain_community.retrievers  # noqa: F401, PLC0415


def _batches(splitter: Any, texts: Iterable[Text]) -> Iterator[Sequence[Text]]:  # noqa: ANN401
    """As many passages as Chroma takes at once."""
    batch: list[Text] = []
    for doc, text in texts:
        batch += ((doc, part) for part in splitter.split_text(text))
        while len(batch) >= _BATCH:
            yield batch[:_BATCH]
            del batch[:_BATCH]
    if batch:
        yield batch

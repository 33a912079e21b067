"""The library's search as a LangChain retriever, for programs that are built of LangChain's parts."""

from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from assistant.assistant import Assistant
from ingest.records import Hit


class PassageRetriever(BaseRetriever):
    """Finds the `k` passages that bear most on a question, best first.

    `page_content` is the verbatim passage; `metadata` has doc, title, path, start, end and score.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    assistant: Assistant
    k: int = 10

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[Document]:
        return [_document(hit) for hit in self.assistant.search(query, self.k)]


def _document(hit: Hit) -> Document:
    chunk = hit.chunk
    metadata: dict[str, Any] = {
        "doc": chunk.doc,
        "title": chunk.title,
        "path": list(chunk.path),
        "start": chunk.start,
        "end": chunk.end,
        "score": hit.score,
    }
    return Document(id=chunk.id, page_content=chunk.text, metadata=metadata)

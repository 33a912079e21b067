from assistant.assistant import Assistant
from assistant.retriever import PassageRetriever


def test_langchain_gets_verbatim_passages_with_their_place(shelf: Assistant) -> None:
    (best, *_) = found = PassageRetriever(assistant=shelf, k=3).invoke("明厨亮灶")
    assert len(found) == 3
    text = shelf.document(best.metadata["doc"]).text
    assert text[best.metadata["start"] : best.metadata["end"]] == best.page_content
    assert "明厨亮灶" in best.page_content

import numpy as np
import pytest

from assistant.retrieval import remembered
from assistant.retrieval.remembered import Remembered, remembering
from ingest.embed import Floats, open_embeddings

TEXTS = ["加强党的领导。", "新建公办幼儿园3所。", "加强党的领导。", "落实意识形态工作责任制。"]


def test_vectors_are_the_models_own_in_the_order_of_the_texts() -> None:
    model = open_embeddings()
    again = remembering(model)
    for texts in (TEXTS[:2], TEXTS, TEXTS[::-1]):
        assert np.array_equal(again.passage_vectors(texts), model.passage_vectors(texts))
    assert np.array_equal(again.query_vector("谁负责？"), model.query_vector("谁负责？"))
    assert again.fingerprint == model.fingerprint


def test_a_text_is_embedded_once_and_no_more_than_a_bounded_number_is_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    embedded: list[str] = []

    def embed(texts: list[str]) -> Floats:
        embedded.extend(texts)
        return np.array([[float(len(text))] for text in texts], np.float32)

    monkeypatch.setattr(remembered, "_SENTENCES", 3)
    known = Remembered(embed)
    known(TEXTS)
    known(TEXTS)
    assert embedded == list(dict.fromkeys(TEXTS))
    known(["一", "二"])
    known(TEXTS[:1])
    assert embedded[-1] == TEXTS[0]

import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import huggingface_hub
import pytest

from assistant.assistant import Assistant
from assistant.retrieval.rerank import Reranker, open_reranker
from assistant.retrieval.retrieve import READ_AGAIN, RELEVANCE_WEIGHT, Retriever
from assistant.settings import Settings
from ingest.embed import open_embeddings
from ingest.errors import RerankerError
from ingest.library import Library
from tests.assistant.shelf import write_plans

LIKED, DISLIKED = "后勤食堂明厨亮灶", "幼儿园党建辍学教育工作"
SHAPE = {"hidden_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 32}


def save_bert(folder: Path, *, scores: int = 1) -> Any:
    """Save a BERT of one tiny layer that scores pairs, or with 0 scores one that only embeds."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # deprecations inside torch's and transformers' own imports
        import torch
        from transformers import BertConfig, BertForSequenceClassification, BertModel, BertTokenizerFast

    torch.manual_seed(0)
    folder.mkdir(parents=True)
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *dict.fromkeys(LIKED + DISLIKED)]
    (folder / "vocab.txt").write_text("\n".join(pieces), "utf-8")
    tokenizer = BertTokenizerFast(str(folder / "vocab.txt"))
    tokenizer.save_pretrained(folder)
    config = BertConfig(vocab_size=len(pieces), num_labels=scores, **SHAPE)
    model = BertForSequenceClassification(config) if scores else BertModel(config)
    if scores == 1:
        _teach(model, tokenizer)
    model.save_pretrained(folder)
    return model


def _teach(model: Any, tokenizer: Any) -> None:
    """Make the model like every passage with a character of LIKED and no other."""
    import torch

    optimizer = torch.optim.Adam(model.parameters(), lr=1e-2)
    passages, wanted = [*LIKED, *DISLIKED], [[1.0]] * len(LIKED) + [[0.0]] * len(DISLIKED)
    pairs = tokenizer([""] * len(passages), passages, return_tensors="pt")
    for _ in range(60):
        loss = torch.nn.functional.binary_cross_entropy_with_logits(
            model(**pairs).logits, torch.tensor(wanted)
        )
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("rerankers") / "bge-reranker-tiny"
    save_bert(path)
    return path


@pytest.fixture(scope="module")
def reranker(folder: Path) -> Reranker:
    return open_reranker(str(folder))


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("reranked")
    with Assistant.open(Settings(home=path / "home")) as assistant:
        assistant.keeper.ingest([write_plans(path / "plans")])
    return path / "home"


def test_each_passage_is_judged_between_nothing_and_all(reranker: Reranker) -> None:
    liked, disliked, long = reranker.relevance("谁负责？", [LIKED, DISLIKED, "幼儿园" * 1000])
    assert 0 <= long < 0.5 < liked <= 1
    assert 0 <= disliked < 0.5


def test_no_passages_are_no_work(reranker: Reranker) -> None:
    assert reranker.relevance("谁负责？", []) == []


def test_relevant_passages_gain_and_others_lose(home: Path, folder: Path) -> None:
    question = "办好各类学校有什么安排？"
    with Assistant.open(Settings(home=home)) as plain:
        before = {hit.chunk.id: hit for hit in plain.search(question, 20)}
    with Assistant.open(Settings(home=home, reranker=str(folder))) as assistant:
        after = assistant.search(question, 20)
    assert "明厨亮灶" in after[0].chunk.text
    assert set(before) == {hit.chunk.id for hit in after}
    for hit in after:
        gained = hit.score > before[hit.chunk.id].score
        assert gained == ("明厨亮灶" in hit.chunk.text)


def test_what_the_reranker_holds_irrelevant_is_less_evidence(home: Path, folder: Path) -> None:
    question = "怎么劝学生回来上学？"
    with Assistant.open(Settings(home=home)) as plain:
        assert not plain.ask(question).refused
    with Assistant.open(Settings(home=home, reranker=str(folder))) as assistant:
        assert assistant.ask(question).refused
        assert not assistant.ask("食堂明厨亮灶改造由谁负责？").refused


class Doubtful:
    """A reranker that is undecided about everything."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def relevance(self, question: str, passages: Sequence[str]) -> list[float]:
        self.read += passages
        return [0.5] * len(passages)


def test_an_undecided_reranker_changes_no_score_it_gives(samples: Assistant) -> None:
    doubtful, question = Doubtful(), samples.read("谁负责意识形态工作？")
    with Library.open(samples.settings.home) as library:
        model = open_embeddings()
        plain = Retriever(library, model).rank(question)
        judged = Retriever(library, model, doubtful).rank(question)
    assert len(doubtful.read) == READ_AGAIN < len(plain)
    assert [hit.chunk.id for hit in judged[:READ_AGAIN]] == [hit.chunk.id for hit in plain[:READ_AGAIN]]
    assert [hit.score for hit in judged[:READ_AGAIN]] == [hit.score for hit in plain[:READ_AGAIN]]
    unread = {hit.chunk.id: hit.score for hit in judged[READ_AGAIN:]}
    assert unread == {hit.chunk.id: max(hit.score - RELEVANCE_WEIGHT / 2, 0.0) for hit in plain[READ_AGAIN:]}


@pytest.mark.parametrize("scores", [0, 2])
def test_a_model_that_gives_no_single_score_is_refused(tmp_path: Path, scores: int) -> None:
    save_bert(tmp_path / "other", scores=scores)
    with pytest.raises(RerankerError, match="它不是重排模型"):
        open_reranker(str(tmp_path / "other"))


def test_a_missing_model_is_one_line_with_name_reason_and_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(huggingface_hub.constants, "ENDPOINT", "http://127.0.0.1:9")
    monkeypatch.setattr(huggingface_hub.constants, "HF_HUB_CACHE", str(tmp_path))
    for name, reason in (("nobody/none", "连不上下载网站"), (str(tmp_path / "没有的"), "文件夹不存在")):
        with pytest.raises(RerankerError) as error:
            open_reranker(name)
        told = str(error.value)
        assert name in told
        assert reason in told
        assert "文件夹填入 WORKPLAN_RERANKER" in told
        assert "\n" not in told


def test_no_reranker_is_loaded_where_none_is_named(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.engine.open_reranker", None)
    with Assistant.open(Settings(home=home)) as assistant:
        assert assistant.search("食堂", 1)

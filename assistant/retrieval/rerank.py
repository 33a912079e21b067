"""A question and passages into how relevant each is, by a cross-encoder that reads the two together."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from ingest.errors import RerankerError
from ingest.hub import load_model

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder

_HEAD = "ForSequenceClassification"
"""How transformers names an architecture that gives scores; to any other it would add a random one."""


class Reranker(Protocol):
    """What the search needs of a reranking model."""

    def relevance(self, question: str, passages: Sequence[str]) -> list[float]:
        """Judge each passage: 0 has nothing to do with the question, 1 answers it, .5 is undecided."""


class CrossEncoderReranker:
    """A cross-encoder of sentence-transformers behind `Reranker`; it reads as much as the model can take."""

    def __init__(self, model: "CrossEncoder") -> None:
        self._model = model

    def relevance(self, question: str, passages: Sequence[str]) -> list[float]:
        """Judge each passage by the logistic function of the model's score, whatever the model's own is."""
        from torch.nn import Sigmoid  # noqa: PLC0415

        if not passages:
            return []
        pairs = [(question, passage) for passage in passages]
        scores = self._model.predict(pairs, activation_fn=Sigmoid(), show_progress_bar=False)
        return [float(score) for score in scores]


def open_reranker(name: str) -> Reranker:
    """Open a reranking model: a folder, or a name on the Hugging Face hub (`BAAI/bge-reranker-base`).

    :raises RerankerError: it cannot be found, downloaded or read, or gives no single score.
    """
    try:
        model = load_model(name, _load)
        _require_scores(model)
    # Loaders of third parties raise whatever the damage happens to cause.
    except Exception as error:
        reason = " ".join(str(error).split()) or type(error).__name__
        raise RerankerError(
            f"重排模型无法打开：{name}，{reason}。"
            "请检查名称和网络（可用 HF_ENDPOINT 指定镜像站），或在能联网的电脑上下载模型后把它的文件夹填入 "
            "WORKPLAN_RERANKER；清空 WORKPLAN_RERANKER 则不重排"
        ) from error
    return CrossEncoderReranker(model)


def _load(name: str, local_only: bool) -> "CrossEncoder":
    from sentence_transformers import CrossEncoder  # noqa: PLC0415

    model: CrossEncoder = CrossEncoder(name, local_files_only=local_only)
    return model


def _require_scores(model: "CrossEncoder") -> None:
    architectures = getattr(model.config, "architectures", None) or []
    if model.num_labels != 1 or not any(name.endswith(_HEAD) for name in architectures):
        raise ValueError("它不是重排模型（应为每对问题和段落给出一个分数的交叉编码器）")

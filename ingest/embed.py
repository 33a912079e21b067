"""Text -> vectors, behind LangChain's `Embeddings`: by the bundled static model or by a transformer."""

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from langchain_core.embeddings import Embeddings
from numpy.typing import NDArray
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from ingest.errors import EmbeddingError
from ingest.hub import load_model
from ingest.text import simplified

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

Floats = NDArray[np.float32]
Encode = Callable[[list[str]], Floats]

BUNDLED_MODEL = Path(__file__).parent.parent / "data" / "model"

# What a model was trained to see before a question, for models whose own files do not tell.
_QUERY_PREFIXES = ((re.compile(r"bge-(?:small|base|large)-zh"), "为这个句子生成表示以用于检索相关文章："),)

_STATIC_FILES = ("config.json", "model.safetensors", "tokenizer.json")


class TextEmbeddings(Embeddings):
    """LangChain's `Embeddings`, which also knows which model it is and gives its vectors as arrays.

    Vectors are float32 and of length one; a text in which the static model knows nothing is the zero
    vector. `fingerprint` is the same wherever and whenever the same model is opened, and another one for
    any model that gives passages other vectors: an index belongs to one fingerprint.
    """

    def __init__(
        self, passages: Encode, queries: Encode, *, name: str, dimension: int, fingerprint: str
    ) -> None:
        self._passages = passages
        self._queries = queries
        self.name = name
        self.dimension = dimension
        self.fingerprint = fingerprint

    def passage_vectors(self, texts: Sequence[str]) -> Floats:
        """Embed passages: an array of `len(texts)` rows and `dimension` columns."""
        return self._passages(list(texts)) if texts else np.empty((0, self.dimension), np.float32)

    def query_vector(self, text: str) -> Floats:
        """Embed a question: an array of `dimension` numbers."""
        vector: Floats = self._queries([text])[0]
        return vector

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Embed passages as lists, the way LangChain asks for them."""
        vectors: list[list[float]] = self.passage_vectors(texts).tolist()
        return vectors

    def embed_query(self, text: str) -> list[float]:
        """Embed a question as a list, the way LangChain asks for it."""
        vector: list[float] = self.query_vector(text).tolist()
        return vector


class StaticModel:
    """A static model in model2vec's format: a text is the sum of its pieces' vectors.

    model2vec and sentence-transformers read the same folder to the same vectors, but import and parse
    for several times as long, which every cold start would pay.
    """

    def __init__(self, folder: Path) -> None:
        tensors = load_file(folder / "model.safetensors")
        vectors = tensors["embeddings"]
        self._vectors = vectors[tensors["mapping"]] if "mapping" in tensors else vectors
        self._weights = np.asarray(tensors.get("weights", np.ones(len(self._vectors))), np.float32)
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.dimension: int = vectors.shape[1]

    @property
    def table(self) -> Floats:
        """One row a piece: its vector times its weight."""
        rows: Floats = (self._vectors * self._weights[:, None]).astype(np.float32)
        return rows

    @property
    def tokenizer(self) -> Tokenizer:
        """What cuts a text into pieces."""
        return self._tokenizer

    def encode(self, texts: list[str]) -> Floats:
        """One row a text, of length one unless the text has no known piece."""
        vectors: Floats = np.empty((len(texts), self.dimension), np.float32)
        said = list(map(simplified, texts))
        for row, cut in enumerate(self._tokenizer.encode_batch_fast(said, add_special_tokens=False)):
            ids = np.array(cut.ids, np.int64)
            vectors[row] = self._weights.take(ids) @ self._vectors.take(ids, axis=0)
        lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
        np.divide(vectors, lengths, out=vectors, where=lengths > 0)
        return vectors


def open_embeddings(name: str = "", query_prefix: str = "") -> TextEmbeddings:
    """Open an embedding model.

    `name` is empty for the bundled model, or the folder of a model, or a name on the Hugging Face hub
    (`BAAI/bge-small-zh-v1.5`), which is downloaded once. A static model in model2vec's format opens
    without torch; every other one through sentence-transformers.

    `query_prefix` goes before each question, never before a passage; empty: what the model's own files
    or the table above say. Static models take none.

    Raises `EmbeddingError` when the model cannot be found, downloaded or read.
    """
    folder = Path(name).expanduser() if name else BUNDLED_MODEL
    try:
        if _is_static(folder):
            return _open_static(name or "内置模型", folder)
        return _open_transformer(name, query_prefix)
    # Loaders of third parties raise whatever the damage happens to cause.
    except Exception as error:
        reason = " ".join(str(error).split()) or type(error).__name__
        raise EmbeddingError(
            f"向量模型无法打开：{name or BUNDLED_MODEL}，{reason}。"
            "请检查名称和网络（可用 HF_ENDPOINT 指定镜像站），或在能联网的电脑上下载模型后把它的文件夹填入 "
            "WORKPLAN_EMBEDDING；清空 WORKPLAN_EMBEDDING 则改用内置模型"
        ) from error


def _is_static(folder: Path) -> bool:
    config = folder / "config.json"
    return config.is_file() and json.loads(config.read_text("utf-8")).get("model_type") == "model2vec"


def _open_static(name: str, folder: Path) -> TextEmbeddings:
    model = StaticModel(folder)
    digest = _digest((folder / file).read_bytes() for file in _STATIC_FILES)
    return TextEmbeddings(
        model.encode,
        model.encode,
        name=name,
        dimension=model.dimension,
        fingerprint=f"static:{model.dimension}:{digest}",
    )


def _open_transformer(name: str, query_prefix: str) -> TextEmbeddings:
    model = load_model(name, _load_transformer)
    prefix = query_prefix or model.prompts.get("query") or _usual_query_prefix(name)
    dimension = model.get_embedding_dimension() or model.encode("").size
    digest = _digest(weights.float().numpy(force=True).tobytes() for weights in model.state_dict().values())
    return TextEmbeddings(
        partial(model.encode_document, normalize_embeddings=True, show_progress_bar=False),
        partial(model.encode_query, prompt=prefix, normalize_embeddings=True, show_progress_bar=False),
        name=name,
        dimension=dimension,
        fingerprint=f"transformer:{dimension}:{digest}",
    )


def _load_transformer(name: str, local_only: bool) -> "SentenceTransformer":
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415

    return SentenceTransformer(name, local_files_only=local_only)


def _usual_query_prefix(name: str) -> str:
    return next((prefix for pattern, prefix in _QUERY_PREFIXES if pattern.search(name)), "")


def _digest(contents: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for content in contents:
        digest.update(content)
    return digest.hexdigest()[:16]

"""Tokenizer and piece vectors -> a folder that model2vec and sentence-transformers read alike, and back."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from ingest.training.pieces import UNKNOWN

Floats = NDArray[np.float32]


def write_model(folder: Path, tokenizer: Tokenizer, vectors: Floats) -> None:
    """Write the model; `vectors` has a row for each piece.

    A row is stored as whole numbers from -127 to 127 and the factor that restores it, model2vec's
    weight of a piece. The unknown piece's row is zero: model2vec leaves that piece out of the mean,
    sentence-transformers does not, and for a text's direction both are then the same.
    """
    from model2vec.persistence import save_pretrained  # noqa: PLC0415

    vectors = vectors.copy()
    vectors[tokenizer.token_to_id(UNKNOWN)] = 0
    factors = np.abs(vectors).max(axis=1) / 127
    rounded = np.rint(vectors / np.where(factors > 0, factors, 1)[:, None]).astype(np.int8)
    save_pretrained(
        folder,
        embeddings=rounded,
        tokenizer=tokenizer,
        weights=factors.astype(np.float32),
        config={"model_type": "model2vec", "normalize": True, "max_length": None},
        create_model_card=False,
    )
    normalize = folder / "1_Normalize"
    normalize.mkdir(exist_ok=True)
    (normalize / "config.json").write_text("{}")


def read_model(folder: Path) -> tuple[Tokenizer, Floats]:
    """Read what `write_model` wrote: the tokenizer, and the vectors as they were rounded."""
    tensors = load_file(folder / "model.safetensors")
    vectors: Floats = tensors["embeddings"].astype(np.float32) * tensors["weights"][:, None]
    return Tokenizer.from_file(str(folder / "tokenizer.json")), vectors

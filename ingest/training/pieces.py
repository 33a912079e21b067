"""Sentences -> a tokenizer that cuts any text into the unigram pieces learnt from them."""

import json
import math
from collections.abc import Iterable

from tokenizers import Tokenizer
from tokenizers.models import Unigram
from tokenizers.normalizers import NFKC, Lowercase
from tokenizers.normalizers import Sequence as Normalizers
from tokenizers.pre_tokenizers import Digits, Punctuation, UnicodeScripts, WhitespaceSplit
from tokenizers.pre_tokenizers import Sequence as PreTokenizers
from tokenizers.trainers import UnigramTrainer

UNKNOWN = "<unk>"


def learn_pieces(sentences: Iterable[str], *, count: int, longest: int = 4) -> Tokenizer:
    """Learn at most `count` pieces of at most `longest` characters (unigram model, Kudo 2018).

    Everything a loader must do to a text is part of the tokenizer's own file: full-width forms become
    half-width, capitals small; white space and punctuation are dropped; digits and scripts stay apart.
    """
    tokenizer = Tokenizer(Unigram())
    tokenizer.normalizer = Normalizers([NFKC(), Lowercase()])
    tokenizer.pre_tokenizer = PreTokenizers(
        [WhitespaceSplit(), Punctuation("removed"), Digits(individual_digits=False), UnicodeScripts()]
    )
    trainer = UnigramTrainer(
        vocab_size=count,
        max_piece_length=longest,
        special_tokens=[UNKNOWN],
        unk_token=UNKNOWN,
        seed_size=4 * count,  # type: ignore[call-arg]  # the trainer knows it, its stub does not
        show_progress=False,
    )
    tokenizer.train_from_iterator(sentences, trainer)
    return _settled(tokenizer)


def _settled(tokenizer: Tokenizer) -> Tokenizer:
    """Round the pieces' log probabilities and sort by them, so that equal text gives equal files.

    The trainer adds up in threads, and puts the characters it must keep though it would not choose them
    below all others, each in no fixed order; so those share the lowest chosen piece's probability.
    """
    content = json.loads(tokenizer.to_str())
    unknown, *pieces = content["model"]["vocab"]
    lowest = min((score for piece, score in pieces if len(piece) > 1), default=-math.inf)
    rounded = [[piece, round(max(score, lowest), 3)] for piece, score in pieces]
    content["model"]["vocab"] = [unknown, *sorted(rounded, key=lambda row: (-row[1], row[0]))]
    settled: Tokenizer = Tokenizer.from_str(json.dumps(content))
    return settled

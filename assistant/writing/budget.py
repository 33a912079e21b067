"""Texts into an upper estimate of their tokens, so that a prompt fits a model of 8,192 tokens."""

from collections.abc import Iterable

CONTEXT = 8192
ANSWER = 1024
_BYTES_OF_TOKEN = 2


def tokens(text: str) -> int:
    """Estimate how many tokens a text takes, by any usual tokenizer, rather too many than too few.

    A Chinese character has three bytes in UTF-8 and counts one and a half tokens; tokenizers made for Chinese
    need about .7, those of the first open models up to 1.5 in running text. ASCII counts half a token each.
    """
    return -(-len(text.encode("utf-8")) // _BYTES_OF_TOKEN)


def room(said: Iterable[str], answer: int = ANSWER) -> int:
    """Tell how many tokens are left for passages beside what else is said, and the answer."""
    return max(CONTEXT - answer - sum(map(tokens, said)), 0)


def cut_to(text: str, limit: int) -> str:
    """Cut a text to a number of tokens."""
    kept = text.encode("utf-8")[: limit * _BYTES_OF_TOKEN]
    return kept.decode("utf-8", errors="ignore")

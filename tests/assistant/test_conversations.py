"""Conversations of our own over the sample documents, each turn with what it must be answered."""

import json
from collections.abc import Iterator
from pathlib import Path

from assistant.assistant import Assistant

CONVERSATIONS = Path(__file__).parents[2] / "data" / "eval" / "conversations.jsonl"
_LEAST = 0.9


def turns(samples: Assistant) -> Iterator[bool]:
    """Whether each turn is answered as its key says: with one of the words beside each `|`, or refused."""
    for line in CONVERSATIONS.read_text(encoding="utf-8").splitlines():
        before: list[str] = []
        for turn in json.loads(line)["turns"]:
            answer = samples.ask(turn["ask"], tuple(before))
            must = [words.split("|") for words in turn.get("must", ())]
            said = all(any(word in answer.text for word in words) for words in must)
            yield answer.refused if turn.get("refused") else said and not answer.refused
            before.append(turn["ask"])


def test_of_our_conversations_nine_turns_in_ten_are_right(samples: Assistant) -> None:
    right = list(turns(samples))
    assert len(right) > 100
    assert sum(right) >= _LEAST * len(right)

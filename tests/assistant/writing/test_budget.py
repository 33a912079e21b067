"""Tokens are counted rather too many than too few, and cutting keeps whole characters."""

import pytest

from assistant.writing.budget import CONTEXT, cut_to, room, tokens


@pytest.mark.parametrize("text", ["", "落实意识形态工作责任制", "2024年8月31日前", "𠮷🙂", "WORKPLAN ask"])
def test_no_tokenizer_of_pieces_of_characters_needs_more(text: str) -> None:
    assert tokens(text) >= sum(1.5 if ord(char) > 127 else 0.5 for char in text)


@pytest.mark.parametrize("limit", [0, 1, 7, 100])
def test_a_text_is_cut_between_characters_to_its_limit(limit: int) -> None:
    text = "落实𠮷责任abc" * 20
    kept = cut_to(text, limit)
    assert text.startswith(kept)
    assert tokens(kept) <= limit


def test_room_is_what_the_context_leaves() -> None:
    assert room(["字" * 100], 1000) == CONTEXT - 1000 - 150
    assert room(["字" * 10000]) == 0

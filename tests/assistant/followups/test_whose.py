"""A follow-up that names somebody else whose amount is asked."""

import pytest

from assistant.followups.conversation import read_question
from assistant.understanding.question import Facets

FACETS = Facets(years=(2024,), places=("青禾县",), units=())


@pytest.mark.parametrize(
    ("before", "text", "read"),
    [
        ("护渠员每年补助多少？", "那消毒员呢？", "消毒员每年补助多少？"),
        ("特聘教练招几人", "实习教练呢", "实习教练招几人"),
        ("稻田每亩补多少", "茶园呢？", "茶园每亩补多少"),
    ],
)
def test_somebody_else_takes_the_place_of_who_was_asked_of(before: str, text: str, read: str) -> None:
    assert read_question(text, FACETS, [before]).text.rstrip("？") == read.rstrip("？")

"""Years that a follow-up counts from the question before it."""

import pytest

from assistant.followups.counted import counted_from


@pytest.mark.parametrize(
    ("text", "base", "expected"),
    [
        ("和去年比呢？", "2024年新建幼儿园几所？", "和2023年比呢？"),
        ("那前年呢", "2024年新建幼儿园几所？", "那2022年呢"),
        ("上一年度呢", "2024年新建幼儿园几所？", "2023年呢"),
        ("明年呢？", "2024年新建幼儿园几所？", "2025年呢？"),
    ],
)
def test_they_count_from_the_year_that_was_named(text: str, base: str, expected: str) -> None:
    assert counted_from(text, base) == expected


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("去年呢", "今年新建幼儿园几所？"),
        ("去年呢", "2023年和2024年新建幼儿园几所？"),
        ("2022年呢", "2024年新建幼儿园几所？"),
        ("今年呢", "2024年新建幼儿园几所？"),
    ],
)
def test_else_they_stay_as_they_are(text: str, base: str) -> None:
    assert counted_from(text, base) == text

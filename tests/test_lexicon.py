"""The everyday lexicon keeps the form its readers rely on."""

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from assistant.understanding.spoken import as_written
from ingest.text import normalize

LEXICON = Path(__file__).parents[1] / "data" / "lexicon" / "everyday.tsv"


@pytest.fixture(scope="module")
def lines() -> list[str]:
    text = LEXICON.read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


@pytest.fixture(scope="module")
def entries(lines: list[str]) -> list[tuple[str, list[str]]]:
    return [(expression, terms.split(" ")) for expression, terms in (line.split("\t") for line in lines)]


def test_every_line_is_an_expression_a_tab_and_its_terms(lines: list[str]) -> None:
    assert [line for line in lines if line.count("\t") != 1 or line != line.strip()] == []


def test_the_lexicon_is_large_enough_to_matter(entries: list[tuple[str, list[str]]]) -> None:
    assert len(entries) >= 3000


def test_no_expression_stands_twice_however_it_is_spoken(entries: list[tuple[str, list[str]]]) -> None:
    expressions = [normalize(as_written(expression)) for expression, _ in entries]
    assert [expression for expression, count in Counter(expressions).items() if count > 1] == []


def test_no_expression_is_one_character_or_holds_white_space(
    entries: list[tuple[str, list[str]]],
) -> None:
    assert [e for e, _ in entries if len(e) < 2 or any(c.isspace() for c in e)] == []


def test_every_expression_has_one_to_seven_different_terms(entries: list[tuple[str, list[str]]]) -> None:
    assert [e for e, terms in entries if not 1 <= len(set(terms)) == len(terms) <= 7] == []


def test_every_term_has_two_to_ten_characters(entries: list[tuple[str, list[str]]]) -> None:
    assert [(e, t) for e, terms in entries for t in terms if not 2 <= len(t) <= 10] == []


def test_no_expression_is_its_own_term(entries: list[tuple[str, list[str]]]) -> None:
    assert [e for e, terms in entries if e in terms] == []


def test_sections_have_different_heads_and_at_least_one_entry() -> None:
    body = LEXICON.read_text(encoding="utf-8").splitlines()[1:]
    heads = [line for line in body if line.startswith("#")]
    assert len(heads) == len(set(heads))
    assert [head for head, below in pairwise(body) if head.startswith("#") and below.startswith("#")] == []

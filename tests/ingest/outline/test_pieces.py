"""Collections: several plans in one file, each with a title of its own."""

import pytest

from ingest.clean import clean
from ingest.facts import find_figures
from ingest.header import read_header
from ingest.records import Line
from tests.ingest.reading import read, rows, table

TITLE = "2024年小学教学工作计划（精选3篇）"
WORK = "一、抓备课\n每周一次。\n二、抓听课\n每月四节。"


@pytest.mark.parametrize("piece", ["2024年教学工作计划 篇{}", "2024年小学教学计划{}", "教学计划（{}）"])
def test_every_piece_is_a_part_also_the_first_right_below_the_title(piece: str) -> None:
    plan = f"{TITLE}\n{piece.format(1)}\n{WORK}\n{piece.format(2)}\n{WORK}"
    work = "2 一 抓备课\n2 二 抓听课"
    one, two = (piece.format(n).replace(" ", "") for n in (1, 2))
    assert table(plan) == rows(f"1 - {one}\n{work}\n1 - {two}\n{work}")


def test_the_title_of_the_collection_stays_its_title() -> None:
    cleaned = clean([Line(TITLE), Line("2024年小学教学工作计划 篇1"), *map(Line, WORK.split("\n"))])
    assert not cleaned.removed
    assert read_header(cleaned.lines, cleaned.metadata).title == TITLE


def test_how_many_pieces_it_has_is_no_figure() -> None:
    _, text, sections = read(f"{TITLE}\n{WORK}".replace("四节", "4节"))
    assert [figure.value for figure in find_figures(text, sections)] == ["4"]

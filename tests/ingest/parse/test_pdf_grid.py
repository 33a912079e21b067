import random
from itertools import pairwise

from ingest.parse.pdf_grid import GridCell, Line, find_tables

XS, YS = (50.0, 150.0, 300.0, 500.0), (100.0, 130.0, 160.0, 200.0)


def level(y: float, left: float = XS[0], right: float = XS[-1]) -> Line:
    return left, y, right, y


def upright(x: float, top: float = YS[0], bottom: float = YS[-1]) -> Line:
    return x, top, x, bottom


GRID = [*map(level, YS), *map(upright, XS)]


def shape(cells: list[GridCell]) -> list[tuple[int, int, int, int]]:
    return [(cell.row, cell.column, cell.rows, cell.columns) for cell in cells]


def test_a_full_grid_has_every_cell_in_reading_order() -> None:
    (table,) = find_tables(GRID)
    assert shape(table) == [(y, x, 1, 1) for y in range(3) for x in range(3)]
    assert (table[4].left, table[4].top, table[4].right, table[4].bottom) == (150.0, 130.0, 300.0, 160.0)


def test_cells_without_a_line_between_them_are_merged() -> None:
    across = [line for line in GRID if line != upright(XS[1])] + [upright(XS[1], YS[1], YS[-1])]
    (table,) = find_tables(across)
    assert shape(table)[:2] == [(0, 0, 1, 2), (0, 2, 1, 1)]
    down = [line for line in GRID if line != level(YS[2])] + [level(YS[2], XS[1], XS[-1])]
    (table,) = find_tables(down)
    assert (1, 0, 2, 1) in shape(table)
    assert len(table) == 8


def test_lines_in_pieces_and_a_little_apart_are_one() -> None:
    chance = random.Random(1)
    pieces = [
        (a + chance.uniform(-1, 1), line[1] + chance.uniform(-1, 1), b, line[3] + chance.uniform(-1, 1))
        for line in GRID
        if line[1] == line[3]
        for a, b in pairwise(XS)
    ]
    (table,) = find_tables([*pieces, *(line for line in GRID if line[0] == line[2])])
    assert shape(table) == [(y, x, 1, 1) for y in range(3) for x in range(3)]


def test_tables_that_do_not_touch_are_two() -> None:
    below = [(left, top + 300, right, bottom + 300) for left, top, right, bottom in GRID]
    assert [len(table) for table in find_tables([*GRID, *below])] == [9, 9]


def test_the_left_and_the_right_side_need_not_be_drawn() -> None:
    (table,) = find_tables([line for line in GRID if line not in (upright(XS[0]), upright(XS[-1]))])
    assert shape(table) == [(y, x, 1, 1) for y in range(3) for x in range(3)]
    assert (table[0].left, table[-1].right) == (XS[0], XS[-1])


def test_what_is_open_or_only_a_line_is_no_table() -> None:
    assert find_tables([]) == []
    assert find_tables([level(100.0), level(110.0), level(800.0)]) == []
    assert find_tables([line for line in GRID if line not in map(level, YS)]) == []
    assert find_tables([line for line in GRID if line not in map(upright, XS)]) == []


def test_a_drawing_of_very_many_lines_is_no_table() -> None:
    lines = [level(float(y)) for y in range(0, 2_000, 5)] + [upright(float(x)) for x in range(0, 2_000, 5)]
    assert find_tables(lines) == []

from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import Citation
from assistant.compare import Cell, Change, Comparison, Row, Table, blocks, write

CITED = (Citation(1, "a.txt", "甲", (), "8所", 0, 2), Citation(2, "b.txt", "乙", (), "12所", 0, 3))


def compared(*rows: Row) -> Comparison:
    return Comparison(("2023年", "2024年"), rows, CITED)


def test_each_row_is_a_line_whose_cells_end_in_their_marks() -> None:
    row = Row("新建幼儿园", (Cell("8所", (1,)), Cell("12所", (2,))), Change.FIGURE, "8所 → 12所")
    assert write("问", compared(row), []).text.split("\n") == [
        "| 事项 | 2023年 | 2024年 | 变化 |",
        "| --- | --- | --- | --- |",
        "| 新建幼儿园 | 8所[1] | 12所[2] | 指标变化（8所 → 12所） |",
    ]


def test_a_column_of_changes_stands_only_where_one_is_known() -> None:
    answer = write("问", compared(Row("新建幼儿园", (Cell("8所", (1,)), Cell()))), [])
    assert answer.text.split("\n")[0] == "| 事项 | 2023年 | 2024年 |"
    assert answer.text.endswith("| 新建幼儿园 | 8所[1] | 未提及 |")


def test_a_text_is_read_back_as_its_lines_and_tables() -> None:
    row = Row("新建幼儿园", (Cell("8所", (1,)), Cell("12所", (2,))))
    text = write("问", compared(row), [], opening="共 1 项。").text
    table = Table(("事项", "2023年", "2024年"), (("新建幼儿园", "8所[1]", "12所[2]"),))
    assert blocks(f"{text}\n完。") == ["共 1 项。", table, "完。"]


def test_a_line_that_begins_with_a_pipe_is_no_table_by_itself() -> None:
    assert blocks("| 甲\n| 乙 | 丙 |\n\n丁") == ["| 甲", "| 乙 | 丙 |", "丁"]


@given(st.lists(st.text(min_size=1), min_size=2, max_size=2))
def test_no_word_of_a_cell_breaks_the_table(words: list[str]) -> None:
    cells = tuple(Cell(word, (n,)) for n, word in enumerate(words, start=1))
    (table,) = blocks(write("问", compared(Row("\n|", cells), Row("", (Cell(), Cell()))), []).text)
    assert isinstance(table, Table)
    assert len(table.rows) == 2
    assert {len(row) for row in (table.head, *table.rows)} == {3}


def test_changes_are_counted() -> None:
    comparison = compared(
        Row("甲", (), Change.ADDED), Row("乙", (), Change.ADDED), Row("丙", (), Change.KEPT)
    )
    assert [comparison.count(change) for change in (Change.ADDED, Change.DROPPED)] == [2, 0]

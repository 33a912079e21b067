"""View 责任矩阵: units by years or documents, each cell the number of its tasks, and the tasks of a cell."""

from assistant.explore.explorer import Explorer
from assistant.explore.holdings import Choice
from assistant.explore.matrix import Matrix, Row
from assistant.ui.browse.params import NONE, Params, page_of
from assistant.ui.markup import render

ALL = "*"
"""How a link asks for every issuing body."""

_ROWS, _COLUMNS = 30, 12


def show_matrix(explore: Explorer, params: Params) -> str:
    """Show the matrix of an issuing body, the largest one unless another is chosen."""
    choice = matrix_choice(explore, params)
    matrix = matrix_of(explore, params)
    rows = [row for row in matrix.rows if is_named(row, params.text("unit"))]
    shown, page, pages = page_of(rows, params.number("page"), _ROWS)
    columns, at, sheets = page_of(matrix.columns, params.number("from"), _COLUMNS)
    every = explore.holdings(Choice())
    return render(
        "browse/matrix",
        chosen=matrix_values(params, choice),
        matrix=matrix,
        rows=shown,
        found=len(rows),
        columns=columns,
        page=page,
        pages=pages,
        at=at,
        sheets=sheets,
        years=every.years,
        organs=every.organs,
    )


def matrix_of(explore: Explorer, params: Params) -> Matrix:
    """The matrix that the parameters ask for."""
    return explore.matrix(matrix_choice(explore, params), params.text("by") == "document")


def matrix_choice(explore: Explorer, params: Params) -> Choice:
    """The documents of the matrix: of the body with most of them when none is chosen."""
    choice = params.choice()
    organ = params.text("organ")
    if organ == ALL:
        return Choice(choice.year, choice.kind)
    if not organ:
        stated = [name for name, _ in explore.holdings(Choice()).organs if name]
        return Choice(choice.year, choice.kind, stated[0] if stated else None)
    return choice


def matrix_values(params: Params, choice: Choice) -> dict[str, str]:
    """What a link carries to show the same matrix again."""
    organ = ALL if choice.organ is None else choice.organ or NONE
    kept = {name: params.text(name) for name in ("year", "by", "unit") if params.text(name)}
    return {"organ": organ, **kept}


def show_cell(explore: Explorer, params: Params) -> str:
    """List the tasks of one unit, in one column or in all."""
    matrix = matrix_of(explore, params)
    unit, body, column = params.text("row"), params.text("body"), params.text("column")
    row = next((row for row in matrix.rows if (row.unit, row.body) == (unit, body)), None)
    columns = [each for each in matrix.columns if not column or each.key == column]
    groups = [(each, row.cells[each.key]) for each in columns if row and each.key in row.cells]
    return render("browse/tasks", row=row, groups=groups)


def is_named(row: Row, words: str) -> bool:
    """Tell whether a unit's name, any of them, holds the words."""
    return any(words in name for name in (row.unit, *row.others))

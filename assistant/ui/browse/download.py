"""The matrix a reader looks at into an Excel file to keep."""

from typing import TYPE_CHECKING
from urllib.parse import quote

from assistant.assistant import Assistant
from assistant.explore.workbook import write_workbook
from assistant.ui.browse.matrix import matrix_of
from assistant.ui.browse.params import Params

if TYPE_CHECKING:
    from fastapi import FastAPI

MATRIX = "/export/matrix.xlsx"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def add_matrix(app: "FastAPI", assistant: Assistant) -> None:
    """Serve the matrix at `/export/matrix.xlsx`, chosen by the same parameters as the view."""
    from fastapi import Response  # noqa: PLC0415

    @app.get(MATRIX, response_class=Response)
    def matrix(organ: str = "", year: str = "", by: str = "") -> Response:
        chosen = matrix_of(assistant.explore, Params({"organ": organ, "year": year, "by": by}))
        name = quote("责任矩阵.xlsx")
        headers = {
            "Content-Disposition": f"attachment; filename=\"matrix.xlsx\"; filename*=UTF-8''{name}",
            "X-Content-Type-Options": "nosniff",
        }
        return Response(write_workbook(chosen), media_type=_XLSX, headers=headers)

"""Files the page links to, over HTTP: the original of a stored document."""

from typing import TYPE_CHECKING

from assistant.assistant import Assistant
from ingest.errors import WorkPlanError

if TYPE_CHECKING:
    from fastapi import FastAPI
    from starlette.requests import Request
    from starlette.responses import Response

_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cache-Control": "private, no-store",
}


def add_downloads(app: "FastAPI", assistant: Assistant) -> None:
    """Give out files as attachments, never to be shown as a page of ours."""

    def original(request: "Request") -> "Response":
        return original_file(assistant, request.query_params.get("doc", ""))

    app.add_route("/original", original)


def original_file(assistant: Assistant, doc: str) -> "Response":
    """The file a stored document was read from, or one line that says why there is none.

    Documents are looked up by their name in the library: no part of a request is ever a path.
    """
    from starlette.responses import FileResponse  # noqa: PLC0415

    try:
        found = assistant.original(doc)
    except WorkPlanError as error:
        return refused(str(error))
    if found.path is None:
        return refused(f"下载不了：{doc}。{found.reason}")
    return FileResponse(
        found.path, filename=found.path.name, media_type="application/octet-stream", headers=_HEADERS
    )


def refused(reason: str) -> "Response":
    """An answer that there is no such file, in one line."""
    from starlette.responses import PlainTextResponse  # noqa: PLC0415

    return PlainTextResponse(reason, status_code=404, headers=_HEADERS)

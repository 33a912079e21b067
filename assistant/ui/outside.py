"""Pages outside Gradio's frame: a form in the look of the app, and what somebody typed into it."""

from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from markupsafe import Markup

from assistant.ui.markup import render
from assistant.ui.theme import asset

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

_LARGEST_FORM = 8 * 1024
_HEADERS = {
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'",
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
}


def page(template: str, status: int = 200, **values: str) -> "Response":
    """The page of a template, in which no script runs."""
    from starlette.responses import HTMLResponse  # noqa: PLC0415

    styles = Markup(asset("page.css") + asset("outside.css"))
    return HTMLResponse(render(template, styles=styles, **values), status, _HEADERS)


async def form_of(request: "Request") -> dict[str, str]:
    """The fields of a form; of one that is too large the beginning."""
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > _LARGEST_FORM:
            break
    fields = parse_qs(body[:_LARGEST_FORM].decode("utf-8", errors="ignore"))
    return {name: values[0] for name, values in fields.items()}

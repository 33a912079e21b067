"""What our ASGI middlewares share: reading a header, and an answer that refuses in Chinese."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Scope

CHANGES = frozenset({"POST", "PUT", "PATCH", "DELETE"})
"""Methods of requests that may change something."""


def header(scope: "Scope", name: bytes) -> str:
    """The value of a header of a request, or "" where it has none; `name` in small letters."""
    return next((value.decode("latin-1") for key, value in scope["headers"] if key == name), "")


def refusal(status: int, reason: str) -> "ASGIApp":
    """An answer that says why not, in the form in which Gradio's page and client show it."""
    from starlette.responses import JSONResponse  # noqa: PLC0415

    return JSONResponse({"detail": reason}, status, {"cache-control": "no-store"})

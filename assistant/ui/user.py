"""A request into the user whose conversations it may see."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import gradio as gr

NOBODY = "local"
"""The one user of a computer without accounts."""


def user_of(request: "gr.Request") -> str:
    """The name somebody logged in with."""
    return request.username or NOBODY

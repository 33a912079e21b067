"""The request behind a click into the name under which things are kept."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import gradio as gr

LOCAL = "local"
"""Who everybody is where nobody logs in."""


def user_of(request: "gr.Request") -> str:
    """The name of the user who clicked."""
    return request.username or LOCAL

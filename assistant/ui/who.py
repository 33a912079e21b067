"""The request behind a click into the name under which things are kept, and whether the role covers it."""

from typing import TYPE_CHECKING

from assistant.accounts import Role
from assistant.assistant import Assistant
from assistant.http.faults import explain
from assistant.ui.markup import notice

if TYPE_CHECKING:
    import gradio as gr

LOCAL = ""
"""Who everybody is where nobody logs in; no account can have this name."""


def user_of(request: "gr.Request") -> str:
    """The name of the user who clicked."""
    return request.username or LOCAL


def why_not(assistant: Assistant, request: "gr.Request", needed: Role) -> str:
    """A notice that says why the user who clicked may not do it, or "" for one who may."""
    try:
        assistant.require(user_of(request), needed)
    except Exception as error:
        return notice(explain(error), "error")
    return ""

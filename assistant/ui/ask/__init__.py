"""Tab 问答: questions, growing answers, their sources, and the conversations of a user."""

from assistant.ui.ask.tab import ask_tab

__all__ = ["ask_tab"]

"""The Assistant's functions as tabs of one Gradio app."""

from typing import TYPE_CHECKING

from assistant.assistant import Assistant
from assistant.ui.ask import ask_tab
from assistant.ui.documents import documents_tab
from assistant.ui.draft import draft_tab
from assistant.ui.panel import html
from assistant.ui.markup import render

if TYPE_CHECKING:
    import gradio as gr

_TABS = {"问答": ask_tab, "起草": draft_tab, "文档": documents_tab}


def build_app(assistant: Assistant) -> "gr.Blocks":
    """Lay out the app; several people may use it at once, each with a conversation of their own."""
    import gradio as gr  # noqa: PLC0415

    with gr.Blocks(title="工作计划助手", analytics_enabled=False, fill_width=True) as blocks:
        html(render("header"), "wp-header")
        with gr.Tabs(elem_id="wp-tabs"):
            for name, lay_out in _TABS.items():
                with gr.Tab(name):
                    lay_out(assistant)
    return blocks

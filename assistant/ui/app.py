"""The Assistant's functions as tabs of one Gradio app."""

from typing import TYPE_CHECKING

from assistant.assistant import Assistant
from assistant.ui.ask import ask_tab
from assistant.ui.documents import documents_tab
from assistant.ui.draft import draft_tab
from assistant.ui.markup import render
from assistant.ui.panel import html

if TYPE_CHECKING:
    import gradio as gr

_TABS = {"问答": ask_tab, "起草": draft_tab, "文档": documents_tab}


def build_app(assistant: Assistant) -> "gr.Blocks":
    """Lay out the app; several people may use it at once, each with a conversation of their own."""
    import gradio as gr  # noqa: PLC0415

    blocks = gr.Blocks(title="工作计划助手", analytics_enabled=False, fill_width=True)
    with blocks:
        html("wp-top", render("header"))
        with gr.Tabs(elem_id="wp-tabs"):
            for name, lay_out in _TABS.items():
                with gr.Tab(name) as tab:
                    lay_out(assistant, tab)
    return blocks

"""The Assistant's functions as tabs of one Gradio app."""

from typing import TYPE_CHECKING

from assistant.assistant import Assistant
from assistant.ui.ask import ask_tab
from assistant.ui.browse.tab import browse_tab
from assistant.ui.documents import documents_tab
from assistant.ui.draft import draft_tab
from assistant.ui.markup import render
from assistant.ui.panel import html

if TYPE_CHECKING:
    import gradio as gr


def build_app(assistant: Assistant) -> "gr.Blocks":
    """Lay out the app; several people may use it at once, each with a conversation of their own."""
    import gradio as gr  # noqa: PLC0415

    blocks = gr.Blocks(title="工作计划助手", analytics_enabled=False, fill_width=True)
    with blocks:
        html("wp-top", render("header"))
        with gr.Tabs(elem_id="wp-tabs"):
            with gr.Tab("问答") as asking:
                ask_tab(assistant, asking)
            with gr.Tab("浏览") as browsing:
                browse_tab(assistant, browsing)
            with gr.Tab("起草"):
                draft_tab(assistant)
            with gr.Tab("文档") as storing:
                documents_tab(assistant, storing)
    return blocks

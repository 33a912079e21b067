"""Tab 问答: its layout, and its parts connected."""

from typing import TYPE_CHECKING, Any

from assistant.assistant import Assistant
from assistant.ui.ask.asking import connect_asking
from assistant.ui.ask.keeping import connect_changes, connect_keeping
from assistant.ui.ask.narrowing import connect_narrowing
from assistant.ui.ask.parts import Parts, welcome
from assistant.ui.ask.show import chips, conversation
from assistant.ui.ask.talk import Talk
from assistant.ui.markup import QUIET, passages
from assistant.ui.panel import html, opens_sources
from ingest.records import Filter

if TYPE_CHECKING:
    import gradio as gr


def ask_tab(assistant: Assistant, blocks: "gr.Blocks", tab: "gr.Tab") -> None:
    """Lay out the tab and connect its parts."""
    parts = _lay_out()
    opens_sources(assistant, parts.source, parts.talk, parts.found)
    asking = connect_asking(assistant, parts)
    connect_keeping(assistant, parts, blocks, asking)
    connect_changes(assistant, parts, asking)
    connect_narrowing(assistant, parts)
    _closes_source(parts)

    tab.select(lambda now, page: _again(assistant, now, page), [parts.now, parts.talk], parts.talk, **QUIET)


def _again(assistant: Assistant, now: Talk, page: str) -> Any:  # noqa: ANN401
    """What the tab shows when somebody comes back to it: examples of what the library holds by now.

    Gradio also tells of the tab while the page is still loading its conversation, which must stay.
    """
    import gradio as gr  # noqa: PLC0415

    if now.turns:
        return conversation(now)
    return welcome(assistant) if "wp-welcome" in (page or "") else gr.skip()


def _closes_source(parts: Parts) -> None:
    """Let the open source make room for the passages of the next answer, which the page can do alone."""
    for asked in (parts.box.submit, parts.talk.pick, parts.talk.again, parts.talk.widen):
        asked(None, None, parts.source, js="() => ''", **QUIET)


def _lay_out() -> Parts:
    import gradio as gr  # noqa: PLC0415

    now, chosen = gr.State(Talk()), gr.State(Filter())
    with gr.Row(elem_classes="wp-desk wp-asking"):
        with gr.Column(elem_classes="wp-talks", elem_id="wp-talks"):
            fresh = gr.Button("新对话", elem_classes="wp-fresh")
            words = gr.Textbox(
                "",
                elem_id="talk-words",
                label="搜索对话",
                show_label=False,
                container=False,
                placeholder="搜索对话",
                max_lines=1,
                max_length=60,
            )
            listed = html("wp-listed")
        head = html("wp-head")
        talk = html("wp-work")
        with gr.Column(elem_classes="wp-side"):
            found = html("wp-found", passages())
            source = html("wp-sources")
        with gr.Column(elem_classes="wp-form"):
            filters = html("wp-filters")
            chips_row = html("wp-chips", chips(Filter()))
            box = _question_box()
    return Parts(now, chosen, words, listed, head, talk, found, source, filters, chips_row, box, fresh)


def _question_box() -> "gr.Textbox":
    import gradio as gr  # noqa: PLC0415

    return gr.Textbox(
        elem_id="question",
        label="问题",
        show_label=False,
        container=False,
        placeholder="输入问题，按回车发送",
        max_lines=5,
        max_length=500,
        autofocus=True,
        submit_btn="发送",  # the style sheet shows one of the two
        stop_btn="停止",
        html_attributes=gr.InputHTMLAttributes(lang="zh-CN", enterkeyhint="send", autocomplete="off"),
    )

"""Tab 问答: a question becomes a growing answer, its passages beside it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from assistant.ui.markup import Turn, conversation, passages
from assistant.ui.panel import html, opens_sources
from ingest.errors import WorkPlanError

if TYPE_CHECKING:
    import gradio as gr

    from assistant.assistant import Assistant

Turns = tuple[Turn, ...]
_QUIET = {"show_progress": "hidden", "api_visibility": "private"}
_ASKED_AT_ONCE = 8


def follow(assistant: "Assistant", question: str, turns: Turns) -> Iterator[Turns]:
    """Grow a conversation by a question, first without, then with more and more of its answer."""
    yield (*turns, Turn(question))
    try:
        for answer in assistant.stream(question, [turn.question for turn in turns]):
            yield (*turns, Turn(question, answer))
    except WorkPlanError as error:
        yield (*turns, Turn(question, error=str(error)))


def stopped(turns: Turns) -> Turns:
    """Mark the last answer as broken off by the user."""
    return (*turns[:-1], replace(turns[-1], stopped=True)) if turns else turns


def ask_tab(assistant: "Assistant") -> None:
    """Lay out the tab and connect its parts."""
    import gradio as gr  # noqa: PLC0415

    turns = gr.State(())
    with gr.Row(elem_classes="wp-desk"):
        talk = html(lambda: welcome(assistant), "talk")
        with gr.Column(elem_classes="wp-side"):
            found = html(passages(None), "found")
            source = html(name="source")
        with gr.Row(elem_classes="wp-composer"):
            fresh = gr.Button("新对话", elem_classes="wp-fresh", min_width=80, scale=0)
            box = _question_box()
    opens_sources(assistant, source, talk, found)
    _connect(assistant, turns, talk, found, box)
    fresh.click(
        lambda: ((), welcome(assistant), passages(None), ""), None, [turns, talk, found, source], **_QUIET
    )


def welcome(assistant: "Assistant") -> str:
    """The empty conversation, with questions the library can answer."""
    return conversation((), assistant.examples())


def _question_box() -> "gr.Textbox":
    import gradio as gr  # noqa: PLC0415

    return gr.Textbox(
        elem_id="question",
        label="问题",
        show_label=False,
        container=False,
        placeholder="例如：谁负责意识形态工作？（回车发送，Shift+回车换行）",
        max_lines=5,
        max_length=500,
        autofocus=True,
        submit_btn="发送",
        html_attributes=gr.InputHTMLAttributes(lang="zh-CN", enterkeyhint="send", autocomplete="off"),
    )


def _connect(
    assistant: "Assistant", turns: "gr.State", talk: "gr.HTML", found: "gr.HTML", box: "gr.Textbox"
) -> None:
    import gradio as gr  # noqa: PLC0415

    shown = [turns, talk, found]

    def show(now: Turns) -> tuple[Turns, str, str]:
        return now, conversation(now), passages(now[-1].answer if now else None)

    def ask(question: str, before: Turns) -> Iterator[Any]:
        if not question.strip():
            yield gr.skip()
            return
        yield gr.Textbox("", submit_btn=False, stop_btn="停止"), *show((*before, Turn(question.strip())))
        for now in follow(assistant, question.strip(), before):
            yield gr.skip(), *show(now)

    def picked(event: gr.EventData) -> str:
        return str(event.question)

    def ready() -> gr.Textbox:
        return gr.Textbox(submit_btn="发送", stop_btn=False)

    asking = {"fn": ask, "inputs": [box, turns], "outputs": [box, *shown], "concurrency_id": "ask"}
    asking |= {"concurrency_limit": _ASKED_AT_ONCE, **_QUIET}
    typed = box.submit(**asking)
    clicked = talk.pick(picked, None, box, queue=False, **_QUIET).then(**asking)
    for asked in (typed, clicked):
        asked.then(ready, None, box, queue=False, **_QUIET)
    halted = box.stop(ready, None, box, cancels=[typed, clicked], queue=False, **_QUIET)
    halted.then(lambda now: show(stopped(now)), turns, shown, **_QUIET)

"""Tab 问答: a question becomes a growing answer, its passages beside it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from assistant.assistant import Assistant
from assistant.ui.markup import QUIET, Turn, conversation, explain, or_explain, passages
from assistant.ui.panel import html, opens_sources

if TYPE_CHECKING:
    import gradio as gr

Turns = tuple[Turn, ...]
_ASKED_AT_ONCE = 8


def follow(assistant: Assistant, question: str, turns: Turns) -> Iterator[Turns]:
    """Grow a conversation by a question, first without, then with more and more of its answer."""
    turn = Turn(question, writing=True)
    yield (*turns, turn)
    try:
        for answer in assistant.stream(question, [turn.question for turn in turns]):
            turn = replace(turn, answer=answer)
            yield (*turns, turn)
        yield (*turns, replace(turn, writing=False))
    except Exception as error:
        yield (*turns, Turn(question, error=explain(error)))


def stopped(turns: Turns) -> Turns:
    """Mark an answer that is still growing as broken off by the user."""
    return tuple(replace(turn, writing=False, stopped=True) if turn.writing else turn for turn in turns)


def ask_tab(assistant: Assistant, tab: "gr.Tab") -> None:
    """Lay out the tab and connect its parts."""
    import gradio as gr  # noqa: PLC0415

    turns = gr.State(())
    with gr.Row(elem_classes="wp-desk"):
        talk = html("wp-work", lambda: welcome(assistant))
        with gr.Column(elem_classes="wp-side"):
            found = html("wp-found", passages())
            source = html("wp-sources")
        with gr.Row(elem_classes="wp-form"):
            fresh = gr.Button("新对话", elem_classes="wp-fresh", min_width=80, scale=0)
            box = _question_box()
    opens_sources(assistant, source, talk, found)
    asking = _connect(assistant, turns, talk, found, box)

    def start_over() -> tuple[Turns, str, str, str]:
        return (), welcome(assistant), passages(), ""

    def show_again(now: Turns) -> str:
        return conversation(now) if now else welcome(assistant)

    halted = fresh.click(_ready, None, box, cancels=asking, queue=False, **QUIET)
    halted.then(start_over, None, [turns, talk, found, source], **QUIET)
    tab.select(show_again, turns, talk, **QUIET)


def welcome(assistant: Assistant) -> str:
    """The empty conversation, with questions the library can answer."""
    return or_explain(lambda: conversation((), assistant.examples()))


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
        submit_btn="发送",
        html_attributes=gr.InputHTMLAttributes(lang="zh-CN", enterkeyhint="send", autocomplete="off"),
    )


def _ready() -> "gr.Textbox":
    import gradio as gr  # noqa: PLC0415

    return gr.Textbox(submit_btn="发送", stop_btn=False)


def _connect(
    assistant: Assistant, turns: "gr.State", talk: "gr.HTML", found: "gr.HTML", box: "gr.Textbox"
) -> list[Any]:
    import gradio as gr  # noqa: PLC0415

    shown = [turns, talk, found]

    def show(now: Turns) -> tuple[Turns, str, str]:
        answer = now[-1].answer if now else None
        found_now = passages(answer.citations, answer.related) if answer else passages()
        return now, conversation(now), found_now

    def ask(question: str, before: Turns) -> Iterator[Any]:
        if not question.strip():
            yield gr.skip()
            return
        busy = gr.Textbox("", submit_btn=False, stop_btn="停止")
        for now in follow(assistant, question.strip(), stopped(before)):
            yield busy, *show(now)
            busy = gr.skip()

    def picked(event: gr.EventData) -> str:
        return str(event.question)

    together = {"concurrency_id": "ask", "concurrency_limit": _ASKED_AT_ONCE, **QUIET}
    typed = box.submit(ask, [box, turns], [box, *shown], **together)
    clicked = talk.pick(picked, None, box, queue=False, **QUIET).then(
        ask, [box, turns], [box, *shown], **together
    )
    for asked in (typed, clicked):
        asked.then(_ready, None, box, queue=False, **QUIET)
    halted = box.stop(_ready, None, box, cancels=[typed, clicked], queue=False, **QUIET)
    halted.then(lambda now: show(stopped(now)), turns, shown, **QUIET)
    return [typed, clicked]

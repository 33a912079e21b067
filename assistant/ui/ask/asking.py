"""Questions typed, picked, changed or repeated into events that let the answer grow on the page."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from assistant.assistant import Assistant
from assistant.scope import Scope
from assistant.ui.ask.dialogue import Dialogue
from assistant.ui.ask.narrow import without
from assistant.ui.ask.parts import Parts, list_talks, show
from assistant.ui.ask.show import chips
from assistant.ui.ask.talk import Talk
from assistant.ui.markup import PLAIN, QUIET, explain, notice
from assistant.ui.who import user_of
from ingest.records import Filter

if TYPE_CHECKING:
    import gradio as gr

_ASKED_AT_ONCE = 8


def connect_asking(assistant: Assistant, parts: Parts) -> list[Any]:
    """Let questions be asked, and tell the events that are asking, so that others can break them off."""
    import gradio as gr  # noqa: PLC0415

    def typed(question: str, talk: Talk, chosen: Filter, request: gr.Request) -> Iterator[Any]:
        if question.strip():
            yield from grow(Dialogue(assistant, user_of(request)).ask(talk, question.strip(), Scope(chosen)))
        else:
            yield gr.skip()

    def picked(event: gr.EventData, talk: Talk, chosen: Filter, request: gr.Request) -> Iterator[Any]:
        yield from typed(str(event._data["question"]), talk, chosen, request)

    def again(event: gr.EventData, talk: Talk, chosen: Filter, request: gr.Request) -> Iterator[Any]:
        yield from grow(repeat(Dialogue(assistant, user_of(request)), event._data, talk, chosen))

    def widened(event: gr.EventData, talk: Talk, chosen: Filter, request: gr.Request) -> Iterator[Any]:
        wider = without(chosen, str(event._data["field"]), str(event._data["value"]))
        for shown in grow(repeat(Dialogue(assistant, user_of(request)), event._data, talk, wider)):
            yield *shown, wider, chips(wider), ""

    def resumed(talk: Talk, request: gr.Request) -> Iterator[Any]:
        yield gr.skip()
        yield from grow(Dialogue(assistant, user_of(request)).resume(talk))

    outputs, narrowing = [parts.box, *parts.shown], [parts.chosen, parts.chips, parts.filters]
    together = {"concurrency_id": "ask", "concurrency_limit": _ASKED_AT_ONCE, **QUIET, **PLAIN}
    asking = [
        parts.box.submit(typed, [parts.box, parts.now, parts.chosen], outputs, **together),
        parts.talk.pick(picked, [parts.now, parts.chosen], outputs, **together),
        parts.talk.again(again, [parts.now, parts.chosen], outputs, **together),
        parts.talk.widen(widened, [parts.now, parts.chosen], [*outputs, *narrowing], **together),
        parts.head.resume(resumed, parts.now, outputs, **together),
    ]
    for asked in asking:
        _afterwards(assistant, parts, asked)
    _stopping(assistant, parts, asking)
    return asking


def repeat(dialogue: Dialogue, asked: dict[str, Any], talk: Talk, chosen: Filter) -> Iterator[Talk]:
    """Ask the question of a turn again: as it was, in other words, or without one of its narrowings."""
    turn = talk.turn(str(asked["turn"]))
    if turn is None:
        return iter([talk])
    dropped = (*turn.scope.dropped, *([str(asked["drop"])] if asked.get("drop") else []))
    question = dict(asked.get("fields", ())).get("question", "")
    return dialogue.again(talk, turn.id, question, Scope(chosen, dropped))


def grow(talks: Iterator[Talk]) -> Iterator[Any]:
    """What the page shows while an answer grows, the question box first."""
    import gradio as gr  # noqa: PLC0415

    box: Any = gr.Textbox("", submit_btn=False, stop_btn="停止")
    try:
        for talk in talks:
            yield box, *show(talk)
            box = gr.skip()
    except Exception as error:
        yield ready(), gr.skip(), gr.skip(), notice(explain(error), "error"), gr.skip()


def ready() -> "gr.Textbox":
    """The question box when nothing is being written."""
    import gradio as gr  # noqa: PLC0415

    return gr.Textbox(submit_btn="发送", stop_btn=False)


def _afterwards(assistant: Assistant, parts: Parts, asked: Any) -> None:  # noqa: ANN401
    import gradio as gr  # noqa: PLC0415

    def listed(words: str, talk: Talk, request: gr.Request) -> tuple[Any, str]:
        return ready(), list_talks(Dialogue(assistant, user_of(request)), words, talk)

    asked.then(listed, [parts.words, parts.now], [parts.box, parts.listed], queue=False, **QUIET, **PLAIN)


def _stopping(assistant: Assistant, parts: Parts, asking: list[Any]) -> None:
    import gradio as gr  # noqa: PLC0415

    def stop(talk: Talk, request: gr.Request) -> Any:  # noqa: ANN401
        return show(Dialogue(assistant, user_of(request)).stop(talk))

    halted = parts.box.stop(ready, None, parts.box, cancels=asking, queue=False, **QUIET)
    halted.then(stop, parts.now, parts.shown, **QUIET)

"""Questions typed, picked, changed or repeated into events that let the answer grow on the page."""

from collections.abc import Iterator
from typing import Any

from assistant.assistant import Assistant
from assistant.http.faults import explain
from assistant.ui.ask.dialogue import Dialogue
from assistant.ui.ask.narrow import without
from assistant.ui.ask.parts import Parts, show, shown_by
from assistant.ui.ask.show import chips
from assistant.ui.ask.talk import Talk
from assistant.ui.markup import PLAIN, QUIET, notice
from assistant.ui.panel import told_by
from assistant.ui.who import user_of
from assistant.understanding.scope import Scope
from ingest.records import Filter

_ASKED_AT_ONCE = 8


def connect_asking(assistant: Assistant, parts: Parts) -> list[Any]:
    """Let questions be asked, and tell the events that are asking, so that others can break them off."""
    import gradio as gr  # noqa: PLC0415

    def typed(question: str, talk: Talk, chosen: Filter, request: gr.Request) -> Iterator[Any]:
        if question.strip():
            dialogue, talk = shown_by(assistant, talk, request)
            yield from grow(dialogue.ask(talk, question.strip(), Scope(chosen)))
        else:
            yield gr.skip()

    def picked(event: gr.EventData, talk: Talk, chosen: Filter, request: gr.Request) -> Iterator[Any]:
        yield from typed(str(told_by(event, "question")["question"]), talk, chosen, request)

    def again(event: gr.EventData, talk: Talk, chosen: Filter, request: gr.Request) -> Iterator[Any]:
        told = told_by(event, "turn")
        yield from grow(repeat(*shown_by(assistant, talk, request), told, chosen))

    def widened(event: gr.EventData, talk: Talk, chosen: Filter, request: gr.Request) -> Iterator[Any]:
        told = told_by(event, "turn", "field", "value")
        wider = without(chosen, str(told["field"]), str(told["value"]))
        for shown in grow(repeat(*shown_by(assistant, talk, request), told, wider)):
            yield *shown, wider, chips(wider), ""

    def resumed(talk: Talk, request: gr.Request) -> Iterator[Any]:
        yield gr.skip()
        yield from grow(Dialogue(assistant, user_of(request)).resume(talk))

    narrowing = [parts.chosen, parts.chips, parts.filters]
    together = {"concurrency_id": "ask", "concurrency_limit": _ASKED_AT_ONCE, **QUIET, **PLAIN}
    asking = [
        parts.box.submit(typed, [parts.box, parts.now, parts.chosen], parts.shown, **together),
        parts.talk.pick(picked, [parts.now, parts.chosen], parts.shown, **together),
        parts.talk.again(again, [parts.now, parts.chosen], parts.shown, **together),
        parts.talk.widen(widened, [parts.now, parts.chosen], [*parts.shown, *narrowing], **together),
        parts.head.resume(resumed, parts.now, parts.shown, **together),
    ]
    _stopping(assistant, parts, asking)
    return asking


def repeat(dialogue: Dialogue, talk: Talk, asked: dict[str, Any], chosen: Filter) -> Iterator[Talk]:
    """Ask the question of a turn again: as it was, in other words, or without one of its narrowings."""
    turn = talk.turn(str(asked["turn"]))
    if turn is None:
        return iter([talk])
    dropped = (*turn.scope.dropped, *([str(asked["drop"])] if asked.get("drop") else []))
    question = dict(asked.get("fields", ())).get("question", "")
    return dialogue.again(talk, turn.id, question, Scope(chosen, dropped))


def grow(talks: Iterator[Talk]) -> Iterator[Any]:
    """What the page shows while an answer grows."""
    import gradio as gr  # noqa: PLC0415

    try:
        yield from map(show, talks)
    except Exception as error:
        yield gr.skip(), gr.skip(), notice(explain(error), "error"), gr.skip()


def _stopping(assistant: Assistant, parts: Parts, asking: list[Any]) -> None:
    import gradio as gr  # noqa: PLC0415

    def stop(talk: Talk, request: gr.Request) -> Any:  # noqa: ANN401
        return show(Dialogue(assistant, user_of(request)).stop(talk))

    halted = parts.box.stop(lambda: None, cancels=asking, queue=False, **QUIET)
    halted.then(stop, parts.now, parts.shown, **QUIET)

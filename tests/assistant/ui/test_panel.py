from collections.abc import Callable
from inspect import isgenerator, signature

import anyio
import gradio as gr
import pytest

from assistant.api.service import Service
from assistant.assistant import Assistant
from assistant.ui.app import build_app
from assistant.ui.panel import told_by

GIVEN = {gr.EventData: gr.EventData(None, None), gr.Request: gr.Request(username="")}


def test_an_event_that_tells_nothing_is_refused_in_chinese() -> None:
    assert told_by(gr.EventData(None, {"doc": "要点.txt"})) == {"doc": "要点.txt"}
    with pytest.raises(gr.Error, match="请刷新页面") as caught:
        told_by(gr.EventData(None, None))
    assert not caught.value.print_exception


def test_an_event_that_tells_too_little_is_refused_in_chinese() -> None:
    assert told_by(gr.EventData(None, {"doc": "要点.txt"}), "doc") == {"doc": "要点.txt"}
    with pytest.raises(gr.Error, match="请刷新页面"):
        told_by(gr.EventData(None, {"doc": "要点.txt"}), "doc", "start")


def test_every_event_of_an_area_refuses_to_be_told_nothing(
    shelf: Assistant, caplog: pytest.LogCaptureFixture
) -> None:
    async def lay_out() -> gr.Blocks:  # Gradio wants an event loop
        return build_app(shelf, Service(shelf))

    functions = [event.fn for event in anyio.run(lay_out).fns.values() if event.fn]
    telling = [function for function in functions if takes_told(function)]
    assert len(telling) > 15
    for function in telling:
        needed = signature(function).parameters.values()
        given = [GIVEN.get(each.annotation) for each in needed]
        with pytest.raises(gr.Error, match="请刷新页面"):
            run(function, given)
    assert not caplog.records


def run(function: Callable[..., object], given: list[object]) -> None:
    outcome = function(*given)
    if isgenerator(outcome):
        next(outcome)


def takes_told(function: Callable[..., object]) -> bool:
    return any(each.annotation is gr.EventData for each in signature(function).parameters.values())

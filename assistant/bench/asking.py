"""A question into its answer over HTTP, as the page asks it and as a program does."""

import json
import uuid
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any

import httpx

Ask = Callable[[httpx.AsyncClient, str], Awaitable[None]]
"""Asks a question; raises ValueError when what comes back is no answer."""
_ENDED = '"process_completed"'  # a page reads every line; the server shares its cores with us
_TURNS = 10
"""Questions of one conversation; then the page's button for a new one is pressed. The first one is listed."""


async def ask_as_program(client: httpx.AsyncClient, question: str) -> None:
    """Ask by the name of the function."""
    called = await client.post("/gradio_api/run/ask", json={"data": [question]})
    if not called.raise_for_status().json()["data"][0]["answer"]:
        raise ValueError(called.text)


async def page_of(client: httpx.AsyncClient) -> Callable[[], Ask]:
    """Find the events that the page raises, and give what opens it: each opening asks for itself alone."""
    config = (await client.get("/config")).raise_for_status().json()
    asking = _event(config, "submit", elem_id="question")
    beginning = _event(config, "click", value="新对话")
    listing = _event(config, "relist", elem_classes=["wp-head"])

    def opened() -> Ask:
        session, asked = uuid.uuid4().hex, count()

        async def ask(client: httpx.AsyncClient, question: str) -> None:
            turn = next(asked)
            if turn and turn % _TURNS == 0:
                await _raise(client, session, beginning)
            await _raise(client, session, asking, question)
            if turn % _TURNS == 0:
                await _raise(client, session, listing)

        return ask

    return opened


@dataclass(frozen=True, slots=True)
class _Event:
    """What the page sends when its user does something.

    :param inputs: values by the numbers of the components that have them.
    """

    number: int
    source: int
    queued: bool
    inputs: Mapping[int, Any]


def _event(config: Mapping[str, Any], kind: str, **named: object) -> _Event:
    """Find the event of a kind that the component of that name or words raises."""
    props = {component["id"]: component["props"] for component in config["components"]}
    return next(
        _Event(
            event["id"],
            target,
            event["queue"] is not False,
            {part: props[part].get("value") for part in event["inputs"]},
        )
        for event in config["dependencies"]
        for target, raised in event["targets"]
        if raised == kind and all(props[target].get(name) == value for name, value in named.items())
    )


async def _raise(client: httpx.AsyncClient, session: str, event: _Event, typed: str = "") -> None:
    """Raise an event as one open page, and read all that it is told until the end.

    :param typed: what stands in the component that raises it.
    """
    values = [typed if part == event.source else value for part, value in event.inputs.items()]
    asked = {
        "fn_index": event.number,
        "session_hash": session,
        "trigger_id": event.source,
        "data": values,
    }
    way = "queue/join" if event.queued else "run/predict"
    (await client.post(f"/gradio_api/{way}", json=asked)).raise_for_status()
    if not event.queued:
        return
    async with client.stream("GET", "/gradio_api/queue/data", params={"session_hash": session}) as told:
        async for line in told.raise_for_status().aiter_lines():
            if _ENDED in line and not json.loads(line.removeprefix("data: "))["success"]:
                raise ValueError(line)

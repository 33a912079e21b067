"""A question into its answer over HTTP, as the page asks it and as a program does."""

import json
import uuid
from collections.abc import Awaitable, Callable

import httpx

Ask = Callable[[httpx.AsyncClient, str], Awaitable[None]]
"""Asks a question; raises ValueError when what comes back is no answer."""
_ENDED = '"process_completed"'  # a page reads every line; the server shares its cores with us
_BOX = "question"  # the id of the page's question box


async def ask_as_program(client: httpx.AsyncClient, question: str) -> None:
    """Ask by the name of the function."""
    called = await client.post("/gradio_api/run/ask", json={"data": [question]})
    if not called.raise_for_status().json()["data"][0]["answer"]:
        raise ValueError(called.text)


async def page_of(client: httpx.AsyncClient) -> Ask:
    """Find the event that the page's question box raises, and ask by it, each client as one open page."""
    config = (await client.get("/config")).raise_for_status().json()
    props = {component["id"]: component["props"] for component in config["components"]}
    event = next(
        event
        for event in config["dependencies"]
        for target, kind in event["targets"]
        if kind == "submit" and props[target].get("elem_id") == _BOX
    )
    box = next(target for target, kind in event["targets"] if props[target].get("elem_id") == _BOX)
    sessions: dict[int, str] = {}

    async def ask(client: httpx.AsyncClient, question: str) -> None:
        session = sessions.setdefault(id(client), uuid.uuid4().hex)
        values = [question if part == box else props[part].get("value") for part in event["inputs"]]
        asked = {"fn_index": event["id"], "session_hash": session, "trigger_id": box, "data": values}
        (await client.post("/gradio_api/queue/join", json=asked)).raise_for_status()
        async with client.stream("GET", "/gradio_api/queue/data", params={"session_hash": session}) as told:
            async for line in told.raise_for_status().aiter_lines():
                if _ENDED in line and not json.loads(line.removeprefix("data: "))["success"]:
                    raise ValueError(line)

    return ask

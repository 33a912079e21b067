import json
import uuid

import httpx

from tests.assistant.ui.conftest import App


def test_every_response_carries_the_id_of_its_request(app: App) -> None:
    given = httpx.get(app.address, headers={"X-Request-ID": "mine-7"})
    assert given.headers["X-Request-ID"] == "mine-7"
    made = {httpx.get(app.address + path).headers["X-Request-ID"] for path in ("health", "none")}
    assert len(made) == 2
    replaced = httpx.get(app.address + "health", headers={"X-Request-ID": "a b"})
    assert replaced.headers["X-Request-ID"].isalnum()


def test_a_fault_on_the_page_is_told_with_the_id_of_the_request_that_raised_it(app: App) -> None:
    config = httpx.get(app.address + "config").json()
    event = next(
        event
        for event in config["dependencies"]
        if any(kind == "open" for _, kind in event["targets"]) and not event["inputs"]
    )
    session = uuid.uuid4().hex
    place = {"doc": "2024年工作要点.txt", "start": "?", "end": "?"}
    asked = {"data": [], "fn_index": event["id"], "session_hash": session, "event_data": place}
    headers = {"X-Request-ID": "page-9"}
    httpx.post(app.address + "gradio_api/queue/join", json=asked, headers=headers).raise_for_status()
    told = httpx.get(app.address + "gradio_api/queue/data", params={"session_hash": session}, timeout=30).text
    done = [json.loads(line[6:]) for line in told.splitlines() if '"process_completed"' in line]
    assert "编号 page-9" in json.dumps(done, ensure_ascii=False)

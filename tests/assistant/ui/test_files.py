"""No request makes the program read a file of its computer, or an address, that was not uploaded."""

import json
import uuid
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.assistant.ui.people import Office

FileData = dict[str, Any]


def file_at(path: str) -> FileData:
    return {"path": path, "meta": {"_type": "gradio.FileData"}}


def told_of(client: httpx.Client, asked: list[tuple[dict[str, Any], list[Any]]]) -> list[dict[str, Any]]:
    """What the server says of events when they have ended; those it does not take are left out."""
    session, taken = uuid.uuid4().hex, []
    for event, data in asked:
        named = {"data": data, "fn_index": event["id"], "session_hash": session, "event_data": {}}
        taken.append(client.post("/gradio_api/queue/join", json=named).status_code == 200)
    told = client.get("/gradio_api/queue/data", params={"session_hash": session}).text
    ended = [json.loads(line[6:]) for line in told.splitlines() if '"process_completed"' in line]
    assert len(ended) == sum(taken) > 0
    return ended


def events(client: httpx.Client) -> list[dict[str, Any]]:
    return [event for event in client.get("/config").json()["dependencies"] if event["inputs"]]


def kinds(client: httpx.Client) -> dict[int, str]:
    return {component["id"]: component["type"] for component in client.get("/config").json()["components"]}


def test_no_event_reads_a_file_of_the_computer(office: Office) -> None:
    secret = file_at(str(office.assistant.settings.home / "catalog.db"))
    with office.person("读") as reader:
        kind, asked = kinds(reader), []
        for event in events(reader):
            for at, component in enumerate(event["inputs"]):
                if kind[component] != "state":  # what a session holds is not sent
                    data: list[Any] = [None] * len(event["inputs"])
                    data[at] = [secret] if kind[component] == "uploadbutton" else secret
                    asked.append((event, data))
        assert len(asked) > 20
        ended = told_of(reader, asked)
    assert not any(each["success"] for each in ended)
    assert "uploads-" not in json.dumps(ended)


@pytest.mark.parametrize("path", ["/etc/hostname", "{home}/catalog.db", "http://127.0.0.1/x.txt", "data:,x"])
def test_the_upload_button_takes_only_what_was_uploaded(office: Office, path: str) -> None:
    waiting = {item.id for item in office.assistant.desk.items()}
    with office.person("编") as editor:
        kind = kinds(editor)
        [event] = [each for each in events(editor) if "uploadbutton" in map(kind.get, each["inputs"])]
        named = file_at(path.format(home=office.assistant.settings.home))
        data = [[named] if kind[each] == "uploadbutton" else None for each in event["inputs"]]
        assert not any(each["success"] for each in told_of(editor, [(event, data)]))
    assert {item.id for item in office.assistant.desk.items()} == waiting


def test_what_was_uploaded_is_taken(office: Office) -> None:
    with office.person("编") as editor:
        kind = kinds(editor)
        [event] = [each for each in events(editor) if "uploadbutton" in map(kind.get, each["inputs"])]
        sent = {"files": ("真的计划.txt", "云溪县计划\n一、工作\n做好工作。".encode())}
        [path] = editor.post("/gradio_api/upload", files=sent).json()
        assert Path(path).name == "真的计划.txt"
        data = [[file_at(path)] if kind[each] == "uploadbutton" else None for each in event["inputs"]]
        assert [each["success"] for each in told_of(editor, [(event, data)])] == [True]
    assert "真的计划.txt" in {item.name for item in office.assistant.desk.items()}

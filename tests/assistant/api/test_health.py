from pathlib import Path
from typing import cast

import httpx

from assistant.api.health import health
from assistant.assistant import Assistant
from assistant.settings import Settings


def test_a_library_that_can_be_asked_is_healthy(client: httpx.Client) -> None:
    told = client.get("/health")
    assert told.status_code == 200
    assert told.json() == {"status": "ok", "library": "ok", "index": "ok", "model": "ok", "chat_model": "off"}


def test_each_part_that_does_not_work_is_named_and_no_more(tmp_path: Path) -> None:
    settings = Settings(
        home=tmp_path, embedding=str(tmp_path / "没有"), llm_base_url="http://127.0.0.1:9/v1", llm_model="m"
    )
    with Assistant.open(settings) as assistant:
        assert health(assistant) == {
            "status": "fault",
            "library": "ok",
            "index": "fault",
            "model": "fault",
            "chat_model": "on",
        }


def test_faults_are_told_with_the_status_of_a_service_that_is_not_available() -> None:
    class Broken:
        has_chat_model = False

        @property
        def parts(self) -> dict[str, object]:
            return {"library": lambda: 1 / 0}

    from starlette.applications import Starlette
    from starlette.routing import Route
    from starlette.testclient import TestClient

    from assistant.api.health import health_route

    app = Starlette(routes=[Route("/health", health_route(cast(Assistant, Broken())))])
    told = TestClient(app).get("/health")
    assert (told.status_code, told.json()["library"]) == (503, "fault")

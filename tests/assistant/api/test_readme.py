import json
import re

import httpx
import pytest

from assistant.api.functions import NAMES, function_of
from tests.assistant.api.readme import ADDRESS, call_of, section
from tests.assistant.api.test_tools import with_client
from tests.test_docs import ROOT, between, keys

README = ROOT / "README.md"


def test_readme_shows_every_function() -> None:
    assert section() in between("programs")


@pytest.mark.parametrize("command", re.findall(r"^curl .*$", between("programs"), re.MULTILINE))
def test_a_command_of_the_readme_gives_a_result(command: str, client: httpx.Client) -> None:
    path, sent = call_of(command)
    told = client.post(path, json=sent)
    assert told.status_code == 200
    result = told.json()["data"][0]
    assert result.get("citations") or result.get("passages") or result.get("outline")


def test_the_configuration_for_a_client_in_the_readme_leads_to_the_tools(address: str) -> None:
    [shown] = re.findall(r'\{"mcpServers".*\}', between("programs"))
    url = json.loads(shown)["mcpServers"]["workplan"]["url"]
    assert url == f"{ADDRESS}/mcp"

    async def names(session: object) -> tuple[str, ...]:
        return tuple(tool.name for tool in (await session.list_tools()).tools)  # type: ignore[attr-defined]

    assert with_client(address, names) == NAMES


def test_the_python_of_the_readme_gets_an_answer(address: str) -> None:
    from gradio_client import Client

    [call] = re.findall(r'Client\("[^"]+"\)\.predict\("([^"]+)", api_name="/ask"\)', between("programs"))
    answer = Client(address, verbose=False).predict(call, api_name="/ask")
    assert answer["citations"]


def test_readme_names_every_key_of_the_results_of_programs_alone(client: httpx.Client) -> None:
    for name in ("duties", "compare"):
        [row] = re.findall(rf"^\| `{name}` \| .* \| `(.*)` \|$", README.read_text("utf-8"), re.MULTILINE)
        example = function_of(name).example
        result = client.post(f"/gradio_api/run/{name}", json=dict(example)).json()["data"][0]
        if name == "compare":
            result["citations"] = []
        assert set(re.findall(r'"(\w+)"', row)) == keys(result), name

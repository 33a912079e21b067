"""The README's section for programs, made from the functions themselves."""

import json
import shlex
from typing import Any

from assistant.api.functions import FUNCTIONS, Function

ADDRESS = "http://127.0.0.1:7860"


def section() -> str:
    """The commands that show every function, as the README prints them."""
    return "```sh\n" + "\n".join(map(_curl, FUNCTIONS)) + "\n```"


def call_of(command: str) -> tuple[str, Any]:
    """Path and JSON of a curl command."""
    words = shlex.split(command)
    return words[1].removeprefix(ADDRESS), json.loads(words[words.index("--json") + 1])


def _curl(function: Function[Any]) -> str:
    sent = json.dumps(function.example, ensure_ascii=False)
    return f"curl {ADDRESS}/gradio_api/run/{function.name} --json '{sent}'"

"""The web app where people log in: in a process of its own, asked over real HTTP."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from assistant.accounts import Role
from assistant.assistant import Assistant

ROOT = Path(__file__).parents[3]

PASSWORD = "很长的密码-12"
PAGE = {"accept": "text/html,application/xhtml+xml"}


@dataclass(frozen=True)
class Office:
    """A running app with an admin 管, an editor 编, readers 读 and 旁, and two more readers:
    停, who is disabled, and 猜, whose password is guessed at until nobody may log in by that name.

    `assistant` is over the same library, in this process.
    """

    address: str
    assistant: Assistant

    def visitor(self, **headers: str) -> httpx.Client:
        """Somebody who is not logged in."""
        return httpx.Client(base_url=self.address, headers=headers, trust_env=False, timeout=20)

    @contextmanager
    def person(self, name: str) -> Iterator[httpx.Client]:
        """Somebody logged in by the form of the page."""
        with self.visitor() as client:
            assert log_in(client, name).status_code == 303
            yield client


def log_in(client: httpx.Client, name: str, password: str = PASSWORD, **fields: str) -> httpx.Response:
    return client.post("/login", data={"username": name, "password": password, **fields}, headers=PAGE)


def hire(assistant: Assistant) -> None:
    for name, role in (("管", Role.ADMIN), ("编", Role.EDITOR)):
        assistant.accounts.add(name, role, PASSWORD)
    for name in ("读", "旁", "停", "猜"):
        assistant.accounts.add(name, Role.READER, PASSWORD)
    assistant.accounts.disable("停")


@contextmanager
def running(assistant: Assistant) -> Iterator[Office]:
    """Serve the library of an Assistant, where people log in, until the block ends."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        port = found.getsockname()[1]
    home = assistant.settings.home
    settings = {"WORKPLAN_HOME": str(home), "WORKPLAN_PORT": str(port), "WORKPLAN_AUTH": "on"}
    command = [sys.executable, ROOT / "app.py"]
    with subprocess.Popen(
        command, env=os.environ | settings, cwd=home, stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout
        assert "工作计划助手已启动" in server.stdout.readline()
        yield Office(f"http://127.0.0.1:{port}", assistant)
        server.terminate()
        assert server.wait(timeout=20) == 0

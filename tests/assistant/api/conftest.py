"""The web app over the sample documents, in a process of its own."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from assistant.assistant import Assistant

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="session")
def address(samples: Assistant, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with socket.create_server(("127.0.0.1", 0)) as found:
        port = found.getsockname()[1]
    settings = {"WORKPLAN_HOME": str(samples.settings.home), "WORKPLAN_PORT": str(port)}
    with subprocess.Popen(
        [sys.executable, ROOT / "app.py"],
        env=os.environ | settings,
        cwd=tmp_path_factory.mktemp("served"),
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout
        assert "已启动" in process.stdout.readline()
        yield f"http://127.0.0.1:{port}"
        process.terminate()
        assert process.wait(timeout=20) == 0


@pytest.fixture
def client(address: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=address, timeout=60) as opened:
        yield opened

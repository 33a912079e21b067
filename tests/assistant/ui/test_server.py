import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.ui.server import listen
from ingest.errors import SettingsError


def test_a_taken_port_is_one_line_with_the_remedy() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(SettingsError, match=f"127.0.0.1:{port}：端口已被占用.*WORKPLAN_PORT"):
            listen("127.0.0.1", port)


def test_an_address_of_another_computer_is_refused() -> None:
    with pytest.raises(SettingsError, match="这台电脑没有这个地址"):
        listen("192.0.2.1", 0)


def test_serve_tells_its_address_as_json_and_ends_quietly(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
    environment = os.environ | {"WORKPLAN_HOME": str(tmp_path), "WORKPLAN_PORT": str(port)}
    command = [sys.executable, "-m", "app", "--json"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as server:
        assert server.stdout is not None
        assert server.stderr is not None
        told = server.stdout.readline()
        server.terminate()
        complaints = server.stderr.read()
    assert json.loads(told) == {"address": f"http://127.0.0.1:{port}"}
    assert (server.returncode, complaints) == (0, b"")

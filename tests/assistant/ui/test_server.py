import socket

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

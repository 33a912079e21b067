from collections.abc import Iterator

import pytest

from tests.assistant.openai_server import OpenAIServer, serve


@pytest.fixture
def server() -> Iterator[OpenAIServer]:
    with serve() as script:
        yield script

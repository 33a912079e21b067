from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from assistant.settings import Settings
from tests.assistant.openai_server import OpenAIServer, serve
from tests.assistant.shelf import write_plans


@pytest.fixture
def server() -> Iterator[OpenAIServer]:
    with serve() as script:
        yield script


@pytest.fixture(scope="session")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """An Assistant over three short plans; tests must not change its library."""
    folder = tmp_path_factory.mktemp("shelf")
    with Assistant.open(Settings(home=folder / "home")) as assistant:
        assistant.keeper.ingest([write_plans(folder / "plans")])
        yield assistant


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """An Assistant over the sample documents; tests must not change its library."""
    with Assistant.open(Settings(home=tmp_path_factory.mktemp("samples"))) as assistant:
        assistant.keeper.ingest_samples()
        yield assistant

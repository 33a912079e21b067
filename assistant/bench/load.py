"""Many people asking at once, half on the page and half as programs, into a table of waits and memory.

Nobody takes time to think: who is answered asks the next question, which nobody has asked before, and who is
on the page begins a new conversation after ten. So N people with M answers a second wait N / M seconds each.
`python -m assistant.bench.load [--people N] [--questions N] [--passages N]`; the server is a process apart.
"""

import argparse
import asyncio
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
from rich.console import Console
from rich.table import Table

from assistant.assistant import Assistant
from assistant.bench.asking import Ask, ask_as_program, page_of
from assistant.bench.plans import questions, write_plans
from assistant.settings import Settings

_APP = Path(__file__).parents[2] / "app.py"
_WARM = 0.1
"""Share of the questions after which memory counts as that of a warm server."""


@dataclass(slots=True)
class Measured:
    """What a run came to.

    :param ready: seconds from the start of the process until it says that it is usable.
    :param waits: seconds from question to answer.
    :param errors: what came back in place of an answer.
    :param megabytes: memory of the server when it was ready, warm and at the end.
    """

    ready: float
    waits: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    megabytes: list[float] = field(default_factory=list)
    seconds: float = 0.0
    cpu: float = 0.0


def main() -> None:
    """Fill a library with generated plans, start the web app over it and let people ask."""
    parser = argparse.ArgumentParser(prog="python -m assistant.bench.load", description=main.__doc__)
    parser.add_argument("--people", type=int, default=50, help="who ask at once, each again when answered")
    parser.add_argument("--questions", type=int, default=5_000, help="asked in all")
    parser.add_argument("--passages", type=int, default=10_000, help="in the library")
    parser.add_argument("--home", type=Path, help="a library to ask in place of a generated one")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        home = chosen.home or _library(Path(name), chosen.passages)
        with _server(Path(name), home) as (address, process, ready):
            measured = asyncio.run(_measure(address, process, ready, chosen.people, chosen.questions))
    Console().print(_table(measured, chosen.people))
    sys.exit(bool(measured.errors))


def _library(folder: Path, passages: int) -> Path:
    plans = folder / "plans"
    plans.mkdir()
    write_plans(plans, passages)
    with Assistant.open(Settings(home=folder / "home")) as assistant:
        assistant.keeper.ingest([plans])
    return folder / "home"


@contextmanager
def _server(folder: Path, home: Path) -> Iterator[tuple[str, "subprocess.Popen[bytes]", float]]:
    """The web app in a process of its own, once it is usable: its address, and seconds that took."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        port = found.getsockname()[1]
    (folder / ".env").write_text(f"WORKPLAN_HOME={home}\nWORKPLAN_PORT={port}\n", encoding="utf-8")
    start, address = time.perf_counter(), f"http://127.0.0.1:{port}"
    with subprocess.Popen([sys.executable, _APP], cwd=folder, stdout=subprocess.DEVNULL) as process:
        try:
            while not _is_usable(address):
                time.sleep(0.05)
            yield address, process, time.perf_counter() - start
        finally:
            process.terminate()


def _is_usable(address: str) -> bool:
    try:
        return httpx.get(f"{address}/health", timeout=30).status_code == 200
    except httpx.TransportError:
        return False


async def _measure(
    address: str, process: "subprocess.Popen[bytes]", ready: float, people: int, count: int
) -> Measured:
    import psutil  # noqa: PLC0415

    server, measured = _Processes(psutil.Process(process.pid)), Measured(ready)
    waiting = iter(questions(count))

    async def person(client: httpx.AsyncClient, ask: Ask) -> None:
        for question in waiting:
            start = time.perf_counter()
            try:
                await ask(client, question)
            except (httpx.HTTPError, ValueError) as error:
                measured.errors.append(f"{question}: {error!r}")
            measured.waits.append(time.perf_counter() - start)
            if len(measured.waits) == int(_WARM * count):
                measured.megabytes.append(server.megabytes())

    measured.megabytes.append(server.megabytes())
    start, spent = time.perf_counter(), server.seconds()
    async with _clients(address, people) as clients:
        open_page = await page_of(clients[0])
        ways: list[Ask] = [ask_as_program if at % 2 else open_page() for at in range(people)]
        await asyncio.gather(*map(person, clients, ways))
    measured.seconds, measured.cpu = time.perf_counter() - start, server.seconds() - spent
    measured.megabytes.append(server.megabytes())
    return measured


@dataclass(frozen=True, slots=True)
class _Processes:
    """The server with the processes it has started."""

    first: Any

    def megabytes(self) -> float:
        """Memory that is resident, what they share counted for each."""
        return float(sum(each.memory_info().rss for each in self._all()) / 1e6)

    def seconds(self) -> float:
        """CPU they have spent."""
        return float(sum(sum(each.cpu_times()[:2]) for each in self._all()))

    def _all(self) -> list[Any]:
        return [self.first, *self.first.children(recursive=True)]


@asynccontextmanager
async def _clients(address: str, people: int) -> AsyncIterator[Sequence[httpx.AsyncClient]]:
    """A client for each person, with connections of its own."""
    clients = [httpx.AsyncClient(base_url=address, timeout=60) for _ in range(people)]
    try:
        yield clients
    finally:
        await asyncio.gather(*(client.aclose() for client in clients))


def _table(measured: Measured, people: int) -> Table:
    """Lay out what was measured."""
    count = len(measured.waits)
    table = Table("measure", "value", title=f"{count:,} questions, {people} people at once")
    table.columns[1].justify = "right"
    ready, warm, end = measured.megabytes
    for name, value in (
        ("server usable after", f"{measured.ready:.1f} s"),
        ("errors", str(len(measured.errors))),
        ("answer p50", f"{statistics.median(measured.waits):.2f} s"),
        ("answer p95", f"{statistics.quantiles(measured.waits, n=20)[-1]:.2f} s"),
        ("answer max", f"{max(measured.waits):.2f} s"),
        ("answers", f"{count / measured.seconds:.1f} /s"),
        ("CPU of the server", f"{1000 * measured.cpu / count:.0f} ms each"),
        ("memory when usable", f"{ready:.0f} MB"),
        (f"memory after {_WARM:.0%} of the questions", f"{warm:.0f} MB"),
        ("memory at the end", f"{end:.0f} MB"),
    ):
        table.add_row(name, value)
    return table


if __name__ == "__main__":
    main()

"""The same texts into our library and into the usual set-up, each in fresh processes: memory and speed."""

import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from assistant.bench.plans import write_plans
from assistant.bench.side import Ingested, Searched

SIDES = ("ours", "peer")


def measure(sizes: list[int], texts: Path | None, console: Console) -> None:
    """Print ingest and search of both sides at each size.

    :param sizes: passages.
    :param texts: a folder of `.txt` files to measure with in place of generated plans, as it is.
    """
    ingest = _table("asked for", "stored", "chars/s", "passages/s", "in Chroma", "x peer")
    search = _table("stored", "open s", "MB", "search p50", "p95 ms", "answer p50", "p95 ms", "x peer")
    for size, folder in _folders(sizes, texts):
        with tempfile.TemporaryDirectory() as name:
            homes = {side: Path(name) / side for side in SIDES}
            stored = {side: Ingested(**_run(side, "ingest", homes[side], folder)) for side in SIDES}
            asked = {side: Searched(**_run(side, "search", homes[side], folder)) for side in SIDES}
        for side in SIDES:
            ingest.add_row(side, size, *_ingest_row(stored[side], stored["peer"]))
            search.add_row(side, f"{stored[side].passages:,}", *_search_row(asked[side], asked["peer"]))
    console.print(ingest, search)


def _folders(sizes: list[int], texts: Path | None) -> Iterator[tuple[str, Path]]:
    if texts is not None:
        yield texts.name, texts
        return
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            write_plans(Path(name), size)
            yield f"{size:,}", Path(name)


def _run(side: str, step: str, home: Path, texts: Path) -> dict[str, Any]:
    home.mkdir(exist_ok=True)
    command = [sys.executable, "-m", "assistant.bench.side", side, step, str(home), str(texts)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def _table(*columns: str) -> Table:
    table = Table("side", *columns)
    for column in table.columns[1:]:
        column.justify = "right"
    return table


def _ingest_row(own: Ingested, peer: Ingested) -> list[str]:
    speed = own.characters / own.seconds
    return [
        f"{own.passages:,}",
        f"{speed:,.0f}",
        f"{own.passages / own.seconds:,.0f}",
        f"{own.in_chroma / own.seconds:.0%}",
        f"{speed / (peer.characters / peer.seconds):.2f}",
    ]


def _search_row(own: Searched, peer: Searched) -> list[str]:
    return [
        f"{own.opening:.1f}",
        f"{own.megabytes:.0f}",
        *_quantiles(own.searches),
        *(_quantiles(own.answers) if own.answers else ("", "")),
        f"{statistics.median(peer.searches) / statistics.median(own.searches):.1f}",
    ]


def _quantiles(seconds: list[float]) -> tuple[str, str]:
    """Median and 95th percentile in milliseconds."""
    return f"{1000 * statistics.median(seconds):.1f}", f"{1000 * statistics.quantiles(seconds, n=20)[-1]:.1f}"

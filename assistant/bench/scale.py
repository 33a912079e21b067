"""The same texts into our library and into the usual set-up, each in fresh processes: memory and speed."""

import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from rich.console import Console
from rich.table import Table

from assistant.bench.plans import write_plans, write_samples
from assistant.bench.side import Ingested, Searched

Figures = TypeVar("Figures", Ingested, Searched)
SIDES = ("ours", "peer")
_SECONDS = 3600
"""What a step may take; a side that is not done by then is said not to be, and asked no more."""


def measure(sizes: list[int], texts: Path | None, console: Console) -> None:
    """Print ingest and search of both sides at each size.

    :param sizes: passages.
    :param texts: a folder of `.txt` files to measure with in place of generated plans, as it is; the
        questions are then over nothing that is stored.
    """
    ingest = _table("asked for", "stored", "chars/s", "passages/s", "CPU s", "in Chroma", "x peer")
    search = _table(
        "stored", "open s", "MB", "E@1", "E@5", "search p50", "p95 ms", "answer p50", "p95 ms", "x peer"
    )
    for size, folder in _folders(sizes, texts):
        with tempfile.TemporaryDirectory() as name:
            homes = {side: Path(name) / side for side in SIDES}
            stored = {side: _step(Ingested, side, "ingest", homes[side], folder) for side in SIDES}
            asked = {
                side: _step(Searched, side, "search", homes[side], folder) if stored[side] else None
                for side in SIDES
            }
        for side in SIDES:
            ingest.add_row(side, size, *_ingest_row(stored[side], stored["peer"]))
            search.add_row(side, *_search_row(stored[side], asked[side], asked["peer"]))
    console.print(ingest, search)


def _folders(sizes: list[int], texts: Path | None) -> Iterator[tuple[str, Path]]:
    if texts is not None:
        yield texts.name, texts
        return
    for size in sizes:
        with tempfile.TemporaryDirectory() as name:
            write_plans(Path(name), size)
            write_samples(Path(name))
            yield f"{size:,}", Path(name)


def _step(kind: type[Figures], side: str, step: str, home: Path, texts: Path) -> Figures | None:
    """Do a step in a process of its own; None when it fails or takes too long, which is told on the way."""
    home.mkdir(exist_ok=True)
    command = [sys.executable, "-m", "assistant.bench.side", side, step, str(home), str(texts)]
    try:
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, timeout=_SECONDS)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        sys.stderr.write(f"{side} did not finish its {step} of {texts}: {error}\n")
        return None
    return kind(**json.loads(done.stdout))


def _table(*columns: str) -> Table:
    table = Table("side", *columns)
    for column in table.columns[1:]:
        column.justify = "right"
    return table


def _ingest_row(own: Ingested | None, peer: Ingested | None) -> list[str]:
    if own is None:
        return ["not finished"]
    speed = own.characters / own.seconds
    return [
        f"{own.passages:,}",
        f"{speed:,.0f}",
        f"{own.passages / own.seconds:,.0f}",
        f"{own.processor:.1f}",
        f"{own.in_chroma / own.seconds:.0%}",
        f"{speed / (peer.characters / peer.seconds):.2f}" if peer else "",
    ]


def _search_row(stored: Ingested | None, own: Searched | None, peer: Searched | None) -> list[str]:
    if stored is None or own is None:
        return ["not finished"]
    return [
        f"{stored.passages:,}",
        f"{own.opening:.1f}",
        f"{own.megabytes:.0f}",
        f"{own.first:.3f}",
        f"{own.five:.3f}",
        *_quantiles(own.searches),
        *(_quantiles(own.answers) if own.answers else ("", "")),
        f"{statistics.median(peer.searches) / statistics.median(own.searches):.1f}" if peer else "",
    ]


def _quantiles(seconds: list[float]) -> tuple[str, str]:
    """Median and 95th percentile in milliseconds."""
    return f"{1000 * statistics.median(seconds):.1f}", f"{1000 * statistics.quantiles(seconds, n=20)[-1]:.1f}"

"""Two thousand damaged files of all formats: each is read or refused, none crashes, hangs or eats memory."""

import json
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from typing import Any

from ingest import errors
from tests.ingest.mutation_worker import COUNT

ROOT = Path(__file__).parents[2]
WORKERS = 2
LONGEST = 10.0
TO_START = 120.0  # seconds: a worker imports every parser and makes its sound files first
MOST_MEGABYTES = 1024
KNOWN = {"read", *(name for name in vars(errors) if name[0].isupper())}

Outcome = dict[str, Any]


def test_damaged_files_are_read_or_refused_within_bounds(tmp_path: Path) -> None:
    with ThreadPoolExecutor(WORKERS) as pool:
        parts = list(pool.map(lambda first: list(outcomes(tmp_path, first)), range(WORKERS)))
    found = [outcome for part in parts for outcome in part]
    assert sorted(outcome["number"] for outcome in found) == list(range(COUNT))
    faults = [outcome for outcome in found if not is_fine(outcome)]
    assert not faults, "\n".join(f"{outcome['number']}: {outcome}" for outcome in faults)
    assert COUNT / 5 < sum(outcome["result"] == "read" for outcome in found) < COUNT * 4 / 5


def is_fine(outcome: Outcome) -> bool:
    return (
        outcome["result"] in KNOWN
        and outcome["seconds"] <= LONGEST
        and outcome["megabytes"] <= MOST_MEGABYTES
    )


def outcomes(folder: Path, first: int) -> Iterator[Outcome]:
    """What became of every file of one worker; behind a file that kills or hangs it, another one goes on."""
    number = first
    while number < COUNT:
        command = [sys.executable, "-m", "tests.ingest.mutation_worker", folder, number, WORKERS]
        with subprocess.Popen(list(map(str, command)), cwd=ROOT, stdout=subprocess.PIPE, text=True) as worker:
            for line in timely_lines(worker):
                yield json.loads(line)
                number += WORKERS
        if number < COUNT:
            result = f"worker ended with {worker.returncode}"
            yield {"number": number, "result": result, "seconds": 0.0, "megabytes": 0}
            number += WORKERS


def timely_lines(worker: "subprocess.Popen[str]") -> Iterator[str]:
    """The lines a process writes until it ends; it is killed when it writes none for too long."""
    lines: Queue[str] = Queue()

    def pass_on() -> None:
        for line in worker.stdout or ():
            lines.put(line)
        lines.put("")

    Thread(target=pass_on).start()
    patience = TO_START
    try:
        while line := lines.get(timeout=patience):
            yield line
            patience = 2 * LONGEST
    except Empty:
        worker.kill()

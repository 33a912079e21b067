"""`python -m tests.ingest.mutation_worker FOLDER FIRST STEP`: numbers into damaged files, read one by one."""

import json
import resource
import sys
import time
import traceback
from collections.abc import Sequence
from pathlib import Path
from random import Random

from ingest.errors import WorkPlanError
from ingest.reader import read_document
from tests.ingest import phrases, plan_tables, plans
from tests.ingest.invariants import check
from tests.ingest.mutations import monotonous, mutate
from tests.ingest.plan_files import WRITERS
from tests.ingest.plan_tables import TABLES

COUNT = 2000
SAMPLES = Path(__file__).parents[2] / "data" / "samples"
_CONVERTED = ".rtf"
"""A format that LibreOffice converts, which takes seconds: one file in `_SELDOM` is of it."""
_SELDOM = 400
_TEXTS = (".txt", ".md", ".html")
_MONOTONOUS = 0.05


def main() -> None:
    """Read every STEP-th file from FIRST on and print a line of JSON for each."""
    folder, first, step = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    bases = _bases()
    for number in range(first, COUNT, step):
        path = _write(folder, number, bases)
        start = time.perf_counter()
        result = _read(path)
        outcome = {
            "number": number,
            "file": path.name,
            "result": result,
            "seconds": round(time.perf_counter() - start, 3),
            "megabytes": _most_memory(),
        }
        sys.stdout.write(json.dumps(outcome) + "\n")
        sys.stdout.flush()
        path.unlink()


def _most_memory() -> int:
    """The most memory this process has held, in megabytes, but for what its parent held before it."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    (peak,) = (line.split()[1] for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return int(peak) // 1024


def _bases() -> dict[str, list[bytes]]:
    """Sound files by suffix: the samples, and a generated plan in every format and encoding."""
    bases: dict[str, list[bytes]] = {}
    for path in sorted(path for path in SAMPLES.rglob("*") if path.is_file()):
        bases.setdefault(path.suffix, []).append(path.read_bytes())
    for suffix, write in WRITERS.items():
        bases.setdefault(f".{suffix}", []).append(write(plans.EXAMPLE.lines))
    for suffix, write_table in TABLES.items():
        bases.setdefault(f".{suffix}", []).append(write_table(plan_tables.EXAMPLE))
    page = "\n".join(plans.EXAMPLE.texts)
    bases[".txt"] += [page.encode(encoding) for encoding in ("utf-8-sig", "gb18030", "utf-16", "utf-32")]
    bases[_CONVERTED] = [_rtf(plans.EXAMPLE.texts)]
    return bases


def _rtf(texts: Sequence[str]) -> bytes:
    """A paragraph a line, every character by its number."""
    paragraphs = ("".join(f"\\u{ord(char)}?" for char in text) for text in texts)
    return ("{\\rtf1\\ansi " + "\\par ".join(paragraphs) + "}").encode()


def _write(folder: Path, number: int, bases: dict[str, list[bytes]]) -> Path:
    random = Random(number)
    usual = sorted(bases.keys() - {_CONVERTED})
    suffix = usual[number % len(usual)] if number % _SELDOM else _CONVERTED
    other = random.choice(bases[random.choice(usual)])
    damaged = mutate(random, random.choice(bases[suffix]), other)
    if suffix in _TEXTS and random.random() < _MONOTONOUS:
        damaged = monotonous(random, phrases.PIECES)
    name = suffix if random.random() < 0.9 else random.choice(usual)
    path = folder / f"{number}{name}"
    path.write_bytes(damaged)
    return path


def _read(path: Path) -> str:
    """What became of a file: `read`, the name of a documented error, or the traceback of any other."""
    try:
        check(read_document(path, path.name))
    except WorkPlanError as error:
        return type(error).__name__
    except Exception:
        return traceback.format_exc()
    return "read"


if __name__ == "__main__":
    main()

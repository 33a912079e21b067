"""`python -m assistant.bench [SIZE...] [--texts FOLDER]`: every measurement of this project as tables."""

import argparse
from pathlib import Path

from rich.console import Console

from assistant.bench import quality, scale
from ingest.bench import print_reading

_SIZES = (1_000, 10_000, 100_000)
_WIDEST_TABLE = 120
"""Columns; a table printed into a file or a narrow window would else lose its figures."""


def main() -> None:
    """Measure reading, then quality, then ingest and search at each size, ours beside the usual set-up."""
    parser = argparse.ArgumentParser(prog="python -m assistant.bench", description=main.__doc__)
    parser.add_argument("sizes", metavar="SIZE", type=int, nargs="*", help="passages of generated plans")
    parser.add_argument("--texts", type=Path, help="a folder of .txt files in place of generated plans")
    chosen = parser.parse_args()
    console = Console()
    console = Console(width=max(console.width, _WIDEST_TABLE))
    print_reading([], console)
    quality.measure(console)
    scale.measure(chosen.sizes or list(_SIZES), chosen.texts, console)


if __name__ == "__main__":
    main()

"""A process killed in the middle of a change leaves the old library or the new one, nothing between."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest import pipeline
from ingest.embed import TextEmbeddings
from ingest.library import Library
from ingest.pipeline import ingest

Agree = Callable[[Library, TextEmbeddings], None]
WritePlan = Callable[..., None]

KILLED_AT = """
import os, signal, sys
from pathlib import Path
from {module} import {owner}
from ingest import pipeline
from ingest.embed import open_embeddings
from ingest.library import Library

original = {owner}.{method}
def die(*arguments, **options):
    if {after}:
        original(*arguments, **options)
    os.kill(os.getpid(), signal.SIGKILL)
{owner}.{method} = die
with Library.open(Path(sys.argv[1])) as library:
    pipeline.ingest([Path(sys.argv[2])], library, open_embeddings())
"""


@pytest.mark.parametrize(
    ("module", "owner", "method", "after", "is_published"),
    [
        ("ingest.index.words", "Words", "add", True, False),
        ("ingest.index.vectors", "Vectors", "add", True, False),
        ("ingest.index.catalog", "Catalog", "publish", True, True),
    ],
)
def test_a_kill_at_any_step_leaves_the_old_or_the_new_library(
    folder: Path,
    library: Library,
    model: TextEmbeddings,
    module: str,
    owner: str,
    method: str,
    after: bool,
    is_published: bool,
    assert_stores_agree: Agree,
    write_plan: WritePlan,
) -> None:
    ingest([folder], library, model)
    write_plan(folder / "2023.txt", 2023, "食堂采购")
    write_plan(folder / "2024.txt", 2024)
    script = KILLED_AT.format(module=module, owner=owner, method=method, after=after)
    command = [sys.executable, "-c", script, library.home, folder]
    killed = subprocess.run(command, cwd=Path(pipeline.__file__).parents[1])
    assert killed.returncode == -signal.SIGKILL

    assert_stores_agree(library, model)
    assert library.catalog.counts().documents == (3 if is_published else 2)
    assert ("食堂采购" in library.catalog.document("2023.txt").text) is is_published
    ingest([folder], library, model)
    assert_stores_agree(library, model)
    assert library.catalog.counts().documents == 3
    assert len(os.listdir(library.home / "index")) == 2

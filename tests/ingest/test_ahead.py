"""Many files are read by worker processes, to the same library; one that kills its worker harms no other."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest import ahead, pipeline
from ingest.ahead import Job, Pending, Workers, read_entry
from ingest.embed import TextEmbeddings
from ingest.errors import ReadError, UnreadableText
from ingest.library import Library
from ingest.parse.read import LARGEST
from ingest.pipeline import ingest
from ingest.report import Status

WritePlan = Callable[..., None]


def job(path: Path) -> Job:
    return Job(path, path.name, LARGEST, 400, "1")


def crash(job: Job) -> None:
    signal.raise_signal(signal.SIGSEGV)


def hang(job: Job) -> None:
    signal.pause()


def test_a_worker_reads_what_this_process_reads(folder: Path) -> None:
    path = folder / "2023.txt"
    with Workers() as workers:
        read = workers.start(job(path))()
    here = read_entry(job(path))
    assert (read.document, read.chunks, read.signature) == (here.document, here.chunks, here.signature)


def test_what_was_read_waits_on_a_shelf_that_is_empty_before_and_after(folder: Path, tmp_path: Path) -> None:
    path, shelf = folder / "2023.txt", tmp_path / "shelf"
    shelf.mkdir()
    (shelf / "left by one that was killed").write_text("", encoding="utf-8")
    with Workers(shelf) as workers:
        wanted, unwanted = workers.start(job(path)), workers.start(job(folder / "旧" / "2022.txt"))
        assert wanted().document == read_entry(job(path)).document
        assert unwanted().info.doc == "2022.txt"
        assert list(shelf.iterdir()) == []
        workers.start(job(path))
    assert not shelf.exists()


def test_an_error_of_reading_comes_back_from_the_worker(tmp_path: Path) -> None:
    with Workers() as workers:
        pending = workers.start(job(tmp_path / "没有.txt"))
        with pytest.raises(ReadError, match=r"没有\.txt"):
            pending()


def test_a_file_that_crashes_its_worker_is_named_and_the_next_is_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Workers() as workers:
        with monkeypatch.context() as patch:
            patch.setattr(ahead, "read_entry", crash)
            broken = workers.start(job(folder / "2023.txt"))
        whole = workers.start(job(folder / "旧" / "2022.txt"))
        with pytest.raises(UnreadableText, match=r"崩溃.*2023\.txt"):
            broken()
        assert whole().info.doc == "2022.txt"


def test_a_file_that_takes_too_long_is_given_up(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "_SECONDS", 1)
    monkeypatch.setattr(ahead, "read_entry", hang)
    with Workers() as workers, pytest.raises(UnreadableText, match=r"超过 1 秒.*2023\.txt"):
        workers.start(job(folder / "2023.txt"))()


_INTERRUPTED = """
import sys
import time
from pathlib import Path
from ingest.ahead import Job, Workers
try:
    with Workers() as workers:
        pending = workers.start(Job(Path(sys.argv[1]), "2023.txt", 9999, 400, "1"))
        time.sleep(float(sys.argv[2]))
        print("started", flush=True)
        sys.stdin.read()
except KeyboardInterrupt:
    print("stopped", flush=True)
"""


@pytest.mark.skipif(os.name == "nt", reason="process groups are told to stop in another way on Windows")
@pytest.mark.parametrize("later", ["0", "0.2", "0.5", "1"])
def test_ctrl_c_while_workers_start_is_seen_by_the_main_process_alone(folder: Path, later: str) -> None:
    command = [sys.executable, "-c", _INTERRUPTED, str(folder / "2023.txt"), later]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "started\n"
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (out, err) == ("stopped\n", "")


def test_many_files_make_the_library_that_few_at_a_time_make(
    library: Library, tmp_path: Path, model: TextEmbeddings, write_plan: WritePlan
) -> None:
    folder = tmp_path / "many"
    for year in range(2001, 2021):
        write_plan(folder / f"{year}.txt", year, detail=f"第{year}号")
    (folder / "2005b.txt").write_bytes((folder / "2005.txt").read_bytes())
    (folder / "2006b.docx").write_bytes(b"PK\x03\x04")
    at_once = ingest([folder], library, model)
    statuses = [file.status for file in at_once.files]
    assert statuses.count(Status.ADDED) == 20
    assert statuses.count(Status.DUPLICATE) == statuses.count(Status.FAILED) == 1
    with Library.open(tmp_path / "other") as other:
        for path in sorted(folder.iterdir()):
            ingest([path], other, model)
        for info in other.catalog.documents():
            assert library.catalog.document(info.doc) == other.catalog.document(info.doc)
        assert library.catalog.counts() == other.catalog.counts()


@pytest.mark.parametrize(
    ("another", "short", "with_workers"),
    [(b"", 10**6, False), (b"", 10**3, True), (b"%PDF-1.7 by another name", 10**6, True)],
)
def test_short_plain_texts_are_read_without_workers(
    library: Library,
    tmp_path: Path,
    model: TextEmbeddings,
    write_plan: WritePlan,
    monkeypatch: pytest.MonkeyPatch,
    another: bytes,
    short: int,
    with_workers: bool,
) -> None:
    monkeypatch.setattr(pipeline, "_SHORT", short)
    started: list[str] = []
    start = Workers.start

    def noted(workers: Workers, job: Job) -> Pending:
        started.append(job.doc)
        return start(workers, job)

    monkeypatch.setattr(Workers, "start", noted)
    for year in range(2001, 2019):
        write_plan(tmp_path / "many" / f"{year}.txt", year, detail=f"第{year}号")
    (tmp_path / "many" / "2019.txt").write_bytes(another)
    report = ingest([tmp_path / "many"], library, model)
    assert report.count(Status.ADDED) == 18
    assert len(started) == (19 if with_workers else 0)

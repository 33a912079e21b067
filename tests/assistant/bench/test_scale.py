"""The tables tell both sides' figures, and which side did not finish."""

import contextlib
import io
import sys
from pathlib import Path

import pytest
from rich.console import Console

from assistant.bench import __main__ as bench
from assistant.bench import quality, scale
from assistant.bench.side import Ingested, Searched

STORED = Ingested(passages=100, characters=35_000, seconds=7.0, in_chroma=1.4, processor=8.0)
ASKED = Searched(1.0, 300.0, [0.01, 0.02, 0.03], [0.02, 0.03, 0.04], 0.6, 0.8)


def test_a_side_is_compared_with_the_peer() -> None:
    slower = Searched(9.0, 900.0, [0.2, 0.4, 0.6], [], 0.3, 0.5)
    twice = Ingested(100, 35_000, 14.0, 12.0, 13.0)
    assert scale._ingest_row(STORED, twice) == ["100", "5,000", "14", "8.0", "20%", "2.00"]
    row = scale._search_row(STORED, ASKED, slower)
    assert row[:6] == ["100", "1.0", "300", "0.600", "0.800", "20.0"]
    assert row[-1] == "20.0"


def test_a_side_that_did_not_finish_is_said_not_to_have() -> None:
    assert scale._ingest_row(None, STORED) == scale._search_row(STORED, None, ASKED) == ["not finished"]
    assert scale._ingest_row(STORED, None)[-1] == scale._search_row(STORED, ASKED, None)[-1] == ""


def test_a_step_that_fails_is_told_and_asked_for_nothing_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "executable", "false")
    told = io.StringIO()
    scale.measure([], tmp_path, Console(file=told, width=200))
    assert told.getvalue().count("not finished") == 4
    assert "ours did not finish its ingest" in capsys.readouterr().err


def test_no_figure_is_cut_off_in_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    big = Ingested(passages=100_793, characters=31_000_000, seconds=185.0, in_chroma=110.0, processor=345.9)
    slow = Searched(27.0, 2792.0, [0.465, 0.466, 0.8505], [0.4, 0.5, 0.8505], 0.638, 0.833)
    monkeypatch.setattr(scale, "_step", lambda kind, *_: big if kind is Ingested else slow)
    monkeypatch.setattr("sys.argv", ["bench", "--texts", str(tmp_path)])
    monkeypatch.setattr(quality, "measure", lambda console: None)
    monkeypatch.setattr(bench, "print_reading", lambda folders, console: None)
    told = io.StringIO()
    with contextlib.redirect_stdout(told):
        bench.main()
    assert "…" not in told.getvalue()
    assert all(figure in told.getvalue() for figure in ("100,793", "2792", "0.833", "466.0", "answer p50"))

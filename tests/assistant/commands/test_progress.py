"""The bar shows the names of files as they are."""

import pytest

from assistant.commands.progress import bar


def test_brackets_in_a_file_name_are_no_markup(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "120")
    with bar("收入文件") as tick:
        tick(1, 2, "[/2024]要点.txt")
    assert "[/2024]要点.txt" in capsys.readouterr().err


def test_nothing_is_drawn_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with bar("收入文件") as tick:
        tick(1, 2, "要点.txt")
    assert capsys.readouterr().err == ""

from pathlib import Path

import pytest

from ingest.originals import Originals

SHA = "a" * 64


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "要点.txt"
    path.write_text("原文", "utf-8")
    return path


def test_an_original_outlives_the_upload_and_keeps_its_name(tmp_path: Path, file: Path) -> None:
    originals = Originals(tmp_path / "originals")
    place = originals.keep(file, SHA)
    file.unlink()
    assert place.name == "要点.txt"
    assert place.read_text("utf-8") == "原文"
    assert originals.content_of(str(place)) == SHA


def test_a_disk_without_second_names_gets_a_copy(
    tmp_path: Path, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError

    monkeypatch.setattr("os.link", refuse)
    assert Originals(tmp_path / "originals").keep(file, SHA).read_text("utf-8") == "原文"


def test_keeping_again_changes_nothing(tmp_path: Path, file: Path) -> None:
    originals = Originals(tmp_path / "originals")
    assert originals.keep(file, SHA) == originals.keep(file, SHA)


def test_files_elsewhere_are_no_originals(tmp_path: Path, file: Path) -> None:
    assert Originals(tmp_path / "originals").content_of(str(file)) is None


def test_only_what_is_needed_is_kept(tmp_path: Path, file: Path) -> None:
    originals = Originals(tmp_path / "originals")
    needed, other = originals.keep(file, SHA), originals.keep(file, "b" * 64)
    originals.sweep({SHA})
    assert (needed.exists(), other.exists()) == (True, False)

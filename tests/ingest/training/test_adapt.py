import shutil
import warnings
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from ingest import pipeline
from ingest.adapted import AdaptedModels
from ingest.embed import BUNDLED_MODEL, StaticModel, TextEmbeddings, open_embeddings
from ingest.errors import LibraryBusy, LibraryTooSmall
from ingest.index.writer import Writer
from ingest.library import Library
from ingest.training import adapt as adapting
from ingest.training.adapt import Adaptation, Recall, adapt, undo
from ingest.training.lessons import LessonSampler
from ingest.training.tasks import Task, read_tasks, split
from ingest.training.tuning import gradient, tune
from tests.ingest.jargon import ACTIONS, TOWNS, write_library

TOPICS = ["饭堂", "校车", "图书", "消防", "体检", "招生", "考试", "师资"]


@pytest.fixture(autouse=True)
def few_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Steps enough for so small a library."""
    monkeypatch.setattr(adapting, "_STEPS", 15)


@pytest.fixture(scope="module")
def bundled() -> TextEmbeddings:
    return open_embeddings()


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory, bundled: TextEmbeddings) -> Path:
    folder = tmp_path_factory.mktemp("jargon")
    with Library.open(folder / "home") as library:
        pipeline.ingest([write_library(folder / "plans")], library, bundled)
    return folder / "home"


@pytest.fixture
def library(stored: Path, tmp_path: Path) -> Iterator[Library]:
    shutil.copytree(stored, tmp_path / "home")
    with Library.open(tmp_path / "home") as opened:
        yield opened


@pytest.fixture(scope="module")
def tasks(stored: Path) -> list[Task]:
    with Library.open(stored) as library:
        return read_tasks(
            [library.catalog.document(info.doc) for info in library.catalog.documents()], most=10_000
        )


@pytest.fixture(scope="module")
def sampler(tasks: list[Task], bundled: TextEmbeddings) -> LessonSampler:
    vectors = bundled.passage_vectors(["\n".join((task.title, *task.sentences)) for task in tasks])
    return LessonSampler(tasks, vectors, StaticModel(BUNDLED_MODEL).tokenizer, seed=0)


def files_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*"))


def test_every_section_that_says_something_is_a_task(tasks: list[Task]) -> None:
    assert len(tasks) == len(ACTIONS) * len(TOWNS)
    task = next(task for task in tasks if task.title == "青松行动在东山镇")
    assert task.above == ("云溪县2024年第1批重点工作安排",)
    assert task.sentences == ("东山镇的食堂每天公示菜谱。", "后厨食材索证索票，陪餐情况登记造册。")


def test_of_too_many_tasks_the_same_are_drawn_again(stored: Path) -> None:
    with Library.open(stored) as library:
        documents = [library.catalog.document(info.doc) for info in library.catalog.documents()]
    assert len(read_tasks(documents, most=20)) == 20
    assert read_tasks(documents, most=20) == read_tasks(list(reversed(documents)), most=20)


def test_nothing_held_out_is_trained_on() -> None:
    texts = [f"{number}项工作每月调度一次，年底考核。" for number in "甲乙丙丁戊己庚辛"]
    tasks = [
        Task(
            f"{year}.txt",
            f"{year}年推进{topic}",
            (f"{year}年要点", f"抓好{topic}"),
            (text, f"{topic}落实到位。"),
        )
        for year in (2023, 2024)
        for topic, text in zip(TOPICS, texts, strict=True)
    ]
    tasks += [Task("转载.txt", "各项工作", ("要点",), (*texts, "另有安排，适时通知各校。"))]
    parts = split(tasks)

    held_out = {sentence for task in parts.held_out for sentence in task.sentences}
    assert parts.held_out and parts.training
    assert not {task.key for task in parts.training} & {task.key for task in parts.held_out}
    assert not held_out & {sentence for task in parts.training for sentence in task.sentences}
    assert {task.doc for task in parts.held_out} >= {"2023.txt", "2024.txt"}


def test_a_query_is_not_part_of_its_own_passage_as_a_heading(
    sampler: LessonSampler, tasks: list[Task]
) -> None:
    lesson = sampler.batch(64)
    queries, passages = lesson.pairs

    assert len(queries.starts) == len(passages.starts) == len(lesson.headings) + 1 == 65
    assert (np.diff(queries.starts) > 0).all() and (np.diff(passages.starts) > 0).all()
    assert len(sampler.batch(10_000).headings) <= len(tasks)


def test_the_gradient_is_that_of_the_bundled_models_loss(sampler: LessonSampler) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # deprecations inside torch's own imports
        import torch

        from ingest.training.contrastive import contrastive_loss
    lesson = sampler.batch(16)
    assert len(set(lesson.headings.tolist())) == 16
    table = StaticModel(BUNDLED_MODEL).table
    pieces, slope = gradient(table, lesson)

    rows = torch.from_numpy(table).requires_grad_()
    sums = [
        torch.nn.functional.embedding_bag(
            torch.from_numpy(bags.pieces), rows, torch.from_numpy(bags.starts[:-1]), mode="sum"
        )
        for bags in lesson.pairs
    ]
    contrastive_loss(*sums).backward()  # type: ignore[no-untyped-call]
    expected = rows.grad
    assert expected is not None
    assert slope == pytest.approx(expected.numpy()[pieces], abs=1e-5)


def test_pairs_under_one_heading_do_not_push_each_other_apart(sampler: LessonSampler) -> None:
    lesson = sampler.batch(16)
    _, slope = gradient(StaticModel(BUNDLED_MODEL).table, lesson._replace(headings=np.zeros(16, np.int64)))

    assert slope == pytest.approx(0, abs=1e-6)


def test_only_pieces_that_occur_are_moved(sampler: LessonSampler) -> None:
    lesson, table = sampler.batch(16), StaticModel(BUNDLED_MODEL).table
    moved = (tune(table, [lesson], 1) != table).any(axis=1)

    occurring = np.unique(np.concatenate([bags.pieces for bags in lesson.pairs]))
    assert moved.any()
    assert set(np.flatnonzero(moved)) <= set(occurring.tolist())


def test_a_model_that_finds_more_is_used_from_then_on(library: Library, bundled: TextEmbeddings) -> None:
    adapted = adapt(library)

    assert adapted.is_better
    assert adapted.after.first > adapted.before.first
    assert adapted.after.five > adapted.before.five
    assert adapted.passages == library.catalog.counts().chunks
    model = open_embeddings(AdaptedModels(library).in_use())
    assert model.fingerprint == library.catalog.state().fingerprint != bundled.fingerprint
    assert library.current(model).vectors.search(model.query_vector("青松行动"), 1)
    assert len(files_in(library.home / "models")) == 1


def test_a_gain_within_the_error_of_measurement_is_none() -> None:
    same = np.full(50, 2)
    one_better = np.where(np.arange(50) == 0, 1, 2)

    assert not Adaptation.measured(same, same).is_better
    assert not Adaptation.measured(one_better, same).is_better
    assert not Adaptation.measured(same, one_better).is_better
    assert Adaptation.measured(same, np.full(50, 1)).is_better
    assert Adaptation.measured(same, one_better).after == Recall(first=0.02, five=1.0)


def test_adapting_again_gives_the_same_model(library: Library) -> None:
    first, fingerprint = adapt(library), library.catalog.state().fingerprint

    assert adapt(library) == first
    assert library.catalog.state().fingerprint == fingerprint
    assert len(files_in(library.home / "models")) == 1


def test_undo_goes_back_to_the_bundled_model(library: Library, bundled: TextEmbeddings) -> None:
    adapt(library)

    assert undo(library) == library.catalog.counts().chunks
    assert library.catalog.state().fingerprint == bundled.fingerprint
    assert AdaptedModels(library).in_use() == ""
    assert files_in(library.home / "models") == []


def test_a_model_that_finds_no_more_changes_nothing(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = library.catalog.state()
    monkeypatch.setattr(adapting, "_STEPS", 0)

    adapted = adapt(library)

    assert not adapted.is_better
    assert adapted.passages == 0
    assert library.catalog.state() == before
    assert files_in(library.home / "models") == []


@pytest.mark.parametrize("failure", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_a_failure_leaves_the_old_model_and_nothing_else(
    library: Library, monkeypatch: pytest.MonkeyPatch, failure: BaseException
) -> None:
    before = library.catalog.state()

    def fail(*_: object) -> int:
        raise failure

    monkeypatch.setattr(Writer, "rebuild", fail)
    with pytest.raises((type(failure), Exception)):
        adapt(library)

    assert library.catalog.state() == before
    assert AdaptedModels(library).in_use() == ""
    assert files_in(library.home / "models") == []


def test_what_a_kill_left_behind_is_not_used_and_goes_with_the_next_change(library: Library) -> None:
    models = AdaptedModels(library)
    for name in ("new-left", "static-384-0000000000000000"):
        shutil.copytree(BUNDLED_MODEL, library.home / "models" / name)

    assert models.in_use() == ""
    undo(library)
    assert files_in(library.home / "models") == []


def test_too_small_a_library_is_told_how_much_is_missing(tmp_path: Path, bundled: TextEmbeddings) -> None:
    plan = tmp_path / "要点.txt"
    plan.write_text("某县2024年工作要点\n一、加强党的建设\n每月研判一次意识形态领域情况。\n", "utf-8")
    with Library.open(tmp_path / "home") as library:
        pipeline.ingest([plan], library, bundled)
        with pytest.raises(LibraryTooSmall, match=r"资料库太小.*（至少 100 个）.*再收入一些文件"):
            adapt(library)
        assert not (library.home / "models").exists()


def test_adapting_waits_for_no_other_writer(library: Library) -> None:
    with library.writing(), pytest.raises(LibraryBusy):
        adapt(library)

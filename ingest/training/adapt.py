"""A library -> the bundled embedding model fine-tuned on it, kept if it finds held-out headings better."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

import numpy as np

from ingest.adapted import AdaptedModels
from ingest.embed import BUNDLED_MODEL, StaticModel, TextEmbeddings, open_embeddings
from ingest.errors import LibraryTooSmall
from ingest.index.writer import Tick
from ingest.library import Library
from ingest.training.export import write_model
from ingest.training.lessons import Lesson, LessonSampler
from ingest.training.pairs import Integers
from ingest.training.tasks import Split, Task, read_tasks, split
from ingest.training.tuning import tune

_MOST_TASKS = 4_000
"""More would take longer, and a few thousand tell how a library speaks."""
_FEWEST_TASKS = 100
_FEWEST_HEADINGS = 20
_TELLING_HEADING = 4
"""Characters from which a heading can be asked for; 附则 stands in every document."""
_SURELY = 1.645
"""Standard errors by which a gain is one: exceeded by chance in one case of twenty."""
_STEPS = 60
_PAIRS_A_STEP = 256


@dataclass(frozen=True, slots=True)
class Recall:
    """Share of the held-out headings, 0 to 1, whose passage is found first, and among the first five."""

    first: float
    five: float

    @classmethod
    def of(cls, ranks: Integers) -> Self:
        """Count headings whose passage came in at some rank, from 1."""
        return cls(float((ranks == 1).mean()), float((ranks <= 5).mean()))


@dataclass(frozen=True, slots=True)
class Adaptation:
    """What came of adapting the model.

    :param headings: how many held-out headings it was measured with.
    :param before: what the bundled model finds of them.
    :param after: what the adapted model finds of them.
    :param is_better: whether the mean of 1 / rank has grown by more than chance explains.
    :param passages: how many passages were embedded anew; 0 when the model was not kept.
    """

    headings: int
    before: Recall
    after: Recall
    is_better: bool
    passages: int = 0

    @classmethod
    def measured(cls, before: Integers, after: Integers) -> Self:
        """Compare the ranks at which two models find the passage of each heading."""
        gains = 1 / after - 1 / before
        error = gains.std() / len(gains) ** 0.5
        is_better = bool(gains.mean() > _SURELY * error)
        return cls(len(gains), Recall.of(before), Recall.of(after), is_better)


def adapt(library: Library, progress: Tick | None = None) -> Adaptation:
    """Fine-tune the bundled model on a library; if that helps, search with the result from now on.

    It starts from the bundled model every time. The model that is measured, on headings it was not
    trained on, is the one that is kept. Until its index is published everything stays as it was.

    :raises LibraryTooSmall: there is too little to train on, or to measure with.
    :raises LibraryBusy: another process is changing the library.
    """
    with library.writing() as writer:
        catalog = library.catalog
        documents = (catalog.document(info.doc) for info in catalog.documents())
        parts = split(read_tasks(documents, _MOST_TASKS))
        _require_enough(parts)
        models = AdaptedModels(library)
        with models.change() as folder:
            bundled = open_embeddings()
            train(parts.training, bundled, folder, progress)
            adapted = open_embeddings(str(folder))
            measured = Adaptation.measured(ranks(bundled, parts), ranks(adapted, parts))
            if not measured.is_better:
                return measured
            models.put(folder, adapted.fingerprint)
            passages = writer.rebuild(adapted, progress)
    return replace(measured, passages=passages)


def undo(library: Library, progress: Tick | None = None) -> int:
    """Search with the bundled model again, and delete the adapted one.

    :return: number of passages embedded anew.
    :raises LibraryBusy: another process is changing the library.
    """
    with library.writing() as writer, AdaptedModels(library).change():
        return writer.rebuild(open_embeddings(), progress)


def train(tasks: Sequence[Task], bundled: TextEmbeddings, folder: Path, progress: Tick | None = None) -> None:
    """Fine-tune the bundled model on tasks and write it to a folder; equal tasks give equal models."""
    model = StaticModel(BUNDLED_MODEL)
    vectors = bundled.passage_vectors([f"{task.title}\n{_passage(task)}" for task in tasks])
    sampler = LessonSampler(tasks, vectors, model.tokenizer, seed=0)

    def lesson(step: int) -> Lesson:
        if progress is not None:
            progress(step, _STEPS, "训练")
        return sampler.batch(_PAIRS_A_STEP)

    table = tune(model.table, map(lesson, range(_STEPS)), _STEPS)
    write_model(folder, model.tokenizer, table)


def ranks(model: TextEmbeddings, parts: Split) -> Integers:
    """Search with each held-out heading for a passage that stood under it, without it, in the whole library.

    :return: the best rank of such a passage, from 1, for each heading.
    """
    asked = _asked(parts.held_out)
    keys = np.array([task.key for task in parts.whole])
    passages = model.passage_vectors([_passage(task) for task in parts.whole])
    cosines = model.passage_vectors([task.title for task in asked]) @ passages.T
    found = keys[np.argsort(-cosines, axis=1, kind="stable")] == np.array([[task.key] for task in asked])
    best: Integers = found.argmax(axis=1) + 1
    return best


def _passage(task: Task) -> str:
    """A task as it is embedded for search, without its own heading."""
    return "\n".join((" › ".join(task.above), *task.sentences))


def _asked(held_out: Sequence[Task]) -> list[Task]:
    """A task for each heading that says what it is about; one that recurs counts once."""
    by_key = {task.key: task for task in held_out if len(task.key) >= _TELLING_HEADING}
    return list(by_key.values())


def _require_enough(parts: Split) -> None:
    tasks, headings = len(parts.training), len(_asked(parts.held_out))
    if tasks < _FEWEST_TASKS or headings < _FEWEST_HEADINGS:
        raise LibraryTooSmall(
            f"资料库太小，无法调整向量模型：可供训练的小节 {tasks} 个（至少 {_FEWEST_TASKS} 个），"
            f"可供检验的标题 {headings} 个（至少 {_FEWEST_HEADINGS} 个）。请再收入一些文件后重试"
        )

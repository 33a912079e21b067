"""Folders of text -> a trained model's folder: the steps of the recipe in their order."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from ingest.embed import Floats
from ingest.errors import WorkPlanError
from ingest.training.contrastive import refine_vectors, train_vectors
from ingest.training.corpus import TrainingDocument, read_documents
from ingest.training.everyday import Lexicon
from ingest.training.export import read_model, write_model
from ingest.training.pairs import PairSampler, PieceCorpus, cut_into_pieces
from ingest.training.passages import plan_passages, pool_passages
from ingest.training.pieces import learn_pieces
from ingest.training.questions import QuestionSampler

_CHARACTERS_TO_LEARN_PIECES_FROM = 12_000_000
_TIMES_OWN_FILES_COUNT = 4

Report = Callable[[str], None]


@dataclass(frozen=True)
class Recipe:
    """Sizes of the model and of its training; together with the text they determine it."""

    pieces: int = 46_000
    dimension: int = 384
    steps: int = 1_200
    pairs_a_step: int = 1_024
    own_file_share: float = 0.15
    """Share of the pairs from files of their own (plans, public documents), however few these are."""
    refining_steps: int = 240
    questions_a_step: int = 576
    """Questions in everyday words in each step of the second stage (`ingest.training.questions`)."""
    context_a_step: int = 384
    """Pairs of the first stage beside them, so that nothing general is lost."""
    seed: int = 0


def train_model(
    folders: Sequence[Path],
    out: Path,
    recipe: Recipe,
    report: Report,
    start: Path | None = None,
) -> None:
    """Train a model on every text below the folders and write it to `out`; `report` hears of each step.

    :param start: folder of a model whose vectors are refined; None: the first stage makes them.
    :raises WorkPlanError: there is no text, or a file of it is damaged.
    """
    documents = read_documents(folders)
    if not any(len(document.sentences) > 1 for document in documents):
        raise WorkPlanError(
            f"没有可训练的文本：{'、'.join(map(str, folders))}。请放入多句的 txt、html 或 txt.xz 文档"
        )
    report(f"读取文档 {len(documents)} 篇")
    if start:
        tokenizer, table = read_model(start)
        sampler = _context(documents, tokenizer, recipe)[1]
    else:
        tokenizer = learn_pieces(_sentences_for_pieces(documents), count=recipe.pieces)
        report(f"学得词片 {tokenizer.get_vocab_size()} 个")
        corpus, sampler = _context(documents, tokenizer, recipe)
        report(f"切分语料 {len(corpus.pieces)} 片")
        table = _first_stage(corpus, sampler, tokenizer, recipe, report)
    questions = QuestionSampler(
        plan_passages(folders), pool_passages(documents), Lexicon.read(), tokenizer, recipe.seed
    )
    report(f"读取词表和公文段落，共 {len(questions)} 段")
    write_model(out, tokenizer, _second_stage(table, questions, sampler, recipe, report))
    (out / "recipe.json").write_text(json.dumps(asdict(recipe), indent=2) + "\n", "utf-8")
    report(f"模型写入 {out}")


def _context(
    documents: Sequence[TrainingDocument], tokenizer: Tokenizer, recipe: Recipe
) -> tuple[PieceCorpus, PairSampler]:
    corpus = cut_into_pieces(documents, tokenizer)
    return corpus, PairSampler(corpus, own_file_share=recipe.own_file_share, seed=recipe.seed)


def _first_stage(
    corpus: PieceCorpus, sampler: PairSampler, tokenizer: Tokenizer, recipe: Recipe, report: Report
) -> Floats:
    """Sentences find the sentences around them."""
    counts = np.bincount(corpus.pieces, minlength=tokenizer.get_vocab_size())
    return train_vectors(
        (sampler.batch(recipe.pairs_a_step) for _ in range(recipe.steps)),
        frequencies=(counts / counts.sum()).astype(np.float32),
        dimension=recipe.dimension,
        steps=recipe.steps,
        seed=recipe.seed,
        report=lambda step, loss: report(f"训练第 {step}/{recipe.steps} 步，损失 {loss:.3f}"),
    )


def _second_stage(
    table: Floats, questions: QuestionSampler, context: PairSampler, recipe: Recipe, report: Report
) -> Floats:
    """Questions in everyday words find passages, and sentences still those around them."""
    lessons = (
        questions.batch(recipe.questions_a_step).joined(context.batch(recipe.context_a_step))
        for _ in range(recipe.refining_steps)
    )
    return refine_vectors(
        table,
        lessons,
        steps=recipe.refining_steps,
        report=lambda step, loss: report(f"细调第 {step}/{recipe.refining_steps} 步，损失 {loss:.3f}"),
    )


def _sentences_for_pieces(documents: Sequence[TrainingDocument]) -> Iterator[str]:
    """Every n-th document of the pool, as many as suffice, and all files of their own, which count more."""
    characters = sum(len(sentence) for document in documents for sentence in document.sentences)
    every = max(1, round(characters / _CHARACTERS_TO_LEARN_PIECES_FROM))
    pool = [document for document in documents if document.from_pool]
    own_files = [document for document in documents if not document.from_pool]
    for document in [*pool[::every], *own_files * _TIMES_OWN_FILES_COUNT]:
        yield from document.sentences

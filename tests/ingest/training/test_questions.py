from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
import torch
from tokenizers import Tokenizer

from ingest.training.contrastive import contrastive_loss, refine_vectors
from ingest.training.corpus import TrainingDocument
from ingest.training.everyday import EVERYDAY, Entry, Lexicon
from ingest.training.export import read_model, write_model
from ingest.training.pairs import Bags, Lesson, Pairs, bags_of
from ingest.training.passages import Passage, plan_passages, pool_passages
from ingest.training.pieces import learn_pieces
from ingest.training.questions import QuestionSampler

LEXICON = Lexicon([Entry("教书", ("课堂教学", "教学")), Entry("吃饭", ("食堂",)), Entry("班车", ("校车",))])
PLANS = [
    Passage("某县教育局工作要点", "抓好课堂教学", ("提高课堂教学质量，减轻负担。", "组织教学比武活动。")),
    Passage("某县教育局工作要点", "办好学校食堂", ("学校食堂每天公示菜谱。", "校长陪餐制度落实到位。")),
    Passage("某县教育局工作要点", "", ("总结全年工作经验。",)),
]
POOL = [Passage("", "", ("校车按照线路准点发车。", "司机每天检查轮胎。"))]
TEXTS = [
    *(text for passage in (*PLANS, *POOL) for text in (passage.above, passage.heading, *passage.sentences)),
    *(word for entry in LEXICON.entries for word in (entry.said, *entry.official)),
]


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    everyday_words = "请问我们县想一下今年现在学校单位里有没有办法解决怎么谁管什么措施归哪个部门要求打算做"
    return learn_pieces([*TEXTS * 5, everyday_words], count=300)


@pytest.fixture
def sampler(tokenizer: Tokenizer) -> QuestionSampler:
    return QuestionSampler(PLANS, POOL, LEXICON, tokenizer, seed=0)


def texts(bags: Bags, tokenizer: Tokenizer) -> list[str]:
    pairs = zip(bags.starts, bags.starts[1:], strict=False)
    return [tokenizer.decode(bags.pieces[a:b].tolist()).replace(" ", "") for a, b in pairs]


def bare(parts: Sequence[str]) -> str:
    return "".join(char for part in parts for char in part if char.isalnum())


def test_longest_term_is_found_at_each_place_and_none_inside_it() -> None:
    found = list(LEXICON.find("提高课堂教学质量，教学比武进食堂"))

    assert [term for _, term in found] == ["课堂教学", "教学", "食堂"]


def test_bundled_table_finds_terms_where_they_stand() -> None:
    lexicon = Lexicon.read(EVERYDAY)
    sentence = "巩固拓展脱贫攻坚成果，推进义务教育优质均衡发展，排查校园安全隐患。"

    found = list(lexicon.find(sentence))

    assert found
    assert all(sentence.startswith(term, start) for start, term in found)
    assert all(entry.official for entry in lexicon.entries)


def test_plan_becomes_passages_with_headings_apart_from_the_text(tmp_path: Path) -> None:
    lines = [
        "某县教育局2024年工作要点",
        "一、总体要求",
        "坚持立德树人根本任务，办好人民满意的教育。",
        "二、重点任务",
        "（一）抓好教学质量",
        "建立教研制度，每月开展一次活动。全面落实课程方案。",
        "（二）办好学校食堂",
        "每天公示菜谱，落实陪餐制度。",
    ]
    (tmp_path / "plan.txt").write_text("\n".join(lines), "utf-8")

    passages = plan_passages([tmp_path])

    assert [passage.heading for passage in passages] == ["总体要求", "抓好教学质量", "办好学校食堂"]
    assert passages[1].sentences == ("建立教研制度，每月开展一次活动。", "全面落实课程方案。")
    assert passages[1].above == "某县教育局2024年工作要点\n二、重点任务"


def test_documents_of_a_pool_are_partitioned_and_others_left() -> None:
    sentences = [f"第{number}句话。" for number in range(10)]
    own = TrainingDocument(["不在池中。"], from_pool=False)

    passages = pool_passages([TrainingDocument(sentences, from_pool=True), own])

    assert [sentence for passage in passages for sentence in passage.sentences] == sentences
    assert len(passages) > 1


def test_every_answer_is_a_passage_or_the_terms_of_an_entry(
    sampler: QuestionSampler, tokenizer: Tokenizer
) -> None:
    whole = [bare((p.above, p.heading, *p.sentences)) for p in (*PLANS, *POOL)]
    unheaded = [bare((p.above, *p.sentences)) for p in PLANS]
    terms = [bare(entry.official) for entry in LEXICON.entries]

    found = texts(sampler.batch(200).pairs.passages, tokenizer)

    assert set(found) == {*whole, *unheaded[:2], *terms}


def test_reworded_question_says_the_everyday_expression_instead_of_the_term(
    tokenizer: Tokenizer,
) -> None:
    sampler = QuestionSampler([], POOL, LEXICON, tokenizer, seed=0)

    questions, passages = sampler.batch(200).pairs

    asked = [
        question
        for question, found in zip(texts(questions, tokenizer), texts(passages, tokenizer), strict=True)
        if found == bare(POOL[0].sentences)
    ]
    assert asked
    assert all("班车" in question and "校车" not in question for question in asked)


def test_questions_for_one_passage_share_a_group(tokenizer: Tokenizer) -> None:
    sampler = QuestionSampler(PLANS[2:], [], LEXICON, tokenizer, seed=0)

    lesson = sampler.batch(400)

    found = texts(lesson.pairs.passages, tokenizer)
    whole = bare((PLANS[2].above, *PLANS[2].sentences))
    groups = [group for text, group in zip(found, lesson.groups, strict=True) if text == whole]
    assert len(groups) > 1
    assert len(set(groups)) == 1


def test_same_seed_draws_the_same_questions(tokenizer: Tokenizer) -> None:
    def draw(seed: int) -> list[int]:
        sampler = QuestionSampler(PLANS, POOL, LEXICON, tokenizer, seed)
        pieces: list[int] = sampler.batch(50).pairs.queries.pieces.tolist()
        return pieces

    assert draw(1) == draw(1)
    assert draw(1) != draw(2)


def test_added_pairs_are_groups_of_their_own() -> None:
    first = Pairs(bags_of([np.array([1, 2]), np.array([3])]), bags_of([np.array([4]), np.array([5])]))
    second = Pairs(bags_of([np.array([6, 7])]), bags_of([np.array([8])]))

    lesson = Lesson(first, np.array([4, 4])).joined(second)

    assert lesson.pairs.queries.starts.tolist() == [0, 2, 3, 5]
    assert lesson.pairs.passages.pieces.tolist() == [4, 5, 8]
    assert lesson.groups.tolist() == [4, 4, 5]


def test_pairs_of_one_group_do_not_push_each_other_away() -> None:
    same = torch.ones(2, 3)

    assert contrastive_loss(same, same, torch.tensor([0, 0])).item() == pytest.approx(0)
    assert contrastive_loss(same, same, torch.tensor([0, 1])).item() == pytest.approx(np.log(2))


def test_refined_vectors_bring_expressions_to_their_terms_and_leave_the_rest(
    sampler: QuestionSampler, tokenizer: Tokenizer
) -> None:
    size = tokenizer.get_vocab_size()
    table = np.random.default_rng(0).normal(scale=0.05, size=(size + 1, 32)).astype(np.float32)

    refined = refine_vectors(
        table, (sampler.batch(30) for _ in range(20)), steps=20, report=lambda step, loss: None
    )

    assert (refined[size] == table[size]).all()
    for entry in LEXICON.entries:
        assert cosine(refined, tokenizer, entry) > cosine(table, tokenizer, entry) + 0.1


def cosine(table: np.ndarray, tokenizer: Tokenizer, entry: Entry) -> float:
    said, official = (
        table[tokenizer.encode(text).ids].sum(axis=0) for text in (entry.said, " ".join(entry.official))
    )
    return float(said @ official / np.linalg.norm(said) / np.linalg.norm(official))


def test_model_is_read_as_it_was_written(tokenizer: Tokenizer, tmp_path: Path) -> None:
    vectors = np.random.default_rng(0).normal(size=(tokenizer.get_vocab_size(), 16)).astype(np.float32)
    write_model(tmp_path / "a", tokenizer, vectors)
    again, rounded = read_model(tmp_path / "a")
    write_model(tmp_path / "b", again, rounded)

    weights = [(tmp_path / name / "model.safetensors").read_bytes() for name in "ab"]
    assert weights[0] == weights[1]
    assert again.to_str() == tokenizer.to_str()

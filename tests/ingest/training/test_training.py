import lzma
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer

from ingest.embed import open_embeddings
from ingest.errors import WorkPlanError
from ingest.training.corpus import TrainingDocument, read_documents, split_sentences
from ingest.training.export import write_model
from ingest.training.pairs import Bags, PairSampler, PieceCorpus, cut_into_pieces
from ingest.training.pieces import learn_pieces
from ingest.training.recipe import Recipe, train_model

CANTEEN = [
    "食堂每天公示菜谱",
    "食堂采购食材要索证索票",
    "校长陪餐并检查食堂卫生",
    "食材留样保存两天",
    "厨师持健康证上岗",
]
READING = [
    "图书馆每周开放五天",
    "学生每月借阅两本图书",
    "班级设立图书角",
    "开展读书节和借阅评比",
    "教师推荐阅读书目",
]
BUSES = [
    "校车按线路准点发车",
    "司机每天检查校车轮胎",
    "校车安装定位设备",
    "学生乘坐校车系好安全带",
    "线路避开施工路段",
]
TOPICS = [CANTEEN, READING, BUSES]


def documents_about(topics: list[list[str]], copies: int = 8) -> list[TrainingDocument]:
    """Documents of one topic each; every copy tells its sentences in another order."""
    random = np.random.default_rng(0)
    return [
        TrainingDocument([topic[i] + "。" for i in random.permutation(len(topic))], from_pool=False)
        for topic in topics
        for _ in range(copies)
    ]


@pytest.fixture(scope="module")
def documents() -> list[TrainingDocument]:
    return documents_about(TOPICS)


@pytest.fixture(scope="module")
def tokenizer(documents: list[TrainingDocument]) -> Tokenizer:
    return learn_pieces((s for document in documents for s in document.sentences), count=200)


@pytest.fixture(scope="module")
def corpus(documents: list[TrainingDocument], tokenizer: Tokenizer) -> PieceCorpus:
    return cut_into_pieces(documents, tokenizer)


def bags(found: Bags) -> list[list[int]]:
    return [found.pieces[a:b].tolist() for a, b in zip(found.starts, found.starts[1:], strict=False)]


def test_pages_and_pools_and_texts_become_documents(tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text("一、总体要求\n坚持立德树人。抓好落实。", "utf-8")
    page = "<html><head><title>网站</title></head><p>第一段，<b>加粗</b>\n完。</p><p>二&amp;三</p></html>"
    (tmp_path / "page.html").write_text(page, "utf-8")
    (tmp_path / "README.md").write_text("不是训练文本", "utf-8")
    with lzma.open(tmp_path / "pool.txt.xz", "wt", encoding="utf-8") as pool:
        pool.write("甲文第一句。甲文第二句。\n乙文。\n\n")

    assert read_documents([tmp_path]) == [
        TrainingDocument(["第一段，加粗 完。", "二&三"], from_pool=False),
        TrainingDocument(["一、总体要求", "坚持立德树人。", "抓好落实。"], from_pool=False),
        TrainingDocument(["甲文第一句。", "甲文第二句。"], from_pool=True),
        TrainingDocument(["乙文。"], from_pool=True),
    ]


def test_sentences_without_a_letter_are_dropped() -> None:
    assert split_sentences("——。\n2024。\n教育强县！") == ["教育强县！"]


def test_pieces_ignore_width_case_space_and_punctuation(tokenizer: Tokenizer) -> None:
    def cut(text: str) -> list[str]:
        pieces: list[str] = tokenizer.encode(text).tokens
        return pieces

    assert cut("ＡＢ食堂，公示！ 2024") == cut("ab食堂公示2024")
    assert "".join(cut("食堂公示菜谱")) == "食堂公示菜谱"
    assert max(len(piece) for piece in tokenizer.get_vocab() if piece != "<unk>") <= 4


def test_same_text_gives_the_same_tokenizer(documents: list[TrainingDocument], tokenizer: Tokenizer) -> None:
    again = learn_pieces((s for document in documents for s in document.sentences), count=200)

    assert again.to_str() == tokenizer.to_str()


def test_corpus_holds_every_sentence_in_order(
    documents: list[TrainingDocument], tokenizer: Tokenizer, corpus: PieceCorpus
) -> None:
    sentences = [s for document in documents for s in document.sentences]

    assert bags(Bags(corpus.pieces, corpus.starts)) == [tokenizer.encode(s).ids for s in sentences]
    assert (corpus.document_end - corpus.document_first == 5).all()


def test_query_is_cut_from_one_sentence_and_passage_from_its_document(corpus: PieceCorpus) -> None:
    sentences = bags(Bags(corpus.pieces, corpus.starts))
    pairs = PairSampler(corpus, own_file_share=0.5, seed=1).batch(200)

    for query, passage in zip(bags(pairs.queries), bags(pairs.passages), strict=True):
        assert any(is_subsequence(query, sentence) for sentence in sentences)
        topics = {i // 40 for i, sentence in enumerate(sentences) if is_subsequence(query, sentence)}
        words = {
            piece
            for topic in topics
            for sentence in sentences[topic * 40 : topic * 40 + 40]
            for piece in sentence
        }
        assert passage
        assert set(passage) <= words


def is_subsequence(short: list[int], long: list[int]) -> bool:
    rest = iter(long)
    return all(piece in rest for piece in short)


def test_same_seed_draws_the_same_pairs(corpus: PieceCorpus) -> None:
    def draw(seed: int) -> list[list[int]]:
        return bags(PairSampler(corpus, own_file_share=0.5, seed=seed).batch(50).queries)

    assert draw(1) == draw(1)
    assert draw(1) != draw(2)


def test_pairs_come_from_pool_and_own_files_in_the_asked_share(tokenizer: Tokenizer) -> None:
    pool = [document._replace(from_pool=True) for document in documents_about([BUSES])]
    own = documents_about([CANTEEN], copies=1)
    sampler = PairSampler(cut_into_pieces(pool + own, tokenizer), own_file_share=0.25, seed=0)
    bus_pieces = set(cut_into_pieces(pool, tokenizer).pieces.tolist())

    passages = bags(sampler.batch(100).passages)

    assert sum(set(passage) <= bus_pieces for passage in passages) == 75


def test_stored_model_gives_the_directions_of_the_trained_vectors(
    tokenizer: Tokenizer, tmp_path: Path
) -> None:
    vectors = np.random.default_rng(0).normal(size=(tokenizer.get_vocab_size(), 64)).astype(np.float32)
    write_model(tmp_path, tokenizer, vectors)

    ids = tokenizer.encode(CANTEEN[0]).ids
    expected = vectors[ids].sum(axis=0)
    found = open_embeddings(str(tmp_path)).query_vector(CANTEEN[0])

    assert found @ expected / np.linalg.norm(expected) == pytest.approx(1, abs=1e-3)


def test_trained_model_brings_related_sentences_together(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    for number, document in enumerate(documents_about(TOPICS)):
        (texts / f"{number}.txt").write_text("\n".join(document.sentences), "utf-8")
    recipe = Recipe(pieces=200, dimension=32, steps=60, pairs_a_step=12, refining_steps=0)
    messages: list[str] = []

    train_model([texts], tmp_path / "model", recipe, report=messages.append)

    vectors = open_embeddings(str(tmp_path / "model")).passage_vectors([s for topic in TOPICS for s in topic])
    cosines = (vectors @ vectors.T).reshape(3, 5, 3, 5)
    related = np.array([cosines[i, :, i, :][~np.eye(5, dtype=bool)] for i in range(3)])
    unrelated = np.array([cosines[i, :, j, :] for i in range(3) for j in range(3) if i != j])
    assert related.mean() > unrelated.mean() + 0.5
    assert messages[-1].startswith("模型写入")


def test_refining_a_model_keeps_its_pieces_and_moves_its_vectors(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    for number, document in enumerate(documents_about(TOPICS, copies=1)):
        (texts / f"{number}.txt").write_text("\n".join(document.sentences), "utf-8")
    recipe = Recipe(pieces=200, dimension=16, steps=2, pairs_a_step=4, refining_steps=0)
    first, refined = tmp_path / "first", tmp_path / "refined"
    train_model([texts], first, recipe, report=lambda message: None)

    again = replace(recipe, refining_steps=2, questions_a_step=20, context_a_step=4)
    train_model([texts], refined, again, report=lambda message: None, start=first)

    assert (first / "tokenizer.json").read_bytes() == (refined / "tokenizer.json").read_bytes()
    assert open_embeddings(str(first)).fingerprint != open_embeddings(str(refined)).fingerprint


def test_folder_without_texts_is_one_line_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(WorkPlanError, match=f"没有可训练的文本：{tmp_path}"):
        train_model([tmp_path], tmp_path / "model", Recipe(), report=lambda message: None)

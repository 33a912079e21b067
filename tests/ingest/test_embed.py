import contextlib
import json
import shutil
import socket
import subprocess
import sys
import threading
import warnings
from pathlib import Path

import huggingface_hub
import model2vec
import numpy as np
import pytest
import safetensors.numpy

from ingest.embed import BUNDLED_MODEL, TextEmbeddings, open_embeddings
from ingest.errors import EmbeddingError

TEXTS = [
    "强化意识形态建设，落实意识形态工作责任制。（责任股室：办公室、政工人事股）",
    "公办园占比达到60%以上，普惠率达到85%以上。",
    "ＡＢＣ full-width Ｗords and plain ones, 2024年",
    "长" * 5000,
    "麤🀄",
    "",
]


@pytest.fixture(scope="module")
def bundled() -> TextEmbeddings:
    return open_embeddings()


@pytest.fixture(scope="module")
def transformer_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A BERT of one tiny layer with random weights, saved as a sentence-transformers model."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # deprecations inside torch's and transformers' own imports
        import torch
        from sentence_transformers import SentenceTransformer
        from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
        from transformers import BertConfig, BertModel, BertTokenizerFast

    torch.manual_seed(0)
    source = tmp_path_factory.mktemp("bert")
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *"学校工作谁负责问句：文章教师"]
    (source / "vocab.txt").write_text("\n".join(pieces), "utf-8")
    BertTokenizerFast(str(source / "vocab.txt")).save_pretrained(source)
    shape = {"hidden_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 32}
    BertModel(BertConfig(vocab_size=len(pieces), **shape)).save_pretrained(source)
    module = Transformer(str(source))
    folder = tmp_path_factory.mktemp("models") / "bge-small-zh-tiny"
    SentenceTransformer(modules=[module, Pooling(module.get_embedding_dimension())], device="cpu").save(
        str(folder)
    )
    return folder


def test_bundled_model_is_small_enough_for_the_repository() -> None:
    assert sum(file.stat().st_size for file in BUNDLED_MODEL.rglob("*") if file.is_file()) <= 20_000_000


def test_bundled_model_opens_without_torch() -> None:
    program = (
        "import sys\n"
        "from ingest.embed import open_embeddings\n"
        "assert len(open_embeddings().embed_query('谁负责意识形态工作？')) >= 256\n"
        "assert not {'torch', 'sentence_transformers', 'huggingface_hub'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, cwd=BUNDLED_MODEL.parent.parent)


def test_vectors_are_float32_of_length_one_or_zero(bundled: TextEmbeddings) -> None:
    vectors = bundled.passage_vectors(TEXTS)

    assert vectors.dtype == np.float32
    assert vectors.shape == (len(TEXTS), bundled.dimension)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1, 1, 1, 0, 0], abs=1e-5)


def test_width_and_case_do_not_change_a_vector(bundled: TextEmbeddings) -> None:
    plain, dressed = bundled.passage_vectors(["abc工作计划2024", "ＡＢＣ　工作计划（２０２４）"])

    assert plain == pytest.approx(dressed, abs=1e-6)


def test_lists_and_arrays_hold_the_same_vectors(bundled: TextEmbeddings) -> None:
    assert bundled.embed_documents(TEXTS) == bundled.passage_vectors(TEXTS).tolist()
    assert bundled.embed_query(TEXTS[0]) == bundled.query_vector(TEXTS[0]).tolist()


def test_no_texts_give_an_empty_array(bundled: TextEmbeddings) -> None:
    assert bundled.passage_vectors([]).shape == (0, bundled.dimension)
    assert bundled.embed_documents([]) == []


@pytest.mark.parametrize(
    ("question", "related", "unrelated"),
    [
        (
            "谁负责意识形态工作？",
            "压实意识形态工作责任制，守牢宣传思想阵地。",
            "做好冬季供暖设备检修。",
        ),
        ("新建几所幼儿园？", "扩增学前教育学位，公办园占比达到60%以上。", "开展危险化学品安全专项整治。"),
        ("食堂卫生谁来检查？", "开展学校食品安全排查，落实校长陪餐制度。", "组织党员学习贯彻全会精神。"),
        ("怎样减轻学生课后负担？", "落实双减政策，严格控制书面作业总量。", "推进农村公路养护体制改革。"),
    ],
)
def test_question_is_nearer_to_the_passage_about_its_topic(
    bundled: TextEmbeddings, question: str, related: str, unrelated: str
) -> None:
    near, far = bundled.passage_vectors([related, unrelated]) @ bundled.query_vector(question)

    assert near > far


def test_model2vec_reads_the_bundled_model_to_the_same_vectors(bundled: TextEmbeddings) -> None:
    other = model2vec.StaticModel.from_pretrained(BUNDLED_MODEL)

    assert other.encode(TEXTS) == pytest.approx(bundled.passage_vectors(TEXTS), abs=1e-5)


def test_sentence_transformers_reads_the_bundled_model_to_the_same_vectors(bundled: TextEmbeddings) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from sentence_transformers import SentenceTransformer

    other = SentenceTransformer(str(BUNDLED_MODEL), device="cpu", local_files_only=True)

    assert other.encode(TEXTS) == pytest.approx(bundled.passage_vectors(TEXTS), abs=1e-5)


def test_fingerprint_follows_the_content_and_not_the_place(bundled: TextEmbeddings, tmp_path: Path) -> None:
    copy = tmp_path / "moved"
    shutil.copytree(BUNDLED_MODEL, copy)
    assert open_embeddings(str(copy)).fingerprint == bundled.fingerprint

    config = json.loads((copy / "config.json").read_text("utf-8"))
    (copy / "config.json").write_text(json.dumps(config | {"normalize": False}), "utf-8")
    assert open_embeddings(str(copy)).fingerprint != bundled.fingerprint


def test_transformer_takes_the_prefix_before_questions_only(transformer_folder: Path) -> None:
    with_prefix = open_embeddings(str(transformer_folder), query_prefix="问句")
    usual = open_embeddings(str(transformer_folder))

    assert with_prefix.query_vector("谁负责") == pytest.approx(
        with_prefix.passage_vectors(["问句谁负责"])[0], abs=1e-5
    )
    assert usual.query_vector("谁负责") == pytest.approx(
        usual.passage_vectors(["为这个句子生成表示以用于检索相关文章：谁负责"])[0], abs=1e-5
    )
    assert with_prefix.passage_vectors(["学校工作"]) == pytest.approx(usual.passage_vectors(["学校工作"]))
    assert with_prefix.fingerprint == usual.fingerprint


def test_transformer_gives_unit_vectors(transformer_folder: Path) -> None:
    model = open_embeddings(str(transformer_folder))

    assert model.dimension == 16
    assert np.linalg.norm(model.passage_vectors(TEXTS[:2]), axis=1) == pytest.approx(1, abs=1e-5)


def test_fingerprint_of_a_transformer_follows_its_weights(transformer_folder: Path, tmp_path: Path) -> None:
    moved, changed = tmp_path / "moved", tmp_path / "changed"
    shutil.copytree(transformer_folder, moved)
    shutil.copytree(transformer_folder, changed)
    weights = safetensors.numpy.load_file(changed / "model.safetensors")
    next(iter(weights.values()))[0] += 1
    safetensors.numpy.save_file(weights, changed / "model.safetensors", metadata={"format": "pt"})
    fingerprints = [
        open_embeddings(str(folder)).fingerprint for folder in (transformer_folder, moved, changed)
    ]

    assert fingerprints[0] == fingerprints[1] != fingerprints[2]


def test_missing_folder_is_one_line_with_name_reason_and_remedy(tmp_path: Path) -> None:
    missing = str(tmp_path / "没有的模型")

    with pytest.raises(EmbeddingError) as error:
        open_embeddings(missing)

    assert missing in str(error.value)
    assert "文件夹不存在" in str(error.value)
    assert "WORKPLAN_EMBEDDING" in str(error.value)
    assert "\n" not in str(error.value)


def test_damaged_model_is_one_line_that_names_it(tmp_path: Path) -> None:
    damaged = tmp_path / "damaged"
    shutil.copytree(BUNDLED_MODEL, damaged)
    (damaged / "model.safetensors").write_bytes(b"not a model")

    with pytest.raises(EmbeddingError, match=r"damaged.*内置模型"):
        open_embeddings(str(damaged))


def test_hub_out_of_reach_is_asked_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    calls: list[object] = []
    with socket.create_server(("127.0.0.1", 0)) as server:
        monkeypatch.setattr(
            huggingface_hub.constants, "ENDPOINT", f"http://127.0.0.1:{server.getsockname()[1]}"
        )
        monkeypatch.setattr(huggingface_hub.constants, "HF_HUB_CACHE", str(tmp_path))
        threading.Thread(target=_hang_up_on_callers, args=(server, calls), daemon=True).start()

        with pytest.raises(EmbeddingError, match=r"nobody/no-such-model.*HF_ENDPOINT"):
            open_embeddings("nobody/no-such-model")

    assert len(calls) == 1


def _hang_up_on_callers(server: socket.socket, calls: list[object]) -> None:
    with contextlib.suppress(OSError):  # the test closes the server
        while True:
            connection, caller = server.accept()
            calls.append(caller)
            connection.close()

import codecs
import random

import pytest

from ingest.errors import UnreadableText
from ingest.parse.decode import LOST, decode, is_mojibake
from ingest.records import DiagnosticKind

TEXT = (
    "云溪县教育局2024年工作要点\n一、加强党的领导。坚持把政治建设摆在首位，落实立德树人根本任务。\n"
    "二、办好人民满意的教育。全县学前三年毛入园率达到96%以上，新建幼儿园12所。\n"
)
LONG = TEXT * 6
TRADITIONAL = "教育局工作計畫要點。各級學校應加強領導，落實責任，提升教學品質，並於年底前完成各項工作。" * 3


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(TEXT.encode("utf-8"), id="utf-8"),
        pytest.param(codecs.BOM_UTF8 + TEXT.encode("utf-8"), id="utf-8 BOM"),
        pytest.param(TEXT.encode("gb18030"), id="gb18030"),
        pytest.param(TEXT.encode("gbk"), id="gbk"),
        pytest.param(TEXT.encode("utf-16"), id="utf-16"),
        pytest.param(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), id="utf-16-be"),
        pytest.param(TEXT.encode("utf-16-le"), id="utf-16-le without BOM"),
        pytest.param(TEXT.encode("utf-16-be"), id="utf-16-be without BOM"),
        pytest.param(TEXT.encode("utf-32"), id="utf-32"),
        pytest.param(TEXT.replace("\n", "\r\n").encode("utf-8"), id="crlf"),
        pytest.param(TEXT.replace("\n", "\r").encode("gbk"), id="cr"),
    ],
)
def test_every_encoding_gives_the_same_text(data: bytes) -> None:
    assert decode(data, "要点.txt") == (TEXT, ())


def test_big5_is_read_as_traditional_chinese() -> None:
    assert decode(TRADITIONAL.encode("big5"), "計畫.txt") == (TRADITIONAL, ())


def test_a_few_words_are_enough_to_tell_an_encoding() -> None:
    assert decode("教育局".encode("gbk"), "名.txt")[0] == "教育局"
    assert decode(b"<html><head>" + b" " * 30_000 + TEXT.encode("gbk"), "页.html")[0].endswith(TEXT)


def test_a_list_of_rare_but_correct_words_is_no_mojibake() -> None:
    names = (
        "参加人员：王喆、李赟、张玥、刘祎、陈珺、杨睿、赵琛、黄炜、周昊、吴昕、徐璟、孙钰、马骁、朱晔、胡铮"
    )
    assert decode(names.encode(), "名单.txt") == (names, ())


@pytest.mark.parametrize(
    ("data", "places"),
    [
        (LONG.encode()[:100] + b"\xff" + LONG.encode()[100:], 1),
        (LONG.encode()[:-2], 1),
        (LONG.encode("gbk")[:-3] + b"\xb5", 1),
        (LONG.encode("utf-16")[:-1], 1),
        (LONG.encode() + b"\x00" + LONG.encode() + b"\x07", 2),
        ((LONG + "锟斤拷" + LONG).encode(), 1),
        ((LONG + LOST + LONG).encode(), 1),
    ],
    ids=["a foreign byte", "utf-8 cut", "gbk cut", "utf-16 cut", "control characters", "lost twice", "lost"],
)
def test_few_damaged_places_are_marked_and_counted(data: bytes, places: int) -> None:
    text, (diagnostic,) = decode(data, "要点.txt")
    assert text.count(LOST) == places
    assert diagnostic.kind is DiagnosticKind.ENCODING
    assert diagnostic.message == f"有 {places} 处字节无法识别，已用 {LOST} 标出"
    assert TEXT in text


@pytest.mark.parametrize("flat", [True, False])
@pytest.mark.parametrize("at", [0, 40, 41])
def test_a_byte_missing_in_gbk_costs_one_character_not_all_behind_it(at: int, flat: bool) -> None:
    text = LONG.replace("\n", "") if flat else LONG
    data = text.encode("gbk")
    read, (diagnostic,) = decode(data[:at] + data[at + 1 :], "要点.txt")
    assert diagnostic.message == f"有 1 处字节无法识别，已用 {LOST} 标出"
    assert len(read) == len(text)
    assert sum(one != other for one, other in zip(read, text, strict=True)) <= 2


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(
            TEXT.encode("utf-8").decode("gbk", errors="replace").encode("utf-8"), id="utf-8 taken for gbk"
        ),
        pytest.param(
            TEXT.encode("utf-8").decode("gb18030", errors="replace").encode("utf-8"),
            id="utf-8 taken for gb18030",
        ),
        pytest.param(TEXT.encode("gbk").decode("latin-1").encode("utf-8"), id="gbk taken for latin-1"),
        pytest.param(TEXT.encode("utf-8").decode("latin-1").encode("utf-8"), id="utf-8 taken for latin-1"),
        pytest.param(
            TEXT.encode("gbk").decode("big5", errors="replace").encode("utf-8"), id="gbk taken for big5"
        ),
        pytest.param(
            TEXT.encode("gbk").decode("utf-8", errors="replace").encode("utf-8"), id="gbk taken for utf-8"
        ),
        pytest.param(
            (LONG + TEXT[20:50].encode().decode("gb18030", errors="replace") + LONG).encode("utf-8"),
            id="one sentence of mojibake",
        ),
        pytest.param(
            LONG.encode("utf-8") + TEXT.encode("gbk") + LONG.encode("utf-8"), id="two encodings in one file"
        ),
        pytest.param(("工作" + LOST * 30 + TEXT).encode("utf-8"), id="replacement characters"),
        pytest.param(("锟斤拷" * 20).encode("utf-8"), id="lost twice all over"),
        pytest.param(("\ue001\ue002\ue003" * 20 + TEXT).encode("utf-8"), id="private use"),
        pytest.param(bytes(range(128, 256)) * 8, id="no encoding"),
        pytest.param(random.Random(1).randbytes(5_000), id="noise"),
        pytest.param("우리는 한국어 문서입니다. ".encode("cp949") * 5, id="Korean"),
    ],
)
def test_text_that_decodes_badly_is_an_error_and_never_mojibake(data: bytes) -> None:
    with pytest.raises(UnreadableText, match=r"乱码：要点\.txt。请用记事本或 WPS 另存为 UTF-8"):
        decode(data, "要点.txt")


def test_mojibake_is_told_by_suspects_that_stand_together() -> None:
    assert is_mojibake(TEXT + "鐨勬槸鍦ㄤ笉浜嗘湁鍜屼汉杩欎腑澶т负")
    assert not is_mojibake(TEXT * 50 + "①⑴（一）□√℃±×·—…《》“”￥¥")
    assert not is_mojibake("".join("喆" + TEXT for _ in range(50)))

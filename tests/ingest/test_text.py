import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.text import bigrams, normalize, normalize_each, sentences, simplified, words


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@given(
    st.text() | st.text("\uff0c\uff1a\uff08\uff01\u3000,\u0338\u0301e\u304b\u3099\uff76\uff9e\u2026甲\x1c\n")
)
def test_the_form_for_comparing_is_simplified_nfkc_without_white_space(text: str) -> None:
    narrow = simplified(unicodedata.normalize("NFKC", text))
    assert normalize(text) == re.sub(r"\s+", "", narrow).lower()


@given(st.lists(st.text() | st.text("\uff0c\u0338e\u0301\u2026①ΑΣ\0臺 \n")))
def test_many_texts_at_once_have_the_form_that_each_has_alone(texts: list[str]) -> None:
    assert normalize_each(texts) == [normalize(text) for text in texts]


def test_traditional_characters_are_compared_as_simplified_ones() -> None:
    assert normalize("雲溪縣臺港澳事務辦公室") == "云溪县台港澳事务办公室"
    assert words("臺港澳事務") == words("台港澳事务")
    assert bigrams("參加人數") == bigrams("参加人数")


@given(st.text())
def test_every_character_keeps_its_place_when_simplified(text: str) -> None:
    assert len(simplified(text)) == len(text)
    assert simplified(simplified(text)) == simplified(text)


@given(st.text('甲乙。；;!（）()【】[]"”\n ', max_size=60))
def test_sentences_partition_a_text(text: str) -> None:
    assert "".join(split(text)) == text


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("抓好招生。抓好安全；抓好校车", ["抓好招生。", "抓好安全；", "抓好校车"]),
        ("一行\n二行", ["一行\n", "二行"]),
        ("他说“抓好安全。”散会。", ["他说“抓好安全。”", "散会。"]),
        ("抓好安全（责任：甲；配合：乙）。下句。", ["抓好安全（责任：甲；配合：乙）。", "下句。"]),
        ("安全【牵头（甲；乙）；配合丙】。下句", ["安全【牵头（甲；乙）；配合丙】。", "下句"]),
        ("未闭（甲；乙。丙", ["未闭（甲；", "乙。", "丙"]),
        ("多闭）甲；乙", ["多闭）甲；", "乙"]),
        ("跨行（甲；\n乙）。", ["跨行（甲；", "\n", "乙）。"]),
    ],
)
def test_a_sentence_ends_at_a_stop_outside_brackets(text: str, parts: list[str]) -> None:
    assert split(text) == parts


def test_a_bracket_that_never_closes_does_not_swallow_a_text() -> None:
    assert len(split("（" + "甲乙丙丁。" * 200 + "）")) == 200
    assert len(split("（" * 50_000 + "甲。" * 50_000)) == 50_000

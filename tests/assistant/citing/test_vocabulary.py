import pytest

from assistant.citing.vocabulary import foreign_words

GIVEN = "县教育局2024年要点。每学期创建市级示范园1所,抓好选、育、管,公办率达60%以上,全国对外交流"


@pytest.mark.parametrize(
    "clause",
    ["同时,要求每学期创建市级示范园1所", "其中公办率应达到百分之六十以上", "选、育、管", "2024年", ""],
)
def test_function_words_figures_and_words_of_the_source_are_at_home(clause: str) -> None:
    assert foreign_words(clause, GIVEN) == []


@pytest.mark.parametrize(
    ("clause", "word"),
    [
        ("李明创建市级示范园", "李"),
        ("暂缓创建市级示范园", "暂缓"),
        ("创建省级示范园", "省级"),
        ("创建市级示范区", "市级"),
        ("全国公办率", "全国"),
        ("每周创建市级示范园", "每周"),
        ("每学期交流", "每学期"),
        ("公办率近60%", "近"),
        ("公办率外60%", "外"),
    ],
)
def test_what_the_source_does_not_say_is_foreign(clause: str, word: str) -> None:
    assert word in foreign_words(clause, GIVEN)

import pytest

from assistant.understanding.terms import Term, coverage, covered, presence, presences, weigh
from ingest.text import normalize


def test_asking_words_and_years_carry_no_topic() -> None:
    assert [term.word for term in weigh("2024年谁负责意识形态工作?")] == ["意识形态"]


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    weights = {term.word: term.weight for term in weigh("学生和婚假")}
    assert weights["婚假"] > weights["学生"]


def test_coverage_is_the_weighted_share_of_words_found() -> None:
    terms = weigh("地铁票价")
    assert coverage(terms, normalize("轨道交通地铁的票价")) == 1
    assert 0 < coverage(terms, normalize("地铁建设")) < 1
    assert coverage(terms, normalize("义务教育")) == 0


def test_pieces_of_a_longer_word_count_in_part() -> None:
    terms = weigh("综合保税区")
    assert 0 < coverage(terms, normalize("保税货物")) < 1


def test_a_question_of_asking_words_only_is_covered_by_nothing() -> None:
    assert coverage(weigh("怎么办?"), normalize("怎么办")) == 0


def test_width_and_case_make_no_difference() -> None:
    assert coverage(weigh("ＧＤＰ增长"), normalize("gdp 增 长")) == 1


def test_an_everyday_expression_counts_once() -> None:
    words = [term.word for term in weigh("学生证丢了，学生证怎么补办？")]
    assert words.count("学生证") == 1


@pytest.mark.parametrize(
    ("word", "text", "held"),
    [
        ("教研", "加强教学研究", True),
        ("教研", "教学研,究", False),
        ("教研", "教研", True),
        ("教研", "教师培训和科研", False),
        ("综保区", "建设综合保税区", True),
        ("综保区", "综合性自由贸易区", False),
        ("综保区", "综合、保税区", False),
    ],
)
def test_a_word_is_held_by_what_it_is_short_for(word: str, text: str, held: bool) -> None:
    assert (presence(Term(word, 1.0), text) >= 0.8) == held


def test_many_texts_are_covered_as_each_is_alone() -> None:
    terms = weigh("综保区的学校今年能不能多给点钱和设备?")
    texts = [
        normalize(text) for text in ("", "综合保税区", "设备更新", "学校设备经费", "办好学校", "投入资金")
    ]
    weights, held = [term.weight for term in terms], presences(terms, texts)
    assert held == [tuple(presence(term, text) for term in terms) for text in texts]
    shares = [covered(weights, each) for each in held]
    assert shares == [coverage(terms, text) for text in texts]
    assert len(set(shares)) > 2
    assert presences((), texts) == [()] * len(texts)


def test_an_expression_that_only_asks_or_connects_weighs_little() -> None:
    weights = {term.word: term.weight for term in weigh("打算怎么办吃低保")}
    assert weights["打算"] < weights["吃低保"] / 2


@pytest.mark.parametrize(
    "question",
    [
        "护河巡查谁配合？",
        "护河巡查谁来抓落实",
        "护河巡查归哪个股管",
        "护河巡查的主管部门是哪个？",
        "护河巡查哪几家单位参与？",
    ],
)
def test_who_has_a_part_in_it_is_no_topic(question: str) -> None:
    assert [term.word for term in weigh(question)] == [term.word for term in weigh("护河巡查")]


def test_a_unit_that_is_asked_about_is_a_topic() -> None:
    assert "主管部门" in {term.word for term in weigh("主管部门对项目承担什么职责？")}


def test_what_is_done_is_said_by_its_own_word_behind_who() -> None:
    assert coverage(weigh("谁打分"), "由评审组打分") >= 0.8

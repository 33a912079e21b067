from assistant.terms import coverage, weigh
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

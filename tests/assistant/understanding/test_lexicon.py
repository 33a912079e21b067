import pytest

from assistant.understanding.lexicon import everyday_in


def found(question: str) -> list[tuple[str, str]]:
    return [(question[e.start : e.end], e.official[0]) for e in everyday_in(question)]


def test_everyday_expressions_give_their_official_terms() -> None:
    assert ("gdp", "地区生产总值") in found("gdp增长多少")


def test_the_longest_expression_wins_and_none_is_found_inside_another() -> None:
    (expression,) = everyday_in("老师工资")
    assert (expression.start, expression.end) == (0, 4)


@pytest.mark.parametrize(("said", "plain"), [("领了证", "领证"), ("看过病", "看病")])
def test_particles_within_an_expression_do_not_count(said: str, plain: str) -> None:
    (expression,) = everyday_in(said)
    assert (expression.start, expression.end) == (0, len(said))
    assert expression.official == everyday_in(plain)[0].official


@pytest.mark.parametrize("question", ["提高考核质量", "", "意识形态", "   "])
def test_expressions_are_not_found_across_words(question: str) -> None:
    assert "高考" not in [said for said, _ in found(question)]

from hypothesis import given
from hypothesis import strategies as st

from assistant.compare.columns import choose_alike, columns_of, containment, likeness
from assistant.understanding.intent import Intent
from assistant.understanding.question import Question

CHINESE = st.text("新建幼儿园公办学校", max_size=12)


def part(*years: int, place: str = "") -> Question:
    return Question("问", Intent.FIGURE, years=years, places=(place,) if place else ())


def test_years_are_columns_oldest_first() -> None:
    columns = columns_of([part(2024), part(2022)])
    assert (columns.labels, columns.order, columns.in_time) == (("2022年", "2024年"), (1, 0), True)


def test_places_of_one_year_do_not_follow_in_time() -> None:
    columns = columns_of([part(2024, place="云南省"), part(2024, place="四川省")])
    assert (columns.labels, columns.in_time) == (("云南", "四川"), False)


def test_what_is_alike_is_chosen_over_what_is_worth_a_little_more() -> None:
    worth = {"新建幼儿园8所": 1.0, "培训教师5次": 1.1, "新建幼儿园12所": 1.0}
    columns = [["新建幼儿园8所", "培训教师5次"], [], ["新建幼儿园12所"]]
    assert choose_alike(columns, worth.__getitem__, likeness) == ["新建幼儿园8所", None, "新建幼儿园12所"]


def test_worth_decides_where_nothing_is_alike() -> None:
    assert choose_alike([["甲", "乙"], ["丙"]], {"甲": 1.0, "乙": 2.0, "丙": 1.0}.__getitem__, likeness) == [
        "乙",
        "丙",
    ]


@given(CHINESE, CHINESE)
def test_likeness_is_a_share_that_does_not_depend_on_the_order(one: str, other: str) -> None:
    assert 0 <= likeness(one, other) == likeness(other, one) <= containment(one, other) <= 1


def test_numbers_make_no_difference() -> None:
    assert likeness("新建幼儿园8所", "新建幼儿园12所") == likeness("新建幼儿园八所", "新建幼儿园所") == 1.0

"""What a question names of when, where and who, and how a follow-up fills it anew."""

import pytest

from assistant.followups.slots import slots_in
from assistant.understanding.question import Facets

FACETS = Facets(
    places=("白石县", "青河市"),
    units=("人事股", "办公室", "县公安局"),
    organs=("白石县教育局", "白石县财政局", "白石县教育局办公室"),
)


def test_a_question_names_years_places_bodies_and_an_office() -> None:
    named = slots_in("2024年白石县教育局人事股负责什么", FACETS)
    assert named.kinds == (("2024年",), ("白石县",), ("教育局",), ("人事股",))
    assert named.taken_from("2024年教育局人事股的") == ""


@pytest.mark.parametrize(
    ("said", "base", "filled"),
    [
        ("财政局", "教育局人事股负责什么", "财政局人事股负责什么"),
        ("办公室", "教育局人事股负责什么", "教育局办公室负责什么"),
        ("财政局", "教育局办公室负责什么", "财政局办公室负责什么"),
        ("人事股", "教育局2024年有哪些任务", "教育局人事股2024年有哪些任务"),
        ("2023年青河", "2024年白石绿地多少公顷", "2023年青河绿地多少公顷"),
        ("2023年", "方案里2024年建几所学校", "方案里2023年建几所学校"),
        ("青河", "绿地目标是多少", "青河绿地目标是多少"),
        ("青河", "白石和青河绿地目标是多少", "青河绿地目标是多少"),
        ("2022年和2023年", "2024年绿地多少公顷", "2022年和2023年绿地多少公顷"),
    ],
)
def test_what_is_named_takes_the_place_of_its_like(said: str, base: str, filled: str) -> None:
    assert slots_in(said, FACETS).put_into(base, FACETS) == filled

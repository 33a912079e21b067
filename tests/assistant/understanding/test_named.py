"""Of which year something is asked, where a text names several."""

import pytest

from assistant.understanding.named import years_in


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("去年漏损率11.4%，今年要压到多少？", (2025,)),
        ("2023年修了40公里，2024年计划修几公里？", (2024,)),
        ("去年招了多少人，今年计划招多少人？", (2024, 2025)),
        ("2023年和2024年各修了几公里？", (2023, 2024)),
        ("2024年投入300万元，用在哪些地方？", (2024,)),
        ("今年（2023）修了几公里？", (2023,)),
        ("今年（2023）比去年多修几公里？", (2022, 2023)),
        ("去年(2023)和今年各修几公里？", (2023, 2024)),
    ],
)
def test_a_year_whose_figure_is_told_is_not_asked_of_beside_another(
    text: str, years: tuple[int, ...]
) -> None:
    assert sorted(years_in(text, 2025)) == sorted(years)

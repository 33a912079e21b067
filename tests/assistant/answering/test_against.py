import pytest

from assistant.answering.against import change_stated
from assistant.answering.gathered import Evidence
from assistant.evidence.evidence import Statement
from assistant.followups.conversation import read_question
from assistant.understanding.question import Facets
from ingest.records import Chunk


def found(question: str, *texts: str) -> list[str]:
    """Tell which sentences are kept: one of 2023, the others of 2024."""
    asked = read_question(question, Facets())
    parts = {part.years[0]: part for part in asked.parts}
    evidence = []
    for year in (2023, 2024):
        told = ("重点水域176处。",) if year == 2023 else texts
        chunks = [Chunk(text, f"{year}.txt", 1, 0, len(text), text, "通知", (), (year,)) for text in told]
        statements = tuple(Statement(c, 0, c.end, 1.5, 0.9, 0.5, 2.0, True) for c in chunks)
        evidence.append(Evidence(parts[year], (), statements))
    return [s.text for part in change_stated(asked, evidence) for s in part.statements]


@pytest.mark.parametrize(
    "text",
    [
        "重点水域由去年的176处增加到183处。",
        "重点水域183处，较2023年增加7处。",
        "重点水域183处，与上年相比，增加7处。",
    ],
)
def test_a_change_that_the_later_year_states_goes_before_figures_of_both(text: str) -> None:
    assert found("重点水域2024年比2023年增加几处？", "监控60处。", text) == [text]


@pytest.mark.parametrize("text", ["重点水域183处，较2020年增加27处。", "重点水域183处，增加7处。"])
def test_a_change_from_another_year_leaves_both_figures(text: str) -> None:
    assert found("重点水域2024年比2023年增加几处？", text) == ["重点水域176处。", text]


def test_where_no_difference_is_asked_both_years_stay() -> None:
    text = "重点水域由去年的176处增加到183处。"
    assert found("2023年和2024年重点水域各多少处？", text) == ["重点水域176处。", text]

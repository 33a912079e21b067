from collections.abc import Iterator
from typing import cast

import pytest

from assistant.assistant import Assistant
from assistant.drafting.draft import Draft
from assistant.ui.draft import bare, follow, read_year
from ingest.errors import WorkPlanError
from tests.assistant.ui.pages import draft


class Drafting:
    """Stands where an Assistant with a chat model would: its draft grows."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, int | None, str]] = []

    def stream_draft(self, topic: str, year: int | None = None, issuer: str = "") -> Iterator[Draft]:
        self.asked.append((topic, year, issuer))
        yield draft("一半")
        yield draft("全部")


@pytest.mark.parametrize(
    ("text", "year"), [("2025", 2025), ("２０２５年", 2025), ("二〇二五", 2025), (" ", None)]
)
def test_a_year_may_be_written_in_any_figures_or_left_open(text: str, year: int | None) -> None:
    assert read_year(text) == year


@pytest.mark.parametrize("text", ["明年", "25", "-2025", "20250"])
def test_what_is_no_year_of_a_plan_is_refused_with_the_remedy(text: str) -> None:
    with pytest.raises(WorkPlanError, match="1949 到 2100"):
        read_year(text)


def test_a_draft_grows_and_can_be_copied_when_it_is_complete() -> None:
    drafting = Drafting()
    shown = list(follow(cast(Assistant, drafting), "安全", "2025", "某局"))
    assert drafting.asked == [("安全", 2025, "某局")]
    assert ["data-copy" in page for _, page, _ in shown] == [False, False, False, True]
    assert "全部" in shown[-1][1]
    assert "全部" in shown[-1][2]


def test_a_wrong_year_is_one_line_and_nothing_is_drafted() -> None:
    drafting = Drafting()
    *_, (_, page, _) = follow(cast(Assistant, drafting), "安全", "明年", "")
    assert "年份无效：明年" in page
    assert not drafting.asked


def test_the_bare_text_has_no_marks() -> None:
    assert bare(draft("校")) == "校\n（一）校【待核实】个。"

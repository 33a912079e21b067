"""Questions that compare, answered from three short plans."""

import pytest

from assistant.answer import Answer
from assistant.assistant import Assistant
from assistant.compare import Table, blocks


def table(answer: Answer) -> Table:
    found = [block for block in blocks(answer.text) if isinstance(block, Table)]
    assert len(found) == 1, answer.text
    return found[0]


def row(shelf: Assistant, question: str) -> dict[str, str]:
    read = table(shelf.ask(question))
    return dict(zip(read.head, read.rows[0], strict=True))


def test_figures_of_two_years_stand_side_by_side_with_what_changed(shelf: Assistant) -> None:
    assert row(shelf, "2023年和2024年新建公办幼儿园各多少所？") == {
        "事项": "新建公办幼儿园",
        "2023年": "新建公办幼儿园8所[1]",
        "2024年": "新建公办幼儿园12所[2]",
        "变化": "指标变化（8所 → 12所）",
    }


@pytest.mark.parametrize("years", ["2023年和2024年", "2024年和2023年", "2023—2024年"])
def test_years_are_told_in_their_order_whatever_the_question_says(shelf: Assistant, years: str) -> None:
    assert row(shelf, f"{years}学前三年毛入园率分别是多少？")["变化"] == "指标变化（91%以上 → 93%以上）"


def test_units_of_two_years_stand_side_by_side(shelf: Assistant) -> None:
    read = row(shelf, "意识形态工作2023年和2024年的责任股室一样吗？")
    assert "政工股" in read["2023年"] and "党建办" in read["2024年"]
    assert read["变化"] == "责任单位变化"


def test_a_year_that_says_nothing_of_the_topic_is_told_as_such(shelf: Assistant) -> None:
    answer = shelf.ask("2023年和2024年组建教育集团各多少个？")
    assert "2023年" in answer.notice
    assert "教育集团4个" in answer.text


def test_words_of_one_year_never_stand_for_another(shelf: Assistant) -> None:
    answer = shelf.ask("2023年和2024年新建公办幼儿园各多少所？")
    assert len({(citation.doc, citation.start) for citation in answer.citations}) == 2
    assert [citation.title[6:11] for citation in answer.citations] == ["2023年", "2024年"]


def test_every_cell_is_verbatim_and_its_citation_stands_where_it_says(shelf: Assistant) -> None:
    answer = shelf.ask("2023年和2024年新建公办幼儿园各多少所？")
    for citation in answer.citations:
        assert shelf.document(citation.doc).text[citation.start : citation.end] == citation.quote
    for cell, citation in zip(table(answer).rows[0][1:3], answer.citations, strict=True):
        assert cell.removesuffix(f"[{citation.n}]") in citation.quote


def test_by_how_much_figures_differ_is_computed_from_the_two_that_are_cited(shelf: Assistant) -> None:
    answer = shelf.ask("2024年比2023年新建公办幼儿园多多少所？")
    assert answer.text.startswith("按所引的两个数字（2023年8所、2024年12所）计算，2024年比2023年多4所。")
    assert len(answer.citations) == 2

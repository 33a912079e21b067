import logging
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import Answer, Citation, Mode
from assistant.choices import Choices
from assistant.compare import Cell, Comparison, Row, write
from assistant.history import Conversation, Vote
from assistant.originals import Original
from assistant.ui.ask.show import chips, conversation, filters, head, listing
from assistant.ui.ask.talk import Talk, Turn
from assistant.ui.draft import show_draft
from assistant.ui.markup import (
    explain,
    notice,
    or_explain,
    passages,
    pieces,
    render,
    unknowns,
)
from assistant.ui.reader import read_section
from assistant.understanding.scope import Scope
from ingest.errors import NotInLibrary
from ingest.records import Filter
from tests.assistant.ui.pages import HOSTILE, answer, document, draft, read


def table(word: str) -> Answer:
    compared = Comparison((word, word), (Row(word, (Cell(word, (1,)), Cell())),), answer(word).citations)
    return write(word, compared, [])


def talk(turn: Turn) -> str:
    return conversation(Talk(turn.question, (turn,)))


PAGES: dict[str, Callable[[str], str]] = {
    "welcome": lambda word: conversation(Talk(), [word]),
    "question": lambda word: talk(Turn(word, writing=True, scope=Scope(Filter(docs=(word,))))),
    "error": lambda word: talk(Turn(word, error=word)),
    "answer": lambda word: talk(
        Turn(word, replace(answer(word), narrowed=(word,)), vote=Vote(False, word), further=(word,))
    ),
    "growing answer": lambda word: talk(Turn(word, answer(word), writing=True)),
    "table": lambda word: talk(Turn(word, table(word))),
    "refusal": lambda word: talk(Turn(word, answer(word, Mode.REFUSAL))),
    "head": lambda word: head(Talk(word, (Turn(word, answer(word)),), word)),
    "talks": lambda word: listing([Conversation(word, word, datetime.now(UTC))], word, word),
    "no talks": lambda word: listing([], "", word),
    "chips": lambda word: chips(Filter(years=(2024,), organs=(word,), docs=(word,))),
    "filters": lambda word: filters(Choices((), (word,), (), (), ((word, word),)), Filter(kinds=(word,))),
    "passages": lambda word: passages(answer(word).citations, answer(word).related),
    "section": lambda word: read_section(
        document(word), 1, (0, 5), removable=True, original=Original(Path(word)), missing=word
    ),
    "gone": lambda word: render("gone", doc=word, words=word),
    "whole document": lambda word: read_section(document(word), 0, (0, 2)),
    "draft": lambda word: show_draft(draft(word)),
    "refused draft": lambda word: show_draft(replace(draft(word), mode=Mode.REFUSAL)),
    "notice": lambda word: notice(word),
}


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("word", HOSTILE)
def test_no_word_of_a_record_becomes_markup(page: str, word: str) -> None:
    plain, hostile = read(PAGES[page]("平常的话")), read(PAGES[page](word))
    assert hostile.elements == plain.elements
    assert word in hostile.text


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1))
def test_no_text_at_all_becomes_markup(word: str) -> None:
    for name in ("answer", "passages", "draft"):
        assert read(PAGES[name](word)).elements == read(PAGES[name]("话")).elements


@pytest.mark.parametrize("page", PAGES)
def test_templates_hold_no_script_and_no_address_but_of_our_own_files(page: str) -> None:
    html = PAGES[page]("话")
    names = {name for _, attributes in read(html).elements for name in attributes}
    assert not {name for name in names if name.startswith("on")} | (names & {"src", "style", "action"})
    assert "<script" not in html
    assert re.findall('href="([^"]*)', html) == re.findall('href="(/[a-z?][^":]*)', html)


def test_only_numbers_of_citations_become_marks() -> None:
    cited = Citation(1, "a.txt", "要点", (), "原文", 0, 2)
    assert pieces("见教发[2024]15号[1][2]。", [cited]) == ["见教发[2024]15号", cited, "[2]。"]


@given(st.text(alphabet="甲[]12。"))
def test_pieces_join_back_to_the_text(text: str) -> None:
    cited = [Citation(n, "a.txt", "要点", (), "原文", 0, 2) for n in (1, 2)]
    joined = "".join(p if isinstance(p, str) else f"[{p.n}]" for p in pieces(text, cited))
    assert joined == text.replace("[01]", "[1]")


def test_marks_carry_the_place_and_the_quote_they_stand_for() -> None:
    page = talk(Turn("问", answer("原话")))
    assert 'data-event="open" data-doc="原话" data-start="0" data-end="2" data-quote="原话"' in page


def test_a_table_is_a_table_whose_cells_lead_to_their_sources() -> None:
    page = talk(Turn("问", table("话")))
    elements = [name for name, _ in read(page).elements]
    assert [elements.count(name) for name in ("table", "th", "td", "tr")] == [1, 4, 2, 2]
    assert '<td>话<button type="button" class="wp-mark" data-event="open" data-doc="话"' in page
    assert "<td>未提及</td>" in page


def test_what_is_copied_has_the_sources_with_it() -> None:
    copied = next(v for v in read(talk(Turn("问", answer("答")))).values if "出处" in v)
    assert "开头答。[1]" in copied
    assert "[1] 《答》" in copied


def test_unknowns_of_a_draft_are_cut_out_and_marked() -> None:
    assert unknowns("新建【待核实】所。") == [("新建", False), ("【待核实】", True), ("所。", False)]
    assert '<mark class="wp-unknown">【待核实】</mark>' in show_draft(draft("校"))


def test_passages_not_cited_stand_apart() -> None:
    page = passages(answer("引").citations, answer("余").related)
    assert page.index("引") < page.index("其他相关段落（1）") < page.index("余")


def test_an_error_for_the_user_is_shown_as_it_is() -> None:
    assert explain(NotInLibrary("没有这份文件：甲")) == "没有这份文件：甲"


def test_an_unforeseen_error_is_logged_and_shown_as_one_line(
    caplog: pytest.LogCaptureFixture,
) -> None:
    def fails() -> str:
        raise ZeroDivisionError("division by zero")

    with caplog.at_level(logging.ERROR):
        page = or_explain(fails)
    assert "ZeroDivisionError" in caplog.text
    assert "程序内部出错" in page
    assert "division" not in page

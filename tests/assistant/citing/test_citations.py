import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.citing.citations import Sources, fold, marks
from tests.assistant.passages import IDEOLOGY, KINDERGARTENS, OFFSET, passage, words

CHINESE = st.text("全县公办园占比达６0％以上，。、（）〔2024〕１5号 　\n“两个确立”—-ＡbＣ", max_size=40)


def test_sources_are_numbered_by_first_use_and_a_quote_keeps_its_number() -> None:
    sources = Sources()
    numbers = [
        sources.cite(IDEOLOGY, OFFSET, OFFSET + 12),
        sources.cite(KINDERGARTENS, OFFSET, OFFSET + 9),
        sources.cite(IDEOLOGY, OFFSET, OFFSET + 12),
    ]
    assert numbers == [1, 2, 1]
    assert [citation.n for citation in sources.citations] == [1, 2]
    assert sources.citations[1].path == KINDERGARTENS.path


@given(CHINESE, st.data())
def test_every_quote_is_verbatim_at_its_offsets(text: str, data: st.DataObject) -> None:
    chunk = passage(text)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    sources = Sources()
    if not text[start:end].strip():
        with pytest.raises(ValueError, match="No quote"):
            sources.cite(chunk, OFFSET + start, OFFSET + end)
        return
    sources.cite(chunk, OFFSET + start, OFFSET + end)
    (citation,) = sources.citations
    assert words(chunk, citation.start, citation.end) == citation.quote == text[start:end].strip()


@pytest.mark.parametrize(("start", "end"), [(-1, 5), (0, 10_000), (5, 5), (9, 3)])
def test_a_span_outside_its_passage_is_no_quote(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="No quote"):
        Sources().cite(IDEOLOGY, OFFSET + start, OFFSET + end)


@given(CHINESE, st.data())
def test_what_is_found_folded_folds_to_what_was_sought(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    sought = fold(text[start : data.draw(st.integers(start, len(text)))]).text
    span = fold(text).find(sought)
    assert span is None if not sought else span and fold(text[slice(*span)]).text == sought


def test_marks_stand_in_the_order_given() -> None:
    assert marks((1, 3)) == "[1][3]"
    assert marks(()) == ""

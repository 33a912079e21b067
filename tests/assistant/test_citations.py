import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.citations import Sources, fold, locate, marks
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


@pytest.mark.parametrize(
    ("sought", "quote"),
    [
        ("新建幼儿园１２所", "新建幼儿园12所"),
        ("公办园 占比达60％以上，", "公办园占比达60%以上"),
        ("责任股室:基教股。", "责任股室：基教股"),
        (
            "全县公办园的占比要达60%以上，普惠率达85%以上",
            "全县公办园占比达60%以上,普惠率达85%以上,新建幼儿园12所,改造农村小学5所。",
        ),
    ],
)
def test_the_best_quote_is_the_words_themselves_else_the_sentence_that_holds_most(
    sought: str, quote: str
) -> None:
    span = locate(sought, KINDERGARTENS)
    assert span
    assert words(KINDERGARTENS, *span) == quote


@pytest.mark.parametrize("sought", ["推进职业教育产教融合", "", "。", "教师培训"])
def test_words_that_are_not_there_have_no_quote(sought: str) -> None:
    assert locate(sought, KINDERGARTENS) is None


def test_an_empty_passage_has_no_quote() -> None:
    assert locate("意识形态", passage("")) is None


def test_marks_stand_in_the_order_given() -> None:
    assert marks((1, 3)) == "[1][3]"
    assert marks(()) == ""

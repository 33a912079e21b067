"""Statements of two places set side by side."""

from assistant.compare.facts import compare_facts
from assistant.compare.records import Comparison
from assistant.evidence.evidence import Statement
from assistant.understanding.question import Facets, Question
from assistant.understanding.standalone import read_standalone
from ingest.records import Chunk, Document, Header, Section

PLACES = ("白石县", "青河市")


def compared(question: str, white: str, green: str) -> Comparison | None:
    texts = dict(zip(PLACES, (white, green), strict=True))
    whole = read_standalone(question, Facets(places=PLACES))
    return compare_facts(
        question,
        [(part, [_said(part, texts)]) for part in whole.parts],
        lambda doc: _document(doc, texts[doc]),
    )


def _said(part: Question, texts: dict[str, str]) -> Statement:
    text = texts[part.places[0]]
    chunk = Chunk("c", part.places[0], 0, 0, len(text), text, f"{part.places[0]}城市管理报告")
    return Statement(chunk, 0, len(text), 1.0, 1.0, 0.5, 2.0, True)


def _document(doc: str, text: str) -> Document:
    title = f"{doc}城市管理报告"
    return Document(
        doc, "", "txt", Header(title), text, (Section(0, "", title, 0, 0, len(text), len(text), None),)
    )


def test_a_side_whose_figures_are_of_other_things_is_left_empty() -> None:
    found = compared("白石县和青河市人均绿地哪个多？", "人均绿地12平方米。", "绿地率41%，水面20平方米。")
    assert found is not None
    assert [cell.text for cell in found.rows[0].cells] == ["人均绿地12平方米", ""]
    assert found.told == ""


def test_of_two_figures_of_a_side_the_one_of_the_kind_asked_is_taken() -> None:
    found = compared(
        "白石县和青河市接待游客各多少？",
        "全年接待游客增长了8%左右，今年节日期间接待游客90万人次，新开业的大小景点达到7个。",
        "接待游客70万人次，增长9%。",
    )
    assert found is not None
    assert [cell.text for cell in found.rows[0].cells] == [
        "今年节日期间接待游客90万人次",
        "接待游客70万人次，增长9%",
    ]


def test_without_a_figure_of_the_thing_on_any_side_there_is_no_table() -> None:
    assert compared("白石县和青河市人均绿地哪个多？", "公园12个。", "水面20平方米。") is None

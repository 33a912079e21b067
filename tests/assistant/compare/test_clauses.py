import pytest

from assistant.compare.clauses import Claim, claims_of
from assistant.evidence.evidence import Statement
from assistant.understanding.question import Facets, Question
from assistant.understanding.standalone import read_standalone
from assistant.wanted.wanted import wanted_fact
from ingest.records import Chunk, Document, Header, Section

TITLE = "云溪县2024年教育工作要点"


def claims(question: str, text: str, years: tuple[int, ...] = (2024,)) -> list[Claim]:
    asked: Question = read_standalone(question, Facets())
    chunk = Chunk("c", "a.txt", 0, 0, len(text), text, TITLE, years=years)
    document = Document(
        "a.txt", "", "txt", Header(TITLE), text, (Section(0, "", TITLE, 0, 0, len(text), len(text), None),)
    )
    statement = Statement(chunk, 0, len(text), 1.0, 1.0, 0.5, 2.0, True)
    return claims_of(asked, [statement], wanted_fact(asked), lambda _: document)


@pytest.mark.parametrize(
    ("question", "text", "words"),
    [
        (
            "2024年新建幼儿园几所？",
            "新建公办幼儿园12所，学前三年毛入园率达到93%以上，普惠率达到85%。",
            "新建公办幼儿园12所",
        ),
        (
            "2024年新建幼儿园几所？",
            "新建幼儿园28所，其中2022年8所、2023年12所、2024年5所、2025年3所。",
            "2024年5所",
        ),
        ("2024年毛入园率达到多少？", "指标：毛入园率　2023年：93%　2024年：94%　2025年：95%", "2024年：94%"),
        (
            "2024年资助学生发了多少钱？",
            "资助困难学生1.9万人次，发放资金2417万元。",
            "资助困难学生1.9万人次，发放资金2417万元",
        ),
    ],
)
def test_the_clause_that_states_the_fact_of_the_year_is_cut_out(question: str, text: str, words: str) -> None:
    assert claims(question, text)[0].text == words


def test_where_no_fact_is_asked_the_whole_statement_stands() -> None:
    assert claims("2024年学前教育有什么变化？", "扩大资源，办好幼儿园。")[0].text == "扩大资源，办好幼儿园"


def test_a_clause_without_the_fact_is_no_claim() -> None:
    assert claims("2024年新建幼儿园几所？", "扩大资源，办好幼儿园。") == []


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("2024年新建体育公园几个？", "新建垃圾中转站3个。"),
        ("2024年人均绿地多少平方米？", "绿地310公顷，水面20平方米。"),
        ("2024年毛入园率是多少？", "巩固率达到98%，覆盖率达到90%。"),
    ],
)
def test_a_figure_of_another_thing_is_no_claim(question: str, text: str) -> None:
    assert claims(question, text) == []


def test_the_thing_may_be_named_before_the_clause_that_measures_it() -> None:
    found = claims("2024年延时服务参与率达到多少？", "延时服务全面铺开，学生参与率达到76.4%。")
    assert "学生参与率达到76.4%" in [claim.text for claim in found]

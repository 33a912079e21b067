"""A stored duty answers only for what its own text says, or that of the section it holds for."""

from collections.abc import Sequence

from assistant.duties import charges_for
from assistant.evidence.charged import charged, said_of
from assistant.evidence.evidence import Statement
from assistant.followups.conversation import read_question
from assistant.understanding.question import Facets
from assistant.understanding.terms import weigh
from ingest.facts import find_duties
from ingest.outline import read_outline
from ingest.records import Chunk, Document, Header, Hit, Line


def document(*lines: str) -> Document:
    text, sections = read_outline([Line(line) for line in lines], "要点")
    header = Header("要点", "白石县教育局", years=(2024,))
    return Document("要点", "要点", "txt", header, text, sections, find_duties(text, sections))


def named(question: str, *lines: str, cosine: float = 0.3) -> list[str]:
    """Name the units whose duties answer, where all texts have the same cosine with the question."""
    stored = document(*lines)
    hits = [
        Hit(Chunk("c", stored.doc, i, s.start, s.own_end, stored.text[s.start : s.own_end], stored.doc), 1.0)
        for i, s in enumerate(stored.sections)
    ]
    near = charges_for(weigh(question), hits, lambda doc: stored, at_least=0.5)

    def similarity(texts: Sequence[str]) -> list[float]:
        return [cosine] * len(texts)

    found = charged(read_question(question, Facets()), near, similarity)
    return [duty.unit for charge in found for duty in charge.duties]


def test_a_duty_under_a_heading_that_is_asked_after_answers_only_with_a_text_of_that() -> None:
    heading, question = "一、校园足球联赛", "校园足球联赛由谁负责？"
    assert named(question, heading, "1.春季学期举办校园足球联赛。（责任单位：体育股）") == ["体育股"]
    assert named(question, heading, "1.改建学生食堂。（责任单位：后勤股）") == []


def test_the_duty_in_the_heading_of_a_chapter_holds_for_its_sections_that_have_none() -> None:
    chapter, asked, other = "一、发展校园体育（责任股室：体育股）", "1.组织足球联赛。", "2.新建操场。"
    question = "足球联赛由谁负责？"
    assert named(question, chapter, asked, "春季举办。", other, "年内建成。") == ["体育股"]
    assert named(question, chapter, asked, "春季举办。", other, "年内建成。（责任股室：项目股）") == [
        "体育股"
    ]


def test_a_duty_in_the_text_of_a_chapter_does_not_hold_beside_duties_of_its_sections() -> None:
    chapter, said = "一、发展校园体育", "由体育股牵头办好校园体育。\n各校全员参与。"
    asked, other = "1.组织足球联赛。", "2.新建操场。"
    question = "足球联赛由谁负责？"
    assert named(question, chapter, said, asked, "春季举办。", other, "年内建成。（责任股室：项目股）") == []


def test_a_chapter_that_names_its_units_is_asked_after_by_the_headings_below_it() -> None:
    chapter, one, other = "一、织密防护网（责任股室：疾控股）", "1.监测传染病。", "2.管理慢性病。"
    assert named("传染病和慢性病由谁负责？", chapter, one, "每日监测。", other, "每季随访。") == ["疾控股"]


def test_what_the_title_says_does_not_count_for_what_a_statement_says() -> None:
    text = "预留教育用地。"
    chunk = Chunk("1", "方案.txt", 1, 0, len(text), text, "白石县优质均衡发展方案", ("一、优化布局",))
    statement = Statement(chunk, 0, len(text), 1.0, 1.0, 0.5, 2.0, True)
    assert said_of(weigh("优质均衡发展方案里教育用地怎么预留？"), statement) == 1.0
    assert said_of(weigh("优质均衡发展方案里足球联赛怎么办？"), statement) == 0.0


def test_a_duty_under_the_heading_that_is_asked_after_need_say_less_itself() -> None:
    item = "1.扩大学前资源。新建公办幼儿园3所。（责任股室：基础教育股）"
    assert named("谁负责学前教育？", "二、办好学前教育", item, cosine=0.2) == ["基础教育股"]
    assert named("谁负责学前教育招生？", "二、办好学前教育", item, cosine=0.2) == []

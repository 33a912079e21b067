from collections.abc import Mapping, Sequence

from assistant.answer import Answer
from assistant.duties import charges_for, name_units, tasks
from assistant.understanding.intent import Intent
from assistant.understanding.question import Question
from assistant.understanding.terms import weigh
from ingest.facts import find_aliases, find_duties
from ingest.outline import read_outline
from ingest.records import Alias, Chunk, Document, Header, Hit, Line

ORGAN = "云溪县教育局"
CHART = (
    "一、办公室",
    "2023年1月设立。负责文电、会务和机要工作；配合做好信访。",
    "二、政工人事股",
    "负责机构编制和职称评审；承担离退休干部服务工作。",
)
RULES = (
    "第一条　县教育局负责交流轮岗的统筹规划；县委编办负责核定、调整学校编制；县财政局负责落实交通补助经费。",
    "第二条　跟岗学习由人事股会同教研室制定办法。",
)


def document(doc: str, *lines: str, year: int = 2024, organ: str = ORGAN) -> Document:
    text, sections = read_outline([Line(line) for line in lines], doc)
    duties = find_duties(text, sections)
    aliases = find_aliases(text, sections, duties)
    header = Header(doc, organ, years=(year,))
    return Document(doc, doc, "txt", header, text, sections, duties, aliases=aliases)


def asked_of(unit: str, *documents: Document, aliases: Mapping[str, Sequence[Alias]] | None = None) -> str:
    question = Question(f"{unit}负责哪些工作？", Intent.TASKS, unit=unit)
    answer = tasks(question, documents) if aliases is None else tasks(question, documents, aliases)
    assert answer is None or all(quoted(answer, documents))
    return "" if answer is None else answer.text


def asked(text: str, stored: Document) -> Answer:
    hits = [
        Hit(Chunk("c", stored.doc, i, s.start, s.own_end, stored.text[s.start : s.own_end], stored.doc), 1.0)
        for i, s in enumerate(stored.sections)
    ]
    charges = charges_for(weigh(text), hits, lambda doc: stored, at_least=0.5)
    answer = name_units(Question(text, Intent.DUTY), charges, hits)
    assert all(quoted(answer, [stored]))
    return answer


def quoted(answer: Answer, documents: Sequence[Document]) -> list[bool]:
    texts = {stored.doc: stored.text for stored in documents}
    return [texts[c.doc][c.start : c.end] == c.quote for c in answer.citations]


def test_of_several_units_in_a_sentence_the_one_with_the_task_is_named() -> None:
    answer = asked("谁核定学校编制？", document("轮岗办法", *RULES))
    assert answer.text == "县委编办：“负责核定、调整学校编制”。[1]"
    assert asked("交通补助经费由谁落实？", document("轮岗办法", *RULES)).text.startswith("县财政局：")


def test_who_acts_together_is_named_with_the_parts_they_have() -> None:
    answer = asked("跟岗学习办法由谁制定？", document("轮岗办法", *RULES))
    assert answer.text == "由人事股牵头，教研室配合：“跟岗学习由人事股会同教研室制定办法”。[1]"


def test_a_common_word_among_others_is_no_task_of_its_own() -> None:
    plan = (
        "一、建好宣传阵地",
        "加强网站、公众号等对外媒介的安全管控。（责任股室：办公室）",
        "二、守护校园",
        "加强校园安全管理，每月排查隐患。（责任股室：后勤股）",
    )
    assert asked("安全工作由哪个股负责？", document("要点", *plan[:2])).text == ""
    assert asked("安全工作由哪个股负责？", document("要点", *plan)).text == "“守护校园”由后勤股负责。[1]"


def test_a_charge_that_holds_little_of_what_is_asked_is_no_answer() -> None:
    plan = ("一、从严治党", "落实检查考核、责任追究制度。（责任股室：监察股）")
    assert asked("消防检查由哪个股负责？", document("要点", *plan)).text == ""


def test_a_unit_of_a_chart_is_named_for_the_task_that_is_asked() -> None:
    answer = asked("离退休干部服务归谁管？", document("职责分工", *CHART))
    assert answer.text == "政工人事股：“承担离退休干部服务工作”。[1]"


def test_a_chart_lists_what_a_unit_does() -> None:
    told = asked_of("办公室", document("职责分工", *CHART))
    assert "负责文电、会务和机要工作；配合做好信访[1]" in told
    assert "共 1 项" in told


def test_tasks_stated_beside_units_are_listed_apart() -> None:
    told = asked_of("县财政局", document("轮岗办法", *RULES))
    assert told.endswith("· 负责落实交通补助经费[1]")


def test_a_unit_is_found_by_either_of_its_names_within_one_issuing_body() -> None:
    plan = document("工作要点", "一、补充教师。公开招聘。（责任股室：人事股）")
    full = document("职责分工", *CHART)
    other = document("外县要点", "一、补充教师。公开招聘。（责任股室：人事股）", organ="青河县教育局")
    known = {ORGAN: (Alias("人事股", "政工人事股", 0, 1),)}
    told = asked_of("政工人事股", plan, full, other, aliases=known)
    assert "· 补充教师（原文为“人事股”）" in told
    assert "负责机构编制和职称评审" in told
    assert "外县要点" not in told
    assert "负责机构编制" in asked_of("人事股", full, aliases=known)


def test_what_a_document_declares_counts_for_itself() -> None:
    plan = document("工作要点", "一、补充教师。由政工人事股（以下简称人事股）负责。")
    assert "（原文为“政工人事股”）" in asked_of("人事股", plan)
    assert asked_of("人事股", document("职责分工", *CHART)) == ""


def test_each_row_of_a_calendar_has_units_of_its_own() -> None:
    calendar = ("3月　学雷锋志愿服务　德育处", "4月　实验操作比赛　教科室", "5月　校园艺术节　体卫艺处")
    told = asked("校园艺术节由谁负责？", document("行事历", "行事历", *calendar)).text
    assert told.startswith("“校园艺术节”由体卫艺处负责。")

"""Questions of a conversation that point back: at places, units, a document, or at nothing by name."""

from collections.abc import Sequence

import pytest

from assistant.assistant import Assistant
from assistant.followups.conversation import read_question
from assistant.understanding.question import Facets

Y23, Y24, RULE = (
    "白石县教育局2023年工作要点.txt",
    "白石县教育局2024年工作要点.txt",
    "青河市控辍保学实施方案.txt",
)


def cited(shelf: Assistant, question: str, previous: Sequence[str]) -> set[str]:
    return {citation.doc for citation in shelf.ask(question, previous).citations}


def test_units_of_the_answer_before_are_meant_by_number(shelf: Assistant) -> None:
    before = ["2023年意识形态工作由谁负责？"]
    answer = shelf.ask("这两个股室分别还负责什么？", before)
    assert "办公室负责的工作共 1 项，已全部列出。" in answer.text
    assert "政工股负责的工作共 2 项，已全部列出。" in answer.text
    assert answer.text.index("办公室负责") < answer.text.index("政工股负责")
    assert [citation.n for citation in answer.citations] == list(range(1, len(answer.citations) + 1))
    assert "这三个股室" in shelf.read("这三个股室分别还负责什么？", before).text


def test_places_asked_of_before_are_meant_by_number(shelf: Assistant) -> None:
    before = ["白石县2024年新建幼儿园多少所？", "青河市呢？"]
    read = shelf.read("这两个地方哪个多？", before)
    assert [place[:2] for place in read.places] == ["白石", "青河"]
    assert "新建幼儿园" in read.text
    assert "新建幼儿园" not in shelf.read("这两个地方义务教育巩固率哪个高？", before).text


def test_this_document_is_the_one_the_answer_stood_on(shelf: Assistant) -> None:
    before = ["辍学的学生怎么劝返？"]
    assert shelf.read("总结一下这个方案", before).text == "总结一下《青河市教育局2024年控辍保学实施方案》"
    assert cited(shelf, "这份文件主要讲了什么？", before) == {RULE}


def test_what_it_has_is_of_the_document_the_question_named(shelf: Assistant) -> None:
    read = shelf.read("它的巩固率目标是多少？", ["控辍保学实施方案里办公室负责什么？"])
    assert read.titled is not None
    assert read.titled.docs == (RULE,)
    assert "办公室" not in read.text


@pytest.mark.parametrize(
    ("before", "question", "doc"),
    [
        ("2024年怎么推进集团化办学？", "网络安全呢？", Y24),
        ("辍学的学生怎么劝返？", "台账怎么建？", RULE),
        ("2023年食堂明厨亮灶改造什么时候完成？", "哪个股室会同？", Y23),
    ],
)
def test_a_question_of_few_words_is_asked_of_the_document_before(
    shelf: Assistant, before: str, question: str, doc: str
) -> None:
    assert cited(shelf, question, [before]) == {doc}


def test_a_question_of_its_own_is_answered_by_whatever_document_answers_it(shelf: Assistant) -> None:
    assert cited(shelf, "食堂“互联网+明厨亮灶”改造什么时候完成？", ["辍学的学生怎么劝返？"]) == {Y23}


def test_what_a_refusal_was_looked_for_in_is_still_meant(shelf: Assistant) -> None:
    before = ["辍学的学生怎么劝返？", "罚多少？"]
    assert shelf.ask(before[1], before[:1]).refused
    assert shelf.read("台账怎么建？", before).carried == (RULE,)


def test_another_measure_takes_the_place_of_the_one_before(shelf: Assistant) -> None:
    before = ["2024年新建公办幼儿园多少所？"]
    assert shelf.read("毛入园率呢？", before).text == "2024年毛入园率是多少？"
    assert shelf.read("党员呢？", before).text.startswith("2024年新建公办幼儿园")
    assert shelf.read("智慧校园教室改造呢？", before).text == "2024年智慧校园教室改造是多少？"


def test_whether_something_is_written_asks_for_it(shelf: Assistant) -> None:
    read = shelf.read("有没有写什么时候完成？", ["2023年食堂改造由谁负责？"])
    assert read.intent.name == "DEADLINE"
    assert "食堂改造" in read.text


def test_a_numbered_part_is_one_of_the_document_before(shelf: Assistant) -> None:
    answer = shelf.ask("第二部分呢？", ["控辍保学实施方案讲了什么？"])
    assert answer.text.startswith("《青河市教育局2024年控辍保学实施方案》“二、工作措施”")


def test_what_says_no_topic_is_asked_of_no_other_document(shelf: Assistant) -> None:
    assert shelf.ask("谁牵头？", ["辍学的学生怎么劝返？"]).refused


@pytest.mark.parametrize("asked", ["上面第二条说的是什么？", "刚才第2条具体是什么", "第二点呢？"])
def test_a_line_of_the_answer_is_quoted_with_its_paragraph(shelf: Assistant, asked: str) -> None:
    before = ["2023年和2024年新建公办幼儿园各多少所？"]
    answer = shelf.ask(asked, before)
    assert {citation.doc for citation in answer.citations} == {Y24}
    assert "学前三年毛入园率达到93%以上" in answer.text
    assert "新建公办幼儿园8所" not in answer.text


def test_a_line_the_answer_does_not_have_is_not_made_up(shelf: Assistant) -> None:
    read = shelf.read("上面第九条说的是什么？", ["2024年新建公办幼儿园多少所？"])
    assert read.cited == ()


@pytest.mark.parametrize(
    ("question", "base", "text"),
    [
        ("和去年比呢？", "2024年新建公办幼儿园多少所？", "2023年和2024年新建公办幼儿园多少所？"),
        ("那去年呢", "今年新建公办幼儿园多少所？", "去年新建公办幼儿园多少所？"),
        ("怎么劝返？", "辍学有哪些原因？", "辍学怎么劝返"),
        ("那学校要做哪些工作", "教育集团什么时候挂牌？", "教育集团挂牌学校要做哪些工作"),
        ("涉及多少学生？", "食堂改造什么时候开工？", "食堂改造开工涉及多少学生"),
        ("副组长呢", "控辍保学的组长是谁？", "控辍保学的副组长是谁？"),
        ("网络安全演练呢？", "意识形态工作由谁负责？", "网络安全演练谁负责？"),
        ("实际呢？", "2024年毛入园率目标是多少？", "2024年毛入园率实际是多少？"),
        ("去年实际多少？", "2024年毛入园率目标是多少？", "2023年毛入园率实际多少"),
        ("巩固率呢？", "2024年毛入园率目标是多少？", "2024年巩固率目标是多少？"),
        ("收费标准呢？", "延时服务由哪个股室牵头？", "延时服务收费标准是多少？"),
    ],
)
def test_what_a_follow_up_keeps_of_the_question_before(
    shelf: Assistant, question: str, base: str, text: str
) -> None:
    assert shelf.read(question, [base]).text == text


def test_two_years_are_those_that_were_asked_of_before(shelf: Assistant) -> None:
    before = ["2024年新建公办幼儿园多少所？", "2023年呢？"]
    read = shelf.read("两年差多少？", before)
    assert read.years == (2023, 2024)
    assert "新建公办幼儿园" in read.text
    assert shelf.ask("两年差多少？", before).text.startswith(
        "按所引的两个数字（2023年8所、2024年12所）计算，2024年比2023年多4所。"
    )


def test_two_places_that_were_asked_of_are_set_side_by_side(shelf: Assistant) -> None:
    read = shelf.read("两个县哪个高？", ["白石县2024年巩固率是多少？", "青河市呢？"])
    assert [place[:2] for place in read.places] == ["白石", "青河"]


def test_an_office_is_one_of_the_body_talked_of() -> None:
    facets = Facets(units=("人事股", "水务股"), organs=("白石县教育局", "白石县财政局"))
    before = ["教育局水务股负责什么？"]
    assert read_question("人事股负责什么", facets, before).text == "教育局人事股负责什么"
    assert read_question("财政局人事股负责什么", facets, before).text == "财政局人事股负责什么"
    assert read_question("人事股负责什么", facets, before, seated=lambda _: False).text == "人事股负责什么"


def test_the_former_and_the_latter_are_those_named_side_by_side(shelf: Assistant) -> None:
    before = ["学前教育股和基础教育股分别负责什么？"]
    assert shelf.read("前者牵头哪些任务？", before).unit == "学前教育股"
    assert shelf.read("后者呢？", [*before, "前者牵头哪些任务？"]).unit == "基础教育股"


@pytest.mark.parametrize("asked", ["上面说的那个方案是谁印发的", "印发单位呢", "它是哪年发的"])
def test_a_document_is_asked_after_itself(shelf: Assistant, asked: str) -> None:
    read = shelf.read(asked, ["辍学的学生怎么劝返？"])
    assert read.text.startswith("《青河市教育局2024年控辍保学实施方案》")


@pytest.mark.parametrize("asked", ["谁说的", "这话从哪来的", "依据是哪个文件", "哪里规定的"])
def test_where_an_answer_is_from_may_be_asked_in_many_ways(shelf: Assistant, asked: str) -> None:
    answer = shelf.ask(asked, ["2024年新建公办幼儿园多少所？"])
    assert answer.text.startswith("上面的回答出自") and {cited.doc for cited in answer.citations} == {Y24}


def test_the_bureau_is_the_one_the_answer_named(shelf: Assistant) -> None:
    before = ["2023年食堂“明厨亮灶”改造由谁会同后勤股负责？"]
    assert "县市场监管局" in shelf.ask(before[0]).text
    assert shelf.read("该局负责哪些工作？", before).unit == "县市场监管局"


def test_why_is_not_asked_again(shelf: Assistant) -> None:
    read = shelf.read("由谁牵头？", ["2024年新建公办幼儿园多少所？", "为什么？"])
    assert "为什么" not in read.text and "新建公办幼儿园" in read.text


def test_a_question_of_its_own_takes_over_nothing(shelf: Assistant) -> None:
    before = ["2023年新建公办幼儿园多少所？", "白石县2024年组建几个教育集团？"]
    read = shelf.read("控辍保学的巩固率要保持在多少", before)
    assert read.years == () and read.places == ()


def test_more_is_what_was_not_told_and_that_there_is_none_is_said(shelf: Assistant) -> None:
    first = shelf.ask("意识形态工作怎么抓？")
    before, told = ["意识形态工作怎么抓？"], {(cited.doc, cited.start) for cited in first.citations}
    for _ in range(4):
        more = shelf.ask("还有吗", before)
        assert told.isdisjoint((cited.doc, cited.start) for cited in more.citations)
        told |= {(cited.doc, cited.start) for cited in more.citations}
        before.append("还有吗")
    assert "没有更多" in more.text
    assert "没有更多" in shelf.ask("继续", ["2024年新建公办幼儿园多少所？"]).text


@pytest.mark.parametrize("asked", ["具体点", "详细说说", "能再具体一点吗"])
def test_what_was_told_is_told_at_length(shelf: Assistant, asked: str) -> None:
    answer = shelf.ask(asked, ["2024年新建公办幼儿园多少所？"])
    assert "学前三年毛入园率达到93%以上" in answer.text
    assert {cited.doc for cited in answer.citations} == {Y24}

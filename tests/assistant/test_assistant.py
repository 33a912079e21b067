"""What a user sees: questions to a shelf of three plans, on the real engines and the bundled model."""

import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from assistant.answer import Answer, Mode
from assistant.answering.gathered import Evidence
from assistant.answering.respond import Responder
from assistant.assistant import Assistant
from assistant.settings import Settings
from assistant.understanding.question import Question
from ingest.errors import NotInLibrary
from tests.assistant.shelf import write_plans


def quotes(answer: Answer) -> str:
    return "".join(citation.quote for citation in answer.citations)


def assert_proved(answer: Answer, assistant: Assistant) -> None:
    """Every quote stands at its offsets, every line but titles carries a mark, every mark a citation."""
    for citation in answer.citations:
        assert assistant.document(citation.doc).text[citation.start : citation.end] == citation.quote
        assert f"[{citation.n}]" in answer.text
    assert [citation.n for citation in answer.citations] == list(range(1, len(answer.citations) + 1))


def test_units_are_named_from_the_bracket_that_closes_the_task(shelf: Assistant) -> None:
    answer = shelf.ask("2023年谁负责意识形态工作？")
    assert answer.text == "“落实意识形态工作责任制”由办公室、政工股负责。[1]"
    assert answer.citations[0].doc == "白石县教育局2023年工作要点.txt"
    assert answer.citations[0].path == ("一、加强党的建设", "1.落实意识形态工作责任制")
    assert answer.citations[0].quote.endswith("(责任股室:办公室、政工股)")


def test_without_a_year_every_year_answers_newest_first(shelf: Assistant) -> None:
    answer = shelf.ask("谁负责意识形态工作？")
    assert answer.text.index("党建办") < answer.text.index("政工股")
    assert {c.doc for c in answer.citations} == {
        "白石县教育局2023年工作要点.txt",
        "白石县教育局2024年工作要点.txt",
    }
    assert_proved(answer, shelf)


def test_roles_are_told_apart(shelf: Assistant) -> None:
    text = shelf.ask("2023年扩大学前教育资源由谁牵头？").text
    assert "由学前教育股牵头" in text
    assert "由计划财务股负责" in text
    assert "各乡镇配合" in text


def test_a_figure_is_answered_by_the_sentence_that_states_it(shelf: Assistant) -> None:
    answer = shelf.ask("2024年新建公办幼儿园多少所？")
    assert "12所" in answer.text
    assert "8所" not in answer.text
    assert_proved(answer, shelf)


def test_two_years_are_answered_side_by_side(shelf: Assistant) -> None:
    answer = shelf.ask("2023年和2024年学前三年毛入园率分别是多少？")
    assert "91%" in answer.text
    assert "93%" in answer.text
    assert_proved(answer, shelf)


def test_a_deadline_is_answered_by_its_date(shelf: Assistant) -> None:
    assert "9月底前" in shelf.ask("食堂改造什么时候完成？").text


def test_measures_are_quoted(shelf: Assistant) -> None:
    answer = shelf.ask("怎么劝返辍学学生？")
    assert "双线包保" in quotes(answer)
    assert answer.mode is Mode.EXTRACT


def test_the_tasks_of_a_unit_are_listed_completely(shelf: Assistant) -> None:
    answer = shelf.ask("学前教育股负责哪些工作？")
    assert answer.text.startswith("学前教育股负责的工作共 2 项，已全部列出。")
    assert len(answer.citations) == 2
    assert_proved(answer, shelf)


def test_nothing_found_is_refused_with_the_nearest_titles(shelf: Assistant) -> None:
    answer = shelf.ask("学生营养餐每人每天补助多少钱？")
    assert answer.refused
    assert answer.citations == ()
    assert "《" in answer.text


def test_a_topic_without_the_fact_asked_says_what_is_missing(shelf: Assistant) -> None:
    answer = shelf.ask("劝返辍学学生由谁负责？")
    assert answer.refused
    assert "没有写明由谁负责" in answer.text


def test_evidence_of_another_year_is_refused_and_named(shelf: Assistant) -> None:
    answer = shelf.ask("2019年新建公办幼儿园多少所？")
    assert answer.refused
    assert "没有2019年的相关内容" in answer.text


def test_part_of_a_comparison_that_is_missing_is_named(shelf: Assistant) -> None:
    answer = shelf.ask("2019年和2024年新建公办幼儿园分别多少所？")
    assert "12所" in answer.text
    assert "2019年" in answer.notice


def test_a_follow_up_asks_of_the_same_topic(shelf: Assistant) -> None:
    answer = shelf.ask("那2024年呢？", ["2023年谁负责意识形态工作？"])
    assert "党建办" in answer.text
    assert "政工股" not in answer.text


def test_streaming_ends_with_the_answer_that_asking_gives(shelf: Assistant) -> None:
    question = "2024年组建教育集团多少个？"
    assert list(shelf.stream(question))[-1] == shelf.ask(question)


def test_search_gives_verbatim_spans_best_first(shelf: Assistant) -> None:
    hits = shelf.search("明厨亮灶", 5)
    assert "明厨亮灶" in hits[0].chunk.text
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    for hit in hits:
        chunk = hit.chunk
        assert shelf.document(chunk.doc).text[chunk.start : chunk.end] == chunk.text


def test_a_draft_traces_every_sentence(shelf: Assistant) -> None:
    draft = shelf.draft("意识形态工作", 2025, "白石县教育局")
    assert "2025年" in draft.title
    numbers = {citation.n for citation in draft.citations}
    sentences = [sentence for paragraph in draft.paragraphs for sentence in paragraph.sentences]
    assert sentences
    assert all(sentence.citations and numbers.issuperset(sentence.citations) for sentence in sentences)


def test_examples_are_questions_the_library_answers(shelf: Assistant) -> None:
    examples = shelf.examples()
    assert examples
    assert not any(shelf.ask(example).refused for example in examples)


def test_an_empty_library_says_how_to_fill_it(tmp_path: Path) -> None:
    with Assistant.open(Settings(home=tmp_path)) as assistant:
        answer = assistant.ask("谁负责意识形态工作？")
        assert answer.refused
        assert "请先" in answer.text
        assert assistant.examples() == []
        assert assistant.search("食堂") == []
        assert assistant.draft("食堂").refused


@pytest.mark.parametrize(
    "question", ["", "？？？", "a" * 3000, "谁" * 500, "\x00\n", "怎么办？", '" OR (AND:*']
)
def test_odd_questions_are_refused_not_crashed_on(shelf: Assistant, question: str) -> None:
    assert shelf.ask(question).refused


def test_a_removed_document_is_neither_found_nor_opened(tmp_path: Path) -> None:
    with Assistant.open(Settings(home=tmp_path / "home")) as assistant:
        assistant.keeper.ingest([write_plans(tmp_path / "plans")])
        assistant.keeper.remove("青河市控辍保学实施方案.txt")
        assert assistant.ask("怎么劝返辍学学生？").refused
        with pytest.raises(NotInLibrary):
            assistant.document("青河市控辍保学实施方案.txt")


def test_of_many_questions_two_are_computed_at_once_and_all_are_answered(
    shelf: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    gather, running, most = Responder.evidence, [0], [0]

    def counted(responder: Responder, question: Question) -> Sequence[Evidence]:
        running[0] += 1
        most[0] = max(most[0], running[0])
        time.sleep(0.01)
        found = gather(responder, question)
        running[0] -= 1
        return found

    monkeypatch.setattr(Responder, "evidence", counted)
    asked = ["谁负责意识形态工作？", "新建公办幼儿园多少所？"] * 6
    with ThreadPoolExecutor(len(asked)) as people:
        answers = list(people.map(shelf.ask, asked))
    assert most == [2]
    assert [answer.text for answer in answers] == [shelf.ask(question).text for question in asked]

"""Questions for documents, for meanings and for the gist, over the sample documents."""

import pytest

from assistant.answer import Answer
from assistant.assistant import Assistant


def check(samples: Assistant, answer: Answer) -> None:
    assert not answer.refused
    for citation in answer.citations:
        text = samples.document(citation.doc).text
        assert text[citation.start : citation.end] == citation.quote


@pytest.mark.parametrize("question", ["资料库里有哪些文件？", "有哪些文件"])
def test_all_documents_are_listed_each_cited(samples: Assistant, question: str) -> None:
    answer = samples.ask(question)
    check(samples, answer)
    assert {citation.doc for citation in answer.citations} == {info.doc for info in samples.documents()}
    assert f"共 {len(samples.documents())} 份，已全部列出" in answer.text


@pytest.mark.parametrize("question", ["2022年有哪些文件？", "列出2022年的文件清单", "2022年的文件有哪些"])
def test_documents_of_a_year_are_listed(samples: Assistant, question: str) -> None:
    answer = samples.ask(question)
    check(samples, answer)
    expected = {info.doc for info in samples.documents() if 2022 in info.years}
    assert {citation.doc for citation in answer.citations} == expected


def test_documents_about_a_topic_are_listed(samples: Assistant) -> None:
    answer = samples.ask("资料库里有哪些关于课后服务的方案？")
    check(samples, answer)
    assert all("课后服务" in citation.title for citation in answer.citations)


def test_documents_that_are_not_there_are_refused_as_such(samples: Assistant) -> None:
    answer = samples.ask("资料库里有哪些关于航天发射的方案？")
    assert answer.refused
    assert "没有这样的文件" in answer.text


@pytest.mark.parametrize(
    ("question", "words"), [("什么是教联体？", "促进家校社"), ("五项管理指什么", "以下简称“五项管理”")]
)
def test_a_meaning_is_the_sentence_that_defines_it(samples: Assistant, question: str, words: str) -> None:
    answer = samples.ask(question)
    check(samples, answer)
    assert any(words in citation.quote for citation in answer.citations)


def test_a_term_nobody_defines_is_refused(samples: Assistant) -> None:
    assert "没有解释它的含义" in samples.ask("“一校一案”是什么意思").text
    assert samples.ask("元宇宙是什么意思").refused


def test_the_gist_of_a_document_is_its_parts_in_order(samples: Assistant) -> None:
    answer = samples.ask("《2024年全县教育工作要点》主要讲了什么？")
    check(samples, answer)
    starts = [citation.start for citation in answer.citations]
    assert len({citation.doc for citation in answer.citations}) == 1
    assert starts == sorted(starts)
    assert "一、坚持和加强党的全面领导" in answer.text

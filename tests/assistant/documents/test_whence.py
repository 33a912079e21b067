"""What is asked of documents themselves: their number, what they mention, where an answer is from."""

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from tests.assistant.library import library_of

DOCUMENTS = {
    "供水.txt": """白石县人民政府办公室关于加强农村供水管理的通知

白政办发〔2023〕12号

各乡镇人民政府：
一、管好水源
（一）每季度检测一次水质，水质合格率达到96%以上。
二、修好管网
（一）改造老旧管网36公里，由县水利局负责。
白石县人民政府办公室
2023年4月6日
""",
    "防火.txt": """白石县人民政府关于加强森林防火的意见

白政发〔2023〕12号

各乡镇人民政府：
一、组建队伍
（一）每个乡镇组建30人的扑火队。
二、备好物资
（一）农村供水管网旁设置取水口18处。
白石县人民政府
2023年9月2日
""",
}
WATER, FIRE = DOCUMENTS


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with library_of(tmp_path_factory.mktemp("office"), DOCUMENTS) as assistant:
        yield assistant


def cited(office: Assistant, question: str) -> list[str]:
    return [citation.doc for citation in office.ask(question).citations]


@pytest.mark.parametrize("number", ["白政办发〔2023〕12号", "白政办发[2023]12号", "白政办发（2023）第12号"])
def test_a_document_is_found_by_its_number_however_the_brackets_are_typed(
    office: Assistant, number: str
) -> None:
    assert cited(office, f"{number}是什么文件？") == [WATER]
    assert set(cited(office, f"{number}讲的啥")) == {WATER}


def test_the_same_count_of_another_body_is_another_document(office: Assistant) -> None:
    assert cited(office, "白政发〔2023〕12号是什么文件") == [FIRE]
    assert cited(office, "请问白政发〔2023〕12号要求每个乡镇组建多少人的扑火队？") == [FIRE]


def test_what_a_numbered_document_does_not_state_is_not_taken_from_another(office: Assistant) -> None:
    assert office.ask("白政办发〔2023〕12号里扑火队要组建多少人？").refused


def test_a_number_the_library_does_not_hold_is_refused_by_name(office: Assistant) -> None:
    answer = office.ask("白政办发〔2022〕5号是什么文件？")
    assert answer.refused
    assert answer.text.startswith("资料库中没有文号为白政办发〔2022〕5号的文件。")


def test_the_year_of_a_number_is_no_year_asked_for(office: Assistant) -> None:
    assert office.read("白政办发〔2023〕12号讲了什么").years == ()


def test_documents_that_mention_words_are_listed_with_the_sentence(office: Assistant) -> None:
    answer = office.ask("有哪些文件提到了取水口？")
    assert "共 1 份，已全部列出" in answer.text
    assert [citation.quote for citation in answer.citations] == ["（一）农村供水管网旁设置取水口18处。"]
    assert len(office.ask("农村供水在哪些文件里提到过？").citations) == 2
    assert office.ask("哪些文件提到了养老院？").refused


def test_what_a_body_issued_in_a_year_is_a_list_without_its_parent(office: Assistant) -> None:
    assert cited(office, "白石县人民政府办公室2023年发了哪些文件？") == [WATER]


@pytest.mark.parametrize(
    "asked",
    [
        "在哪个文件里？",
        "前面那个是哪年的？",
        "这是几几年的文件",
        "出处呢？",
        "这个数字出自哪个文件？",
        "原文在哪里",
        "是哪一条规定的？",
    ],
)
def test_where_an_answer_is_from_is_its_document_and_headings(office: Assistant, asked: str) -> None:
    before = ["水质合格率要达到多少？"]
    answer = office.ask(asked, before)
    assert answer.citations == office.ask(before[0]).citations
    source = "《白石县人民政府办公室关于加强农村供水管理的通知》（白政办发〔2023〕12号，2023年4月6日）"
    assert f"{source} › 一、管好水源" in answer.text

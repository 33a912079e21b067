"""The date, the number and the issuers of documents, each in its own words."""

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from tests.assistant.library import library_of

DOCUMENTS = {
    "收费.txt": """白石县发展和改革局　白石县财政局
关于规范停车收费的通知
白发改发〔2023〕17号
各停车场：
一、明码标价。各停车场应当公示收费标准。
二、开具票据。收费应当开具票据。
白石县发展和改革局　白石县财政局
2023年7月4日
""",
    "养老.txt": """白石县民政局等五部门关于印发《白石县社区养老服务实施方案》的通知
白民发〔2022〕9号
各乡镇人民政府：
现将《白石县社区养老服务实施方案》印发给你们，请认真执行。
2022年4月11日
白石县社区养老服务实施方案
一、建设助餐点
新建助餐点15个。
""",
    "供水.txt": "白石县供水保障方案\n\n一、改造管网\n改造管网36公里。\n二、保护水源\n设置界桩120根。\n",
    "问答.txt": "县水利局就《白石县节水管理规定》答记者问\n\n问：为什么？\n答：因为连年干旱。\n",
}


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with library_of(tmp_path_factory.mktemp("issued"), DOCUMENTS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "fact", "words"),
    [
        ("停车收费通知是什么时候印发的？", "所署日期", "2023年7月4日"),
        ("社区养老服务实施方案的印发日期", "所署日期", "2022年4月11日"),
        ("《关于规范停车收费的通知》的文号是多少", "文号", "白发改发〔2023〕17号"),
        ("白民发〔2022〕9号是谁印发的", "印发单位", "白石县民政局等五部门"),
        ("停车收费通知是哪几个部门联合印发的？", "印发单位", "白石县发展和改革局、白石县财政局"),
    ],
)
def test_what_a_document_says_of_itself_is_told_in_its_words(
    county: Assistant, question: str, fact: str, words: str
) -> None:
    answer = county.ask(question)
    assert f"》{fact}：{words}[" in answer.text
    for cited in answer.citations:
        assert county.document(cited.doc).text[cited.start : cited.end] == cited.quote
    assert words.split("、")[0] in answer.citations[0].quote


def test_issuer_and_number_are_told_together(county: Assistant) -> None:
    answer = county.ask("停车收费通知由谁印发，文号是多少")
    assert "白石县财政局" in answer.text
    assert "白发改发〔2023〕17号" in answer.text
    assert not answer.notice


def test_who_issued_the_document_answered_from_before_is_told(county: Assistant) -> None:
    assert "民政局等五部门" in county.ask("谁印发的", ["社区养老服务实施方案什么时候印发的？"]).text


@pytest.mark.parametrize(
    "question", ["供水保障方案是什么时候印发的", "供水保障方案的文号", "供水保障方案是谁印发的"]
)
def test_what_a_document_does_not_say_of_itself_is_refused(county: Assistant, question: str) -> None:
    assert county.ask(question).refused


def test_a_document_about_another_says_nothing_of_when_that_was_issued(county: Assistant) -> None:
    assert "所署日期" not in county.ask("节水管理规定是什么时候发布的").text

from dataclasses import asdict

import pytest

from assistant.answer import Mode
from assistant.carry import UNKNOWN
from assistant.draft import Draft, Origin, compose, write_draft
from assistant.llm import Chat
from assistant.write import REFUSAL
from ingest.errors import ModelUnavailable
from ingest.records import Chunk, Hit
from tests.assistant.openai_server import OpenAIServer, Reply, says
from tests.assistant.passages import hits, passage, words

ISSUER = "白石县教育局"
MEASURES = passage(
    "3.强化意识形态管理。2024年开展专题培训12场次，覆盖全体教师。加强对网站、公众号等阵地的安全管控。"
    "学习贵阳市先进做法，完善工作机制。去年开展了网站专项清查。(责任股室:办公室、政工人事股)",
    "一、加强党的领导",
    "3.强化意识形态管理",
    doc="2024.txt",
)
GUIDANCE = passage(
    "（一）总体要求。以新时代意识形态工作要求为指导，牢牢掌握意识形态工作领导权。",
    "（一）总体要求",
    title="云溪县教育局2023年工作要点",
    doc="2023.txt",
)
CHECKS = passage(
    "把意识形态工作责任制落实情况纳入年度考核，严肃追究责任。",
    "四、组织实施",
    title="云溪县教育局2022年工作要点",
    doc="2022.txt",
)
AGAIN = passage("加强对网站、公众号等意识形态阵地的安全管控。", "二、重点工作", doc="2021.txt")
CANTEENS = passage("每天检查食堂卫生，保障学生用餐安全。", "五、后勤", doc="canteen.txt")
PLANS = (MEASURES, CHECKS, GUIDANCE, AGAIN, CANTEENS)


def composed(*chunks: Chunk) -> Draft:
    return compose("意识形态工作", 2025, ISSUER, hits(*chunks or PLANS))


def written(chat: Chat) -> list[Draft]:
    return list(write_draft("意识形态工作", 2025, ISSUER, hits(*PLANS), chat))


@pytest.fixture
def chat(server: OpenAIServer) -> Chat:
    return Chat(server.base_url, "qwen", timeout=0.3)


def test_a_draft_without_a_model_follows_past_plans_from_guidance_to_checks() -> None:
    whole = composed()
    assert whole.mode is Mode.EXTRACT
    assert whole.text == (
        "白石县教育局2025年意识形态工作安排\n"
        "（一）以新时代意识形态工作要求为指导，牢牢掌握意识形态工作领导权。[1]\n"
        "（二）强化意识形态管理。[2]2025年开展专题培训【待核实】场次，覆盖全体教师。[3]"
        "加强对网站、公众号等阵地的安全管控。[4](责任股室:办公室、政工人事股)[5]\n"
        "（三）把意识形态工作责任制落实情况纳入年度考核，严肃追究责任。[6]"
    )


def test_every_sentence_cites_the_words_it_follows() -> None:
    whole = composed()
    sources = {chunk.doc: chunk for chunk in PLANS}
    for citation in whole.citations:
        assert words(sources[citation.doc], citation.start, citation.end) == citation.quote
    sentences = [sentence for paragraph in whole.paragraphs for sentence in paragraph.sentences]
    assert sorted(n for sentence in sentences for n in sentence.citations) == [1, 2, 3, 4, 5, 6]
    quotes = {citation.n: citation.quote for citation in whole.citations}
    for sentence in sentences:
        same = sentence.text == quotes[sentence.citations[0]]
        assert sentence.origin is (Origin.VERBATIM if same else Origin.CHANGED)


def test_the_old_figure_is_found_through_the_citation() -> None:
    (check,) = composed().to_check
    assert (check.old, check.citation) == ("12", 3)
    assert UNKNOWN in check.sentence


@pytest.mark.parametrize("found", [hits(CANTEENS), []], ids=["other topics", "nothing"])
def test_a_topic_no_plan_speaks_of_is_refused(found: list[Hit]) -> None:
    whole = compose("意识形态工作", 2025, ISSUER, found)
    assert whole.refused
    assert whole.text == ""
    assert (
        whole.notice == "资料库中没有与“意识形态工作”有关的内容，无从起草。请换一个主题，或先收入相关的计划"
    )


def test_a_draft_is_plain_data() -> None:
    assert asdict(composed())["paragraphs"][0]["sentences"][0]["citations"] == (1,)


def test_a_model_writes_and_every_sentence_is_proved(server: OpenAIServer, chat: Chat) -> None:
    server.enqueue(
        says(
            "（一）强化意识形态管理。⟦c1⟧白石县教育局2025年开展专题培训【待核实】场次。⟦c1⟧新建学校三所。⟦c1⟧\n"
            "（二）意识形态工作责任制落实情况纳入年度考核。⟦c2⟧由安全保卫股负责考核。⟦c2⟧"
        )
    )
    drafts = written(chat)
    assert [len(d.paragraphs) for d in drafts] == [1, 1, 2, 2]
    assert drafts[-1].mode is Mode.MODEL
    assert drafts[-1].dropped == 2
    assert drafts[-1].text == (
        "白石县教育局2025年意识形态工作安排\n"
        "（一）强化意识形态管理。[1]白石县教育局2025年开展专题培训【待核实】场次。[2]\n"
        "（二）意识形态工作责任制落实情况纳入年度考核。[3]"
    )
    assert [sentence.origin for sentence in drafts[-1].paragraphs[0].sentences] == [
        Origin.VERBATIM,
        Origin.CHANGED,
    ]


@pytest.mark.parametrize(
    "told",
    ["开展专题培训12场次。⟦c1⟧", "2024年开展专题培训15场次。⟦c1⟧", "2025年开展专题培训二十次。⟦c1⟧"],
)
def test_no_figure_of_a_model_stands(server: OpenAIServer, chat: Chat, told: str) -> None:
    server.enqueue(says(told))
    *_, whole = written(chat)
    assert UNKNOWN in whole.text
    assert not any(old in whole.text for old in ("12场", "15场", "二十次", "2024年"))
    assert whole.to_check


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (Reply(status=401), "密钥不对"),
        (says("与主题无关的话。"), "找不到依据"),
        (says(REFUSAL), "没有从找到的段落"),
    ],
)
def test_a_model_that_fails_or_proves_nothing_is_told(
    server: OpenAIServer, chat: Chat, reply: Reply, reason: str
) -> None:
    server.enqueue(reply)
    with pytest.raises(ModelUnavailable, match=reason):
        written(chat)


def test_without_year_and_issuer_nothing_is_made_up() -> None:
    whole = compose("意识形态", None, "", hits(*PLANS))
    assert whole.title == "意识形态工作安排"
    assert "2024" not in whole.text

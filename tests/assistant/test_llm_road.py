"""Asking and drafting with a chat model configured: what it writes, and what stands in when it fails."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.answer import Mode
from assistant.assistant import Assistant
from assistant.settings import Settings
from tests.assistant.openai_server import OpenAIServer, Reply, says
from tests.assistant.shelf import write_plans

QUESTION = "2023年谁负责意识形态工作？"
EXTRACTED = "“落实意识形态工作责任制”由办公室、政工股负责。[1]"


@pytest.fixture
def assistant(tmp_path: Path, server: OpenAIServer) -> Iterator[Assistant]:
    settings = Settings(
        home=tmp_path / "home", llm_base_url=server.base_url, llm_model="qwen", llm_timeout=0.5
    )
    with Assistant.open(settings) as opened:
        opened.ingest([write_plans(tmp_path / "plans")])
        yield opened


def test_the_model_writes_from_the_passages_found(server: OpenAIServer, assistant: Assistant) -> None:
    server.enqueue(says("意识形态工作由办公室、政工股负责。⟦c1⟧"))
    answer = assistant.ask(QUESTION)
    assert answer.mode is Mode.MODEL
    assert answer.text.startswith("意识形态工作由办公室、政工股负责。[1]")
    assert "管好校园网站和公众号" in server.prompt


@pytest.mark.parametrize(
    "reply",
    [
        Reply(status=500),
        Reply(status=401),
        Reply(hesitate=1.5),
        Reply(pieces=("意识形态工作由",), breaks=True),
        says("我是一个人工智能助手，很高兴为您服务。"),
        says("意识形态工作由安全保卫股负责，共投入9999万元。⟦c1⟧"),
        Reply(),
    ],
    ids=["error", "no key", "slow", "hangs up", "chatter", "invention", "silence"],
)
def test_a_failing_model_leaves_the_extractive_answer_and_says_why(
    server: OpenAIServer, assistant: Assistant, reply: Reply
) -> None:
    server.enqueue(*[reply] * 5)
    answer = assistant.ask(QUESTION)
    assert answer.mode is Mode.FALLBACK
    assert answer.text == EXTRACTED
    assert answer.notice
    assert "\n" not in answer.notice


def test_a_refusal_asks_the_model_for_other_words_only(server: OpenAIServer, assistant: Assistant) -> None:
    server.enqueue(says("说法：营养改善计划；膳食补助"))
    answer = assistant.ask("学生营养餐每人每天补助多少钱？")
    assert answer.mode is Mode.REFUSAL
    assert "营养改善计划" in answer.notice
    assert len(server.requests) == 1
    assert "意识形态" not in server.prompt


def test_passages_of_another_year_are_not_shown_to_the_model(
    server: OpenAIServer, assistant: Assistant
) -> None:
    server.enqueue(says("新建公办幼儿园12所。⟦c1⟧"))
    answer = assistant.ask("2019年和2024年新建公办幼儿园分别多少所？")
    assert "2019年" in answer.notice
    assert "新建公办幼儿园8所" not in server.prompt


def test_a_complete_list_asks_no_model(server: OpenAIServer, assistant: Assistant) -> None:
    assert "已全部列出" in assistant.ask("学前教育股负责哪些工作？").text
    assert server.requests == []


def test_a_draft_without_its_model_is_composed(server: OpenAIServer, assistant: Assistant) -> None:
    server.enqueue(*[Reply(status=500)] * 5)
    draft = assistant.draft("意识形态工作", 2025, "白石县教育局")
    assert draft.mode is Mode.FALLBACK
    assert draft.notice
    assert draft.paragraphs


def test_nobody_listening_at_the_endpoint_is_a_fallback(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path / "home", llm_base_url="http://127.0.0.1:9/v1", llm_model="qwen")
    with Assistant.open(settings) as assistant:
        assistant.ingest([write_plans(tmp_path / "plans")])
        assert assistant.ask(QUESTION).mode is Mode.FALLBACK


def test_a_comparison_is_told_as_it_is_without_the_model(server: OpenAIServer, assistant: Assistant) -> None:
    answer = assistant.ask("2023年和2024年新建公办幼儿园各多少所？")
    assert answer.mode is Mode.EXTRACT
    assert "8所 → 12所" in answer.text
    assert not server.requests

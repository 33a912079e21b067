import sys
from collections.abc import Iterator
from pathlib import Path
from subprocess import run

import pytest

from assistant.settings import Settings
from assistant.writing import llm
from assistant.writing.llm import Chat, OutOfTime, load_prompt
from ingest.errors import ModelUnavailable, SettingsError
from tests.assistant.openai_server import OpenAIServer, Reply, says

MESSAGES = load_prompt("answer", "question", "passages", "refusal").format_messages(
    question="谁负责?", passages="", refusal="没有"
)
KEY = "sk-very-secret"


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(llm, "_PAUSE", 0.0)


@pytest.fixture
def chat(server: OpenAIServer) -> Chat:
    return Chat(server.base_url, "qwen", KEY, timeout=0.3)


def test_words_arrive_as_the_model_says_them(server: OpenAIServer, chat: Chat) -> None:
    server.enqueue(Reply(("办公", "室", "负责。")))
    assert list(chat.stream(MESSAGES)) == ["办公", "室", "负责。"]
    assert server.requests[0]["model"] == "qwen"
    assert server.headers[0]["authorization"] == f"Bearer {KEY}"


@pytest.mark.parametrize(
    ("reply", "reason"),
    [
        (Reply(status=400), "不接受这个请求（400）。请确认模型的上下文不少于 8k"),
        (Reply(status=401), "密钥不对。请检查 WORKPLAN_LLM_API_KEY"),
        (Reply(status=403), "密钥没有权限。请检查 WORKPLAN_LLM_API_KEY"),
        (Reply(status=404), "没有这个模型或这个地址。请检查 WORKPLAN_LLM_MODEL 和 WORKPLAN_LLM_BASE_URL"),
        (Reply(status=429), "请求太多或额度用完。请稍后再试"),
        (Reply(status=500), "的服务出错（500）。请稍后再试，或查看模型服务的日志"),
        (Reply(hesitate=0.6), "0.3 秒没有回应。请稍后再试，或调大 WORKPLAN_LLM_TIMEOUT"),
        (Reply(("甲", "乙"), pause=0.6), "0.3 秒没有回应。请稍后再试，或调大 WORKPLAN_LLM_TIMEOUT"),
        (Reply(("甲", "乙"), breaks=True), "的连接中途断开。请查看模型服务的日志后重试"),
        (Reply(("甲", "乙"), finishes=False), "的连接中途断开。请查看模型服务的日志后重试"),
        (Reply(), "没有返回任何文字。请换一个模型或查看模型服务的日志"),
        (
            Reply(raw=b"data: {oops\n\n"),
            "返回的内容看不懂。请确认 WORKPLAN_LLM_BASE_URL 是 OpenAI 兼容的聊天接口",
        ),
        (Reply(raw=b'data: {"error": {"message": "out of memory"}}\n\n'), "返回的内容看不懂"),
        (Reply(raw=b"<html>login</html>"), "返回的内容看不懂"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_every_failure_is_one_line_with_its_reason_and_remedy(
    server: OpenAIServer, chat: Chat, reply: Reply, reason: str
) -> None:
    server.enqueue(reply, reply)
    with pytest.raises(ModelUnavailable) as failure:
        list(chat.stream(MESSAGES))
    assert str(failure.value).startswith(f"模型 qwen（{server.base_url}）{reason}")
    assert "\n" not in str(failure.value)
    assert KEY not in str(failure.value)


@pytest.mark.parametrize(
    "base_url", ["http://127.0.0.1:1/v1", "127.0.0.1:1", "http://", "http://[", "ftp://x"]
)
def test_an_endpoint_that_is_not_there_is_told(base_url: str) -> None:
    with pytest.raises(ModelUnavailable, match="WORKPLAN_LLM_BASE_URL"):
        list(Chat(base_url, "qwen", timeout=0.3).stream(MESSAGES))


def test_a_password_in_the_address_is_never_told() -> None:
    with pytest.raises(ModelUnavailable) as failure:
        list(Chat("http://user:hush@127.0.0.1:1/v1", "qwen", timeout=0.3).stream(MESSAGES))
    assert "hush" not in str(failure.value)


def test_a_busy_server_is_asked_once_more(server: OpenAIServer, chat: Chat) -> None:
    server.enqueue(Reply(status=503), says("办公室负责。"))
    assert "".join(chat.stream(MESSAGES)) == "办公室负责。"
    server.enqueue(Reply(status=429), Reply(status=429), says("办公室负责。"))
    with pytest.raises(ModelUnavailable):
        list(chat.stream(MESSAGES))
    assert len(server.requests) == 4


def test_a_wrong_key_is_not_tried_twice(server: OpenAIServer, chat: Chat) -> None:
    server.enqueue(Reply(status=401), says("办公室负责。"))
    with pytest.raises(ModelUnavailable):
        list(chat.stream(MESSAGES))
    assert len(server.requests) == 1


def test_closing_the_words_hangs_up(server: OpenAIServer, chat: Chat) -> None:
    server.enqueue(Reply(("好。" * 5000,) * 200))
    words = chat.stream(MESSAGES)
    next(words)
    words.close()
    assert server.hung_up.wait(5)


def test_an_endless_answer_is_cut_off(server: OpenAIServer, chat: Chat) -> None:
    server.enqueue(Reply(("好。" * 1000,) * 200))
    assert len("".join(chat.stream(MESSAGES))) <= 10_000


def test_a_server_without_keys_gets_a_placeholder(server: OpenAIServer) -> None:
    server.enqueue(says("办公室负责。"))
    assert list(Chat(server.base_url, "qwen", timeout=0.3).stream(MESSAGES))
    assert server.headers[0]["authorization"] == "Bearer EMPTY"


def test_keys_and_proxies_of_the_environment_are_left_alone(
    server: OpenAIServer, chat: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy", "OPENAI_PROXY", "OPENAI_BASE_URL"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    monkeypatch.setenv("OPENAI_API_KEY", "sk-of-somebody-else")
    server.enqueue(says("办公室负责。"))
    assert "".join(chat.stream(MESSAGES)) == "办公室负责。"
    assert "somebody" not in str(server.headers)


def test_without_a_model_there_is_no_chat() -> None:
    assert Chat.from_settings(Settings(llm_model="", llm_base_url="")) is None


@pytest.mark.parametrize(
    ("settings", "missing"),
    [
        (Settings(llm_model="qwen", llm_base_url=""), "WORKPLAN_LLM_BASE_URL"),
        (Settings(llm_model="", llm_base_url="http://127.0.0.1:9/v1"), "WORKPLAN_LLM_MODEL"),
    ],
)
def test_half_a_configuration_sends_nothing_anywhere(settings: Settings, missing: str) -> None:
    with pytest.raises(SettingsError, match=f"缺少 {missing}。") as failure:
        Chat.from_settings(settings)
    assert "\n" not in str(failure.value)


def test_words_that_only_drip_in_end_with_the_time_for_one_answer(
    server: OpenAIServer, chat: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(llm, "_LEAST_TOTAL", 0.0)
    monkeypatch.setattr(llm, "_MOST_WAITS", 1)
    server.enqueue(Reply(tuple("办公室负责。") * 10, pause=0.1))
    with pytest.raises(OutOfTime, match="3 秒内没有答完"):
        list(chat.stream(MESSAGES))
    assert server.hung_up.wait(5)


def test_nothing_heavy_is_imported_before_a_model_is_asked() -> None:
    code = (
        "import sys, assistant.drafting.draft, assistant.writing.write, assistant.writing.llm as l;"
        "l.Chat('', 'm');"
        "print(sorted({'langchain', 'langchain_openai', 'langchain_core', 'openai'} & set(sys.modules)))"
    )
    assert run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


@pytest.fixture
def prompts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(llm, "_PROMPTS", tmp_path)
    yield tmp_path


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("# system\n回答。\n\n# user\n问题：{question}", "缺少 {passages}"),
        ("# system\n回答。\n\n# user\n{passages}{question}{answer}", "不认识 {answer}"),
        ("# system\n回答 {。\n\n# user\n{passages}{question}", "读不出来"),
        ("没有分段 {passages}{question}", "缺少 {passages}、缺少 {question}"),
    ],
)
def test_a_prompt_with_wrong_variables_is_refused_on_loading(prompts: Path, text: str, reason: str) -> None:
    (prompts / "answer.md").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=r"answer\.md") as failure:
        load_prompt("answer", "question", "passages")
    assert reason in str(failure.value)


def test_a_missing_prompt_is_named(prompts: Path) -> None:
    with pytest.raises(SettingsError, match=r"answer\.md"):
        load_prompt("answer", "question")


def test_braces_in_a_document_are_no_variables() -> None:
    prompt = load_prompt("answer", "question", "passages", "refusal")
    assert "{question}" in str(
        prompt.format_messages(question="谁?", passages="{question}", refusal="没有")[1].content
    )

"""From a prompt file and its values to the words of the configured chat model, as they arrive."""

import re
import time
from collections.abc import Generator, Sequence
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from assistant.settings import Settings
from ingest.errors import ModelUnavailable, SettingsError

if TYPE_CHECKING:
    from langchain_core.messages import BaseMessage
    from langchain_core.prompts import ChatPromptTemplate

_PROMPTS = Path(__file__).parents[2] / "prompts"
_PART = re.compile(r"^# (system|user)\n", re.MULTILINE)
_NO_KEY = "EMPTY"  # the client insists on a key; servers that want none ignore it
_LOOPBACK = ("localhost", "127.0.0.1", "::1", "0.0.0.0")
_BUSY = (429, 500, 502, 503, 504)
_PAUSE = 0.5  # seconds before the one repetition
_MOST_CHARACTERS = 8000
# Seconds for one answer, however steadily its words drip in: 300 characters take a slow local model about
# as long as four waits for a word; a reader who has waited a minute wants what there is.
_MOST_WAITS, _LEAST_TOTAL = 4, 60.0
_STATUS = {
    401: ("密钥不对", "请检查 WORKPLAN_LLM_API_KEY"),
    403: ("密钥没有权限", "请检查 WORKPLAN_LLM_API_KEY"),
    404: ("没有这个模型或这个地址", "请检查 WORKPLAN_LLM_MODEL 和 WORKPLAN_LLM_BASE_URL"),
    429: ("请求太多或额度用完", "请稍后再试"),
}
_BROKEN = ("的连接中途断开", "请查看模型服务的日志后重试")


def load_prompt(name: str, *variables: str) -> "ChatPromptTemplate":
    """Read `prompts/<name>.md` (a part `# system`, a part `# user`) and check its `{variables}`.

    :raises SettingsError: if the file or a variable is missing, or a variable is unknown.
    """
    return _read_prompt(_PROMPTS / f"{name}.md", frozenset(variables))


@cache
def _read_prompt(path: Path, variables: frozenset[str]) -> "ChatPromptTemplate":
    from langchain_core.prompts import ChatPromptTemplate  # noqa: PLC0415

    try:
        _, *parts = _PART.split(path.read_text(encoding="utf-8"))
        template = ChatPromptTemplate(
            [(role, text.strip()) for role, text in zip(parts[::2], parts[1::2], strict=True)]
        )
    except (OSError, ValueError) as error:
        raise SettingsError(f"提示词 {path.name} 读不出来:{error}。请恢复原来的文件") from error
    found = set(template.input_variables)
    if found != variables:
        wrong = ["缺少 {" + name + "}" for name in sorted(variables - found)]
        wrong += ["不认识 {" + name + "}" for name in sorted(found - variables)]
        raise SettingsError(f"提示词 {path.name} 的变量不对:{'、'.join(wrong)}。请改正或恢复原来的文件")
    return template


def inert(text: str) -> str:
    """Take from a text the signs that open and close the fences and keys of a prompt."""
    return text.translate({ord("<"): "＜", ord(">"): "＞", ord("⟦"): "[", ord("⟧"): "]"})


class OutOfTime(ModelUnavailable):
    """The model was still writing when the time for one answer was over."""


class Chat:
    """A chat model behind an OpenAI-compatible endpoint; nothing is imported or opened before it is asked.

    :param timeout: seconds to wait for the connection and for each next word.
    """

    def __init__(self, base_url: str, model: str, api_key: str = "", timeout: float = 30.0) -> None:
        self.base_url = base_url
        self.model = model
        self._api_key = api_key or _NO_KEY
        self._timeout = timeout

    @classmethod
    def from_settings(cls, settings: Settings) -> "Chat | None":
        """Give the chat model of the settings, or None when none is configured.

        :raises SettingsError: when only a model or only an endpoint is named: no passage leaves this machine
            for a place nobody has named.
        """
        if not settings.llm_model and not settings.llm_base_url:
            return None
        if not (settings.llm_model and settings.llm_base_url):
            missing = "WORKPLAN_LLM_BASE_URL" if settings.llm_model else "WORKPLAN_LLM_MODEL"
            raise SettingsError(
                f"设置 WORKPLAN_LLM_BASE_URL 和 WORKPLAN_LLM_MODEL 必须同时给出:缺少 {missing}。"
                "未经指明,资料不会发往任何地方。请补上，或把两项都留空（不用模型）"
            )
        key = settings.llm_api_key.get_secret_value()
        return cls(settings.llm_base_url, settings.llm_model, key, settings.llm_timeout)

    def stream(self, messages: "Sequence[BaseMessage]") -> Generator[str, None, None]:
        """Yield the answer piece by piece, up to 8,000 characters; closing the iterator hangs up.

        A busy or failing server is asked once more before its first word.

        :raises OutOfTime: when the answer as a whole takes too long; words already yielded hold.
        :raises ModelUnavailable: naming model, reason and remedy, whatever else goes wrong.
        """
        import openai  # noqa: PLC0415

        try:
            for repeated in (False, True):
                try:
                    yield from self._words(messages)
                    return
                except openai.APIStatusError as error:
                    if repeated or error.status_code not in _BUSY:
                        raise
                    time.sleep(_PAUSE)
        except ModelUnavailable:
            raise
        except Exception as error:  # the libraries below raise many kinds, none of them meant for users
            raise self._unavailable(*_explain(error, self._timeout)) from error

    def _words(self, messages: "Sequence[BaseMessage]") -> Generator[str, None, None]:
        import httpx  # noqa: PLC0415
        from langchain.chat_models import init_chat_model  # noqa: PLC0415

        length, finished = 0, False
        total = max(_MOST_WAITS * self._timeout, _LEAST_TOTAL)
        deadline = time.monotonic() + total
        local = urlsplit(self.base_url).hostname in _LOOPBACK  # a proxy cannot reach this machine
        with httpx.Client(timeout=self._timeout, trust_env=not local) as client:
            model = init_chat_model(
                self.model,
                model_provider="openai",
                base_url=self.base_url,
                api_key=self._api_key,
                timeout=self._timeout,
                max_retries=0,
                temperature=0,
                http_client=client,
                openai_proxy=None,
                use_responses_api=False,
            )
            with closing(model.stream(list(messages))) as chunks:  # type: ignore[type-var]
                for chunk in chunks:
                    finished = finished or "finish_reason" in chunk.response_metadata
                    words = str(chunk.text)
                    length += len(words)
                    if words:
                        yield words
                    if length > _MOST_CHARACTERS:
                        return
                    if time.monotonic() > deadline:
                        reason = f"{total:g} 秒内没有答完"
                        raise OutOfTime(
                            self._sentence(reason, "请换一个更快的模型，或调大 WORKPLAN_LLM_TIMEOUT")
                        )
        if not finished:
            raise self._unavailable(*_BROKEN)
        if not length:
            raise self._unavailable("没有返回任何文字", "请换一个模型或查看模型服务的日志")

    def _unavailable(self, reason: str, remedy: str) -> ModelUnavailable:
        return ModelUnavailable(self._sentence(reason, remedy))

    def _sentence(self, reason: str, remedy: str) -> str:
        return f"模型 {self.model}（{self._place}）{reason}。{remedy}"

    @property
    def _place(self) -> str:
        """The endpoint without a password it may contain."""
        return re.sub("//[^/@]*@", "//", self.base_url)


def _explain(error: Exception, timeout: float) -> tuple[str, str]:
    """Turn an error of the client libraries into a reason and a remedy; their own words may hold secrets."""
    import httpx  # noqa: PLC0415
    import openai  # noqa: PLC0415

    if isinstance(error, openai.APIStatusError):
        status = error.status_code
        if status in _STATUS:
            return _STATUS[status]
        if status >= 500:
            return f"的服务出错（{status}）", "请稍后再试，或查看模型服务的日志"
        return f"不接受这个请求（{status}）", "请确认模型的上下文不少于 8k"
    if isinstance(error, (openai.APITimeoutError, httpx.TimeoutException)):
        return f"{timeout:g} 秒没有回应", "请稍后再试，或调大 WORKPLAN_LLM_TIMEOUT"
    if _caused_by(error, httpx.ReadError, httpx.WriteError, httpx.RemoteProtocolError):
        return _BROKEN
    if isinstance(error, openai.APIConnectionError) or _caused_by(error, httpx.InvalidURL):
        return "连接不上", "请确认模型服务已启动，WORKPLAN_LLM_BASE_URL 正确"
    return "返回的内容看不懂", "请确认 WORKPLAN_LLM_BASE_URL 是 OpenAI 兼容的聊天接口"


def _caused_by(error: BaseException | None, *kinds: type[Exception]) -> bool:
    while error is not None and not isinstance(error, kinds):
        error = error.__cause__
    return error is not None

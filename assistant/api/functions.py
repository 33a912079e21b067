"""A function's name and parameters into the JSON that the command line prints for the same."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from assistant.api.parameters import (
    Ask,
    Compare,
    Draft,
    Duties,
    Outline,
    Parameters,
    Search,
    explain_invalid,
)
from assistant.assistant import Assistant
from assistant.citing.told import told
from assistant.render import (
    Json,
    answer_json,
    comparison_json,
    draft_json,
    duties_json,
    outline_json,
    passages_json,
)
from ingest.errors import NoSuchFunction

P = TypeVar("P", bound=Parameters)


@dataclass(frozen=True, slots=True)
class Function(Generic[P]):
    """One thing a program can have done.

    :param description: what it does and returns, in Chinese; models choose among tools by it.
    :param example: arguments that show its use.
    """

    name: str
    title: str
    description: str
    parameters: type[P]
    perform: Callable[[Assistant, P], Json]
    example: Mapping[str, Any]

    def check(self, arguments: Mapping[str, Any]) -> P:
        """Check the arguments and fill in what was left out.

        :raises InvalidRequest: when they make no sense.
        """
        try:
            return self.parameters.model_validate(dict(arguments))
        except ValidationError as error:
            raise explain_invalid(self.name, error) from error

    def call(self, assistant: Assistant, arguments: Mapping[str, Any]) -> Json:
        """Check the arguments and do it.

        :raises InvalidRequest: when they make no sense.
        """
        return self.perform(assistant, self.check(arguments))


_CITED = "citations 中的每一条都是文件原文的逐字摘录，含文件名 doc、标题、章节路径和起止字符位置。"


def _ask(assistant: Assistant, asked: Ask) -> Json:
    return answer_json(assistant.ask(asked.question, asked.previous))


def _search(assistant: Assistant, asked: Search) -> Json:
    return passages_json(asked.question, assistant.search(asked.question, asked.k))


def _outline(assistant: Assistant, asked: Outline) -> Json:
    return outline_json(told(assistant.document(asked.doc)))


def _duties(assistant: Assistant, asked: Duties) -> Json:
    return duties_json(assistant.duties(asked.unit, asked.year))


def _compare(assistant: Assistant, asked: Compare) -> Json:
    return comparison_json(asked.topic, assistant.compare(asked.topic, asked.years, asked.docs))


def _draft(assistant: Assistant, asked: Draft) -> Json:
    return draft_json(assistant.draft(asked.topic, asked.year, asked.issuer))


FUNCTIONS: tuple[Function[Any], ...] = (
    Function(
        "ask",
        "问答",
        "根据资料库中的工作计划回答一个问题。answer 的每句话以 [n] 结尾，n 对应 citations 中的出处；"
        f"资料库里没有依据时 refused 为真，answer 说明缺什么。{_CITED}",
        Ask,
        _ask,
        {"question": "谁负责意识形态工作？"},
    ),
    Function(
        "search",
        "检索",
        "查找与问题最相关的原文段落，最相关的在前。需要自己阅读原文、或 ask 未找到依据时使用。",
        Search,
        _search,
        {"question": "课后服务", "k": 5},
    ),
    Function(
        "outline",
        "文件大纲",
        "列出资料库中一个文件的章节大纲，以及每节的责任单位、指标和完成时限。文件名取自其他函数返回的 doc。",
        Outline,
        _outline,
        {"doc": "2024/2024年党建工作计划.docx"},
    ),
    Function(
        "duties",
        "单位任务",
        "列出一个责任单位的全部任务（牵头、负责、配合等），最新的文件在前；一个单位的各种叫法算作一个。"
        f"每项任务的 citation 是它在 citations 中的序号。{_CITED}",
        Duties,
        _duties,
        {"unit": "人事股", "year": 2024},
    ),
    Function(
        "compare",
        "对比",
        "把两个或更多年份（或文件）对同一事项的说法并排列成表："
        "table 的每行是一项任务或指标，每格以 [n] 注明出处；"
        f"按年份对比时标明延续、新增、未再提及、指标变化。{_CITED}",
        Compare,
        _compare,
        {"topic": "意识形态工作", "years": [2023, 2024]},
    ),
    Function(
        "draft",
        "起草",
        "仿照资料库中文件的写法起草一组段落，每句注明所依的原文；"
        "拿不准的数字、时限、名称写作【待核实】，列在 to_check 中。",
        Draft,
        _draft,
        {"topic": "意识形态工作", "year": 2025, "issuer": "云溪县教育局"},
    ),
)
_BY_NAME = {function.name: function for function in FUNCTIONS}
NAMES = tuple(_BY_NAME)


def function_of(name: str) -> Function[Any]:
    """Find a function.

    :raises NoSuchFunction: when there is none of that name.
    """
    if name not in _BY_NAME:
        raise NoSuchFunction(f"没有名为 {name} 的函数。可用：{'、'.join(_BY_NAME)}")
    return _BY_NAME[name]

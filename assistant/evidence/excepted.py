"""Statements of who is left out of something, told apart where a question asks who is in it."""

import re
from collections.abc import Sequence

from assistant.evidence.evidence import Statement
from assistant.understanding.question import Question

# 交流对象是哪些人, 适用范围, 谁要参加, 哪些人员可以申请.
_ASKS_WHO_IS_IN = re.compile(
    r"对象|范围|谁|哪(?:些|几)?类?的?(?:人|单位|学校|企业|教师|学生|职工|群体|村)|包[括含]哪"
)
# Who asks after those left out, or after what is not to be, says so.
_ASKS_WHO_IS_OUT = re.compile(r"[不未免除非没无暂缓]|例外|豁免|排除|[吗么][?？。]*$")
_IN = "(?:列入|纳入|计入|属于|作为|包括|包含|适用|列为)"
_OUT = re.compile(rf"(?:暂|可以?|一律|均|都)*不(?:再|予|得|能|宜)?{_IN}|除外|不在此列|不在其列|免[于予]")


def of_those_in(question: Question, ranked: Sequence[Statement]) -> list[Statement]:
    """Leave out the statements of who is left out where a question asks who is in, if others tell anything.

    A heading of which the items name those left out (下列情形可以不列入) says so of them all.
    """
    if not _ASKS_WHO_IS_IN.search(question.text) or _ASKS_WHO_IS_OUT.search(question.text):
        return list(ranked)
    within = [one for one in ranked if not _OUT.search(one.text + "".join(one.chunk.path[-1:]))]
    return within if any(one.factual for one in within) else list(ranked)

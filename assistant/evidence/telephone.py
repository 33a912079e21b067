"""Statements of a telephone number into those of the body, office or post whose number is asked for."""

import re
from collections.abc import Sequence

from assistant.evidence.evidence import Statement, stating_none
from assistant.understanding.question import Question
from assistant.understanding.terms import Term, folded, presence
from assistant.wanted.particulars import asks_telephone
from ingest.text import normalize

_BODY = re.compile(r"(?:^|[\u4e00-\u9fff]*[省市县区旗])?(?P<field>[\u4e00-\u9fff]{2,6}?)[局委厅](?!员)")
_OFFICE = re.compile(r"[\u4e00-\u9fff]{1,4}[股科室处部]|热线")
_POST = re.compile(
    r"(?P<post>[副\u4e00-\u9fff]?(?:[局校院县市区镇乡厅处科股所站园馆]长|书记|主任|主席))"
    r"(?:的|办公室?|联系|手机|值班|座机)*(?:电话|手机|号码|联系方式)"
)
_SPLIT = re.compile("[;；。\n]")
_HELD = 0.6


def of_whose_number(question: Question, ranked: Sequence[Statement]) -> list[Statement]:
    """Let numbers to ring of others state nothing where a question says whose it asks for.

    The number of a working group is none of another bureau's, nor of the head who leads it. A document may be
    of the field of a bureau without its name, and an office be named without its bureau.

    :param ranked: best first.
    :return: the same statements, best first.
    """
    text = normalize(question.text)
    if not asks_telephone(text):
        return list(ranked)
    others = {id(s) for s in ranked if s.factual and not (_is_of_body(text, s) and _is_of_post(text, s))}
    return stating_none(ranked, others) if others else list(ranked)


def _is_of_body(asked: str, statement: Statement) -> bool:
    body, chunk = _BODY.search(asked), statement.chunk
    if body is None:
        return True
    passage = folded(chunk.context, chunk.text) + normalize(chunk.organ)
    if presence(Term(body["field"], 1.0), passage) >= _HELD:
        return True
    return any(office in passage for office in _OFFICE.findall(asked[body.end() :]))


def _is_of_post(asked: str, statement: Statement) -> bool:
    """Tell whether the part of a statement that gives a number names the post whose number is asked for."""
    post = _POST.search(asked)
    if post is None:
        return True
    parts = [part for part in _SPLIT.split(statement.text) if any(map(str.isdigit, part))]
    return any(post["post"][-2:] in part for part in parts)

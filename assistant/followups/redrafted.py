"""What is said of a draft (再短一点, 改成2025年的) into the request it was written for, with the change."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.understanding.small_talk import request_to_write

_LEAD = (
    r"(?:(?:太长了?|有点长|太啰嗦了?|不行|不好|不够好)[，,]?)?(?:请|麻烦|帮我|能不能|可以)?"
    r"(?:把(?:它|这段|草稿|上面的?)?)?(?:再|还要)?(?:给我)?"
)
_END = r"(?:吧|呢|吗|可以吗|行吗|的)?[。！!?？]*"
_A_LITTLE = "(?:一[点些下]|点儿?|些)?"
_SHORTER = re.compile(
    rf"{_LEAD}(?:写|改|弄|说)?得?(?:更|稍微?)?(?:短|简短|精简|简洁|简练|精炼|简单|压缩|缩短|缩减|删减|少写)(?:掉?一半)?{_A_LITTLE}{_END}"
    rf"|太长了?{_END}"
)
_YEAR = re.compile(
    rf"{_LEAD}(?:年份|时间|年度)?(?:改|换|调整|变|写)(?:成|为|到|写成)?(?P<year>20\d\d)(?:年度?)?(?:的|版|版本)?{_END}"
    rf"|(?:我要|要)(?:的是)?(?P<want>20\d\d)年度?的{_END}"
)
_OTHER = re.compile(
    rf"{_LEAD}(?:(?:重新|重)写|再?(?:换|改)(?:个|一种|一下|一个|种|一段|一版)(?:说法|写法|表述|措辞|语气|风格|角度)?|再?写?一[遍版段]"
    r"|(?:加|补|添|放|写)(?:上|入|进|充|个|一些|点)?(?P<added>[^，,？?]{2,8})|补充[^，,？?]{2,8}"
    r"|(?:去掉|删掉|删除|不要)[^，,？?]{2,8}|(?:写得?)?(?:更|稍微?)?(?:正式|详细|具体|长|丰富|充实|通俗|口语化?|生动|有力|严肃)"
    rf"{_A_LITTLE}|扩写{_A_LITTLE}|润色{_A_LITTLE}|用[^，,？?]{{1,6}}语气(?:写|说)?)(?:一下)?{_END}"
)
_PAUSE = re.compile("[，,；;]")
_ASKS = re.compile("谁|哪|什么|多少|几|怎|为何")


@dataclass(frozen=True, slots=True)
class Revision:
    """What is asked of a draft beside its topic.

    :param shorter: how many times a shorter one was asked for.
    :param year: the year it is to be for, where that was changed.
    :param beyond: the last thing said of it, where no draft from stored words can be so changed; or "".
    """

    shorter: int = 0
    year: int | None = None
    beyond: str = ""


def redrafted(text: str, previous: Sequence[str]) -> str:
    """Put what is said of the last draft behind the request for it, and all said of it before.

    "" where a text says nothing of a draft, or none was asked for.

    :param previous: earlier texts of the conversation, oldest first, as read.
    """
    if not _revises(text):
        return ""
    said = [_PAUSE.sub("", text)]
    for before in reversed(previous):
        if request_to_write(before) is not None:
            return "，".join([before, *reversed(said)])
        if not _revises(before):
            return ""
        said.append(_PAUSE.sub("", before))
    return ""


def without_drafts(previous: Sequence[str]) -> list[str]:
    """Leave out the requests to write of a conversation, and what was said of their drafts."""
    kept: list[str] = []
    drafting = False
    for text in previous:
        drafting = request_to_write(text) is not None or (drafting and _revises(text))
        kept += [] if drafting else [text]
    return kept


def revision_in(request: str) -> Revision:
    """Read what a request says of its draft (写一段校园安全的措施，短一点，改成2025年的)."""
    clauses = [clause for clause in re.split("[，,；;]", request)[1:] if clause]
    years = [int(found["year"] or found["want"]) for each in clauses if (found := _YEAR.fullmatch(each))]
    shorter = sum(_SHORTER.fullmatch(clause) is not None for clause in clauses)
    last = clauses[-1] if clauses else ""
    beyond = last if not _is_done(last) and _OTHER.fullmatch(last) else ""
    return Revision(shorter, years[-1] if years else None, beyond)


def _revises(text: str) -> bool:
    return _is_done(text) or (_OTHER.fullmatch(text) is not None and not _ASKS.search(text))


def _is_done(text: str) -> bool:
    return _SHORTER.fullmatch(text) is not None or _YEAR.fullmatch(text) is not None

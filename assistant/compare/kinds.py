"""A question and a clause into the kind of figure they speak of: per head, a share, a growth, an average."""

import re
from dataclasses import dataclass

from assistant.understanding.intent import Time, time_of_question
from assistant.understanding.narrowing import time_of
from assistant.understanding.question import Question
from ingest.records import Chunk

_PER_HEAD = re.compile(r"人均|户均|亩均|生均|每(?!年|月|天|周|学期|季度?|次)[\u4e00-\u9fff]{0,2}[人户亩生名]")
# What somebody is paid each month is paid to each: 每月补贴多少, 每人每月补贴500元.
_EACH_TIME = "每(?:年|月|天|日|周|学期|季度?|次)"
_TO_EACH = re.compile(rf"每[人名位生](?={_EACH_TIME})")
# What is given or paid is set for each (补助标准: 每生每年700元), unless a sum or a mean is asked.
_RATE = re.compile("补[助贴]|标准|津贴|奖[励补]|保[费额]|保险金|资助|慰问|单价")
_NO_RATE = re.compile("[总共均]|资金|经费|投入|拨")
_EACH = re.compile(r"每(?!年|月|天|周|学期|季度?|次)[\u4e00-\u9fff]{0,2}[人户亩生名]")
_SHARE = re.compile(r"占比|比重|占[^，,；;。、]{0,16}(?:比|[\d.]+%|的)")
_GROWTH = re.compile(
    r"(?:增长|增速|增幅|涨幅|涨|下降|降低|减少|增加)(?:了|约|近|超过?|为|达到?|至少|控制在|保持在|不低于|高于|分别)*(?:[\d.]+(?:%|个?百分点)(?:[、和及][\d.]+%)*|[一二两三四五六七八九十]成|[一1]倍|两位数)"
    r"|翻[一两]番"
)
_BOTH_TIMES = re.compile("实际.*(?:目标|计划)|(?:目标|计划).*实际")
_CLAUSES = re.compile("[，,；;]")
_AVERAGE = re.compile(r"年均|累计|五年|(?<!\d)5年")
_ASKED_GROWTH = re.compile("增长|增速|增幅|涨幅|涨了?多少|降幅|同比|环比")
_NUMBER = re.compile(r"[\d一二两三四五六七八九十百千万亿]")
_TARGET = re.compile("目标|预期|计划|任务|指标|变化|变动|控制")


@dataclass(frozen=True, slots=True)
class Kind:
    """What kind of figure a text speaks of."""

    per_head: bool
    share: bool
    growth: bool
    average: bool


def kind_of(text: str) -> Kind:
    """Read the kind of figure a clause states."""
    return Kind(*(pattern.search(text) is not None for pattern in (_PER_HEAD, _SHARE, _GROWTH, _AVERAGE)))


def is_of_kind(question: Question, clause: str, chunk: Chunk) -> bool:
    """Tell whether a clause states the kind of figure that is asked: an income is none of 人均收入.

    A growth answers only where growth is asked, or a target, which plans state as growth; where what was
    done is asked no plan answers, where a target is asked no result.
    """
    asked = kind_of(question.text)
    is_each_time = not asked.per_head and re.search(_EACH_TIME, question.text)
    stated = kind_of(_TO_EACH.sub("", clause) if is_each_time else clause)
    is_for_each = asked.per_head == stated.per_head or _is_rate(question.text, clause)
    if not is_for_each or asked.share != stated.share:
        return False
    if question.years and stated.average and not asked.average:
        return False
    if not _is_growth_as_asked(question.text, clause):
        return False
    wanted, time = _asked_time(question), time_of(chunk)
    return Time.ANY in (wanted, time) or wanted is time


def _is_rate(question: str, clause: str) -> bool:
    """Tell whether a clause sets for each what a question asks of as a rate."""
    return bool(_RATE.search(question) and not _NO_RATE.search(question) and _EACH.search(clause))


def asks_growth(question: str) -> bool:
    """Tell whether a question asks how much something grew."""
    return _ASKED_GROWTH.search(question) is not None


def _is_growth_as_asked(question: str, clause: str) -> bool:
    """Tell whether a clause states a growth where one is asked, else a figure beside that, or a target."""
    if asks_growth(question):
        return _GROWTH.search(clause) is not None
    return bool(_TARGET.search(question) or _NUMBER.search(_GROWTH.sub("", clause)))


def _asked_time(question: Question) -> Time:
    """Read whether results or plans are asked of the year in hand: 2022年是多少，2024年目标又是多少."""
    clauses = (
        clause for clause in _CLAUSES.split(question.text) if any(str(y) in clause for y in question.years)
    )
    text = next(clauses, question.text)
    return Time.ANY if _BOTH_TIMES.search(text) else time_of_question(text)

"""The words around a number into what it measures: `学前三年毛入园率达到96%以上` -> `学前三年毛入园率`."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from ingest.facts.cells import label_before
from ingest.facts.measure_words import Kind
from ingest.facts.phrases import (
    AND,
    EACH,
    LONGEST,
    STOPS,
    VERB,
    bare,
    is_change,
    shortened,
    unchanged,
    without_links,
)
from ingest.facts.quantities import COUNTED_IN_CHINESE, Quantity

_REACH = 60
# The clause a text ends with, read backwards; a short bracket (专（兼）职) stays inside it.
_CLAUSE_BACKWARDS = re.compile(rf"(?:[^{STOPS}]++|(?<=\d)—(?=\d)|[)）][^{STOPS}\d]{{1,6}}[(（])*+")
_NOUN = rf"(?:[^{STOPS}\d、和与及]|[和与及](?!\d))"
# A noun right after a number, to the end of the clause or to the next thing of a list.
_NOUN_AFTER = re.compile(
    rf"的?(?P<noun>(?!{AND.pattern}|的){_NOUN}{{1,{LONGEST}}}+"
    rf"(?:(?:、(?!{_NOUN}{{0,4}}?{COUNTED_IN_CHINESE}){_NOUN}{{1,{LONGEST}}}+)*+(?=[{STOPS}]|$)|(?=、|(?:{AND.pattern})\d)))"
)
# What follows a number without naming what it counts.
_NO_NOUN = re.compile(
    "并|且|以|用(?![水电地户品人餐])|来(?![访信源料])|后(?![备勤续台])|时|前(?![置瞻端沿])|内(?![设部容科])|起|期间|间"
    "|等(?!级)|或|为(?!民)|是|由|从(?!业)|到|至|比(?!赛)|较|居(?![民家])|占|同比|环比|达|超(?![市级])|增(?!值)|下降|提高"
    "|提升|上升|减(?![负排灾])|全[部面]|均|各(?![类级])|都|已|将|正|陆续|相继|先后|分别|左右|不(?![动锈])|未(?![来成])"
    "|可(?![视再持穿])|应(?![急用届对援])|及(?!时)|给予|予以|的?标准|进行|列入|纳入|方[可能]|才"
)
# Where it cannot be told how far a noun goes, it goes to such a verb at most: 10家企业进入“隐形冠军”500强.
_NOUN_TO_VERB = re.compile(
    rf"(?P<noun>(?!的){_NOUN}{{2,10}}?)(?=进入|获[得评批准]|荣获|入选|入围|上榜|上市|挂牌|列入|投入使用|实现|达到|通过|补充)"
)
# A second figure of what the first one measures: 增长6%，力争8%.
_AIMED = re.compile("(?:力争|争取|冲刺|确保|奋斗目标)(?:达到|实现|为)?")
_OCCASIONS = ("次", "场", "场次", "期", "轮", "节")
_ONLY_HOW_OFTEN = re.compile("(?:原则上)?(?:全年|年内|每(?:[年月周日天]|季度|半年|学[期年]))(?:至少|不少于)?")
_HOW_OFTEN = re.compile("每(?:[年月周日天]|季度|半年|学[期年])")
# What is spoken of starts behind an opening quotation mark that is not closed.
_OPENED = re.compile("^[^”]*“(?=[^“”]*$)")
# An amount that is paid is what the noun behind it says: 处5万元以上20万元以下的罚款.
_PAID = re.compile(
    "(?:[\\d万]+元以下)?的(?P<noun>罚款|奖励|奖金|补助|补贴|奖补|资助|滞纳金|违约金)(?![\u4e00-\u9fff])"
)
_RATE = re.compile("的?(?:增长|增速|[增降涨]幅)")
_HAN = re.compile("[\u4e00-\u9fff]")
_FROM = re.compile(r"(?:由|从)(?:上年|去年|原来|最初|目前|年初|此前|当初|(?:19|20)\d\d年)?的?$")
_PAIRED = re.compile(r"(?P<things>.*?)(?:[较比][^，]{1,12}?)?(?P<mean>年均|累计|均)?分别(?P<verb>.*)")
_NEXT_VALUES = re.compile(rf"(?:[、和与及](?:约|近|超)?\d[\d.．]*[^\d和与及、{STOPS}]{{0,10}})*")
_HEAD = re.compile(
    "(?:率|比例|占比|比重|数|量|额|值|收入|支出|投资|面积|人次|价格|浓度|水平|规模|里程|能力|时间|标准|强度|覆盖|学位|床位)$"
)
_CLASS = re.compile(
    "小学|初中|高中|普高|中职|幼儿园?|学前|义务教育|城镇|农村|城市|城区|乡[镇村]|公办|民办|[男女]|[省市县区]级|国家级"
    "|本科|专科|高职|研究生|[小中大]班|第?[一二三]产业?"
)
_LONG = 5
_BEFORE_NOUNS = (Kind.COUNT, Kind.TIME, Kind.NONE)  # 51万儿童 counts without a measure word


class Measure(NamedTuple):
    """What a number measures, and what the next number of the sentence may lean on.

    :param words: in the document's words; "" when not certain.
    :param subject: what the number tells about, without how it changed.
    :param verb: what is done with the things of a list, e.g. 培育 of `培育5个园区、3个基地`.
    :param pending: what the next numbers measure, where `分别` pairs them.
    :param end: where the words after the number end that tell it, 0 for none.
    """

    words: str = ""
    subject: str = ""
    verb: str = ""
    pending: tuple[str, ...] = ()
    end: int = 0


_NOTHING = Measure()


def read_measure(text: str, quantity: Quantity, floor: int, told: Sequence[Measure]) -> Measure:
    """Read what a number measures from its own clause, leaning on numbers before it where that is certain.

    :param floor: where the number before it ends or its section starts: nothing is read before that.
    :param told: what the numbers before it in the same sentence measure.
    """
    said = told[-1] if told else _NOTHING
    start = _clause_start(text, floor, quantity.start)
    inside = bool(told) and start == floor  # in the clause of the number before it
    printed = _own_words(_said_before(text, start, quantity.start), inside)
    if inside and said.pending and AND.fullmatch(printed):
        return Measure(said.pending[0], pending=said.pending[1:])
    if "分别" in printed and (paired := _PAIRED.fullmatch(printed)):
        return _paired(text, quantity, paired, told)
    if inside and printed.startswith("的"):
        return _NOTHING
    near = start - floor <= 1
    if leaning := _leaning(text, quantity, start, floor, printed, said):
        return leaning
    words = bare(printed)
    if quantity.between and not (words and quantity.between.endswith("的")):
        words += without_links(EACH.sub("", quantity.between.strip()))
    if is_change(words):
        return Measure(_told(words, said, near), said.subject)
    after = _noun_after(text, quantity)
    if after is None or (not words and _is_threshold(text, quantity)):
        return _NOTHING
    if words:
        listed = AND.match(printed) and printed.endswith(words) and quantity.start == quantity.first
        return _joined(words, after, quantity, said.verb if listed else "")
    if inside:
        return _next_in_clause(printed, after, quantity.end, said)
    return _labelled(text, start) or Measure(shortened(after), after, end=quantity.end + len(after))


def _leaning(
    text: str, quantity: Quantity, start: int, floor: int, printed: str, said: Measure
) -> Measure | None:
    """Read a number that something rises from, or one that leans on the number or the clause before it.

    :param start: where the clause before the number starts.
    """
    near = start - floor <= 1
    if ("由" in printed or "从" in printed) and (origin := _FROM.search(EACH.sub("", printed))):
        return Measure(subject=_told(bare(printed[: origin.start()]), said, near))
    if near and said.words and _AIMED.fullmatch(printed):
        return Measure(said.words, said.subject)
    opening, closing = text[start - 1 : start], text[quantity.end : quantity.end + 1]
    is_aside = not printed and opening in ("（", "(") and closing in ("）", ")")  # 任务（2项）
    ends = closing in ("", *"。；;，,\n") and not quantity.between
    is_often = ends and opening in ("，", ",") and quantity.unit in _OCCASIONS
    is_often = is_often and _ONLY_HOW_OFTEN.fullmatch(printed) is not None
    if not (is_aside or is_often) or start - 1 <= floor:
        return None
    words = bare("".join(text[_clause_start(text, floor, start - 1) : start - 1].split()))
    words = "" if AND.search(words) else shortened(words)
    return Measure(words, words) if words else None


def read_payment(text: str, quantity: Quantity) -> Measure | None:
    """Read what an amount is paid as: `给予10万元以上的奖励`."""
    paid = _PAID.match(text, quantity.end)
    return None if paid is None else Measure(paid["noun"], paid["noun"])


def _is_threshold(text: str, quantity: Quantity) -> bool:
    """Tell an amount that says which things are meant: `对500万元以上的项目开展评估`."""
    bounded = quantity.end > quantity.last and quantity.kind is Kind.AMOUNT and quantity.unit != "%"
    return bounded and text.startswith("的", quantity.end)


def _said_before(text: str, start: int, end: int) -> str:
    """The words of a clause up to a number, behind a quotation mark that is still open there."""
    words = "".join(text[start:end].split())
    return _OPENED.sub("", words) if "“" in words else words


def _own_words(printed: str, inside: bool) -> str:
    """Leave what may still belong to the number before it out of the words before a number in its clause."""
    if inside and not AND.match(printed):
        _, listed, last = printed.rpartition("、")
        return listed + last
    return printed


def _labelled(text: str, start: int) -> Measure | None:
    """Read what the label before a clause says it measures: `毛入园率：96%`."""
    if text[start - 1 : start] in ("：", ":") and (label := label_before(text, start - 1)):
        return Measure(label, label)
    return None


def _clause_start(text: str, floor: int, end: int) -> int:
    """Find where the clause before a number starts, not before the floor."""
    clause = _CLAUSE_BACKWARDS.match(text[max(floor, end - _REACH) : end][::-1])
    return end if clause is None else end - clause.end()


def _noun_after(text: str, quantity: Quantity) -> str | None:
    """Find the words right after a number that name what it counts: `12所幼儿园`.

    "" where none stand there, None where it cannot be told how far they go (`为24个省份供煤20亿吨`).
    """
    if quantity.unit == "%" and (rate := _RATE.match(text, quantity.end)):
        return rate[0]
    if quantity.kind is Kind.TIME and text.startswith("的", quantity.end):
        return ""
    found = _NOUN_AFTER.match(text, quantity.end)
    if found is None:
        if quantity.kind is Kind.COUNT and (noun := _NOUN_TO_VERB.match(text, quantity.end)):
            return "" if _NO_NOUN.match(noun["noun"]) else noun["noun"]
        named = quantity.kind is Kind.COUNT and _HAN.match(text, quantity.end)
        return None if named and not _NO_NOUN.match(text, quantity.end) else ""
    told = _HOW_OFTEN.split(found["noun"], maxsplit=1)[0]
    return "" if _NO_NOUN.match(told.lstrip()) or told.endswith("级") else told


def _joined(words: str, after: str, quantity: Quantity, list_verb: str) -> Measure:
    """Put together the words before and after a number as they would stand without it."""
    kind, verb = quantity.kind, VERB.match(words)
    pure_verb = verb is not None and verb.end() == len(words)
    if after and (kind in _BEFORE_NOUNS or pure_verb or _RATE.fullmatch(after)):
        return Measure(whole := shortened(words + after), whole, words, end=quantity.end + len(after))
    if pure_verb and (kind is not Kind.AMOUNT or quantity.unit == "%"):
        return Measure(verb=words)
    if kind is Kind.AMOUNT and len(words) > _LONG:
        words = words.removesuffix("完成")  # 一般公共预算收入完成8亿元
    if list_verb and verb is None:
        return Measure(whole := shortened(list_verb + words), whole, list_verb)
    whole = shortened(words)
    return Measure(whole, unchanged(whole), verb[0] if verb else "")


def _next_in_clause(printed: str, after: str, end: int, said: Measure) -> Measure:
    """Read a number that follows another without words of its own: the next of a list, or a new level."""
    if AND.fullmatch(printed):
        whole = shortened(said.verb + after) if after else ""
        return Measure(whole, whole, said.verb, end=end + len(after))
    return Measure(said.subject, said.subject) if printed else _NOTHING


def _told(words: str, said: Measure, near: bool) -> str:
    """Say what changed, where the sentence has just told it: `总产值67亿元，增长5%`; "" where it has not."""
    if not is_change(words):
        return words
    return said.subject + words if said.subject and near else ""


def _paired(text: str, quantity: Quantity, found: re.Match[str], told: Sequence[Measure]) -> Measure:
    """Share out `小学、初中专任教师分别达到98%、95%`; nothing where things and values differ in number.

    Without things of its own a clause speaks of those just told: `外贸3亿元、内贸5亿元，分别增长2%、4%`.
    """
    following = _NEXT_VALUES.match(text, quantity.end)
    values = 1 + len(AND.findall(following[0])) if following else 1
    things = [measure.subject for measure in told[-values:]]
    if found["things"]:
        things = _completed(AND.split(bare(found["things"])))
    if len(things) != values:
        return _NOTHING
    verb = bare((found["mean"] or "") + found["verb"])
    first, *others = [thing and shortened(thing + verb) for thing in things]
    return Measure(first, pending=tuple(others))


def _completed(things: list[str]) -> list[str]:
    """Give the things of a list the words they share with the last; "" where it is not certain which."""
    *others, last = things
    shared = _CLASS.match(last)
    if shared and all(_CLASS.fullmatch(thing) for thing in others):
        return [*(thing + last[shared.end() :] for thing in others), last]
    if _HEAD.search(last):
        return [*(thing if _HEAD.search(thing) else "" for thing in others), last]
    return things

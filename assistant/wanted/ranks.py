"""A text into the ranks, ages and times it names: 三等奖, Ⅱ级响应, 第二次, 65岁以上, 开课以后, 早上."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.text import cn_number

_LETTER, _ROMAN = r"(?:[甲乙丙丁]|(?<!\d)[a-e])", r"(?:iv|i{1,3}|v)"
_ONE = rf"(?:[特一二三四五六七八九]|(?<!\d)\d(?!\d)|(?<![a-z]){_ROMAN}|{_LETTER})"
_BETWEEN = "[、和及与至到~-]"
# 省市县三级 are three levels, 栎川县二级响应 is one rank of a place's.
_OF_A_PLACE = "(?<=[^省市县区乡镇、和][省市县][一二三四五]级)(?:火险|响应|预警)"
_RANK = re.compile(
    rf"(?<![各逐每a-z.])(?!(?<=[高低上下某同村乡镇县市省])[一二三四五]级(?!{_OF_A_PLACE}))(?P<all>{_ONE}(?:{_BETWEEN}?{_ONE})*)"
    r"(?P<unit>年级|星级|a级(?=[\u4e00-\u9fff])|[等级类档])(?P<beyond>及?以[上下])?(?P<what>[\u4e00-\u9fff]{0,6})"
)
_NUMBER = r"[一二三四五六七八九十]{1,3}|\d{1,2}"
_NTH = re.compile(
    rf"第(?P<all>(?:{_NUMBER})(?:{_BETWEEN}第?(?:{_NUMBER}))*)(?P<unit>次|阶段|产业|步|周|党?支部|党?小组|[大中]队|网格)"
)
_YEAR = re.compile(r"(?P<stage>[高初])(?P<one>[一二三])(?!级|次|个|名|所|中|定)")
_AGE = re.compile(
    r"(?P<first>\d{1,3})(?:周?岁)?(?:(?:[至到~—-]+)(?P<last>\d{1,3}))?(?:周岁|岁)(?P<beyond>及?以[上下内])?(?P<after>[^,。;]{0,12})"
)
_EVENT = (
    "开课|开班|开学|开工|开始|培训|上课|验收|竣工|报名|[缴交]费|入学|入职|退休|登记|申请|签约|审批"
    "|公示|施工|开业"
)
_SIDE = re.compile(rf"(?:{_EVENT})(?:了|之|以)*(?P<side>[前后])(?![期续台勤])|(?P<amid>中途)")
_DAY = re.compile(
    r"(?P<早>早[上晨自读操饭]|清晨)|(?P<上>上午)|(?P<下>下午)|(?P<晚>晚(?:上|间|自习|饭|餐)|夜[间里晚])"
    r"|(?<![\d:])(?P<hour>[01]?\d|2[0-3])(?::[0-5]\d|[点时](?![间段限效代期政]))"
)
_IN_ORDER = "一二三四五六七八九"
_HIGHEST_FIRST = re.compile("响应|预警|应急|[奖功]|事[件故]")
_NO_HEAD = re.compile("[的是怎有要多由谁会可能在补奖给收几什哪何上下一扣罚](?!金|项|状)")
_OF_A_KIND = re.compile("^(?:不良|突发|安全|质量|医疗|重大)(?=事[件故])")  # III级不良事件 beside I级事件
_ANY = re.compile("[早午晚夜:途等级类档次段业步岁前后高初第]")
_SHARE = re.compile(r"占|比[例重]|率|\d+[名人]|多少|几")
_OLDEST = 120


@dataclass(frozen=True, slots=True)
class Named:
    """What a text names of a kind of things.

    :param members: which of the kind; a word may hold several (中小学), or none.
    :param word: how the text names it.
    :param what: what follows the name and says of what the rank is (奖, 响应), or "".
    """

    kind: str
    members: frozenset[str]
    word: str
    what: str = ""

    @property
    def head(self) -> str:
        """What names the thing ranked, as far as siblings share it: 奖 of 三等奖奖金, 响应 of 一级响应."""
        if self.kind == "等" and self.what[:1] in ("奖", "功"):
            return self.what[0]
        is_any = self.kind not in ("等", "级", "星级", "类", "档") or self.word[0] in "甲乙丙丁abcde"
        return "" if is_any or _NO_HEAD.match(self.what) else _OF_A_KIND.sub("", self.what)[:2]


def ranks_in(text: str) -> Iterator[Named]:
    """Find the ranks, ages, sides of events and parts of the day in a text in normal form."""
    if not _ANY.search(text):
        return
    for found in _RANK.finditer(text):
        yield Named(found["unit"], _ranks(found), f"{found['all']}{found['unit']}", found["what"])
    for found in _NTH.finditer(text):
        yield Named(found["unit"], _in_order(found["all"]), found[0])
    for found in _YEAR.finditer(text):
        yield Named(found["stage"], frozenset({found["one"]}), found[0])
    for found in _AGE.finditer(text):
        yield Named("岁", _ages(found), found[0].removesuffix(found["after"]))
    for found in _SIDE.finditer(text):
        yield Named("先后", frozenset({found["side"] or "后"}), found[0])
    for found in _DAY.finditer(text):
        yield Named("时段", _parts_of_day(found), found[0])


def _ranks(found: re.Match[str]) -> frozenset[str]:
    """Give the ranks that a match names: each, those between two, or those beyond one."""
    named = [_place(one) for one in re.findall(_ONE, found["all"])]
    if len(named) == 2 and re.search("[至到~-]", found["all"]) and all(one.isdigit() for one in named):
        named = [str(one) for one in range(int(named[0]), int(named[1]) + 1)]
    if found["beyond"] and named[-1].isdigit():
        is_upward = found["beyond"].endswith("上") != bool(_HIGHEST_FIRST.search(found["what"]))
        first = int(named[-1])
        named += map(str, range(first, 10) if is_upward else range(first + 1))
    return frozenset(named)


def _in_order(numbers: str) -> frozenset[str]:
    """Give which of several in a row a text names: 第三周, 第一、第四党支部, 第5至8周."""
    named = [cn_number(one) or 0 for one in re.findall(_NUMBER, numbers)]
    if len(named) == 2 and re.search("[至到~-]", numbers):
        named = list(range(named[0], named[1] + 1))
    return frozenset(map(str, named))


def _place(one: str) -> str:
    """Give a rank as a number, a letter as it is; 特等 comes before 一等."""
    if one == "特":
        return "0"
    if re.fullmatch(_ROMAN, one):
        return str(("i", "ii", "iii", "iv", "v").index(one) + 1)
    return str(_IN_ORDER.index(one) + 1) if one in _IN_ORDER else one


def _parts_of_day(found: re.Match[str]) -> frozenset[str]:
    """Give the part of the day that a match names; of an hour those it may lie in, of an early one all."""
    if not found["hour"]:
        return frozenset(found.lastgroup or "")
    hour = int(found["hour"])
    if hour < 6:
        return frozenset("早上下晚")
    return frozenset("早上" if hour < 12 else "下" if hour < 17 else "下晚" if hour < 19 else "晚")


def _ages(found: re.Match[str]) -> frozenset[str]:
    """Give the ages that a match holds; of an open bound also the bound itself.

    A benefit from some age on is for everybody older, a share of those above one age is not that of others.
    """
    first, beyond = int(found["first"]), (found["beyond"] or "")[-1:]
    if not beyond:
        return frozenset(map(str, range(first, int(found["last"] or first) + 1)))
    is_older = beyond == "上"
    if _SHARE.search(found["after"]):
        return frozenset({f"{first}{beyond}"})
    ages = range(first, _OLDEST) if is_older else range(first + 1)
    return frozenset(f"{age}{side}" for age in ages for side in ("", "上" if is_older else "下"))

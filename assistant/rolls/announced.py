"""The words of a question into the number of things it asks one by one (五大救治中心, 三件事, “五项管理”)."""

import re
from dataclasses import dataclass

import rjieba

from assistant.understanding.terms import is_silent
from ingest.text import cn_number, normalize

_COUNT = r"\d{1,2}|[一二三四五六七八九十两]{1,3}"
MEASURE = r"(?:大类|大|项|个|件|条|类|种|方面|方|支|家|所|张|处|批|名|场|点|步|道)"
_FAMILIES = ("(?:项|件|个|条|大(?!类))", "(?:大类|类|种|个?方面)")
ORDINAL = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Announced:
    """So many things of a kind that a question asks one by one.

    :param count: how many; 0 where the question does not say.
    :param kind: what they are called, without number and measure word; "" where a name alone says it.
    :param name: the words that announce them, as the question puts them.
    :param measure: what matches the measure word they are counted by.
    """

    count: int
    kind: str
    name: str
    measure: str = MEASURE

    def pattern(self) -> re.Pattern[str]:
        """Match where a text, as printed, announces them; the group `count` or `counted` is how many."""
        if self.name:
            return re.compile(re.escape(self.name))
        number = f"{self.count}|{numeral(self.count)}" if self.count else _COUNT
        optional = f"{self.measure}?" if self.count else self.measure
        kind = "".join(f'{re.escape(char)}[”"’]?' for char in self.kind)
        return re.compile(
            rf"(?<![\d一二三四五六七八九十第])[“\"‘]?(?P<count>{number}){optional}[”\"’]?[“\"‘]?"
            rf"[\u4e00-\u9fff]{{0,8}}?{kind}"
            rf"|{kind}[\u4e00-\u9fff\d]{{0,5}}?(?<![\d一二三四五六七八九十第])(?P<counted>{number}){self.measure}"
        )

    @property
    def counts_kinds(self) -> bool:
        """Whether it is kinds that are counted (六大类)."""
        return self.measure == _FAMILIES[1]

    def read(self, found: re.Match[str]) -> int:
        """How many things a text announces where `pattern` matches."""
        return self.count or number_of(found["count"] or found["counted"])


def number_of(numeral: str) -> int:
    """Read a number of things, 0 where it is none."""
    return cn_number(numeral.replace("两", "二")) or 0


_ASKED = re.compile(
    rf"(?<![\d第一二三四五六七八九十前每])(?P<which>哪)?(?P<count>{_COUNT})(?![\d年月日])(?P<measure>{MEASURE})?"
    r"(?P<kind>[\u4e00-\u9fff]*)"
)
# The number itself is asked: 有哪几个直属单位, 一共几家分院，分别是哪些.
_HOW_MANY = re.compile(
    r"(?P<before>[\u4e00-\u9fff]*?)(?:有|是|包括|共|由|分为?|分成)?(?:哪几|几|多少)"
    rf"(?P<measure>{MEASURE})(?P<kind>[\u4e00-\u9fff]*)"
)
_ASKS = re.compile(
    r"(?:是|有|指|包括|包含|分为?|为)(?:的|了)?(?:是)?(?:哪|什么|啥)|哪(?:\d{1,2}|[一二三四五六七八九十两几]{1,3}|些)"
    r"|分别(?:是|为|有)|各是|名单|逐[一项]|列出"
)
_ASKED_BEHIND = re.compile(
    r"[\u4e00-\u9fff”\"]*?(?:是|有|指|包[括含]|分为|为)(?:的|了|些|由)?(?:哪|什么|啥|几)|(?:分别|都|具体)(?:是|有)|[”\"]?$"
)
_NOT_ASKED = re.compile(
    "谁|[归由属跟给向]于?哪|什么时候|何时|多久|多长时间|限期|几[点号月]|怎么|如何|为什么|哪[里年天月]|吗|多少(?!家|个|项|类|种|所|支|条|大)"
)
_NAMED = re.compile(r"[“\"‘](?P<name>[^”\"’]{2,10})[”\"’]")
_UP_TO = re.compile(
    r"(?!是|有|指|包[括含]|分别|都|各)[\u4e00-\u9fff]+?(?=都|分别|具体|主要|各|指|是|有|包括|包含|[?,。呢]|$)"
)
# A kind with its number and nothing asked: 柳湾县15件民生实事.
_ONLY_NAMED = re.compile(
    r"(?:\d{1,2}|[一二三四五六七八九十]{2,3})[项件个][\u4e00-\u9fff]{2,8}[?。]*$"
    r"|(?<![第前后每首\d])[三四五六七八九十][项件大][\u4e00-\u9fff]{3,8}(?<!方案|计划|办法|进展|情况|结果)[?。]*$"
)
_FURTHER = re.compile("(?<=.)[一二两三四五六七八九](?=.)")
_BETWEEN = re.compile(r"(?:是|有|指|包括|都|分别|的|一共|共|总共|分为?|分成|为|哪)+$")
_OF_NAMES = ("n", "vn", "l", "j", "b")
_SHORT_NOUN = 6
_THINGS = ("事", "单位", "部门", "股室", "科室", "工作", "措施", "内容", "责任", "目标", "要求")


def asked_things(text: str) -> Announced | None:
    """Read which announced things a question asks one by one; None where it asks none."""
    folded = normalize(text)
    is_asked = _ASKS.search(folded) or _ONLY_NAMED.search(folded)
    if not is_asked or _NOT_ASKED.search(folded):
        return None
    named = _NAMED.search(folded)
    if named and (count := _count_in(named["name"])):
        return Announced(count, "", named["name"])
    for found in _ASKED.finditer(folded):
        count, asked_behind = number_of(found["count"]), _ASKED_BEHIND.search(folded, found.end("count"))
        if not found["which"] and asked_behind is None:
            continue
        kind = _noun(found["kind"]) or _noun_before(folded[: found.start()])
        if count > 1 and kind and found["measure"]:
            return Announced(count, kind, "", _alike(found["measure"]))
        if count > 1 and not found["which"] and len(_noun(found["kind"])) > 1:  # 五育并举, 三微一端
            others = map(number_of, _FURTHER.findall(_noun(found["kind"])))
            return Announced(count + sum(others), "", found["count"] + _noun(found["kind"]))
    asked = _HOW_MANY.search(folded)
    kind = (_noun(asked["kind"]) or _noun_before(asked["before"])) if asked else ""
    if asked is None or len(kind) < 2:
        return None
    alike = _alike(asked["measure"])
    return Announced(0, kind, "", f"(?:{asked['measure']})" if alike == MEASURE else alike)


def _noun(text: str) -> str:
    """The noun a text begins with, with what belongs to it: 领域 of 领域开展廉政风险排查."""
    whole = _UP_TO.match(text)
    if whole and 1 <= len(whole[0]) <= _SHORT_NOUN and (len(whole[0]) > 1 or whole[0] in _THINGS):
        return whole[0]
    kind = ""
    for word, tag in rjieba.tag(text, hmm=False):
        if not tag.startswith(_OF_NAMES) or (not kind and is_silent(word) and word not in _THINGS):
            break
        kind += word
    return kind


def _noun_before(text: str) -> str:
    """The noun that ends a text, with the word before it: 救治中心 of 五大救治中心是, 内设机构."""
    said = _BETWEEN.sub("", text)
    last, *before = [*reversed(rjieba.tag(said, hmm=False)), ("", "")]
    if not last[1].startswith(_OF_NAMES) or (is_silent(last[0]) and last[0] not in _THINGS):
        return ""
    word, tag = before[0] if before else ("", "")
    belongs = len(word) == 2 and tag.startswith((*_OF_NAMES, "v")) and not is_silent(word)
    return word + last[0] if belongs and len(last[0]) < 4 else last[0]


def _count_in(name: str) -> int:
    """The number that a name begins with (五项管理, 六个一教育); 0 for none."""
    found = re.match(rf"(?P<count>{_COUNT})(?:{MEASURE}|[\u4e00-\u9fff])", name)
    return number_of(found["count"]) if found else 0


def _alike(measure: str) -> str:
    """Match the measure words a text may use for that of a question: 十件实事 are 十项实事, no 十类."""
    return next((words for words in _FAMILIES if re.fullmatch(words, measure)), MEASURE)


def numeral(count: int) -> str:
    """Write a number below a hundred in Chinese figures."""
    if count <= 10:
        return ORDINAL[count - 1]
    tens, ones = divmod(count, 10)
    return f"{'' if tens == 1 else ORDINAL[tens - 1]}十{ORDINAL[ones - 1] if ones else ''}"

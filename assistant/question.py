"""The words of a question that stands alone into what it asks: kind of fact, years, places, unit."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from assistant.bodies import organs_in
from assistant.meaning import asked_term
from ingest.index.entry import DocumentInfo
from ingest.records import Filter
from ingest.text import normalize


class Intent(StrEnum):
    """What kind of fact is asked for."""

    PERSON = "何人"
    DUTY = "谁负责"
    TASKS = "负责什么"
    DEADLINE = "何时"
    FIGURE = "多少"
    MEANING = "什么意思"
    DOCUMENTS = "有哪些文件"
    SUMMARY = "主要内容"
    TOPIC = "内容"


class Time(StrEnum):
    """Whether what was done or what is to be done is asked for."""

    DONE = "完成"
    PLANNED = "计划"
    ANY = ""


@dataclass(frozen=True, slots=True)
class Named:
    """Stored documents a question names by one name.

    :param label: the name, in the question's words.
    :param docs: keys of the documents it may mean, one or several.
    :param years: years the name holds.
    """

    label: str
    docs: tuple[str, ...]
    years: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Facets:
    """What the library holds, as far as a question can name it."""

    years: tuple[int, ...] = ()
    places: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    organs: tuple[str, ...] = ()
    documents: Sequence[DocumentInfo] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A standalone question.

    :param text: complete without the conversation before it.
    :param years: years the question names; preferred, not required, in the passages.
    :param places: places of the library the question names, one answer each.
    :param unit: the unit whose tasks are asked for, or "".
    :param term: the term whose meaning is asked for, or "".
    :param organs: issuing bodies of the library the question names; their documents are preferred.
    :param time: whether it asks for results or for plans.
    :param documents: stored documents the question names to compare, one answer each.
    """

    text: str
    intent: Intent
    years: tuple[int, ...] = ()
    places: tuple[str, ...] = ()
    unit: str = ""
    term: str = ""
    organs: tuple[str, ...] = ()
    time: Time = Time.ANY
    documents: tuple[Named, ...] = ()

    @property
    def filter(self) -> Filter:
        """The narrowing the question asks for; a document that is named is of the right year and place."""
        if self.documents:
            return Filter(docs=tuple(doc for named in self.documents for doc in named.docs))
        return Filter(years=self.years, places=self.places)

    @property
    def narrowed_to(self) -> tuple[str, ...]:
        """The documents, or places and years, it is narrowed to, as a reader says them."""
        if self.documents:
            return tuple(named.label for named in self.documents)
        return (*map(short_place, self.places), *(f"{year}年" for year in self.years))

    @property
    def parts(self) -> tuple["Question", ...]:
        """One question for each document, place or year that is compared; else this one."""
        if len(self.documents) > 1:
            return tuple(self._of_document(named) for named in self.documents)
        if len(self.places) > 1:
            return tuple(
                replace(self, text=self._without_places(place), places=(place,)) for place in self.places
            )
        if len(self.years) > 1:
            return tuple(replace(self, years=(year,)) for year in self.years)
        return (self,)

    def _of_document(self, named: Named) -> "Question":
        others = [other.label for other in self.documents if other is not named]
        text = re.sub("|".join(map(re.escape, sorted(others, key=len, reverse=True))), "", self.text)
        return replace(self, text=text, documents=(named,), years=named.years or self.years)

    def _without_places(self, kept: str) -> str:
        others = {form for place in self.places if place != kept for form in (place, short_place(place))}
        return re.sub("|".join(map(re.escape, sorted(others, key=len, reverse=True))), "", self.text)


_BODY = r"(?:单位|部门|股室|科室|处室|机构|厅局|委办局|部(?!分)|[股科处室厅局委办]|家)"
OFFICE = re.compile(
    r"([局校县市省区镇乡村股科处院园组部厅]长|书记|主任|主席|负责人)(?:叫什么|是谁|姓什么|是哪)"
)
_STORED = r"(?:文件|文档|资料|材料)"
_TITLED = rf"(?:{_STORED}|工作要点|要点|计划|方案|总结|通知|报告|意见)"
_INTENTS: tuple[tuple[Intent, re.Pattern[str]], ...] = (
    (
        Intent.DOCUMENTS,
        re.compile(
            r"(?:资料库|文档库|库|系统)(?:里|中|内|里面)?(?:一共|总共|现在|都)*(?:有|存|收)了?"
            rf"(?:哪些|什么|多少|几).{{0,16}}{_TITLED}[?？。]?$"
            rf"|^(?:请|帮我)?(?:列出|列一下|看看|有哪些|都有哪些|有什么).{{0,16}}{_STORED}(?:名称|清单|目录|列表)?[?？。]?$"
            rf"|{_STORED}(?:清单|目录|列表)[?？。]?$"
            rf"|^.{{0,16}}(?:的|年){_STORED}(?:一共|总共|都)?有(?:哪些|什么|多少份?|几份)[?？。]?$"
            rf"|^.{{0,16}}年.{{0,8}}有(?:哪些|什么|多少份?|几份){_STORED}[?？。]?$"
        ),
    ),
    (
        Intent.SUMMARY,
        re.compile(
            r"^(?:请|帮我|帮忙|麻烦)*(?:总结|概括|归纳|梳理)(?:一下|下)?(?!.{0,12}(?:由谁|是谁|多少|什么时候))"
            r"|(?:主要)?(?:讲|说|写|谈)了?(?:哪些|些?什么|啥)(?:内容|事)?[?？。]?$"
            r"|主要内容(?:是什么|有哪些|是啥|包括哪些)?[?？。]?$|(?:有|分)(?:哪几|几)(?:个|大)?(?:部分|方面)[?？。]?$"
        ),
    ),
    (Intent.PERSON, OFFICE),
    (
        Intent.FIGURE,
        re.compile(r"(?:谁|哪个|哪家|哪边|哪里|哪年).{0,5}(?:更|最)?(?:高|低|多|少|大|小|快)[?？。]?$"),
    ),
    (
        Intent.TOPIC,
        re.compile(r"(?:有没有|有无|能不能|能否|是否|是不是|可不可以|行不行|准不准)(?!.*(?:多少|几))"),
    ),
    (
        Intent.DEADLINE,
        re.compile(
            r"什么时候|啥时候|何时|几时|几月|哪[一]?[天年月日]|时限|期限|截止|多长时间|多久"
            r"|(?:几|多少)(?:个)?(?:工作)?[天日]|(?:几|多少)个月|时间(?:要求|节点|是|安排|[?？]?$)"
        ),
    ),
    (
        Intent.DUTY,
        re.compile(
            rf"谁|哪(?:[一两几些]|几?个)*{_BODY}|(?:什么|啥){_BODY}|(?:责任|牵头|配合|主管|负责){_BODY}"
            rf"|(?:归|找|属于?)哪|多少{_BODY}(?:负责|牵头|配合)|牵头的?是|哪[一两几]家"
        ),
    ),
    (
        Intent.FIGURE,
        re.compile(
            r"多少|(?<!哪)几[^乎经何]|多大|多高|比例|占比|[率量数额值]各?是?[到达]|第几|哪个[更]?[高低多少大小]"
            r"|(?:数量?|人数|次数|增速|[率额]|目标|规模|标准|投入|指标)(?:上|方面)?(?:有|是)?(?:什么|何|哪些|啥|没有|多大)?"
            r"(?:的?(?:不同|不一样|差别|差异|区别|变化|变动|调整)|[的做]?(?:对比|比较))"
        ),
    ),
)
_TASKS = re.compile(
    r"(?:负责|承担|牵头|主管|分管|配合)(?:了|的)?.{0,6}?(?:哪些|什么|几项|多少项|几件)|(?:职责|任务|工作)(?:有哪些|有什么|是什么|是啥)|有(?:哪些|什么|几项)(?:主要|重点)?(?:职责|任务|工作)"
)
_TIMES = (
    (
        Time.DONE,
        re.compile(
            r"实际|完成了|已经?|成效|[建招发做办开投交收查培到]了|[过付](?:了|多少|几)|还剩|结果怎么样|做得怎么样"
        ),
    ),
    (Time.PLANNED, re.compile(r"目标|计划|打算|要求?(?:达|到|建|招|做|办|完成|开展)|准备|安排|拟|力争")),
)
YEAR = re.compile(r"(?<!\d)(20\d{2})(?:年|(?![\d.—-]|\s*(?:号|多|余|[万亿人名所个家元套户项次条分])))")
_SHORT_YEAR = re.compile(r"(?:^|[，,、（(和与跟到至从比])([12]\d)年(?![^底初度]?[的以内来前后]|级)")
_YEAR_IN_BRACKETS = re.compile(r"[（(](20\d{2})年?[）)]")
_YEAR_RANGE = re.compile(r"(?<!\d)(20\d{2})年?[到至—–~～-]+(20\d{2})(?=年)")
_LONGEST_RANGE = 10
_TARGET_YEAR = re.compile(r"(?:到|至|截至|截止|力争)\s*$")
_RELATIVE_YEARS = {"前年": -2, "去年": -1, "上年": -1, "今年": 0, "本年": 0, "明年": 1}
PROVINCES = (
    *("北京", "天津", "上海", "重庆", "河北", "山西", "辽宁", "吉林", "黑龙江", "江苏", "浙江", "安徽"),
    *("福建", "江西", "山东", "河南", "湖北", "湖南", "广东", "海南", "四川", "贵州", "云南", "陕西"),
    *("甘肃", "青海", "台湾", "内蒙古", "广西", "西藏", "宁夏", "新疆", "香港", "澳门"),
)
_PLACE_SUFFIX = re.compile(r"(?:维吾尔|壮族|回族)?(?:自治区|自治州|自治县|特别行政区|省|市|县|区|州|旗)$")


def read_standalone(text: str, facets: Facets, year: int | None = None) -> Question:
    """Read what a question asks that needs no conversation before it.

    :param facets: names that may narrow the search.
    :param year: the current year, which 今年 and 去年 count from; None leaves them unread.
    """
    unit, term = _named_unit(text, facets.units), asked_term(text)
    return Question(
        text=text,
        intent=Intent.TASKS if unit else Intent.MEANING if term else intent_of(text),
        years=_years(text, year),
        places=places_in(text, facets.places),
        unit=unit,
        term="" if unit else term,
        organs=organs_in(text, facets.organs),
        time=next((time for time, pattern in _TIMES if pattern.search(text)), Time.ANY),
    )


def intent_of(text: str) -> Intent:
    """Tell what kind of fact a text asks for."""
    return next((intent for intent, pattern in _INTENTS if pattern.search(text)), Intent.TOPIC)


def without_asking(text: str) -> str:
    """Take the asking words off a question, so that another can be asked of its topic."""
    for _, pattern in _INTENTS:
        text = pattern.sub("", text)
    return re.sub(r"由?负责|[?？]", "", text)


def _named_unit(text: str, units: Sequence[str]) -> str:
    """Find the stored unit whose tasks are asked for (the longest name), or ""."""
    if not _TASKS.search(text):
        return ""
    folded = normalize(text)
    return max((unit for unit in units if normalize(unit) in folded), key=len, default="")


def _years(text: str, current: int | None) -> tuple[int, ...]:
    explained = _YEAR_IN_BRACKETS.search(text)
    if explained:  # 今年（2024）
        return (int(explained[1]),)
    named = [year for m in _YEAR_RANGE.finditer(text) for year in range(int(m[1]), int(m[2]) + 1)]
    rest = _YEAR_RANGE.sub("", text)
    named += [int(m[1]) for m in YEAR.finditer(rest) if not _TARGET_YEAR.search(rest[: m.start()])]
    named += [2000 + int(m[1]) for m in _SHORT_YEAR.finditer(rest)]
    if current is not None:
        named += [current + shift for word, shift in _RELATIVE_YEARS.items() if word in text]
    return tuple(dict.fromkeys(named))[:_LONGEST_RANGE]


def places_in(text: str, places: Sequence[str]) -> tuple[str, ...]:
    """Find the places a text names, in its order: those of the library, and provinces it holds nothing of.

    Each is given as the library writes it; the same place is given once, with or without 省, 市, 县.
    """
    known = {short_place(place): place for place in reversed(places)}
    found = {name: text.find(name) for name in (*known, *PROVINCES)}
    named = sorted((name for name, at in found.items() if at >= 0), key=lambda name: found[name])
    return tuple(known.get(name, name) for name in dict.fromkeys(named))


def short_place(place: str) -> str:
    """Take the administrative suffix off a place: `云南省` -> `云南`; short names stay whole."""
    short = _PLACE_SUFFIX.sub("", place)
    return short if len(short) >= 2 else place

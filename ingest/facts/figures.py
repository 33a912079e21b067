"""The text of a document into figures: quantities with unit, bound and measure, each with its span."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from string import ascii_letters

from ingest.facts.cells import label_before, unit_in_row
from ingest.facts.measure_words import Kind
from ingest.facts.measures import Measure, read_measure, read_payment
from ingest.facts.quantities import (
    CHINESE_FIGURES,
    COUNTED,
    COUNTED_AT_END,
    MADE,
    Quantity,
    quantities,
    quantity_at,
)
from ingest.records import Comparator, Figure, Section
from ingest.text import simplified

# Before an ordinal, a part of a name or code, a time of day: 第12所, PM2.5, 5+2, 8时30分.
_COLLECTED = ("精选", "通用", "推荐", "合集", "热门", "优选", "范文", "最新")  # （精选3篇）
_NO_QUANTITY = re.compile(
    r"第\s?\Z|(?<![目日月底年此])前\Z|[A-Za-z〔\[+＋#№_/]\s?\Z|[A-Za-z\d][.．—-]\Z|\d[时点：:]\Z", re.ASCII
)
_SUSPECT = frozenset("第前〔[+＋#№_/ .．—-时点：:" + ascii_letters)
_LOOK_BACK = 3
# A blank that may part thousands (1 200人) or two numbers leaves it open what number it is.
_THOUSANDS = re.compile(r"(?<![\d.])\d{1,3}(?:[ \u00a0]\d{3})*[ \u00a0]\Z")
_THOUSANDS_REACH = 16
_BLANKS = (" ", "\u00a0")
_BLANK_SIGNS = (" ", "\u3000")
_NAME_REACH, _TITLE_REACH = 24, 60
_LASTING = re.compile(
    r"(?:达到?|[到至由从为期]|缩短|压[减缩]|延长|增加|减少|下降|降低|满|各|用时|天数|时[长限间]|期限|学制|睡眠)了?\Z"
)
_ELAPSED = re.compile("之?[内前后]|以[前后来]|[来间起期]|一遇|[一-鿿]{0,4}(?:行动|计划|规划)")
_HOURS, _WHOLE_DAY = ("小时", "分钟", "个小时"), "24"
_CLAUSE_ENDS = ("", *"、，。；,;）)\n\u3000")
# A bounded age that names whom the words after it are about: 80岁以上老年人.
_OF_AN_AGE = re.compile("的?[\u4e00-\u9fff]")
# Parts of the text itself are counted, not the work: 包括5个方面、16条具体举措.
# So does a bounded number of people: 56人以上班级.
_OF_A_SIZE = re.compile("的?(?:班级|教学班|学校|教学点|企业|单位|场所|活动|会议|自然村|村[庄落])")
_OWN_PARTS = re.compile(
    "(?:主要|具体)?(?:方面|层面|环节|维度|部分|章节?|阶段|步骤|举措|措施|意见|建议|规定|条款|要求)"
)
_VAGUE_AFTER_ONE = ("次", "个", "批", "项", "种", "类", "条")
# Chinese figures before an end of the clause count what stands before them, unless that points or promises.
_POINTS = re.compile("(?:[这那前后头另某哪做每各其的之些届]|做到)\\Z")
_MADE_NEXT = re.compile(rf"{MADE}\Z")
_MADE_ONE = re.compile(rf"{MADE}[^，。；、,;\n]{{2,16}}\Z")
_THINGS = frozenset("所名座家辆套台处间栋")
_DEED_REACH = 24
_CODE = re.compile(r"0\d|\d{7}")
_LISTING = ("、", "和", "与", "及")
_SENTENCE_END = re.compile("[。；;！？!?\n]")


def find_figures(text: str, sections: Sequence[Section]) -> tuple[Figure, ...]:
    """Find the quantities a document states: `学前三年毛入园率达到96%以上`, `新建幼儿园12所`, `投入1.5亿元`.

    Years, dates, ordinals, document numbers and numerals inside names are none. A number without a measure
    word is one only with a bound, as a share, or as a table cell. A measure is "" unless the words say it.
    """
    text = simplified(text)
    starts = [section.start for section in sections]
    found: list[Figure] = []
    told: list[Measure] = []
    previous: Quantity | None = None
    floor = looked = 0
    for number in quantities(text, measured=True):
        place = bisect_right(starts, number.first) - 1
        opens = _opens(text, sections[place], number.first)
        # The label 1. of `1.2个项目` belongs to no number.
        quantity = number if number.first >= opens else quantity_at(text, opens)
        if quantity is None or not _counts(text, quantity, opens):
            continue
        if floor < opens or _SENTENCE_END.search(text, max(floor, looked), quantity.start):
            floor, told = max(opens, floor), []
        looked = quantity.start
        quantity = _bounded_alike(text, quantity, previous)
        measure, unit = _measured(text, quantity, floor, told)
        if (
            not (unit or measure.words)
            and quantity.comparator is Comparator.EXACT
            and "/" not in quantity.number
        ):
            continue
        value = f"{quantity.low}-{quantity.number}" if quantity.low else quantity.number
        found.append(
            Figure(place, measure.words, value, unit, quantity.comparator, quantity.start, quantity.end)
        )
        told.append(measure)
        previous = quantity
        floor = max(quantity.end, measure.end)
    return tuple(found)


def _opens(text: str, section: Section, at: int) -> int:
    """Find where the words that a number at a place may measure start: behind the label, or behind a heading.

    A heading ends there without a stop: `1 完善公共服务 开通专线4条`.
    """
    parted = section.body <= at and text[section.body - 1 : section.body] in _BLANK_SIGNS
    return section.body if parted else section.start + len(section.label)


def _bounded_alike(text: str, quantity: Quantity, previous: Quantity | None) -> Quantity:
    """Let the words that bound the first number of a list bound the others: `不超过25人、30人`.

    Words before another number bound that one: `不少于三分之一新建3个`.
    """
    if previous is not None and quantity.start < previous.end:
        return quantity._replace(start=quantity.first, comparator=Comparator.EXACT)
    if previous is None or previous.start == previous.first or quantity.comparator is not Comparator.EXACT:
        return quantity
    listed = previous.unit == quantity.unit and text[previous.end : quantity.start] in _LISTING
    return quantity._replace(comparator=previous.comparator) if listed else quantity


def _measured(text: str, quantity: Quantity, floor: int, told: Sequence[Measure]) -> tuple[Measure, str]:
    """Read what a quantity measures and its unit; a table may name both outside the cell."""
    colon = quantity.start - 1
    if colon < 0 or text[colon] != "：" or quantity.is_measured_in(text):
        measure = read_payment(text, quantity) or read_measure(text, quantity, floor, told)
        return measure, quantity.scale + quantity.unit
    unit = quantity.scale + quantity.unit if quantity.unit else unit_in_row(text, colon)
    return Measure(label_before(text, colon)), unit


def _counts(text: str, quantity: Quantity, opens: int) -> bool:
    """Tell whether a number counts or measures something; its section has its words from `opens` on."""
    first, kind = quantity.first, quantity.kind
    if kind is Kind.RANK and quantity.unit != "届":
        return False
    if quantity.unit == "篇" and text[max(0, first - 2) : first] in _COLLECTED:
        return False
    if not (quantity.unit or quantity.scale) and _is_code(text, quantity):
        return False
    if text[first - 1] in _SUSPECT and _NO_QUANTITY.search(text, max(first - _LOOK_BACK, opens), first):
        return False
    parted = text[first - 1] in _BLANKS and len(quantity.number.partition(".")[0]) == 3
    if parted and _THOUSANDS.search(text, max(first - _THOUSANDS_REACH, opens), first):
        return False
    if kind is Kind.TIME and not _lasts(text, quantity):
        return False
    return not _is_part_of_a_word(text, quantity) and not _is_name(text, first, quantity.last)


def _is_name(text: str, first: int, last: int) -> bool:
    """Tell whether a number stands in the quoted name of something or in the title of a document."""
    for opening, closing, reach in (("“", "”", _NAME_REACH), ("《", "》", _TITLE_REACH)):
        opened = text.rfind(opening, max(first - reach, 0), first)
        if opened >= 0 and text.find(closing, opened, last + reach) >= last:
            return True
    return False


def _is_part_of_a_word(text: str, quantity: Quantity) -> bool:
    """Tell 两个维护, 百日攻坚 and 包括5个方面 from things that are counted."""
    if quantity.unit in ("个", "条", "项") and _OWN_PARTS.match(text, quantity.last):
        return True
    if quantity.unit.endswith("岁") and _OF_AN_AGE.match(text, quantity.end):
        return True
    if quantity.unit == "人" and quantity.end > quantity.last and _OF_A_SIZE.match(text, quantity.end):
        return True
    if text[quantity.first] not in CHINESE_FIGURES or "/" in quantity.number or quantity.low:
        return False
    if quantity.unit == "番":
        return text[quantity.first - 1] != "翻"
    if quantity.comparator is not Comparator.EXACT:
        return quantity.number == "1" and quantity.unit in _VAGUE_AFTER_ONE
    in_hundreds = text[quantity.first] in "百千" and quantity.unit != "%"
    if quantity.number in ("0", "1"):
        return not _is_one_made(text, quantity)
    return in_hundreds or not (quantity.unit in COUNTED or _counts_at_end(text, quantity))


def _is_code(text: str, quantity: Quantity) -> bool:
    """Tell a telephone number or another code from an amount: 0857-8231456."""
    return _CODE.match(quantity.low or quantity.number) is not None or (
        quantity.low != "" and quantity.comparator is Comparator.EXACT and text[quantity.first - 1] != "："
    )


def _is_one_made(text: str, quantity: Quantity) -> bool:
    """Tell a single thing that is made (建成养老院一所) from 一 that counts nothing."""
    first = quantity.first
    ends = quantity.unit in _THINGS and text[quantity.last : quantity.last + 1] in _CLAUSE_ENDS
    return ends and _MADE_ONE.search(text, max(first - _DEED_REACH, 0), first) is not None


def _counts_at_end(text: str, quantity: Quantity) -> bool:
    """Tell whether Chinese figures count what stands before them (接种点十五个)."""
    first, last = quantity.first, quantity.last
    if quantity.unit not in COUNTED_AT_END:
        return False
    if _MADE_NEXT.search(text, max(first - 2, 0), first):
        return True
    ends = text[last : last + 1] in (*_CLAUSE_ENDS, "(", "（") or text.startswith(("全部", "均"), last)
    before = text[first - 1 : first]
    return ends and "\u4e00" <= before <= "\u9fff" and not _POINTS.search(text, max(first - 2, 0), first)


def _lasts(text: str, quantity: Quantity) -> bool:
    """Tell a length of time that is stated (不少于3年, 缩短到5个工作日) from one that tells when (3年来)."""
    if quantity.unit in ("年", "学年", "季度") and len(quantity.number) == 4:
        return False
    recent = quantity.comparator is Comparator.ABOUT and quantity.start < quantity.first  # 近3年
    if recent or _ELAPSED.match(text, quantity.end):
        return False
    if quantity.comparator not in (Comparator.EXACT, Comparator.ABOUT):
        return True
    if quantity.unit != "日" and _LASTING.search(text, max(quantity.first - 4, 0), quantity.first):
        return True
    ends = text[quantity.end : quantity.end + 1] in _CLAUSE_ENDS
    return ends and quantity.unit in _HOURS and quantity.number != _WHOLE_DAY

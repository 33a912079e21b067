"""The figures of several places into which of them states most, least, or more than a bar."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from assistant.compare.kinds import asks_growth
from assistant.compare.measures import IN_OTHERS
from ingest.facts.quantities import Quantity, quantities
from ingest.records import Comparator
from ingest.text import normalize

_MOST = re.compile(
    r"(?:目标|指标|增速|总量)?(?:定得?|设得?|排名?)?(?:最(?P<way>[高低多少大小快慢长短])|第一(?![\u4e00-\u9fff]{2}|[批期轮])|第一(?=[的是有为]))的?(?:是|有|为)?"
)
_UNIT = (
    r"(?P<unit>[%％]|个?百分点|[百千万亿]*(?:平方公里|[平立]方米|公里|千米|米|公顷|人次|个月"
    r"|[元人吨亩斤所套个户件家项张名座处辆头只场])?)"
)
_BAR = re.compile(
    rf"(?P<before>不低于|不少于|不超过|不高于|高于|超过?|大于|多于|达到?|突破|低于|少于|小于|不到|不足|[在是为])?"
    rf"(?P<number>\d+(?:\.\d+)?){_UNIT}(?P<after>[及或]?以上|[及或]?以[下内]|左右)?的?"
)
_OVER = {"高于": ">", "超": ">", "超过": ">", "大于": ">", "多于": ">", "突破": ">", "达到": ">=", "达": ">="}
_UNDER = {"低于": "<", "少于": "<", "小于": "<", "不到": "<", "不足": "<", "不超过": "<=", "不高于": "<="}
_BEFORE = {**_OVER, **_UNDER, "不低于": ">=", "不少于": ">="}
_TOLD = {">": "高于", ">=": "不低于", "<": "低于", "<=": "不超过", "=": "为"}
_SCALES = "百千万亿"
_POWER = {"百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
_LEAST_COMPARED = 2


@dataclass(frozen=True, slots=True)
class Bar:
    """What figures are held against: the most or least of them, or a value.

    :param way: `max` or `min`, or how a figure relates to the value: `>`, `>=`, `<`, `<=`, `=`.
    :param words: the words of the question that say so.
    """

    way: str
    words: str
    value: Decimal = Decimal(0)
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Worth:
    """What a clause states: its lower and upper end in the plain unit, and how they are bound."""

    low: Decimal
    high: Decimal
    unit: str
    comparator: Comparator


def asked_bar(text: str) -> Bar | None:
    """Read what the figures a question asks are held against; None where it asks nothing of the kind."""
    folded = normalize(text)
    if most := _MOST.search(folded):
        return Bar("min" if most["way"] in ("低", "少", "小", "慢", "短") else "max", most[0])
    for found in _BAR.finditer(re.sub(r"20\d\d年", lambda year: "□" * len(year[0]), folded)):
        value, unit = _plain(Decimal(found["number"]), "", found["unit"])
        way = _BEFORE.get(found["before"] or "", "=")
        after = found["after"] or ""
        way = ">=" if after.endswith("上") else "<=" if after.endswith(("下", "内")) else way
        if found["unit"] and (found["before"] or after):
            return Bar(way, folded[found.start() : found.end()], value, unit)
    return None


def worth(question: str, bar: Bar, said: str) -> Worth | None:
    """Give the one figure a clause states of what is asked; None where it states several, or none."""
    if "分别" in said:
        return None
    found = [one for one in quantities(normalize(said)) if one.unit or one.scale]
    is_share = bar.unit == "%" or asks_growth(question)
    of_kind = [one for one in found if (one.unit == "%") == is_share]
    of_kind = of_kind or ([] if bar.unit else found)
    exact = [one for one in of_kind if one.comparator is Comparator.EXACT]
    return worth_of((exact or of_kind)[0]) if of_kind else None


def worth_of(one: Quantity) -> Worth:
    """Give what a quantity is worth in the plain unit."""
    high, unit = _plain(one.value, "", one.unit)
    low = _plain(Decimal(one.low) * (one.value / Decimal(one.number)), "", one.unit)[0] if one.low else high
    return Worth(low, high, unit, one.comparator)


def _plain(value: Decimal, scale: str, unit: str) -> tuple[Decimal, str]:
    """Give a value in its plain unit: 万 and 亿 multiplied out, 吨 as 斤."""
    for sign in (*scale, *unit[: len(unit) - len(unit.lstrip(_SCALES))]):
        value *= _POWER[sign]
    base = unit.lstrip(_SCALES).replace("％", "%")
    other, times = IN_OTHERS.get(base, (base, 1))
    return value * times, other


def tell_ranked(bar: Bar, rows: Sequence[tuple[str, Worth | None]]) -> tuple[str, list[int]]:
    """Say which rows meet a bar, by the numbers as listed, and give the order they are to be listed in.

    "" where fewer than two state a figure of one unit.

    :param rows: what each is called, and what it states.
    """
    names = [name for name, _ in rows]
    ranking = rank(bar, [one for _, one in rows])
    if ranking is None:
        return "", list(range(len(rows)))
    return say_ranked(bar, names, ranking) + _uncompared(names, ranking), [*ranking.known, *ranking.others]


@dataclass(frozen=True, slots=True)
class Ranking:
    """Rows held against a bar, each by its index.

    :param known: those whose figures can be compared, best first.
    :param met: those that surely meet the bar; of most or least, those that state it.
    :param unsure: those that may meet it (5%以上 may be more than 5%).
    :param others: those that state nothing to compare.
    """

    known: list[int]
    met: list[int]
    unsure: list[int]
    others: list[int]


def rank(bar: Bar, stated: Sequence[Worth | None]) -> Ranking | None:
    """Hold what rows state against a bar; None where fewer than two state a figure of one unit."""
    units = [one.unit for one in stated if one]
    unit = bar.unit if bar.unit in units else max(units, key=units.count, default="")
    known = [(at, one) for at, one in enumerate(stated) if one and one.unit == unit]
    if len(known) < _LEAST_COMPARED:
        return None
    is_least = bar.way in ("min", "<", "<=")
    known.sort(key=lambda row: (row[1].low, row[1].high) if is_least else (-row[1].high, -row[1].low))
    order = [at for at, _ in known]
    others = [at for at in range(len(stated)) if at not in order]
    first = known[0][1]
    if bar.way == "max":
        return Ranking(order, [at for at, one in known if one.high == first.high], [], others)
    if bar.way == "min":
        best = [at for at, one in known if (one.low, one.high) == (first.low, first.high)]
        return Ranking(order, best, [], others)
    met = [at for at, one in known if _meets(bar, one)]
    unsure = [at for at, one in known if at not in met and _may_meet(bar, one)]
    return Ranking(order, met, unsure, others)


def say_ranked(bar: Bar, names: Sequence[str], ranking: Ranking) -> str:
    """Say which rows meet a bar, by the numbers as listed."""
    if bar.way in ("min", "max"):
        asked = re.search("最.", bar.words)
        sign = asked[0] if asked else "最高"
        return f"按所列数字，{sign}的是{_names(names, ranking.met)}。"
    met, unsure = ranking.met, ranking.unsure
    said = re.sub("^[在是为]", "", bar.words).removesuffix("的")
    told = (
        said
        if said[0] in "高超大多低少小不达突"
        else f"{_TOLD[bar.way]}{re.sub('以[上下内]|左右', '', said)}"
    )
    whole = f"有 {len(met)} 个：{_names(names, met)}。" if met else "的没有。"
    open_ = f"写的是范围或“以上”“左右”、不能断定的有{_names(names, unsure)}。" if unsure else ""
    return f"按所列数字，{told}的{whole}{open_}".replace("的的", "的")


def _meets(bar: Bar, one: Worth) -> bool:
    """Tell whether a figure surely meets a bar; 左右 is taken for the number."""
    if bar.way == ">":
        return one.low > bar.value or (one.low == bar.value and one.comparator is Comparator.MORE)
    if bar.way == ">=":
        return one.low >= bar.value and one.comparator not in (Comparator.AT_MOST, Comparator.LESS)
    if bar.way == "=":
        return one.low == one.high == bar.value and one.comparator in (Comparator.EXACT, Comparator.ABOUT)
    is_open = one.comparator in (Comparator.AT_LEAST, Comparator.MORE)
    return not is_open and (one.high < bar.value or (bar.way == "<=" and one.high == bar.value))


def _may_meet(bar: Bar, one: Worth) -> bool:
    """Tell whether a figure may meet a bar: 5%以上 may be more than 5%, 4.5%至5% less than 5%."""
    if bar.way in (">", ">="):
        return one.high > bar.value or (one.high == bar.value and one.comparator is Comparator.AT_LEAST)
    if bar.way == "=":
        return one.low <= bar.value <= one.high
    return one.low < bar.value


def _names(names: Sequence[str], chosen: Sequence[int]) -> str:
    return "、".join(names[at] for at in chosen)


def _uncompared(names: Sequence[str], ranking: Ranking) -> str:
    others = ranking.others
    return f"{_names(names, others)}所写的不能直接相比，列在最后。" if others else ""

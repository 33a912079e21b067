"""A follow-up of what was asked of all rows (最小的呢, 低于90%的呢, 油菜面积呢) into what it asks of them."""

import re

import rjieba

_MOST = "最[高低多少大小快慢长短]"
_RELATED = "不低于|不少于|不超过|不高于|高于|超过?|大于|多于|达到?|低于|少于|小于|不到|不足"
_BAR = rf"(?:{_RELATED})\d[\d.]*[^的呢?？，,\d]{{0,4}}(?:以[上下内])?"
_WHICH = "哪一?[个些家所条项座处]?"
_ASKED = re.compile(
    rf"^(?:那么?)?(?P<bar>{_MOST}|{_BAR})的?(?:[又则]?呢|又?[是有]?{_WHICH}\S{{0,4}})?[呢?？。]*$"
)
_OTHER = re.compile(r"^(?:那么?)?(?P<measure>(?:20\d\d年度?)?[\u4e00-\u9fff]{2,12}?)呢[?？。]*$")
# 哪个乡镇粮食面积最大; 粮食面积最大的是哪个乡镇; 各乡镇的粮食面积分别是多少.
_RANKED = re.compile(
    rf"^[^哪，,?？]*{_WHICH}(?P<of>[^，,?？]+?)(?P<rest>(?P<bar>{_MOST}|{_BAR})的?[?？。]*)$"
)
_RANKED_BEFORE = re.compile(
    rf"^(?P<of>[^哪，,?？]+?)(?P<rest>(?P<bar>{_MOST}|{_BAR})的?[^，,?？]{{0,6}}{_WHICH}[^，,?？]*[?？。]*)$"
)
_OF_EACH = re.compile(
    r"^[^，,?？]*(?:各个?|每一?个)[^，,的?？]{1,4}的(?P<of>[^，,?？]+?)(?P<rest>(?:分别|都|各)?[是有为]?多少[?？。]*)$"
)
_MEASURED = re.compile(
    r"(?:[率额量数值价度]|收入|支出|投入|投资|增速|增幅|比例|规模|经费|资金|面积|里程|长度)$"
)


def ranked_otherwise(text: str, base: str) -> str:
    """Ask for the other end, another bar or another measure of the rows asked before; "" for neither."""
    found = _RANKED.match(base) or _RANKED_BEFORE.match(base) or _OF_EACH.match(base)
    if found is None:
        return ""
    asked = _ASKED.match(text)
    if asked and "bar" in found.re.groupindex:
        return base[: found.start("bar")] + asked["bar"] + base[found.end("bar") :]
    other = _OTHER.match(text)
    if other is None or not _MEASURED.search(other["measure"]):
        return ""
    start = _measure_in(found, other["measure"])
    return "" if start is None else base[:start] + other["measure"] + found["rest"]


def _measure_in(found: re.Match[str], other: str) -> int | None:
    """Find where the measure begins: behind what is ranked, or as many words from its end as another has.

    None where what is ranked stands alone.
    """
    words = list(rjieba.cut(found["of"], hmm=False))
    if found.re is _RANKED:
        return found.start("of") + len(words[0]) if len(words) > 1 else None
    kept = words[: -len(list(rjieba.cut(other, hmm=False)))] if found.re is _RANKED_BEFORE else []
    return found.start("of") + len("".join(kept))

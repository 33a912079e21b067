"""The words of a question into the years, places, issuing bodies and units it names."""

import re
from collections.abc import Sequence
from functools import lru_cache

import rjieba

from assistant.understanding.bodies import naming
from assistant.understanding.places import PROVINCES, towns_in
from ingest.text import normalize

_WHO_IS = re.compile(
    r"^(?:请问|问一下)?([\u4e00-\u9fff·]{2,4})(?:同志)?是(?:谁|什么人|哪位|干什么的|做什么的)"
)
_LONGEST_NAME = 4
_REMEMBERED = 16_384  # names of places and units, which every question is compared with
_OFFICE = re.compile(r".{2,}(?:[股科室处办站]|中心)$")
# Of the last century only a year that something is of: 1998年招多少, no 1998年前建成的.
YEAR = re.compile(
    r"(?<!\d)(19[5-9]\d(?=年(?![底末初]?[以之]?[前后来起]|出生|生|建|修))|20\d{2}(?=年|(?![\d.—-]|\s*(?:号|多|余|[万亿人名所个家元套户项次条分]))))年?"
)
_SHORT_YEAR = re.compile(r"(?:^|[，,、（(和与跟到至从比])([12]\d)年(?![^底初度]?[的以内来前后]|级)")
_YEAR_RANGE = re.compile(r"(?<!\d)(20\d{2})年?[到至—–~～-]+(20\d{2})(?!\d)")
_LONGEST_RANGE = 10
_LEVELS = ("国家", "省", "市", "县", "区", "州", "旗")
_AT_LEVEL = re.compile("国|中[央共国]|全国|各|[省市县区州旗镇乡村局校]")
# 县残联 and 县科协 are known by two characters, 县委 and 县政府 are not known without their level.
_LEVEL = re.compile(r"^[省市县区](?=..[^党委府]|.[联协]$)")
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]")
_TARGET_YEAR = re.compile(r"(?:到|至|截至|截止|力争)\s*$")
# How much more than the year before: no year is asked for.
# 今年比去年 names both; where the year itself is not named, a year before it is none of the calendar.
_THAN_YEAR_BEFORE = re.compile("[比较](?:上一?年|前一年)|^(?!.*今年).*?[比较]去年")
_RELATIVE_YEARS = {"前年": -2, "去年": -1, "上年": -1, "今年": 0, "本年": 0, "明年": 1}
_YEAR_IN_BRACKETS = re.compile(rf"({'|'.join(_RELATIVE_YEARS)})?[（(](20\d{{2}})年?[）)]")
_YEAR_WORD = re.compile(rf"20\d\d年|{'|'.join(_RELATIVE_YEARS)}")
_CLAUSE_OF_TEXT = re.compile(r"[^，,；;。?？]+[，,；;。?？]?")
_ASKING = re.compile("多少|几|谁|什么|啥|哪|怎|如何|是否|[吗呢]")
# 西藏班, 新疆高中班, 北京大学, 上海路 are no places asked of.
_NAMED_AFTER = r"(?:内地)?(?:[初高]中)?(?:班|[（(]校|族|籍|大学|银行|路(?!线)|街)"
_PLACE_SUFFIX = re.compile(r"(?:维吾尔|壮族|回族)?(?:自治区|自治州|自治县|特别行政区|省|市|县|区|州|旗)$")


def person_in(text: str) -> str:
    """Find the person a text asks about (王小明是谁), or ""."""
    asked = _WHO_IS.search(text)
    tagged = rjieba.tag(asked[1]) if asked else []
    return asked[1] if asked and tagged[0][1] == "nr" else ""


def is_name_of_person(words: str) -> bool:
    """Tell whether words are nothing but the name of a person."""
    (_, first), *others = rjieba.tag(words)
    return first == "nr" and len(words) <= _LONGEST_NAME and all(len(word) <= 2 for word, _ in others)


def unit_in(text: str, units: Sequence[str]) -> str:
    """Find the stored unit a text names (the longest name; 教研室 is 县教研室 where no other is), or ""."""
    folded = normalize(text)
    whole = max((unit for unit in units if _folded(unit) in folded), key=len, default="")
    own = {unit: _folded(_LEVEL.sub("", unit)) for unit in units if _LEVEL.match(unit)}
    if whole:  # 公安局 is 县公安局 rather than 公安
        longer = [unit for unit, short in own.items() if len(short) > len(whole) and short in folded]
        return max(longer, key=len, default=whole)
    return max((unit for unit, short in own.items() if _is_called(short, folded)), key=len, default="")


def at_any_level(unit: str) -> frozenset[str]:
    """Give a unit's name with each level documents may put before it: 公安局, 县公安局; 国家发展改革委."""
    own = {unit} if _AT_LEVEL.match(unit) else {unit, *(f"{level}{unit}" for level in _LEVELS)}
    return frozenset(own)


@lru_cache(maxsize=_REMEMBERED)
def _folded(unit: str) -> str:
    return normalize(unit)


def units_in(text: str, units: Sequence[str]) -> list[str]:
    """Find every stored unit a text names in full, in its order; a name within a longer one is none."""
    names = sorted((unit for unit in units if unit in text), key=len, reverse=True)
    if not names:
        return []
    return list(dict.fromkeys(re.findall("|".join(map(re.escape, names)), text)))


def units_called(text: str, units: Sequence[str]) -> dict[str, str]:
    """Find every stored unit a text names, a bureau also in short, with the words that do, in its order."""
    named = {unit: unit for unit in units_in(text, units)}
    rest = re.sub("|".join(map(re.escape, named)), " ", text) if named else text
    for unit in units:
        short = _LEVEL.sub("", unit)
        words = "" if unit in named else short if short in rest else _short_of(short, rest)
        if len(words) > 2 and words not in named.values():
            named[unit] = words
    return dict(sorted(named.items(), key=lambda entry: text.find(entry[1])))


def _is_called(name: str, text: str) -> bool:
    """Tell whether a text names a unit, a bureau also in short: 卫健局 is 卫生健康局."""
    return name in text or bool(_short_of(name, text))


def _short_of(name: str, text: str) -> str:
    return naming(text, name) if name.endswith("局") else ""


def office_in(text: str, units: Sequence[str]) -> str:
    """Find the stored office of a body (政工人事股, 教研室) a text names, or ""."""
    return unit_in(text, [unit for unit in units if _OFFICE.match(unit)])


def years_in(text: str, current: int | None) -> tuple[int, ...]:
    """Find the years a text asks about, in its order; those it names as a target (到2025年) are none.

    :param current: the current year, which 今年 and 去年 count from; None leaves them unread.
    """
    text = _without_given(text)
    explained = _YEAR_IN_BRACKETS.search(text)
    if explained and explained[1]:  # 今年（2024）比去年
        current = int(explained[2]) - _RELATIVE_YEARS[explained[1]]
        named = [current + shift for word, shift in _RELATIVE_YEARS.items() if word in text]
        return tuple(dict.fromkeys((int(explained[2]), *named)))
    if explained:
        return (int(explained[2]),)
    named = [year for m in _YEAR_RANGE.finditer(text) for year in range(int(m[1]), int(m[2]) + 1)]
    rest = _YEAR_RANGE.sub("", text)
    named += [int(m[1]) for m in YEAR.finditer(rest) if not _TARGET_YEAR.search(rest[: m.start()])]
    named += [2000 + int(m[1]) for m in _SHORT_YEAR.finditer(rest)]
    if current is not None:
        text = _THAN_YEAR_BEFORE.sub("", text)
        named += [current + shift for word, shift in _RELATIVE_YEARS.items() if word in text]
    return tuple(dict.fromkeys(named))[:_LONGEST_RANGE]


def _without_given(text: str) -> str:
    """Leave out what a text states itself of one year where it asks of another: 去年11.4%，今年多少."""
    clauses = _CLAUSE_OF_TEXT.findall(text)
    asks = [_ASKING.search(clause) is not None for clause in clauses]
    if not any(asked and _YEAR_WORD.search(clause) for asked, clause in zip(asks, clauses, strict=True)):
        return text
    given = [re.search(r"\d", _YEAR_WORD.sub("", clause)) and _YEAR_WORD.search(clause) for clause in clauses]
    return "".join(c for c, asked, stated in zip(clauses, asks, given, strict=True) if asked or not stated)


def places_in(text: str, places: Sequence[str]) -> tuple[str, ...]:
    """Find the places a text names, in its order: those of the library, and others it holds nothing of.

    Each is given as the library writes it; the same place is given once, with or without 省, 市, 县. Where
    a place stands right before one within it (四川省成都市) the one within is meant.
    """
    text = _QUOTED.sub("", text)  # “云溪心桥” is the name of something else
    known = {short_place(place): place for place in reversed(places)}
    found = {name: _begins(text, name) for name in (*known, *PROVINCES) if name in text}
    named = {name: at for name, at in found.items() if at >= 0}
    towns = {town: text.find(town) for town in _unknown_towns(text, places)}
    begun = [text.find(town) for town in towns_in(text)]
    within = {name for name, at in named.items() if any(_is_before(text, at, name, to) for to in begun)}
    ordered = sorted(({**named, **towns}).items(), key=lambda entry: entry[1])
    return tuple(known.get(name, name) for name, _ in ordered if name not in within)


def _begins(text: str, name: str) -> int:
    """Find where a text names a place, -1 for nowhere; a province may begin the name of something else."""
    if name not in PROVINCES:
        return text.find(name)
    found = re.search(rf"{name}(?!{_NAMED_AFTER})", text)
    return found.start() if found else -1


def _unknown_towns(text: str, places: Sequence[str]) -> list[str]:
    """Counties and cities the library holds nothing of; one before a place within it is left out."""
    own = {short_place(town): town for town in towns_in(text) if not _is_known(short_place(town), places)}
    return [
        town
        for town in own.values()
        if not any(f"{town}{short}" in text for short in (*own, *map(short_place, places)))
    ]


def _is_known(short: str, places: Sequence[str]) -> bool:
    return short in PROVINCES or any(short in place for place in places)


def _is_before(text: str, at: int, name: str, town: int) -> bool:
    """Tell whether a name, with or without its suffix, ends where a town begins."""
    between = text[at + len(name) : town] if at < town else text
    return not between or _PLACE_SUFFIX.fullmatch(between) is not None


@lru_cache(maxsize=_REMEMBERED)
def short_place(place: str) -> str:
    """Take the administrative suffix off a place: `云南省` -> `云南`; short names stay whole."""
    short = _PLACE_SUFFIX.sub("", place)
    return short if len(short) >= 2 else place

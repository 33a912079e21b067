"""The words of a question into the bodies it names, in full or in short, and passages into whose they are."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

import rjieba

from assistant.understanding.places import PROVINCES, is_well_known
from ingest.text import places, simplified

_PLACE_BEFORE = re.compile(
    r"^(?:中共)?[\u4e00-\u9fff×XxＸ*]{1,8}?(?:自治区|自治州|[省市县区旗]|州(?![市县区]))委?(?=[\u4e00-\u9fff]{2})"
)
# What the party in a body puts around its name: 中共某某学院委员会, 某某局党组.
_OF_PARTY = re.compile(r"^中共|(?<=[院校学园局厅司团])(?:党组|党委|党总支|党支部|委员会|委)$")
# The commissions of discipline and of supervision of a place work as one, under either name.
_DISCIPLINE = re.compile(
    r"^(?:中共)?(?P<seat>[\u4e00-\u9fff×XxＸ*]{0,10}?[省市县區区州旗盟])(?:委)?(?:纪律检查委员会|纪委|监察委员会|监委)"
)
_OF_DISCIPLINE = "纪委监委"
_CALLED_SO = re.compile(
    r"(?<![镇乡道局校院厅司村团部组])(?:纪委(?:监委|监察委)?|纪检监察(?:机关|部门)?|纪律检查委员会(?:[、和及]?监察委员会)?|监察委员会|监委)(?!员)"
)
_SHORTEST = 3
_ENDS = tuple("局委办厅会部院社学校园司团队站心")
# 第三人民医院 is 三院, 第一中学 一中, 第二实验小学 二小.
_NUMBERED = re.compile("第([一二三四五六七八九十]{1,2})(.*(?:院|学|园|校))$")
_NUMBERED_ENDS, _LONGEST_NUMBERED = "院中小幼高园学校", 4
# 委员会 is shortened to 委 or 委会, never to 会 alone: 教育工会 is no 教育工作委员会.
_COMMITTEE = "委员会"
# 妇女联合会 is 妇联, 科学技术协会 is 科协.
_FEDERATIONS = {"联合会": "联", "协会": "协"}
# 团县委, 团教工委 are of the Youth League.
_OF_YOUTH = re.compile("(?<![集社兵])团$")
_SEATS = "省市县区州旗镇乡"
_LEVELS = frozenset("省市县区州旗")
# Schools and hospitals, each told from others alike by its own name.
_KINDS = re.compile("(?:中心|实验)?(?:[中小]学|幼儿园|学[院校]|大学|(?:中医|卫生|医)院)")
_BETWEEN = frozenset(("高级", "初级", "实验", "中心", "人民", "中医", "职业", "技术", "师范", "完全"))
_LONG = 4
_ORDINAL = re.compile("第[一二三四五六七八九十]{1,3}")
_PROPER, _PART_OF_NAME = re.compile("n[rsz]"), re.compile("n|j|z")
_NO_NAME = re.compile("^[各全每]|[省市县区镇性型制级]$|新建|双语|普通")
_EACH = re.compile("一.一.")  # 一老一小, 一院一策


def organs_in(text: str, organs: Sequence[str]) -> dict[str, str]:
    """Find the issuing bodies a text names, in full or in short: 卫健局 is 云溪县卫生健康局.

    :return: the words that name each of them.
    """
    bodies = _by_name(tuple(organs))
    named = {organ: said for name in bodies if (said := naming(text, name)) for organ in bodies[name]}
    return {
        organ: named[organ] for organ in organs if organ in named and _is_of_level(text, named[organ], organ)
    }


def _is_of_level(text: str, said: str, organ: str) -> bool:
    """Tell whether a body may be meant where a text names its level only: 区教育局 is no county's.

    A place may end as a level does: 澜州住建局. 团教工委 is no 教工委.
    """
    before, place = text[: text.find(said)], _PLACE_BEFORE.match(organ)
    if discipline := _DISCIPLINE.match(organ):
        return before[-1:] not in _LEVELS or before.removesuffix("委").endswith(discipline["seat"][-1])
    if _OF_YOUTH.search(before) and said.endswith("委") and not organ.startswith(("团", "共青团")):
        return False
    if before[-1:] not in _LEVELS or place is None:
        return True
    seat = place[0].removesuffix("委")
    return seat[-1] == before[-1] or before.endswith(seat[:-1])


@lru_cache(maxsize=2)
def _by_name(organs: tuple[str, ...]) -> dict[str, list[str]]:
    """Put bodies together that are called alike but for their places: each name is looked for once."""
    bodies: dict[str, list[str]] = {}
    for organ in organs:
        bodies.setdefault(body_of(organ), []).append(organ)
    return bodies


def name_of(organ: str) -> str:
    """Name a body without its place: 云溪县财政局 is 财政局."""
    return _PLACE_BEFORE.sub("", organ)


@lru_cache(maxsize=4096)
def body_of(organ: str) -> str:
    """Name the body, without its place, that an organ of the party leads: 中共某某学院委员会 is 某某学院.

    It is named as questions are read, in simplified characters; 纪委, 监委 and their full names are one body.
    """
    organ = simplified(organ)
    return _OF_DISCIPLINE if _DISCIPLINE.match(organ) else name_of(_OF_PARTY.sub("", organ))


def naming(text: str, name: str) -> str:
    """Find a name in a text, or else a short form of it: its first character, then others in order."""
    if name == _OF_DISCIPLINE:
        return called[0] if (called := _CALLED_SO.search(text)) else ""
    if name in text:
        return name
    starts = places(text, name[:1])
    shorts = (
        (start, end)
        for start in starts
        for end in range(start + _SHORTEST, min(start + len(name), len(text) + 1))
        if text[end - 1] in _ENDS and is_short_of(text[start:end], name)
    )
    if found := next((text[start:end] for start, end in shorts if end in _ends_of_words(text)), ""):
        return found
    numbered = _NUMBERED.match(name)
    return next(_numbered(text, numbered[1], numbered[2]), "") if numbered else ""


def _numbered(text: str, number: str, rest: str) -> Iterator[str]:
    """Find short forms of a body that is told by its number; they stand alone among the words of a text."""
    bounds = _ends_of_words(text)
    aside = {at for each in _EACH.finditer(text) for at in range(*each.span())}
    for found in re.finditer(number, text):
        start, after = found.span()
        if start in aside or not (start in bounds or text[start - 1] in _SEATS):
            continue
        for end in range(after + 1, min(after + _LONGEST_NUMBERED, len(text) + 1)):
            if end in bounds and text[end - 1] in _NUMBERED_ENDS and is_within(text[after:end], rest):
                yield text[start:end]


def strangers_in(text: str, organs: Sequence[str]) -> list[str]:
    """Find the schools and hospitals a text calls by a name of their own that none of the bodies has."""
    if _KINDS.search(text) is None:
        return []
    tagged = rjieba.tag(text, hmm=False)
    found = [_called(tagged, at) for at, (word, _) in enumerate(tagged) if _KINDS.fullmatch(word)]
    held = list(organs_in(text, organs).values())
    return [name for name in dict.fromkeys(filter(None, found)) if not _is_held(name, held, organs)]


def _called(tagged: Sequence[tuple[str, str]], at: int) -> str:
    """Give the whole name that the kind of a body at a place ends, "" where it is one of a class."""
    first = at
    while first and tagged[first - 1][0] in _BETWEEN:
        first -= 1
    before = tagged[:first]
    kind = "".join(word for word, _ in tagged[first : at + 1])
    word, tag = before[-1] if before else ("", "")
    if not word or _NO_NAME.search(word) or word in PROVINCES or is_well_known(word):
        return ""
    if _ORDINAL.fullmatch(word) or (1 < len(word) < _LONG and _PROPER.match(tag)):
        return word + kind
    pair = before[-2:]
    is_name = len(pair) == 2 and all(
        len(one) == 1 and one not in _SEATS and _PART_OF_NAME.match(tag) for one, tag in pair
    )
    return f"{pair[0][0]}{word}{kind}" if is_name else ""


def _is_held(name: str, said: Sequence[str], organs: Sequence[str]) -> bool:
    """Tell whether a name is, begins or ends one of the words that name bodies, or a body's own name."""
    return any(name in words or words in name for words in said) or any(name in organ for organ in organs)


def federations_in(text: str, organs: Sequence[str]) -> dict[str, str]:
    """Find the federations a text names by their first character and kind, with those words (妇联, 科协)."""
    found = {}
    for organ in organs:
        name = name_of(organ)
        short = next((name[0] + end for kind, end in _FEDERATIONS.items() if name.endswith(kind)), "")
        at = text.find(short) if short else -1
        if at >= 0 and at + len(short) in _ends_of_words(text):
            found[organ] = short
    return found


def same_body(one: str, other: str) -> bool:
    """Tell whether two issuing bodies are one, by whatever of its names: 某县纪委, 某县纪律检查委员会."""
    seats = [found["seat"] for organ in (one, other) if (found := _DISCIPLINE.match(organ))]
    return one == other or (len(seats) == len((one, other)) and seats[0] == seats[1])


def is_short_of(short: str, name: str) -> bool:
    """Tell whether words may be a short form of a name, which keeps what kind of body it is."""
    keeps_kind = not name.endswith(_COMMITTEE) or not short.endswith("会") or "委" in short
    return keeps_kind and is_within(short, name)


@lru_cache(maxsize=64)
def _ends_of_words(text: str) -> frozenset[int]:
    """Give where words of a text end, and its start."""
    return frozenset(accumulate(map(len, rjieba.cut(text, hmm=False)), initial=0))


def is_within(short: str, name: str) -> bool:
    """Tell whether the characters of a short form stand in a name in their order."""
    rest = iter(name)
    return all(char in rest for char in short)

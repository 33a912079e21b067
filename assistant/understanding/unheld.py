"""A text into the places, schools and hospitals it calls by names that stand nowhere in the library."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Protocol

import rjieba

from assistant.understanding.question import Facets
from ingest.text import normalize


class Held(Protocol):
    """What stands in the library."""

    def holds_word(self, word: str) -> bool:
        """Tell whether every two characters of a word stand side by side somewhere."""

    def holds_phrase(self, phrase: str) -> bool:
        """Tell whether a passage holds a phrase letter for letter."""


# What places are named after: 云麓, 栗坪; not what is built, dug or sown (虾塘, 支渠).
_NAMED_AFTER = frozenset("山川江河湖海溪泉渡港湾洲岛岭峰麓坪浦埠陂原阳州城汀阜津淀")
_TOWN = re.compile("镇|乡|街道|村|社区")
_PLACE = re.compile("n[sr]")
# 石桥镇 is a word by itself; 小城镇 and 卫星镇 are kinds of towns.
_WHOLE_TOWN = re.compile("(?!各|卫星|卫生|中心)[\u4e00-\u9fff]{1,3}[^城村乡]镇")
_CHARACTER = re.compile("[\u4e00-\u9fff]")
# A verb, a number, a pronoun, … (jieba's tags) begins no name; a noun before it is more of the same word.
_NO_NAME = re.compile("[vmrpcfduyqad]")
_GOES_BEFORE = re.compile("[vmrpcfdutx]|uj")
_SCHOOL = re.compile("(?:(?:中心|实验)?(?:[中小]学|幼儿园)|职院)")
# 协和医院 is a word by itself; 儿童医院 and 公立医院 are kinds of hospitals.
_HOSPITAL = re.compile(
    "(?!专科|中[医小心]|人[民名]|儿|妇|眼科|网上|野战|[省公]立|.军|铁路)[\u4e00-\u9fff]{2,}医院"
)
_IN_NAMES = frozenset("鸣飞翔腾跃")  # verbs that stand in names: 鹿鸣, 龙翔
_PART_OF_NAME, _PROPER = re.compile("n|j|z|x"), re.compile("n[rsz]")
# What tells a class of schools, and names none.
_CLASS = re.compile(
    "[省市县区镇乡村性型制级]$|[公民]办|普惠|双语|普通|重点|附属|[新改扩迁在]建|建设|每所|全[县市]"
)
_SHORTEST, _LONGEST = 2, 3
_OWN_NAME = re.compile("n[rtz]")
_NUMBERED = re.compile("(?<![第一二三四五六七八九十])([一二三四五六七八九])院(?![士子落系])")
_IN_FULL = ("第{}人民医院", "第{}医院", "第{}中医院")


def with_unheld(facets: Facets, texts: Sequence[str], held: Held) -> Facets:
    """Let the names of texts that the library does not hold be ones that a question can mean.

    What is of another place or school is no answer then. A library of one place says nothing of what lies
    in it: there a name it does not hold may be that of any village.

    :param texts: a question and those before it.
    """
    if len(facets.places) < 2 and not facets.organs:
        return facets
    read = [normalize(text) for text in texts]
    places = [name for text in read for name in places_unheld(text, held)] if len(facets.places) > 1 else []
    schools = [name for text in read for name in bodies_unheld(text, held)]
    if not places and not schools:
        return facets
    return replace(
        facets,
        places=tuple(dict.fromkeys((*facets.places, *places))),
        unheld=tuple(dict.fromkeys(schools)),
    )


def places_unheld(text: str, held: Held) -> list[str]:
    """Find names of places, told by what they are named after or by 镇, 乡, 街道, that stand nowhere."""
    tagged = rjieba.tag(text, hmm=False)
    found = [name for at, name in _pairs(tagged) if _is_place(tagged, at)]
    towns = (
        word
        for (word, tag), (follows, _) in pairwise(tagged)
        if len(word) > 1 and _PLACE.match(tag) and _TOWN.fullmatch(follows)
    )
    whole = (word for word, tag in tagged if _PLACE.match(tag) and _WHOLE_TOWN.fullmatch(word))
    return [name for name in dict.fromkeys((*found, *towns, *whole)) if not held.holds_word(name)]


def bodies_unheld(text: str, held: Held) -> list[str]:
    """Find schools and hospitals whose names, and hospitals whose numbers, stand nowhere."""
    numbered = [
        found[0]
        for found in _NUMBERED.finditer(text)
        if not held.holds_word(found[0])
        and not any(held.holds_phrase(name.format(found[1])) for name in _IN_FULL)
    ]
    tagged = rjieba.tag(text, hmm=False)
    named = [
        word
        for word, tag in tagged
        if _OWN_NAME.match(tag) and _HOSPITAL.fullmatch(word) and not held.holds_word(word)
    ]
    kinds = [at for at, (word, _) in enumerate(tagged) if _SCHOOL.fullmatch(word)]
    called = [(_called(tagged, at), tagged[at][0]) for at in kinds]
    return [
        *numbered,
        *named,
        *(
            f"{name}{kind}"
            for name, kind in called
            if name and not held.holds_word(f"{name[-_SHORTEST:]}{kind}")
        ),
    ]


def _pairs(tagged: Sequence[tuple[str, str]]) -> Iterator[tuple[int, str]]:
    """Give the pairs of single characters that may be a name: no word of a dictionary holds them."""
    for at in range(len(tagged) - 1):
        (one, tag), (other, _) = tagged[at : at + 2]
        is_pair = len(one) == len(other) == 1 and _CHARACTER.match(one) and _CHARACTER.match(other)
        if is_pair and not _NO_NAME.match(tag):
            yield at, one + other


def _is_place(tagged: Sequence[tuple[str, str]], at: int) -> bool:
    before = tagged[at - 1] if at else ("", "")
    if before[0] and _CHARACTER.match(before[0]) and not _GOES_BEFORE.match(before[1]):
        return False
    follows = tagged[at + 2][0] if at + 2 < len(tagged) else ""
    return tagged[at + 1][0] in _NAMED_AFTER or _TOWN.fullmatch(follows) is not None


def _called(tagged: Sequence[tuple[str, str]], at: int) -> str:
    """Give the name before the kind of a school, "" where it has none of two characters.

    Common words alone tell what kind of school it is (平价私人幼儿园).
    """
    first = at
    while first and at - first < _LONGEST and _may_be_part(*tagged[first - 1]):
        first -= 1
    name = "".join(word for word, _ in tagged[first:at])
    is_proper = any(len(word) == 1 or _PROPER.match(tag) for word, tag in tagged[first:at])
    return name if is_proper and len(name) >= _SHORTEST and not _CLASS.search(name) else ""


def _may_be_part(word: str, tag: str) -> bool:
    is_part = _PART_OF_NAME.match(tag) or (tag == "a" and len(word) == 1) or word in _IN_NAMES
    return bool(is_part) and _CHARACTER.match(word) is not None

"""A question into the town it names, told by their form: 白沙镇, 芦溪乡, 南门街道."""

import re
from collections.abc import Sequence
from functools import lru_cache

import rjieba

from assistant.understanding.places import is_well_known

_TOWN = re.compile("镇|乡|街道(?:办|办事处)?")
# A word by itself: 石桥镇; 小城镇, 中心镇 and 卫星镇 are kinds of towns.
_WHOLE = re.compile(
    "(?!各|每|全|本|我|该|外|城关|卫星|卫生|中心|重点|特色|建制|示范|试点)[\u4e00-\u9fff]{1,3}[^城村乡集市小]镇"
)
_NAMING, _NOUN, _CHARACTER = re.compile("n[srz]"), re.compile("n"), re.compile("[\u4e00-\u9fff]")
# A verb, a number, a pronoun, … (jieba's tags) begins no name; a noun before one is more of the same word.
_NO_NAME, _NO_END = re.compile("[vmrpcfduyqadb]"), re.compile("[mrpcfduyq]")
_GOES_BEFORE, _PLACE_BEFORE = re.compile("[vmrpcfdutxy]|uj|n[srz]"), re.compile("[县市区州旗]$")
_KIND = re.compile("[县市区省州]$|城关|[全各每本我该]")
# The end of a name that a word holds: 青|山镇, 白|水乡; no word that only ends as one does (古镇, 下乡).
_CUT = re.compile(
    "(?![小古名强重集城乡老旧新建中特该本各全])[\u4e00-\u9fff]镇|(?![家故老返回下同还离思送城外他异])[\u4e00-\u9fff]乡"
)
_COLOUR = re.compile("[白红青黄黑]")


@lru_cache(maxsize=256)
def town_in(text: str) -> tuple[str, ...]:
    """Find the town, township or street a text names; kinds of them (中心镇, 民族乡) are none.

    Of several that stand side by side one passage need not name all: none is found then.
    """
    tagged = rjieba.tag(text, hmm=False)
    whole = [word for word, tag in tagged if _NOUN.match(tag) and _WHOLE.fullmatch(word)]
    ends = (at for at, (word, _) in enumerate(tagged) if at and _TOWN.fullmatch(word))
    called = ((_name_before(tagged[:at]), tagged[at][0][:2]) for at in ends)
    cut = (_cut_off(tagged[: at + 1]) for at, (word, _) in enumerate(tagged) if at and _CUT.fullmatch(word))
    named = dict.fromkeys((*whole, *(f"{name}{kind}" for name, kind in called if name), *filter(None, cut)))
    return tuple(name for name in named if not is_well_known(name)) if len(named) == 1 else ()


def _cut_off(tagged: Sequence[tuple[str, str]]) -> str:
    """Give the name of a town whose last two characters are a word by themselves, with the one before it."""
    (first, tag), (end, _) = tagged[-2:]
    may_begin = len(first) == 1 and _CHARACTER.match(first) and not _KIND.search(first)
    if not may_begin or (_NO_NAME.match(tag) and not _COLOUR.match(first)):
        return ""
    return f"{first}{end}" if _may_begin_behind(tagged[:-2]) else ""


def _may_begin_behind(tagged: Sequence[tuple[str, str]]) -> bool:
    """Tell whether a name may begin behind some words."""
    word, tag = tagged[-1] if tagged else ("", "")
    is_begun = not _CHARACTER.match(word) or _GOES_BEFORE.match(tag) is not None
    return is_begun or _PLACE_BEFORE.search(word) is not None


def _name_before(tagged: Sequence[tuple[str, str]]) -> str:
    """Give the proper name that ends some words: one word, or two characters that no word holds."""
    word, tag = tagged[-1]
    if len(word) > 1:
        return word if _NAMING.match(tag) and len(word) <= 3 and not _KIND.search(word) else ""
    pair = "".join(word for word, _ in tagged[-2:])
    if len(pair) != 2 or not all(map(_CHARACTER.match, pair)):
        return ""
    if _NO_NAME.match(tagged[-2][1]) or _NO_END.match(tag):
        return ""
    return pair if _may_begin_behind(tagged[:-2]) and not _KIND.search(pair[0]) else ""

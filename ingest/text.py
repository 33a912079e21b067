"""Chinese text into normal forms, words, character bigrams, sentences and numbers."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from operator import add

import rjieba
from opencc import OpenCC

# What NFKC changes in nearly every Chinese text; without these most texts are in normal form already, which
# `unicodedata` sees at a glance and so takes a fifth of the time.
_WIDE = {
    sign: unicodedata.normalize("NFKC", sign) for sign in "\uff0c\uff1a\uff1b\uff08\uff09\uff01\uff1f\u3000"
}
_BETWEEN = "\0"  # stands in no document: readers leave control characters out
_WORD = re.compile(r"\w", re.UNICODE)
_HAN_RUN = re.compile(r"[\u3400-\u9fff\u3007]+")
_OPEN, _CLOSE, _LONGEST_ASIDE = r"（(【〔\[", r"）)】〕\]", 300
_IN = rf"[^{_OPEN}{_CLOSE}\n]"
# A pair of brackets within a line, itself holding pairs at most; what never closes is an ordinary sign.
_ASIDE = (
    rf"[{_OPEN}](?:{_IN}|[{_OPEN}]{_IN}{{0,{_LONGEST_ASIDE}}}+[{_CLOSE}]){{0,{_LONGEST_ASIDE}}}+[{_CLOSE}]"
)
_SENTENCE = re.compile(
    rf"(?:[^。！？!?；;\n{_OPEN}]++|{_ASIDE}|[{_OPEN}])*+(?:[。！？!?；;]+[”’\"'》）)】]*|\n|$)"
)
_CN_DIGITS = {char: i for i, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
_CN_UNITS = {"十": 10, "百": 100, "千": 1000}
_CN_MYRIADS = (("亿", 100_000_000), ("万", 10_000))


def normalize(text: str) -> str:
    """Fold width (NFKC), drop all white space, lower-case: a form for comparing, never for quoting."""
    return "".join(_nfkc(text).split()).lower()


def normalize_each(texts: Sequence[str]) -> list[str]:
    """Bring each of some texts into normal form: most of it is done at once, in two fifths of the time."""
    folded = _folded_signs(_BETWEEN.join(texts)).split(_BETWEEN)
    if len(folded) != len(texts):  # a text holds the sign that parts them
        return [normalize(text) for text in texts]
    # most are in the form NFKC by now, which one that is not should not hide
    joined = _BETWEEN.join(unicodedata.normalize("NFKC", text) for text in folded)
    return "".join(simplified(joined).split()).lower().split(_BETWEEN)


def fold_width(text: str) -> str:
    """Bring a text into Unicode's form NFKC."""
    return unicodedata.normalize("NFKC", _folded_signs(text))


def _folded_signs(text: str) -> str:
    for sign, narrow in _WIDE.items():
        text = text.replace(sign, narrow)
    return text


def _nfkc(text: str) -> str:
    return simplified(fold_width(text))


@lru_cache(maxsize=4)  # several readers of facts ask for the same text, one after the other
def simplified(text: str) -> str:
    """Write traditional characters as simplified ones, each for itself, so that offsets stay (臺 -> 台)."""
    traditional, table = _traditional()
    return traditional.sub(lambda found: table[found[0]], text)


@cache
def _traditional() -> tuple[re.Pattern[str], dict[str, str]]:
    """The characters OpenCC would replace, and by what; a pattern passes over all others at once."""
    characters = list(map(chr, range(0x4E00, 0x9FA6)))
    changed = zip(characters, OpenCC("t2s").convert("\n".join(characters)).split("\n"), strict=True)
    table = {before: after for before, after in changed if before != after}
    return re.compile(f"[{''.join(table)}]"), table


def words(text: str) -> list[str]:
    """Cut a text into words in jieba's search mode: long words also give their parts, punctuation is dropped.

    rjieba is jieba's algorithm and dictionary in Rust, ten times faster.
    """
    folded = _nfkc(text).lower()
    # `isalnum` is true of nearly every word and is told in a third of the time.
    return [word for word in rjieba.cut_for_search(folded) if word.isalnum() or _WORD.search(word)]


def bigrams(text: str) -> list[str]:
    """Overlapping pairs of Chinese characters of each run of them; a run of one character gives itself."""
    pairs: list[str] = []
    for run in _HAN_RUN.findall(simplified(text)):
        pairs += [run] if len(run) == 1 else map(add, run, run[1:])
    return pairs


def sentences(text: str) -> list[tuple[int, int]]:
    """Spans of sentences: each ends after 。！？； outside brackets or a line break; together all text."""
    return list(each_sentence(text))


def each_sentence(text: str) -> Iterator[tuple[int, int]]:
    """Spans of `sentences` one after another, for whoever need not see them all."""
    return (m.span() for m in _SENTENCE.finditer(text) if m.end() > m.start())


def places(text: str, signs: Iterable[str]) -> list[int]:
    """Offsets of any of some signs or words, in order: for rare ones ten times as fast as a pattern's set."""
    found: list[int] = []
    for sign in signs:
        at = text.find(sign)
        while at >= 0:
            found.append(at)
            at = text.find(sign, at + 1)
    return sorted(found)


def matches_at(pattern: re.Pattern[str], text: str, starts: Iterable[int]) -> Iterator[re.Match[str]]:
    """The matches of a pattern as `finditer` gives them, tried only at some places."""
    end = 0
    for start in starts:
        found = pattern.match(text, start) if start >= end else None
        if found is not None:
            end = found.end()
            yield found


def cn_number(numeral: str) -> int | None:
    """Value of a whole number in Arabic or Chinese figures, or None when it is none.

    Chinese figures with units (`二十一` -> 21, `二万三千` -> 23000) or digit by digit (`二〇二四` -> 2024).
    """
    numeral = unicodedata.normalize("NFKC", numeral)
    if numeral.isascii() and numeral.isdigit():
        return int(numeral)
    if numeral and all(char in _CN_DIGITS for char in numeral):
        return int("".join(str(_CN_DIGITS[char]) for char in numeral))
    return _in_myriads(numeral)


def _in_myriads(numeral: str) -> int | None:
    """Read the parts before 亿, before 万 and behind them; 三万五, which is short for 35,000, is not read."""
    total = 0
    for unit, size in _CN_MYRIADS:
        part, found, rest = numeral.partition(unit)
        if not found:
            continue
        value = _with_units(part)
        if not value or (len(rest) == 1 and rest not in _CN_UNITS):
            return None
        total, numeral = total + value * size, rest
        if not rest:
            return total
    last = _with_units(numeral)
    return None if last is None else total + last


def _with_units(numeral: str) -> int | None:
    total, digit = 0, 0
    for char in numeral:
        if char in _CN_DIGITS:
            digit = _CN_DIGITS[char]
        elif char in _CN_UNITS:
            total += (digit or 1) * _CN_UNITS[char]
            digit = 0
        else:
            return None
    return total + digit if numeral else None

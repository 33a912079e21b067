"""The automatic numbering of a Word file into the labels its reader sees.

Source: ECMA-376 part 1, 17.9 (numbering) and 17.18.59 (ST_NumberFormat).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from ingest.parse.docx_styles import W, value, whole

_DIGITS = "〇一二三四五六七八九"
_FORMAL = str.maketrans("〇零一二三四五六七八九十百千", "零零壹贰叁肆伍陆柒捌玖拾佰仟")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
)
_ROMAN_ONES = ((9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class _Level:
    format: str
    text: str
    start: int
    restart: int | None
    legal: bool


class Numbering:
    """Counts the numbered paragraphs of one document in reading order."""

    def __init__(self, root: etree._Element | None) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._abstract: dict[str, str] = {}
        self._overrides: dict[str, dict[int, int]] = {}
        self._counts: dict[str, list[int]] = {}
        self._begun: set[str] = set()
        if root is not None:
            self._read(root)

    def next_label(self, number: str, level: int) -> str:
        """Count one more paragraph of a list and give its label, "" for bullets and no numbering."""
        levels = self._levels.get(number, {})
        if level not in levels or not 0 <= level < _LEVELS:
            return ""
        counts = self._counts.setdefault(self._abstract[number], [-1] * _LEVELS)
        if number not in self._begun:
            self._begun.add(number)
            for overridden, start in self._overrides.get(number, {}).items():
                counts[overridden] = start - 1
        if counts[level] < 0:
            counts[level] = levels[level].start - 1
        counts[level] += 1
        for deeper in range(level + 1, _LEVELS):
            restart = levels[deeper].restart if deeper in levels else None
            if restart is None or (restart and level < restart):
                counts[deeper] = -1
        return self._write(levels, counts, level)

    def _write(self, levels: dict[int, _Level], counts: list[int], level: int) -> str:
        own = levels[level]
        if own.format in ("bullet", "none") or not _PLACE.search(own.text):
            return ""

        def place(found: re.Match[str]) -> str:
            index = int(found[1]) - 1
            if index not in levels:
                return ""
            count = counts[index] if counts[index] >= 0 else levels[index].start
            return numeral(count, "decimal" if own.legal and index != level else levels[index].format)

        label = _PLACE.sub(place, own.text).strip()
        return label + " " if label and (label[-1].isalnum() or label[-1] in "章节条") else label

    def _read(self, root: etree._Element) -> None:
        abstracts = {node.get(f"{W}abstractNumId", ""): node for node in root.iter(f"{W}abstractNum")}
        by_style = {
            value(link): key
            for key, node in abstracts.items()
            if (link := node.find(f"{W}styleLink")) is not None
        }
        for num in root.iter(f"{W}num"):
            number = num.get(f"{W}numId", "")
            key = value(num.find(f"{W}abstractNumId"))
            link = abstracts[key].find(f"{W}numStyleLink") if key in abstracts else None
            if link is not None:
                key = by_style.get(value(link), key)
            if key not in abstracts:
                continue
            self._abstract[number] = key
            self._levels[number] = _read_levels(abstracts[key])
            for override in num.iter(f"{W}lvlOverride"):
                self._override(number, override)

    def _override(self, number: str, override: etree._Element) -> None:
        level = whole(override.get(f"{W}ilvl"), 0)
        start = override.find(f"{W}startOverride")
        if start is not None and level < _LEVELS:
            self._overrides.setdefault(number, {})[level] = whole(value(start), 1)
        self._levels[number].update(_read_levels(override))


def _read_levels(owner: etree._Element) -> dict[int, _Level]:
    levels = {}
    for node in owner.findall(f"{W}lvl"):
        restart = node.find(f"{W}lvlRestart")
        levels[whole(node.get(f"{W}ilvl"), 0)] = _Level(
            format=value(node.find(f"{W}numFmt")) or "decimal",
            text=value(node.find(f"{W}lvlText")),
            start=whole(value(node.find(f"{W}start")), 1),
            restart=None if restart is None else whole(value(restart), 0),
            legal=node.find(f"{W}isLgl") is not None,
        )
    return levels


def numeral(count: int, number_format: str) -> str:
    """Write a count in one of Word's number formats; an unknown one is written in Arabic figures."""
    return _FORMATS.get(number_format, str)(count)


def _counting(value: int) -> str:
    """Chinese counting figures with units: 10 十, 21 二十一, 105 一百零五."""
    if not 0 < value < 10_000:
        return "".join(_DIGITS[int(digit)] for digit in str(value))
    text, zero = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // unit % 10
        if digit:
            text += ("零" if zero and text else "") + _DIGITS[digit] + name
        zero = not digit
    return text[1:] if text.startswith("一十") else text


def _digital(value: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(value))


def _letter(value: int) -> str:
    return chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1) if value > 0 else str(value)


def _roman(value: int) -> str:
    text = ""
    for unit, letters in (*_ROMAN, *_ROMAN_ONES):
        while value >= unit:
            text, value = text + letters, value - unit
    return text


def _circled(value: int) -> str:
    return chr(ord("①") + value - 1) if 1 <= value <= 20 else str(value)


def _in_parentheses(value: int) -> str:
    return chr(ord("⑴") + value - 1) if 1 <= value <= 20 else f"({value})"


def _full_width(value: int) -> str:
    return "".join(chr(ord(digit) - ord("0") + ord("０")) for digit in str(value))


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda value: f"{value:02}",
    "decimalHalfWidth": str,
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedParen": _in_parentheses,
    "chineseCounting": _counting,
    "chineseCountingThousand": _counting,
    "chineseLegalSimplified": lambda value: _counting(value).translate(_FORMAL),
    "japaneseCounting": _counting,
    "taiwaneseCounting": _counting,
    "taiwaneseCountingThousand": _counting,
    "ideographDigital": _digital,
    "japaneseDigitalTenThousand": _digital,
    "ideographTraditional": lambda value: _STEMS[(value - 1) % 10],
    "ideographZodiac": lambda value: _BRANCHES[(value - 1) % 12],
    "upperLetter": lambda value: _letter(value).upper(),
    "lowerLetter": _letter,
    "upperRoman": _roman,
    "lowerRoman": lambda value: _roman(value).lower(),
}

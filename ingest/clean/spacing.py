"""Letter-spaced words (组 织 科) into words as they are read, where no blank can part two of them."""

import re

from ingest.clean.sheet import RepairKind, Sheet
from ingest.parse.table import is_row

_HAN = r"[\u4e00-\u9fff]"
# Characters parted one by one, all by the same gap: a wider gap parts words and ends the run.
_LETTERS = re.compile(rf"(?<!{_HAN}){_HAN}(?P<gap>[ \u3000\xa0]{{1,2}}){_HAN}(?:(?P=gap){_HAN})+(?!{_HAN})")
_RUN = re.compile(
    r"(?<!\S)\S(?P<gap>[ \u3000\xa0]{1,2})\S(?:(?P=gap)\S(?:[，、。：；]\S)?[，、。：；”》）]?){4,}(?!\S)"
)
_NAMED = re.compile(
    rf"(?<!{_HAN}){_HAN}(?P<gap>[ \u3000\xa0]{{1,2}}){_HAN}(?:(?P=gap){_HAN})+"
    rf"(?=牵头|负责|配合|会同|协助|承办|(?!{_HAN}))"
)
_HINT = re.compile(rf"{_HAN}[ \u3000\xa0]{{1,2}}{_HAN}[ \u3000\xa0]{{1,2}}{_HAN}")
_LABEL = re.compile(rf"{_LETTERS.pattern}(?=[ \u3000\xa0]?[:：])")
_DUTY = r"(?:责\s?任|牵\s?头|配\s?合|负\s?责|承\s?办|落\s?实|协\s?办|主\s?办)"
_UNITS = re.compile(
    rf"[（(【\[](?=[^（）()【】\[\]]{{0,300}}?{_DUTY})[^（）()【】\[\]]{{4,400}}[）)】\]]"
    rf"|{_DUTY}\s?[单部股科处机]\s?[位门室构]\s?[:：][^。：:]{{2,200}}"
)
_ONE_BY_ONE = re.compile(rf"{_HAN}(?:[ \u3000]+{_HAN}){{2,}}|工 会|团 委|妇 联|党 办")
_NUMERALS = re.compile(r"[一二三四五六七八九十\d\s]+")
_GAPS = re.compile(r"[ \u3000\xa0]+")
_LEAST_HAN = 5


def mend_spacing(sheet: Sheet) -> None:
    """Close the gaps of letter-spaced words: long runs anywhere, shorter ones where units are named.

    Three characters parted one by one are a word where responsible units are named, in a row of a table and
    before a colon; six or more are anywhere.
    """
    for index, line in enumerate(sheet.lines):
        text = line.text
        if " " not in text and "\u3000" not in text and "\xa0" not in text:
            continue
        if _HINT.search(text) is None:
            continue
        mended = _LABEL.sub(_closed, _RUN.sub(_closed_run, text))
        mended = _UNITS.sub(_closed_words, mended)
        if is_row(mended):
            mended = _LETTERS.sub(_closed, mended)
        if mended != text:
            sheet.rewrite(index, mended, RepairKind.SPACED)


def close_letters(cell: str) -> str:
    """The word of a table cell that is letter-spaced as a whole, other cells as they are."""
    return "".join(cell.split()) if _ONE_BY_ONE.fullmatch(cell) else cell


def _closed(found: re.Match[str]) -> str:
    word = _GAPS.sub("", found[0])
    return found[0] if _NUMERALS.fullmatch(word) else word


def _closed_words(found: re.Match[str]) -> str:
    return _NAMED.sub(_closed, found[0])


def _closed_run(found: re.Match[str]) -> str:
    word = _GAPS.sub("", found[0])
    han = len(re.findall(_HAN, word))
    return found[0] if _NUMERALS.fullmatch(word) or han < _LEAST_HAN else word

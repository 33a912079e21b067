"""A question as typed into the writing it is read in: no courtesy, simplified signs, years in figures."""

import re

from assistant.understanding.courtesy import without_courtesy
from assistant.understanding.spoken import as_written
from ingest.text import cn_number, simplified

LONGEST = 1000
"""Most characters of a question; a text that long is no question but something pasted."""

_YEAR = re.compile(r"(?<![〇○零0O一二三四五六七八九])[一二][〇○零0O一二三四五六七八九]{3}(?=年)")
_WIDE = {wide: wide - 0xFEE0 for wide in range(ord("０"), ord("９") + 1)}
_BLANK = re.compile(
    r"(?<=[\u4e00-\u9fff])[ \u3000]+(?=什么|多少|哪|谁|由谁|怎|如何|几|何时)"
    r"|(?<=[哪几])[ \u3000]+(?=[\u4e00-\u9fff])"
)
_OF_YEAR = re.compile(r"(?<=20\d\d年)度(?![^《]*》)")
_PAUSE = re.compile("[，,](?=是(?:多少|什么|谁|哪))")
_LINE_END = re.compile(r"(?<=[\u4e00-\u9fff])\s*\n\s*(?=[\u4e00-\u9fff])")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>")
_LOUD = re.compile(r"[!！~～…。.]+\s*$")
_DIGITS = str.maketrans("〇○零O", "0000")


def as_read(text: str) -> str:
    """Write a question without its courtesy, in simplified characters, 二〇二四年 as 2024年, 啥 as 什么.

    Of one too long only the beginning is given.
    """
    if is_too_long(text):
        return text[: LONGEST + 1]
    plain = _LOUD.sub("", _BLANK.sub("", _LINE_END.sub("", _TAG.sub("", simplified(text).translate(_WIDE)))))
    asked = _PAUSE.sub("", _OF_YEAR.sub("", without_courtesy(plain)))
    return as_written(_YEAR.sub(_in_figures, asked))


def is_too_long(text: str) -> bool:
    """Tell whether a question, as read, is longer than any that is answered."""
    return len(text) > LONGEST


def _in_figures(found: re.Match[str]) -> str:
    return "".join(
        sign if sign.isdigit() and sign.isascii() else str(cn_number(sign))
        for sign in found[0].translate(_DIGITS)
    )

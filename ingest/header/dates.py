"""The lines of a document and its container's metadata into its number and its date."""

import re
from collections.abc import Mapping, Sequence

from ingest.header.title import DECREE
from ingest.numbering import read_marker
from ingest.parse.table import is_row
from ingest.text import cn_number
from ingest.titles import DATE, NUMBER

_STATED = re.compile(
    r"((?:19|20)\d{2})\s?[-/.年]\s?(\d{1,2}|元)\s?(?:[-/.月]\s?(\d{1,2})|月)"
    r"|([〇○0零一二三四五六七八九]{4})年(元|[一二三四五六七八九十]{1,2})月(?:([一二三四五六七八九十]{1,3})日)?"
)
_FIRST_MONTH = str.maketrans("元0", "一〇")
_MONTH = re.compile(
    r"(?:(?:19|20)\d\d\s?年\s?(?:\d{1,2}|元)|[〇○0零一二三四五六七八九]{4}年(?:元|[一二三四五六七八九十]{1,2}))\s?月"
)
# What stands before the number of another document: 根据《…》（云政办〔2024〕3号）.
_CITED = re.compile(r"》\s*[（(]?\Z|^\s*(?:根据|按照|依据|依照|遵照|为?贯彻)")
_SIGNED = re.compile(
    rf"[^。；！？]{{0,30}}?({DATE.pattern})\s*(?:印发|发布|公布)?\s*(?:[（(].{{0,30}}[）)])?"
)
# By when a task is to be done is no date of the document: 完成时限：2024年8月31日, a row of a task table.
_DUE = re.compile(
    r"(?:[时期]限|节点|进度|(?:完成|办结|截止|整改|落实|起止|开工|竣工|推进)[时日][间期])(?:要求)?\s*[:：]"
)
_BARE_SIGNED = re.compile(r"(?:19|20)\d{2}([./-])\d{1,2}\1\d{1,2}")
# ——2026年1月28日在…会议上, （2024年2月28日）
_SUBTITLE = re.compile(rf"[（(—－–-]*\s*({DATE.pattern})[^。；]{{0,60}}[）)]?")
_SIGNED_CHARS = 60
_BODY_CHARS = 40
_OPENING_LINES = 6
_NUMBER_LINES = 6
_NUMBER_CHARS = 80


def find_number(texts: Sequence[str], metadata: Mapping[str, str]) -> str:
    """The number an authority gave the document (发文字号), or the number of a decree."""
    for text in (metadata.get("文号", ""), *texts[:_NUMBER_LINES]):
        found = NUMBER.search(text) if len(text) <= _NUMBER_CHARS else None
        if found is not None and not _CITED.search(text, 0, found.start()):
            number = re.sub(r"\s+", "", found[0])
            is_decree = number.startswith("第") and texts and DECREE.search(texts[0])
            return texts[0] + number if is_decree else number
    return ""


def find_date(texts: Sequence[str], metadata: Mapping[str, str]) -> str:
    """The date under the document's own signature, else below its title, else the page's; as YYYY-MM-DD.

    Of several signatures the first counts: those below it stand under annexes. The last line may state no
    more than the month, YYYY-MM.
    """
    running = (i for i, text in enumerate(texts) if i and (len(text) >= _BODY_CHARS or text.endswith("。")))
    body = next(running, len(texts))
    for text in texts[body + 1 :]:
        found = _SIGNED.fullmatch(text.strip()) if len(text) <= _SIGNED_CHARS and not _is_task(text) else None
        if found is not None:
            return iso_date(found[1])
    for text in texts[: min(body, _OPENING_LINES)]:
        found = _SUBTITLE.fullmatch(text.strip()) or _SIGNED.fullmatch(text.strip())
        if found is not None and not _is_task(text):
            return iso_date(found[1])
        if _BARE_SIGNED.fullmatch(text.strip()):
            return iso_date(text)
    if texts and (_BARE_SIGNED.fullmatch(texts[-1].strip()) or _MONTH.fullmatch(texts[-1].strip())):
        return iso_date(texts[-1])
    return iso_date(metadata.get("发布日期", ""))


def _is_task(text: str) -> bool:
    return _DUE.search(text) is not None or is_row(text) or read_marker(text) is not None


def iso_date(text: str) -> str:
    """Write a stated date as YYYY-MM-DD, or as much of it as is stated."""
    found = _STATED.search(text)
    figures = filter(None, found.groups()) if found is not None else ()
    values = [
        cn_number(figure if figure.isdigit() and figure.isascii() else figure.translate(_FIRST_MONTH))
        for figure in figures
    ]
    return "-".join(f"{value:02}" for value in values if value is not None)

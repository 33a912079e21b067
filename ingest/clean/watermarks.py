"""Advertisements of websites that are set into running text, taken out of its lines."""

import re
from collections import defaultdict
from itertools import takewhile

from ingest.clean.sheet import Sheet
from ingest.text import places

_WORD = r"[\u4e00-\u9fffA-Za-z0-9]"
_TRADE = r"(?:范文|文秘|公文|写作|稿子|文稿|文档)(?:大全|之家|\d{2,4})?网(?![络站上格点民课])"
# What an advertisement names: an address, or a site that deals in texts.
_ADDRESS = re.compile(
    r"(?:https?://)?(?:www|m)\.[a-z0-9.-]+\.(?:com|cn|net|org)(?:\.cn)?(?:/[\w./-]*)?", re.IGNORECASE
)
_SITE = re.compile(rf"{_TRADE}(?:整理|收集|提供|首发|原创|出品)?")
_SITE_END = re.compile(r"网(?<=[文秘作子稿档全家\d]网)")
_NAME_CHARS = 24
_MOST_MARKS = 40
_NAME = re.compile(rf"{_WORD}*[:：]?\s?$")
_FROM = r"(?:来源|来自|出自|摘自|转自|选自|摘编自)[于:：]?\s?"
_OFFICIAL = re.compile(r"\.(?:gov|edu)\.cn", re.IGNORECASE)
# Whoever says so gives an address of the plan itself.
_GIVEN = re.compile(r"网址|官网|平台|登[录陆]|报名|邮箱|网站|访问|查询|系统")
# These need not come back; what parts one from its sentence goes with it.
_SAID = (
    rf"(?:本文|文章|范文|资料|内容){_FROM}(?:{_WORD}{{0,8}}?(?:{_TRADE}|文库)|{_ADDRESS.pattern})"
    r"(?:整理|收集|提供|首发|原创|出品)?(?:[，,]\s?(?:更多|欢迎|转载|仅供)[^，。；\n]{0,20}(?=[，。；\n]))?"
)
_CERTAIN = re.compile(
    rf"[（(【\[]\s?(?:本文|文章|资料|内容)?{_FROM}{_WORD}{{0,8}}(?:{_TRADE}|文库)[）)】\]]"
    rf"|(?<=[。！？；，]){_SAID}[。！，,]|{_SAID}|(?<=[\u4e00-\u9fff，。；])来源[:：]\s?{_ADDRESS.pattern}"
    rf"|更多[^。，\n]{{0,16}}(?:范文|公文|文稿|文档)[^。，\n]{{0,8}}(?:请访问|尽在|就在)\s?(?:https?://)?(?:www\.)?[\w-]+\.(?:com|cn|net)",
    re.IGNORECASE,
)
_HINTS = ("来源", "更多", "来自", "出自", "摘自", "转自", "选自", "编自")
_DOMAIN = re.compile(r"\.(?i:com|cn|net|org)")
_HINT_BEFORE, _HINT_AFTER = 8, 122  # characters a mark may reach before and behind the start of one
_SEPARATORS = "-_—–|｜·"


def drop_watermarks(sheet: Sheet) -> None:
    """Take advertisements out of the lines they are set into; one in a line of its own is furniture."""
    whole = "\n".join(line.text for line in sheet.lines)
    traded = _SITE_END.search(whole) is not None
    marks = _certain(whole) if traded or "文库" in whole or _DOMAIN.search(whole) else set()
    if "www." in whole or "://m." in whole:
        marks |= _returning(_ADDRESS, whole)
    if traded:
        marks |= _returning(_SITE, whole)
    for mark in sorted(marks, key=len, reverse=True)[:_MOST_MARKS]:
        for index, line in enumerate(sheet.lines):
            if mark in line.text and _is_set_in(sheet, index, mark):
                sheet.take_from(index, mark)


def _certain(whole: str) -> set[str]:
    """Marks that say what they are."""
    hints = ((at - _HINT_BEFORE, at + _HINT_AFTER) for at in places(whole, _HINTS))
    found = (_CERTAIN.search(whole, max(0, start), end) for start, end in hints)
    return {mark[0] for mark in found if mark is not None and not _OFFICIAL.search(mark[0])}


def _returning(pattern: re.Pattern[str], whole: str) -> set[str]:
    """Marks that come back: the site, with as much of the words before it as is the same every time."""
    names: dict[str, list[str]] = defaultdict(list)
    for found in pattern.finditer(whole):
        before = _NAME.search(whole[max(0, found.start() - _NAME_CHARS) : found.start()])
        names[found[0]].append(before[0] if before is not None else "")
    return {
        _shared(before) + site
        for site, before in names.items()
        if len(before) > 1 and not _OFFICIAL.search(site) and not any(map(_GIVEN.search, before))
    }


def _shared(names: list[str]) -> str:
    """The words all names end in; a single character may be the end of a sentence."""
    backwards = zip(*(name[::-1] for name in names), strict=False)
    shared = sum(1 for _ in takewhile(lambda signs: len(set(signs)) == 1, backwards))
    return names[0][len(names[0]) - shared :] if shared > 1 else ""


def _is_set_in(sheet: Sheet, index: int, mark: str) -> bool:
    """Tell whether a mark stands in a line of text, not in a page title or in furniture."""
    rest = sheet.lines[index].text.replace(mark, "").strip()
    return rest != "" and rest[-1] not in _SEPARATORS and not sheet.is_furniture(index)

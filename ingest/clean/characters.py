"""Signs inside lines that are no text, or certainly wrong, into those that were meant."""

import re
from collections.abc import Callable, Sequence
from html.entities import html5

from ingest.clean.sheet import RepairKind, Sheet, solid
from ingest.records import Line
from ingest.titles import NUMBER

_BREAKS = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe0f\ufeff\ufffc]+"
)
_EDGES = " \t\u3000\xa0"
_BLANKS = re.compile(r"[\xa0\u2000-\u200a\u202f\u205f ]+")
# A sign of a symbol font opens a line or a point as its bullet; elsewhere it is a rare character.
_BULLET = re.compile(r"(^|[。；：])[\ue000-\uf8ff]+[ \t\u3000]*")

_ENTITY = re.compile(r"&(?:amp;)*(#\d{2,7};|#[xX][0-9a-fA-F]{2,6};|[a-zA-Z]{2,8}\d{0,2};)")
_BLANK_ENTITIES = frozenset(("nbsp;", "sp;", "ensp;", "emsp;", "thinsp;"))
_BREAKING_TAG = re.compile(r"</?(?:p|br|div|tr|li|h[1-6])\b[^<>]{0,400}>", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:span|font|strong|b|i|u|em|a|img|table|tbody|thead|td|th|ul|ol|center|section|sup|sub|o:p)"
    r"\b[^<>]{0,400}>|<!--.{0,400}?-->|<(?P<code>script|style)\b[^<>]{0,400}>[^<]{0,4000}</(?P=code)>",
    re.IGNORECASE,
)

# Signs set around a number: **一、抓党建**, **（一）抓学习。**每月…, *一、抓党建, 【一、抓党建】
_NUMBER = r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[.．、](?!\d))"
_STARRED = re.compile(rf"^([ \t\u3000]*)(?:\*\*\s?(?={_NUMBER})([^*]+?)\*\*|\*\s?(?={_NUMBER}))")
_BOXED = re.compile(rf"^([ \t\u3000]*)【\s?(?={_NUMBER})([^【】]{{3,60}})】\s*$")
_MEASURES = "[%％‰]|个百分点|[万亿]|元|公里|千米|米|公顷|亩|平方|立方|吨|公斤|千克|倍|千瓦|兆|小时|分钟|℃"
_DECIMAL = re.compile(rf"。(?<=\d。)(?<!\d{{4}}。)(?=\d{{1,3}}\s?(?:{_MEASURES}))")
# A full stop typed as a point ends the line, or stands before the bracket that does; then those between the
# words of that line are stops too. 一. and （一）. are labels.
_UNLABELLED = r"(?<![一二三四五六七八九十])(?<![一二三四五六七八九十\d][）)])"
_POINTED = re.compile(
    rf"(?<=[\u4e00-\u9fff%％‰”）)]){_UNLABELLED}\."
    r"(?=\s*+(?:[（(][^（()）]{2,200}[）)]\s*+(?:\.\s*+)?)?$)"
)
_POINTED_HINT = re.compile(r"\.(?=[^\S\n]*+(?:\n|[（(]|\Z))")
_POINT = re.compile(
    rf"(?<=[\u4e00-\u9fff]{{2}}|[\u4e00-\u9fff\d][%％‰”）)]){_UNLABELLED}\.(?=[\u4e00-\u9fff（(“])"
)
_QUOTES = re.compile(r"““([^“”]{1,80})””")
_DATE = r"(?:19|20)\d\d\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日"
_TWO_DATES = re.compile(rf"(?<=日)(?={_DATE}$)")
_TWO_DATES_CHARS = 60

# What looks wrong but may be meant: (how a report calls it, a sign to look for first, the place).
_DOUBTS = (
    ("多字或少字", "的的", re.compile(r"(?<![目标有靶])的的(?!确)")),
    ("标点重复", "，，", re.compile(r"，，")),
    ("标点重复", "、、", re.compile(r"、、")),
    ("标点重复", "。，", re.compile(r"。，")),
    ("标点重复", "，。", re.compile(r"，。")),
    ("句号可能是小数点", "。", re.compile(r"。(?<=\d。)(?<!\d\d\d\d。)(?=\d{1,2}[^\d年月日.、．章条节）)])")),
    ("残留网页代码", "&", _ENTITY),
    ("日期相连", "日", re.compile(r"日(?<=\d日)(?=[\dxX*×]{4}\s?年\s?\d{1,2}\s?月)")),
)
_UNREADABLE = re.compile(r"[\ue000-\uf8ff\ufffd]+")


def mend_characters(sheet: Sheet) -> None:
    """Take what is no text out of the lines and put right the signs whose damage is certain.

    Blanks become single ones; tabs between words stay for the reader of tables.
    """
    whole = "\n".join(line.text for line in sheet.lines)
    if "&" in whole:
        _mend(sheet, _without_entities, RepairKind.MARKUP)
        whole = "\n".join(line.text for line in sheet.lines)
    if "<" in whole:
        _mend(sheet, _without_tags, RepairKind.MARKUP)
    if "*" in whole or "【" in whole:
        _mend(sheet, _without_marks, RepairKind.MARKUP)
    sheet.lines = [part for line in sheet.lines for part in _parts(sheet, line)]
    sheet.lines = [_visible(sheet, line) for line in sheet.lines]
    if "““" in whole:
        _mend(sheet, lambda text: _QUOTES.subn(r"“\1”", text), RepairKind.DOUBLED)
    if _POINTED_HINT.search(whole) is not None:
        _mend(sheet, _with_stops, RepairKind.STOP)
    if _DECIMAL.search(whole) is not None:
        _mend(sheet, _with_points, RepairKind.DECIMAL)


def doubt_characters(sheet: Sheet, lines: Sequence[Line]) -> None:
    """Write down the places of the finished text that look wrong but may be meant."""
    text = "\n".join(line.text for line in lines)
    for fault, sign, pattern in _DOUBTS:
        if sign in text:
            for found in pattern.finditer(text):
                sheet.doubt(fault, text, *found.span())
    if any(not line.text.isprintable() for line in lines):
        for found in _UNREADABLE.finditer(text):
            sheet.doubt("字符无法显示", text, *found.span())


def _mend(sheet: Sheet, mend: Callable[[str], tuple[str, int]], kind: RepairKind) -> None:
    """Rewrite every line for which `mend` gives other words and a count of places."""
    for index, line in enumerate(sheet.lines):
        text, places = mend(line.text)
        if places:
            sheet.rewrite(index, text, kind, places)


def _without_entities(text: str) -> tuple[str, int]:
    return _ENTITY.subn(_meant, text) if "&" in text else (text, 0)


def _meant(found: re.Match[str]) -> str:
    """The sign an entity names; an unknown one stays as it is."""
    name = found[1]
    if name.lower() in _BLANK_ENTITIES:
        return " "
    if not name.startswith("#"):
        return html5.get(name, found[0])
    code = int(name[2:-1], 16) if name[1] in "xX" else int(name[1:-1])
    return chr(code) if code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else ""


def _without_tags(text: str) -> tuple[str, int]:
    if "<" not in text:
        return text, 0
    text, breaks = _BREAKING_TAG.subn("\n", text)
    text, tags = _TAG.subn("", text)
    return text, breaks + tags


def _without_marks(text: str) -> tuple[str, int]:
    """Take the signs off that are set around a number."""
    if "*" not in text and "【" not in text:
        return text, 0
    text, starred = _STARRED.subn(r"\1\2", text)
    text, boxed = _BOXED.subn(r"\1\2", text)
    return text, starred + boxed


def _with_points(text: str) -> tuple[str, int]:
    """Write a stop between digits as a point as wide as they are."""
    return _DECIMAL.subn(lambda found: "." if text[found.start() - 1].isascii() else "．", text)


def _with_stops(text: str) -> tuple[str, int]:
    """Write the stops of a line that was typed with points as 。."""
    text, ends = _POINTED.subn("。", text) if "." in text else (text, 0)
    text, inside = _POINT.subn("。", text) if ends else (text, 0)
    return text, ends + inside


def _parts(sheet: Sheet, line: Line) -> list[Line]:
    """The lines that a stray line break, or a second date run on behind the first, makes of one."""
    text = line.text
    if text.isprintable() and not (text[-1:] == "日" and len(text) <= _TWO_DATES_CHARS):
        return [line]
    parts = _BREAKS.split(_TWO_DATES.sub("\n", text))
    if len(parts) > 1:
        sheet.repaired(RepairKind.FLAT, len(parts) - 1)
    return [Line(part, line.style) for part in parts]


def _visible(sheet: Sheet, line: Line) -> Line:
    """A line without invisible signs and with single blanks between its words; its indent stays."""
    text = line.text
    if not line.style and "  " not in text and text[-1:] != " " and text.isprintable():
        return line
    body = text.strip(_EDGES)
    indent = text[: len(text) - len(text.lstrip(_EDGES))]
    if "\t" in body:  # the last cells of a row may be empty
        body = text[len(indent) :].rstrip(" \u3000\xa0")
    if not body.isprintable():
        dropped = solid(body)
        body, bullets = _BULLET.subn(r"\1", body)
        body, signs = _INVISIBLE.subn("", body)
        if bullets or signs:
            sheet.repaired(RepairKind.INVISIBLE, bullets + signs, dropped - solid(body))
        body = _BLANKS.sub(" ", body).strip(" \u3000")
    elif "  " in body:
        body = _BLANKS.sub(" ", body)
    style = 0 if line.style and NUMBER.fullmatch(body) else line.style
    return Line(indent + body, style)

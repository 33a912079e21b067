"""A line in which title, document number, salutation or signature run together into a line for each."""

import re
from collections.abc import Sequence

from ingest.numbering import read_marker
from ingest.parse.table import is_row
from ingest.records import Line
from ingest.titles import DATE, find_number

_RUN_LEAST = 40
_SIGNATURE = 100
_OPENING_LINES = 3
_SALUTATION = re.compile(
    r"(?:各[^。；！？]{0,80}?|[^。；！？]{4,80}?)(?<!责任)(?<!牵头)(?<!配合)(?<!承办)(?<!主办)(?<!协办)(?<!参与)"
    r"(?:政府|机构|单位|部门|总局|街道|学校|幼儿园|中心|公司|股室|科室|处室|局|委|办)：(?=\S{10})"
)
_KIND_END = r"(?:通知|意见|方案|办法|规定|函|批复|决定|通报|报告|请示|公告|复函)"
_BLANK = r"[ \u3000\xa0]"
# A title runs on up to its kind, any other line up to a blank, where a first item or sentence opens.
_TITLE_RUN = re.compile(
    r"([^，。；：！？]{6,60}?(?:要点|计划|总结|方案|打算|安排|报告|意见|思路|办法|规划)"
    rf"|[^，。；：！？\s]{{6,60}}(?={_BLANK})){_BLANK}*(?=(?:今年以来|年初以来|一年来|近年来|上半年[，,]|"
    r"为[了深进贯全切推加做扎确有更落认巩持促抓]|根据|按照|现将|以习近平|20[\dxX*×]{2}年(?:[，,是全我各度上下]|以来)|一、|各[\u4e00-\u9fff、，]{2,40}：).{40})"
)
_INTERVIEW = re.compile(r"(.{8,90}?答记者问)(?=(?:日前|近日|\d{4}年|\d{1,2}月))")
_SALUTED = re.compile(
    rf"(.{{6,90}}?{_KIND_END})(?=(?:各|(?!的)[\u4e00-\u9fff]{{2,12}}(?:省|市|县|区|局|委|办|政府|学校|中心))[^。；：]{{0,80}}：)"
)
_BEFORE_NUMBER = re.compile(rf"([^。；！？]{{6,90}}?{_KIND_END})\s?(?=[^的]{{1,8}}[〔\[（(]\s?(?:19|20)\d\d)")
_NUMBER_CHARS = 200
_ORGAN_END = r"(?:政府|办公室|委员会|领导小组|指挥部|[局委厅院部校处办会])"
_DAY = rf"{DATE.pattern}|20[\dxX*×]{{2}}年[\dxX*×]{{1,2}}月[\dxX*×]{{1,2}}日"
# What closes a document: the organ with its date, after a stop or a bracket, and a note behind them.
_SIGNED = re.compile(
    rf"(?:(?<=[。！？；])\s*((?:[\u4e00-\u9fff][\u4e00-\u9fff \u3000]{{1,24}}?)?)"
    rf"|(?<=[）)】])\s*([\u4e00-\u9fff]{{2,24}}?{_ORGAN_END}))\s?({_DAY})\s?([（(][^（）()]{{2,20}}[）)])?$"
)
_DATED = re.compile(rf"({_DAY})\s?([（(][^（）()]{{2,20}}[）)])?$")
# The organ where no stop parts it from the text: behind a figure, else from its place on or as named above.
_UNPARTED = re.compile(
    rf"[\u4e00-\u9fff]{{2,24}}?{_ORGAN_END}(?=\s?(?:20[\dxX*×]{{2}})年[\dxX*×]{{1,2}}月[\dxX*×]{{1,2}}日$)"
)
_BEHIND_FIGURE = re.compile(
    r"(?:\d[万亿]?(?:[元人名次个件户所项场家处起篇亩吨米]|公里|平方米)|[%％])(?=[\u4e00-\u9fff]{4,}$)"
)
_PLACE = re.compile(r"(?=([\u4e00-\u9fff]{2,3}?[省市县区镇乡州盟旗]))")
_HEAD_CHARS = 300
_SIGNED_ORGAN, _LEAST_ORGAN = 24, 4  # characters
_ATTACHED = re.compile(r"(?<=[。）)】])\s*(?=附\s?件\s?[:：]|附[:：]\s?1)")
_ISSUER = re.compile(r"([\u4e00-\u9fff]{3,30}?)关于")


def part_opening(lines: Sequence[Line]) -> list[Line]:
    """Part title, document number, salutation, attachments and signature where they run together."""
    out: list[Line] = []
    head = "".join(line.text for line in lines[:_OPENING_LINES])[:_HEAD_CHARS]
    issuer = next((found[1] for line in lines[:_OPENING_LINES] if (found := _ISSUER.match(line.text))), "")
    for index, line in enumerate(lines):
        pieces = [line.text]
        if index < _OPENING_LINES and not line.style and not is_row(line.text):
            pieces = [piece for part in _around_number(line.text) for piece in _after_salutation(part)]
        if "附" in line.text:
            pieces = [part for piece in pieces for part in _ATTACHED.split(piece)]
        if issuer and index + 1 < len(lines) and DATE.fullmatch(lines[index + 1].text.strip()):
            pieces[-1:] = _before_issuer(pieces[-1], issuer)
        for piece in pieces:
            out += [Line(text.strip(), line.style) for text in _signed(piece, issuer, head) if text.strip()]
    return out


def _signed(text: str, issuer: str, head: str) -> list[str]:
    """Part the organ and the date that close a text; the organ may be known from the title or the opening."""
    if text[-1:] not in ("日", "）", ")"):
        return [text]
    start = max(0, len(text) - _SIGNATURE)
    signed = _SIGNED.search(text, start) if len(text) > _RUN_LEAST else None
    if signed is not None:
        return [text[: signed.start()], *filter(None, signed.groups())]
    dated = _DATED.search(text, start)
    if dated is not None and issuer and text[: dated.start()].rstrip().endswith(issuer):
        organ = text.rindex(issuer, 0, dated.start())
        return [text[:organ], issuer, *filter(None, dated.groups())]
    if dated is not None and len(text) > _RUN_LEAST and _UNPARTED.search(text, start):
        organ = _organ_start(text, dated.start(), head)
        return [text[:organ], text[organ : dated.start()], *filter(None, dated.groups())]
    return [text]


def _before_issuer(text: str, issuer: str) -> list[str]:
    """Part the organ that signs from the name of an annex in front of it: 附件：…清单某县教育局."""
    if not text.startswith("附") or not text.endswith(issuer) or text == issuer:
        return [text]
    return [text.removesuffix(issuer), issuer]


def _organ_start(text: str, end: int, head: str) -> int:
    """Where the organ before a date starts; `end` where that cannot be told."""
    first = max(0, end - _SIGNED_ORGAN)
    before, head = text[first:end].rstrip(), head[: max(0, first)]
    figure = _BEHIND_FIGURE.search(before)
    if figure is not None:
        return first + figure.end()
    named = (at for at in range(len(before) - _LEAST_ORGAN + 1) if before[at:] in head)
    places = (found.start() for found in _PLACE.finditer(before) if found[1] in head)
    at = next(named, next(places, None))
    return end if at is None else first + at


def _around_number(text: str) -> list[str]:
    """Part `…的通知国办发〔2020〕43号各省…：` into title, number and the rest."""
    for run_on in (_INTERVIEW, _TITLE_RUN):
        title = run_on.match(text)
        if title is not None:
            return [title[1], text[title.end() :]]
    found = find_number(text[:_NUMBER_CHARS])
    if found is not None and found.end() == len(text) == found.end() - found.start():
        return [text]
    head = _BEFORE_NUMBER.match(text[: found.end()]) if found is not None else None
    if found is not None and head is not None:
        return [
            text[: head.end(1)].strip(),
            text[head.end() : found.end()].strip(),
            text[found.end() :].strip(),
        ]
    title = _SALUTED.match(text)
    return [text] if title is None else [title[1], text[title.end() :]]


def _after_salutation(text: str) -> list[str]:
    found = _SALUTATION.match(text) if read_marker(text) is None else None
    return [text] if found is None else [text[: found.end()], text[found.end() :]]

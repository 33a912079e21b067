"""The lines that end a document or follow it into parts of their own: signature, annexes, glossary, boxes."""

import re
from collections.abc import Sequence

from ingest.numbering import Marker
from ingest.outline.headings import clear_title
from ingest.outline.marks import Landmark, Mark, covered, may_head
from ingest.parse.table import is_row
from ingest.records import Line
from ingest.titles import DATE, is_title, kind_of, squeeze

_ORDINAL = "一二三四五六七八九十"
_ANNEX = re.compile(
    rf"(附\s*(?:件|表|录)\s*[{_ORDINAL}\d]{{0,3}}(?:[-—－]\d{{1,2}})?|附\s?(?:[{_ORDINAL}]|\d{{1,2}})(?=[\s:：]|$)|附)"
    r"\s*[:：]?\s*(.{0,60})"
)
_BRACKETED = re.compile(r"[（(【\[]\s?(附[^（()）【】\[\]]{1,8})[）)】\]]")
_ANNEX_ITEMS = re.compile(r"附\s*件?\s*[:：]\s*(?:1|一)\s*[.．、]")
_ANNEX_LIST = re.compile(r"附\s*件?\s*\d{0,2}\s*[:：]\s*\S")
_ANNEX_HEAD = re.compile(rf"[（(【\[]?附\s?件?\s?[{_ORDINAL}\d]{{0,3}}[）)】\]]?\s?[:：]?")
_APPENDED = re.compile(r"(?:表|解释|注释|说明|清单|名单|目录|标准|图|台账|模板|样式)$")
_BOX = re.compile(rf"([【〔\[])?(专\s*栏\s*[{_ORDINAL}\d]{{1,3}})(?(1)[】〕\]])\s*[:：]?\s*(.{{0,50}})")
_GLOSSARY = re.compile(
    r"(?:《.{2,30}》)?.{0,12}?(?:名词|名称|术语|专业词汇|词语|用语|缩略语)(?:解释|注释|说明|释义)(?:[（(].{1,20}[）)])?\s*[:：]?"
    r"|注\s*释|附\s*则说明|有关说明"
)
_FOOT = re.compile(
    r"[（(](?:此件|本文|联系人|注：|共印).{2,60}[）)]"
    r"|(?:抄\s?送|抄\s?报|分\s?送|主\s?题\s?词|联\s?系\s?人|联系电话|联系方式|出\s?席|列\s?席|请\s?假|记\s?录)\s*[:：].{1,200}|.{2,40}日印发"
)
_SIGNATURE = re.compile(r"[\u4e00-\u9fffXx×*·、（）()\s\d]{2,40}")
SIGNED_DATE = re.compile(
    rf"(?:[\u4e00-\u9fffXx×*\s]{{0,30}}?\s*)?(?:{DATE.pattern}|20[\dxX*×]{{2}}\s?年\s?(?:[\dxX*×]{{1,2}}|元)\s?月(?:[\dxX*×]{{1,2}}日)?"
    r"|[二〇○0零一二三四五六七八九]{4}年(?:元|[一二三四五六七八九十]{1,2})月)\s*(?:[（(].{2,20}[）)])?"
)
_BARE_DATE = re.compile(r"(?:19|20)\d{2}([./-])\d{1,2}\1\d{1,2}")
# 某某条例（1998年11月29日国务院令第253号发布…）
_PROMULGATED = re.compile(
    r"([^，。；：（）()]{2,40}(?:条例|办法|规定|规则|细则|章程|方案))"
    r"\s?[（(](?=(?:19|20)\d\d年).{8,300}(?:发布|公布|通过|修订|修正|印发|施行)[）)]"
)
_ORGAN = re.compile(
    r"[\u4e00-\u9fffXx×*（）()\s]{0,24}(?:局|厅|委员会|委|政府|办公室|领导小组|小学|中学|学校|幼儿园|学院|大学|中心校)"
)
TIME_LABEL = re.compile(r"(?:完成|办结|整改|落实)?(?:时限|期限|时间|日期|节点)(?:要求)?[:：]?")
_LONGEST_ITEM = 70
_LONGEST_DATE = 60
_LONGEST_ORGAN = 26
_SIGNATURES = 3
_TITLE_LINES = 3
_KIND_CHARS = 6


def find_parts(
    lines: Sequence[Line], markers: Sequence[Marker | None], known: dict[int, Landmark]
) -> dict[int, Landmark]:
    """Find signature blocks, attachments, boxes and glossaries by line index, table rows set aside."""
    found = _closings(lines, markers)
    attached = _attached_titles(lines, markers, found) | _promulgated(lines, markers)
    found.update(_annexes(lines, markers, {**known, **found, **attached}))
    return {**found, **attached}


def is_organ(text: str) -> bool:
    """Tell whether a line is nothing but the name of an authority, a school or the like."""
    return len(text) <= _LONGEST_ORGAN and _ORGAN.fullmatch(text) is not None


def _closings(lines: Sequence[Line], markers: Sequence[Marker | None]) -> dict[int, Landmark]:
    """Signature blocks: the date line with the organs above it, a list of attachments above, notes below."""
    found: dict[int, Landmark] = {}
    for i, line in enumerate(lines):
        if i == 0 or len(line.text) > _LONGEST_DATE or not _is_date(lines, i):
            continue
        if TIME_LABEL.fullmatch(lines[i - 1].text.strip()):
            continue  # the cells of a task, one a line
        start = i
        while start > 1 and i - start < _SIGNATURES and _is_signature(lines[start - 1], markers[start - 1]):
            start -= 1
        end = i + 1
        while end < len(lines) and _FOOT.fullmatch(lines[end].text.strip()):
            end += 1
        if start < i or not DATE.match(line.text.strip()) or _ends(lines, end):
            start = _attachments(lines, start)
            found[start] = Landmark(Mark.CLOSING, lines=end - start)
    return found or _undated_closing(lines, markers)


def _is_date(lines: Sequence[Line], i: int) -> bool:
    text = lines[i].text.strip()
    return bool(SIGNED_DATE.fullmatch(text) or (i == len(lines) - 1 and _BARE_DATE.fullmatch(text)))


def _ends(lines: Sequence[Line], end: int) -> bool:
    """Tell whether a document ends before a line: nothing follows, or a title or attachments do."""
    if end >= len(lines):
        return True
    text = lines[end].text.strip()
    return bool(text.startswith("附") or _GLOSSARY.fullmatch(text) or (is_title(text) and kind_of(text)))


def _undated_closing(lines: Sequence[Line], markers: Sequence[Marker | None]) -> dict[int, Landmark]:
    """The last lines of a document without a date: who to ask and who gets it, the organ above them."""
    start = len(lines)
    while start > 1 and markers[start - 1] is None and _FOOT.fullmatch(lines[start - 1].text.strip()):
        start -= 1
    above = lines[start - 1].text.strip() if start > 2 else ""
    signed = is_organ(above) and _is_signature(lines[start - 1], markers[start - 1])
    if signed and lines[start - 2].text[-1:] in "。！；）)":
        start -= 1
    return {start: Landmark(Mark.CLOSING, lines=len(lines) - start)} if start < len(lines) else {}


def _is_signature(line: Line, marker: Marker | None) -> bool:
    text = line.text.strip()
    return (
        marker is None and not line.style and bool(_SIGNATURE.fullmatch(text)) and not text.startswith("附")
    )


def _attachments(lines: Sequence[Line], start: int) -> int:
    """Move a closing's start up over the list of attachments above the signature."""
    top = start
    for i in range(start - 1, max(0, start - 20), -1):
        text = lines[i].text
        if _ANNEX_LIST.match(text):
            top = i
        elif top < start or len(text) > _LONGEST_DATE or text.endswith("。"):
            break
    while top < start and _FOOT.fullmatch(lines[top - 1].text.strip()):
        top -= 1
    return top


def _attached_titles(
    lines: Sequence[Line], markers: Sequence[Marker | None], closings: dict[int, Landmark]
) -> dict[int, Landmark]:
    """The title of a document that follows the signature of another one with sections of its own."""
    first = next((i for i, marker in enumerate(markers) if marker is not None), len(lines))
    found = {}
    for start, closing in closings.items():
        at = start + closing.lines
        for count in range(1, _TITLE_LINES + 1):
            texts = [line.text.strip() for line in lines[at : at + count]]
            if start < first or len(texts) < count or markers[at + count - 1] is not None:
                break
            title = squeeze("".join(texts))
            if not is_title(title) or title.startswith("附"):
                break
            if kind_of(title[-_KIND_CHARS:]):
                found[at] = Landmark(Mark.PART, "", clear_title(title), count)
                break
    return found


def _promulgated(lines: Sequence[Line], markers: Sequence[Marker | None]) -> dict[int, Landmark]:
    """Rules whose name is followed by who issued them when, and that count from one below other items."""
    first = next((i for i, marker in enumerate(markers) if marker is not None), len(lines))
    found = {}
    for i in range(first + 1, len(lines) - 1):
        below = markers[i + 1]
        named = _PROMULGATED.fullmatch(lines[i].text.strip()) if below is not None else None
        if named is not None and markers[i] is None and below is not None and below.value == 1:
            found[i] = Landmark(Mark.PART, "", clear_title(named[1]))
    return found


def _annexes(
    lines: Sequence[Line], markers: Sequence[Marker | None], known: dict[int, Landmark]
) -> dict[int, Landmark]:
    """Annexes, boxes and glossaries, titled by their line or the next."""
    taken = covered(known)
    found: dict[int, Landmark] = {}
    for i, line in enumerate(lines):
        text = line.text.strip()
        free = i > 0 and i not in taken and markers[i] is None
        if not free or not text or len(text) > _LONGEST_ITEM or text[-1] in "。；，":
            continue
        part = _part(lines, markers, i, text)
        if part is not None:
            found[i] = part
            taken |= {i + k for k in range(part.lines)}
    return found


def _part(lines: Sequence[Line], markers: Sequence[Marker | None], i: int, text: str) -> Landmark | None:
    if text[0] in "（(【[":
        text = _BRACKETED.sub(r"\1 ", text, count=1).strip()
    box = _BOX.fullmatch(text)
    if box is not None:
        return Landmark(Mark.BOX, re.sub(r"\s+", "", box[2]), clear_title(box[3]))
    named = _ANNEX.fullmatch(text)
    if named is None:
        return Landmark(Mark.PART, "", clear_title(text)) if _GLOSSARY.fullmatch(text) else None
    label, title = re.sub(r"\s+", "", named[1]), named[2].strip(" ：:")
    if _ANNEX_ITEMS.match(text):
        return Landmark(Mark.CLOSING, lines=_items(lines, markers, i))
    if _ANNEX_LIST.match(text) and (listed := _listed(lines, i)):
        return Landmark(Mark.CLOSING, lines=listed)
    if label == "附" and title and not _is_appended(lines, markers, i, title):
        return None
    return _annex(lines, markers, i, label, title)


def _items(lines: Sequence[Line], markers: Sequence[Marker | None], i: int) -> int:
    """Count the lines of a list of attachments that starts at a line with its first item."""
    count = 1
    while i + count < len(lines):
        marker = markers[i + count]
        if marker is None or marker.value != count + 1 or len(lines[i + count].text) > _LONGEST_ITEM:
            break
        count += 1
    return count


def _listed(lines: Sequence[Line], i: int) -> int:
    """Count the lines of a list `附件1：…` `附件2：…`; 0 for a line that opens its annex itself.

    A single line with the title of an annex is a list where the head of the annex stands below it.
    """
    count = 1
    while i + count < len(lines) and _ANNEX_LIST.match(lines[i + count].text):
        count += 1
    named = count > 1 or i + count == len(lines) or _ANNEX_HEAD.fullmatch(lines[i + count].text.strip())
    return count if named else 0


def _is_appended(lines: Sequence[Line], markers: Sequence[Marker | None], i: int, title: str) -> bool:
    """Tell whether `附：…` opens an annex: it is named like one, or a list or table follows."""
    if _APPENDED.search(title) or kind_of(title[-_KIND_CHARS:]):
        return True
    marker = markers[i + 1] if i + 1 < len(lines) else None
    return i + 1 < len(lines) and (is_row(lines[i + 1].text) or (marker is not None and marker.value == 1))


def _annex(
    lines: Sequence[Line], markers: Sequence[Marker | None], i: int, label: str, title: str
) -> Landmark:
    """An annex without a number is known by its title alone."""
    count = 1
    for k in range(i + 1, min(i + 1 + _TITLE_LINES, len(lines))):
        if markers[k] is not None or not may_head(lines[k].text) or kind_of(title[-_KIND_CHARS:]):
            break
        whole = squeeze(title + lines[k].text.strip())
        if not title or kind_of(whole[-_KIND_CHARS:]):
            title, count = whole, k - i + 1
    if not title:
        return Landmark(Mark.PART, "", label)
    numbered = label[-1:].isdigit() or label[-1:] in _ORDINAL
    return Landmark(Mark.PART, label if numbered else "", clear_title(title), count)

"""Lines without numbering into headings: by style, by being a part of its own, by standing alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from ingest.numbering import Family, Marker
from ingest.outline.headings import clear_title, row_heading
from ingest.parse.table import ROW
from ingest.records import Line
from ingest.titles import DATE, is_title, repeats_title


class Mark(Enum):
    """What a line without numbering opens."""

    PART = auto()  # a part of its own, on the outermost level
    CLOSING = auto()  # list of attachments, signature, date, note
    STYLED = auto()  # a heading by its style
    INNER = auto()  # an unnumbered heading inside a numbered section
    ROW = auto()  # a row of a duty table


@dataclass(frozen=True, slots=True)
class Landmark:
    """An unnumbered section start at a line; `lines` counts the lines of its heading."""

    mark: Mark
    label: str = ""
    title: str = ""
    lines: int = 1


_ANNEX = re.compile(r"(附\s*(?:件|表|录)\s*[一二三四五六七八九十\d]{0,3}|附)\s*[:：]?\s*(.{0,60})")
_ANNEX_ITEMS = re.compile(r"附\s*件?\s*[:：]\s*(?:1|一)\s*[.．、]")
_ANNEX_LIST = re.compile(r"附\s*件?\s*[:：]\s*\S")
_APPENDED = re.compile(r"(?:表|解释|注释|清单|名单|目录|细则|标准|方案|办法|图)$")
_BOX = re.compile(r"(专\s*栏\s*[一二三四五六七八九十\d]{1,3})\s*[:：]?\s*(.{0,50})")
_GLOSSARY = re.compile(
    r"(?:有关|相关|部分)?(?:名词|名称|术语|专业词汇|词语)(?:解释|注释|说明)|注\s*释|附\s*则说明|有关说明"
)
_NOTE = re.compile(r"[（(](?:此件|本文|联系人|注：).{2,60}[）)]")
_SIGNATURE = re.compile(r"[\u4e00-\u9fffXx×*·、（）()\s\d]{2,40}")
_SIGNED_DATE = re.compile(
    rf"(?:[\u4e00-\u9fffXx×*\s]{{0,30}}?\s*)?(?:{DATE.pattern}|20[\dxX*]{{2}}年[\dxX*]{{1,2}}月(?:[\dxX*]{{1,2}}日)?)\s*(?:[（(].{{2,20}}[）)])?"
)
_NO_HEADING = re.compile(
    r"[。；！？;!?]|[，,]$|[：:]|^[（(].*[）)]$|^[—–－\-•●·▪]|^各位|^序\s?号|^同志们|https?:|^\d+$|^单位[：:]|、$|^注[:：]|^[^\u4e00-\u9fff]*$"
    r"|^(?:[\u4e00-\u9fff]{0,16}(?:省长|市长|县长|区长|主席|局长|总理|主任|书记|代省长))[\s\u3000]*[\u4e00-\u9fff\s\u3000]{2,6}$"
)
_HEADING_CHARS = 42
_BODY_CHARS = 40
_LEAST_CHARS = 4
_ITEM_CHARS = 70


def find_landmarks(
    lines: Sequence[Line], markers: Sequence[Marker | None], title: str
) -> dict[int, Landmark]:
    """Find the unnumbered section starts of a document by line index."""
    found: dict[int, Landmark] = {}
    for i, line in enumerate(lines):
        row = row_heading(line.text)
        if row is not None:
            found[i] = Landmark(Mark.ROW, row.label, row.title)
    found.update(_closings(lines, markers))
    found.update(_annexes(lines, markers, found))
    styled = [i for i in _free(lines, markers, found) if lines[i].style]
    found.update(_styled(lines, styled, markers, title))
    alone = [
        i
        for i in _free(lines, markers, found)
        if _stands_alone(lines, markers, i)
        and not _in_opening(lines, markers, i)
        and not repeats_title(lines[i].text, title)
    ]
    found.update(_alone(lines, markers, alone))
    return found


def _free(lines: Sequence[Line], markers: Sequence[Marker | None], found: dict[int, Landmark]) -> list[int]:
    """Indices of the lines below the first that are neither numbered nor part of a landmark."""
    taken = _covered(found)
    return [i for i in range(1, len(lines)) if i not in taken and markers[i] is None]


def _covered(found: dict[int, Landmark]) -> set[int]:
    return {i + k for i, mark in found.items() for k in range(mark.lines)}


def _closings(lines: Sequence[Line], markers: Sequence[Marker | None]) -> dict[int, Landmark]:
    """Signature blocks: the date line with the organs above it and a list of attachments above those."""
    found: dict[int, Landmark] = {}
    for i, line in enumerate(lines):
        if i == 0 or len(line.text) > 60 or not _SIGNED_DATE.fullmatch(line.text.strip()):
            continue
        start = i
        while start > 1 and i - start < 3 and _is_signature(lines[start - 1], markers[start - 1]):
            start -= 1
        start = _attachments(lines, start)
        end = i + 1
        while end < len(lines) and _NOTE.fullmatch(lines[end].text):
            end += 1
        found[start] = Landmark(Mark.CLOSING, lines=end - start)
    return found


def _is_signature(line: Line, marker: Marker | None) -> bool:
    text = line.text.strip()
    return (
        marker is None and not line.style and bool(_SIGNATURE.fullmatch(text)) and not text.startswith("附")
    )


def _attachments(lines: Sequence[Line], start: int) -> int:
    """Move a closing's start up over the list of attachments above the signature."""
    for i in range(start - 1, max(0, start - 20), -1):
        text = lines[i].text
        if _ANNEX_LIST.match(text):
            return i
        if len(text) > 60 or text.endswith("。"):
            break
    return start


def _annexes(
    lines: Sequence[Line], markers: Sequence[Marker | None], known: dict[int, Landmark]
) -> dict[int, Landmark]:
    """Annexes, boxes and glossaries: parts of their own, titled by their line or the next."""
    taken = _covered(known)
    found = {}
    for i, line in enumerate(lines):
        text = line.text.strip()
        if i == 0 or i in taken or markers[i] is not None or len(text) > _ITEM_CHARS or text[-1:] in "。；，":
            continue
        if _GLOSSARY.fullmatch(text):
            found[i] = Landmark(Mark.PART, "", clear_title(text))
            continue
        if _ANNEX_ITEMS.match(text):
            found[i] = Landmark(Mark.CLOSING, lines=_items(lines, markers, i))
            continue
        named = _BOX.fullmatch(text) or _ANNEX.fullmatch(text)
        if named is None or (named[1] == "附" and named[2] and not _is_appended(lines, markers, i, named[2])):
            continue
        found[i] = _annex(lines, markers, i, re.sub(r"\s+", "", named[1]), named[2].strip(" ：:"))
    return found


def _items(lines: Sequence[Line], markers: Sequence[Marker | None], i: int) -> int:
    """Count the lines of a list of attachments that starts at a line with its first item."""
    count = 1
    while i + count < len(lines):
        marker = markers[i + count]
        if marker is None or marker.value != count + 1 or len(lines[i + count].text) > _ITEM_CHARS:
            break
        count += 1
    return count


def _is_appended(lines: Sequence[Line], markers: Sequence[Marker | None], i: int, title: str) -> bool:
    """Tell whether `附：…` opens an annex: it is named like one, or a list or table follows."""
    if _APPENDED.search(title):
        return True
    marker = markers[i + 1] if i + 1 < len(lines) else None
    return i + 1 < len(lines) and (
        ROW.fullmatch(lines[i + 1].text) is not None or (marker is not None and marker.value == 1)
    )


def _annex(
    lines: Sequence[Line], markers: Sequence[Marker | None], i: int, label: str, title: str
) -> Landmark:
    """An annex without a number is known by its title alone."""
    count = 1
    if not title and i + 1 < len(lines) and markers[i + 1] is None and _short(lines[i + 1].text):
        title, count = lines[i + 1].text, 2
    numbered = label[-1:].isdigit() or label[-1:] in "一二三四五六七八九十"
    if not title:
        return Landmark(Mark.PART, "", label)
    return Landmark(Mark.PART, label if numbered else "", clear_title(title), count)


def _styled(
    lines: Sequence[Line], styled: list[int], markers: Sequence[Marker | None], title: str
) -> dict[int, Landmark]:
    """Headings by style; the title of the one document that a covering letter brings is no section."""
    known = [
        i
        for i in styled
        if not repeats_title(lines[i].text, title) and not _SIGNED_DATE.fullmatch(lines[i].text)
    ]
    outer = [i for i in known if lines[i].style == 1]
    first_number = next((i for i, marker in enumerate(markers) if marker is not None), len(lines))
    if len(outer) == 1 and outer[0] < first_number:
        known = [i for i in known if i != outer[0]]
    known = [
        i
        for i in known
        if not (i < 6 and i < first_number and lines[i].style == 1 and not is_title(lines[i].text))
    ]
    return {
        i: Landmark(Mark.STYLED, "", clear_title(lines[i].text)) for i in known if clear_title(lines[i].text)
    }


def _short(text: str) -> bool:
    return (
        2 <= len(text) <= _HEADING_CHARS
        and not _NO_HEADING.search(text.strip())
        and not DATE.fullmatch(text.strip())
    )


def _stands_alone(lines: Sequence[Line], markers: Sequence[Marker | None], i: int) -> bool:
    """A short line without a stop between paragraphs, followed by running text or a first item."""
    text = lines[i].text
    if len(text) < _LEAST_CHARS or not _short(text) or i + 1 >= len(lines):
        return False
    after, before = lines[i + 1].text, lines[i - 1].text
    follows = markers[i + 1] is not None or len(after) >= _BODY_CHARS or after.endswith("。")
    return follows and (
        len(before) >= _BODY_CHARS or before[-1:] in "。！？；：）)" or markers[i - 1] is not None
    )


def _in_opening(lines: Sequence[Line], markers: Sequence[Marker | None], i: int) -> bool:
    """Tell whether nothing but the title block stands above: no running text yet."""
    return not any(markers[k] is not None or len(lines[k].text) >= _BODY_CHARS for k in range(1, i))


def _alone(lines: Sequence[Line], markers: Sequence[Marker | None], alone: list[int]) -> dict[int, Landmark]:
    """Tell parts above the outermost numbering from headings inside a numbered section."""
    families = [marker.family for marker in markers if marker is not None]
    top = min(families, default=None)
    found = {}
    parts_seen = False
    for i in alone:
        before = [m.value for m in markers[:i] if m is not None and m.family is top]
        after = [m.value for m in markers[i + 1 :] if m is not None and m.family is top]
        if not before or (after and after[0] == 1):
            mark = Mark.PART
        elif after:
            mark = Mark.INNER
        else:
            restarts = _next_value(markers, i) == (Family.ARABIC, 1)
            mark = Mark.PART if parts_seen or restarts else Mark.INNER
        parts_seen = parts_seen or mark is Mark.PART
        found[i] = Landmark(mark, "", clear_title(lines[i].text))
    return found


def _next_value(markers: Sequence[Marker | None], i: int) -> tuple[Family, int] | None:
    marker = next((m for m in markers[i + 1 : i + 2] if m is not None), None)
    return None if marker is None else (marker.family, marker.value)

"""The lines of a file into the lines of its document, with the page's furniture set aside."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ingest.clean.furniture import WATERMARK, facts_in, is_ending, is_furniture
from ingest.clean.reflow import reflow
from ingest.numbering import read_marker
from ingest.records import Line
from ingest.titles import DATE, NUMBER, bare_title, is_title, kind_of, same_title

_INVISIBLE = re.compile(r"[\u200b-\u200f\u2028\u2029\u2060\ufeff\xad\ue000-\uf8ff\ufffc]+")
_WIDE = re.compile(r"[\xa0\u2000-\u200a\t ]+")
_BODY_CHARS = 60
_SENTENCE_CHARS = 10
_OPENING_LINES = 40
_TEASER = re.compile(r"文章(?:导读|摘要)|内容(?:摘要|提要|导读)|(?:导读|摘要|核心提示)[:：]?")
_LETTERHEAD = re.compile(r"文件$|令$|^[〔\[]?(?:密级|特急|加急|签发人)|^签发人|公报$")
_CONTENTS = re.compile(r"目\s*录|CONTENTS", re.IGNORECASE)
_LEADER = re.compile(r"[.…·．]{3,}\s*\d{1,4}\s*$|\s+\d{1,3}$")
_DOTTED = re.compile(r"^.{2,80}?(?:\.{4,}|…{2,}|·{4,}|．{4,})\s*\d{1,4}$")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The lines of a document, the lines taken out, and the facts those stated."""

    lines: tuple[Line, ...]
    removed: tuple[str, ...]
    metadata: dict[str, str] = field(default_factory=dict)


def clean(lines: Sequence[Line], metadata: Mapping[str, str] | None = None) -> Cleaned:
    """Take the furniture of a page away from its document and put its paragraphs together again.

    Before the title and after the end whatever is no running text goes; in between only lines that are
    furniture wherever they stand. Facts such as 发布日期 or 来源 are kept as metadata.
    """
    facts = dict(metadata or {})
    removed: list[str] = []
    marks = _watermarks(lines)
    removed += [mark for line in lines for mark in marks if mark in line.text and mark != line.text.strip()]
    kept = [_tidy(line, marks) for line in lines]
    kept = _without_tail(kept, removed, facts)
    kept = _without_furniture(kept, removed, facts)
    kept = _without_head(kept, removed, facts)
    kept = _without_contents(kept, removed)
    return Cleaned(tuple(reflow(kept)), tuple(removed), facts)


def _watermarks(lines: Sequence[Line]) -> list[str]:
    """Advertisements with a web address that come back at least once."""
    found = Counter(
        m
        for line in lines
        if "www." in line.text or "http" in line.text
        for m in WATERMARK.findall(line.text)
    )
    return [mark for mark, count in found.items() if count > 1]


def _tidy(line: Line, marks: Sequence[str]) -> Line:
    """Drop invisible characters, watermarks inside the line and the blanks at its end."""
    text = _INVISIBLE.sub("", line.text)
    for mark in marks:
        if mark != text.strip():
            text = text.replace(mark, "")
    body = text.lstrip()
    indent = text[: len(text) - len(body)]
    return Line(indent + _WIDE.sub(" ", body).rstrip(), 0 if NUMBER.fullmatch(body.strip()) else line.style)


def _is_body(text: str) -> bool:
    """Tell whether a line is running text or a numbered item, not a headline or a link."""
    text = text.strip()
    if is_furniture(text):
        return False
    return (len(text) >= _BODY_CHARS and "。" in text) or (read_marker(text) is not None and len(text) >= 12)


def _without_tail(lines: list[Line], removed: list[str], facts: dict[str, str]) -> list[Line]:
    """Cut the page off at the first line that speaks of other pages, when no running text follows."""
    last = max((i for i, line in enumerate(lines) if _is_body(line.text)), default=-1)
    end = next((i for i in range(last + 1, len(lines)) if is_ending(lines[i].text.strip())), len(lines))
    for line in lines[end:]:
        facts.update({name: value for name, value in facts_in(line.text).items() if name not in facts})
        if line.text.strip():
            removed.append(line.text.strip())
    return lines[:end]


def _without_furniture(lines: list[Line], removed: list[str], facts: dict[str, str]) -> list[Line]:
    """Take out whole lines of furniture; an empty line stays in their place as a paragraph's end."""
    kept = []
    for line in lines:
        text = line.text.strip()
        if text and not line.style and is_furniture(text) and read_marker(text) is None:
            for name, value in facts_in(text).items():
                facts.setdefault(name, value)
            if not _TEASER.fullmatch(text):
                removed.append(text)
                kept.append(Line(""))
                continue
        kept.append(line)
    return kept


def _without_head(lines: list[Line], removed: list[str], facts: dict[str, str]) -> list[Line]:
    """Start at the title: of doubled title lines the last stays, what stands before it goes."""
    opening = _opening(lines)
    candidates = [i for i in opening if _may_be_title(lines[i])]
    if not candidates:
        return lines
    twins = {i: _last_twin(lines, opening, i) for i in candidates}
    first = next((i for i in candidates if twins[i] > i), candidates[0])
    title = twins[first]
    kept: list[Line] = []
    for i, line in enumerate(lines[:title]):
        text = line.text.strip()
        for name, value in facts_in(text).items():
            facts.setdefault(name, value)
        if text and i < first and (_LETTERHEAD.search(text) or NUMBER.search(text)):
            kept.append(line)
        elif text:
            removed.append(text)
            if i >= first and is_title(bare_title(text)) and same_title(text, lines[title].text):
                facts.setdefault("页面标题", text)
    return kept + _without_facts(lines[title:], removed, facts)


def _opening(lines: list[Line]) -> list[int]:
    """Indices of the lines before the first running text, teasers passed over."""
    found: list[int] = []
    for i, line in enumerate(lines):
        text = line.text.strip()
        if not text:
            continue
        sentence = text[-1] in "。：；" and len(text) >= _SENTENCE_CHARS
        if len(found) >= _OPENING_LINES or ((sentence or _is_body(text)) and not _is_teaser(lines, i)):
            break
        found.append(i)
    return found


def _is_teaser(lines: list[Line], index: int) -> bool:
    """A summary box under the page title: announced as such, or the opening of the text given twice."""
    above = next((lines[i].text.strip() for i in range(index - 1, -1, -1) if lines[i].text.strip()), "")
    if _TEASER.fullmatch(above):
        return True
    text = lines[index].text.strip()
    return any(
        len(text) > _BODY_CHARS and text[:40] == line.text.strip()[:40]
        for line in lines[index + 1 : index + 30]
    )


def _may_be_title(line: Line) -> bool:
    text = bare_title(line.text)
    return is_title(text) and bool(line.style == 1 or kind_of(text) or not facts_in(line.text))


def _last_twin(lines: list[Line], opening: list[int], first: int) -> int:
    """The last line of the opening that repeats the title, with nothing of the document in between."""
    title = first
    for i in opening:
        text = lines[i].text.strip()
        if i <= first:
            continue
        if _may_be_title(lines[i]) and same_title(text, lines[first].text):
            title = i
        elif (
            NUMBER.search(text) or DATE.fullmatch(text) or (text[-1] in "。：:" and not _is_teaser(lines, i))
        ):
            break
    return title


def _without_facts(lines: list[Line], removed: list[str], facts: dict[str, str]) -> list[Line]:
    """Take the short lines of facts (来源：… 发布日期：…) under the title out of the opening."""
    kept = []
    body_seen = False
    for line in lines:
        text = line.text.strip()
        body_seen = body_seen or _is_body(text)
        found = {} if body_seen or not text or is_title(text) else facts_in(text)
        if found or (not body_seen and _TEASER.fullmatch(text)):
            facts.update({name: value for name, value in found.items() if name not in facts})
            removed.append(text)
        else:
            kept.append(line)
    return kept


def _without_contents(lines: list[Line], removed: list[str]) -> list[Line]:
    """Take out a table of contents: entries that return as headings, or end in leaders and page numbers."""
    start = next((i for i, line in enumerate(lines) if _CONTENTS.fullmatch(line.text.strip())), None)
    skipped: set[int] = {i for i, line in enumerate(lines) if _DOTTED.match(line.text.strip())}
    if start is not None:
        skipped |= _contents(lines, start)
    removed += [lines[i].text.strip() for i in sorted(skipped) if lines[i].text.strip()]
    return [line for i, line in enumerate(lines) if i not in skipped]


def _contents(lines: list[Line], start: int) -> set[int]:
    """Indices of the contents heading and its entries; the body begins where the first entry returns."""
    entries = [i for i in range(start + 1, len(lines)) if lines[i].text.strip()]
    if not entries:
        return {start}
    first = _entry(lines[entries[0]])
    back = next((i for i in entries[1:] if _entry(lines[i]).startswith(first)), None)
    if back is None or any(len(lines[i].text) > _BODY_CHARS for i in range(start + 1, back)):
        return {start} if back is None else set()
    return set(range(start, back))


def _entry(line: Line) -> str:
    return re.sub(r"\s+", "", _LEADER.sub("", line.text.strip()))

"""The first lines of a document and its container's metadata into its title."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ingest.numbering import read_marker
from ingest.parse.table import is_row
from ingest.records import Line
from ingest.titles import (
    NUMBER,
    bare_title,
    close_letters,
    is_title,
    kind_of,
    same_title,
    squeeze,
    whole_title,
)

PAGE_NAMES = ("页面标题", "标题", "网页标题", "页眉", "文件名")
_STATED_NAMES = ("标题", "网页标题", "页面标题")
DECREE = re.compile(r"令(?:\s*第?\s*\d+\s*号)?$")
_NEWS_OPENING = re.compile(r"^(?:近日|日前|最近|近期)，")
# 新华社北京9月9日电 题：…记者 …
_DATELINE = re.compile(
    r"^(?:新华社|新华网|中新社|中新网|人民网|本报|本网)\S{0,12}?\d{1,2}月\d{1,2}日[电讯]\s*(?:[（(][^（）()]{2,30}[）)])?\s*(题[:：])?\s*"
)
_REPORTER = re.compile(r"(?:新华社|本报|本网)?记者\s")
_NUMBER_FIRST = re.compile(rf"^(?:{NUMBER.pattern})\s*(?=《|关于)")
_OPENING_LINES = 6
_STYLED_LINES = 14
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Title:
    """The title of a document; `line` is where its text states it, None where only the container does.

    :param is_own: whether it is stated as a title, not taken from the first sentence.
    """

    text: str
    line: int | None = None
    is_own: bool = True


def find_title(lines: Sequence[Line], metadata: Mapping[str, str]) -> Title:
    """Find the title among the first lines; the container's serves where the text has none."""
    heads = _heads(lines)
    stated = [Title(bare_title(metadata[name])) for name in _STATED_NAMES if metadata.get(name)]
    best = [title for title in (*heads, *stated) if kind_of(title.text)]
    if heads and best and not same_title(heads[0].text, best[0].text) and lines[0].is_heading:
        best = heads
    for title in (*best, *heads, *stated, Title(metadata.get("文件名", ""))):
        if is_title(title.text):
            return Title(squeeze(title.text), title.line)
    return Title(_opening_words(lines) or metadata.get("文件名", ""), None, is_own=False)


def _heads(lines: Sequence[Line]) -> list[Title]:
    """The lines that may be the title, those set as one first, each with the lines it is set over.

    Where several lines are set so they are headings, below a title that is not.
    """
    texts = [
        "" if is_row(line.text) else close_letters(_NUMBER_FIRST.sub("", line.text.strip()))
        for line in lines[:_STYLED_LINES]
    ]
    styled = [i for i, text in enumerate(texts) if lines[i].style == 1 and is_title(text)]
    plain = [i for i, text in enumerate(texts[:_OPENING_LINES]) if is_title(text)]
    item = next((i for i, text in enumerate(texts) if read_marker(text) is not None), len(texts))
    plain = [i for i in plain if i < item] or plain  # below an item it is a heading
    if sum(line.style == 1 for line in lines) > 1 and plain and kind_of(texts[plain[0]]):
        styled = [i for i in styled if i <= plain[0]]
    heads = [Title(bare_title(squeeze(texts[i])), i) for i in styled]
    for i in plain:
        whole, first = (texts[i], i) if styled else whole_title(texts, i)
        heads.append(Title(bare_title(squeeze(whole)), first))
    return [title for title in heads if not DECREE.search(title.text)]


def _opening_words(lines: Sequence[Line]) -> str:
    """The start of the first line, for a document that has no title of its own; "" for a table."""
    first = next((line.text.strip() for line in lines if line.text.strip()), "")
    if is_row(first):
        return ""
    marker = read_marker(first)
    first = first[marker.end if marker else 0 :].strip()
    dateline = _DATELINE.match(first)
    if dateline is not None:
        first = first[dateline.end() :]
        if dateline[1]:
            first = _REPORTER.split(first, maxsplit=1)[0]
    first = _NEWS_OPENING.sub("", first)
    sentence = re.split(r"[。！？；\n]", first, maxsplit=1)[0]
    if len(sentence) <= _LONGEST:
        return sentence
    cut = re.match(rf".{{12,{_LONGEST}}}(?=[，：,:])", sentence)
    return cut[0] if cut else sentence[:_LONGEST]

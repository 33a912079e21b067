"""Markdown into lines: headings and lists as styles, tables as rows, marks of emphasis and links dropped.

Source: the parts of CommonMark 0.31 and GitHub's tables that office documents use.
"""

import re
from collections.abc import Iterator, Sequence

from ingest.numbering import read_marker
from ingest.parse.parsed import Parsed
from ingest.parse.table import Cell, table_lines
from ingest.records import LISTED, VERBATIM, Line
from ingest.titles import kind_of

_BLOCK_MARK = re.compile(r"\s*(?:[#*+>_`~\[-]|\d{1,9}[.)]\s)")
_INLINE_MARK = re.compile(r"[*_`\[<\\]")
_HEADING = re.compile(r"[ ]{0,3}(#{1,6})(?:[ \t\u3000]+|(?=[^#\s]))(.*)")
_UNDERLINE = re.compile(r"[ ]{0,3}(?:(=)=*|-{2,})[ \t]*$")
_TABLE_RULE = re.compile(r"\s*\|?(?:\s*:?-+:?\s*\|)+\s*(?::?-+:?\s*)?$")
_RULE = re.compile(r"\s*([-*_])(?:\s*\1){2,}\s*$")
_FENCE = re.compile(r"\s*(`{3,}|~{3,})[^`]*$")
_ITEM = re.compile(r"(\s*)(?:[-*+]|\d{1,9}[.)])[ \t]+(?=\S)")
_BULLET = re.compile(r"[-*+][ \t]+(?:\[[ xX]\][ \t]+)?")
_LINK_TARGET = re.compile(r"\s*\[[^\[\]^]+\]:\s+\S+")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_BREAK = re.compile(r"<br\s*/?>")
_INLINE = (
    (re.compile(r"!\[([^\[\]]{0,200})\]\([^()]{0,2000}\)"), r"\1"),
    (re.compile(r"\[([^\[\]]{1,200})\]\((?:https?://|mailto:|/|#|\.)[^()]{0,2000}\)"), r"\1"),
    (re.compile(r"\[([^\[\]]{1,200})\]\[[^\[\]]{0,40}\]"), r"\1"),
    (re.compile(r"<(https?://[^<>\s]{1,2000})>"), r"\1"),
    (re.compile(r"(\*\*\*|\*\*|__)(?=\S)(.{1,500}?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(r"`([^`\n]+)`"), r"\1"),
    (re.compile(r"</?(?:b|i|u|em|strong|span|font|center|div|p)\b[^<>]*>|<br\s*/?>"), ""),
    (re.compile(r"\\([\\`*_{}\[\]()#+\-.!|])"), r"\1"),
)
_FRONT = re.compile(r"---\n(.*?)\n(?:---|\.\.\.)\n", re.DOTALL)
_FRONT_NAMES = {
    "title": "标题",
    "date": "发布日期",
    "source": "来源",
    **{n: n for n in ("标题", "发布日期", "来源", "文号", "索引号")},
}
_UNDERLINED_CHARS = 40
_DEEPEST = 20


def read_md(text: str) -> Parsed:
    """Read headings of both kinds, lists by their depth, tables, front matter as metadata.

    What stands between fences is verbatim, unless it is most of the document.
    """
    metadata: dict[str, str] = {}
    front = _FRONT.match(text)
    if front is not None:
        metadata = _front_matter(front[1])
        text = text[front.end() :]
    raw = (_COMMENT.sub("", text) if "<!--" in text else text).split("\n")
    fenced = _fenced(raw)
    inside = sum(len(raw[i]) for i, is_verbatim in fenced.items() if is_verbatim)
    if 2 * inside > sum(map(len, raw)):
        fenced = {i: False for i, is_verbatim in fenced.items() if not is_verbatim}
    return Parsed(list(_blocks(raw, fenced)), metadata)


def _fenced(raw: Sequence[str]) -> dict[int, bool]:
    """The lines of fenced blocks: False for the fences, True for what stands between them."""
    found: dict[int, bool] = {}
    fence = ""
    for i, line in enumerate(raw):
        mark = _FENCE.match(line)
        if fence and not (mark and mark[1].startswith(fence)):
            found[i] = True
        elif mark is not None:
            found[i] = False
            fence = "" if fence else mark[1]
    return found


def _blocks(raw: Sequence[str], fenced: dict[int, bool]) -> Iterator[Line]:
    items: list[int] = []  # the indents of the items that are open
    i = 0
    while i < len(raw):
        line = raw[i]
        height = 0 if i in fenced else _table_height(raw, i)
        if fenced.get(i):
            yield Line(line.strip(), VERBATIM)
        elif height:
            yield from _table(raw[i : i + height])
            i += height - 1
        elif i not in fenced:
            level = _underlined(raw, i)
            if level:
                yield Line(_plain(line.strip()), level)
                i += 1
            else:
                yield from _line(line, items)
        i += 1


def _line(raw: str, items: list[int]) -> Iterator[Line]:
    """What a line shows: nothing for a rule or the target of a link."""
    if _BLOCK_MARK.match(raw) is None:
        if raw[:1] not in ("", " ", "\t"):
            items.clear()
        yield Line(_plain(raw))
        return
    heading = _HEADING.match(raw)
    if heading is not None and not _is_tag(heading):
        items.clear()
        yield Line(_plain(heading[2].rstrip(" \t#")), len(heading[1]))
    elif not (_RULE.match(raw) or _LINK_TARGET.match(raw)):
        yield _item(raw.lstrip("> ") if raw.lstrip().startswith(">") else raw, items)


def _is_tag(heading: re.Match[str]) -> bool:
    """Tell whether `#党建` is a tag: one sign right before words that are no title and not numbered."""
    text = heading[2]
    if len(heading[1]) > 1 or heading.start(2) > heading.end(1):
        return False
    return text.endswith("#") or not (kind_of(text) or read_marker(text))


def _item(raw: str, items: list[int]) -> Line:
    """A line with its depth among the items that are open above it; a line that is no item has none."""
    found = _ITEM.match(raw)
    if found is None:
        return Line(_plain(raw))
    indent = len(found[1].replace("\t", "    "))
    while items and indent < items[-1] + 2:
        items.pop()
    items.append(indent)
    text = raw.lstrip()
    bullet = _BULLET.match(text)
    return Line(_plain(text[bullet.end() if bullet else 0 :]), LISTED + min(len(items) - 1, _DEEPEST))


def _underlined(raw: Sequence[str], i: int) -> int:
    """The level of a heading that is underlined, 0 for any other line; `---` below a paragraph is a rule."""
    text = raw[i].strip()
    under = _UNDERLINE.match(raw[i + 1]) if i + 1 < len(raw) else None
    alone = i == 0 or not raw[i - 1].strip()
    if not text or under is None or _BLOCK_MARK.match(text) or _RULE.match(text):
        return 0
    if under[1]:
        return 1
    return 2 if alone and len(text) <= _UNDERLINED_CHARS and text[-1] not in "。；，：" else 0


def _front_matter(block: str) -> dict[str, str]:
    pairs = (line.split(":", 1) for line in block.split("\n") if ":" in line)
    named = ((_FRONT_NAMES.get(name.strip().lower()), value.strip().strip("\"'")) for name, value in pairs)
    return {name: value for name, value in named if name and value}


def _plain(text: str) -> str:
    if _INLINE_MARK.search(text) is None:
        return text
    for pattern, replacement in _INLINE:
        text = pattern.sub(replacement, text)
    return text


def _table_height(raw: Sequence[str], i: int) -> int:
    """Count the lines of a pipe table that starts at a line; 0 where no rule stands below its first row."""
    if "|" not in raw[i] or i + 1 >= len(raw) or not _TABLE_RULE.match(raw[i + 1]):
        return 0
    end = i + 2
    while end < len(raw) and "|" in raw[end]:
        end += 1
    return end - i


def _table(rows: Sequence[str]) -> list[Line]:
    """Read a pipe table; a bar that begins a row stands at the edge only if one begins the heads."""
    edge = "|" if rows[0].lstrip().startswith("|") else ""
    whole = [row.strip().removeprefix(edge).removesuffix("|") for row in rows]
    cells = [[_cell(text) for text in re.split(r"(?<!\\)\|", row)] for row in whole]
    return table_lines([[Cell(c, head=not y) for c in row] for y, row in enumerate(cells) if y != 1])


def _cell(text: str) -> str:
    """The text of a table cell, whose lines a blank parts as those of the cells of other formats."""
    return _plain(_BREAK.sub(" ", text).strip())

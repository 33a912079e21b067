"""Plain text and Markdown into lines."""

import re

from ingest.parse.parsed import Parsed
from ingest.parse.table import Cell, table_lines
from ingest.records import Line

_BLOCK_MARK = re.compile(r"\s*[#*+>_`~-]")
_INLINE_MARK = re.compile(r"[*_`\[<\\]")
_HEADING = re.compile(r"[ ]{0,3}(#{1,6})[ \t]+(.*)")
_TABLE_ROW = re.compile(r"\s*\|.*\|\s*$")
_TABLE_RULE = re.compile(r"\s*\|?(?:\s*:?-{3,}:?\s*\|)+\s*(?::?-{3,}:?\s*)?$")
_RULE = re.compile(r"\s*([-*_])(?:\s*\1){2,}\s*$")
_FENCE = re.compile(r"\s*(?:```|~~~)")
_BULLET = re.compile(r"(\s*)[-*+][ \t]+(?=\S)")
_BREAK = re.compile(r"<br\s*/?>")
_INLINE = (
    (re.compile(r"!\[([^\[\]]{0,200})\]\([^()]{0,2000}\)"), r"\1"),
    (re.compile(r"\[([^\[\]]{1,200})\]\((?:https?://|mailto:|/|#|\.)[^()]{0,2000}\)"), r"\1"),
    (re.compile(r"(\*\*|__)(?=\S)(.{1,500}?)(?<=\S)\1"), r"\2"),
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


def read_txt(text: str) -> Parsed:
    """Take every line as it stands; a form feed is a line break."""
    return Parsed([Line(line) for line in text.replace("\f", "\n").split("\n")])


def read_md(text: str) -> Parsed:
    """Take headings as styles, tables as rows, front matter as metadata; inline marks are dropped.

    Source: the parts of CommonMark 0.31 and GitHub's tables that office documents use.
    """
    metadata: dict[str, str] = {}
    front = _FRONT.match(text)
    if front is not None:
        metadata = _front_matter(front[1])
        text = text[front.end() :]
    lines: list[Line] = []
    rows: list[str] = []
    for raw in text.split("\n"):
        if _TABLE_ROW.match(raw):
            rows.append(raw)
        else:
            lines += [*_table(rows), *_lines(raw)]
            rows = []
    return Parsed([*lines, *_table(rows)], metadata)


def _lines(raw: str) -> list[Line]:
    """What a line shows: nothing for a rule or a fence."""
    if _BLOCK_MARK.match(raw) is None:
        return [Line(_plain(raw))]
    heading = _HEADING.match(raw)
    if heading is not None:
        return [Line(_plain(heading[2].rstrip(" \t#")), len(heading[1]))]
    if _RULE.match(raw) or _FENCE.match(raw):
        return []
    return [Line(_plain(_BULLET.sub(r"\1", raw.lstrip("> "))))]


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


def _table(rows: list[str]) -> list[Line]:
    """Turn the collected rows of a pipe table into lines; rows without a rule below the first are text."""
    if len(rows) < 2 or not _TABLE_RULE.match(rows[1]):
        return [Line(_plain(row)) for row in rows]
    cells = [[_cell(text) for text in re.split(r"(?<!\\)\|", row.strip().strip("|"))] for row in rows]
    return table_lines([[Cell(c, head=not y) for c in row] for y, row in enumerate(cells) if y != 1])


def _cell(text: str) -> str:
    """The text of a table cell, whose lines a blank parts as those of the cells of other formats."""
    return _plain(_BREAK.sub(" ", text).strip())

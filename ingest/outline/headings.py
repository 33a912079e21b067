"""A line that opens a section into its label, its title and the place its body starts."""

import re
from typing import NamedTuple

from ingest.facts.bare_brackets import closes_with_units
from ingest.facts.bare_rows import task_end
from ingest.facts.charts import row_unit
from ingest.facts.row_cells import names_doers
from ingest.numbering import Marker, read_marker
from ingest.parse.table import is_row

_POINTS = re.compile(r"[。！？?!：:“”《》（()）\[\]〔〕【】；;]")
_OPENING = "“《（(〔【["
_CLOSING = "”》）)〕】]"
_COLON_CHARS = 26
_GAP = re.compile(r"(?<=[\u3000-\u9fff“”《》（）])[ \u3000]+(?=[\u3000-\u9fff“”《》（）])")
# A heading parted from its text by a blank only.
_PARTED = re.compile(
    r"\s*([\u4e00-\u9fff“”]{4,20})[ \u3000]+(?=[\u4e00-\u9fff“\d][^。，；]{2,40}[，。；].{6})"
)
# A bracket that names who is responsible never belongs to a title.
DUTY_BRACKET = re.compile(
    r"[（(【\[](?=[^）)】\]]{2,400}[）)】\]])(?=[^）)】\]]*(?:责任|牵头|负责|配合|承办|主办|协办|落实|分工|参与|实施)"
    r"(?:[\u4e00-\u9fff]{0,6}[:：]|[^\u4e00-\u9fff]|[^）)】\]]{0,12}[）)】\]]))"
)
_LEADING = re.compile(r"\s*([（(【\[])[^（()）【】\[\]]{2,200}[）)】\]](?=\s*[\u4e00-\u9fff“\d])")
_ROW_DUTY = re.compile(
    r"(?:责任|牵头|配合|承办|主办|负责|协办|落实|主责|实施(?=单位|部门)|主管(?=单位|部门))[^：\u3000]{0,8}："
)
_ROW_TASK = re.compile(
    r"(?:^|\u3000|\.)(?![^：\u3000]*(?:类别|类型|分类|来源|编号|序号)：)"
    r"(?:[^：\u3000]{0,6}(?:任务|事项|内容|项目|举措|措施|工作|指标|目标|名称)[^：\u3000]{0,4})：([^\u3000]+)"
)
_NAMED = re.compile(r"\s*(?:项目|任务|工作|事项|活动|工程|课题)名称\s*[:：]\s*(?=\S)")  # 1.项目名称：…
# 增加一条，作为第八条：“第八条 ……”: behind the colon stands what a rule shall say.
_AMENDS = re.compile(r"(?:[条款项段句](?:修改|调整|改)?为?|(?:修改|调整|修订|改|表述)为|内容|规定)\Z")
_SERIAL = re.compile(r"\d{1,5}\.")

_LONGEST_TITLE = 400  # characters; every passage below a heading carries it


class Heading(NamedTuple):
    """What a line says as a heading; `body` is where its body starts, counted from the line's start."""

    label: str
    title: str
    body: int


def run_in_heading(text: str, marker: Marker) -> Heading:
    """Split `3.强化意识形态建设。贯彻……` at the stop or colon that ends the heading.

    A full stop outside brackets ends it, a colon only after a few words without a comma, a bracket naming
    the responsible unit always, unless it leads; a line without any of these is a heading as a whole, up to
    400 characters.
    """
    leading = _LEADING.match(text, marker.end)
    start = leading.end() if leading and DUTY_BRACKET.match(text, leading.start(1)) else marker.end
    named = _NAMED.match(text, start)
    start = start if named is None else named.end()
    cell_end = task_end(text, start)
    end, body = _title_end(text if cell_end < 0 else text[:cell_end], start)
    longest = start + _LONGEST_TITLE
    if end > longest:
        end = body = longest
    return Heading(marker.label, clear_title(text[start:end]), body)


def unnumbered_heading(text: str) -> Heading:
    """Take a line without numbering as a heading, but for a bracket that names the responsible unit."""
    bracket = DUTY_BRACKET.search(text)
    end = min(bracket.start() if bracket else _closing_bracket(text), _LONGEST_TITLE)
    return Heading("", clear_title(text[:end]), end)


def _closing_bracket(text: str) -> int:
    """Find where a bracket starts that closes a heading with the units that do the work; else its end."""
    at = max(text.rfind("（"), text.rfind("("))
    return at if at > 0 and closes_with_units(text, 0, at) else len(text)


def clear_title(text: str) -> str:
    """Close letter-spacing gaps and drop the closing stop."""
    text = text.strip()
    if " " in text or "\u3000" in text:
        text = _GAP.sub("", text)
    return text.strip(" \u3000。；;：:，,、.")


def row_heading(text: str) -> Heading | None:
    """Read a table row that names a task and who is responsible as a section titled by its task.

    A row of an organisation chart, which names a unit and then what it does, is titled by the unit.
    """
    if is_row(text) and (unit := row_unit(text)):
        serial = _SERIAL.match(text)
        return Heading(serial[0] if serial else "", unit, len(text))
    if not is_row(text) or (_ROW_DUTY.search(text) is None and not names_doers(text)):
        return None
    return task_heading(text)


def first_head(row: str) -> str:
    """The head of the first column that a row has words in, its number aside."""
    return row[found.end() if (found := _SERIAL.match(row)) else 0 :].partition("：")[0]


def task_heading(text: str) -> Heading:
    """The heading that a row of a table is where rows are sections."""
    serial = _SERIAL.match(text)
    start = serial.end() if serial else 0
    task = _ROW_TASK.search(text, max(0, start - 1))
    first = text[start:].split("\u3000", 1)[0].split("：", 1)[1]
    title = task[1] if task else first
    title = title.split("。", 1)[0][:_LONGEST_TITLE]
    own = None if serial else read_marker(title)
    label = serial[0] if serial else own.label if own else ""
    return Heading(label, clear_title(title[own.end if own else 0 :]), len(text))


def _title_end(text: str, start: int) -> tuple[int, int]:
    parted = _PARTED.match(text, start) if " " in text or "\u3000" in text else None
    if parted is not None:
        return parted.end(1), parted.end()
    depth = 0
    for found in _POINTS.finditer(text, start):
        char, at = found[0], found.start()
        if char in _OPENING:
            if DUTY_BRACKET.match(text, at) or (not depth and closes_with_units(text, start, at)):
                return at, at
            depth += 1
        elif char in _CLOSING:
            depth = max(0, depth - 1)
        elif depth == 0 and _ends(text, start, at, char):
            return at, _past_stop(text, at)
    if depth:
        stop = text.find("。", start)
        if stop > 0:
            return stop, _past_stop(text, stop)
    return len(text), len(text)


def _ends(text: str, start: int, at: int, char: str) -> bool:
    if char in "；;":
        return False
    if char in "：:":
        words = text[start:at]
        if text.startswith("“", at + 1) and _AMENDS.search(words):
            return True
        return 2 <= len(words.strip()) <= _COLON_CHARS and "，" not in words and "," not in words
    return not (text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit())


def _past_stop(text: str, at: int) -> int:
    end = at + 1
    while end < len(text) and text[end] in "。！？：: \u3000":
        end += 1
    return end

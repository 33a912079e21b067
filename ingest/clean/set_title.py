"""Lines over which the title of a document is set into one line."""

import re
from collections.abc import Sequence

from ingest.numbering import read_marker
from ingest.records import Line
from ingest.titles import close_letters, is_title, kind_of

# 关于……|的通知, 青山镇2024年工|作要点; below its organ 2024年|工作要点
_OPENS = re.compile(
    r"关于|^[\u4e00-\u9fff]{2,30}\s?20[\dxX*]{2}\s?年度?[\u4e00-\u9fff]{0,8}$|^20[\dxX*]{2}\s?年度?$"
)
_BEFORE_YEAR = re.compile(r"(?<=\d)\s+(?=年)|(?<=[\u4e00-\u9fff])\s+(?=20[\dxX*]{2})")
_TITLE_LINES = 6
_TITLE_CHARS = 45
_MORE_LINES = 2
_KIND_CHARS = 6


def join_set_title(lines: Sequence[Line]) -> list[Line]:
    """Join the first lines that are a title only together: what 关于 or a year opens, up to its kind."""
    for at, line in enumerate(lines[:_TITLE_LINES]):
        text = close_letters(line.text.strip())
        if _OPENS.search(text) is None or line.style or kind_of(line.text[-_KIND_CHARS:]):
            continue
        for end in range(at + 1, min(at + 1 + _MORE_LINES, len(lines))):
            part = lines[end]
            if len(part.text) > _TITLE_CHARS or part.style or read_marker(part.text) is not None:
                break
            text = _BEFORE_YEAR.sub("", text + close_letters(part.text.strip()))
            if is_title(text) and kind_of(text[-_KIND_CHARS:]):
                return [*lines[:at], Line(text), *lines[end + 1 :]]
    return list(lines)

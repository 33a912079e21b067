"""Lines whose breaks hide a heading into lines of which each opens one section at most."""

import re
from collections.abc import Sequence

from ingest.numbering import read_marker
from ingest.records import Line

_LONE_NUMERAL = re.compile(r"[一二三四五六七八九十]{1,3}")
_SENTENCE = re.compile(r"[。；，]")
# Where a question or an answer runs on behind the one before it.
_TURN = re.compile(r"(?<=[。！？!?；”）)])\s*(?=(?:问|答)\s?[:：])")


def open_lines(lines: Sequence[Line]) -> list[Line]:
    """Join a label that stands on a line of its own to its title; part questions from their answers.

    `第一章` / `总则` becomes `第一章 总则`; `问：……？答：……。问：……` becomes a line each.
    """
    lines = [line for line in lines if line.text]
    if any("答：" in line.text or "答:" in line.text for line in lines):
        lines = [Line(part, line.style) for line in lines for part in _TURN.split(line.text) if part]
    opened: list[Line] = []
    waiting = False
    for line in lines:
        if waiting and read_marker(line.text) is None and _may_follow(opened[-1].text, line.text):
            label = opened[-1].text.rstrip()
            gap = "" if label[-1] in "、.．）)〕，：" else " "
            opened[-1] = Line(label + gap + line.text.lstrip(), opened[-1].style or line.style)
            waiting = False
        else:
            opened.append(line)
            waiting = _is_label(line.text)
    return opened


def _is_label(text: str) -> bool:
    if len(text) > 12:
        return False
    marker = read_marker(text)
    return _LONE_NUMERAL.fullmatch(text) is not None if marker is None else marker.end == len(text.rstrip())


def _may_follow(label: str, text: str) -> bool:
    """Tell whether a line may be the title of a label; after a lone 一 only a short one without a stop."""
    return read_marker(label) is not None or (len(text) <= 30 and not _SENTENCE.search(text))

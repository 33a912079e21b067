"""Lines into those whose first words say that a paragraph opens there: a label, or the dash of an item."""

import re
from collections import Counter
from collections.abc import Sequence

from ingest.records import Line

# 完成时限：2024年底前; any other words before a colon are a label where several lines open with them.
_LABEL = re.compile(r"([\u4e00-\u9fff]{2,8})[ \u3000]?[:：]")
DUTY_WORDS = (
    r"(?:责任|牵头|配合|主办|协办|承办|参与|实施|落实|分管|包保)(?:单位|部门|股室|科室|处室|部室|站所|机构|主体|领导|人|人员)"
    r"|(?:完成|办结|整改)(?:时限|时间|期限|时点)|时间节点"
)
"""What the label of a list of duties says: 责任单位, 完成时限."""
_DUTY_LABEL = re.compile(DUTY_WORDS)
_LABEL_LINES = 3
_LEAST_DASHED = 2


def labelled_lines(lines: Sequence[Line]) -> frozenset[int]:
    """The lines that open with a label: who is responsible, until when, or words that open several lines."""
    labels = {at: found[1] for at, line in enumerate(lines) if (found := _LABEL.match(line.text.lstrip()))}
    counts = Counter(labels.values())
    return frozenset(
        at for at, label in labels.items() if counts[label] >= _LABEL_LINES or _DUTY_LABEL.fullmatch(label)
    )


def dashed_lines(lines: Sequence[Line]) -> frozenset[int]:
    """The lines that open with a dash, where two at least do; one alone may go on with a sentence."""
    opened = frozenset(at for at, line in enumerate(lines) if line.text.lstrip().startswith("——"))
    return opened if len(opened) >= _LEAST_DASHED else frozenset()

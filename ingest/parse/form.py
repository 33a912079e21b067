"""A table that describes tasks field by field (任务名称 | …, 牵头单位 | …) into a line for each task."""

import re
from collections.abc import Sequence

_TASK = re.compile(r"(?:重点|工作|改革|目标|建设)?(?:任务|项目|事项|工作|活动|课题|工程)(?:名称|内容|事项)?")
_DUTY = re.compile(
    r"(?:责任|牵头|配合|主办|协办|承办|参与|实施|落实|主管|分管|负责)(?:单位|部门|[股科处部]室|机构|领导|人)"
    r"|(?:完成|办结|整改|推进)(?:时限|时间|期限|时点|节点)"
)
_LABEL = re.compile(r"[\u4e00-\u9fff（）()/、]{2,12}")
_BLANKS = re.compile(r"\s+")
_LEAST_DUTIES = 2


def form_rows(rows: Sequence[Sequence[str]]) -> list[list[tuple[str, str]]]:
    """Read a table whose cells are label, value, label, value as tasks, each a list of label and value.

    Its first label names a task or says who does it, and two labels at least say who does it until when. A
    label that comes again opens the next task. Empty for any other table.
    """
    fields: list[tuple[str, str]] = []
    for row in rows:
        labels = [_BLANKS.sub("", label).rstrip("：:") for label in row[::2]]
        if len(row) % 2 or not all(map(_LABEL.fullmatch, labels)):
            return []
        fields += zip(labels, row[1::2], strict=True)
    if not fields or not _opens(*fields[0]):
        return []
    tasks: list[list[tuple[str, str]]] = []
    for label, value in fields:
        if label == fields[0][0]:
            tasks.append([])
        tasks[-1].append((label, value))
    return tasks if all(_is_task(task) for task in tasks) else []


def _opens(label: str, value: str) -> bool:
    """Tell whether these are the first field of a task, not two column heads beside each other."""
    if _DUTY.fullmatch(value):
        return False
    return bool(_TASK.fullmatch(label) or (_DUTY.fullmatch(label) and not _TASK.fullmatch(value)))


def _is_task(task: Sequence[tuple[str, str]]) -> bool:
    labels = [label for label, _ in task]
    duties = sum(_DUTY.fullmatch(label) is not None for label in labels)
    return duties >= _LEAST_DUTIES and len(set(labels)) == len(labels)

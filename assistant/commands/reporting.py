"""The report of an ingest or of an adaptation into what the command line and the web app say of it."""

from collections.abc import Iterator
from io import StringIO
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table

from assistant.render import one_line, warning_json
from ingest.index.entry import DocumentInfo
from ingest.report import FileReport, Report, Status
from ingest.training.adapt import Adaptation, Recall

Json = dict[str, Any]

_COUNTED = ("characters", "removed", "sections", "duties", "figures", "deadlines", "chunks")
_HEADS = ("文件", "结果", "保留字", "去除字", "标题下", "章节", "责任", "指标", "时限", "提醒")
_NARROWEST = 84  # columns below which the table would lose some of its own


def report_json(report: Report) -> Json:
    """Turn a report into JSON, a row a file; what is not stored has null for its counts."""
    return {"files": [_file_json(file) for file in report.files], "gone": list(report.gone)}


def _file_json(file: FileReport) -> Json:
    info = file.info
    return {
        "doc": file.doc,
        "status": file.status.value,
        "reason": file.reason,
        **{name: getattr(info, name, None) for name in _COUNTED},
        "headed_share": None if info is None else round(_headed_share(info), 3),
        "warnings": [] if info is None else [warning_json(each) for each in info.diagnostics],
    }


def report_table(report: Report, width: int) -> str:
    """Lay a report out for a terminal: a row a file, then what needs attention, then the totals.

    :param width: columns of the terminal.
    """
    table = Table(box=box.SIMPLE_HEAD, show_edge=False)
    for head in _HEADS:
        is_text = head in _HEADS[:2]
        table.add_column(head, justify="left" if is_text else "right", overflow="fold", no_wrap=not is_text)
    for file in report.files:
        table.add_row(one_line(file.doc), file.status.value, *_cells(file.info))
    written = StringIO()
    if report.files:
        console = Console(file=written, width=max(width, _NARROWEST), color_system=None)
        console.print(table, markup=False, emoji=False)
    return "\n".join([*(line.rstrip() for line in written.getvalue().splitlines()), *_remarks(report)])


def _cells(info: DocumentInfo | None) -> list[str]:
    if info is None:
        return []
    counts = (info.sections, info.duties, info.figures, info.deadlines, len(info.diagnostics))
    return [str(info.characters), str(info.removed), f"{_headed_share(info):.0%}", *map(str, counts)]


def _remarks(report: Report) -> Iterator[str]:
    """What needs attention, a line each, and the totals at last."""
    for file in report.files:
        if file.reason:
            named = file.doc in file.reason
            yield one_line(f"{file.status.value}  {file.reason if named else f'{file.doc}：{file.reason}'}")
        for told in file.info.diagnostics if file.info is not None else ():
            yield one_line(f"请核对  {file.doc}：{told.kind.value}，{told.message}")
    if report.gone:
        yield one_line(f"原文件已不在：{'、'.join(report.gone)}；如不再需要，请运行 workplan remove 文件名")
    totals = [f"{status.value} {count}" for status in Status if (count := report.count(status))]
    yield "，".join(totals) or "没有找到可收入的文件"


def _headed_share(info: DocumentInfo) -> float:
    return info.headed / max(info.characters, 1)


def adaptation_json(adapted: Adaptation) -> Json:
    """Turn what came of adapting the model into JSON."""
    return {
        "kept": adapted.is_better,
        "headings": adapted.headings,
        "before": _recall_json(adapted.before),
        "after": _recall_json(adapted.after),
        "passages": adapted.passages,
    }


def _recall_json(recall: Recall) -> Json:
    return {"recall_at_1": round(recall.first, 3), "recall_at_5": round(recall.five, 3)}


def adaptation_text(adapted: Adaptation) -> str:
    """Say whether the adapted model is used, and what it finds before and after."""
    before, after = adapted.before, adapted.after
    measured = (
        f"用未参加训练的 {adapted.headings} 个标题检验能否找到其正文："
        f"排在第一的 {before.first:.1%} → {after.first:.1%}，前五之内的 {before.five:.1%} → {after.five:.1%}"
    )
    if not adapted.is_better:
        return f"没有采用：调整后的模型并不明显更好，一切照旧\n{measured}"
    return (
        f"已采用调整后的模型，索引已重建：{adapted.passages} 个段落\n{measured}\n"
        "要改回原来的内置模型，请运行 workplan adapt --undo"
    )

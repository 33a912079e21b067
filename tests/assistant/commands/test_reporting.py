"""The report of an ingest names every file and what to check; that of an adaptation, before and after."""

import json
from datetime import UTC, datetime

from assistant.commands.reporting import adaptation_text, report_json, report_table
from ingest.index.entry import DocumentInfo
from ingest.records import Diagnostic, DiagnosticKind, Header
from ingest.report import FileReport, Report, Status
from ingest.training.adapt import Adaptation, Recall

GAP = Diagnostic(DiagnosticKind.NUMBERING, "“（二）”之后是“（四）”，缺“（三）”")
INFO = DocumentInfo(
    doc="2024/要点.txt",
    header=Header("某县教育局2024年工作要点"),
    format="txt",
    sha256="0" * 64,
    origin="/plans/2024/要点.txt",
    ingested_at=datetime(2024, 1, 1, tzinfo=UTC),
    characters=4000,
    headed=3800,
    removed=210,
    sections=25,
    duties=31,
    figures=17,
    deadlines=9,
    chunks=28,
    diagnostics=(GAP,),
    key="k",
    recipe="1",
)
REPORT = Report(
    (
        FileReport("2024/要点.txt", Status.ADDED, info=INFO),
        FileReport("坏.docx", Status.FAILED, "Word 文件已损坏：坏.docx。请另存一次"),
        FileReport("副本.txt", Status.DUPLICATE, "内容与 2024/要点.txt 完全相同，没有重复入库"),
    ),
    gone=("旧.txt",),
)


def test_the_table_has_a_row_for_each_file_with_what_was_read_of_it() -> None:
    rows = report_table(REPORT, 110).splitlines()
    [row] = [row for row in rows if row.strip().startswith("2024/要点.txt")]
    assert row.split() == ["2024/要点.txt", "新增", "4000", "210", "95%", "25", "31", "17", "9", "1"]
    assert any(row.split() == ["坏.docx", "失败"] for row in rows)
    assert rows[-1] == "新增 1，重复 1，失败 1"


def test_what_needs_attention_is_said_below_the_table() -> None:
    lines = report_table(REPORT, 110).splitlines()
    assert "请核对  2024/要点.txt：编号不连续，“（二）”之后是“（四）”，缺“（三）”" in lines
    assert "失败  Word 文件已损坏：坏.docx。请另存一次" in lines
    assert "重复  副本.txt：内容与 2024/要点.txt 完全相同，没有重复入库" in lines
    assert any(line.startswith("原文件已不在：旧.txt") for line in lines)


def test_a_long_name_is_folded_and_loses_nothing() -> None:
    name = "二〇二四年" * 12 + ".txt"
    rows = report_table(Report((FileReport(name, Status.ADDED, info=INFO),)), 40).splitlines()
    body = rows[2 : next(at for at, row in enumerate(rows) if row.startswith("请核对"))]
    assert name in "".join(row.split()[0] for row in body)
    assert "…" not in "".join(rows)
    assert "4000" in rows[2]


def test_names_that_look_like_markup_or_break_lines_are_shown_as_they_are() -> None:
    written = report_table(Report((FileReport("[red]a[/red]\n.txt", Status.UNCHANGED),)), 110)
    assert "[red]a[/red]\\n.txt" in written


def test_json_says_the_same_with_nulls_where_nothing_is_stored() -> None:
    stored, failed, _ = json.loads(json.dumps(report_json(REPORT)))["files"]
    assert stored["warnings"] == [{"kind": "编号不连续", "message": GAP.message}]
    assert (stored["characters"], stored["removed"], stored["figures"]) == (4000, 210, 17)
    assert stored["headed_share"] == 0.95
    assert (failed["status"], failed["characters"], failed["warnings"]) == ("失败", None, [])
    assert report_json(REPORT)["gone"] == ["旧.txt"]


def test_a_folder_without_files_says_so() -> None:
    assert report_table(Report(()), 80) == "没有找到可收入的文件"


def test_an_adaptation_tells_before_and_after_and_whether_it_is_used() -> None:
    before, after = Recall(0.25, 0.5), Recall(0.5, 0.75)
    kept = adaptation_text(Adaptation(40, before, after, is_better=True, passages=144))
    assert kept.startswith("已采用调整后的模型，索引已重建：144 个段落\n")
    assert "未参加训练的 40 个标题" in kept
    assert "排在第一的 25.0% → 50.0%，前五之内的 50.0% → 75.0%" in kept
    assert "workplan adapt --undo" in kept

    left = adaptation_text(Adaptation(40, before, before, is_better=False))
    assert left.startswith("没有采用")
    assert "--undo" not in left

"""The `workplan` command: words on the command line into calls of the Assistant, results onto the screen."""

import io
import json
import shutil
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import click

from assistant import render
from assistant.assistant import Assistant
from assistant.commands.progress import bar
from assistant.commands.reporting import adaptation_json, adaptation_text, report_json, report_table
from assistant.commands.scoped import scoped
from assistant.commands.usage import Group, run
from assistant.commands.user_commands import user
from assistant.settings import load_settings
from assistant.ui.server import serve as serve_app
from assistant.understanding.scope import Scope
from ingest.errors import ReadError, WorkPlanError, reason_of
from ingest.reader import read_document

_WIDTH = 110  # columns where the output is no terminal

as_json = click.option("--json", "json_", is_flag=True, help="以 JSON 输出")
batch = click.option(
    "--batch",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="文件",
    help="逐行处理 JSONL 文件中的问题（每行 id、question）",
)


class _BadLine(WorkPlanError):
    """A line of a batch file is no question."""


@click.group(
    cls=Group,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="工作计划助手：从工作计划里找出处、答问题、起草段落。",
)
@click.version_option(package_name="workplan-assistant", message="%(version)s", help="显示版本")
def cli() -> None:
    """The commands of the project."""


@cli.command(help="把文件或文件夹收入资料库（Word、WPS、PDF、Excel、网页、文本）。")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="路径...")
@as_json
def ingest(paths: tuple[Path, ...], json_: bool) -> int:
    """Store files and folders, and report each."""
    with Assistant.open(load_settings()) as assistant, bar("收入文件") as progress:
        report = assistant.keeper.ingest(paths, progress)
    _print(
        report_json(report) if json_ else report_table(report, shutil.get_terminal_size((_WIDTH, 0)).columns)
    )
    return 1 if report.failed else 0


@cli.command(help="把一个文件从资料库移除，30 天内可以恢复。")
@click.argument("doc", metavar="文件名")
@as_json
def remove(doc: str, json_: bool) -> None:
    """Take a document out of all three stores."""
    with Assistant.open(load_settings()) as assistant:
        assistant.keeper.remove(doc)
    _print({"removed": doc} if json_ else f"已移除：{doc}（30 天内可以用 workplan restore 恢复）")


@cli.command(help="恢复一个移除不到 30 天的文件。")
@click.argument("doc", metavar="文件名")
@as_json
def restore(doc: str, json_: bool) -> None:
    """Put a removed document back."""
    with Assistant.open(load_settings()) as assistant:
        assistant.keeper.restore(doc)
    _print({"restored": doc} if json_ else f"已恢复：{doc}")


@cli.command(help="列出移除后还可以恢复的文件。")
@as_json
def trash(json_: bool) -> None:
    """List what can be restored."""
    with Assistant.open(load_settings()) as assistant:
        removed = assistant.keeper.trash()
    _print(render.trash_json(removed) if json_ else render.trash_text(removed))


@cli.command(help="用目录库重建向量索引和词语索引（更换向量模型后需要）。")
@as_json
def reindex(json_: bool) -> None:
    """Rebuild both indexes from the catalog."""
    with Assistant.open(load_settings()) as assistant, bar("重建索引") as progress:
        count = assistant.keeper.reindex(progress)
    _print({"passages": count} if json_ else f"已重建索引：{count} 个段落")


@cli.command(help="按资料库的用语调整内置向量模型，检验有改进才采用。")
@click.option("--undo", is_flag=True, help="撤销调整，改回原来的内置模型")
@as_json
def adapt(undo: bool, json_: bool) -> None:
    """Fine-tune the bundled embedding model on the library, or go back to it as it came."""
    with Assistant.open(load_settings()) as assistant, bar("调整模型") as progress:
        if undo:
            count = assistant.keeper.undo_adapt(progress)
        else:
            adapted = assistant.keeper.adapt(progress)
    if undo:
        _print({"passages": count} if json_ else f"已改回原来的内置模型，索引已重建：{count} 个段落")
    else:
        _print(adaptation_json(adapted) if json_ else adaptation_text(adapted))


@cli.command(help="列出资料库中的文件。")
@as_json
def documents(json_: bool) -> None:
    """List what is stored."""
    with Assistant.open(load_settings()) as assistant:
        stored = assistant.documents()
    _print(render.documents_json(stored) if json_ else render.documents_text(stored))


@cli.command(help="读出一个文件的章节、责任单位、指标和时限（不需要资料库）。")
@click.argument("file", type=click.Path(path_type=Path), metavar="文件")
@click.option("--show-removed", is_flag=True, help="同时列出未收入正文的内容（网页导航、广告等）和存疑之处")
@as_json
def outline(file: Path, show_removed: bool, json_: bool) -> None:
    """Read one file without storing it."""
    document = read_document(file, file.name, largest=load_settings().largest_file)
    if json_:
        _print({**render.outline_json(document), **(render.removed_json(document) if show_removed else {})})
        return
    _print(render.outline_text(document))
    if show_removed:
        _print(render.removed_text(document))


@cli.command(help="查找与问题相关的段落。")
@click.argument("question", required=False, default="", metavar="问题")
@click.option("-k", "count", default=10, type=click.IntRange(1, 100), metavar="段落数", help="默认 10")
@scoped
@batch
@as_json
def search(question: str, count: int, batch: Path | None, json_: bool, scope: Scope) -> int:
    """Find passages."""
    with Assistant.open(load_settings()) as assistant:
        found = partial(assistant.search, k=count, scope=scope)
        if batch:
            return _each(batch, lambda text: render.passages_json(text, found(text)))
        question = _required(question)
        hits = found(question)
    _print(render.passages_json(question, hits) if json_ else render.hits_text(hits))
    return 0


@cli.command(help="回答问题，每句话注明出处。")
@click.argument("question", required=False, default="", metavar="问题")
@scoped
@batch
@as_json
def ask(question: str, batch: Path | None, json_: bool, scope: Scope) -> int:
    """Answer one question, or a file of them."""
    with Assistant.open(load_settings()) as assistant:
        if batch:
            return _each(batch, lambda text: render.answer_json(assistant.ask(text, scope=scope)))
        answer = assistant.ask(_required(question), scope=scope)
    _print(render.answer_json(answer) if json_ else render.answer_text(answer))
    return 0


@cli.command(help="按资料库文件的写法起草一组段落，每句注明所依段落。")
@click.option("--topic", required=True, metavar="主题", help="如 意识形态工作")
@click.option("--year", type=click.IntRange(1949, 2100), metavar="年份", help="如 2025")
@click.option("--issuer", default="", metavar="发文单位", help="如 某某县教育局")
@as_json
def draft(topic: str, year: int | None, issuer: str, json_: bool) -> None:
    """Draft a paragraph group."""
    with Assistant.open(load_settings()) as assistant:
        written = assistant.draft(_readable(topic), year, _readable(issuer))
    _print(render.draft_json(written) if json_ else render.draft_text(written))


@cli.command(help="启动网页。")
@click.option("--samples", is_flag=True, help="资料库为空时先收入示例文件")
@as_json
def serve(samples: bool, json_: bool) -> None:
    """Open the web app until it is stopped."""
    with Assistant.open(load_settings()) as assistant:
        if samples and not assistant.documents():
            with bar("收入示例文件") as progress:
                assistant.keeper.ingest_samples(progress)
        serve_app(assistant, announce=lambda address: _print(_started(address, json_)))


cli.add_command(user)


def _started(address: str, json_: bool) -> object:
    return {"address": address} if json_ else f"工作计划助手已启动：{address}（按 Ctrl+C 停止）"


def _required(question: str) -> str:
    question = _readable(question)
    if not question.strip():
        raise click.UsageError("请写出问题，或用 --batch 指定问题文件")
    return question


def _readable(text: str) -> str:
    """Leave out what is no character: bytes of another encoding on the command line, half a pair in JSON."""
    return text.encode("utf-8", errors="ignore").decode("utf-8")


def _each(path: Path, answer: Callable[[str], dict[str, Any]]) -> int:
    """Answer a JSONL file line by line, as the lines come; a bad line is named and stops no other."""
    status = 0
    for number, line in enumerate(_lines(path), start=1):
        if not line.strip():
            continue
        try:
            identifier, question = _asked(line)
        except _BadLine as error:
            _complain(f"{path.name} 第{number}行{error}")
            status = 1
            continue
        _print({"id": identifier, **answer(question)})
    return status


def _lines(path: Path) -> list[str]:
    try:
        # Not `splitlines`: JSON strings may hold U+2028 and the like as they are.
        return path.read_text(encoding="utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        raise ReadError(f"问题文件不是 UTF-8 编码：{path}。请用记事本或 WPS 另存为 UTF-8 后重试") from error
    except OSError as error:
        raise ReadError(f"问题文件打不开（{reason_of(error)}）：{path}。请检查路径和权限") from error


def _asked(line: str) -> tuple[Any, str]:
    """Read the id and the question of a line."""
    try:
        row = json.loads(line)
        identifier, question = row["id"], row["question"]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise _BadLine('不是有效的问题。每行应为 {"id": …, "question": …}') from error
    if not isinstance(question, str) or not _readable(question).strip():
        raise _BadLine("没有写出问题。question 应为文字")
    return identifier, _readable(question)


def _print(result: object) -> None:
    if isinstance(result, str):
        click.echo(result)
        return
    # Where the output is not UTF-8, escapes keep a quote verbatim that its encoding could not hold.
    is_utf = (sys.stdout.encoding or "").lower().startswith("utf")
    click.echo(json.dumps(result, ensure_ascii=not is_utf))


def _complain(message: str) -> None:
    click.echo(render.one_line(message), err=True)


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit: 0 done, 1 failed, 2 wrongly called."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal of another encoding than UTF-8 lacks some characters of the documents.
            stream.reconfigure(errors="replace")
    try:
        sys.exit(run(cli, arguments))
    except WorkPlanError as error:
        _complain(str(error))
        sys.exit(1)

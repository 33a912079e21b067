"""Tab 文档: what the library holds, adding files to it and taking documents out."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING

from assistant.accounts import Role
from assistant.assistant import Assistant
from assistant.reporting import report_text
from assistant.ui.markup import QUIET, explain, notice, or_explain, render
from assistant.ui.panel import html, opens_sources
from assistant.ui.who import why_not

if TYPE_CHECKING:
    import gradio as gr


def listing(assistant: Assistant) -> str:
    """The stored documents, newest plans first."""
    stored = sorted(assistant.documents(), key=lambda d: (-(d.header.year or 0), d.doc))
    return render("documents", documents=stored)


def documents_tab(assistant: Assistant, tab: "gr.Tab") -> None:
    """Lay out the tab and connect its parts."""
    import gradio as gr  # noqa: PLC0415

    def listed_now() -> str:
        return or_explain(lambda: listing(assistant))

    with gr.Row(elem_classes="wp-desk"):
        listed = html("wp-work", listed_now)
        with gr.Column(elem_classes="wp-side"):
            html("wp-found", render("hint", text="点开一份文档，这里会显示它的目录和全文。"))
            source = html("wp-sources")
        with gr.Column(elem_classes="wp-form wp-upload"):
            report = html("wp-report")
            files = gr.UploadButton("添加文件", file_count="multiple")
    opens_sources(assistant, source, listed, removable=True)
    tab.select(listed_now, None, listed, **QUIET)

    def add(paths: Sequence[str], request: gr.Request) -> Iterator[tuple[str, str]]:
        if refused := why_not(assistant, request, Role.EDITOR):
            yield refused, listed_now()
            return
        for state in ingest_uploads(assistant, [Path(path) for path in paths]):
            yield state, listed_now()

    def remove(event: gr.EventData, request: gr.Request) -> tuple[str, str, str]:
        refused = why_not(assistant, request, Role.EDITOR)
        return (
            refused or or_explain(lambda: remove_document(assistant, str(event.doc))),
            "",
            listed_now(),
        )

    files.upload(add, files, [report, listed], concurrency_limit=1, **QUIET)
    source.remove(remove, None, [report, source, listed], concurrency_limit=1, **QUIET)


def ingest_uploads(assistant: Assistant, paths: Sequence[Path]) -> Iterator[str]:
    """Take uploaded files into the library, saying how far it is, then what became of each file."""
    lines: SimpleQueue[str] = SimpleQueue()
    worker = ThreadPoolExecutor(1)
    report = worker.submit(_ingest, assistant, paths, lines)
    worker.shutdown(wait=False)  # goes on to its end even when the reader of the lines leaves
    yield notice(f"正在收入 {len(paths)} 个文件…")
    while line := lines.get():
        yield notice(line)
    yield report.result()


def _ingest(assistant: Assistant, paths: Sequence[Path], lines: "SimpleQueue[str]") -> str:
    try:
        report = assistant.ingest(
            paths, lambda done, total, name: lines.put(f"正在收入文件（{done}/{total}）：{name}")
        )
        return notice(report_text(report), "error" if report.failed else "done")
    except Exception as error:
        return notice(explain(error), "error")
    finally:
        lines.put("")
        for path in paths:
            path.unlink(missing_ok=True)


def remove_document(assistant: Assistant, doc: str) -> str:
    """Take a document out of the library and say so."""
    assistant.remove(doc)
    return notice(f"已从资料库移除：{doc}", "done")

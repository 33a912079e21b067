"""Tab 起草: a topic becomes a growing draft, every sentence with the passage it follows."""

from collections.abc import Iterator
from typing import Any

from assistant.assistant import Assistant
from assistant.drafting.draft import Draft
from assistant.http.faults import explain
from assistant.ui.markup import QUIET, notice, passages, render
from assistant.ui.panel import html, opens_sources
from ingest.errors import WorkPlanError
from ingest.text import cn_number

Shown = tuple[Draft | None, str, str]
_YEARS = range(1949, 2101)


def read_year(text: str) -> int | None:
    """The year somebody typed, in any kind of figures, or None for nothing.

    :raises WorkPlanError: when it is no year of a plan.
    """
    if not text.strip():
        return None
    year = cn_number(text.strip().removesuffix("年"))
    if year not in _YEARS:
        raise WorkPlanError(f"年份无效：{text}。请写 {_YEARS[0]} 到 {_YEARS[-1]} 之间的年份，或留空")
    return year


def show_draft(draft: Draft | None, writing: bool = False) -> str:
    """A draft so far, or what this tab is for."""
    return render("draft", draft=draft, writing=writing, bare=bare(draft) if draft else "")


def bare(draft: Draft) -> str:
    """Title and paragraphs without marks, ready to be pasted into a document."""
    lines = (p.label + "".join(sentence.text for sentence in p.sentences) for p in draft.paragraphs)
    return "\n".join([draft.title, *lines])


def follow(assistant: Assistant, topic: str, year: str, issuer: str) -> Iterator[Shown]:
    """Grow a draft, its page and the list of passages it follows."""
    draft = None
    yield draft, notice("正在查找可以参照的段落…"), passages()
    try:
        for draft in assistant.stream_draft(topic, read_year(year), issuer):
            yield draft, show_draft(draft, writing=True), passages(draft.citations)
        yield draft, show_draft(draft), passages(draft.citations if draft else ())
    except Exception as error:
        yield None, notice(explain(error), "error"), passages()


def draft_tab(assistant: Assistant) -> None:
    """Lay out the tab and connect its parts."""
    import gradio as gr  # noqa: PLC0415

    draft = gr.State()
    with gr.Row(elem_classes="wp-desk wp-drafting"):
        with gr.Row(elem_classes="wp-form wp-fields"):
            topic = gr.Textbox(
                label="主题", placeholder="例如：意识形态工作", max_length=60, max_lines=1, scale=3
            )
            year = gr.Textbox(label="年份（可不填）", max_length=5, max_lines=1, elem_classes="wp-year")
            issuer = gr.Textbox(label="发文单位（可不填）", max_length=60, max_lines=1)
            go = gr.Button("起草", variant="primary", min_width=88, scale=0)
            halt = gr.Button("停止", variant="stop", min_width=88, scale=0, visible=False)
        written = html("wp-work", show_draft(None))
        with gr.Column(elem_classes="wp-side"):
            found = html("wp-found", passages())
            source = html("wp-sources")
    opens_sources(assistant, source, written, found)

    def write(topic: str, year: str, issuer: str) -> Iterator[Any]:
        if not topic.strip():
            yield gr.skip()
            return
        for shown in follow(assistant, topic.strip(), year, issuer.strip()):
            yield *shown, gr.Button(visible=False), gr.Button(visible=True)

    def ready() -> tuple[gr.Button, gr.Button]:
        return gr.Button(visible=True), gr.Button(visible=False)

    asked = [go.click, topic.submit, year.submit, issuer.submit]
    drafting = gr.on(
        asked, write, [topic, year, issuer], [draft, written, found, go, halt], concurrency_limit=4, **QUIET
    )
    drafting.then(ready, None, [go, halt], queue=False, **QUIET)
    halted = halt.click(ready, None, [go, halt], cancels=drafting, queue=False, **QUIET)
    halted.then(show_draft, draft, written, **QUIET)

"""Records into escaped HTML: answers and passages, one template each.

Jinja2 escapes every value it prints, so no document, file name, question or model output can become
markup; the templates hold all the markup there is.
"""

import re
from collections.abc import Callable, Sequence
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from assistant.answer import Answer, Citation, Mode
from assistant.compare import blocks
from assistant.drafting.carry import UNKNOWN
from assistant.evidence.refusal import place_of
from assistant.http.faults import explain
from assistant.render import answer_text, draft_text
from ingest.records import Hit

QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private", "api_name": "page"}
"""How our events run: Gradio's English progress display is not shown, no public endpoint is made.

They all share a name, so that those of their functions are free for the endpoints that programs call.
"""

PLAIN: dict[str, Any] = {"preprocess": False, "postprocess": False}
"""For events whose areas take and give text as it is: Gradio would change threads once for each of them."""

_MARK = re.compile(r"\[(\d{1,3})\]")
_MODE_HINTS = {
    Mode.EXTRACT: "回答由文件原文摘录而成",
    Mode.MODEL: "回答由模型撰写，每句话都已对照原文核对",
    Mode.FALLBACK: "模型暂时不可用，改为摘录原文",
    Mode.REFUSAL: "资料库里没有能回答这个问题的内容",
    Mode.GUIDE: "这不是在问文件的内容",
}

_templates = Environment(
    loader=PackageLoader("assistant.ui"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def render(template: str, **values: object) -> str:
    """Fill the template of that name with values, all of them escaped."""
    return _templates.get_template(f"{template}.html").render(values)


def pieces(text: str, citations: Sequence[Citation]) -> list[str | Citation]:
    """Cut a line at its `[n]` marks; a bracketed number without a citation stays text (`教发[2024]15号`)."""
    numbered = {citation.n: citation for citation in citations}
    parts: list[str | Citation] = []
    end = 0
    for mark in _MARK.finditer(text):
        citation = numbered.get(int(mark[1]))
        if citation:
            parts += [text[end : mark.start()], citation]
            end = mark.end()
    return [part for part in (*parts, text[end:]) if part]


def unknowns(text: str) -> list[tuple[str, bool]]:
    """Cut a sentence at its 【待核实】; the flag tells which pieces those are."""
    return [(part, part.startswith(UNKNOWN)) for part in re.split(f"({UNKNOWN})", text) if part]


def nearest(line: str, answer: Answer) -> Hit | None:
    """The passage that a line of a refusal names (`· 《标题》 › 一、…`), so that it can be opened."""
    if not (answer.refused and line.startswith("· ")):
        return None
    return next((hit for hit in answer.related if line[2:] == place_of(hit)), None)


def passages(citations: Sequence[Citation] = (), related: Sequence[Hit] = ()) -> str:
    """The cited passages, and those that were found beside them."""
    return render("passages", citations=citations, related=related)


def or_explain(make: Callable[[], str]) -> str:
    """What `make` renders, or one line that says why it cannot."""
    try:
        return make()
    except Exception as error:
        return notice(explain(error), "error")


def notice(text: str, kind: str = "busy") -> str:
    """A short message; its kind is `busy`, `done` or `error`."""
    return render("notice", text=text, kind=kind)


def say_year(year: int) -> str:
    """Name a year; 0 stands for none stated."""
    return f"{year}年" if year else "未写明年份"


def say_named(name: str) -> str:
    """Name a type or issuing body."""
    return name or "未写明"


_templates.globals.update(
    blocks=blocks, pieces=pieces, nearest=nearest, unknowns=unknowns, mode_hints=_MODE_HINTS
)
_templates.filters.update(
    answer_text=answer_text,
    draft_text=draft_text,
    local_day=lambda moment: f"{moment.astimezone():%Y-%m-%d}",
    local_time=lambda moment: f"{moment.astimezone():%Y-%m-%d %H:%M}",
)
_templates.globals.update(say_year=say_year, say_named=say_named)
_templates.filters["also"] = lambda values, others: {**values, **others}
_templates.tests["citation"] = lambda piece: isinstance(piece, Citation)

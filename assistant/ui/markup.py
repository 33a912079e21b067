"""Records into escaped HTML: answers, passages and conversations, one template each.

Jinja2 escapes every value it prints, so no document, file name, question or model output can become
markup; the templates hold all the markup there is.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from jinja2 import Environment, PackageLoader, StrictUndefined

from assistant.answer import Answer, Citation, Mode
from assistant.render import answer_text

_MARK = re.compile(r"\[(\d{1,3})\]")
_MODE_HINTS = {
    Mode.EXTRACT: "回答由文件原文摘录而成",
    Mode.MODEL: "回答由模型撰写，每句话都已对照原文核对",
    Mode.FALLBACK: "模型暂时不可用，改为摘录原文",
    Mode.REFUSAL: "资料库里没有能回答这个问题的内容",
}

_templates = Environment(
    loader=PackageLoader("assistant.ui"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


@dataclass(frozen=True, slots=True)
class Turn:
    """A question of a conversation with its answer so far; `error` says why there is none."""

    question: str
    answer: Answer | None = None
    error: str = ""
    stopped: bool = False


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


def conversation(turns: Sequence[Turn], examples: Sequence[str] = ()) -> str:
    """The questions and answers so far, or a welcome with example questions."""
    return render("conversation", turns=turns, examples=examples)


def passages(answer: Answer | None) -> str:
    """The passages an answer cites, and those that were found beside them."""
    return render("passages", answer=answer)


def notice(text: str, kind: str = "info") -> str:
    """One line for the user, e.g. an error."""
    return render("notice", text=text, kind=kind)


_templates.globals.update(pieces=pieces, plain=answer_text, mode_hints=_MODE_HINTS)
_templates.tests["citation"] = lambda piece: isinstance(piece, Citation)

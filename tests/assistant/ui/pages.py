"""Records to render, plain or hostile, and what a browser would make of the page."""

from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from typing import Any

from assistant.answer import Answer, Citation, Mode
from assistant.drafting.draft import Draft, DraftSentence, Origin, Paragraph, ToCheck
from ingest.index.entry import DocumentInfo, Entry
from ingest.records import Chunk, Diagnostic, DiagnosticKind, Document, Header, Hit, Section

HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "</p></article><svg onload=alert(1)>",
    '" onmouseover="alert(1)" x="',
    "' autofocus onfocus='alert(1)",
    "[点这里](javascript:alert(1))",
    "<!-- 藏起来 -->",
    "{{ 7 * 7 }} {% raw %} ${alert(1)} `${alert(1)}`",
    "第**次党代会 _下划线_ $x^2$ # 标题",
    "1. 不是列表",
    "&lt;b&gt; &amp; &#60;",
]


@dataclass
class Page(HTMLParser):
    """The elements of a page in order, each with its attribute names, and all its text."""

    elements: list[tuple[str, tuple[str, ...]]] = field(default_factory=list)
    values: list[str] = field(default_factory=list)
    text: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, tuple(name for name, _ in attrs)))
        self.values += [value or "" for _, value in attrs]

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")


def read(html: str) -> Page:
    page = Page()
    page.feed(html)
    page.close()
    return page


def answer(word: str, mode: Mode = Mode.EXTRACT) -> Answer:
    return Answer(
        question=word,
        text=f"开头{word}。[1]\n{word}见教发[2024]15号。[1]",
        mode=mode,
        citations=(Citation(1, word, word, (word, word), word, 0, len(word)),),
        related=(Hit(Chunk("c", word, 0, 0, len(word), word, word, (word,)), 1.0),),
        notice=word,
        dropped=1,
    )


def document(word: str) -> Document:
    title, head = f"标题{word}", f"一、{word}"
    text = f"{title}\n{head}\n正文{word}。\n"
    start = len(title) + 1
    sections = (
        Section(0, "", title, 0, len(title), start, len(text), None),
        Section(1, "一、", word, start, start + len(head), len(text), len(text), 0),
    )
    return Document(
        f"{word}.txt", "0" * 64, "txt", Header(title, word, word, (2024,), word, word, word), text, sections
    )


def info(word: str, **header: Any) -> DocumentInfo:
    told = replace(document(word), diagnostics=(Diagnostic(DiagnosticKind.DAMAGE, word),))
    told = replace(told, header=replace(told.header, **header))
    return Entry.of(told, (), signature=b"", key="k", origin=word, recipe=word).info


def draft(word: str) -> Draft:
    cited = answer(word).citations
    sentence = DraftSentence(f"{word}【待核实】个。", Origin.CHANGED, (1,))
    paragraphs = (Paragraph("（一）", (sentence,)),)
    checks = (ToCheck(word, sentence.text, 1),)
    return Draft(word, word, Mode.MODEL, paragraphs, cited, checks, word, 1)

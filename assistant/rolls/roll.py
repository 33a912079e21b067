"""Entries with their sources into a complete list as it is told: how many, of which document, what."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from assistant.answer import Answer, Mode
from assistant.citing.citations import Sources, marks, section_passage
from ingest.records import Document

_MOST = 120
WHOLE = "已全部列出"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a list.

    :param text: what is told of it.
    :param section: index of the section its quote stands in; `[start, end)` is the quote.
    :param also: other places that tell the same, each to be quoted.
    """

    document: Document
    text: str
    section: int
    start: int
    end: int
    also: "tuple[Entry, ...]" = ()


def is_roll(answer: Answer) -> bool:
    """Tell whether an answer is a complete list, which no model rewrites."""
    return answer.mode is Mode.EXTRACT and WHOLE in answer.text


def cited(entry: Entry, sources: Sources) -> str:
    """Give the marks of the quote of an entry, and of others that tell the same."""
    told = (entry, *entry.also)
    passages = [section_passage(one.document, one.section, one.end) for one in told]
    return marks(
        [sources.cite(passage, one.start, one.end) for one, passage in zip(told, passages, strict=True)]
    )


def told(
    question: str,
    what: str,
    entries: Sequence[Entry],
    behind: Sequence[str] = (),
    apart: Sequence[tuple[str, Sequence[Entry]]] = (),
) -> Answer:
    """Tell a list by document, in the order given; beyond `_MOST` entries how many there are only.

    :param what: what there are so many of: 2023年6月底前要完成的工作.
    :param behind: lines that end it.
    :param apart: what is told after the list and not counted with it, each under its own words.
    """
    sources = Sources()
    shown = entries[:_MOST]
    extent = WHOLE if len(shown) == len(entries) else f"这里列出前 {len(shown)} 项"
    lines = [f"{what}共 {len(entries)} 项，{extent}。", *_by_document(shown, sources)]
    for words, others in apart:
        lines += [words, *_by_document(others[:_MOST], sources)]
    return Answer(question, "\n".join([*lines, *behind]), Mode.EXTRACT, sources.citations)


def _by_document(entries: Sequence[Entry], sources: Sources) -> list[str]:
    lines = []
    for _, group in groupby(entries, key=lambda entry: entry.document.doc):
        own = list(group)
        lines.append(f"《{own[0].document.header.title}》（{len(own)} 项）：")
        lines += [f"· {entry.text}{cited(entry, sources)}" for entry in own]
    return lines

"""A question for the work of a phase (动员部署阶段做什么) into the part of a document that bears its name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.answer import Answer
from assistant.documents.summary import summarize
from assistant.shelf import Shelf
from assistant.understanding.narrowing import admits
from assistant.understanding.question import Question
from assistant.understanding.terms import coverage, weigh
from ingest.records import Document, Hit
from ingest.text import normalize

_WORK = r"(?:工作|任务|内容|事情?|举措|措施|安排)"
_ASKED = re.compile(
    r"(?P<run>[\u4e00-\u9fff]{2,30})阶段(?:[里中内]|这一?(?:段|块))?的?(?:主要|具体|重点|各项)*"
    rf"(?:{_WORK}(?:主要)?[?。]*$"
    rf"|{_WORK}?(?:主要|具体|都|要|应该?|需要?|该|得|会)*(?:有|是|包括|做|干|抓|开展|完成|进行|落实|搞|安排)了?"
    rf"(?:些|哪些|什么|啥)+(?:主要|具体|重点)*{_WORK}?[?。吗呢啊]*$"
    r"|(?:要|应该?|该|需要?|具体)*(?:怎么|如何|怎样)(?:做|干|开展|推进|安排|落实)[?。呢啊]*$)"
)
_NUMBERED = re.compile("^第[一二三四五六七八九十\\d]+$")
_RANK = re.compile(r"^第[一二三四五六七八九十\d]+(?:阶段|步)[:：、]?")
_ASIDE = re.compile(r"[(（\[【][^()（）]*[)）\]】]|[:：。,，].*")
_LEAST, _OF_TITLE = 2, 0.5


def tell_phase(question: Question, hits: Sequence[Hit], shelf: Shelf) -> Answer | None:
    """Tell what stands below the heading of the phase a question names, in the newest of its documents.

    None where it asks for no phase, or no document found bears its name as a heading.
    """
    asked = _ASKED.search(normalize(question.text))
    if asked is None or _NUMBERED.match(asked["run"]):
        return None
    docs = dict.fromkeys(hit.chunk.doc for hit in hits)
    held = {info.doc for info in shelf.documents() if info.doc in docs and admits(question, info)}
    found = [
        (document, section)
        for document in (shelf.open(doc) for doc in docs if doc in held)
        if (section := _phase(document, asked["run"]))
    ]
    if not found:
        return None
    named = [one for one in found if _is_named(one[0], question.text, one[1])] or found
    newest = max(document.header.year or 0 for document, _ in named)
    document, section = next(one for one in named if (one[0].header.year or 0) == newest)
    answer, others = summarize(question, document, section), len(named) - 1
    if answer is None or not others:
        return answer
    return replace(answer, notice=f"另有 {others} 份文件也有这个阶段，写明文件名再问可以查看")


def _phase(document: Document, run: str) -> int:
    """Find the section whose heading is a phase that a question's words before 阶段 end in; 0 for none."""
    return next((index for index, name in _phases(document) if run.endswith(name) or _is_short(run, name)), 0)


def _is_short(run: str, name: str) -> bool:
    """Tell whether a question calls a phase by the end of its name: 整治阶段 for 排查整治阶段."""
    called = run.rpartition("的")[2]
    return len(called) >= _LEAST and name.endswith(called)


def _phases(document: Document) -> Iterator[tuple[int, str]]:
    """Give the sections that are phases with their names: 动员部署阶段（3月）, 第一阶段：动员部署."""
    for index, section in enumerate(document.sections):
        title = normalize(section.title) if index else ""
        ranked = _RANK.sub("", title)
        heading = _ASIDE.sub("", ranked)
        name = heading.removesuffix("阶段")
        if len(name) >= _LEAST and (heading != name or ranked != title):
            yield index, name


def _is_named(document: Document, text: str, section: int) -> bool:
    """Tell whether what else a question says names a document by its title."""
    phase = normalize(document.sections[section].heading)
    terms = tuple(term for term in weigh(text) if term.word not in phase)
    return bool(terms) and coverage(terms, normalize(document.header.title)) >= _OF_TITLE

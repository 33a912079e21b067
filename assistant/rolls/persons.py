"""A question what a person is in charge of (王建国分管什么) into all that documents say of it."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

import rjieba

from assistant.answer import Answer
from assistant.evidence.refusal import Missing, refuse
from assistant.retrieval.retrieve import Retriever
from assistant.rolls.roll import Entry, told
from assistant.shelf import Shelf
from assistant.understanding.named import is_name_of_person
from assistant.understanding.narrowing import is_source
from assistant.understanding.question import Question
from ingest.facts.names import SURNAMES, is_unit
from ingest.parse.table import CELL_GAP
from ingest.records import Document, Hit
from ingest.text import normalize, sentences

_ASKED = re.compile(
    r"^(?:.{0,16}?(?:[局委厅办部院校会司镇乡县区村站所科股室]|街道|中心)的?)??(?P<who>(?:(?![局委厅])[\u4e00-\u9fff·]){2,5}?)"
    r"(?:同志|(?:副?(?:[局校县市区镇乡院处科股]长|书记|主任)))?的?(?:目前|现在|主要|具体|都|又|还|也)*"
    r"(?:(?:负责|分管|主管|协管|牵头|联系|包保|包联|承担|挂点|主持|抓|管)(?:的|了|着)?(?:是|有|些)?"
    r"(?:什么|啥|哪些|哪几|哪个|哪方面)[^,，。?]{0,8}|(?:职责|分工|工作分工)(?:是|有|包括)*(?:什么|啥|哪些|怎样的?)?)[?。呢]*$"
)
_IN_CHARGE = re.compile(
    "负责|[分主协]管|主持|协助|联系|牵头|责任|包[保联挂抓片村]|带班|承办|抓|[组队]长|挂[点牌]|督办|对接|值班"
)
_TITLE = re.compile("同志|副?(?:[局校县市区镇乡院处科股组]长|书记|主任)|负责|分管|牵头|主持")
# A person called by surname and office only: 罗主任.
_CALLED = re.compile(rf"[{SURNAMES}]副?(?:[局校县市区镇乡院处科股组站所]长|书记|主任)")
_OF_PLACE = re.compile(r"^.{1,3}?(?:[镇乡县区村]|街道)(?=..)")
_CHINESE = re.compile("[\u4e00-\u9fff]")
_CLOSING = re.compile(r"[（(【\[]?[^，,。；;：:]{0,12}[：:]")
# What closes a task or a part: （责任领导：…）.
_NOTE = re.compile(r"[（(【〔\[][^（）()【】〔〕\[\]：:]{2,8}[：:][^（）()【】〔〕\[\]]*[）)】〕\]]\s*$")
_BRACKETED = re.compile(r"[）)】〕\]][。；;]?\s*$")
_LONGEST, _SHORT, _LONGEST_PART = 240, 40, 400


def list_charged_to(
    question: Question, hits: Sequence[Hit], retriever: Retriever, shelf: Shelf
) -> Answer | None:
    """List what documents say a person is in charge of; None where nobody is asked about by name.

    A refusal that names the person where no document does.

    :param hits: passages found for the question, which a refusal names.
    """
    who = _asked_about(normalize(question.text))
    if not who:
        return None
    held = {chunk.doc for chunk in retriever.holding(who)}
    if not held and _CALLED.fullmatch(who):  # may be written with the whole name
        return None
    if not held:
        return refuse(replace(question, stranger=who), hits, Missing.TOPIC)
    infos = [info for info in shelf.documents() if info.doc in held and is_source(question, info)]
    infos.sort(key=lambda info: -(info.header.year or 0))
    entries = [entry for info in infos for entry in _said_of(who, shelf.outline(info.doc))]
    return told(question.text, f"写有{who}分工、责任的内容", entries) if entries else None


def _asked_about(question: str) -> str:
    """Find the person a question asks the work of, or ""."""
    asked = _ASKED.match(question)
    who = asked["who"] if asked else ""
    for name in (who, _OF_PLACE.sub("", who)):
        if _CALLED.fullmatch(name) or (name and not is_unit(name) and is_name_of_person(name)):
            return name
    return ""


def _said_of(who: str, document: Document) -> Iterator[Entry]:
    """Find what a document says of a person that gives work, each line or sentence once."""
    starts = [section.start for section in document.sections]
    parts: set[int] = set()
    spans = (_around(document.text, found.start(), found.end()) for found in _mentions(who, document.text))
    for start, end in dict.fromkeys(spans):
        said = document.text[start:end]
        if not _IN_CHARGE.search(said):
            continue
        section = max(bisect_right(starts, start) - 1, 0)
        part = _part_closed(document, section, who, end)
        if part is None:
            yield Entry(document, " ".join(said.split()), section, start, end)
        elif part not in parts:
            parts.add(part)
            yield _of_part(document, part, section, end)


def _part_closed(document: Document, item: int, who: str, end: int) -> int | None:
    """Find the part of a plan that the note behind its last item closes, where no other item has its own.

    :param item: index of the section the note naming `who` stands behind, and ends at `end`.
    """
    sections, text = document.sections, document.text
    above = sections[item].parent
    items = [section for section in sections if section.parent == above]
    own = text[sections[item].start : end]
    note = _NOTE.search(own)
    if not above or len(items) < 2 or items[-1] is not sections[item] or not note or who not in note[0]:
        return None
    is_last = not text[end : sections[above].end].strip()
    others = (text[section.start : section.end] for section in items[:-1])
    return above if is_last and not any(map(_BRACKETED.search, others)) else None


def _of_part(document: Document, part: int, item: int, end: int) -> Entry:
    """Tell a part of a plan with the note that closes it: whole, of a long one its heading."""
    whole = document.sections[part]
    if end - whole.start <= _LONGEST_PART:
        said = document.text[whole.start : end]
        return Entry(document, " ".join(said.split()), part, whole.start, end)
    note = _NOTE.search(document.text, document.sections[item].start, end)
    assert note is not None
    closing = Entry(document, note[0], item, note.start(), end)
    heading = document.text[whole.start : whole.body].strip()
    last = whole.start + len(document.text[whole.start : whole.body].rstrip())
    return Entry(document, f"{heading}{note[0].strip()}", part, whole.start, last, (closing,))


def _mentions(who: str, text: str) -> Iterator[re.Match[str]]:
    """Find a name where it is not part of a longer one."""
    for found in re.finditer(re.escape(who), text):
        behind = text[found.end() : found.end() + 1]
        if not _CHINESE.match(behind) or _TITLE.match(text, found.end()):
            yield found
            continue
        line = _line(text, found.start())
        ends = accumulate(map(len, rjieba.cut(text[slice(*line)])))
        if found.end() - line[0] in ends:
            yield found


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """Span of what says what a name stands for: its line, or of a long one its sentence.

    What only closes a task (责任人：…) is told with that, a name that heads a line of its own with the next.
    """
    first, last = _line(text, start)
    if last - first > _LONGEST and CELL_GAP not in text[first:last]:
        cut = [(first + a, first + b) for a, b in sentences(text[first:last])]
        at = next(at for at, (_, stop) in enumerate(cut) if stop >= end)
        is_closing = at > 0 and _CLOSING.match(text[cut[at][0] : cut[at][1]].lstrip()) is not None
        first, last = cut[at - is_closing][0], cut[at][1]
    elif last - first <= _SHORT and not _IN_CHARGE.search(text[first:last]):
        last = _line(text, last + 1)[1] if last < len(text) else last
    elif last - first <= _SHORT and first and start > first and _closes(text[first:last]):
        above = text[:first].rstrip()
        first = max(_line(text, len(above))[0], first - _LONGEST)
    return first, len(text[:last].rstrip())


def _closes(line: str) -> bool:
    """Tell a line that only says who has the task above it, which no row of a table does."""
    return CELL_GAP not in line and _CLOSING.match(line.lstrip()) is not None


def _line(text: str, at: int) -> tuple[int, int]:
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, len(text) if end < 0 else end

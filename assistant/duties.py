"""Stored duties into answers: who is responsible for a topic, and everything a unit is responsible for."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from assistant.answer import Answer, Mode
from assistant.citations import Sources, marks
from assistant.question import Question
from assistant.terms import Term, beyond, coverage
from ingest.records import Chunk, Document, Duty, Hit, Role
from ingest.text import normalize, sentences

_WORDING = {Role.LEAD: "由{}牵头", Role.OWNER: "由{}负责", Role.SUPPORT: "{}配合", Role.PARTICIPANT: "{}参与"}
_LOOKED_AT = 10
_MOST_DOCUMENTS = 6
_CLOSE = 0.9
_ONE_STATEMENT = 40
_NAMED = 0.3
_LONGEST_TASK = 60
_OPENING = re.compile(r"[（(【\[][^（()）【】\[\]]*$")
_CLOSING = re.compile(r"^[^（()）【】\[\]]*[）)】\]]")


@dataclass(frozen=True, slots=True)
class Charge:
    """Duties stated together, and what they are for.

    :param topicality: weighted share of the question's words in what the duties are for, 0 to 1, and more
        where its heading names them.
    """

    document: Document
    section: int
    duties: tuple[Duty, ...]
    topicality: float


def charges_for(
    terms: tuple[Term, ...], hits: Sequence[Hit], open_document: Callable[[str], Document], at_least: float
) -> list[Charge]:
    """Find what stored duties say of a topic: the nearest charge of each document, if it is near enough.

    :param at_least: how much of the question a task must cover for its units to be the answer.
    """
    nearest: dict[str, Charge] = {}
    documents = {hit.chunk.doc: open_document(hit.chunk.doc) for hit in hits[:_LOOKED_AT]}
    for hit in hits[:_LOOKED_AT]:
        charge, known = (
            _charge(documents[hit.chunk.doc], hit.chunk.section, terms),
            nearest.get(hit.chunk.doc),
        )
        if charge and (known is None or charge.topicality > known.topicality):
            nearest[hit.chunk.doc] = charge
    best = max((charge.topicality for charge in nearest.values()), default=0.0)
    bar = max(at_least, _CLOSE * best)
    near = [charge for charge in nearest.values() if charge.topicality >= bar]
    return sorted(near, key=_newest_first)[:_MOST_DOCUMENTS]


def name_units(question: Question, charges: Sequence[Charge], hits: Sequence[Hit]) -> Answer:
    """State who is responsible, one statement a charge, newest document first."""
    unique = {(charge.document.doc, charge.duties): charge for charge in charges}
    ordered = sorted(unique.values(), key=_newest_first)
    sources = Sources()
    text = "\n".join(_statement(charge, sources, named=len(ordered) > 1) for charge in ordered)
    cited = {charge.document.doc for charge in ordered}
    related = tuple(hit for hit in hits if hit.chunk.doc not in cited)
    return Answer(question.text, text, Mode.EXTRACT, sources.citations, related)


def tasks(question: Question, documents: Iterable[Document]) -> Answer | None:
    """List every task of the unit asked for, grouped by document, newest first; None when there is none.

    Only those of the years and the role the question names, if it names any.
    """
    roles = [role for role in Role if role is not Role.OWNER and role.value in question.text]
    charges = [
        charge
        for document in documents
        if not question.years or set(question.years).intersection(document.header.years)
        for charge in _charges_of(document, question.unit, roles or list(Role))
    ]
    if not charges:
        return None
    charges.sort(key=_newest_first)
    sources = Sources()
    years = "、".join(f"{year}年" for year in question.years)
    verb = "、".join(roles) if roles else "负责"
    lines = [f"{years}{question.unit}{verb}的工作共 {len(charges)} 项，已全部列出。"]
    for _, group in groupby(charges, key=lambda charge: charge.document.doc):
        own = list(group)
        lines.append(f"《{own[0].document.header.title}》（{len(own)} 项）：")
        lines += [f"· {_task(charge)}{_as(charge)}{marks([_cite(charge, sources)])}" for charge in own]
    return Answer(question.text, "\n".join(lines), Mode.EXTRACT, sources.citations)


def _as(charge: Charge) -> str:
    """Name the part a unit has in a task, unless it simply owns it."""
    role = charge.duties[0].role
    return "" if role is Role.OWNER else f"（{role}）"


def _newest_first(charge: Charge) -> tuple[int, str]:
    return -(charge.document.header.year or 0), charge.document.doc


def _charge(document: Document, section: int, terms: tuple[Term, ...]) -> Charge | None:
    """Find the duties that hold for a section: its own, else those of the nearest section above that has any.

    Of several statements in a section the nearest to the topic counts, then the last: that is the formal
    one, which closes a task.
    """
    index: int | None = section
    while index is not None:
        own = [d for d in document.duties if d.section == index and not _in_long_heading(document, d)]
        if own:
            charges = [_weighed(document, index, group, terms) for group in _stated_together(own)]
            return max(reversed(charges), key=lambda charge: charge.topicality)
        index = document.sections[index].parent
    return None


def _in_long_heading(document: Document, duty: Duty) -> bool:
    """Tell whether a duty is one of several things a heading says that is a whole paragraph."""
    section = document.sections[duty.section]
    return duty.start < section.body and len(section.title) > _LONGEST_TASK


def _charges_of(document: Document, unit: str, roles: Sequence[Role]) -> list[Charge]:
    """Find the sections a unit has a duty for, each once, with the last statement of it."""
    named = [duty for duty in document.duties if duty.unit == unit and duty.role in roles]
    last = {duty.section: duty for duty in sorted(named, key=lambda duty: duty.start)}
    return [Charge(document, section, (duty,), 1.0) for section, duty in sorted(last.items())]


def _stated_together(duties: Sequence[Duty]) -> list[tuple[Duty, ...]]:
    """Group the duties of a section that stand in one statement."""
    groups: list[list[Duty]] = []
    for duty in sorted(duties, key=lambda duty: duty.start):
        if groups and duty.start - groups[-1][-1].end <= _ONE_STATEMENT:
            groups[-1].append(duty)
        else:
            groups.append([duty])
    return [tuple(group) for group in groups]


def _weighed(document: Document, index: int, duties: tuple[Duty, ...], terms: tuple[Term, ...]) -> Charge:
    """Judge what duties are for by the headings and the text they close, not by the document's title."""
    section = document.sections[index]
    before = [d.end for d in document.duties if d.section == index and d.end <= duties[0].start]
    start = max([section.start, *before])
    asked = beyond(terms, document.header.title)
    about = " ".join((*document.path(index), document.text[start : duties[-1].end]))
    named = coverage(asked, normalize(section.title))
    return Charge(document, index, duties, coverage(asked, normalize(about)) + _NAMED * named)


def _statement(charge: Charge, sources: Sources, named: bool) -> str:
    by_role = [
        wording.format("、".join(dict.fromkeys(duty.unit for duty in charge.duties if duty.role is role)))
        for role, wording in _WORDING.items()
        if any(duty.role is role for duty in charge.duties)
    ]
    title = f"《{charge.document.header.title}》：" if named else ""
    return f"{title}“{_task(charge)}”{'，'.join(by_role)}。{marks([_cite(charge, sources)])}"


def _task(charge: Charge) -> str:
    section = charge.document.sections[charge.section]
    return section.title or charge.document.header.title


def _cite(charge: Charge, sources: Sources) -> int:
    passage = _passage(charge.document, charge.duties[0])
    start, end = _quote(passage, charge.duties)
    return sources.cite(passage, start, end)


def _passage(document: Document, duty: Duty) -> Chunk:
    """Wrap the own text of the section a duty is printed in as a citable passage."""
    printed = max(i for i, section in enumerate(document.sections) if section.start <= duty.start)
    section = document.sections[printed]
    text = document.text[section.start : section.own_end]
    return Chunk(
        f"{document.doc}#{printed}",
        document.doc,
        printed,
        section.start,
        section.own_end,
        text,
        document.header.title,
        document.path(printed),
    )


def _quote(passage: Chunk, duties: Sequence[Duty]) -> tuple[int, int]:
    """Span of the statement that names the units: its sentence, with the one before a bare bracket."""
    first, last = duties[0].start - passage.start, duties[-1].end - passage.start
    spans = sentences(passage.text)
    begin = max(i for i, (start, _) in enumerate(spans) if start <= first)
    start = spans[begin][0]
    opening = _OPENING.search(passage.text[:first])
    if begin and opening and not passage.text[start : opening.start()].strip():
        start = spans[begin - 1][0]
    end = next(stop for _, stop in spans if stop >= last)
    closing = _CLOSING.match(passage.text[last:])
    end = max(end, last + closing.end()) if closing else end
    return passage.start + start, passage.start + end

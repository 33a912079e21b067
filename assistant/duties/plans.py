"""A body into its work: what its own plans set, by their headings, then what documents of others give it."""

import re
from collections.abc import Mapping, Sequence

from assistant.answer import Answer, Mode
from assistant.citing.citations import Sources, marks, section_passage
from assistant.duties.answers import charges_of_unit, list_charges
from assistant.understanding.bodies import name_of, organs_in
from assistant.understanding.narrowing import is_source
from assistant.understanding.question import Question
from ingest.index.entry import DocumentInfo
from ingest.records import Alias, Document, Role

_PLAN = re.compile(r"(?:要点|计划)$")
_NO_TASK = re.compile(
    r"名词解释|附[件注录则]|指标解释|说明$|^(?:监督)?考核(?:问责|奖惩|评估|机制)?$|^(?:资金|经费)(?:保障)?$|^(?:工作|有关|相关)要求$|^(?:指导思想|总体要求|(?:工作|主要|总体)目标|保障措施|组织领导)$"
)
_ROLES = tuple(role for role in Role if role is not Role.OWNER)
_LONGEST = 60


def is_body(question: Question) -> bool:
    """Tell whether the unit whose work is asked for issues documents itself, and all of its work is meant."""
    named = organs_in(question.unit, question.organs)
    return bool(named) and not any(role.value in question.text for role in _ROLES)


def own_plans(question: Question, stored: Sequence[DocumentInfo]) -> list[DocumentInfo]:
    """Find the plans of a body for the years a question names, or else its newest ones.

    A plan whose issuing body is not stated is its own where the title names its field (教育).
    """
    fields = [name_of(organ)[:-1] for organ in question.organs]
    plans = [
        info
        for info in stored
        if _PLAN.search(info.kind)
        and is_source(question, info)
        and (info.organ or any(field in info.title for field in fields))
    ]
    years = set(question.years) or {max((info.header.year or 0 for info in plans), default=0)}
    found = [info for info in plans if years.intersection(info.header.years or (0,))]
    return sorted(found, key=lambda info: (-(info.header.year or 0), info.doc))


def work_of_body(
    question: Question,
    plans: Sequence[Document],
    others: Sequence[Document],
    aliases: Mapping[str, Sequence[Alias]],
) -> Answer | None:
    """List the tasks of a body's own plans, then those that documents of others give it, each counted.

    None when there are neither.

    :param others: documents that may give it duties; its plans are left out.
    """
    own = {document.doc for document in plans}
    given = charges_of_unit(
        question.unit, [other for other in others if other.doc not in own], aliases, question.years
    )
    listed = [(document, tasks_of_plan(document)) for document in plans]
    count = sum(len(tasks) for _, tasks in listed)
    if not given and not count:
        return None
    sources = Sources()
    years = "、".join(f"{year}年" for year in question.years)
    lines = [f"{years}{question.unit}自己的计划、要点列出的工作共 {count} 项，已全部列出。"] if count else []
    for document, tasks in listed:
        lines += [f"《{document.header.title}》（{len(tasks)} 项）："] if tasks else []
        lines += [_line(document, index, sources) for index in tasks]
    if given:
        lacking = "" if count else f"资料库中没有{question.unit}自己{years}的工作计划或要点。"
        lines.append(f"{lacking}其他文件交给{question.unit}的工作共 {len(given)} 项，已全部列出。")
        lines += list_charges(given, question.unit, sources)
    return Answer(question.text, "\n".join(lines), Mode.EXTRACT, sources.citations)


def tasks_of_plan(document: Document) -> list[int]:
    """Find the sections that are tasks: those below the first headings, or these where most have none."""
    sections = document.sections
    firsts = [
        first
        for first, section in enumerate(sections)
        if section.parent == 0 and section.heading and not _NO_TASK.search(section.title)
    ]
    below = {
        first: [index for index, part in enumerate(sections) if part.parent == first and part.heading]
        for first in firsts
    }
    if 2 * sum(map(bool, below.values())) < len(firsts):
        return firsts
    return [index for first in firsts for index in below[first] or [first]]


def _line(document: Document, index: int, sources: Sources) -> str:
    section = document.sections[index]
    number = sources.cite(
        section_passage(document, index), section.start, max(section.body, section.start + 1)
    )
    title = section.title if len(section.title) <= _LONGEST else f"{section.title[:_LONGEST]}…"
    return f"· {title}{marks([number])}"

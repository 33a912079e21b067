"""A unit into every task it has a duty for, each with the words that give it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from assistant.answer import Citation
from assistant.citing.citations import Sources
from assistant.duties.answers import charges_of_unit, cite, name_task
from ingest.records import Alias, Document, Role

_NAMED = 5


@dataclass(frozen=True, slots=True)
class Task:
    """One task of a unit.

    :param name: what is to be done, in the document's own words.
    :param unit: the unit as the document writes it, which may be another name of the same.
    :param n: number of the citation that gives the duty.
    """

    name: str
    unit: str
    role: Role
    doc: str
    years: tuple[int, ...]
    n: int


@dataclass(frozen=True, slots=True)
class UnitTasks:
    """All tasks of a unit, those of the newest document first; `year` is None for all years."""

    unit: str
    year: int | None
    tasks: tuple[Task, ...]
    citations: tuple[Citation, ...]


def list_tasks(
    unit: str, year: int | None, documents: Iterable[Document], aliases: Mapping[str, Sequence[Alias]]
) -> UnitTasks:
    """List every task of a unit, under any name it goes by, in documents of a year or of all.

    :param aliases: names of one unit by issuing body.
    """
    sources = Sources()
    charges = charges_of_unit(unit, documents, aliases, () if year is None else (year,))
    tasks = [
        Task(
            name_task(charge),
            charge.duties[0].unit,
            charge.duties[0].role,
            charge.document.doc,
            charge.document.header.years,
            cite(charge, sources),
        )
        for charge in charges
    ]
    return UnitTasks(unit, year, tuple(tasks), sources.citations)


def unknown_unit(unit: str, known: Sequence[str]) -> str:
    """Say that no document gives a unit a duty, and which names come near."""
    near = [name for name in known if unit in name or name in unit] or get_close_matches(unit, known)
    hint = f"相近的有：{'、'.join(near[:_NAMED])}。" if near else ""
    return f"资料库中没有责任单位“{unit}”的任务。{hint}请写文件中的单位名称"

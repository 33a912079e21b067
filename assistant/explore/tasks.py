"""A document's duties into tasks: a unit, what it answers for, and the verbatim statement that says so."""

from dataclasses import dataclass

from assistant.answer import Citation
from assistant.citing.citations import Sources
from assistant.duties import all_charges, cite, name_task
from ingest.records import Document, Role


@dataclass(frozen=True, slots=True)
class Task:
    """What a unit answers for, as one document says.

    :param unit: its name as printed.
    :param key: tells the task from others of the document; two names of one unit share it.
    :param citation: the statement that names the unit.
    """

    unit: str
    role: Role
    name: str
    key: tuple[int, tuple[int, int] | None]
    citation: Citation


def tasks_in(document: Document) -> tuple[Task, ...]:
    """List every task of every unit of a document in reading order, a task of a unit once."""
    sources = Sources()
    tasks = []
    for charge in all_charges(document):
        (duty,) = charge.duties
        number = cite(charge, sources)
        key = charge.section, charge.task
        tasks.append(Task(duty.unit, duty.role, name_task(charge), key, sources.citations[number - 1]))
    return tuple(tasks)

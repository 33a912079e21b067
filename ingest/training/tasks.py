"""A library's documents into its tasks, sections that say something, with every fifth heading held out."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b

from ingest.records import Document
from ingest.text import normalize
from ingest.training.corpus import split_sentences

_NO_WORD = re.compile(r"[\W\d_]+")
_HELD_OUT = 5
_TELLING_SENTENCE = 8
"""Characters from which a sentence is known by its words: shorter ones stand in any document."""


@dataclass(frozen=True, slots=True)
class Task:
    """A section with words of its own.

    :param title: its heading without the numbering; "" where it has none.
    :param above: title of its document and the headings above it, outermost first.
    :param sentences: its own text, without the heading.
    :param units: names of the units responsible for it.
    """

    doc: str
    title: str
    above: tuple[str, ...]
    sentences: tuple[str, ...]
    units: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What the same task has in common over the years: its title without figures and signs."""
        return _key(self.title)

    @property
    def order(self) -> str:
        """A place in an order that has nothing to do with the documents, the same on every run."""
        return _digest("\0".join((self.doc, self.title, *self.sentences)))


@dataclass(frozen=True, slots=True)
class Split:
    """Tasks to train on, and tasks whose headings and sentences are not among them.

    :param whole: all tasks as they stand in the library.
    """

    training: tuple[Task, ...]
    held_out: tuple[Task, ...]
    whole: tuple[Task, ...]


def read_tasks(documents: Iterable[Document], most: int) -> list[Task]:
    """Read the tasks of documents; from more than `most` of them, so many are drawn evenly."""
    tasks = [task for document in documents for task in _tasks(document)]
    return tasks if len(tasks) <= most else sorted(tasks, key=lambda task: task.order)[:most]


def split(tasks: Sequence[Task]) -> Split:
    """Hold out every fifth heading, wherever it stands.

    The same heading in another document or year is held out with it; the sentences of what is held out,
    and its headings above others, are taken out of what is trained on.
    """
    keys = {task.key for task in tasks if task.key and int(_digest(task.key), 16) % _HELD_OUT == 0}
    held_out = [task for task in tasks if task.key in keys]
    known = {s for task in held_out for s in task.sentences if len(s) >= _TELLING_SENTENCE}
    training = []
    for task in tasks:
        left = tuple(sentence for sentence in task.sentences if sentence not in known)
        if task.key not in keys and left:
            above = tuple(heading for heading in task.above if _key(heading) not in keys)
            training.append(replace(task, above=above, sentences=left))
    return Split(tuple(training), tuple(held_out), tuple(tasks))


def _tasks(document: Document) -> Iterator[Task]:
    units: dict[int, list[str]] = {}
    for duty in document.duties:
        units.setdefault(duty.section, []).append(duty.unit)
    for index, section in enumerate(document.sections):
        own = tuple(split_sentences(document.text[section.body : section.own_end]))
        if own:
            above = _titles_above(document, index)
            title = section.title if section.parent is not None else ""
            yield Task(document.doc, title, above, own, tuple(dict.fromkeys(units.get(index, ()))))


def _titles_above(document: Document, index: int) -> tuple[str, ...]:
    titles: list[str] = []
    parent = document.sections[index].parent
    while parent:
        titles.append(document.sections[parent].title)
        parent = document.sections[parent].parent
    return (document.header.title, *reversed(titles))


def _key(title: str) -> str:
    return _NO_WORD.sub("", normalize(title))


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()

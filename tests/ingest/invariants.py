"""What holds for every document, whatever it was read from."""

import re
from itertools import pairwise

from ingest.chunk import chunk_document
from ingest.lists import lists_in
from ingest.records import Deadline, Document, Figure, Section
from ingest.text import normalize

DITTOS = ("同上", "同前", "〃", "″")
"""What may stand in a document in the place of a unit."""
_DIGIT = re.compile(r"\d")


def check(document: Document) -> None:
    """Sections partition the text and nest; headings, facts and chunks stand where they say they do."""
    _check_sections(document.text, document.sections)
    _check_facts(document)
    for most in (40, 400):
        _check_chunks(document, most)
    document.text.encode()
    assert all(diagnostic.message.strip() for diagnostic in document.diagnostics)


def _check_sections(text: str, sections: tuple[Section, ...]) -> None:
    root = sections[0]
    assert (root.level, root.start, root.end, root.parent) == (0, 0, len(text), None)
    assert "".join(text[section.start : section.own_end] for section in sections) == text
    assert all(above.start <= below.start for above, below in pairwise(sections))
    for index, section in enumerate(sections[1:], 1):
        assert section.parent is not None and section.parent < index
        parent = sections[section.parent]
        assert section.level == parent.level + 1
        assert parent.own_end <= section.start < section.own_end <= section.end <= parent.end
        assert section.start <= section.body <= section.own_end
        heading = squeeze(text[section.start : section.body])
        assert squeeze(section.label) in heading
        assert squeeze(section.title) in heading


def _check_facts(document: Document) -> None:
    text = document.text
    for duty in document.duties:
        section = document.sections[duty.section]
        assert section.start <= duty.start < duty.end <= section.end
        assert squeeze(text[duty.start : duty.end]) in (duty.unit, *DITTOS)
    facts: tuple[Figure | Deadline, ...] = (*document.figures, *document.deadlines)
    for fact in facts:
        section = document.sections[fact.section]
        assert section.start <= fact.start < fact.end <= section.own_end
        assert fact.value and text[fact.start : fact.end].strip() == text[fact.start : fact.end]
    for figure in document.figures:
        printed = set(_DIGIT.findall(normalize(text[figure.start : figure.end])))
        assert not printed or printed >= set(_DIGIT.findall(figure.value))
        assert "\n" not in figure.measure + figure.unit
    for alias in document.aliases:
        words = squeeze(text[alias.start : alias.end])
        assert alias.short in words and alias.full in words


def _check_chunks(document: Document, most: int) -> None:
    chunks, lists = chunk_document(document, most), lists_in(document)
    assert "".join(chunk.text for chunk in chunks) == document.text
    for chunk in chunks:
        section = document.sections[chunk.section]
        # Only a list goes beyond a section's own text: it is one passage with the sentence that opens it.
        end = section.end if chunk.section in lists else section.own_end
        assert section.start <= chunk.start < chunk.end <= end
        assert document.text[chunk.start : chunk.end] == chunk.text
        assert len(chunk.text) <= most


def squeeze(text: str) -> str:
    """The text without white space."""
    return "".join(text.split())

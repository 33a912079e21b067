"""A document given as text, read the way a file is, and its outline as a table."""

from ingest.clean import clean
from ingest.header import read_header
from ingest.outline import read_outline
from ingest.parse.plain import read_txt
from ingest.records import Header, Section


def read(text: str) -> tuple[Header, str, tuple[Section, ...]]:
    """Clean a text and read its header and its sections."""
    parsed = read_txt(text)
    cleaned = clean(parsed.lines, parsed.metadata)
    header = read_header(cleaned.lines, cleaned.metadata)
    stored, sections = read_outline(cleaned.lines, header.title)
    return header, stored, sections


def table(text: str) -> list[str]:
    """The outline of a text as lines `level number title`, a dash for none; `1 - -` is the closing."""
    _, _, sections = read(text)
    return [f"{s.level} {s.number or '-'} {s.title or '-'}" for s in sections[1:]]


def rows(expected: str) -> list[str]:
    """The lines of a table written in a test, its indents dropped."""
    return [line.strip() for line in expected.strip().splitlines()]

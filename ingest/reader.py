"""A file into a `Document`: parse, clean, outline, header, facts."""

from pathlib import Path

from ingest.clean import clean
from ingest.collector import collector_paused
from ingest.diagnose import diagnose
from ingest.facts import find_aliases, find_deadlines, find_duties, find_figures
from ingest.header import read_header
from ingest.outline import read_outline
from ingest.parse.read import LARGEST, check_length, read_file
from ingest.records import Document, Source


def read_document(path: Path, doc: str, *, largest: int = LARGEST) -> Document:
    """Read a file of any supported format into a document with sections and facts.

    :param doc: the key of the document in the library: its path below the folder that is ingested.
    :param largest: size in bytes from which a file is refused.
    :raises ReadError: the file cannot be opened, is in no supported format, or has no readable text.
    """
    source = read_file(path, largest=largest)
    with collector_paused():
        return _document(source, path, doc)


def _document(source: Source, path: Path, doc: str) -> Document:
    cleaned = clean(source.lines, {**source.metadata, "文件名": path.stem})
    check_length(0, len(cleaned.lines), path.name)  # items that ran together have a line each now
    header = read_header(cleaned.lines, cleaned.metadata)
    text, sections = read_outline(cleaned.lines, header.title)
    duties = find_duties(text, sections)
    return Document(
        doc=doc,
        sha256=source.sha256,
        format=source.format,
        header=header,
        text=text,
        sections=sections,
        duties=duties,
        figures=find_figures(text, sections),
        deadlines=find_deadlines(text, sections),
        aliases=find_aliases(text, sections, duties),
        removed=(*source.removed, *cleaned.removed),
        diagnostics=(*source.diagnostics, *cleaned.diagnostics, *diagnose(text, sections)),
    )

"""The domain: what a work plan consists of, as frozen records with offsets into its stored text.

All offsets count Unicode code points of `Document.text`; every span satisfies
`document.text[start:end]` being exactly the words it stands for.
"""

from ingest.records.document import Document, Header, Section
from ingest.records.facts import Alias, Comparator, Deadline, DeadlineKind, Duty, Figure, Role, Scope
from ingest.records.passage import Chunk, Described, Filter, Hit
from ingest.records.source import LISTED, VERBATIM, Diagnostic, DiagnosticKind, Line, Source

__all__ = [
    "LISTED",
    "VERBATIM",
    "Alias",
    "Chunk",
    "Comparator",
    "Deadline",
    "DeadlineKind",
    "Described",
    "Diagnostic",
    "DiagnosticKind",
    "Document",
    "Duty",
    "Figure",
    "Filter",
    "Header",
    "Hit",
    "Line",
    "Role",
    "Scope",
    "Section",
    "Source",
]

"""Plain text into lines."""

from ingest.parse.parsed import Parsed
from ingest.records import Line


def read_txt(text: str) -> Parsed:
    """Take every line as it stands; a form feed is a line break."""
    return Parsed([Line(line) for line in text.replace("\f", "\n").split("\n")])

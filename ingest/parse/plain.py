"""Plain text into lines, Markdown and typed tables in a file of plain text as well."""

import re

from ingest.numbering import read_marker
from ingest.parse.markdown import read_md
from ingest.parse.parsed import Parsed
from ingest.parse.typed_table import with_typed_tables

_HEADING = re.compile(r"\n#{1,6} +(?=[^\s#])")
_BOLD = re.compile(r"\n[ \t]*\*\*([^\s*][^*\n]{2,80})\*\*")
_LEAST_HEADINGS, _LEAST_BOLD = 2, 3


def read_txt(text: str) -> Parsed:
    """Take every line as it stands, but for tables; a form feed is a line break.

    A text that marks its headings as Markdown does, with signs or as numbered lines in bold, is read as such.
    """
    if _is_markdown(text):
        return read_md(text)
    return Parsed(with_typed_tables(text.replace("\f", "\n").split("\n")))


def _is_markdown(text: str) -> bool:
    if text.count("\n#") >= _LEAST_HEADINGS and len(_HEADING.findall(text)) >= _LEAST_HEADINGS:
        return True
    if text.count("**") < 2 * _LEAST_BOLD:
        return False
    return sum(read_marker(bold) is not None for bold in _BOLD.findall(text)) >= _LEAST_BOLD

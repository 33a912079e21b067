"""Lines of an invented plan with the duties and the names of units that are read from them."""

from ingest.facts import find_aliases, find_duties
from ingest.outline import read_outline
from ingest.records import Duty, Line, Role, Section

LEAD, OWNER, SUPPORT, PART = Role.LEAD, Role.OWNER, Role.SUPPORT, Role.PARTICIPANT
_LETTERS = {"牵": LEAD, "责": OWNER, "配": SUPPORT, "参": PART}


def read(*lines: str) -> tuple[str, tuple[Section, ...], tuple[Duty, ...]]:
    """Read lines as the body of a document."""
    text, sections = read_outline([Line(line) for line in lines], "标题")
    return text, sections, find_duties(text, sections)


def named(text: str) -> list[tuple[str, Role]]:
    """Units with their roles of the lines of one section."""
    return [(duty.unit, duty.role) for duty in read(*f"一、加强管理。{text}".split("\n"))[2]]


def units(told: str) -> list[tuple[str, Role]]:
    """Units as a test writes them: `牵:办公室 配:人事股`; a unit without a letter owns."""
    pairs = (word.rpartition(":") for word in told.split())
    return [(unit, _LETTERS[letter or "责"]) for letter, _, unit in pairs]


def owners(*lines: str) -> list[tuple[str, str]]:
    """Heading and unit of every duty."""
    _, sections, duties = read(*lines)
    return [(sections[duty.section].heading, duty.unit) for duty in duties]


def aliases(*lines: str) -> list[tuple[str, str, str]]:
    """Short name, full name and the words that say so."""
    text, sections, duties = read(*lines)
    found = find_aliases(text, sections, duties)
    return [(alias.short, alias.full, text[alias.start : alias.end]) for alias in found]

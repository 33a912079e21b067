"""What a parser makes of the bytes of a file: lines, and what the file states outside its text."""

from dataclasses import dataclass, field

from ingest.records import Diagnostic, Line


@dataclass(frozen=True, slots=True)
class Parsed:
    """The lines of a file in reading order.

    :param metadata: facts the container states outside the text, e.g. 标题, 发布日期.
    :param diagnostics: what is doubtful about the reading.
    :param removed: what the parser itself took for the margin of a page, in reading order.
    """

    lines: list[Line]
    metadata: dict[str, str] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()
    removed: tuple[str, ...] = ()

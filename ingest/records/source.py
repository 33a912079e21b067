"""A file before it is a document: its lines, and what is doubtful about them."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class DiagnosticKind(StrEnum):
    """What a reader of a file should look at, in the words the report uses."""

    NUMBERING = "编号不连续"
    TRUNCATED = "疑似截断"
    ENCODING = "编码存疑"
    DAMAGE = "文字存疑"
    REPOST = "疑似转载"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """Something that may have gone wrong between the document as written and the text as stored.

    :param message: one Chinese clause that names the place, e.g. `“（二）”之后是“（四）”，缺“（三）”`.
    """

    kind: DiagnosticKind
    message: str


LISTED = 10
"""The style of an outermost item of a list; items further in have the next ones."""
VERBATIM = 99
"""The style of a line that is shown as it was typed; no number in it counts."""


class Line(NamedTuple):
    """One line of a file as its parser saw it.

    :param style: the heading level in its format, 0 for none; from `LISTED` on it is certainly none.
    """

    text: str
    style: int = 0

    @property
    def is_heading(self) -> bool:
        """Tell whether the format of the file says that the line is a heading."""
        return 0 < self.style < LISTED


@dataclass(frozen=True, slots=True)
class Source:
    """A file as lines, before any cleaning.

    :param format: detected from the content: txt, md, html, docx or pdf.
    :param sha256: hex digest of the file's bytes.
    :param metadata: facts the container states outside the text, e.g. 标题, 发布日期, 来源, 索引号, 文号.
    :param diagnostics: what is doubtful about the decoding.
    :param removed: running heads and page numbers, where the format tells them from the text.
    """

    lines: tuple[Line, ...]
    format: str
    sha256: str
    metadata: dict[str, str] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()
    removed: tuple[str, ...] = ()

"""What an answer is: statements with [n] marks, and for each n the passage it stands on."""

from dataclasses import dataclass
from enum import StrEnum

from ingest.records import Hit


class Mode(StrEnum):
    """How an answer came about; shown to the user."""

    EXTRACT = "摘录"
    MODEL = "模型撰写"
    FALLBACK = "回退摘录"
    REFUSAL = "未找到依据"
    GUIDE = "使用说明"


@dataclass(frozen=True, slots=True)
class Citation:
    """Source number `n` of an answer: a verbatim quote and its place.

    `quote` is exactly `document.text[start:end]` of the stored document `doc`.
    """

    n: int
    doc: str
    title: str
    path: tuple[str, ...]
    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer, whole or so far while it is being written.

    :param text: Chinese text; every statement ends with the marks `[n]` of its citations.
    :param citations: in the order of n, numbered from 1 by first use.
    :param related: passages that were found but not cited, best first.
    :param notice: one line the reader should know (the model failed, the search was widened), or "".
    :param dropped: statements of a model that no passage supports and that were left out.
    :param narrowed: years, places, units and the like that the question itself was narrowed to.
    """

    question: str
    text: str
    mode: Mode
    citations: tuple[Citation, ...] = ()
    related: tuple[Hit, ...] = ()
    notice: str = ""
    dropped: int = 0
    narrowed: tuple[str, ...] = ()

    @property
    def refused(self) -> bool:
        """Whether nothing in the library answers the question."""
        return self.mode in (Mode.REFUSAL, Mode.GUIDE)


def joined(*notices: str) -> str:
    """Put what the reader should know into one line."""
    return "；".join(filter(None, notices))

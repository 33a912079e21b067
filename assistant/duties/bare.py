"""A sentence into whether it says no more than whose a task is: 责任股室：办公室, （组织部牵头）."""

import re
from collections.abc import Iterator

from ingest.facts.labelled import LABEL_WORDS
from ingest.parse.table import is_row
from ingest.records import Document
from ingest.text import sentences

_LABEL = re.compile(
    rf"\s*[（(【\[〔［]?\s*(?:{LABEL_WORDS}|(?P<bare>牵头|主办|主责|责任|负责|承办|配合|协办|参与)|(?:责任|牵头|配合|包保|联系|分管)(?:领导|人员?))"
    r"\s*[】\]〕］]?\s*[:：]"
)
_BRACKETS = re.compile(r"\s*(?:[（(【\[][^（）()【】\[\]]*[)）】\]]\s*)+[。；;]?\s*")
_BRACKETED = re.compile(r"\s*[（(]")
_LEAST = 2


def content(document: Document, section: int) -> Iterator[tuple[int, int]]:
    """Find the sentences below a heading, as spans of the document, that say more than whose the task is."""
    own = document.sections[section]
    said = (
        (own.body + start, own.body + end) for start, end in sentences(document.text[own.body : own.own_end])
    )
    for start, end in said:
        if len(document.text[start:end].strip()) >= _LEAST and not only_allots(document, start, end):
            yield start, end


def only_allots(document: Document, start: int, end: int) -> bool:
    """Tell whether a sentence is a line or bracket of duties; a row of a table says more."""
    words = document.text[start:end]
    if is_row(words) or (_BRACKETED.match(words) and not _BRACKETS.fullmatch(words)):
        return False
    label = _LABEL.match(words)
    if label is not None and not label["bare"]:
        return True
    return (label or _BRACKETS.fullmatch(words)) is not None and _has_duty(document, start, end)


def content_of(document: Document, section: int) -> str:
    """Give the words below a heading without what only says whose the task is."""
    return "".join(document.text[start:end] for start, end in content(document, section))


def _has_duty(document: Document, start: int, end: int) -> bool:
    return any(start <= duty.start < end for duty in document.duties)

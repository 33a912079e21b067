"""A unit into what it is for: the section headed by it where a document sets out the duties of each unit."""

import re
from collections.abc import Mapping, Sequence

from assistant.answer import Answer, Mode
from assistant.citing.citations import Sources, marks
from assistant.duties.answers import charges_of_unit, cite
from assistant.duties.charges import Charge
from assistant.understanding.question import Question
from ingest.records import Alias, Document

_FUNCTION = re.compile(
    r"(?:干|做|管)(?:些|点)?(?:什么|啥|哪些事?)(?:工作|事情?)?的?[?？。]?$"
    r"|(?:职责|职能)(?:都|主要)?(?:是什么|是啥|有哪些|有什么|包括什么|包括哪些)?[?？。]?$"
)
_CHARTER = re.compile(r"职责|职能|内设机构|机构设置|三定")


def asks_function(text: str) -> bool:
    """Tell whether a text asks what somebody is for: 人事股是干什么的, 办公室的职责是什么."""
    return _FUNCTION.search(text) is not None


def charter(
    question: Question, unit: str, documents: Sequence[Document], aliases: Mapping[str, Sequence[Alias]]
) -> Answer | None:
    """Quote what documents set out as the duties of a unit, newest first; None where none does."""
    charges = [
        charge for charge in charges_of_unit(unit, documents, aliases, question.years) if _is_of(charge)
    ]
    if not charges:
        return None
    sources = Sources()
    lines = []
    for charge in charges:
        text = charge.document.text[slice(*(charge.task or (0, 0)))].strip()
        lines.append(f"《{charge.document.header.title}》：\n{text}{marks([cite(charge, sources)])}")
    return Answer(question.text, "\n".join(lines), Mode.EXTRACT, sources.citations)


def _is_of(charge: Charge) -> bool:
    """Tell whether a charge is the text below a heading that is the unit, in a chart of duties."""
    document = charge.document
    section = document.sections[charge.section]
    headed = charge.task is not None and charge.duties[0].end <= section.body <= charge.task[0]
    return (
        headed
        and _CHARTER.search(" ".join((document.header.title, *document.path(charge.section)))) is not None
    )

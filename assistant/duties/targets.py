"""A unit, or a plan, into the figures it sets: each sentence that states one, with its source."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from assistant.answer import Answer, Mode
from assistant.citing.citations import Sources, marks, section_passage
from assistant.duties.answers import charges_of_unit
from assistant.duties.charges import Charge
from assistant.understanding.question import Question
from ingest.records import Alias, Document, Figure
from ingest.text import sentences

_Span = tuple[int, int, int]
_MOST = 60


def targets(
    question: Question, documents: Iterable[Document], aliases: Mapping[str, Sequence[Alias]]
) -> Answer | None:
    """List every sentence with a figure in the tasks of the unit asked for; None when there is none.

    They are grouped by document, newest first, of the years the question names, if it names any.
    """
    charges = charges_of_unit(question.unit, documents, aliases, question.years)
    stated: dict[tuple[str, _Span], Document] = {
        (charge.document.doc, span): charge.document for charge in charges for span in _stated(charge)
    }
    if not stated:
        return None
    years = "、".join(f"{year}年" for year in question.years)
    return _told(question, f"{years}{question.unit}负责的工作中写明指标的", stated)


def targets_of_body(
    question: Question,
    plans: Sequence[Document],
    others: Iterable[Document],
    aliases: Mapping[str, Sequence[Alias]],
) -> Answer | None:
    """List every sentence with a figure in a body's own plans, then those of what others give it.

    None where its plans state none, or too many to read.

    :param others: documents that may give it duties; its plans are left out.
    """
    own = {(plan.doc, span): plan for plan in plans for span in _of_plan(plan)}
    if not own or len(own) > _MOST:
        return None
    docs = {plan.doc for plan in plans}
    charges = charges_of_unit(
        question.unit, [other for other in others if other.doc not in docs], aliases, question.years
    )
    given = {(charge.document.doc, span): charge.document for charge in charges for span in _stated(charge)}
    years, sources = "、".join(f"{year}年" for year in question.years), Sources()
    lines = _listed(f"{years}{question.unit}自己的计划、要点写明指标的", own, sources)
    if given:
        lines += _listed(f"其他文件交给{question.unit}的工作中写明指标的", given, sources)
    return Answer(question.text, "\n".join(lines), Mode.EXTRACT, sources.citations)


def targets_of_plan(question: Question, document: Document) -> Answer | None:
    """List every sentence of a plan that sets a figure; None when there is none, or too many to read."""
    spans = _of_plan(document)
    if not spans or len(spans) > _MOST:
        return None
    stated = {(document.doc, span): document for span in spans}
    return _told(question, f"《{document.header.title}》写明指标的", stated)


def _of_plan(document: Document) -> list[_Span]:
    """Find the sentences of a document that hold figures, in its order."""
    return sorted({(figure.section, *_sentence(document, figure)) for figure in document.figures})


def _told(question: Question, what: str, stated: Mapping[tuple[str, _Span], Document]) -> Answer:
    sources = Sources()
    lines = _listed(what, stated, sources)
    return Answer(question.text, "\n".join(lines), Mode.EXTRACT, sources.citations)


def _listed(what: str, stated: Mapping[tuple[str, _Span], Document], sources: Sources) -> list[str]:
    lines = [f"{what}共 {len(stated)} 处，已全部列出。"]
    for _, group in groupby(stated.items(), key=lambda item: item[0][0]):
        own = list(group)
        lines.append(f"《{own[0][1].header.title}》：")
        lines += [_line(document, *span, sources) for (_, span), document in own]
    return lines


def _stated(charge: Charge) -> list[_Span]:
    """Find the sentences of a task that hold figures: of its own words, or of its section and those below.

    :return: section, and span of the sentence, for each.
    """
    document, section = charge.document, charge.document.sections[charge.section]
    first, last = charge.task or (section.start, section.end)
    figures = [figure for figure in document.figures if first <= figure.start < last]
    return list(dict.fromkeys((figure.section, *_sentence(document, figure)) for figure in figures))


def _sentence(document: Document, figure: Figure) -> tuple[int, int]:
    own = document.sections[figure.section]
    spans = sentences(document.text[own.start : own.own_end])
    start, end = next(span for span in spans if own.start + span[1] >= figure.end)
    return own.start + start, own.start + end


def _line(document: Document, section: int, start: int, end: int, sources: Sources) -> str:
    number = sources.cite(section_passage(document, section), start, end)
    return f"· {document.text[start:end].strip()}{marks([number])}"

"""What a question names outside of what its reader chose, into a notice of its answer or a refusal."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.answer import Answer, Mode, joined
from assistant.answering.gathered import Evidence
from assistant.answering.respond import is_enumerated
from assistant.understanding.named import short_place
from assistant.understanding.question import Question
from ingest.index.entry import DocumentInfo
from ingest.records import Filter


def named_beyond(named: Question, chosen: Filter, stored: Iterable[DocumentInfo]) -> tuple[str, ...]:
    """Find the years, places, issuing bodies and documents that a question names and a choice leaves out.

    :param named: the question as it is read over the whole library.
    :param stored: the documents of the whole library.
    """
    admitted = [info for info in stored if chosen.admits(info)]
    years = [f"{year}年" for year in named.years if chosen.years and year not in chosen.years]
    found = [*years]
    if chosen.organs:
        held = {short_place(info.place) for info in admitted}
        found += [place for place in named.places if "" not in held and short_place(place) not in held]
        found += [body.label for body in named.bodies if set(chosen.organs).isdisjoint(body.organs)]
    titled = (named.titled,) if named.titled and not years else ()  # those of another year go with it
    docs = {info.doc for info in admitted}
    found += [each.label for each in (*named.documents, *titled) if docs.isdisjoint(each.docs)]
    return tuple(dict.fromkeys(found))


def tell_beyond(question: Question, answer: Answer, evidence: Sequence[Evidence]) -> Answer:
    """Say what the choice leaves out of a question; refuse where the rest is not answered as it was asked.

    :param evidence: what was found for each part of the question.
    """
    if not question.beyond:
        return answer
    said = f"您只看{'、'.join(question.scope.labels)}，问题还问了{'、'.join(question.beyond)}"
    is_whole = is_enumerated(question) or not any(part.elsewhere or part.widened for part in evidence)
    if is_whole and not answer.refused:
        return replace(answer, notice=joined(said, answer.notice))
    text = f"{said}。请去掉所选的条件再问，或只问所选范围里的内容。"
    return Answer(question.text, text, Mode.REFUSAL, related=answer.related)

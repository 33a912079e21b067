"""A read question and its graded evidence into its extractive answer, or a refusal."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Answer, Mode, joined
from assistant.answering.against import change_stated
from assistant.answering.aside import aside, is_aside, is_of_nothing
from assistant.answering.changed import changed
from assistant.answering.complete import add_said, complete, other_facts
from assistant.answering.confirmed import confirmed, tells_each, with_bodies
from assistant.answering.each import answer_each
from assistant.answering.extract import extract
from assistant.answering.gather import Gatherer
from assistant.answering.gathered import Evidence, stated_for
from assistant.answering.issued import tell_issue
from assistant.answering.items import whole_list
from assistant.answering.named_rows import of_named_rows
from assistant.answering.nearest import quote_nearest
from assistant.answering.relevant import items_on
from assistant.answering.work import list_work, of_place
from assistant.compare import (
    Comparison,
    are_alike,
    compare_facts,
    compare_units,
    compares,
    has_table,
    write,
)
from assistant.documents.listing import holding, list_documents, list_mentions
from assistant.documents.parts import part_named, quote_part, section_named
from assistant.documents.phases import tell_phase
from assistant.documents.summary import documents_meant, named_document, summarize, summarize_best
from assistant.documents.whence import tell_whence
from assistant.duties import (
    asks_function,
    charter,
    name_units,
    with_leaders,
)
from assistant.evidence.evidence import Statement
from assistant.evidence.refusal import Missing, left_out, refuse
from assistant.evidence.rivals import name_rivals, rivals
from assistant.evidence.siblings import written_instead
from assistant.retrieval.retrieve import Retriever
from assistant.rolls import Rolls
from assistant.shelf import Shelf
from assistant.understanding.intent import Intent, asks_leader, mentioned_in
from assistant.understanding.narrowing import admits, loosened
from assistant.understanding.question import Question
from assistant.wanted.fact import fact_asked
from ingest.records import Hit

_ENUMERATED = (Intent.DOCUMENTS, Intent.TASKS)
_SEVERAL = "这个名称对应不止一份文件，写明是哪一份可以看它的主要内容"
_NOT_ALIKE = "所引的数字不都是所问的那一种，不能直接相比"
_NO_MORE = "找到的内容上面都已引用，没有更多了。可以换一种说法再问，或写明要问的单位、年份、文件。"
_LONG_PLAN = 3
_LISTED = (Intent.TOPIC, Intent.MEANING)


class Responder:
    """Answers without a model; what a model writes from is the same evidence."""

    def __init__(self, retriever: Retriever, shelf: Shelf) -> None:
        self._retriever = retriever
        self._gatherer = Gatherer(retriever, shelf.outline, shelf.copies)
        self._shelf = shelf
        self._rolls = Rolls(retriever, shelf)

    def evidence(self, question: Question) -> list[Evidence]:
        """Gather evidence for each part of a question, within its years and places if they hold any."""
        if is_aside(question.text):
            return []
        found = change_stated(question, [self._gatherer.gather(part) for part in question.parts])
        found = confirmed(question, found, self._shelf.open)
        if question.sides and not all(part.on_topic and part.is_stated for part in found):
            found = of_named_rows(found) or [self._gatherer.gather(replace(question, sides=()))]
        return found + [part for one in question.asked for part in self.evidence(one)]

    def answer(self, question: Question, evidence: Sequence[Evidence]) -> Answer:
        """Write the extractive answer, or refuse; several questions in one are each answered."""
        answer = answer_each(question, evidence, self._alone)
        return replace(answer, notice=joined(question.proofread, answer.notice))

    def _alone(self, question: Question, evidence: Sequence[Evidence]) -> Answer:
        """Answer a question as one, and say what it was narrowed to."""
        hits = [hit for part in evidence for hit in part.hits]
        if is_aside(question.text):
            return aside(question, self._retriever.search)
        if is_of_nothing(question):  # 哪个项目最长 may be told by a table of projects
            return self._rolls.of_table(question, hits) or aside(question, self._retriever.search)
        if question.cited:
            return tell_whence(question, self._shelf)
        if question.besides:
            return self._more(question, evidence, hits)
        if told := tell_issue(question, hits, self._shelf) or self._rolls.answer(question, hits):
            return told
        if is_enumerated(question):
            return self._enumerate(question, hits)
        named = self._function(question) or tell_phase(question, hits, self._shelf)
        named = named or self._summary(question, hits)
        if named:
            return replace(named, narrowed=question.labels)
        answer = (
            changed(question, evidence, hits, self._shelf, self._retriever)
            or self._answer(question, evidence, hits)
            or quote_nearest(question, evidence, self._gatherer)
        )
        if answer is None:
            instead = written_instead(question, [s for part in evidence for s in part.statements])
            missing = self._missing(question, evidence)
            refusal = refuse(question, hits, missing, stated_for(evidence), instead)
            return replace(refusal, narrowed=question.labels)
        used = [part.question for part in evidence if not part.elsewhere]
        return replace(answer, narrowed=tuple(dict.fromkeys(label for part in used for label in part.labels)))

    def _more(self, question: Question, evidence: Sequence[Evidence], hits: Sequence[Hit]) -> Answer:
        """Tell what was not told before; of a fact there is no more."""
        rest = [part.besides(question.besides) for part in evidence]
        more = self._answer(question, rest, hits) if question.intent is Intent.TOPIC else None
        return more or Answer(question.text, _NO_MORE, Mode.GUIDE)

    def _missing(self, question: Question, evidence: Sequence[Evidence]) -> Missing:
        """Tell what the library lacks; where it holds documents of the place and year, it is not these."""
        if not any(part.on_topic for part in evidence):
            return Missing.TOPIC
        is_within = any(part.on_topic and not part.elsewhere for part in evidence)
        is_held = (
            question.places
            and question.years
            and any(admits(question, info) for info in self._shelf.documents())
        )
        return Missing.FACT if is_within or is_held else Missing.PLACE

    def _function(self, question: Question) -> Answer | None:
        """Quote what an office is for, where that is asked and a document sets it out."""
        if not question.concerned or not asks_function(question.text):
            return None
        shelf = self._shelf.within(question.chosen)
        documents = of_place(question, shelf, shelf.with_unit(question.concerned))
        return charter(question, question.concerned, documents, shelf.aliases())

    def _summary(self, question: Question, hits: Sequence[Hit]) -> Answer | None:
        """Sum up the document a question names, or the part it names by number, where it asks for that."""
        if question.intent is not Intent.SUMMARY:
            return None
        shelf = self._shelf.within(question.chosen)
        meant = documents_meant(question, shelf)
        if question.titled and len(meant) > 1:
            several = replace(question.titled, docs=tuple(info.doc for info in meant), exact=True)
            listed = list_documents(replace(question, titled=several), shelf)
            return replace(listed, notice=_SEVERAL) if listed else None
        document, part = named_document(question, shelf), part_named(question.text)
        if document is None and part and question.carried:
            document = shelf.open(question.carried[0])
        if document is None or not part:
            return summarize(question, document) if document else None
        section = section_named(document, part)
        if section is None:
            return refuse(question, hits, Missing.FACT)
        told = None if part.endswith("条") else summarize(question, document, section)
        return told or quote_part(question.text, document, section)

    def _enumerate(self, question: Question, hits: Sequence[Hit]) -> Answer:
        """List all of what is asked, within what the question names, and wider where that holds none."""
        shelf = self._shelf.within(question.chosen)
        for wider in loosened(question):
            of_documents = wider.intent is Intent.DOCUMENTS
            answer = self._documents(wider, shelf) if of_documents else list_work(wider, shelf)
            if answer:
                lost = [label for label in question.labels if label not in wider.labels]
                return replace(answer, notice=left_out(widened=lost), narrowed=wider.labels)
        return replace(refuse(question, hits, Missing.FACT), narrowed=question.labels)

    def _documents(self, question: Question, shelf: Shelf) -> Answer | None:
        words = mentioned_in(question.text)
        if not words:
            return list_documents(question, shelf)
        return list_mentions(question, words, holding(words, self._retriever.holding), shelf)

    def _answer(self, question: Question, evidence: Sequence[Evidence], hits: Sequence[Hit]) -> Answer | None:
        inside = [part for part in evidence if not part.elsewhere]
        asked = question
        answer = self._write(question, inside, hits)
        if answer is None and len(evidence) == len(inside) == 1:
            for asked in other_facts(inside[0].question):
                answer = self._write(asked, [self._gatherer.judge(asked, inside[0].hits)], hits)
                if answer:
                    break
        if answer is None:
            return None
        notice = left_out(
            [part.question for part in evidence if part.elsewhere],
            [name for part in evidence for name in part.widened],
            [
                part.question
                for part in inside
                if asked is question and not (part.is_stated or has_table(answer))
            ],
            [(part.instead, part.question.years[0]) for part in evidence if part.instead],
            is_far=any(part.is_far for part in inside),
        )
        said = (notice, self._unheld(question), self._undated(question, answer), answer.notice)
        answer = replace(answer, notice=joined(*said))
        if len(inside) == 1:
            return complete(answer, asked.intent, inside[0], self._gatherer)
        return answer

    def _unheld(self, question: Question) -> str:
        """Say so where of several bodies that are asked of some have no document."""
        if len(question.bodies) < 2:
            return ""
        held = {info.organ for info in self._shelf.documents()}
        lacking = [body.label for body in question.bodies if held.isdisjoint(body.organs)]
        is_of_others = len(lacking) < len(question.bodies)
        return f"资料库中没有{'、'.join(lacking)}的文件" if lacking and is_of_others else ""

    def _undated(self, question: Question, answer: Answer) -> str:
        """Say so where a year is asked for and what is cited states none, or is of all years of a plan."""
        asked = {f"{year}年" for year in question.years}
        if not asked or any(
            year in said
            for year in asked
            for cited in answer.citations
            for said in (*cited.path, cited.quote)
        ):
            return ""
        spans = [self._shelf.outline(cited.doc).header.years for cited in answer.citations]
        if not any(spans):
            return f"所引文件没有写明年份，不能确定就是{'、'.join(sorted(asked))}的安排。"
        if question.intent is not Intent.FIGURE or min(map(len, spans), default=0) < _LONG_PLAN:
            return ""
        first, last = min(map(min, spans)), max(map(max, spans))
        return f"所引文件是{first}—{last}年的，没有写明{'、'.join(sorted(asked))}是多少"

    def _write(self, question: Question, evidence: Sequence[Evidence], hits: Sequence[Hit]) -> Answer | None:
        if not any(part.on_topic for part in evidence):
            return None
        if question.intent is Intent.SUMMARY:
            return None if part_named(question.text) else summarize_best(question, hits, self._shelf)
        are_parts = len(evidence) > 1 and (not question.sides or question.intent is Intent.FIGURE)
        compared = self._compare(question, evidence) if are_parts and compares(question) else None
        if compared and tells_each(compared, evidence):
            return write(question.text, compared, hits, compared.told)
        if question.intent is Intent.DUTY:
            charges = [c for part in evidence if part.on_topic for c in self._gatherer.charges(part)]
            if charges and asks_leader(question.text):
                led = with_leaders(charges)
                return name_units(question, led, hits) if led else None
            if charges:
                return add_said(name_units(question, charges, hits), evidence)
        answer = self._extract(question, [part for part in evidence if part.on_topic], hits)
        if answer is None or not are_parts or question.intent is not Intent.FIGURE:
            return answer
        stated = [(part.question, part.factual) for part in evidence if part.on_topic]
        is_alike = compared is None and are_alike(stated, self._shelf.open)
        return answer if is_alike else replace(answer, notice=_NOT_ALIKE)

    def _extract(
        self, question: Question, evidence: Sequence[Evidence], hits: Sequence[Hit]
    ) -> Answer | None:
        if not any(part.is_stated for part in evidence):
            return None
        if len(evidence) == 1 and (several := rivals(question, evidence[0].factual)):
            answer = extract(question, [[statement] for statement in several.values()], hits)
            return replace(answer, notice=name_rivals(list(several)))
        found = [part.factual for part in evidence]
        return extract(question, found, hits, whole_list=lambda s: self._list(question, s))

    def _list(self, question: Question, statement: Statement) -> list[Statement]:
        """Give the list a statement belongs to; where a figure is asked, only if its opening states that."""
        found = whole_list(statement, self._shelf.outline(statement.chunk.doc))
        if question.intent in _LISTED or not found:
            return items_on(question, found)
        kind = fact_asked(question).kind
        return [] if found[0] is statement or kind is None or kind(statement.text) else found

    def _compare(self, question: Question, evidence: Sequence[Evidence]) -> Comparison | None:
        """Set the parts of a question side by side; None where fewer than two can be."""
        if question.intent is Intent.DUTY:
            charges = [
                (part.question, self._gatherer.charges(part) if part.on_topic else []) for part in evidence
            ]
            if compared := compare_units(charges):
                return compared
        asked = zip(with_bodies(question, evidence), evidence, strict=True)
        found = [(one, part.factual if part.on_topic else []) for one, part in asked]
        return compare_facts(question.text, found, self._shelf.open)


def is_enumerated(question: Question) -> bool:
    """Tell whether a question is answered by a complete list, or by nothing, so that a model has no part."""
    return question.intent in _ENUMERATED or bool(question.cited) or is_aside(question.text)

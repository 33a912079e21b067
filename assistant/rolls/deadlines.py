"""A question for all that is due within some time into the list of it, by document, newest year first."""

import re
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.answer import Answer
from assistant.duties import roles_asked
from assistant.evidence.refusal import Missing, refuse
from assistant.rolls.about import is_about, titled_so, topic_of, topic_words
from assistant.rolls.due import Due, asked_due
from assistant.rolls.mentioned import mentioned_in
from assistant.rolls.once import once
from assistant.rolls.roll import Entry, told
from assistant.rolls.spans import spans_in
from assistant.rolls.timed import Timed, duties_of, is_within, timed_in, undated_in
from assistant.shelf import Shelf
from assistant.understanding.bodies import name_of
from assistant.understanding.named import YEAR
from assistant.understanding.narrowing import is_source
from assistant.understanding.question import Question
from assistant.understanding.terms import Term
from ingest.facts.aliases import names_of
from ingest.index.entry import DocumentInfo
from ingest.parse.table import CELL_GAP
from ingest.records import Hit, Role

_WITHOUT_PLACE = re.compile(r"^(?:[\u4e00-\u9fff]{0,6}?[省市县区州旗])(?=[\u4e00-\u9fff]{3})")
_COUNTED = re.compile("^在?[今明去当本]年")
_ASKS_WHO = re.compile("谁|哪[个些]?(?:单位|部门|股室|科室)|责任(?:单位|人)")
_AROUND = re.compile("^[的在中由]|[的中里要有是都]+$")
_SHOWN_YEARS, _SEARCHED, _MENTIONED, _NAMED = 4, 120, 20, 0.85


@dataclass(frozen=True, slots=True)
class Listed:
    """What is due, and how it was looked for.

    :param mentioned: what is set for the time without saying that it is the last day.
    :param is_searched: whether every document that may set it was searched for such.
    :param about: the question's words for the topic, "" for any.
    """

    found: Sequence[Timed]
    mentioned: Sequence[Timed]
    is_searched: bool
    about: str


def list_due(
    question: Question, hits: Sequence[Hit], shelf: Shelf, today: Callable[[], date] = date.today
) -> Answer | None:
    """List all that is due within the time a question asks, in the years, documents and units it names.

    Where it names no year, that of the newest plans, and how much other years hold; None where it asks no
    such time; a refusal where nothing is due then.

    :param hits: passages found for the question, which a refusal names.
    """
    due = asked_due(question.text, today())
    if due is None:
        return None
    target = YEAR.search(due.words)
    if target and not question.years:  # 到2025年要完成什么
        question = replace(question, years=(int(target[1]),))
    if due.is_counted and not question.years:
        question = replace(question, years=(today().year,), counted=True)
    return _listed(question, due, hits, shelf)


def _listed(question: Question, due: Due, hits: Sequence[Hit], shelf: Shelf) -> Answer | None:
    topic = topic_of(question, due.words, *due.aside)
    infos = _documents(question, shelf)
    docs = {doc for doc, kind, value in shelf.deadlines() if is_within(due, kind, value)}
    holding = [info for info in infos if info.doc in docs]
    titled = {info.doc for info in titled_so(topic, holding)} if topic else docs

    def meant(timed: Iterable[Timed]) -> list[Timed]:
        return [one for one in timed if _speaks_of(topic, one, titled) and _is_meant(question, one, shelf)]

    is_searched = len(infos) <= _SEARCHED
    searched = [info for info in infos if is_searched or info.doc in docs][:_SEARCHED]
    found = meant(timed for info in holding for timed in timed_in(shelf.open(info.doc), due))
    found += meant(timed for info in searched for timed in spans_in(shelf.open(info.doc), due))
    mentioned = meant(
        timed for info in searched for timed in mentioned_in(shelf.open(info.doc), due, question.years)
    )
    if due.is_day:  # what is set for a day need not be said to be due on it
        found, mentioned = [*found, *mentioned], []
    if not found and question.counted:
        return _of_another_year(
            question, _listed(replace(question, years=(), counted=False), due, hits, shelf)
        )
    if not found:
        return None if topic or due.period else _nothing(question, due, hits)
    rows = {(one.entry.document.doc, one.entry.start) for one in found if CELL_GAP in _quote(one)}
    mentioned = [one for one in mentioned if (one.entry.document.doc, one.entry.start) not in rows]
    said = topic_words(question, due.words, *due.aside).split()
    about = "、".join(_AROUND.sub("", words) for words in said if any(term.word in words for term in topic))
    return _told(question, due, Listed(once(found), once(mentioned), is_searched, about))


def _nothing(question: Question, due: Due, hits: Sequence[Hit]) -> Answer:
    """Refuse; of a day say that nothing is set for it."""
    refusal = refuse(question, hits, Missing.FACT)
    if not due.is_day:
        return refusal
    _, _, rest = refusal.text.partition("\n")
    return replace(refusal, text=f"资料库中没有写明{due.words}的安排。\n{rest}")


def _quote(timed: Timed) -> str:
    return timed.entry.document.text[timed.entry.start : timed.entry.end]


def _of_another_year(question: Question, answer: Answer | None) -> Answer | None:
    """Say that what follows is of another year than the one that is counted from today."""
    if answer is None or answer.refused:
        return answer
    return replace(answer, notice=f"没有找到{question.years[0]}年的，以下是其他年份的")


def _documents(question: Question, shelf: Shelf) -> list[DocumentInfo]:
    """Find the documents that may set what is asked: of a body its own, and those that give it work."""
    anyone = replace(question, bodies=())
    stored = [info for info in shelf.documents() if is_source(anyone, info)]
    if not question.bodies:
        return stored
    given = shelf.with_duties([unit for unit in shelf.units() if _is_body(question, unit)])
    return [info for info in stored if info.organ in question.organs or info.doc in given]


def _is_body(question: Question, unit: str) -> bool:
    """Tell whether a unit is one of the bodies a question names: 县财政局 is 云溪县财政局."""
    return any(unit == organ or _WITHOUT_PLACE.sub("", unit) == name_of(organ) for organ in question.organs)


def _is_meant(question: Question, timed: Timed, shelf: Shelf) -> bool:
    """Tell whether something is due in a year the question names, and is the work of whom it names."""
    document = timed.entry.document
    if question.years and timed.year not in question.years:
        return False
    roles = roles_asked(question.text)
    unit = question.unit or question.concerned
    if question.bodies and (not unit or _is_body(question, unit)):
        is_own = document.header.organ in question.organs
        return is_own or _is_charged(timed, lambda name: _is_body(question, name), roles)
    if unit:
        aliases = shelf.aliases().get(document.header.organ, ())
        names = names_of(unit, (*aliases, *document.aliases))
        return _is_charged(timed, lambda name: name in names, roles)
    return True


def _is_charged(timed: Timed, is_named: Callable[[str], bool], roles: Sequence[Role]) -> bool:
    return any(is_named(duty.unit) and (not roles or duty.role in roles) for duty in duties_of(timed))


def _speaks_of(topic: tuple[Term, ...], timed: Timed, titled: Container[str]) -> bool:
    """Tell whether something is of a topic: by its document, else by its own words and headings."""
    document, entry = timed.entry.document, timed.entry
    if not topic or document.doc in titled:
        return True
    own = (*document.path(entry.section), document.text[entry.start : entry.end])
    return is_about(topic, own, _NAMED) if titled else is_about(topic, (document.header.title, *own))


def _told(question: Question, due: Due, listed: Listed) -> Answer:
    found = listed.found
    years = sorted({timed.year for timed in found}, reverse=True)
    newest = max((info.header.year or 0 for info in (t.entry.document for t in found)), default=0)
    year = next((year for year in years if year <= newest), years[0])
    shown = _in_order(timed for timed in found if question.years or timed.year == year)
    behind = [] if question.years else _others(found, [other for other in years if other not in (year, 0)])
    documents = {timed.entry.document.doc: timed.entry.document for timed in shown}
    undated = sum(map(undated_in, documents.values()))
    if undated and not due.period and not due.is_day:
        behind.append(f"这些文件中另有 {undated} 处时限没有写成日期，未列入。")
    entries = [_with_units(timed) if _ASKS_WHO.search(question.text) else timed.entry for timed in shown]
    apart, mentioned = [], [one for one in listed.mentioned if one.year in (question.years or (year,))]
    if without := [] if question.years or not year else [timed for timed in found if not timed.year]:
        apart.append((f"未注明年份的文件另有 {len(without)} 项，未计入：", _entries(without)))
    if mentioned:
        words = f"另有 {len(mentioned)} 处写到这一时间、没有写明是时限，未计入："
        apart.append((words, _entries(mentioned)[:_MENTIONED]))
    what = _what(question, due, 0 if question.years else year, listed.about)
    what += "" if listed.is_searched and not mentioned else "，写明时限的"
    return told(question.text, what, entries, behind, apart)


def _entries(timed: Iterable[Timed]) -> list[Entry]:
    return [one.entry for one in _in_order(timed)]


def _in_order(timed: Iterable[Timed]) -> list[Timed]:
    return sorted(
        timed, key=lambda one: (-one.year, one.entry.document.doc, one.day or (0, 0), one.deadline.start)
    )


def _with_units(timed: Timed) -> Entry:
    """Name who is responsible behind what is due, where that is stated."""
    own = [duty for duty in duties_of(timed) if duty.section == timed.deadline.section]
    leads = [duty for duty in own if duty.role is Role.LEAD] or own or duties_of(timed)
    units = "、".join(dict.fromkeys(duty.unit for duty in leads))
    return replace(timed.entry, text=f"{timed.entry.text}（{units}）") if units else timed.entry


def _what(question: Question, due: Due, year: int, about: str) -> str:
    """Say what is listed: whose work, of which year, within which time, about what."""
    due = replace(due, words=_COUNTED.sub("", due.words))
    who = "、".join(
        filter(None, [*(body.label for body in question.bodies), question.unit or question.concerned])
    )
    years = "、".join(f"{year}年" for year in (question.years or ((year,) if year else ())))
    of_years = "" if any(str(year) in due.words for year in question.years) else years
    of_years = of_years.removesuffix("年") if due.words.startswith("年") else of_years
    about = f"（{about}）" if about else ""
    if due.is_day:
        return f"{of_years}{who}{due.words}的安排{about}"
    if due.period:
        return f"{of_years}{who}{due.words}要做的工作{about}"
    return (
        f"{of_years}{who}{due.words}工作{about}"
        if due.words.endswith("的")
        else f"{of_years}{due.words}{who}要完成的工作{about}"
    )


def _others(found: Sequence[Timed], years: Sequence[int]) -> list[str]:
    """Say how much other years hold, where the question names none."""
    counts = [f"{year}年 {sum(timed.year == year for timed in found)} 项" for year in years[:_SHOWN_YEARS]]
    return [f"以上只是其中一年的；另有{'、'.join(counts)}，写明年份可以列出。"] if counts else []

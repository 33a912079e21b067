"""A question for all that is due within some time into the list of it, by document, newest year first."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from assistant.answer import Answer
from assistant.duties import roles_asked
from assistant.named import YEAR, name_of
from assistant.narrowing import is_source
from assistant.question import Question
from assistant.refusal import Missing, refuse
from assistant.rolls.about import is_about, titled_so, topic_of
from assistant.rolls.due import Due, asked_due
from assistant.rolls.roll import Entry, told
from assistant.rolls.timed import Timed, duties_of, is_within, timed_in, undated_in
from assistant.shelf import Shelf
from assistant.terms import Term
from ingest.facts.aliases import names_of
from ingest.index.entry import DocumentInfo
from ingest.records import Hit, Role

_WITHOUT_PLACE = re.compile(r"^(?:[\u4e00-\u9fff]{0,6}?[省市县区州旗])(?=[\u4e00-\u9fff]{3})")
_COUNTED = re.compile("^在?[今明去当本]年")
_ASKS_WHO = re.compile("谁|哪[个些]?(?:单位|部门|股室|科室)|责任(?:单位|人)")
_SHOWN_YEARS = 4


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
    topic = topic_of(question, due.words, *due.aside)
    docs = {doc for doc, kind, value in shelf.deadlines() if is_within(due, kind, value)}
    infos = [info for info in _documents(question, shelf) if info.doc in docs]
    titled = titled_so(topic, infos) if topic else infos
    found = [
        timed
        for info in titled or infos
        for timed in timed_in(shelf.open(info.doc), due)
        if _is_meant(question, timed, shelf) and (titled or _speaks_of(topic, timed))
    ]
    if not found and question.counted:
        return list_due(replace(question, years=(), counted=False), hits, shelf, today)
    if not found:
        return None if topic or due.period else refuse(question, hits, Missing.FACT)
    return _told(question, due, found)


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


def _speaks_of(topic: tuple[Term, ...], timed: Timed) -> bool:
    document, entry = timed.entry.document, timed.entry
    return is_about(
        topic, (document.header.title, *document.path(entry.section), document.text[entry.start : entry.end])
    )


def _told(question: Question, due: Due, found: Sequence[Timed]) -> Answer:
    years = sorted({timed.year for timed in found}, reverse=True)
    newest = max((info.header.year or 0 for info in (t.entry.document for t in found)), default=0)
    year = next((year for year in years if year <= newest), years[0])
    shown = [timed for timed in found if question.years or timed.year in (year, 0)]
    shown.sort(
        key=lambda timed: (-timed.year, timed.entry.document.doc, timed.day or (0, 0), timed.deadline.start)
    )
    behind = [] if question.years else _others(found, [other for other in years if other not in (year, 0)])
    documents = {timed.entry.document.doc: timed.entry.document for timed in shown}
    undated = sum(map(undated_in, documents.values()))
    if undated and not due.period:
        behind.append(f"这些文件中另有 {undated} 处时限没有写成日期，未列入。")
    entries = [_with_units(timed) if _ASKS_WHO.search(question.text) else timed.entry for timed in shown]
    return told(question.text, _what(question, due, 0 if question.years else year), entries, behind)


def _with_units(timed: Timed) -> Entry:
    """Name who is responsible behind what is due, where that is stated."""
    own = [duty for duty in duties_of(timed) if duty.section == timed.deadline.section]
    leads = [duty for duty in own if duty.role is Role.LEAD] or own or duties_of(timed)
    units = "、".join(dict.fromkeys(duty.unit for duty in leads))
    return replace(timed.entry, text=f"{timed.entry.text}（{units}）") if units else timed.entry


def _what(question: Question, due: Due, year: int) -> str:
    """Say what is listed: whose work, of which year, within which time."""
    due = replace(due, words=_COUNTED.sub("", due.words))
    who = "、".join(
        filter(None, [*(body.label for body in question.bodies), question.unit or question.concerned])
    )
    years = "、".join(f"{year}年" for year in (question.years or ((year,) if year else ())))
    of_years = "" if any(str(year) in due.words for year in question.years) else years
    if due.period:
        return f"{of_years}{who}{due.words}要做的工作"
    return (
        f"{of_years}{who}{due.words}工作"
        if due.words.endswith("的")
        else f"{of_years}{due.words}{who}要完成的工作"
    )


def _others(found: Sequence[Timed], years: Sequence[int]) -> list[str]:
    """Say how much other years hold, where the question names none."""
    counts = [f"{year}年 {sum(timed.year == year for timed in found)} 项" for year in years[:_SHOWN_YEARS]]
    return [f"以上是最近一年的；另有{'、'.join(counts)}，写明年份可以列出。"] if counts else []

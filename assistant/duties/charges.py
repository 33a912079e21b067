"""Stored duties into charges: the units of one statement with what they are responsible for."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.understanding.terms import Term, beyond, coverage
from ingest.facts.verbs import task_behind
from ingest.parse.table import CELL_GAP, is_row
from ingest.records import Document, Duty, Hit, Role, Scope
from ingest.text import normalize

Span = tuple[int, int]

_LOOKED_AT = 10
_MOST_DOCUMENTS = 6
_CLOSE = 0.9
_ONE_STATEMENT = 40
_NAMED = 0.3
LEAST_COVERED = 0.5
"""How much of a question a task must cover for its units to be the answer."""
# A common word alone (安全) is the topic of a task only where a heading says it or the text makes it work.
_COMMON = 4.0
_WORK_BEFORE = (
    "(?:加强|做好|抓[好实紧]|落实|开展|推进|强化|深化|规范|完善|健全|维护|确保|保障|提[高升])[^,。;、]{0,6}"
)
_WORK_BEHIND = "(?:工作|管理|建设|治理|整治|服务|责任|监管|检查|宣传|教育|改革)"
_LONGEST_TASK = 60
# What a heading of a chart may say beside the unit's name.
_CHARTED = re.compile(
    r"(?:[（(][^（()）]*[）)])?(?:的|及其|和)?(?:主要|工作|岗位|具体)*(?:职责|职能|任务)?(?:分工)?[:：]?"
)
_TASK_CELL = re.compile(
    r"\u3000[^：\u3000]{0,8}(?:职责|职能|任务|分工)[^：\u3000]{0,4}：(?P<task>[^\u3000\n]+)"
)
# Behind the unit of a duty that closes what it speaks of: ）, 负责。
_CLOSES = re.compile(r"[^，,。；;\n、]{0,8}(?:[)）】\]]|[。；;\n]|$)")
_PART = re.compile(r"[^；;。\n]+[；;。]?")
_NO_TASK = re.compile(r"\s*(?:$|\d{4}年\d{1,2}月|原|核定|联系(?:方式|电话|人))")


@dataclass(frozen=True, slots=True)
class Charge:
    """Duties stated together, and what they are for.

    :param task: span of the words behind the units that say what they do (教育局负责招生; the text of a
        chart); None where the heading or the text before them says it.
    :param covered: weighted share of the question's words in what the duties are for, 0 to 1.
    :param topicality: the same, and more where its heading names them.
    :param said: the text they are for, in normal form, without the headings above; "" if no topic is asked.
    """

    document: Document
    section: int
    duties: tuple[Duty, ...]
    covered: float
    topicality: float
    task: Span | None = None
    said: str = ""


def charges_for(
    terms: tuple[Term, ...], hits: Sequence[Hit], open_document: Callable[[str], Document], at_least: float
) -> list[Charge]:
    """Find what stored duties say of a topic: the nearest charge of each document, if it is near enough.

    :param at_least: how much of the question a task must cover for its units to be the answer.
    """
    nearest: dict[str, Charge] = {}
    documents = {hit.chunk.doc: open_document(hit.chunk.doc) for hit in hits[:_LOOKED_AT]}
    for hit in hits[:_LOOKED_AT]:
        charge, known = (
            _charge(documents[hit.chunk.doc], hit.chunk.section, terms),
            nearest.get(hit.chunk.doc),
        )
        if charge and (known is None or charge.topicality > known.topicality):
            nearest[hit.chunk.doc] = charge
    best = max((charge.topicality for charge in nearest.values()), default=0.0)
    near = [c for c in nearest.values() if c.covered >= at_least and c.topicality >= _CLOSE * best]
    return sorted(near, key=newest_first)[:_MOST_DOCUMENTS]


def charges_of(document: Document, names: frozenset[str], roles: Sequence[Role]) -> list[Charge]:
    """Find what a unit, by any of its names, has a duty for: each task once, with its last statement."""
    last: dict[tuple[int, Span | None], Duty] = {}
    for group, task in _statements(document, document.duties):
        for duty in group:
            if duty.unit in names and duty.role in roles:
                last[duty.section, task] = duty
    return [
        Charge(document, section, (duty,), 1.0, 1.0, task)
        for (section, task), duty in sorted(last.items(), key=lambda item: (item[0][0], item[1].start))
    ]


def is_shared_with(charge: Charge, units: Sequence[str]) -> bool:
    """Tell whether one of some units, too, answers for the section of a charge or for one above it."""
    index: int | None = charge.section
    above = set()
    while index is not None:
        above.add(index)
        index = charge.document.sections[index].parent
    return any(duty.unit in units for duty in charge.document.duties if duty.section in above)


def all_charges(document: Document) -> list[Charge]:
    """Find what every unit has a duty for: each task of a unit once, with its last statement."""
    last: dict[tuple[str, int, Span | None], Duty] = {}
    for group, task in _statements(document, document.duties):
        for duty in group:
            last[duty.unit, duty.section, task] = duty
    found = ((section, duty, task) for (_, section, task), duty in last.items())
    ordered = sorted(found, key=lambda charge: (charge[0], charge[1].start))
    return [Charge(document, section, (duty,), 1.0, 1.0, task) for section, duty, task in ordered]


def words_of(charge: Charge) -> str:
    """Give the text that states a charge, from the start of its section or its units on, in normal form."""
    document, duties = charge.document, charge.duties
    if row := _row_of(document, duties[-1]):
        return normalize(row)
    start = document.sections[charge.section].start if charge.task is None else duties[0].start
    return normalize(document.text[start : max(duties[-1].end, (charge.task or (0, 0))[1])])


def newest_first(charge: Charge) -> tuple[int, str]:
    """Key that sorts the charges of the newest document first."""
    return -(charge.document.header.year or 0), charge.document.doc


def _charge(document: Document, section: int, terms: tuple[Term, ...]) -> Charge | None:
    """Find the duties that hold for a section: its own, else those of the nearest section above that has any.

    Of several statements in a section the nearest to the topic counts, then the last: that is the formal
    one, which closes a task. What is said of an item alone does not hold for the sections below it.
    """
    index: int | None = section
    while index is not None:
        own = [duty for duty in document.duties if duty.section == index and _answers(document, duty)]
        own = own if index == section else [duty for duty in own if duty.scope is not Scope.ITEM]
        if own:
            below = _held_below(document, section, index)
            charges = [
                charge
                for group, task in _statements(document, own)
                for charge in _weighed(document, group, task, terms, below)
            ]
            return max(reversed(charges), key=lambda charge: charge.topicality, default=None)
        index = document.sections[index].parent
    return None


def _held_below(document: Document, section: int, holder: int) -> str:
    """Give the text of a section that a duty above holds for; "" where others beside it have their own.

    A duty of a line that only heads parts holds for all of them that have none; of the line itself these
    are named.
    """
    below = document.sections[section]
    own = {duty.section for duty in document.duties}
    heads = _heads_parts(document, holder)
    if section == holder:
        parts = (at for at, part in enumerate(document.sections) if part.parent == holder and at not in own)
        return " ".join(document.sections[at].title for at in parts) if heads else ""
    siblings = {at for at, other in enumerate(document.sections) if other.parent == below.parent}
    if siblings & own and (not heads or section in own):
        return ""
    return document.text[below.start : below.own_end]


def _heads_parts(document: Document, index: int) -> bool:
    """Tell whether a section's own text is one line, which names its units: 二、…（责任股室：…）."""
    section = document.sections[index]
    is_one_line = "\n" not in document.text[section.start : section.own_end].strip()
    return is_one_line and section.own_end < section.end


def _answers(document: Document, duty: Duty) -> bool:
    """Tell whether a duty is more than one of several things a heading says that is a whole paragraph."""
    section = document.sections[duty.section]
    in_heading = duty.start < section.body and len(section.title) > _LONGEST_TASK
    return not in_heading or _task_of(document, (duty,)) is not None


def _statements(document: Document, duties: Sequence[Duty]) -> Iterator[tuple[tuple[Duty, ...], Span | None]]:
    """Group the duties that stand in one statement, with the task that is stated behind them."""
    groups: list[list[Duty]] = []
    for duty in sorted(duties, key=lambda duty: duty.start):
        if groups and _is_together(document, groups[-1], duty):
            groups[-1].append(duty)
        else:
            groups.append([duty])
    for group, following in pairwise([*groups, []]):
        task = _task_of(document, group)
        if task is not None and following and following[0].start < task[1]:
            task = task[0], following[0].start
        yield tuple(group), task


def _is_together(document: Document, group: Sequence[Duty], duty: Duty) -> bool:
    between = document.text[group[-1].end : duty.start]
    near = duty.section == group[-1].section and len(between) <= _ONE_STATEMENT
    is_next_row = "\n" in between and CELL_GAP in between
    return near and not is_next_row and _task_of(document, group) is None


def _task_of(document: Document, duties: Sequence[Duty]) -> Span | None:
    """Span of the task stated behind duties: of a chart, whose headings are units, the text below.

    A row of a table that is named by its task says so itself.
    """
    last = duties[-1]
    section = document.sections[last.section]
    beside = section.title.removeprefix(last.unit)
    in_row = _row_of(document, last) != ""
    if last.end <= section.body and beside != section.title and _CHARTED.fullmatch(beside):
        if in_row and (cell := _TASK_CELL.search(document.text, last.end, section.body)):
            return cell.span("task")
        return section.body, section.own_end if section.own_end > section.body else section.end
    return None if in_row else task_behind(document.text, duties[0].start, last.end)


def _row_of(document: Document, duty: Duty) -> str:
    """Give the row of a table that is a section, if a duty stands in one."""
    section = document.sections[duty.section]
    row = document.text[section.start : section.body].strip() if duty.end <= section.body else ""
    return row if is_row(row) else ""


def _weighed(
    document: Document, duties: tuple[Duty, ...], task: Span | None, terms: tuple[Term, ...], below: str
) -> Iterator[Charge]:
    """Judge what duties are for by the headings and the text they close, or each task stated behind them.

    :param below: the text of the section below that they hold for, "" where that is their own.

    The document's title is not judged: every task in it is about that.
    """
    index = duties[0].section
    section = document.sections[index]
    asked = beyond(terms, document.header.title)
    row = _row_of(document, duties[-1])
    if task is None:
        others = (d for d in document.duties if d.section == index and d.end <= duties[0].start)
        before = [other.end for other in others if _closes(document.text, other)]
        words = row or document.text[max([section.start, *before]) : duties[-1].end] + below
        yield _judged(Charge(document, index, duties, 0.0, 0.0), asked, words, section.title)
        return
    title = "" if duties[0].start < section.body else section.title
    for part in _parts(document.text, *task):
        words = row or document.text[duties[0].start : duties[-1].end] + document.text[slice(*part)]
        yield _judged(Charge(document, index, duties, 0.0, 0.0, part), asked, words, title)


def _closes(text: str, duty: Duty) -> bool:
    """Tell whether what a duty speaks of ends with it; a bracket may close the whole of what goes on.

    由中心校会同派出所开展劝返，5月底前完成核查。（责任股室：基教股）
    """
    return _CLOSES.match(text, duty.end) is not None


def _judged(charge: Charge, asked: tuple[Term, ...], words: str, title: str) -> Charge:
    """Weigh what a charge is for: its words, its section's title, the headings above."""
    headings = normalize(" ".join((*charge.document.path(charge.section)[:-1], title)))
    said = normalize(words)
    covered = coverage(asked, headings + " " + said) if _is_topic(asked, headings, said) else 0.0
    topicality = covered + _NAMED * coverage(asked, normalize(title))
    return replace(charge, covered=covered, topicality=topicality, said=said)


def _is_topic(asked: Sequence[Term], headings: str, words: str) -> bool:
    """Tell whether what is asked about may be a task of its own there, not a common word among others."""
    topics = [term for term in asked if len(term.word) > 1]
    if len(topics) != 1 or topics[0].weight >= _COMMON or topics[0].word in headings:
        return True
    word = re.escape(topics[0].word)
    return re.search(f"{_WORK_BEFORE}{word}|{word}{_WORK_BEHIND}", words) is not None


def _parts(text: str, start: int, end: int) -> list[Span]:
    """Split a task at its stops: each part of a chart is a task of its own; when a unit began is none."""
    found = (match.span() for match in _PART.finditer(text, start, end))
    return [span for span in found if not _NO_TASK.match(text, *span)]

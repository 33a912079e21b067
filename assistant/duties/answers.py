"""Charges into answers: who is responsible for a topic, and everything a unit is responsible for."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

from assistant.answer import Answer, Mode
from assistant.citing.citations import Sources, marks, section_passage
from assistant.duties.charges import Charge, charges_of, is_shared_with, newest_first
from assistant.duties.people import Person, people_beside
from assistant.understanding.named import at_any_level
from assistant.understanding.offices import is_inside
from assistant.understanding.question import Question
from ingest.facts.aliases import names_of
from ingest.parse.table import CELL_GAP, is_row
from ingest.records import Alias, Chunk, Document, Duty, Hit, Role
from ingest.text import sentences

_WORDING = {Role.LEAD: "由{}牵头", Role.OWNER: "由{}负责", Role.SUPPORT: "{}配合", Role.PARTICIPANT: "{}参与"}
_ROLE_WORDS = (
    (re.compile("牵头|主办|主抓"), Role.LEAD),
    (re.compile("作为责任|责任(?:单位|股室|部门)(?:是|为)|担任责任"), Role.OWNER),
    (re.compile("配合|协助|协办|协同|会同"), Role.SUPPORT),
)
_ASKED_AS = {Role.LEAD: "牵头", Role.OWNER: "作为责任单位", Role.SUPPORT: "配合"}
_ANY_PART = re.compile("参与|参加")
_ASKS_PERSON = re.compile(r"责任人|负责人|(?:责任|分管|主管|牵头|包保|带班)[局院校镇县区委]?领导")
_NO_PERSON = "所引内容没有写明责任人、责任领导"
_NO_ALIASES: Mapping[str, Sequence[Alias]] = MappingProxyType({})
_BUREAU = ("局", "厅")
_FAR = 80  # characters between a unit and its task that are still quoted with both
_OPENING = re.compile(r"[（(【\[][^（()）【】\[\]]*$")
_CLOSING = re.compile(r"^[^（()）【】\[\]]*[）)】\]]")


def name_units(
    question: Question, charges: Sequence[Charge], hits: Sequence[Hit], sources: Sources | None = None
) -> Answer:
    """State who is responsible, one statement a charge, newest document first.

    :param sources: sources of the answer that this one goes on from, if it does.
    """
    unique = {(charge.document.doc, charge.duties): charge for charge in charges}
    ordered = sorted(unique.values(), key=newest_first)
    sources = sources or Sources()
    text = "\n".join(_statement(charge, sources, named=len(ordered) > 1) for charge in ordered)
    cited = {charge.document.doc for charge in ordered}
    related = tuple(hit for hit in hits if hit.chunk.doc not in cited)
    is_lacking = _ASKS_PERSON.search(question.text) and not any(map(people_beside, ordered))
    notice = _NO_PERSON if is_lacking else ""
    return Answer(question.text, text, Mode.EXTRACT, sources.citations, related, notice=notice)


def tasks(
    question: Question,
    documents: Iterable[Document],
    aliases: Mapping[str, Sequence[Alias]] = _NO_ALIASES,
    sources: Sources | None = None,
) -> Answer | None:
    """List every task of the unit asked for, grouped by document, newest first; None when there is none.

    Only those of the years and the role the question names, if it names any, and of the units chosen.

    :param aliases: names of one unit by issuing body; what a document itself declares counts without them.
    :param sources: sources of the answer that this one goes on from, if it does.
    """
    documents = list(documents)
    roles = roles_asked(question.text)
    charges = charges_of_unit(question.unit, documents, aliases, question.years, roles)
    if roles and not charges:
        roles, charges = (), charges_of_unit(question.unit, documents, aliases, question.years)
    if question.chosen.units:
        charges = [charge for charge in charges if is_shared_with(charge, question.chosen.units)]
    if not charges:
        return None
    sources = sources or Sources()
    opening = _opening(question, roles, len(charges))
    lines = list_apart(charges, question.unit, sources)
    return Answer(question.text, "\n".join([opening, *lines]), Mode.EXTRACT, sources.citations)


def roles_asked(text: str) -> tuple[Role, ...]:
    """Tell which roles a text asks of a unit, () for any: 参与 is said of any part in a task."""
    if _ANY_PART.search(text):
        return ()
    return tuple(role for words, role in _ROLE_WORDS if words.search(text))


def _opening(question: Question, roles: Sequence[Role], count: int) -> str:
    """Say what the unit does in the tasks that are listed.

    :param roles: the roles they are listed by, () where it has none of those that are asked.
    """
    years, unit = "、".join(f"{year}年" for year in question.years), question.unit
    if question.inside:
        unit = f"{'、'.join(body.label for body in question.bodies)}{unit}"
    verb = "、".join(_ASKED_AS[role] for role in roles_asked(question.text))
    if verb and not roles:
        return f"没有找到{years}{unit}{verb}的工作；其他由它负责的工作共 {count} 项，已全部列出。"
    verb = verb or ("参与（含牵头、负责和配合）" if _ANY_PART.search(question.text) else "负责")
    return f"{years}{unit}{verb}的工作共 {count} 项，已全部列出。"


def list_apart(charges: Sequence[Charge], unit: str, sources: Sources) -> list[str]:
    """Write the tasks of an office; where several bodies have one of its name, those of each by itself."""
    bodies = Counter(_body(charge) for charge in charges)
    named = [body for body, _ in bodies.most_common() if body]
    if len(named) < 2 or not is_inside(unit):
        return list_charges(charges, unit, sources)
    lines = [f"{len(named)} 个单位的文件都写有{unit}，分别列出；写明是哪个单位的，可以只看它的。"]
    for body in (*named, "") if bodies[""] else named:
        own = [charge for charge in charges if _body(charge) == body]
        lines.append(f"【{body or '其他文件'}】{len(own)} 项")
        lines += list_charges(own, unit, sources)
    return lines


def _body(charge: Charge) -> str:
    """The body in charge of a field that issued what gives a duty, "" where another or nobody known did."""
    organ = charge.document.header.organ or ""
    return organ if organ.endswith(_BUREAU) else ""


def list_charges(charges: Sequence[Charge], unit: str, sources: Sources) -> list[str]:
    """Write what a unit has a duty for, a line a task, under the title of each document."""
    lines = []
    for _, group in groupby(charges, key=lambda charge: charge.document.doc):
        own = list(group)
        lines.append(f"《{own[0].document.header.title}》（{len(own)} 项）：")
        lines += [
            f"· {name_task(charge)}{_as(charge, unit)}{marks([cite(charge, sources)])}" for charge in own
        ]
    return lines


def charges_of_unit(
    unit: str,
    documents: Iterable[Document],
    aliases: Mapping[str, Sequence[Alias]],
    years: Sequence[int] = (),
    roles: Sequence[Role] = (),
) -> list[Charge]:
    """Find what a unit has a duty for, newest document first; of some years and roles, or of all."""
    charges = [
        charge
        for document in documents
        if not years or set(years).intersection(document.header.years)
        for charge in charges_of(document, names_in(unit, document, aliases), roles or list(Role))
    ]
    return sorted(charges, key=newest_first)


def say_units(charge: Charge) -> str:
    """Name the units of a charge with their roles: 由党建办牵头，由办公室负责."""
    return "，".join(wording.format(units) for wording, units in _by_role(charge).items())


def cite(charge: Charge, sources: Sources, people: Sequence[Person] = ()) -> int:
    """Number the statement of a charge.

    :param people: who answers for it beside its units, which the quote then names too.
    """
    passage = _passage(charge)
    if charge.task is None:
        start, end = _quote(passage, charge.duties)
    else:
        first, (start, end) = charge.duties[0].start, charge.task
        start = first if 0 <= start - first <= _FAR else start
    start = min(start, *(person.start for person in people)) if people else start
    end = max(end, *(person.end for person in people)) if people else end
    return sources.cite(passage, start, end)


def name_task(charge: Charge) -> str:
    """Name what a charge is for, by its own words or its heading."""
    words = charge.document.text[slice(*charge.task)] if charge.task is not None else ""
    if named := re.sub(r"\s+", "", words).rstrip("。；;，,、"):
        return named
    section = charge.document.sections[charge.section]
    return _cell_beside(charge) or section.title or charge.document.header.title


def _cell_beside(charge: Charge) -> str:
    """Name the task in a row of a calendar by its longest cell beside those of units, else ""."""
    text, first, last = charge.document.text, charge.duties[0].start, charge.duties[-1].end
    section = charge.document.sections[charge.section]
    start, end = text.rfind("\n", 0, first) + 1, text.find("\n", last)
    row = text[start : end if end >= 0 else len(text)]
    if CELL_GAP not in row or is_row(row) or start < section.body:
        return ""
    cells = [cell for cell in row.split(CELL_GAP) if not any(duty.unit in cell for duty in charge.duties)]
    return max(cells, key=len, default="")


def _by_role(charge: Charge) -> dict[str, str]:
    return {
        wording: "、".join(dict.fromkeys(duty.unit for duty in charge.duties if duty.role is role))
        for role, wording in _WORDING.items()
        if any(duty.role is role for duty in charge.duties)
    }


def names_in(unit: str, document: Document, aliases: Mapping[str, Sequence[Alias]]) -> frozenset[str]:
    """Find the names a unit goes by in a document; documents without an issuing body speak for themselves."""
    organ = document.header.organ
    known = (*(aliases.get(organ, ()) if organ else ()), *document.aliases)
    return names_of(unit, known) | at_any_level(unit)


def _as(charge: Charge, asked: str) -> str:
    """Name the part a unit has in a task, unless it simply owns it, and the name it goes by there."""
    duty = charge.duties[0]
    remarks = [duty.role.value] if duty.role is not Role.OWNER else []
    remarks += [f"原文为“{duty.unit}”"] if duty.unit != asked else []
    return f"（{'，'.join(remarks)}）" if remarks else ""


def _statement(charge: Charge, sources: Sources, named: bool) -> str:
    by_role, people = _by_role(charge), people_beside(charge)
    charged = say_units(charge)
    answering = "".join(f"，{person.label}：{person.names}" for person in people)
    if charge.task is None:
        told = f"“{name_task(charge)}”{charged}{answering}。"
    else:
        charged = charged if len(by_role) > 1 else "".join(by_role.values())
        told = f"{charged}：“{name_task(charge)}”{answering}。"
    title = f"《{charge.document.header.title}》：" if named else ""
    return f"{title}{told}{marks([cite(charge, sources, people)])}"


def _passage(charge: Charge) -> Chunk:
    """Wrap the own text of the section a duty is printed in, and its task."""
    document, duty = charge.document, charge.duties[0]
    printed = max(i for i, section in enumerate(document.sections) if section.start <= duty.start)
    return section_passage(document, printed, charge.task[1] if charge.task is not None else 0)


def _quote(passage: Chunk, duties: Sequence[Duty]) -> tuple[int, int]:
    """Span of the statement that names the units: its sentence, with the one before a bare bracket."""
    first, last = duties[0].start - passage.start, duties[-1].end - passage.start
    spans = sentences(passage.text)
    begin = max(i for i, (start, _) in enumerate(spans) if start <= first)
    start = spans[begin][0]
    opening = _OPENING.search(passage.text[:first])
    if begin and opening and not passage.text[start : opening.start()].strip():
        start = spans[begin - 1][0]
    end = next(stop for _, stop in spans if stop >= last)
    closing = _CLOSING.match(passage.text[last:])
    end = max(end, last + closing.end()) if closing else end
    return passage.start + start, passage.start + end

"""Rules into what they have a unit do beside the stored duties: 县财政局自收到申请之日起20日内审核."""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from assistant.citing.citations import Sources, marks, section_passage
from ingest.records import Document
from ingest.text import sentences

_RULES = re.compile(r"(?:办法|规定|细则|条例|规则|制度)(?:[（(][^（）()]*[）)])?(?:》的通知)?$")
# 由县财政局收回, 县财政局应当; 报县财政局 and 县财政局、县审计局 are no subject by themselves.
_BEFORE = r"(?:^|[，,。；;：:\s]|由)"
_BEHIND = r"(?=[^、和与及的，。；;\s（）()]{2})"
_OF_THE_RULES = re.compile("解释|施行|(?:印发|发布)")
_LONGEST = 60


class Act(NamedTuple):
    """A sentence of a rule that has a unit do something, by where it stands."""

    document: Document
    section: int
    start: int
    end: int


def acts_in_rules(document: Document, names: Collection[str]) -> Iterator[Act]:
    """Find the sentences of a rule that have a unit, by any of its names, do something and are no duty."""
    if not _RULES.search(document.header.title):
        return
    named = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    subject = re.compile(f"{_BEFORE}(?:{named}){_BEHIND}")
    duties = [duty.start for duty in document.duties if duty.unit in names]
    for index, section in enumerate(document.sections):
        own = document.text[section.start : section.own_end]
        for first, last in sentences(own):
            start, end = section.start + first, section.start + last
            is_duty = any(start <= duty < end for duty in duties)
            if not is_duty and subject.search(own[first:last]) and not _OF_THE_RULES.search(own[first:last]):
                yield Act(document, index, start, end)


def list_acts(acts: Sequence[Act], unit: str, sources: Sources) -> list[str]:
    """Write acts below a list of tasks, apart from what that counts; [] for none."""
    if not acts:
        return []
    lines = [f"以下制度还有 {len(acts)} 处写到{unit}要做的事，没有写成它的职责，不在以上项数内："]
    title = ""
    for act in acts:
        if act.document.header.title != title:
            title = act.document.header.title
            lines.append(f"《{title}》：")
        said = " ".join(act.document.text[act.start : act.end].split())
        said = said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"
        number = sources.cite(section_passage(act.document, act.section, act.end), act.start, act.end)
        lines.append(f"· {said}{marks([number])}")
    return lines

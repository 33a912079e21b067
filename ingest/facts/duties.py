"""The text of a document into duties: which unit is made responsible for which section, with its span."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from ingest.facts.charts import find_charts
from ingest.facts.clauses import stated
from ingest.facts.conventions import NOTE, Conventions, apply_conventions, find_conventions
from ingest.facts.labelled import labelled_lines, labelled_units
from ingest.facts.names import is_unit
from ingest.facts.roles import BODY, WORDS
from ingest.facts.running import running
from ingest.facts.units import SIGNS, Group, Named, split_units
from ingest.records import Duty, Role, Scope, Section

_OPEN, _CLOSE = r"[（(【\[〔［]", r"[）)】\]〕］]"
_INSIDE = r"[^（()）【】\[\]〔〕［］\n]|[（(][^（()）\n]*[）)]"
_BRACKET = re.compile(rf"{_OPEN}((?:{_INSIDE}){{2,400}}){_CLOSE}")
# A bracket that opens with a label may be broken by line breaks.
_WRAPPED = re.compile(rf"{_OPEN}((?={BODY})(?:{_INSIDE}|\n(?!\n)){{2,400}}){_CLOSE}")
_TELLING = re.compile(rf"{WORDS}|[{re.escape(SIGNS)}]")
# Characters of the rules that are written otherwise in traditional Chinese: 責任單位 is read as 责任单位.
_SIMPLIFIED = str.maketrans(
    "責負牽頭單門協辦實參與處縣會廳組館體團隊黨區鄉鎮務財政衛發農業學園聯導監職科為係領導",
    "责负牵头单门协办实参与处县会厅组馆体团队党区乡镇务财政卫发农业学园联导监职科为系领导",
)
_BARE_BRACKET = re.compile(r"[（(](?<=[。；！].)([^（()）\d：:]{2,80})[）)][。；]?$", re.MULTILINE)
_OFFICE = re.compile(r"(?:股|科|处|室|局|委|办|厅|部|中心|工会|团委|妇联|组|各学校|各单位|各科室|各股室)$")
_CLOSES = re.compile(r"[ \n\u3000。；;.]*")
_CONTRIBUTED = re.compile(r"供稿|撰稿|通讯员|来稿")


def find_duties(text: str, sections: Sequence[Section]) -> tuple[Duty, ...]:
    """Find who is responsible for what: in brackets, on lines, in table rows, in running text, in a chart.

    A duty belongs to the innermost section whose own text names it. Its scope is the whole section where
    subsections follow it, the item elsewhere, and open where it closes the last item of a section in which
    nobody else is named; units whose tasks are stated beside them have those tasks only. What the document
    explains once (the first one leads, a sign marks who leads) counts wherever it applies.
    """
    printed = text
    if any(sign in text for sign in "責負牽"):
        text = text.translate(_SIMPLIFIED)
    found = [*_brackets(text), *labelled_lines(text), *running(text), *find_charts(text, sections)]
    conventions = find_conventions(text, found)
    found += _bare_brackets(text, conventions)
    groups = _without_overlap(sorted(found, key=lambda group: group.start))
    starts = [section.start for section in sections]
    places = [bisect_right(starts, group.start) - 1 for group in groups]
    scopes = _Scopes(text, sections, set(places))
    duties: list[Duty] = []
    for group, place in zip(groups, places, strict=True):
        scope = scopes.of(place, group)
        for (start, end), role in apply_conventions(text, group, conventions):
            if end <= sections[place].end:  # a bracket that is never closed may run into the next section
                unit = re.sub(r"\s+", "", printed[start:end])
                duties.append(Duty(place, unit, role, start, end, scope))
    return tuple(duties)


def _without_overlap(groups: Iterable[Group]) -> list[Group]:
    kept: list[Group] = []
    for group in groups:
        if group.units and (not kept or group.start >= kept[-1].end):
            kept.append(group)
    return kept


class _Scopes:
    """Tells what the duties of a document's sections cover."""

    def __init__(self, text: str, sections: Sequence[Section], owners: set[int]) -> None:
        self._text, self._sections, self._owners = text, sections, sorted(owners)
        self._starts = [section.start for section in sections]
        self._children: dict[int, list[int]] = {}
        for index, section in enumerate(sections):
            if section.parent is not None and section.heading:
                self._children.setdefault(section.parent, []).append(index)

    def of(self, place: int, group: Group) -> Scope:
        """Tell what a group of units printed in a section covers."""
        section = self._sections[place]
        if group.tasked:
            return Scope.ITEM
        if section.own_end < section.end:
            return Scope.SECTION
        closes = _CLOSES.fullmatch(self._text, group.end, section.own_end) is not None
        return Scope.OPEN if closes and self._is_last_and_lone(place, section.parent) else Scope.ITEM

    def _is_last_and_lone(self, place: int, parent: int | None) -> bool:
        """Tell whether a section is the last of several and the only one of its family with duties."""
        if parent is None or self._sections[parent].parent is None:
            return False
        siblings = self._children.get(parent, [])
        after = bisect_left(self._starts, self._sections[parent].end)
        family = bisect_left(self._owners, after) - bisect_left(self._owners, parent)
        return len(siblings) > 1 and siblings[-1] == place and family == 1


def _brackets(text: str) -> Iterator[Group]:
    for pattern in (_BRACKET, _WRAPPED):
        for found in pattern.finditer(text):
            if _TELLING.search(found[1]):
                inner = found.span(1)
                units = (
                    labelled_units(text, found.start(), inner[1])
                    or stated(text, *inner)
                    or _noted(text, *inner)
                )
                yield Group(found.start(), found.end(), tuple(units))


def _noted(text: str, start: int, end: int) -> list[Named]:
    """Read `A（牵头）、B、C`: nothing but units, one of them with a note of its role."""
    return _only_units(text, start, end) if NOTE.search(text, start, end) else []


def _only_units(text: str, start: int, end: int) -> list[Named]:
    spans = split_units(text, start, end)
    return [(span, Role.OWNER) for span in spans] if all(is_unit(text[slice(*s)]) for s in spans) else []


def _bare_brackets(text: str, conventions: Conventions) -> list[Group]:
    """Brackets that close a paragraph with nothing but units; as one may mean anything, two are asked for.

    One is enough where a sign in it is explained; under news they name who wrote it.
    """
    groups = []
    sure = False
    for found in _BARE_BRACKET.finditer(text):
        units = _only_units(text, *found.span(1))
        marked = any(sign in found[1] for sign in conventions.signs)
        if units and (marked or all(_OFFICE.search(text[slice(*span)]) for span, _ in units)):
            groups.append(Group(found.start(), found.end(), tuple(units)))
            sure = sure or marked
    return groups if sure or (len(groups) > 1 and not _CONTRIBUTED.search(text)) else []

"""The text of a document into duties: which unit is made responsible for which section, with its span."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ingest.facts.bare_brackets import bare_brackets
from ingest.facts.before import put, said_before
from ingest.facts.brackets import brackets
from ingest.facts.cell_lines import cell_lines
from ingest.facts.charts import find_charts
from ingest.facts.conventions import apply_conventions, find_conventions
from ingest.facts.dashed import dashed
from ingest.facts.ditto import find_dittos
from ingest.facts.labelled import labelled_lines
from ingest.facts.roles import role_of
from ingest.facts.row_cells import row_cells
from ingest.facts.running import running
from ingest.facts.scopes import Places
from ingest.facts.units import Group
from ingest.records import Duty, Scope, Section
from ingest.text import simplified


def find_duties(text: str, sections: Sequence[Section]) -> tuple[Duty, ...]:
    """Find who is responsible for what: in brackets, on lines, in table rows, in running text, in a chart.

    A duty belongs to the innermost section whose own text names it, or to the section whose items it speaks
    of (以上任务由A牵头). Its scope is the whole section there and where subsections follow it, the item
    elsewhere, and open where it closes the last item of a section in which nobody else is named; units whose
    tasks are stated beside them have those tasks only. What the document explains once (the first one leads,
    a sign marks who leads) counts wherever nothing else is said of who leads. Where a cell or a label says
    同上, the units are those it stands for, and the span is that of its own words.
    """
    printed = text
    text = simplified(text).replace("∶", "：")  # 责任单位∶ with the sign of a ratio
    found = sorted(brackets(text))
    bracketed = [(group.start, group.end) for group in found if group.units]
    found += [*labelled_lines(text, bracketed), *cell_lines(text), *row_cells(text)]
    found += [*dashed(text, sections), *running(text), *find_charts(text, sections)]
    conventions = find_conventions(text, found)
    found += bare_brackets(text, sections, conventions, found)
    groups = _without_overlap(sorted(found, key=lambda group: group.start))
    places = Places(text, sections, groups)
    led = {places.printed(group) for group in groups if group.labelled and group.leads}
    duties: list[Duty] = []
    for group in groups:
        place, scope = places.of(group)
        is_led = group.labelled and places.printed(group) in led
        for (start, end), role in apply_conventions(text, group, conventions, is_led=is_led):
            if end <= sections[place].end:  # a bracket that is never closed may run into the next section
                unit = re.sub(r"\s+", "", printed[start:end])
                duties.append(Duty(place, unit, role, start, end, scope))
    return tuple(_with_same(text, sections, places, duties))


def _with_same(
    text: str, sections: Sequence[Section], places: Places, duties: Sequence[Duty]
) -> Sequence[Duty]:
    """Add the duties that 同上 states: those of the cell above, or of the item before with the same role."""
    printed: dict[int, list[Duty]] = {}
    for duty in duties:
        printed.setdefault(places.at(duty.start), []).append(duty)
    added = False
    for ditto in find_dittos(text):
        place = places.at(ditto.start)
        if ditto.above is None:
            before = said_before(text, sections, printed, place, ditto.start) if ditto.tells_who else ()
            same = [duty for duty in before if not ditto.head or duty.role is role_of(ditto.head)]
        else:
            same = [
                duty
                for duty in printed.get(places.at(ditto.above[0]), ())
                if ditto.above[0] <= duty.start and duty.end <= ditto.above[1]
            ]
        again = [
            replace(duty, section=place, start=ditto.start, end=ditto.end, scope=Scope.ITEM) for duty in same
        ]
        put(printed.setdefault(place, []), again)
        added = added or bool(again)
    if not added:
        return duties
    return sorted((duty for own in printed.values() for duty in own), key=lambda duty: duty.start)


def _without_overlap(groups: Iterable[Group]) -> list[Group]:
    kept: list[Group] = []
    for group in groups:
        if group.units and (not kept or group.start >= kept[-1].end):
            kept.append(group)
    return kept

"""What a question names of when, where and who into its slots, which a follow-up fills anew."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant.followups.counted import RELATIVE_YEAR
from assistant.understanding.bodies import organs_in
from assistant.understanding.named import YEAR, places_in, short_place, unit_in
from assistant.understanding.offices import is_inside
from assistant.understanding.question import Facets

ANY_YEAR = re.compile(f"{YEAR.pattern}|{RELATIVE_YEAR.pattern}")
_THAN_BEFORE = re.compile("[比较](?:上一?年度?|前一年)")  # of no year of the calendar
_AROUND = re.compile("^[和与跟及、的]+|的$")


@dataclass(frozen=True, slots=True)
class Slots:
    """The years, places, bodies and office that a text names, each as it writes it."""

    years: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()

    @property
    def kinds(self) -> tuple[tuple[str, ...], ...]:
        """What fills each slot, in the order when, where, who."""
        return self.years, self.places, self.bodies, self.offices

    @property
    def words(self) -> tuple[str, ...]:
        """All that is named, in the same order."""
        return tuple(words for kind in self.kinds for words in kind)

    def taken_from(self, text: str) -> str:
        """Leave out of a text what these slots hold, and what joins or ends that."""
        for words in sorted(self.words, key=len, reverse=True):
            text = text.replace(words, "")
        return _AROUND.sub("", text.strip())

    def put_into(self, base: str, facets: Facets) -> str:
        """Fill the slots of a question with these; what it had in them goes, the others stay.

        One takes the place of one. Several, or what the question has no slot for, go before it; an office
        goes right behind its body.
        """
        before = slots_in(base, facets)
        front = ""
        for own, others in zip(self.kinds, before.kinds, strict=True):
            named = "和".join(own)
            if not own:
                continue
            if len(own) == len(others) == 1:
                base = base.replace(others[0], named)
                continue
            if others:
                words = "|".join(map(re.escape, others))
                base = re.sub(f"(?:{words})(?:[和与跟及、]*(?:{words}))*", "", base)
            if own is self.offices and before.bodies:
                body = (self.bodies or before.bodies)[-1]
                base = base.replace(body, f"{body}{named}", 1)
            else:
                front += named
        return front + base


def slots_in(text: str, facets: Facets) -> Slots:
    """Find what a text names of when, where and who."""
    unit, text = unit_in(text, facets.units), _THAN_BEFORE.sub(" ", text)
    office = unit if is_inside(unit) and unit in text else ""
    bodies = dict.fromkeys(organs_in(text, facets.organs).values())
    other = unit if unit in text and not office else ""
    bodies = {words: None for words in bodies if not _is_office_of(words, bodies)}
    longest = [words for words in bodies if not any(words != more and words in more for more in bodies)]
    return Slots(
        years=tuple(dict.fromkeys(_written(found[0]) for found in ANY_YEAR.finditer(text))),
        places=tuple(_as_said(place, text) for place in places_in(text, facets.places)),
        bodies=tuple(longest) or ((other,) if other else ()),
        offices=(office,) if office else (),
    )


def _is_office_of(words: str, bodies: Iterable[str]) -> bool:
    """Tell whether a body is an office of another (教育局办公室 of 教育局), which may issue documents too."""
    return any(words != body and words.startswith(body) and is_inside(words) for body in bodies)


def _written(year: str) -> str:
    return f"{year}年" if year.isdigit() else year


def _as_said(place: str, text: str) -> str:
    """Give a place as a text names it, in full or in short."""
    short = short_place(place)
    return next((said for said in (place, f"{short}省", f"{short}市", short) if said in text), short)

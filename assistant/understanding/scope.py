"""What a reader ticks and takes away beside a question into what it may be answered from."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.facts.aliases import names_of
from ingest.records import Alias, Filter

ALL = Filter()
_NO_DOCUMENT = ""  # no document has this name


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a reader wants to be answered from.

    :param chosen: years, places, kinds, organs, units and documents he ticked; nothing else is looked at.
    :param dropped: labels of narrowings of the question's own that he took away; see `Answer.narrowed`.
    """

    chosen: Filter = ALL
    dropped: tuple[str, ...] = ()

    @property
    def labels(self) -> tuple[str, ...]:
        """What is ticked, as a reader says it."""
        chosen = self.chosen
        years = (f"{year}年" for year in chosen.years)
        return (*years, *chosen.places, *chosen.kinds, *chosen.organs, *chosen.units, *chosen.docs)


EVERYWHERE = Scope()


def admitted(
    chosen: Filter,
    aliases: Callable[[], Mapping[str, Sequence[Alias]]],
    docs_of: Callable[[Sequence[str]], Iterable[str]],
) -> Filter:
    """Put what is ticked in terms of the library: all names of a unit, the documents that give it duties.

    :param aliases: tells the names of one unit, by issuing body.
    :param docs_of: tells the documents that give duties to units.
    """
    if not chosen.units:
        return chosen
    known = (names_of(unit, own) for unit in chosen.units for own in aliases().values())
    units = tuple(dict.fromkeys((*chosen.units, *(name for names in known for name in sorted(names)))))
    docs = set(docs_of(units))
    docs &= set(chosen.docs) or docs
    return replace(chosen, units=units, docs=tuple(sorted(docs)) or (_NO_DOCUMENT,))

"""Charges into those whose units do the very deed asked after (谁审核, 谁出钱), not only have the task."""

import re
from collections.abc import Sequence

from assistant.duties.charges import Charge, words_of
from assistant.wanted.acts import Act
from ingest.records import Role
from ingest.text import normalize

_STOP = re.compile(r"[。；;\n]")


def doing(act: Act, charges: Sequence[Charge]) -> list[Charge]:
    """Keep the charges that say the deed of their units: in what they are for, or in its heading.

    Who has a task is not who checks, pays for or signs what belongs to it.
    """
    return [] if act.is_of_office else [charge for charge in charges if _does(act, charge)]


def _does(act: Act, charge: Charge) -> bool:
    if act.is_of_help:
        return any(duty.role in (Role.SUPPORT, Role.PARTICIPANT) for duty in charge.duties)
    if act.is_of_payment or act.given:
        return act.is_told(normalize(_stated(charge)))
    if act.is_task:
        return act.is_named(words_of(charge))
    heading = charge.document.sections[charge.section].title
    return act.is_named(normalize(heading)) or act.is_named(normalize(_stated(charge)))


def _stated(charge: Charge) -> str:
    """Give what a charge itself says: its units with the task behind them, or the clauses they stand in."""
    text, (first, last) = charge.document.text, (charge.duties[0].start, charge.duties[-1].end)
    if charge.task is not None:
        return text[first:last] + text[slice(*charge.task)]
    start = max((found.end() for found in _STOP.finditer(text, max(0, first - 200), first)), default=first)
    stop = _STOP.search(text, last)
    return text[start : stop.start() if stop else len(text)]

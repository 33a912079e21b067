"""The words of a question into the office it names with its body: 教育局人事股 is the 人事股 of 教育局."""

import re
from collections.abc import Mapping, Sequence

from assistant.understanding.bodies import name_of
from assistant.understanding.named import short_place
from ingest.index.entry import DocumentInfo

_WITHIN = r"(?:机关)?(?:的|里的?|下面的?|内设的?|下属的?)?"
_INSIDE = re.compile(r".*(?:[股科室处办站]|中心)$")
_LEVEL = re.compile(r"^(?:[省市县区旗]|国家)(?=..)")
# One that no document names: 教育局档案股负责什么.
_UNKNOWN = (
    r"[^\s，。、的有由哪些各几每和与及]{2,6}[股科室]"
    r"(?=(?:都|还|主要|具体)*(?:负责|牵头|承担|主管|分管|职责))"
)
_FIELD = re.compile(r"(?:局|委员会|委|厅|部)$")


def is_inside(unit: str) -> bool:
    """Tell whether a unit is named as one inside a body (人事股, 办公室), as others may be."""
    return _INSIDE.match(unit) is not None and _LEVEL.match(unit) is None


def office_of(text: str, bodies: Mapping[str, str], units: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Find the office that a text names right behind its body, and the bodies; ("", ()) for none.

    :param bodies: the words that name issuing bodies, by body.
    :param units: the units that stored duties name; one of them that is the whole name is no such office.
    """
    if not any(_FIELD.search(words) for words in bodies.values()):
        return "", ()
    offices = sorted((unit for unit in units if is_inside(unit)), key=len, reverse=True)
    for words in dict.fromkeys(bodies.values()):
        if not _FIELD.search(words):
            continue
        behind = "|".join((*map(re.escape, offices), _UNKNOWN))
        found = re.search(f"{re.escape(words)}{_WITHIN}(?P<known>{behind})", text)
        if found and not any(found[0] in unit and unit in text for unit in units):
            return found["known"], _meant(text, [organ for organ, said in bodies.items() if said == words])
    return "", ()


def _meant(text: str, organs: Sequence[str]) -> tuple[str, ...]:
    """Keep the bodies a text names in full, if it does: 云溪县教育局, not that of another county."""
    named = [organ for organ in organs if organ in text]
    longest = [organ for organ in named if not any(organ != other and organ in other for other in named)]
    return tuple(longest or organs)


def is_of_bodies(organs: Sequence[str], places: Sequence[str], document: DocumentInfo) -> bool:
    """Tell whether a document is of the bodies named, or of one of their field beside (教育工委, 教育局).

    One whose body is not stated is theirs where its title names their field.
    """
    if document.organ in organs:
        return True
    wanted = {short_place(place) for place in places}
    if wanted and document.place and short_place(document.place) not in wanted:
        return False
    fields = {_FIELD.sub("", name_of(organ)) for organ in organs}
    seats = [organ.removesuffix(name_of(organ)) for organ in organs]
    beside = any(seat and seat in document.organ for seat in seats)
    said = document.organ or document.title
    return (not document.organ or beside) and any(field and field in said for field in fields)

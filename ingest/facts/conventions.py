"""What a document explains once about its lists of units (the first leads, ★ leads) into where that holds."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ingest.facts.roles import BODY, WORDS, role_of
from ingest.facts.units import SIGNS, Group, Named
from ingest.records import Role
from ingest.text import places

_IS = r"(?:均|则|即|都|皆)?(?:为|是|系|表示|代表|指)(?:该项|本项)?(?:工作|任务)?的?"
_KIND = r"(?:责任)?(?:部门|单位|股室|科室|处室|名称)*"
_ROLE = rf"(?P<role>(?:{WORDS})?(?:{BODY}))"
_LEADS = re.compile("牵头|主办|主责|第一责任")
_FIRST = re.compile(
    r"(?:(?:排(?:序|名)?|列|位列|居|位于)(?:在)?(?:第一|首)(?:位|个|名)?|(?:第一|首)(?:个|家|位))"
    rf"(?:的|者)?{_KIND}{_IS}$"
)
_FIRST_ENDS = frozenset("为是系示表指项作务的\n")  # what such words end with
_LEGEND = re.compile(
    rf"[”\"'’）)】\s]*(?:号|符号|标志|标识|标记|标注|者)*的?{_KIND}\s*(?:{_IS}|[:：=＝—-])\s*{_ROLE}"
)
_LEGEND_BACKWARDS = re.compile(
    rf"{_ROLE}(?:名称)?(?:之?[前后])?(?:均|以|用|标注?|加注?|带有?|打){{1,3}}\s*[“\"'‘（(【]?\s*$"
)
_OTHERS = re.compile(rf"(?:其余|其他|其它)的?{_KIND}{_IS}{_ROLE}")
_AROUND = 24
_LIKEWISE = re.compile(r"(?:以?下|其余|余)(?:类同|同此?)")
_ANYBODY = ("各有关", "各相关", "各部门", "各单位", "各地区", "各级", "有关", "相关", "其他")
_MAY_EXPLAIN = re.compile(rf"[{re.escape(SIGNS)}其同]|{_LEADS.pattern}")  # what any explanation holds
_FROM_HERE = re.compile("下同|[以之]下|全文|各项|均|本(?:表|方案|要点|计划)")
NOTE = re.compile(
    r"[（(〔\[［【](?P<role>牵头|主办|主责|总牵头|负责|配合|协办)(?:单位|部门|科室|股室)?[）)〕\]］】]"
)


@dataclass(frozen=True, slots=True)
class Conventions:
    """What holds for the lists of units of one document.

    :param first_leads: spans of the text in which the first of several units leads, in order and apart.
    :param signs: sign beside a unit's name -> the role it gives.
    :param others: role of the units beside a leading one, where it is explained too.
    """

    first_leads: tuple[tuple[int, int], ...]
    signs: dict[str, Role]
    others: Role


def is_convention(words: str) -> bool:
    """Tell whether a clause explains lists of units instead of being one."""
    if _MAY_EXPLAIN.search(words) is None:
        return False
    explains = any(True for _ in _first_leads_at(words)) or _signs(words) or _OTHERS.search(words)
    return bool(explains) or _LIKEWISE.fullmatch(words) is not None


def find_conventions(text: str, groups: Iterable[Group]) -> Conventions:
    """Read the explanations: one beside a list of units is of that list, or holds from there on (下同).

    One that stands alone is a note for the whole document.
    """
    rest = _OTHERS.search(text)
    others = Role.OWNER if rest is None else role_of(rest["role"])
    starts = sorted(group.start for group in groups if group.units)
    return Conventions(tuple(_first_leads_within(text, starts)), _signs(text), others)


def _first_leads_within(text: str, groups: Sequence[int]) -> list[tuple[int, int]]:
    """Spans in which the first unit leads, in reading order and apart; `groups` are offsets in order."""
    line_end, from_here = 0, len(text)
    lines: list[tuple[int, int]] = []
    for at in _first_leads_at(text):
        if at < line_end:
            continue
        start, line_end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
        line_end = len(text) if line_end < 0 else line_end
        if bisect_left(groups, start) == bisect_left(groups, line_end):
            return [(0, len(text))]
        if _FROM_HERE.search(text, start, line_end):
            from_here = min(from_here, start)
        lines.append((start, line_end))
    spans = [span for span in lines if span[0] < from_here]
    return [*spans, (from_here, len(text))] if from_here < len(text) else spans


def _first_leads_at(text: str) -> Iterator[int]:
    """Offsets at which the text says that the first unit leads."""
    found = (leads.start() for leads in _LEADS.finditer(text))
    found = (at for at in found if text[at - 1 : at] in _FIRST_ENDS)
    return (at for at in found if _FIRST.search(text, max(0, at - _AROUND), at))


def _signs(text: str) -> dict[str, Role]:
    """Signs that are explained, each with the role it gives."""
    signs: dict[str, Role] = {}
    for at in places(text, SIGNS):
        legend = _LEGEND.match(text, at + 1) or _LEGEND_BACKWARDS.search(text, max(0, at - _AROUND), at)
        if legend is not None:
            signs[text[at]] = role_of(legend["role"])
    return signs


def apply_conventions(text: str, group: Group, conventions: Conventions, *, is_led: bool) -> list[Named]:
    """Give each unit of a group the role that its place, or a sign or remark beside its name, gives it.

    :param is_led: a label beside the group names who leads, so the first of the group does not.
    """
    spans = [span for span, _ in group.units]
    roles = [role for _, role in group.units]
    own = [_role_beside(text, *span, conventions.signs) for span in spans]
    if not any(own) and not is_led and _first_leads(text, group, conventions):
        own[0] = Role.LEAD
    rest = conventions.others if Role.LEAD in own else Role.OWNER
    plain = set(roles) == {Role.OWNER}
    return [
        (span, mine or (rest if plain else role)) for span, mine, role in zip(spans, own, roles, strict=True)
    ]


def _first_leads(text: str, group: Group, conventions: Conventions) -> bool:
    if group.tasked or len(group.units) < 2:
        return False
    at = bisect_right(conventions.first_leads, (group.start, len(text))) - 1
    if at < 0 or group.start >= conventions.first_leads[at][1]:
        return False
    first, _ = group.units[0]
    return all(role is Role.OWNER for _, role in group.units) and not text.startswith(_ANYBODY, first[0])


def _role_beside(text: str, start: int, end: int, signs: dict[str, Role]) -> Role | None:
    note = NOTE.match(text, end)
    if note is not None:
        return role_of(note["role"])
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    return signs.get(before) or signs.get(after)

"""A list of units as the plans write it into the span of each unit's name."""

import re

from ingest.records import Role

Span = tuple[int, int]

ROLES = {  # the word that says what units do -> their role
    "牵头": Role.LEAD,
    "主办": Role.LEAD,
    "主责": Role.LEAD,
    "主管": Role.LEAD,
    "责任": Role.OWNER,
    "负责": Role.OWNER,
    "承担": Role.OWNER,
    "承办": Role.OWNER,
    "落实": Role.OWNER,
    "实施": Role.OWNER,
    "分工": Role.OWNER,
    "配合": Role.SUPPORT,
    "协办": Role.SUPPORT,
    "协同": Role.SUPPORT,
    "协助": Role.SUPPORT,
    "参与": Role.PARTICIPANT,
    "参加": Role.PARTICIPANT,
    "监督": Role.PARTICIPANT,
}
_LONGEST = 30
_SEPARATOR = re.compile(
    r"[、,，/;；]|以及|(?<=[\u4e00-\u9fff])及(?=[\u4e00-\u9fff])"
    r"|(?<![初中高平同])等(?=[\u4e00-\u9fff])"
    r"|(?<=[\u4e00-\u9fff]{2})\s+(?=[\u4e00-\u9fff]{2})"
)
_AND = re.compile(r"[和与]")
_TOGETHER = re.compile(r"会同|商")
# What may follow 等 or 会同 without naming anybody.
_GENERIC = re.compile(
    r"(?:其他|其它|有关|相关|各相关|其余)(?:部门|单位|股室|科室|方面|机构|成员单位)(?:[和及、](?:部门|单位|地区))?"
    r"|部门|单位|股室|科室|地方"
)
_UNIT_END = re.compile(
    r"(?:部|委|局|厅|办|室|股|科|处|组|署|院|校|所|站|中心|会|行|司|政府|团|部门|单位|地区|学校|园|机关|队|社|区|县|市|镇|乡"
    r"|街道|企业|集团|馆|联|党委|党组|支部|总支|班子|年级|委员|专班|基地|电视台|法院|盟|州|旗|省|村|台|厂|库|网|中学|小学)"
    r"(?:[（(][^（()）]*[）)])?$"
)
_NOT_UNIT = re.compile(
    r"[。：:！？\d%“”]|由|负责|牵头|工作$|情况$"
    r"|^(?:一个|某|哪|谁|的|了|以|在|对|为|将|按|把|向|其中|一是|不|没有)"
)
_LEAD_IN = re.compile(r"\s*(?:由|为|包括)?(?:新设立的|新成立的|新组建的)?\s*")
_TRAILING = " \u3000\n\t。.;；）)】]等"


def split_units(text: str, start: int, end: int) -> list[Span]:
    """Split a list of units; 和 splits only where both sides are units, 等有关部门 names nobody."""
    spans: list[Span] = []
    at = start
    after_others = False
    for cut in [*_SEPARATOR.finditer(text, start, end), None]:
        stop = cut.start() if cut is not None else end
        part = _trim(text, at, stop)
        if part[0] < part[1] and not (after_others and _GENERIC.fullmatch(text[slice(*part)])):
            spans += _split_and(text, *part)
        if cut is not None:
            after_others = cut[0] == "等"
            at = cut.end()
    return spans


def is_unit(words: str) -> bool:
    """Tell whether words end like the name of a unit and say nothing else."""
    return may_be_unit(words) and _UNIT_END.search(words) is not None


def may_be_unit(words: str) -> bool:
    """Tell whether words can name a unit where the form says that they do (责任单位：…)."""
    return 2 <= len(words) <= _LONGEST and _NOT_UNIT.search(words) is None


def share_out(text: str, spans: list[Span], role: Role) -> list[tuple[Span, Role]]:
    """Give listed units their role; of `A会同B` the first leads and the second supports."""
    units: list[tuple[Span, Role]] = []
    joined = False
    for start, end in spans:
        cut = _TOGETHER.search(text, start, end)
        if cut is None or cut.start() == start:
            units.append(((start, end), Role.SUPPORT if joined else role))
            continue
        joined = True
        units = [(span, Role.LEAD) for span, _ in units]
        units.append(((start, cut.start()), Role.LEAD))
        if not _GENERIC.fullmatch(text[cut.end() : end]):
            units.append(((cut.end(), end), Role.SUPPORT))
    return units


def _split_and(text: str, start: int, end: int) -> list[Span]:
    for found in _AND.finditer(text, start, end):
        left, right = text[start : found.start()], text[found.end() : end]
        if len(left) > 1 and len(right) > 2 and _UNIT_END.search(left) and _UNIT_END.search(right):
            return [(start, found.start()), *_split_and(text, found.end(), end)]
    return [(start, end)]


def _trim(text: str, start: int, end: int) -> Span:
    """Narrow a span to the unit's name: no blanks, no leading 由, no closing 等."""
    lead = _LEAD_IN.match(text, start, end)
    start = lead.end() if lead is not None else start
    while end > start and text[end - 1] in _TRAILING:
        if text[end - 1] in "）)" and ("（" in text[start:end] or "(" in text[start:end]):
            break
        end -= 1
    return start, end

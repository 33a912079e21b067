"""The words behind 会同, 联合 and 商 into the units that join the one that leads: 由A会同B、C制定办法."""

import re

from ingest.facts.names import is_named, may_be_unit
from ingest.facts.units import Span, split_units

LETTER = r"[^由，,。；;：:（）()\s“”]|[（(][^（()）\n]{1,20}[)）]"
_TOGETHER = "会同|联合(?![会社国体工])"
# What is done together ends the list of those who do it.
_TASK = (
    r"制[定订]|组成|组建|组织(?![部科处股室局委人])|开展|研究(?![院室所中会])|会商|商[定议]|协商|做好|落实|提出|建立|审[核定查议]|编制(?!委)"
    r"|起草|督促|督导(?![室科股组])|督查(?![室科股组局])|检查(?!院)|推进(?![办组])|推动|实施|拟[定订]|出台|负责|加强|共同|联合(?![会社])|抓[好紧实]"
    r"|及时|依法|定期|适时|尽快|统一|统筹(?!办)|集中|分别|分批|全程|全面|逐|研判|每[年月季周日半]"
    r"|按照?|对(?![外口])|向|于(?![都田])|在|根据|依照|依据|结合|通过|进行|完成|确定|认定|核[查实定]|排查|调查(?!总?队)|评[估审选](?!中心)"
    r"|验收|处[理置](?!中心)|查处|整治(?!办)|打击|巡查|监测(?!站|中心)|发布|印发|公布|通报|下达|安排|明确|牵头|修[订改]|细化|论证|测算|化解|办理"
)
_ENDS = rf"(?={_TASK}|[，,。；;\n]|\Z)"
JOINTLY = re.compile(
    rf"(?P<names>(?:{LETTER}){{2,40}}?(?:{_TOGETHER}|商(?![务贸业户会品标]))(?:{LETTER}){{2,60}}?){_ENDS}"
)
_JOINED = re.compile(rf"(?:{_TOGETHER})(?P<names>(?:{LETTER}){{2,60}}?){_ENDS}")
_FIELDS = re.compile(r"等(?:有关|相关|多个|\d+个)?(?:部门|单位)?\Z")


def joining(text: str, at: int, end: int) -> list[Span]:
    """Read the units that a clause says join the one named before it: 联合B、C开展检查; [] for none."""
    found = _JOINED.match(text, at, end)
    spans = [] if found is None else split_units(text, *found.span("names"))
    return spans if found is not None and are_joining(text, spans, found.end("names")) else []


def are_joining(text: str, spans: list[Span], end: int) -> bool:
    """Tell whether all names of a list that ends at a place are units; 公安、消防等部门 are."""
    named = [text[slice(*span)] for span in spans]
    by_field = bool(spans) and _FIELDS.search(text, spans[0][0], end) is not None
    return all(is_named(name) or (by_field and may_be_unit(name)) for name in named)

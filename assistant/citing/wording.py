"""From a folded statement to what a source must state in the same words: names, negation, stress."""

import re
from collections.abc import Iterable, Iterator

import rjieba

from assistant.citing.commands import commands

_UNIT = re.compile(
    "(?:小组|专班|委员会|中心|学校|中学|小学|幼儿园|大学|学院|集团|公司|医院|支部|政府|公室"
    "|股|科|室|处|局|厅|部|委|办|署|院|会|同志|书记|校长|主任|局长|县长|科长|股长)$"
)
# What is held and not a body: 招聘会, 培训会.
_MEETING = re.compile("(?<![委员协学工商事金合总字生民联残侨科文记青])会$")
# Words that end like a unit and are none.
_NO_UNIT = re.compile(
    "(?:全部|干部|[内外中东西南北局]部|教室|实验室|功能室|阅览室|图书室|活动室|学科|[本专文理]科|[格布大开全结新]局"
    "|机会|社会|大会|晚会|运动会|家长会|例会|开会|座谈会|全会|两会|学会|都会|不会|将会"
    "|[举承主创督交经开公民]办|到处|好处|深处)$"
)
_SHORT_UNITS = frozenset("股科室局厅委办")
_NAME = re.compile(r"[\u3400-\u9fff〇a-z0-9]+$")
# What may stand before the name of a unit without being part of it.
_LEAD = re.compile(
    "(?:由|和|与|及|或|并|对|向|为|是|各|请|让|给|在|将|把|从|被|按|会同|同|经|到|于|即|归|属|的|等|其|该|本"
    "|牵头|负责|配合|责任|单位|部门|科室|要求|督促|指导|组织|联合|协同|协助|明确|分别|具体|主要|其中|还有"
    "|包括|参与|落实|承担|依托|设立|组建|建立|成立|加强|推进|[年月日])$"
)
_SLOT = re.compile(
    r"由(?P<by>[^,。;:]{2,24}?)(?:分别|共同|具体|统一|统筹)*(?:负责|牵头|承担|主抓|落实|组织|配合|实施|组成|会同)"
    r"|(?:责任|牵头|配合|负责|参与)(?:股室|单位|科室|处室|部门|人|领导)分?别?[是为有:](?P<are>[^,。;)]{2,40})"
)
_DUTY = re.compile("(?:分别|共同|具体|主要|统筹|统一)*(?:负责|牵头|承担|主抓|配合|落实)")
_ROLE = re.compile(
    r"(?:牵头|主办|责任|负责)[^,。;:()]*的(?:股室|科室|单位|部门|人)?[是为](?P<named>[^,。;:()]+)"
    r"|(?P<label>牵头|主办|责任|负责|配合|协办|协助|参与)(?:股室|科室|处室|单位|部门|领导)?[:为是](?P<after>[^;。)]+)"
    r"|(?P<before>[^,。;:()]*?)(?P<verb>牵头|主办|负责(?!人|制|任)|为主|配合|协办|协助|参与)"
)
# What sends the reader to an address; those of authorities do not.
_ADDRESSES = re.compile(r"(?:https?://|www\.)(?![\w.-]*\.gov\.cn)", re.IGNORECASE)
_JOINT = re.compile(r"(?P<lead>[^,。;:()]*)会同(?P<with>[^,。;:()]*)")
_ONLY_ROLE = re.compile("由|单位|股室|科室|部门|责任|牵头|负责|主办|配合|协办|协助|参与|分别|共同|[是为:、]")
_ADVERB = re.compile("^(?:其中|并且?|同时|则|还|主要|具体)+|(?:分别|共同|具体|主要|统一|统筹|为主)+$")
_IN_CHARGE = re.compile("牵头|主办|责任(?:股室|单位|科室|处室|部门|人)|负责|配合|协办|协助|为主|主管")
_LEADS, _SUPPORTS = {"牵头", "主办"}, {"配合", "协办", "协助", "参与"}
_LIST = re.compile(r"[、/]|以及|[和与及等]")
_TITLED = re.compile(r'《([^》]+)》|"([^"]{2,})"')

_CLAUSE = re.compile(r"[^,。;:!?]+")
_NOT_NEGATION = re.compile(
    "不断|不忘|不仅|不但|不同|不论|不管|不折不扣|不少于|不低于|不超过|不高于|不小于|不大于|不多于|不足|无论"
    "|未来|未成年|毫不|不懈|不漏|不留|不落(?!实)|无缝|无障碍|非学科|非教育|非教学|非遗|非法"
)
_NEGATION = re.compile(
    r"(?P<firm>不得|不准|不许|不能|不再|不予|不可|禁止|严禁|杜绝|取消|停止|暂停|拒绝)|防止|防范|避免|抵制|[不未无没非]"
)
_WEAK_END = re.compile("[的、]")
# Words that raise a claim: done instead of planned, all instead of some.
_STRESS = re.compile(r"(?<!业)已(?!故)|仅|只(?!要)|唯一|首次|一律|全部|所有|必须|最(?!近|后|终)")

_PLANS = re.compile(
    "(?:^|[,。;:年月度]|[局委办府县市区镇乡校院]|街道)(?:计划(?!数|书|表|内|外|的|任务|指标|目标|完成|执行|[,。;])"
    "|将(?![军来领])|要(?![求点闻素务])|需要)|下一步|拟(?![定订])|打算|力争|争取|预计"
)


def is_addressed(statement: str) -> bool:
    """Tell whether words give orders to an assistant or send the reader to an address, folded or not."""
    return commands(statement) or bool(_ADDRESSES.search(statement))


def unknown_names(statement: str, given: str, context: str = "") -> list[str]:
    """Names of units, people in charge, titles and quoted words in a statement that its source does not hold.

    :param given: what is quoted; it must name whoever the statement makes responsible.
    :param context: title and headings above it; they may hold every other name.
    """
    seen = context + "。" + given
    missing = [name for pair in _TITLED.findall(statement) for name in pair if name not in seen]
    for match in _SLOT.finditer(statement):
        parts = _LIST.split(match["by"] or match["are"])
        missing += [part for part in parts if part not in given]
    for match in _JOINT.finditer(statement):
        missing += [name for name, known in _units(match["with"], given, given) if not known]
    return missing + [name for name, known in _units(statement, given, seen) if not known]


def _units(statement: str, given: str, seen: str) -> Iterator[tuple[str, bool]]:
    """Every word that ends like a unit, with whether the name it closes stands in the source."""
    end = 0
    for word in rjieba.cut(statement):
        end += len(word)
        if not _UNIT.search(word) or _NO_UNIT.search(word) or (len(word) == 1 and word not in _SHORT_UNITS):
            continue
        if _MEETING.search(word):
            continue
        source = given if _DUTY.match(statement, end) else seen
        run = _NAME.search(statement[:end])
        name = run[0][-16:] if run else word
        known = next((name[at:] for at in range(len(name) - 1) if name[at:] in source), "")
        before = name[: len(name) - len(known)]
        whole = len(known) >= max(len(word), 3 if len(word) == 1 else 2)
        yield name, whole and (not before or bool(_LEAD.search(before)) or _ends_known(before, seen))


def _ends_known(before: str, given: str) -> bool:
    """Tell whether a name is led by another whole unit of the text: `县教育局` before `办公室`."""
    return bool(_UNIT.search(before)) and any(before[at:] in given for at in range(max(len(before) - 2, 0)))


def names_duty(statement: str) -> bool:
    """Tell whether a statement says who answers for something."""
    return bool(_IN_CHARGE.search(statement))


def mistakes_role(statement: str, given: str) -> bool:
    """Tell whether somebody is said to lead, answer for or support what the source gives them otherwise.

    Who leads or answers for a thing must be named in that place of the source; elsewhere in it is not enough.
    """
    if _exchanges_lead(statement, given):
        return True
    theirs = list(_roles(given))
    for role, names in _roles(statement):
        fitting = _SUPPORTS if role in _SUPPORTS else _LEADS if role in _LEADS else _LEADS | {"责任", "负责"}
        for name in filter(_is_name, (_ADVERB.sub("", name) for name in _LIST.split(names))):
            held = {other for other, named in theirs if _names(named, name)}
            if not held & fitting if held else role not in _SUPPORTS:
                return True
    return False


def says_only_who(statement: str) -> bool:
    """Tell whether a statement is nothing but units with their roles, of whatever it may be."""
    for clause in _CLAUSE.findall(statement):
        roles = [names for _, names in _roles(clause)]
        units = [name for names in roles for name in _LIST.split(names)]
        for name in units:
            clause = clause.replace(name, "")
        if not units or not all(map(_UNIT.search, units)) or _ONLY_ROLE.sub("", clause):
            return False
    return True


def _exchanges_lead(statement: str, given: str) -> bool:
    """Tell whether of `甲会同乙` somebody is made the other: who leads stands before 会同."""
    for ours in _JOINT.finditer(statement):
        leads = [name for name in _LIST.split(ours["lead"].rpartition("由")[2]) if _is_name(name)]
        for theirs in _JOINT.finditer(given):
            led = theirs["lead"].rpartition("由")[2]
            if any(name in theirs["with"] and name not in led for name in leads):
                return True
        supporting = [named for role, named in _roles(given) if role in _SUPPORTS]
        leading = [named for role, named in _roles(given) if role not in _SUPPORTS]
        if any(_held(name, supporting) and not _held(name, leading) for name in leads):
            return True
    return False


def _held(name: str, named: Iterable[str]) -> bool:
    return any(name in names for names in named)


def _roles(text: str) -> Iterator[tuple[str, str]]:
    """Yield each role a text gives with the words that name who has it."""
    for match in _ROLE.finditer(text):
        role = match["label"] or match["verb"] or "负责"
        yield role, match["named"] or match["after"] or match["before"].rpartition("由")[2]


def _is_name(words: str) -> bool:
    return len(words) > 1


def _names(given: str, name: str) -> bool:
    """Tell whether words of a source name somebody, whole or as the end of the name in hand."""
    return name in given or any(name.endswith(part) for part in _LIST.split(given) if _is_name(part))


def contradicts(statement: str, given: str) -> bool:
    """Tell whether words are negated in one text and nowhere in the other, or a claim is raised."""
    if any(match[0] not in given for match in _STRESS.finditer(statement)):
        return True
    ours, theirs = _polarity(statement), _polarity(given)
    return any(ours[pair].isdisjoint(theirs[pair]) for pair in ours.keys() & theirs.keys())


def plans(text: str) -> bool:
    """Tell whether a text says of something that it is to be done."""
    return bool(_PLANS.search(text))


def _polarity(text: str) -> dict[str, set[bool]]:
    """For each two neighbouring characters whether they occur negated, affirmed or both.

    `不得` and its like reach to the end of the clause, `不` and `防止` to the next 的 or 、.
    """
    found: dict[str, set[bool]] = {}
    for clause in _CLAUSE.findall(_NOT_NEGATION.sub(lambda match: "\x00" * len(match[0]), text)):
        negated = [False] * len(clause)
        for match in _NEGATION.finditer(clause):
            stop = None if match["firm"] else _WEAK_END.search(clause, match.end())
            for at in range(match.end(), stop.start() if stop else len(clause)):
                negated[at] = True
        for at in range(len(clause) - 1):
            found.setdefault(clause[at : at + 2], set()).add(negated[at])
    return found

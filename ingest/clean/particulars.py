"""Lines in which a page states facts about its document (发布日期, 来源, 索引号, 文号) into named values."""

import re
from collections.abc import Iterable, Mapping, Sequence

from ingest.titles import kind_of

DAY = r"(?:19|20)\d{2}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}日?"
CLOCK = r"\d{1,2}:\d{2}(?::\d{2})?"
# Name of a fact -> the names that pages give it.
_NAMES = {
    "发布日期": "发布日期|发布时间|公开日期|公开时间|发表时间|更新时间|更新日期|时间|日期",
    "成文日期": "成文日期|成文时间|发文日期|发文时间|生成日期|形成日期|制发日期|印发日期|签发日期",
    "来源": "信息来源|文章来源|稿件来源|来源|出处|供稿单位",
    "索引号": "信息索引号|索引号|索取号",
    "文号": "发文字号|发布文号|公文文号|文件编号|文件号|文号",
    "发布机构": "信息发布机构|发布机构|发文机关|发文机构|发文单位|发布单位|制发机关|制定机关|公开主体",
    "主题分类": "主题分类|组配分类|信息分类|信息类别|体裁分类|公文种类|文件类型|分类",
    "主题词": "主题词|关键词|关键字|标签",
    "有效性": "信息有效性|是否有效|有效性|时效性|效力状态|有效状态|时效状态",
    "页面标题": "信息名称|文件名称|公文名称|标题|名称",
}
# What pages also state beside these and nobody asks a plan for.
_OTHERS = (
    "公开方式|公开形式|公开范围|公开时限|公开类别|公开属性|服务对象|载体类型|内容概述|内容摘要|实施日期|生效日期|施行日期|失效日期|"
    "废止日期|统一登记号|统一编号|登记号|解读链接|浏览次数|阅读次数|访问次数|点击次数|浏览人次|浏览量|阅读量|访问量|点击量|阅读数|"
    "点击数|浏览|阅读|点击|字体大小|字体|字号|保护视力色|视力保护色|语音播报|文章作者|作者|责任编辑|责编|编辑|信息录入|录入|发布人|"
    "发布者|审核人|审核|初审|复审|终审|一审|二审|三审|签发|供稿|撰稿|图文|摄影|通讯员|信息员|打印|分享到|分享"
)
_CANONICAL = {alias: name for name, aliases in _NAMES.items() for alias in aliases.split("|")}


def _spaced(names: Iterable[str]) -> str:
    """A pattern of names, longer ones first, letter-spaced ones (来 源) too."""
    return "|".join(r"\s?".join(name) for name in sorted(names, key=len, reverse=True))


_ANY_NAME = _spaced((*_CANONICAL, *_OTHERS.split("|")))
_LONG_NAME = _spaced(name for name in _CANONICAL if len(name) > 2)
# A name with a colon stands anywhere in the line; one parted from its value by a blank opens it or a cell.
_FIELD = re.compile(
    rf"({_ANY_NAME})\s*[】\]]?\s*[:：|｜丨]\s*|(?<=[【\[])\s?({_ANY_NAME})\s?[】\]]\s*(?=\S)"
    rf"|(?:^|(?<=\s))({_LONG_NAME})\s+(?=\S)"
)
_LABEL = re.compile(rf"[\s•●·◆※【\[-]*({_ANY_NAME})\s*[】\]]?\s*[:：]?\s*")
_BEFORE_FIELDS = re.compile(
    rf"[\s•●·◆※【\[（(|｜-]*(?:\S{{2,16}}\s+)?(?:{DAY}\s*(?:{CLOCK})?[\s|｜]*)?(?:\S{{2,16}}\s+)?"
)
_DAY_FIRST = re.compile(rf"[\s【\[（(]*({DAY})")
# 时间：2024年3月5日 may be when something takes place; a page gives the clock, or writes 2024-03-05.
_STAMPED = re.compile(rf"{DAY}\s*{CLOCK}|(?:19|20)\d{{2}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}")
_STAMP = re.compile(rf"(?:^|\s)({DAY})\s*{CLOCK}")
_BLANKS = re.compile(r"\s+")
_WIDE_GAP = re.compile(r"\s{2,}|\u3000")
_LEAST_CELLS = 2
_VALUE_ENDS = " \t\u3000|｜]】[【）)，,；;"
_LONGEST = 300
_LONGEST_VALUE = 60
_TITLE_CHARS = 10
_KEPT_ELSEWHERE = frozenset(("发布日期", "成文日期", "来源", "索引号", "文号"))


def read_particulars(text: str) -> dict[str, str] | None:
    """The facts that a line states about its document, None when it is no such line.

    Whatever a page only says of itself (浏览次数, 字体) gives no fact: `{}`.
    """
    if len(text) > _LONGEST:
        return None
    fields = list(_FIELD.finditer(text))
    if not fields or not _BEFORE_FIELDS.fullmatch(text, 0, fields[0].start()):
        return None
    if len(fields) == 1 and fields[0][1] in ("时间", "日期") and not _STAMPED.match(text, fields[0].end()):
        return None
    facts: dict[str, str] = {}
    day = _DAY_FIRST.match(text, 0, fields[0].start())
    if day is not None:
        facts["发布日期"] = day[1]
    ends = [*(field.start() for field in fields[1:]), len(text)]
    for field, end in zip(fields, ends, strict=True):
        facts |= _fact(field[1] or field[2] or field[3], text[field.end() : end], facts)
    return facts


def stray_facts(text: str) -> dict[str, str]:
    """The facts in a line of furniture, where a page's own title or key words mean nothing."""
    found = read_particulars(text) or {}
    facts = {name: value for name, value in found.items() if name in _KEPT_ELSEWHERE}
    stamp = _STAMP.search(text) if len(text) <= _LONGEST else None
    if stamp is not None:
        facts.setdefault("发布日期", stamp[1])
    return facts


def read_cells(lines: Sequence[tuple[int, str]]) -> tuple[dict[str, str], list[int]]:
    """Facts that come one cell a line, name above value, and the indices of the lines that state them.

    A name above another name, or above what must be the title of the document, has no value.
    """
    facts: dict[str, str] = {}
    taken: list[int] = []
    names = [_LABEL.fullmatch(text) for _, text in lines]
    if sum(name is not None for name in names) < _LEAST_CELLS:
        return facts, taken
    for at, name in enumerate(names):
        if name is None:
            continue
        taken.append(lines[at][0])
        if at + 1 < len(lines) and names[at + 1] is None and _may_be_value(name, lines[at + 1][1]):
            facts |= _fact(name[1], lines[at + 1][1], facts)
            taken.append(lines[at + 1][0])
    return facts, taken


def _may_be_value(name: re.Match[str], text: str) -> bool:
    canonical = _CANONICAL.get(_BLANKS.sub("", name[1]))
    if canonical is None and name[0].rstrip()[-1] not in ":：":
        return False
    is_heading = len(text) >= _TITLE_CHARS and kind_of(text) != "" and canonical != "页面标题"
    return len(text) <= _LONGEST_VALUE and not is_heading


def _fact(name: str, value: str, known: Mapping[str, str]) -> dict[str, str]:
    """A fact by its canonical name, {} for what is no fact, has no value or is known already."""
    canonical = _CANONICAL.get(_BLANKS.sub("", name))
    value = value.strip(_VALUE_ENDS)
    if canonical in ("发布日期", "成文日期"):
        day = _DAY_FIRST.match(value)
        value = day[1] if day is not None else ""
    elif canonical != "页面标题":
        value = _WIDE_GAP.split(value)[0] if canonical != "来源" else value.split(" ")[0]
    if canonical is None or canonical in known or not value or len(value) > _LONGEST_VALUE:
        return {}
    return {canonical: value}

"""Words into whether they are the head of a column of a table, and cells into whether they fit it."""

import re
from collections.abc import Sequence
from enum import Enum, auto
from functools import lru_cache

SERIAL = re.compile(r"序\s*号|编\s*号|№|No\.?", re.IGNORECASE)
_OFFICES = re.compile(r"(?:成员|内设)?(?:部门|[股科处部]室)(?:名称)?|成员单位|内设机构")
_UNITS = re.compile(
    r"(?:牵头|责任|负责|配合|主办|协办|承办|承担|参与|协同|组织|实施|落实|主管|监管|督办|申报|归口|联络|受理|经办|办理|审核|审批|发放)\S{0,3}"
    r"(?:单位|部门|股室|科室|处室|部室|站所|机构|主体)|(?:牵头|责任|负责|主办|配合)[股科处部室]|责任方"
    rf"|{_OFFICES.pattern}"
)
_TIME = re.compile(
    r"(?:完成|办结|整改|推进|起止|受理|截止|计划|拟){0,2}\S{0,2}(?:时限|时间|期限|进度|节点|日期)(?:安排|节点|要求|计划)?"
)
_OTHER = re.compile(
    r"(?!序号|编号)\S{0,6}(?:任务|事项|内容|项目|举措|措施|目标|要求|指标|名称|成果|问题)\S{0,3}|(?:分管|责任|负责|牵头|包保|联系|挂牌|督办)\S{0,3}(?:领导|人|人员)|"
    r"(?:主要|工作|岗位|具体)*职责(?:分工|任务)?|(?:重点|主要|具体|年度)工作|备注|类别|单位|数量|完成情况|进展情况"
)
_AMOUNT = re.compile(
    r"\S{0,4}(?:目标值|指标值|计划数|实际数|完成数|数量|增幅|增速|占比)|(?:同比|比上年|较上年)?(?:增长|增减)(?:率|[（(]?[%％][）)]?)?|同比|(?:19|20)\d\d年(?!.*[、，])\S{0,6}"
)
# Heads that are common words too: they count only beside others, where lines are typed as rows.
_COMMON = re.compile(
    r"周次|月份|季度|时段|阶段|学段|\S{0,4}(?:级别|等级|档次|层次|类型|条件|标准|情形|情况|方式|频次|次数|人数|对象|范围|活动|课程|主题|班次|班级|年级|地点|场所"
    r"|部位|岗位|姓名|职务|电话|[^\d\s]人)(?:[（(]\S{1,8}[）)])?"
)
_CHARS = 12
_UNIT_NAMES = re.compile(
    r"[^。：；]{0,80}(?:[局委办厅股科室处院校园所站队会企社馆台行司联村团厂]|政府|中心|部门?|单位|公司|学校|街道|乡镇?|镇|县|区|集团|银行|法院|组)[）)等]*"
)
_TIMES = re.compile(
    r"[^。]{0,16}(?:\d{4}|\d月|月底|年底|季度|上半年|下半年|全年|长期|持续|常态|每[年月周学]|学期|\d日|立即|即时)[^。]{0,16}"
)
_FIGURE = re.compile(r"\d{1,5}[.、．]?")
_SAME = re.compile("同[上前]|[〃″]")


# What a head, or the first line or letter of one, holds.
_HINT = re.compile(
    "序|编号|№|No|任务|事项|内容|项目|举措|措施|目标|要求|指标|名称|成果|问题|单位|部门|[股科处部]室|机构|主体|责任|职责|牵头|配合|完成"
    r"|时限|时间|期限|进度|节点|日期|领导|备注|类别|类型|领域|板块|数量|(?:19|20)\d\d年|^[任单时内指项备类领]$"
)


class Kind(Enum):
    """What stands in a column."""

    SERIAL = auto()
    UNITS = auto()
    TIME = auto()
    AMOUNT = auto()
    OTHER = auto()


_KINDS = ((SERIAL, Kind.SERIAL), (_UNITS, Kind.UNITS), (_TIME, Kind.TIME), (_OTHER, Kind.OTHER))


def kind_of_head(word: str) -> Kind | None:
    """Tell what stands below the head of a column of a table of tasks; None for any other word.

    :param word: without blanks.
    """
    if len(word) > _CHARS:
        return None
    return next((kind for pattern, kind in _KINDS if pattern.fullmatch(word)), None)


@lru_cache(maxsize=1024)
def heads_of(word: str) -> tuple[str, ...]:
    """Part words that stand close together into known heads of columns; none where they are not only such."""
    for end in range(len(word) - 2, 1, -1):
        if kind_of_head(word[:end]) is not None:
            rest = word[end:]
            others = (rest,) if kind_of_head(rest) is not None else heads_of(rest)
            if others:
                return (word[:end], *others)
    return ()


def may_be_heads(words: Sequence[str]) -> bool:
    """Tell whether words side by side look like heads of columns, or like what heads start with; quick."""
    return 2 * sum(_HINT.search(word) is not None for word in words) >= len(words)


def is_amount_head(word: str) -> bool:
    """Tell whether figures stand below the head of a column: 目标值, 2026年."""
    return len(word) <= _CHARS and _AMOUNT.fullmatch(word) is not None


def is_common_head(word: str) -> bool:
    """Tell whether a word may head a column of anything else: 响应级别, 批准人, 周次."""
    return len(word) <= _CHARS and _COMMON.fullmatch(word) is not None


def is_office_head(word: str) -> bool:
    """Tell whether offices stand below the head of a column, whatever they do: 部门, 科室."""
    return _OFFICES.fullmatch(word) is not None


def is_number(cell: str) -> bool:
    """Tell whether a cell is nothing but the number of its row."""
    return _FIGURE.fullmatch(cell) is not None


def fits(kind: Kind | None, cell: str) -> bool:
    """Tell whether a cell may stand in a column of a kind; 同上 may stand for units and times."""
    match kind:
        case Kind.SERIAL:
            return is_number(cell)
        case Kind.UNITS:
            return (_UNIT_NAMES.fullmatch(cell) or _SAME.fullmatch(cell)) is not None
        case Kind.TIME:
            return (_TIMES.fullmatch(cell) or _SAME.fullmatch(cell)) is not None
        case Kind.AMOUNT:
            return any(char.isdecimal() for char in cell)
    return not is_number(cell)

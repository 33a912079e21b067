"""The kind of fact a question asks for into what tells whether a sentence states it."""

import re
from collections.abc import Callable
from functools import partial

from assistant.intent import OFFICE, Intent
from assistant.meaning import definition_of
from assistant.question import Question
from ingest.facts.dates import DATE
from ingest.facts.measure_words import Kind
from ingest.facts.quantities import CHINESE_FIGURES, Quantity, quantities
from ingest.text import normalize

Fact = Callable[[str], bool]
"""Whether a text states the kind of fact asked for."""

_UNITS = (
    "平方米|平方公里|公里|公顷|学时|课时|小时|分钟|工作日|个月|百分点|公斤|毫升|千瓦时|"
    "[所个名项次家部人条件门册间座辆台户处批期场篇份岁级类种亩元吨米天日月年斤分起例宗套栋幢间张支组]"
)
# In 多少个组 and 几个项目 it is the 个 that counts.
_ASKED_UNIT = re.compile(rf"(?:多少|几)(?:个(?!组|项目))?[万亿]*({_UNITS})")
_ASKED_SHARE = re.compile(r"比例|占比|百分之|税率|[^效]率")
_DAYS = ("天", "日", "工作日")
_TASKS = ("件", "项")
_SAME_UNIT = {
    "天": _DAYS,
    "日": _DAYS,
    "工作日": _DAYS,
    "人": ("人", "名"),
    "名": ("人", "名"),
    "件": _TASKS,
    "项": _TASKS,
}
_DATED = ("年", "月", "日", "天")
_SHARES = ("%", "‰", "成", "百分点")
_MONEY_WORDS = "补助|补贴|经费|资金|投入|工资|奖金|奖励|收费|费用|学费|价格"
_ASKED_MONEY = re.compile(
    rf"(?:多少|几)个?[万亿块]*钱|多少(?:.{{0,4}})(?:{_MONEY_WORDS}|费(?!时))|(?:{_MONEY_WORDS}).{{0,4}}多少(?!个|所|项|人)|[补奖罚]多少[?？。]?$"
)
_HEAD_UNIT = re.compile(rf"[(（]单?位?[:：]?({_UNITS})[)）]")
_TIME = re.compile(
    r"[年月]底|上半年|下半年|[一二三四]季度|学期|学年|期间|[每同当次去今明本]年|即日起|之日起|[之以]?前完成|月[上中下]旬"
)
# Lengths of time in names of things: 学前三年, 九年义务教育, 三年行动, 五年级.
_NO_TIME = re.compile(
    r"学前[一二三1-3]年|[六九十]年(?:制|义务|一贯)|(?:高中|大学|初中|小学)[一二三四五六]年|[一二三四五六七八九]年级|[三五十][年](?:行动|规划|计划|攻坚)|\d[-—~～至]\d周?岁|[\d一二三四五六七八九十]+周?岁"
)
_RESPONSIBLE = re.compile(
    r"负责|牵头|责任[单股科处部]|主管|承担|会同|负总责|总指挥|组长|"
    r"(?:政府|部门|机关|[局委厅部院会])[^，,。；;]{0,12}(?:审批|批准|决定|核准|认定|印发|公布|执行)|由[^，,。；;]{2,24}(?:部门|[局股科办委厅组处室]|学校|单位|中心)"
)
_ASKED_NUMBER = re.compile(r"电话号码|手机号|联系(?:方式|电话)|电话(?:是|为)?(?:多少|什么|几)|号码是")
_ASKED_WHERE = re.compile(
    r"(?:在|到|去)?(?:哪儿|哪里|哪个地方|什么地方|啥地方)(?:举办|举行|召开|开展|集中|[办开搞]|[?？]?$)"
)
_PLACE_OF = re.compile(r"地点|地址|位于|设在|[在到于][^，,。；;]{2,16}(?:举办|举行|召开|集中|办理|报到)")
_ASKED_COMPANY = re.compile(
    r"(?:哪一?家|哪个|什么)(?:公司|企业|厂家|银行|机构)(?:承|中标|来?做|建|开发|负责|供)"
)
_COMPANY = re.compile(r"公司|集团|企业|银行|机构")
_TELEPHONE = re.compile(
    r"(?<!\d)(?:0\d{2,3}[-—]?)?\d{7,8}(?!\d)|(?<!\d)1\d{10}(?!\d)|(?<!\d)12\d{3}(?![\d.]*\s*[\d万亿元人名个所册])"
)


def wanted_fact(question: Question) -> Fact | None:
    """Give what tells whether a text states the kind of fact asked for; None when no such fact is asked."""
    named = _asked_by_name(question.text)
    if named is not None:
        return _matches(named)
    if question.intent is Intent.DUTY:
        return _matches(_RESPONSIBLE)
    if question.term:
        definition = definition_of(question.term)
        return lambda text: definition.search(normalize(text)) is not None
    if question.intent not in (Intent.FIGURE, Intent.DEADLINE):
        return None
    if _ASKED_MONEY.search(question.text):
        return partial(_states, units=("元",))
    asked = _ASKED_UNIT.search(question.text)
    if asked and asked[1] != "个":  # 几个 is asked of anything
        return partial(_states, units=_SAME_UNIT.get(asked[1], (asked[1],)))
    if question.intent is Intent.DEADLINE:
        return _states_time
    return _states_share if _ASKED_SHARE.search(question.text) else _states_figure


def _asked_by_name(question: str) -> re.Pattern[str] | None:
    """Give what matches the person, number, place or company a question asks for, if it does."""
    if office := OFFICE.search(question):
        return re.compile(rf"{office[1]}[\s：:]+[\u4e00-\u9fff·]{{2,4}}(?![\u4e00-\u9fff])")
    asked = ((_ASKED_NUMBER, _TELEPHONE), (_ASKED_WHERE, _PLACE_OF), (_ASKED_COMPANY, _COMPANY))
    return next((answer for asking, answer in asked if asking.search(question)), None)


def _matches(pattern: re.Pattern[str]) -> Fact:
    return lambda text: pattern.search(text) is not None


def _states(text: str, units: tuple[str, ...]) -> bool:
    """Tell whether a text states a quantity in one of some units; things counted one by one answer 几个."""
    if any(unit in _DATED for unit in units):
        text = _NO_TIME.sub("", text)
        if DATE.search(text):
            return True
    return any(
        quantity.unit.removeprefix("个").startswith(units) or _is_cell(text, quantity, units)
        for quantity in quantities(text)
    )


def _is_cell(text: str, quantity: Quantity, units: tuple[str, ...]) -> bool:
    """Tell a bare number in a table row, whose head holds its unit; one that names another is none."""
    other = _HEAD_UNIT.search(text)
    if other and not other[1].startswith(units):
        return False
    return not quantity.unit and text[: quantity.first].endswith((":", "："))


def _states_share(text: str) -> bool:
    return "全覆盖" in text or any(
        quantity.unit.removeprefix("个") in _SHARES or "/" in quantity.number for quantity in quantities(text)
    )


def _states_time(text: str) -> bool:
    text = _NO_TIME.sub("", text)
    if _TIME.search(text) or DATE.search(text):
        return True
    return any(quantity.kind is Kind.TIME for quantity in quantities(text))


def _states_figure(text: str) -> bool:
    """Tell whether a text states any number that is no date; in Chinese figures only with a measure word."""
    undated = DATE.sub(" ", text)
    return any(
        quantity.unit or undated[quantity.first] not in CHINESE_FIGURES for quantity in quantities(undated)
    )

"""The kind of fact a question asks for into what tells whether a sentence states it."""

import re
from collections.abc import Callable
from functools import partial

from assistant.understanding.intent import Intent, asked_office, asks_leader, headed_body
from assistant.understanding.meaning import definition_of
from assistant.understanding.named import person_in
from assistant.understanding.question import Question
from assistant.wanted.acts import Act, asked_act
from assistant.wanted.allotted import allots
from assistant.wanted.labelled import LABELLED, asked_speaker, names_person
from assistant.wanted.measured import as_asked
from assistant.wanted.paid import asks_paid, asks_paid_out, gives_share, states_paid, states_paid_out
from assistant.wanted.particulars import particular_in
from assistant.wanted.people_counted import states_people
from assistant.wanted.posts import holder_of, post_asked
from assistant.wanted.sections import parts_asked
from assistant.wanted.shapes import shape_asked
from assistant.wanted.times import asks_how_often, wanted_time, without_lengths
from assistant.wanted.units import DATED, UNITS, unit_asked, units_alike
from ingest.facts.dates import DATE
from ingest.facts.quantities import CHINESE_FIGURES, Quantity, quantities
from ingest.text import normalize
from ingest.titles import NUMBER

Fact = Callable[[str], bool]
"""Whether a text states the kind of fact asked for."""

# 多少亿, 多少万: of money, or of whatever is counted in such numbers.
_ASKED_SCALE = re.compile(r"(?:多少|几)个?(万亿|亿|万)(?![元人亩斤吨户])")
# How far two shares lie apart is told by the shares.
_ASKED_POINTS_APART = re.compile(r"差(?:多少|几)个?百分点")
_ASKED_AGE = re.compile(r"年龄|多大岁数|(?:多大|几岁).{0,4}(?:上学|入[园学]|退休|报名)")
_ASKED_PEOPLE = re.compile(
    r"(?:多少|几)个?[\u4e00-\u9fff]{0,6}(?:人员|教师|老师|学生|幼儿|儿童|党员|干部|人才|医生|医师|护士|职工|校长|工人|农民)[呢啊?？。]*$"
)
_ORDINAL = re.compile(r"第[几多]|哪一?[批届次条章]")
_ASKED_SHARE = re.compile(r"(?<!兑换)比例|占比|百分之|税率|[^效]率|几成(?![员为功立])")
_RATIO = re.compile(r"(?<![\d:：.])\d(?:\.\d+)?[:：]\d(?:\.\d+)?(?![\d:：])")  # 1:0.5, no 8:00
_SHARES = ("%", "‰", "成", "百分点")
_MONEY = ("元", "美元", "欧元", "港元", "日元")
_MONEY_WORDS = "总额|额度|补助|补贴|金额|经费|资金|投入|投资|工资|奖金|奖励|收费|费用|学费|价格|[预决概]算"
_ASKED_MONEY = re.compile(
    rf"(?:多少|几)个?[万亿块]*钱|(?:多少|几)个?[百千]?块(?=[呢啊?？。，,]|$)|多少(?:.{{0,4}})(?:{_MONEY_WORDS}|(?<![消免])费(?!时))|(?:{_MONEY_WORDS})(?!.{{0,2}}(?:[涨增降]幅|增[速长]|比[例重]|占比|总?指数|率))[^涨降增减升跌]{{0,4}}多少(?!个|所|项|人)|[补奖罚扣]多少[?？。]?$"
    r"|(?:补[助贴]|津贴|工资|奖金)[^，,。多几]{0,8}[领拿发给]多少(?![个所次人天年月])|[花掏](?:费|了|掉)?多少(?![个所次人天年月时])|费(?!用?时)[^，,。]{0,4}(?:[收交缴]|标准是?)多少(?![个所次人])"
)
# What is paid may be put as a share of something: 标准为实际缴费额的三分之二.
_ASKED_RATE_OF_PAY = re.compile(
    r"(?:补[助贴]|津贴|奖金|绩效|工资)[^多几]{0,6}(?:标准|[少扣]\w?)[^多几]{0,4}多少(?![元钱块万])"
)
# 标准多少钱 is not told by how much more it is: 每月提高183元. A target may be.
_ASKED_CHANGE = re.compile(
    "多[\u4e00-\u9fff]{1,2}多少|[增涨升降减调]|(?<!参)加(?=了?(?:多少|几))|提高|提升|新|扩|目标|预期|计划|任务|变化|占比|比例|率"
)
_CHANGE = re.compile(
    r"(?:线[上下]|[上下]浮|[高低]出|[提调]高|上[调涨升]|增[加长]|提升|[下调]降|下调|减少|降低)(?:了|约|近|超过?|幅)*\d[\d,.]*[万亿]*(?:元|人|个|名|所|户|亩|吨|分)"
)
# How many there are is not told by how large some must be: 3000人以上的大村.
_ASKED_TOTAL = re.compile(r"^[^上下内超足满]*(?:有|共|总共)多少")
_LIMIT = re.compile(r"\d[\d,.]*[万亿]*[\u4e00-\u9fff]{0,2}以[上下内]的(?=[\u4e00-\u9fff])")
# 成熟一个调整一个, 一个都不能少 count nothing.
_ONE_BY_ONE = re.compile(r"一([个项家户人所])[^，,。；;、]{0,4}一\1|一[个项家户人所][都也]?不")
_FINE = re.compile(r"罚款|罚金|[\d一二三四五六七八九十]倍")
_HEAD_UNIT = re.compile(rf"[(（]单?位?[:：]?({UNITS})[)）]")
_HEAD_RATE = re.compile(r"[率比重][(（][^()（）]{1,8}[)）][\u3000\s]")
_IN_CHARGE = (
    rf"^[\u4e00-\u9fff]{{2,12}}(?:[股科室处]|办公室)[：:]|负责(?![人制])|牵头|{LABELLED}|责任[单股科处部]|主管|承担|会同|负总责|总指挥|组长|"
    r"(?:受理|经办|办理|承办|审核|审批|发放)(?:单位|部门|机构|股室|科室)[：:]|"
    r"由[^，,。；;]{2,24}(?:部门|[局股科办委厅组处室]|学校|单位|中心)|"
    r"[\u4e00-\u9fff][为是][^，,。；;]{0,16}责任人|发挥[^，,。；;]{2,20}(?:小组|委员会|联席会议|专班|指挥部|协会|中心|办公室|部门|机构|党组织|党委|支部)[^，,。；;]{0,6}作用|"
    r"(?:政府|部门|机关|[局委厅部院会])[^，,。；;]{0,12}(?:决定|核准|认定)"
)
# Which person answers for something: a label, or who is said to.
_LED = re.compile(
    rf"{LABELLED}|(?:[局校县市区镇乡村股科处院园所站]长|书记|主任|领导|同志)[^，,。；;]{{0,4}}(?:负责|分管|主管|牵头|包保|联系|挂)"
)
# Who approves or publishes something does not so do it.
_CHARGED = re.compile(_IN_CHARGE)
_RESPONSIBLE = re.compile(
    rf"{_IN_CHARGE}|(?:政府|部门|机关|[局委厅部院会])[^，,。；;]{{0,12}}(?:审批|批准|印发|公布|执行)"
)
# Which leader is over an office (谁分管办公室) is told by the same word.
_ASKED_OVER = re.compile("谁(?:来|在)?(分管|协管|联系|包[保联])")
# Who has a task is told by the very word it is asked with, whoever it is: 由谁管理, 由慈善总会管理.
_ASKED_TO_HAVE = re.compile(r"(管理|实施|组织|主抓|落实|办理|开展|进行|统筹|协调|承办|执行)的?[呢?？。]*$")
# Who is over a field (主管部门) is told by who manages it, not by who decides a case of it.
_ASKED_AUTHORITY = re.compile(r"(?:主管|归口(?:管理)?|监管)(?:部门|单位|机构|机关)")
_AUTHORITY = re.compile(
    r"主管|归口|牵头|责任[单股科处部]|负责[^，,。；;]{0,30}(?:管理|监督|监管|指导|协调|工作)|承担[^，,。；;]{0,30}(?:管理|监督|监管)"
)
_WHICH_DAYS = re.compile("哪[几一两]?个?(?:天|日|月|周|星期)")  # 哪几天, no length
_ASKED_PENALTY = re.compile(
    r"(?:怎么|如何|怎样|咋|[受有]?什么|啥|哪些)(?:处?罚|处分|惩[处罚]|追责|问责|后果)|罚(?:款?多少|什么|多重|得)"
    r"|会(?:被|受到?)?(?:怎么|什么)?处?罚(?:吗|么|不|什么)?[?？]?$"
)


def wanted_fact(question: Question) -> Fact | None:
    """Give what tells whether a text states the kind of fact asked for; None when no such fact is asked."""
    named = _asked_by_name(question.text)
    if named is not None:
        return _matches(named)
    if question.intent is Intent.FIGURE and _ASKED_PENALTY.search(question.text):
        return _matches(_FINE)
    if question.intent is Intent.TOPIC and (shape := shape_asked(question.text)):
        return shape.is_in
    act = asked_act(question.text)
    if question.intent is Intent.DUTY and (speaker := asked_speaker(question.text)):
        done = _wanted_doer(question.text, act)
        return lambda text: speaker.search(text) is not None or done(text)
    if act is not None and act.given and question.intent in (Intent.TOPIC, Intent.DUTY):
        return act.is_told
    if question.intent is Intent.DUTY:
        if _ASKED_AUTHORITY.search(question.text):
            return _matches(_AUTHORITY)
        done = _wanted_doer(question.text, act)
        led = _ASKED_OVER.search(question.text)
        return (lambda text: led[1] in text or done(text)) if led else done
    if question.term:
        definition = definition_of(question.term)
        return lambda text: definition.search(normalize(text)) is not None
    if asks_how_often(question.text) or question.intent is Intent.DEADLINE:
        told = _wanted_length(question.text) or wanted_time(question.text, question.years)
        return _also(told, "有效") if "有效期" in question.text else told
    return _wanted_figure(question.text) if question.intent is Intent.FIGURE else None


def _wanted_doer(question: str, act: Act | None) -> Fact:
    """Give what tells who does a task, or the one deed asked after."""
    if act is None:
        asked = _ASKED_TO_HAVE.search(question)
        has = rf"{_RESPONSIBLE.pattern}|由[^，,。；;]{{2,24}}?{asked[1]}" if asked else _RESPONSIBLE.pattern
        return lambda text: re.search(has, text) is not None or allots(text) or names_person(text)
    if act.is_task:
        return lambda text: _CHARGED.search(text) is not None or act.is_told(text)
    return lambda text: (
        act.is_told(text)
        or (act.is_named(text) and (_CHARGED.search(text) is not None or names_person(text)))
    )


def _wanted_length(question: str) -> Fact | None:
    """Give what tells a time in the unit a question names (几个月), if it names one and asks for a length."""
    unit = unit_asked(question)
    if asks_how_often(question) or unit in ("", "个") or _WHICH_DAYS.search(question):
        return None
    return partial(_states, units=units_alike(unit))


def _wanted_figure(question: str) -> Fact:
    """Give what tells an amount; how much something grew is none where it is asked how much it is."""
    if asks_paid(question):
        return partial(states_paid, lambda text: _states(_CHANGE.sub(" ", text), ("元",)))
    stated = _wanted_amount(question)
    if asks_paid_out(question):
        return partial(states_paid_out, stated)
    if put := as_asked(question, stated):
        return put
    if _ASKED_TOTAL.search(question):
        return lambda text: stated(_LIMIT.sub(" ", _CHANGE.sub(" ", text)))
    if _ASKED_CHANGE.search(question):
        return stated
    return lambda text: stated(_CHANGE.sub(" ", text))


def _wanted_amount(question: str) -> Fact:
    if parts := parts_asked(question):
        return _matches(parts)
    if _ASKED_POINTS_APART.search(question):
        return _states_share
    asked = unit_asked(question)
    if _asks_people(question, asked):
        return lambda text: _states(text, units_alike("人")) or states_people(text)
    if asked not in ("", "个"):  # 几个 is asked of anything
        return partial(_states, units=units_alike(asked))
    if not asked and _ASKED_RATE_OF_PAY.search(question):
        return lambda text: _states(text, ("元",)) or _states_share(text)
    if not asked and _ASKED_MONEY.search(question):
        units = (*_MONEY, "倍") if "罚" in question else _MONEY
        return lambda text: _states(text, units) or gives_share(question, text)
    if scale := _ASKED_SCALE.search(question):
        return partial(_states_scaled, scale=scale[1])
    if _ASKED_AGE.search(question):
        return partial(_states, units=("岁", "周岁"))
    if _ASKED_SHARE.search(question):
        return _states_ratio if "比例" in question or "几成" in question else _states_share
    return partial(_states_figure, ordinal=_ORDINAL.search(question) is not None)


def _asks_people(question: str, unit: str) -> bool:
    """Tell whether a question asks how many people, by their name or by what counts them."""
    if unit in ("", "个"):
        is_money = not unit and _ASKED_MONEY.search(question) is not None
        return not is_money and _ASKED_PEOPLE.search(question) is not None
    return unit == "人"


def _asked_by_name(question: str) -> re.Pattern[str] | None:
    """Give what matches the person or the particular a question asks for, if it asks for one."""
    if person := person_in(question):
        return re.compile(re.escape(person))
    if post := post_asked(question):
        return post
    if office := asked_office(question):
        return holder_of(office)
    if body := headed_body(question):
        return re.compile(
            rf"(?:长|书记|主任|主席|领导|同志)[^，,。；;]{{0,8}}(?:分管|主管|协管|联系)[^，,。；;]{{0,30}}{body[-3:]}"
        )
    return _LED if asks_leader(question) else particular_in(question)


def _matches(pattern: re.Pattern[str]) -> Fact:
    return lambda text: pattern.search(text) is not None


def _also(told: Fact, word: str) -> Fact:
    return lambda text: word in text and told(text)


def _states(text: str, units: tuple[str, ...]) -> bool:
    """Tell whether a text states a quantity in one of some units; things counted one by one answer 几个."""
    if any(unit in DATED for unit in units):
        text = without_lengths(text)
        if DATE.search(text):
            return True
    text = _ONE_BY_ONE.sub(" ", text)
    if not any(unit in text for unit in (*units, ":", "：")):  # most texts, which need not be read then
        return False
    return any(
        quantity.unit.startswith(units)
        or quantity.unit.removeprefix("个").startswith(units)
        or _is_cell(text, quantity, units)
        for quantity in quantities(text)
    )


def _is_cell(text: str, quantity: Quantity, units: tuple[str, ...]) -> bool:
    """Tell a bare number in a table row, whose head holds its unit; that of 6:20 is none."""
    other = _HEAD_UNIT.search(text)
    if other and not other[1].startswith(units):
        return False
    alone = not text.startswith((".", "．", "、", ")", "）"), quantity.last)
    label, colon = text[: quantity.first][:-1], text[: quantity.first][-1:]
    return not quantity.unit and alone and colon in (":", "：") and not label[-1:].isdigit()


def _states_share(text: str) -> bool:
    return "全覆盖" in text or any(
        quantity.unit.removeprefix("个") in _SHARES or "/" in quantity.number or _is_rate(text, quantity)
        for quantity in quantities(text)
    )


def _states_ratio(text: str) -> bool:
    return _RATIO.search(text) is not None or _states_share(text)


def _is_rate(text: str, quantity: Quantity) -> bool:
    """Tell the bare number of a row whose first cell names a rate with its measure: 死亡率（1/10万）."""
    return _HEAD_RATE.search(text, 0, quantity.first) is not None and _is_cell(text, quantity, ())


def _states_scaled(text: str, scale: str) -> bool:
    """Tell whether a text states an amount of money, or a number as large as those asked for (多少亿)."""
    if "元" not in text and scale[-1] not in text:
        return False
    return any(quantity.unit.endswith("元") or scale[-1] in quantity.scale for quantity in quantities(text))


def _states_figure(text: str, ordinal: bool) -> bool:
    """Tell whether a text states any number that is no date; in Chinese figures only with a measure word.

    :param ordinal: whether 第三批 and 第二款 count as numbers.
    """
    undated = NUMBER.sub(" ", DATE.sub(" ", text))
    return any(
        (quantity.unit or "/" in quantity.number or undated[quantity.first] not in CHINESE_FIGURES)
        and (ordinal or not undated.endswith("第", 0, quantity.first))
        for quantity in quantities(undated)
    )

"""A follow-up that leans on the question before it into that question with its own slots or topic."""

import re
from dataclasses import replace

from assistant.followups.instead import put_in_its_place
from assistant.followups.pointing import points_at_subject
from assistant.followups.slots import ANY_YEAR, Slots, slots_in
from assistant.followups.versus import set_beside
from assistant.understanding.beside import name_issuers
from assistant.understanding.intent import (
    Intent,
    asked_office,
    asking_of,
    intent_of,
    without_asking,
    without_order,
)
from assistant.understanding.lately import name_years
from assistant.understanding.lexicon import official_terms
from assistant.understanding.named import YEAR, places_in, short_place, unit_in
from assistant.understanding.naming import name_documents
from assistant.understanding.question import Facets, Named, Question
from assistant.understanding.sides import set_apart
from assistant.understanding.standalone import read_standalone
from assistant.understanding.terms import weigh

_LEANING_WORDS = re.compile(
    r"^(?:那么?|还有|另外|然后)|[呢吗?？,，。]|它的?|这[个项些条](?:工作|任务)?|上述|以上|该项|其中?"
)
# What a question asks itself, so that nothing that the one before asked is asked again (怎么治理？).
_ASKS_ITSELF = re.compile(r"哪些|什么|啥|怎么|如何|怎样|咋|为何|谁|[吗么][?？。]*$|有没有|是否|能不能")
_ASKED_OF_IT = re.compile(
    r"(?:都|还|主要|具体|分别)*(?:有|包括|包含|是|分为?|要打造|打造)?(?:哪些|什么(?!时候)|哪几[个种项大]|哪[一二两三四五六七八九十]大?)"
    r"[\u4e00-\u9fff]{0,6}[?？。]*$"
)
# Whether a result or a target is asked is no topic: 去年实际多少.
OF_ANY_FIGURE = re.compile("实际|目标|计划|任务|完成|达到|相?差")
_MEASURE_LEFT = re.compile("(?<=[\u4e00-\u9fff]{2})(?:是|要?[个名所家项次])$")
AIMED = re.compile("目标|实际")
# Who is free of them (谁免收) is told without these words.
_FEES = re.compile("收费(?:的?标准)?$")
# 其中2022年以后新设的: of the same things those since or before a time.
_SINCE_OR_BEFORE = re.compile(
    r"(?:那么?)?(?:其中)?(?P<rest>20\d\d年(?:\d{1,2}月(?:\d{1,2}[日号])?)?(?:[及之以]?(?:以)?[前后]|以来|起)[^，,?？。]{2,6}的)[呢?？。]*"
)
# What is asked of all years together is asked of one: 三年总投入多少, 2025年呢.
_IN_ALL = re.compile("总(?=投入|投资|计|量|额)|一共|总共|合计")
_SET_APART = re.compile("相差多少[^？?]{0,4}")
_WHY = re.compile("(?:为什么|为何|什么原因)(?!时)|为什么$")
_OF_ANY_TASK = (Intent.DUTY, Intent.DEADLINE)
_SET_BESIDE = re.compile(r"^(?:那么?)?[比跟和与同较]|相?比[呢吗]?[?？]?$")
_OTHER_TOPIC = re.compile(r"^(?:那么?|还有|另外|然后)?((?!其中).{2,14}?)呢[?？]?$")
_AMOUNT_OF_IT = re.compile(
    r"(?:那么?)?其中的?(?P<part>[^，,。?？]{1,10}[费金款额资])(?:呢|(?:是|有)?多少)?[?？]?"
)
_PART = re.compile(r"第[〇零一二三四五六七八九十百\d]{1,5}(?:个|大)?(?:[章节条]|部分)")
MEASURED = re.compile(
    r"(?:[率额量数值价度]|目标|指标|收入|支出|投入|增速|增幅|比例|名额|标准|规模|经费|资金|面积|里程)$"
)
# Of another thing that is counted as many is asked, in whatever unit: 多少公里, 几处.
_COUNTED = re.compile("(?:(?:多少|几)(?!钱|元|天|年|月)[\u4e00-\u9fff]{1,3}|是多少)[?？。]*$")
_BARE_AMOUNT = re.compile("(?<![有是要])多少[?？]?$")
_OF_TARGETS = re.compile("目标|指标")
_TOPIC, _THING = 4.0, 10.0
_OF_UNITS = re.compile("电话|职责|任务|工作|地址|局长|股长|科长")

# Whose amount is asked, at the beginning of a question: 护林员每年补助多少, 特岗教师招多少.
_OF_WHOM = re.compile(
    r"(?P<whom>[\u4e00-\u9fff]{2,8}?)"
    r"(?P<rest>的?(?:每[\u4e00-\u9fff]|一[年月天次]|[补奖招收缴发给扣](?!训)|工资|津贴|待遇)[^，,。；;]{0,12}?(?:多少|几)[^，,。；;]{0,6})$"
)


def read_alone(text: str, facets: Facets, year: int | None) -> Question:
    """Read what a text asks that needs no question before it."""
    text = set_beside(text, facets.places)
    question = name_documents(read_standalone(text, facets, year), facets.documents)
    question = name_years(question, facets.documents)
    if question.intent is Intent.SUMMARY and not question.titled and (topic := without_order(text)):
        return replace(question, text=topic)
    return set_apart(name_issuers(question, facets.documents))


def bounded(text: str, base: str) -> str:
    """Ask for those since or before a time of the things that were listed before; "" where none is named."""
    found = _SINCE_OR_BEFORE.fullmatch(text)
    return f"{_ASKED_OF_IT.sub('', ANY_YEAR.sub('', base))}{found['rest']}有哪些？" if found else ""


def other_topic(text: str) -> str:
    """Give the topic that a follow-up only names (入园率呢？), or ""."""
    found = _OTHER_TOPIC.match(text)
    return _LEANING_WORDS.sub("", found[1]).strip() if found else ""


def swapped(text: str, base: str, own: Question, facets: Facets) -> str:
    """Ask of another topic (入园率呢？) what was asked before, of the same years, places, documents; or "".

    The other topic is measured too, or called alike (常务会议, 全体会议); what names a year, a place, a body
    or a unit changes that alone.
    """
    topic = other_topic(text)
    office = asked_office(base)
    if office and asked_office(f"{topic}是谁"):
        return base.replace(office, topic)
    if topic and (instead := put_in_its_place(topic, base)):
        return instead
    if _PART.fullmatch(topic):
        named = own.titled or name_documents(read_standalone(base, facets), facets.documents).titled
        return f"{_marked(named)}{topic}讲了什么？"
    if part := _part_of_amount(text, base):
        return part
    names = own.source or own.documents or unit_in(text, facets.units)
    if weight_of(topic) >= _TOPIC and not names and read_standalone(base, facets).intent is Intent.TASKS:
        return topic.removesuffix("的")  # one of the things listed
    asking = asking_of(base)
    other_task = intent_of(base) in _OF_ANY_TASK and intent_of(topic) is Intent.TOPIC
    is_measured = MEASURED.search(topic) is not None
    is_counted = intent_of(base) is Intent.FIGURE and _COUNTED.search(base) and weight_of(topic) >= _THING
    is_another = other_task or is_counted
    is_another = is_another or (_BARE_AMOUNT.search(base) is not None and topic in official_terms())
    likewise = is_measured or topic[-2:] in base or _OF_TARGETS.search(base) or is_another
    if (whom := _OF_WHOM.match(base)) and topic and not (names or is_measured or own.years or own.places):
        return f"{topic}{whom['rest']}"
    if names or not topic or not likewise or weight_of(topic) < _TOPIC or not asking:
        return ""
    if is_measured and other_task:
        return f"{without_asking(base)}{topic}是多少？"
    aimed = AIMED.search(base) if intent_of(base) is Intent.FIGURE and not AIMED.search(topic) else None
    asking = f"{aimed[0] if aimed else ''}{asking}"
    before = read_standalone(base, facets)
    titled = name_documents(before, facets.documents).titled
    kept = (*(f"{year}年" for year in before.years), *map(short_place, before.places))
    return f"{''.join(kept)}{_marked(titled)}{'里' if titled else ''}{topic}{asking}"


def _part_of_amount(text: str, base: str) -> str:
    """Ask how much a part of the amount asked of before is (其中接待费呢), or ""."""
    part = _AMOUNT_OF_IT.fullmatch(text)
    years = "".join(found[0] for found in ANY_YEAR.finditer(base))
    return f"{years}{part['part']}是多少？" if part and intent_of(base) is Intent.FIGURE else ""


def weight_of(text: str) -> float:
    """Tell how much a text says of a topic: the weights of its terms together."""
    return sum(term.weight for term in weigh(text))


def _marked(named: Named | None) -> str:
    """Write the name of documents so that it is read as one."""
    return "" if named is None else named.label if named.exact else f"《{named.label}》"


def completed(text: str, facets: Facets, base: str) -> str:
    """Give a leaning question the topic of the one before it; its own slots and kind of fact stay."""
    asked = "" if YEAR.search(text) else points_at_subject(text)
    if asked and (subject := _subject(base, asked, facets)):
        return f"{subject}{asked}"
    rest = _LEANING_WORDS.sub("", text).strip()
    own = slots_in(text, facets)
    base = _SET_APART.sub("是多少", base)
    if _SET_BESIDE.search(text) and _has_like(own, slots_in(base, facets)):
        return f"{'、'.join((*own.years, *places_in(text, facets.places)))}和{base}"
    left = own.taken_from(rest)
    base = own.put_into(_IN_ALL.sub("", base) if own.years else base, facets)
    if AIMED.fullmatch(left):
        return AIMED.sub(left, base) if AIMED.search(base) else f"{without_asking(base)}{left}是多少？"
    if intent_of(rest) is not Intent.TOPIC or _ASKS_ITSELF.search(rest):
        base = without_asking(_ASKED_OF_IT.sub("", _WHY.sub("", base))).removesuffix("是")
        base = _FEES.sub("", base) if "免" in rest else base
        base = OF_ANY_FIGURE.sub("", base) if OF_ANY_FIGURE.search(rest) else base
        return f"{_MEASURE_LEFT.sub('', base) if own.years else base}{left}"
    if not left or not own.words:
        return f"{base}{left}"
    return put_in_its_place(left, base) or f"{left}{base}"


def _has_like(own: Slots, before: Slots) -> bool:
    return bool((own.years and before.years) or (own.places and before.places))


def _subject(base: str, asked: str, facets: Facets) -> str:
    """Find what 它 is: the document a question names, or the unit whose work it asks for."""
    question = read_alone(base, facets, None)
    titled = f"{_marked(question.titled)}里" if question.titled else ""
    return (question.unit if _OF_UNITS.search(asked) else "") or titled or question.unit

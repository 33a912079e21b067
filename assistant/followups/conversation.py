"""The words a person types, with the questions before them, into a Question that stands alone."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.followups.counted import RELATIVE_YEAR, counted_from
from assistant.followups.instead import put_in_its_place
from assistant.followups.pointing import (
    Told,
    asks_whence,
    beside_places,
    kept_to,
    line_pointed_at,
    pointed,
    points_at_subject,
)
from assistant.followups.versus import asks_apart, set_apart_from, set_beside
from assistant.followups.within import ToldList, asks_more, asks_within, item_asked, told_whole
from assistant.understanding.intent import (
    Intent,
    asked_office,
    asking_of,
    intent_of,
    without_asking,
    without_order,
)
from assistant.understanding.named import YEAR, organs_in, places_in, short_place, unit_in
from assistant.understanding.naming import name_documents
from assistant.understanding.question import Facets, Named, Question, read_standalone
from assistant.understanding.sides import set_apart
from assistant.understanding.terms import weigh
from assistant.understanding.typed import is_too_long

_LEANS = re.compile(
    r"^(?:那么?|它|他们|这[个项些条两几份]|上述|以上|该|此|其(?!他|它)|前者|后者)|^.{0,12}呢[?？]?$"
    r"|^(?:一共|总共|共|预计|会|要)?(?:涉及|惠及|覆盖|受益|面向|花|投入)了?(?:多少|几|哪些|什么)"
)
_LEANING_WORDS = re.compile(
    r"^(?:那么?|还有|另外|然后)|[呢吗?？,，。]|它的?|这[个项些条](?:工作|任务)?|上述|以上|该项|其中?"
)
# 怎么收费, 什么时候暗访, 有多少个组: one word beside those that ask is no topic.
_ASKS_FIRST = re.compile(
    r"^有?(?:怎么样?|如何|怎样|为什么|为何|什么时候|何时|多久|多少个?|几个|哪些|由?谁)(?P<rest>.*?)[?？。]*$"
)
# 还有哪些单位, 有没有写什么时候完成: what follows is what is asked.
_GOES_ON = re.compile(r"^(?:还有|另外|然后|具体)[，,]?")
_WHETHER_WRITTEN = re.compile(
    r"^(?:里面|文中|文件里?)?有没有(?:[写说提讲]|规定|明确)(?:到|明|清楚)?(?=.*(?:什么时候|何时|谁|哪|多少|几))"
)
# What a question asks itself, so that nothing that the one before asked is asked again (怎么治理？).
_ASKS_ITSELF = re.compile(r"哪些|什么|啥|怎么|如何|怎样|咋|为何|谁|[吗么][?？。]*$|有没有|是否|能不能")
_ASKED_OF_IT = re.compile(
    r"(?:都|还|主要|具体|分别)*(?:有|包括|包含|是|分为?|要打造|打造)?(?:哪些|什么(?!时候)|哪几[个种项大]|哪[一二两三四五六七八九十]大?)"
    r"[\u4e00-\u9fff]{0,6}[?？。]*$"
)
# Whether a result or a target is asked is no topic: 去年实际多少.
_OF_ANY_FIGURE = re.compile("实际|目标|计划|任务|完成|达到|相?差")
_MEASURE_LEFT = re.compile("(?<=[\u4e00-\u9fff]{2})(?:是|要?[个名所家项次])$")
_AIMED = re.compile("目标|实际")
# Who is free of them (谁免收) is told without these words.
_FEES = re.compile("收费(?:的?标准)?$")
# 其中2022年以后新设的: of the same things those since or before a time.
_SINCE_OR_BEFORE = re.compile(
    r"(?:那么?)?(?:其中)?(?P<rest>20\d\d年(?:\d{1,2}月(?:\d{1,2}[日号])?)?(?:[及之以]?(?:以)?[前后]|以来|起)[^，,?？。]{2,6}的)[呢?？。]*"
)
_ANY_YEAR = re.compile(f"{YEAR.pattern}|{RELATIVE_YEAR.pattern}")
_OF_ANY_TASK = (Intent.DUTY, Intent.DEADLINE)
_SHORTEST_TOPIC = 3
_SET_BESIDE = re.compile(r"^(?:那么?)?[比跟和与同较]|相?比[呢吗]?[?？]?$")
_OTHER_TOPIC = re.compile(r"^(?:那么?|还有|另外|然后)?((?!其中).{2,14}?)呢[?？]?$")
_LITTLE, _TOPIC, _THING = 2.0, 4.0, 10.0
_SAYS_SOMETHING = 2.5
_COMMON_WORD, _FEW_WORDS = 5.5, 12.0
_HELD, _HELD_WELL = 0.65, 0.9
_PART = re.compile(r"第[〇零一二三四五六七八九十百\d]{1,5}(?:个|大)?(?:[章节条]|部分)")
_MEASURED = re.compile(
    r"(?:[率额量数值价度]|目标|指标|收入|支出|投入|增速|增幅|比例|名额|标准|规模|经费|资金|面积|里程)$"
)
# Of another thing that is counted as many is asked, in whatever unit: 多少公里, 几处.
_COUNTED = re.compile("(?:(?:多少|几)(?!钱|元|天|年|月)[\u4e00-\u9fff]{1,3}|是多少)[?？。]*$")
_OF_TARGETS = re.compile("目标|指标")
_BETWEEN = re.compile("^[和与跟及、]+")
_OF_UNITS = re.compile("电话|职责|任务|工作|地址|局长|股长|科长")


def read_question(
    text: str,
    facets: Facets,
    previous: Sequence[str] = (),
    year: int | None = None,
    told: Told = lambda: None,
    listed: ToldList = lambda: None,
) -> Question:
    """Read what is asked.

    :param text: the question as typed.
    :param facets: names that may narrow the search.
    :param previous: earlier questions of the conversation, oldest first, each already standalone.
    :param year: the current year, which 今年 and 去年 count from; None leaves them unread.
    :param told: gives the answer to the last of them, which is asked for only where the question needs it.
    :param listed: gives the last answer that was a list, likewise.
    """
    text = text.strip()
    if is_too_long(text):
        return Question(text, Intent.TOPIC)
    if not previous:
        return _read(text, facets, year)
    if of_answer := _of_answer(text, facets, previous[-1], year, told, listed):
        return of_answer
    base = previous[-1]
    typed = pointed(counted_from(text, base), facets, previous, told)
    if apart := set_apart_from(typed, previous, facets.places):
        return _read(apart, facets, year)
    own = _read(typed, facets, year)
    whole, held = _bounded(typed, base) or _swapped(typed, base, own, facets), _HELD
    if not whole and (_leans(typed) or _is_of_places(text, typed)):
        whole, held = _completed(typed, facets, base), _HELD if _OTHER_TOPIC.match(typed) else 0.0
    elif not whole:
        held = _held(typed)
    question = kept_to(_read(whole, facets, year) if whole else own, own, held, told)
    wordings = () if whole or not question.carried else (without_asking(base),)
    return replace(question, wordings=wordings)


def _of_answer(
    text: str, facets: Facets, base: str, year: int | None, told: Told, listed: ToldList
) -> Question | None:
    """Read what is asked of an answer itself: its sources, a line or an item of it, whether it is all."""
    if asks_whence(text) and (said := told()) and said.answer.citations:
        return replace(_read(base, facets, year), cited=said.answer.citations)
    if (line := line_pointed_at(text)) and (said := told()):
        named = tuple(citation for citation in said.answer.citations if citation.n == line)
        if named:
            return replace(_read(base, facets, year), intent=Intent.SUMMARY, cited=named)
    if item := item_asked(text, listed):
        return replace(_read(item.text, facets, year), carried=(item.doc,), held=_HELD_WELL)
    if asks_more(text) and (said := told()) and (whole := told_whole(said)):
        return replace(_read(base, facets, year), cited=said.answer.citations, whole=whole)
    return None


def _read(text: str, facets: Facets, year: int | None) -> Question:
    text = set_beside(text, facets.places)
    question = name_documents(read_standalone(text, facets, year), facets.documents)
    if question.intent is Intent.SUMMARY and not question.titled and (topic := without_order(text)):
        return replace(question, text=topic)
    return set_apart(question)


def leaned_on(previous: Sequence[str]) -> Sequence[str]:
    """The last of earlier questions, as typed, from the one on that leans on none before it.

    A next question leans on nothing older, so that a long conversation costs no more than a short one.
    """
    own = (
        at
        for at in reversed(range(len(previous)))
        if is_too_long(previous[at]) or not _leans(previous[at].strip())
    )
    return previous[next(own, 0) :]


def _is_of_places(text: str, typed: str) -> bool:
    """Tell whether a question asks of places named before, and hardly says what."""
    asked = beside_places(text) if typed != text else ""
    return bool(asked) and _weight(asked) < _TOPIC


def _held(text: str) -> float:
    """How firmly a question that names nothing to look in is asked of the documents before (`Question.held`).

    One of a common word alone (请假找谁, 要什么条件) is asked of no other; two make a topic (老师怎么培训).
    """
    weights = [term.weight for term in weigh(text)]
    if max(weights, default=0.0) < _COMMON_WORD:
        return _HELD_WELL if sum(weight >= _SAYS_SOMETHING for weight in weights) > 1 else 0.0
    return _HELD if sum(weights) < _FEW_WORDS else _HELD_WELL


def _bounded(text: str, base: str) -> str:
    """Ask for those since or before a time of the things that were listed before; "" where none is named."""
    found = _SINCE_OR_BEFORE.fullmatch(text)
    return f"{_ASKED_OF_IT.sub('', _ANY_YEAR.sub('', base))}{found['rest']}有哪些？" if found else ""


def _swapped(text: str, base: str, own: Question, facets: Facets) -> str:
    """Ask of another topic (入园率呢？) what was asked before, of the same years, places, documents; or "".

    The other topic is measured too, or called alike (常务会议, 全体会议); what names a year, a place, a body
    or a unit changes that alone.
    """
    topic = _LEANING_WORDS.sub("", found[1]).strip() if (found := _OTHER_TOPIC.match(text)) else ""
    office = asked_office(base)
    if office and asked_office(f"{topic}是谁"):
        return base.replace(office, topic)
    if topic and (swapped := put_in_its_place(topic, base)):
        return swapped
    if _PART.fullmatch(topic):
        named = own.titled or name_documents(read_standalone(base, facets), facets.documents).titled
        return f"{_marked(named)}{topic}讲了什么？"
    names = own.source or own.documents or unit_in(text, facets.units)
    asking = asking_of(base)
    other_task = intent_of(base) in _OF_ANY_TASK and intent_of(topic) is Intent.TOPIC
    is_measured = _MEASURED.search(topic) is not None
    is_counted = intent_of(base) is Intent.FIGURE and _COUNTED.search(base) and _weight(topic) >= _THING
    is_another = other_task or is_counted
    likewise = is_measured or topic[-2:] in base or _OF_TARGETS.search(base) or is_another
    if names or not topic or not likewise or _weight(topic) < _TOPIC or not asking:
        return ""
    if is_measured and other_task:
        return f"{without_asking(base)}{topic}是多少？"
    aimed = _AIMED.search(base) if intent_of(base) is Intent.FIGURE and not _AIMED.search(topic) else None
    asking = f"{aimed[0] if aimed else ''}{asking}"
    before = read_standalone(base, facets)
    titled = name_documents(before, facets.documents).titled
    kept = (*(f"{year}年" for year in before.years), *map(short_place, before.places))
    return f"{''.join(kept)}{_marked(titled)}{'里' if titled else ''}{topic}{asking}"


def _marked(named: Named | None) -> str:
    """Write the name of documents so that it is read as one."""
    return "" if named is None else named.label if named.exact else f"《{named.label}》"


def _weight(text: str) -> float:
    return sum(term.weight for term in weigh(text))


def _leans(text: str) -> bool:
    """Tell whether a question points back, or says too little of a topic to stand alone."""
    text = _GOES_ON.sub("", _WHETHER_WRITTEN.sub("", text))
    asks = _ASKS_FIRST.match(text)
    of_answer = asks_whence(text) or line_pointed_at(text) or asks_apart(text) or asks_within(text)
    if of_answer or _LEANS.search(text) or (asks and len(asks["rest"]) < _SHORTEST_TOPIC):
        return True
    return _weight(_OF_ANY_FIGURE.sub("", text)) < _LITTLE


def _completed(text: str, facets: Facets, base: str) -> str:
    """Give a leaning question the topic of the one before it; its own year, place and kind of fact stay."""
    asked = "" if YEAR.search(text) else points_at_subject(text)
    if asked and (subject := _subject(base, asked, facets)):
        return f"{subject}{asked}"
    rest = _LEANING_WORDS.sub("", text).strip()
    if _AIMED.fullmatch(rest):
        return _AIMED.sub(rest, base) if _AIMED.search(base) else f"{without_asking(base)}{rest}是多少？"
    years, places = [found[0] for found in _ANY_YEAR.finditer(text)], places_in(text, facets.places)
    if _SET_BESIDE.search(text) and (
        (years and _ANY_YEAR.search(base)) or (places and places_in(base, facets.places))
    ):
        return f"{'、'.join((*map(_year, years), *places))}和{base}"
    if years:
        base = _ANY_YEAR.sub("", base)
    if places:
        base = _without_places(base, facets)
    organs, unit = organs_in(text, facets.organs), unit_in(text, facets.units)
    for words in organs_in(base, facets.organs).values() if organs else ():
        base = base.replace(words, "")
    before = unit_in(base, facets.units) if unit else ""
    base = base.replace(before, "") if before else base
    if intent_of(rest) is not Intent.TOPIC or _ASKS_ITSELF.search(rest):
        base = without_asking(_ASKED_OF_IT.sub("", base)).removesuffix("是")
        base = _FEES.sub("", base) if "免" in rest else base
        base = _OF_ANY_FIGURE.sub("", base) if _OF_ANY_FIGURE.search(rest) else base
    if len(places) > 1:
        asking = _BETWEEN.sub("", _without_places(rest, facets))
        return f"{'和'.join(map(short_place, places))}{base}{asking}"
    if years and (asked := _BETWEEN.sub("", _ANY_YEAR.sub("", rest))):
        return f"{'和'.join(map(_year, years))}{_MEASURE_LEFT.sub('', base)}{asked}"
    return f"{rest}{base}" if years or places or organs or before else f"{base}{rest}"


def _year(named: str) -> str:
    return f"{named}年" if named.isdigit() else named


def _subject(base: str, asked: str, facets: Facets) -> str:
    """Find what 它 is: the document a question names, or the unit whose work it asks for."""
    question = _read(base, facets, None)
    titled = f"{_marked(question.titled)}里" if question.titled else ""
    return (question.unit if _OF_UNITS.search(asked) else "") or titled or question.unit


def _without_places(text: str, facets: Facets) -> str:
    named = places_in(text, facets.places)
    forms = sorted({form for place in named for form in (place, short_place(place))}, key=len, reverse=True)
    return re.sub("|".join(map(re.escape, forms)), "", text) if forms else text

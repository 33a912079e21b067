"""A text that asks several things one after the other into the questions it asks (谁负责？什么时候完成？)."""

import re
from collections.abc import Sequence

from assistant.understanding.intent import Intent, intent_of, without_asking
from assistant.understanding.named import YEAR, places_in, short_place
from assistant.understanding.one_of_all import tells_apart
from assistant.understanding.terms import weigh

_CLAUSE = re.compile(r"[^，,；;。！!？?]+[，,；;。！!？?\s]*")
_ASKS = re.compile(
    r"哪些|什么|啥|怎么|如何|怎样|咋|为何|为啥|有没有|是否|能不能|能否|可不可以|要不要|谁|[吗么呢][?？。，,；;\s]*$"
    r"|(?:标准|条件|对象|范围|期限|流程|材料)[，,；;\s]*$"  # 收费标准，谁免收
)
_MOST = 4
_SHORT = 4
_TOPIC, _OWN_TOPIC = 2.0, 4.0
# Words of a part in a task, or of a level, are no topic: 县里哪个局配合.
_OF_ANY_TASK = re.compile(
    "牵头|配合|参与|负责|主管|承担|完成|办[结理]|完工|建成|答复|到位|其中|后来|最后|具体|[全我本][省市县区乡镇]|[省市县区]里"
)
_GOES_ON = re.compile(r"^\s*(?:还有|另外|以及|同时|并且|而且|顺便问一?下?|再问一?下?|那么?|又)[，,]?")
_ENDS = " \t，,；;。！!？?"
# What says no more than that figures of other years or places are asked.
_OF_EACH = re.compile("分别|各自?|又|则|目标|实际|计划|完成|[呢吗么]")
# What each of those that were compared says: 哪家要求高，各是多少; 变了没，从几次到几次.
_HOW_MUCH_EACH = re.compile(
    r"(?:各自?|分别|都|具体)(?:[要规]求|规?定)?了?[是有为]?(?:多少|几).{0,4}|从(?:几|多少).*到(?:几|多少).{0,4}"
)
# The same asked of two bodies: 抽查比例，A县教育局与B县教育局各定多少.
_SIDES = re.compile(
    r"(?P<one>[^，,。?？]{2,16}?)(?:[和与跟同及、]|以及)(?P<other>[^，,。?？]{2,16}?)(?:分别|各自?|都)?"
    r"(?:(?:规?定|要求|计划|安排|设|达到?|占|是|为|有)?的?(?:多少|几[个名项所家]?|什么|怎[么样]样?)"
    r"|相?比?(?:谁|哪[家个边所])[^，,。?？]{0,4}?[更最]?[高低多少大小](?:一?[些点])?)"
)
_BODY = re.compile("[省市县区乡镇村局委厅办院校园所站会室科股处部]$|街道|[中小]学|公司|大学")


def questions_in(text: str, places: Sequence[str]) -> tuple[str, ...]:
    """Cut a text into the questions it asks; none where it asks one, or the same of several years or places.

    What asks nothing belongs to the question it leads to, or to the last.

    :param places: the places of the library.
    """
    found: list[str] = []
    leading = ""
    for clause in _CLAUSE.findall(text):
        if not _asks(clause):
            leading += clause
            continue
        found.append(leading + clause)
        leading = ""
    if leading and found:
        found[-1] += leading
    found = [_GOES_ON.sub("", question).strip(_ENDS) for question in found]
    if not 1 < len(found) <= _MOST or any(_asks_beside(question, places) for question in found[1:]):
        return ()
    is_of_both = _HOW_MUCH_EACH.fullmatch(found[-1]) and any(map(tells_apart, (*found[:-1], text)))
    if is_of_both or (len(found[-1]) <= _SHORT and tells_apart(found[-1])):  # 各是多少，涨了吗
        return ()
    return tuple(found)


def stands_alone(question: str) -> bool:
    """Tell whether a question says itself what it is about, and not only what is asked of it."""
    return _weight(_OF_ANY_TASK.sub(" ", without_asking(question))) >= _OWN_TOPIC


def _asks(clause: str) -> bool:
    return intent_of(clause) is not Intent.TOPIC or _ASKS.search(clause) is not None


def _asks_beside(question: str, places: Sequence[str]) -> bool:
    """Tell whether a question names but years, places or two bodies, of which the same is asked (重庆呢)."""
    sides = _SIDES.fullmatch(question.strip(_ENDS))
    if sides and all(_BODY.search(sides[side]) for side in ("one", "other")):
        return True
    named = places_in(question, places)
    if not named and not YEAR.search(question):
        return False
    for form in sorted(
        {form for place in named for form in (place, short_place(place))}, key=len, reverse=True
    ):
        question = question.replace(form, " ")
    return _weight(_OF_EACH.sub(" ", without_asking(YEAR.sub(" ", question)))) < _TOPIC


def _weight(text: str) -> float:
    return sum(term.weight for term in weigh(text))

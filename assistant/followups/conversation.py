"""The words a person types, with the questions before them, into a Question that stands alone."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.followups.completing import (
    OF_ANY_FIGURE,
    bounded,
    completed,
    other_topic,
    read_alone,
    swapped,
    weight_of,
)
from assistant.followups.counted import counted_from
from assistant.followups.meant import as_meant, leads_back, returned_to
from assistant.followups.pointing import (
    Told,
    asks_in_detail,
    asks_of_when,
    asks_whence,
    beside_places,
    kept_to,
    line_pointed_at,
    pointed,
    points,
)
from assistant.followups.ranked import ranked_otherwise
from assistant.followups.slots import ANY_YEAR, slots_in
from assistant.followups.versus import (
    asks_apart,
    changes_asked,
    set_apart_from,
    set_things_apart,
    things_apart,
)
from assistant.followups.within import ToldLists, asks_more, asks_within, is_list, items_asked, told_whole
from assistant.understanding.intent import Intent, without_asking
from assistant.understanding.lexicon import official_terms
from assistant.understanding.offices import is_inside
from assistant.understanding.question import Facets, Question
from assistant.understanding.terms import weigh
from assistant.understanding.typed import is_too_long

_LEANS = re.compile(
    r"^(?:那么?|它|他们|这[个项些条两几份]|上述|以上|该|此|其(?!他|它)|前者|后者)|^.{0,12}呢[?？]?$"
    r"|^(?:一共|总共|共|预计|会|要)?(?:涉及|惠及|覆盖|受益|面向|花|投入)了?(?:多少|几|哪些|什么)"
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
# 配合单位有哪些: a part in a task that is not named.
_ASKS_PART_ALONE = re.compile(
    r"^(?:牵头|责任|配合|主管|主办|承办|协办|协助|参与)(?:单位|部门|科室|股室|处室|机构)"
    r"(?:分别|都|具体|又)*(?:是|有|包括)?(?:哪[些几]?个?|什么|谁|哪家)?(?:单位|部门|科室|股室)?[呢?？。]*$"
)
_SHORTEST_TOPIC = 3
_LITTLE, _TOPIC = 2.0, 4.0
_SHORT, _LOOKED_BACK = 12, 8
_SAYS_SOMETHING = 2.5
_COMMON_WORD, _FEW_WORDS = 5.5, 12.0
_HELD, _HELD_WELL = 0.65, 0.9


def read_question(
    text: str,
    facets: Facets,
    previous: Sequence[str] = (),
    year: int | None = None,
    told: Told = lambda: None,
    listed: ToldLists = lambda: (),
    seated: Callable[[Question], bool] = lambda office: True,
) -> Question:
    """Read what is asked.

    :param text: the question as typed.
    :param facets: names that may narrow the search.
    :param previous: earlier questions of the conversation, oldest first, each already standalone.
    :param year: the current year, which 今年 and 去年 count from; None leaves them unread.
    :param told: gives the answer to the last of them, which is asked for only where the question needs it.
    :param listed: gives the last answers that were lists, likewise.
    :param seated: tells whether the office a question names inside a body is known to be one of it.
    """
    text = text.strip()
    if is_too_long(text):
        return Question(text, Intent.TOPIC)
    if not previous:
        return read_alone(text, facets, year)
    if of_answer := _of_answer(text, facets, previous[-1], year, told, listed):
        return of_answer
    text, previous = as_meant(text, previous, facets)
    base = previous[-1]
    typed = pointed(counted_from(text, base), facets, previous, told)
    if apart := set_apart_from(typed, previous, facets.places) or changes_asked(typed, previous):
        return read_alone(apart, facets, year)
    if sides := things_apart(typed, previous):
        return replace(read_alone(set_things_apart(sides), facets, year), sides=sides, intent=Intent.FIGURE)
    own = read_alone(typed, facets, year)
    if (inside := _inside(own, base, facets, year)) and seated(inside):
        return inside
    whole = bounded(typed, base) or ranked_otherwise(typed, base) or swapped(typed, base, own, facets)
    held = _HELD
    if not whole and (_leans(typed) or _is_of_places(text, typed)):
        whole, held = completed(typed, facets, base), _HELD if typed.rstrip("?？").endswith("呢") else 0.0
    elif not whole:
        held = _held(typed)
    question = kept_to(read_alone(whole, facets, year) if whole else own, own, held, told)
    if whole:
        question = replace(question, otherwise=_otherwise(question, own, facets, told))
    wordings = () if whole or not question.carried else (without_asking(base),)
    return replace(question, wordings=wordings)


def _otherwise(question: Question, own: Question, facets: Facets, told: Told) -> Question | None:
    """Read a follow-up without the one year it takes from the question before; or as it is typed.

    So is one that asks when or how often a deed is done, which says what it asks of (什么时候报名).
    """
    if len(question.years) == 1 and not own.years and not question.titled:
        text = ANY_YEAR.sub("", question.text)
        return kept_to(read_alone(text, facets, None), own, _HELD, told)
    if (topic := other_topic(own.text)) and weight_of(topic) >= _SAYS_SOMETHING:
        return kept_to(read_alone(topic, facets, None), own, _HELD_WELL, told)
    deed = _ASKS_FIRST.match(own.text)
    is_deed = own.intent is Intent.DEADLINE and deed is not None and deed["rest"] in official_terms()
    return kept_to(own, own, _HELD, told) if is_deed else None


def _inside(own: Question, base: str, facets: Facets, year: int | None) -> Question | None:
    """Ask for the work of an office (人事股负责什么) as one of the body that was talked of."""
    if not is_inside(own.unit) or own.inside or own.organs or own.titled:
        return None
    bodies = slots_in(base, facets).bodies
    text = own.text.replace(own.unit, f"{bodies[0]}{own.unit}", 1) if len(bodies) == 1 else ""
    return read_alone(text, facets, year) if text else None


def _of_answer(
    text: str, facets: Facets, base: str, year: int | None, told: Told, listed: ToldLists
) -> Question | None:
    """Read what is asked of an answer itself: its sources, a line or an item of it, whether it is all."""
    if (asks_whence(text) or asks_of_when(text)) and (said := told()) and said.answer.citations:
        return replace(read_alone(base, facets, year), cited=said.answer.citations)
    if (line := line_pointed_at(text)) and (said := told()):
        named = tuple(citation for citation in said.answer.citations if citation.n == line)
        if named:
            return replace(read_alone(base, facets, year), intent=Intent.SUMMARY, cited=named)
    if items := items_asked(text, base, listed):
        asked = [
            replace(read_alone(item.text, facets, year), carried=(item.doc,), held=_HELD_WELL)
            for item in items
        ]
        each = [replace(one, nth=nth, typed=one.text) for nth, one in enumerate(asked, 1)]
        return replace(asked[0], asked=tuple(each if len(each) > 1 else ()))
    if asks_in_detail(text) and (said := told()) and said.answer.citations and not is_list(said.answer):
        cited = said.answer.citations[:1]
        return replace(read_alone(base, facets, year), intent=Intent.SUMMARY, cited=cited)
    if asks_more(text) and (said := told()) and said.told:
        again = read_alone(base, facets, year)
        whole = told_whole(said)
        return (
            replace(again, cited=said.answer.citations, whole=whole)
            if whole
            else replace(again, besides=said.told)
        )
    return None


def _each(asked: Sequence[tuple[Question, str]]) -> Question:
    """Ask of each item in its document; of several one after the other."""
    held = [replace(one, carried=(doc,), held=_HELD_WELL) for one, doc in asked]
    each = (replace(one, nth=nth, typed=one.text) for nth, one in enumerate(held, 1))
    return replace(held[0], asked=tuple(each) if len(held) > 1 else ())


def leaned_on(text: str, previous: Sequence[str]) -> Sequence[str]:
    """The last of earlier questions, as typed, from the one on that leans on none before it.

    A next question leans on nothing older, so that a long conversation costs no more than a short one; but
    where it goes back to an earlier topic, from the last one on that names that.
    """
    topic = returned_to(text)
    named = (at for at in reversed(range(len(previous))) if topic and topic in previous[at])
    last = next(named, len(previous) - 1)
    own = (at for at in reversed(range(last + 1)) if not _may_lean(previous[at], last - at))
    first = next(own, 0)
    while first and changes_asked(text, previous[first - 1 : first + 1]):
        first -= 1  # the same of other years
    return previous[first:]


def _may_lean(text: str, behind: int) -> bool:
    """Tell whether an earlier question leans on those before it, or is so short that it may."""
    text = text.strip()
    if is_too_long(text):
        return False
    return leads_back(text) or points(text) or _leans(text) or (len(text) <= _SHORT and behind < _LOOKED_BACK)


def _is_of_places(text: str, typed: str) -> bool:
    """Tell whether a question asks of places named before, and hardly says what."""
    asked = beside_places(text) if typed != text else ""
    return bool(asked) and weight_of(asked) < _TOPIC


def _held(text: str) -> float:
    """How firmly a question that names nothing to look in is asked of the documents before (`Question.held`).

    One of a common word alone (请假找谁, 要什么条件) is asked of no other; two make a topic (老师怎么培训).
    """
    weights = [term.weight for term in weigh(text)]
    if max(weights, default=0.0) < _COMMON_WORD:
        return _HELD_WELL if sum(weight >= _SAYS_SOMETHING for weight in weights) > 1 else 0.0
    return _HELD if sum(weights) < _FEW_WORDS else _HELD_WELL


def _leans(text: str) -> bool:
    """Tell whether a question points back, or says too little of a topic to stand alone."""
    text = _GOES_ON.sub("", _WHETHER_WRITTEN.sub("", text))
    first = _ASKS_FIRST.match(text)
    ways = (asks_whence, asks_of_when, asks_in_detail, line_pointed_at, asks_apart, asks_within)
    of_answer = any(asks(text) for asks in ways)
    if (
        of_answer
        or _LEANS.search(text)
        or _ASKS_PART_ALONE.match(text)
        or (first and len(first["rest"]) < _SHORTEST_TOPIC)
    ):
        return True
    return weight_of(OF_ANY_FIGURE.sub("", text)) < _LITTLE

"""Whether a question asks how many people there are, and whether a sentence counts other ones."""

import re
from collections.abc import Sequence

from assistant.understanding.numbered import in_short
from assistant.understanding.terms import Term
from assistant.wanted.asked import speaks_of
from ingest.facts.quantities import quantities
from ingest.text import normalize

# What is counted is named right behind its number, not before it (发展党员12名).
_COUNTED_OTHER = re.compile(r"(?![以之左上内外]|[为是的在分其均都有并和及与])[\u4e00-\u9fff]{2}")
_HOW_MANY_PEOPLE = re.compile("(?:多少|几)[名位]")
_ONE_BY_ONE = ("名", "位", "人")
# People are counted without a measure word too, where the number is large: 130万老年人.
_PEOPLE = re.compile(
    r"(?:\d{2}周?岁以[上下])?[\u4e00-\u9fff]{0,4}?(?:人(?![大均口社民员才次])|人员|者|儿童|幼儿|学生|学子|群众|居民|村民|市民|职工|员工"
    r"|农民|牧民|妇女|青年|干部|教师|医师|医生|护士|党员|毕业生|劳动力|患者|旅客|游客)"
)
_STOP = re.compile("[,，;；。:：、]")


def counts_people(question: str) -> bool:
    """Tell whether a question asks how many people of some kind there are."""
    return _HOW_MANY_PEOPLE.search(question) is not None


def states_people(text: str) -> bool:
    """Tell whether a text counts people by naming them right behind the number: 惠及130万老年人."""
    found = [q for q in quantities(text) if not q.unit and _PEOPLE.match(text, q.last)]
    if not found:
        return False
    schools = {body.start for body in in_short(text)}  # 一中新建学生公寓
    return any(q.first not in schools for q in found)


def counts_others(sentence: str, things: Sequence[Term]) -> bool:
    """Tell whether all that a sentence counts one by one are other things, named right behind the number."""
    counted = [_COUNTED_OTHER.match(sentence, q.last) for q in quantities(sentence) if q.unit in _ONE_BY_ONE]
    if not things or not counted or not all(counted):
        return False
    clauses = (_clause_at(sentence, other.start()) for other in counted if other)
    return not any(speaks_of(things, normalize(clause)) for clause in clauses)


def _clause_at(sentence: str, at: int) -> str:
    """Give the clause that holds a place of a sentence."""
    start = max((found.end() for found in _STOP.finditer(sentence, 0, at)), default=0)
    stop = _STOP.search(sentence, at)
    return sentence[start : stop.start() if stop else len(sentence)]

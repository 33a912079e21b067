"""A list of things of many kinds into the items that are about what a question asks."""

import re
from collections.abc import Sequence

from assistant.evidence.evidence import Statement
from assistant.understanding.intent import Intent
from assistant.understanding.question import Question
from assistant.understanding.terms import beyond, coverage, weigh
from ingest.text import normalize

_FIRST = re.compile("[一1]是|第一[，,、]")
_IS_OF_ALL, _IS_OF_ONE, _FEW = 0.3, 0.6, 0.4


def items_on(question: Question, found: Sequence[Statement]) -> list[Statement]:
    """Leave out the items of a list that are not about the topic asked, where few are.

    What heads the list, or leads to its first item, may say that all are: then all stay. So do those that a
    sentence of its own opens (有下列行为之一的，处罚款：), for what it says is of each.

    :param found: what opens the list, which may hold its first item (一是…), and the items.
    :return: [] where one item at most is about the topic.
    """
    if question.intent is not Intent.TOPIC or len(found) < 2 or not _FIRST.search(found[0].text):
        return list(found)
    terms = beyond(weigh(question.text), found[0].chunk.title)
    lead = _FIRST.split(found[0].text, maxsplit=1)[0]
    headed = normalize(" ".join((*found[0].chunk.path, lead)))
    held = [coverage(terms, normalize(item.text)) for item in found]
    on_topic = [item for item, said in zip(found, held, strict=True) if said >= _IS_OF_ONE]
    if coverage(terms, headed) >= _IS_OF_ALL or not on_topic or len(on_topic) > _FEW * len(found):
        return list(found)
    return on_topic if len(on_topic) > 1 else []

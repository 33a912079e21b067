"""What is typed and is no question (too long, small talk, a request to write) into its reply."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.answer import Answer, Mode
from assistant.drafting.drafted import FROM, drafted
from assistant.evidence.refusal import refuse_long
from assistant.understanding.intent import Intent, without_asking
from assistant.understanding.question import Question
from assistant.understanding.small_talk import is_no_question, small_talk
from assistant.understanding.terms import weigh
from assistant.understanding.typed import is_too_long
from ingest.records import Hit

_OF_WHAT = "问题里没有写明问的是什么事。请写明是哪项工作、哪个单位或哪份文件再问。"
_FACTS = (Intent.DUTY, Intent.DEADLINE, Intent.FIGURE)
_OF_ANYTHING = re.compile("具体|最后|最终|完成|办结|开始|结束|落实|牵头|负责|配合|参与|工作|任务|事项")


def is_aside(text: str) -> bool:
    """Tell whether a text, as read, is no question that documents may answer."""
    return is_too_long(text) or is_no_question(text)


def is_of_nothing(question: Question) -> bool:
    """Tell whether a question names nothing that its fact is asked of (谁负责，什么时候完成？)."""
    names = question.labels or question.carried or question.documents or question.sides
    if names or question.intent not in _FACTS:
        return False
    return not weigh(_OF_ANYTHING.sub(" ", without_asking(question.text)))


def aside(question: Question, search: Callable[[Question, int], Sequence[Hit]]) -> Answer:
    """Reply to what is no question.

    :param search: finds so many passages that bear on a question, best first.
    """
    if is_too_long(question.text):
        return refuse_long(question)
    if is_of_nothing(question):
        return Answer(question.text, _OF_WHAT, Mode.REFUSAL)
    if reply := small_talk(question.text):
        return Answer(question.text, reply, Mode.GUIDE)
    asked = replace(question, intent=Intent.TOPIC, years=())
    return drafted(question.text, lambda topic: search(replace(asked, text=topic), FROM))

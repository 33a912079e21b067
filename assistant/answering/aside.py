"""What is typed and is no question (too long, small talk, a request to write) into its reply."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.answer import Answer, Mode
from assistant.drafting.drafted import FROM, drafted
from assistant.evidence.refusal import refuse_long
from assistant.understanding.intent import Intent
from assistant.understanding.question import Question
from assistant.understanding.small_talk import is_no_question, small_talk
from assistant.understanding.typed import is_too_long
from ingest.records import Hit


def is_aside(text: str) -> bool:
    """Tell whether a text, as read, is no question that documents may answer."""
    return is_too_long(text) or is_no_question(text)


def aside(question: Question, search: Callable[[Question, int], Sequence[Hit]]) -> Answer:
    """Reply to what is no question.

    :param search: finds so many passages that bear on a question, best first.
    """
    if is_too_long(question.text):
        return refuse_long(question)
    if reply := small_talk(question.text):
        return Answer(question.text, reply, Mode.GUIDE)
    asked = replace(question, intent=Intent.TOPIC, years=())
    return drafted(question.text, lambda topic: search(replace(asked, text=topic), FROM))

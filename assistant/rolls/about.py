"""What a question says beside its asking words into the documents it means by their titles, or the topic."""

import re
from collections.abc import Iterable, Sequence

from assistant.understanding.bodies import name_of, organs_in
from assistant.understanding.named import YEAR
from assistant.understanding.question import Question
from assistant.understanding.terms import Term, coverage, weigh
from ingest.index.entry import DocumentInfo
from ingest.records import Document
from ingest.text import normalize

_ASKING = re.compile(
    r"哪[些几一个][项件个家条]?|多少[项件个家]?|什么|分别|一共|总共|完成|要求|时限|期限|牵头|负责|责任|配合|参与|协助|会同|协同|主办|承办"
    r"|单位|部门|股室|科室"
    r"|重点工作|工作任务|任务|工作|事项|事情|项目|清单|列出|作为|担任|主要|具体|安排|需要|应该|到期|截止|有关|相关|所有|全部|由谁"
    r"|要?[做办干抓](?=哪|什么|啥| |$)|事(?=[?]|$)"
)
_MEANT = 0.5
_AS_WELL = 0.85
_NAMED = 0.8


def topic_of(question: Question, *aside: str) -> tuple[Term, ...]:
    """Find the words of a question that say what its tasks are about, weighed; see `topic_words`."""
    return weigh(topic_words(question, *aside))


def topic_words(question: Question, *aside: str) -> str:
    """Keep what a question says its tasks are about, beside bodies, units, years and more.

    :param aside: further words that say nothing of it.
    """
    text = normalize(question.text)
    names = [question.unit, *question.also, question.concerned, *question.places, *aside]
    names += [name for body in question.bodies for name in (body.label, *map(name_of, body.organs))]
    names += [*organs_in(text, question.organs).values(), *(place[:-1] for place in question.places)]
    for name in sorted(filter(None, names), key=len, reverse=True):
        text = text.replace(normalize(name), " ")
    return _ASKING.sub(" ", _ASKING.sub(" ", YEAR.sub(" ", text)))


def titled_so(topic: tuple[Term, ...], documents: Sequence[DocumentInfo]) -> list[DocumentInfo]:
    """Find the documents whose titles hold most of a topic; none where it is no title."""
    held = {info.doc: coverage(topic, normalize(info.title)) for info in documents}
    best = max(held.values(), default=0.0)
    return [info for info in documents if best >= _MEANT and held[info.doc] >= _AS_WELL * best]


def in_titles(question: Question, documents: Sequence[Document]) -> Sequence[Document]:
    """Keep the documents whose titles hold nearly all that a question's tasks are about; all if none do."""
    topic = () if question.titled else topic_of(question)
    named = [one for one in documents if topic and coverage(topic, normalize(one.header.title)) >= _NAMED]
    return named or documents


def is_about(topic: tuple[Term, ...], texts: Iterable[str], least: float = _MEANT) -> bool:
    """Tell whether texts hold most of a topic; all do where there is none."""
    return not topic or coverage(topic, normalize(" ".join(texts))) >= least

"""A question into the words it is about: neither what it is narrowed to, nor how who is asked."""

import re

from assistant.understanding.intent import BODY, Intent
from assistant.understanding.named import short_place
from assistant.understanding.question import Question
from assistant.understanding.terms import Term, weigh
from ingest.text import normalize

_ROLE = (
    "牵头|负责|主[管抓办导]|分管|归口|管理?|抓|配合|协[助办]|参与|承担|落实|监管"
    "|统筹|挂帅|带头|打头|为主|出面|经手|兜底|操心|张罗"
)
_TO_DO = "(?:在|来|去|要|该|应当?|还|都|得|具体|主要|共同|一起|分别|联合)*"
_WHO = rf"(?:谁|(?:哪|什么|啥)(?:[一两几些]|几?个)*{BODY})"
# 归谁挂帅, 局里哪两个股室管的, 以哪个处为主, 这摊子事该谁操心.
_ASKS_WHO = re.compile(
    rf"(?:[这那](?:一?摊子?|档子?|一?块儿?|[件桩项])?(?:事情?|活儿?|工作)?)?(?:是|该|应该)?(?:[局院校县市区镇乡所厂司]里面?)?"
    rf"[归由以让靠找]?{_WHO}{_TO_DO}(?:{_ROLE})*(?:的(?:活儿?|事儿?|责任|任务|工作|职责)?)?(?=[,。?;]|$)"
    rf"|(?:{_ROLE})(?:{BODY}|人)?的?(?:分别|具体|各|都)?是{_WHO}"
    rf"|除了?(?:牵头|负责|责任)的?(?:{BODY}|人)?(?:以外|之外|外)?"
    rf"|[,。?](?:是|到底是)?[一两几]个{BODY}?还是[一两几]个{BODY}?(?=[?。]|$)"
)


def terms_of(question: Question) -> tuple[Term, ...]:
    """Weigh what a question is about: not the place, the body or the documents that alone are looked into.

    A plan of a county need not name the county where it says anything, nor say 挂帅 where it says 牵头. All
    words count where none is left.
    """
    own = [body.words for body in question.bodies if body.organs and body not in question.told_by_others]
    own += [named.label for named in question.documents]
    places = [form for place in question.places for form in (place, short_place(place))]
    text = normalize(question.text)
    if question.titled:
        text = re.sub(
            rf"(?:20\d\d年度?的?)?{re.escape(normalize(question.titled.label))}[里中内]?", " ", text
        )
    for name in sorted(map(normalize, (*own, *places)), key=len, reverse=True):
        text = text.replace(name, " ") if name else text
    if question.intent is Intent.DUTY:
        text = _ASKS_WHO.sub(" ", text)
    return weigh(text) or weigh(question.text)

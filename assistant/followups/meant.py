"""What leads a follow-up in (不对，我问的是…; 回到刚才的…，…) into what it asks, and of which question."""

import re
from collections.abc import Sequence

from assistant.followups.completing import MEASURED
from assistant.followups.slots import slots_in
from assistant.understanding.intent import Intent, intent_of
from assistant.understanding.question import Facets

_WRONG = r"(?:不对|不是(?:的|吧|这个|那个)?|错了?|搞错了?|弄错了?|答错了?|理解错了?|答非所问)[，,。；;\s]*"
_MEANT = (
    r"(?:我(?:其实|刚才)?(?:想|要)?(?:问|说|指|要|查|了解)的(?:其实)?是|我是(?:想)?(?:说|问|指|要)|我(?:想)?(?:问|要)(?:的是)?"
    r"|应该是|而是|是)"
)
_CORRECTS = re.compile(
    rf"^(?:不(?:是|要)[^，,。]{{1,12}}[，,]\s*{_MEANT}|(?:你?{_WRONG})+(?:不(?:是|要)[^，,。]{{1,12}}[，,]\s*)?{_MEANT}?"
    r"|我(?:其实|刚才)?(?:想)?(?:问|说|指|要|查)的(?:其实)?是|我是(?:想)?(?:说|问|指))(?P<meant>[^，,。]{2,}.*)$"
)
_RETURNS = re.compile(
    r"^(?:那么?|还是)?(?:(?:再|先|又)?(?:回到|说回|回过头来?[看说]|回头[看说])(?:到)?(?:刚才|前面|之前|上面|最开始|一开始)?(?:说|问|提|讲)?到?的?"
    r"|(?:刚才|前面|之前|最开始|一开始)(?:说|问|提|讲)(?:过|到)?的)(?:那个)?(?P<topic>[^，,：:。？?]{2,14})[，,：:。]\s*(?:它的?)?(?P<rest>[^，,].*)$"
)
_SHORT_YEAR = re.compile(r"^(?P<lead>那么?|再看)?(?:20)?(?P<year>[12]\d)(?:年(?=[呢的]|$)|$)")
# 哪些是教育局的, 其中财政局的有哪些, 卫健局的有哪些.
_OF_THESE = re.compile(
    r"^(?:那么?)?(?:(?:这些|其中|上面|以上|它们)(?:这些)?(?:任务|工作|事项|项目)?(?:里面?|中|当中|之中)?[，,]?)?"
    r"(?:(?:有)?(?:哪些|哪几[个项条]|什么)是(?P<whose>[^，,？?]{2,12}?)的|(?P<own>[^，,？?]{2,12}?)的(?:有哪些|有哪几[个项条]|是哪些|都?有什么))[呢？?。]*$"
)
_OPEN = re.compile("哪些|什么|怎么|如何|呢[？?。]*$")
_ASKING = re.compile("多|几|哪|谁|什么|怎|如何|[是有]")
_END = re.compile(r"[呢吗嘛啊呀？?。]*$")


def as_meant(text: str, previous: Sequence[str], facets: Facets) -> tuple[str, Sequence[str]]:
    """Give what a follow-up asks without what leads it in, and the questions up to the one it goes on from.

    :param previous: earlier questions of the conversation, oldest first, each already standalone.
    """
    if returned := _RETURNS.match(text):
        topic, rest = returned["topic"], returned["rest"]
        of_topic = [at for at, before in enumerate(previous) if topic in before]
        text = rest if topic in rest else f"{topic}{rest}"
        return text, previous[: of_topic[-1] + 1] if of_topic else previous
    if corrected := _CORRECTS.match(text):
        text = corrected["meant"]
        text = text if _asks(text) else f"{_END.sub('', text)}呢"
    if short := _SHORT_YEAR.match(text):
        text = f"{short['lead'] or ''}20{short['year']}年{text[short.end() :]}"
    if _is_measure(text) and not slots_in(text, facets).words and intent_of(previous[-1]) is Intent.FIGURE:
        text = f"{_END.sub('', text)}呢"
    return _of_these(text, previous[-1], facets), previous


def leads_back(text: str) -> bool:
    """Tell whether a follow-up points back by how it leads in, whatever it goes on to ask."""
    return _CORRECTS.match(text) is not None or _RETURNS.match(text) is not None


def returned_to(text: str) -> str:
    """Give the earlier topic that a follow-up goes back to (回到刚才的防溺水，…), or ""."""
    found = _RETURNS.match(text)
    return found["topic"] if found else ""


def _of_these(text: str, base: str, facets: Facets) -> str:
    """Ask for what names slots of the question before alone (河南, 卫健局的有哪些) as 河南呢 does."""
    found = _OF_THESE.match(text)
    named = (found["whose"] or found["own"]) if found else _END.sub("", text)
    own = slots_in(named, facets)
    if not own.words or own.taken_from(named):
        return text
    kinds = zip(own.kinds, slots_in(base, facets).kinds, strict=True)
    is_like = all(others for mine, others in kinds if mine)
    return f"{named}呢" if found or is_like else text


def _asks(text: str) -> bool:
    return (
        intent_of(text) is not Intent.TOPIC or re.search("哪些|什么|怎么|如何|呢[？?。]*$", text) is not None
    )


def _is_measure(text: str) -> bool:
    """Tell whether a text is the name of what is measured (失业率), and no more."""
    named = _END.sub("", text)
    return MEASURED.search(named) is not None and _ASKING.search(named) is None

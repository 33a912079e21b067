"""The words of a question into whether, and what of, a comparison is asked for."""

import re

from assistant.compare.records import Change
from assistant.understanding.intent import Intent
from assistant.understanding.named import YEAR, short_place
from assistant.understanding.question import Question
from assistant.understanding.terms import Term, weigh
from assistant.wanted.asked import without_measure_of_done
from ingest.records import Document
from ingest.text import normalize

_FACTS = (Intent.FIGURE, Intent.DEADLINE, Intent.DUTY)
_DIFFERENCE = re.compile(
    r"(?:有|是)?(?:什么|何|哪些|啥|没有|无|多大|几处)?(?:不同|不一样|异同|差别|差异|区别|出入)"
    r"|(?:有|发生)了?(?:什么|何|哪些|啥|没有|无)?(?:新?的?)?(?:变化|变动|改变|调整)(?:没有|吗|呢|了)?[?？。]?$"
    r"|怎么变|变没变|变了(?:没|吗|多少|什么)|(?:变化|变动)(?:情况|是什么|有哪些|大吗|大不大)"
    r"|对比|相比|比较(?:一下|下)?|(?:一样|相同|一致)(?:吗|不|么)|是否(?:一样|相同|一致)|是不是(?:一样|相同|一致)"
)
_WHAT = r"了?(?:什么|哪些|啥|哪几项|几项)(?:新的?)?"
# Changes a question asks for by name; where it names none, all are told.
_CHANGES: tuple[tuple[frozenset[Change], re.Pattern[str]], ...] = (
    (frozenset({Change.ADDED}), re.compile(rf"(?:新增|增加|多|新提出|新加){_WHAT}|新任务")),
    (
        frozenset({Change.DROPPED}),
        re.compile(
            rf"(?:取消|去掉|删除|删|减少|少|不再提|不再做|不再提到|砍掉){_WHAT}|(?:什么|哪些|啥)(?:不再提|没再提|没有了|取消了)"
        ),
    ),
    (frozenset({Change.KEPT}), re.compile(rf"(?:延续|保留|沿用){_WHAT}")),
    (
        frozenset({Change.FIGURE}),
        re.compile(r"(?:指标|目标值?|数字|数据)(?:有|发生)?.{0,4}(?:变|不同|不一样|调整)"),
    ),
    (
        frozenset({Change.UNITS}),
        re.compile(
            r"(?:责任|牵头|配合)?(?:单位|股室|科室|处室|部门|分工)(?:有|发生)?.{0,4}(?:变|不同|不一样|调整)"
        ),
    ),
)
# What only says how figures are compared, or of which time they are.
_COMPARED = re.compile(
    r"[\u4e00-\u9fff]了(?=多少|几)|相?差(?:多少|几)|(?<![大多])[多高低少大小](?:了?多少|了?几)|(?:哪[个年里边]|谁)(?:更|最|要)?[高低多少大小快慢长短重轻宽远深]|比(?![重例率])(?=[^比]{0,6}[高低多少大小])|分别|各自?(?:是|有|为|达)?(?:多少|几)"
    r"|(?<!经济)(?:增[长速幅]|增长率)|任务[数量]*|完成(?!率)[数量]*|变化|对比|比较|区别|差[别异距]|实际|目标|计划|预期|控制|数量|人数|总数|总量|情况|全[省市县区]|(?:是|有|为|达到?)?多少|今年|去年|明年|一共|总共|[高低](?=[吗么?？]*$)"
)
_YEAR = re.compile(r"(?:20)?\d{2}年?")
_GENERAL = re.compile(
    r"(?:责任|牵头|配合|主要|重点|具体|年度|工作|总体)*(?:任务|工作|内容|要求|指标|目标|数字|数据|单位|股室|部门|分工|措施|事项|项目)"
    r"|(?:跟|和|与|同|比起?|相比|之间|之于|较)|哪些|什么|两(?:份|个|年|者)|分别|主要|文件|地方|方面|这"
)


def compares(question: Question) -> bool:
    """Tell whether the parts of a question belong side by side: one fact of each, or what differs."""
    return question.intent in _FACTS or asks_changes(question)


def asks_changes(question: Question) -> bool:
    """Tell whether a question asks what differs between its parts."""
    return bool(_DIFFERENCE.search(question.text)) or any(
        pattern.search(question.text) for _, pattern in _CHANGES
    )


def wanted_changes(question: Question) -> frozenset[Change]:
    """Find the changes a question asks for by name, else all."""
    named = (changes for changes, pattern in _CHANGES if pattern.search(question.text))
    return next(named, frozenset(Change))


def compared_thing(question: Question) -> tuple[Term, ...]:
    """Find the words of what a figure is compared of: without places, years and what asks for the difference.

    They are in the order of the question; the last is what is measured (课后服务参与率: 参与率).
    """
    text = question.text
    names = {form for place in question.places for form in (place, short_place(place))}
    names |= {*question.organs, *(named.label for named in question.documents)}
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, " ")
    for pattern in (_COMPARED, YEAR):
        text = pattern.sub(" ", text)
    text = without_measure_of_done(text)
    terms = weigh(text)
    folded = normalize(text)
    in_order = sorted(terms, key=lambda term: folded.find(term.word))
    return tuple(term for term in in_order if len(term.word) > 1) or terms


def compared_topic(question: Question, documents: tuple[Document, ...]) -> tuple[Term, ...]:
    """Find the words that narrow a comparison of documents to a topic; none when they are compared whole.

    Words of their names and titles, and those that ask for tasks or figures at all, are no topic.
    """
    text = question.text
    for named in question.documents:
        text = text.replace(named.label, " ")
    for pattern in (_DIFFERENCE, *(pattern for _, pattern in _CHANGES), _YEAR, _GENERAL):
        text = pattern.sub(" ", text)
    titles = [normalize(document.header.organ + document.header.title) for document in documents]
    return tuple(term for term in weigh(text) if not all(term.word in title for title in titles))

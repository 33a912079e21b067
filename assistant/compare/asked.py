"""The words of a question into whether, and what of, a comparison is asked for."""

import re

from assistant.compare.records import Change
from assistant.understanding.intent import Intent
from assistant.understanding.named import YEAR, short_place, years_in
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
# 取消了2023年的哪些任务, 新增了去年没有的哪些工作: whose tasks they are may stand between.
_OF_PLAN = (
    r"(?:(?:(?:20)?\d\d年度?|上一?年度?|去年|前年|往年|原来|以前|之前|《[^《》]+》|[^，,。;；?？]{0,8}?(?:要点|计划|方案))"
    r"(?:没有|提出|部署|安排|确定)?[里中]?的?)*"
)
_WHAT = rf"了?{_OF_PLAN}(?:什么|哪些|啥|哪几项|几项)(?:新的?)?"
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
    r"|(?<!经济)(?:增[长速幅]|增长率)|任务[数量]*|完成(?!率)[数量]*|变化|对比|比较|区别|差[别异距]|实际|目标|计划|预期|控制|数量|人数|次数|总数|总量|情况|全[省市县区]|(?:是|有|为|达到?)?多少|今年|去年|明年|一共|总共|[高低](?=[吗么?？]*$)"
)
_YEAR = re.compile(r"(?:20)?\d{2}年?")
_BETWEEN = re.compile(
    r"[这近前]?两个?年度?|两[个份]|[上去前本今]一?年度?|往年|历年|之间|(?:县|市|区|镇|乡)里的?|我们?[县市区镇乡局]的?"
)
_GENERAL = re.compile(
    r"(?:责任|牵头|配合|主要|重点|具体|年度|工作|总体)*(?:任务|工作|内容|要求|指标|目标|数字|数据|单位|股室|部门|分工|措施|事项|项目)"
    r"|(?:跟|和|与|同|比起?|相比|之间|之于|较)|哪些|什么|两(?:份|个|年|者)|分别|主要|文件|地方|方面|这"
)
_TWO_YEARS = re.compile(
    r"两个?年(?!级|内|以)|两个年度|两[份个](?:年度|工作)?(?:计划|要点|方案)|(?:比|与|和|跟|同|较|对)[^，,。]{0,6}?(?:上一?年|去年|前年|前一年|往年)"
)
_YEAR_BEFORE = re.compile("上一?年|前一年|往年")
_OTHER_TASKS = (
    rf"(?:新增|增加|多|新提出|取消|去掉|删除|减少|少|不再提|砍掉|延续|保留){_WHAT}(?:重点|主要|具体)?"
)
_NEW_TASKS = re.compile(rf"{_OTHER_TASKS}(?:任务|工作|事项)(?=[，,、。；;？?]|和|$)")
_NEW_IN_PLAN = re.compile(
    rf"(?:要点|计划|方案).*{_OTHER_TASKS}(?:内容|举措|措施|要求)?(?=[，,、。；;？?]|和|$)"
)
_PLAN = re.compile("要点|计划|方案")
_SHORT_BODY = re.compile("..[局委办厅署院校]$")


def compares(question: Question) -> bool:
    """Tell whether the parts of a question belong side by side: one fact of each, or what differs."""
    return question.intent in _FACTS or asks_changes(question)


def asks_changes(question: Question) -> bool:
    """Tell whether a question asks what differs between its parts."""
    return bool(_DIFFERENCE.search(question.text)) or any(
        pattern.search(question.text) for _, pattern in _CHANGES
    )


def wanted_changes(question: Question) -> frozenset[Change]:
    """Find the changes a question asks for by name (新增了哪些，取消了哪些), else all."""
    named = [changes for changes, pattern in _CHANGES if pattern.search(question.text)]
    return frozenset[Change]().union(*named) or frozenset(Change)


def asks_earlier(question: Question) -> bool:
    """Tell whether a question sets a plan beside the one before it without a name for both.

    两年有什么不同, 与上年相比; of one year's plan also 新增了哪些任务 and what in 工作要点 changed.
    """
    if not asks_changes(question):
        return False
    is_of_plan = asks_other_tasks(question) or bool(_PLAN.search(question.text))
    return bool(_TWO_YEARS.search(question.text)) or (bool(question.years) and is_of_plan)


def years_compared(question: Question) -> tuple[int, ...]:
    """Find the years a question compares; the year before the one it names (2023年比上年) is left open."""
    named = years_in(question.text, None)
    return named if named and _YEAR_BEFORE.search(question.text) else question.years


def asks_other_tasks(question: Question) -> bool:
    """Tell whether a question asks which tasks came or went; no list of tasks answers that."""
    return any(pattern.search(question.text) for pattern in (_NEW_TASKS, _NEW_IN_PLAN))


def compared_thing(question: Question) -> tuple[Term, ...]:
    """Find the words of what a figure is compared of: without places, years and what asks for the difference.

    They are in the order of the question; the last is what is measured (课后服务参与率: 参与率).
    """
    text = question.text
    names = {form for place in question.places for form in (place, short_place(place))}
    names |= {*question.organs, *(named.label for named in question.documents)}
    names |= {body.words for body in question.bodies if body.words}
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

    Words of their names and titles, also of their bodies in short, and those that ask for tasks or figures at
    all, are no topic.
    """
    titles = [normalize(document.header.organ + document.header.title) for document in documents]
    return tuple(term for term in said_of_plans(question) if not all(_names(term.word, t) for t in titles))


def said_of_plans(question: Question) -> tuple[Term, ...]:
    """Find what a question for changes says beside changes, years and bodies: a topic, or a plan's title."""
    text = question.text
    for words in [named.label for named in question.documents] + [body.words for body in question.bodies]:
        text = text.replace(words, " ") if words else text
    for pattern in (_DIFFERENCE, *(pattern for _, pattern in _CHANGES), _YEAR, _BETWEEN, _GENERAL):
        text = pattern.sub(" ", text)
    return weigh(text)


def _names(word: str, title: str) -> bool:
    """Tell whether a word stands in a title, or is a body's short name there: its signs, in their order."""
    rest = iter(title)
    return word in title or (bool(_SHORT_BODY.search(word)) and all(sign in rest for sign in word))

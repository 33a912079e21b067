"""The tasks, measures, steps or articles asked of a named document into the headings that are those."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Answer, Mode
from assistant.citing.citations import Sources, marks, section_passage
from assistant.documents.summary import lead_of
from assistant.duties import own_plans, targets_of_plan, tasks_of_plan
from assistant.rolls.roll import WHOLE
from assistant.shelf import Shelf
from assistant.understanding.bodies import federations_in
from assistant.understanding.intent import asks_targets
from assistant.understanding.named import YEAR
from assistant.understanding.narrowing import admits, is_source
from assistant.understanding.question import Question
from assistant.understanding.terms import coverage, weigh
from ingest.index.entry import DocumentInfo
from ingest.records import Document
from ingest.text import normalize

_KIND = (
    r"(?P<{}>(?:主要|重点|工作|具体|年度|基本|实施|保障|组织|改革|整治)*"
    r"(?:任务|举措|措施|工作|阶段|步骤|原则|要求|程序|章节?|条))"
)
_WHICH = r"(?:哪些|什么|哪几[项个大]?|几[项个大]?|多少[项个]?)"
_ASKED = re.compile(
    rf"^(?P<of>.{{2,40}}?)(?:的|里面?|中)?(?:{_KIND.format('kind')}(?:一共|总共|都|主要|具体|分别)*(?:有|是|包括|包含|分为?)了?"
    rf"{_WHICH}|(?:(?:一共|总共|共|都|主要)*(?:有|包括|分为?|分成|提出|部署|明确|安排|规定|采取)了?|一?共){_WHICH}{_KIND.format('which')})"
    r"(?:[，,](?:分别|都|各)?是?(?:哪些|什么))?[?。呢]*$"
)
# 重点任务分别由谁牵头: the parts, each with those it is given to.
_BY_WHOM = r"(?:由|归|是)?(?:谁|哪[个些几]?(?:单位|部门|股室|科室))(?:来)?(?:牵头|负责|主办|承担)?的?[?。]*$"
_CHARGED = re.compile(
    rf"^(?P<of>.{{2,40}}?)(?:的|里面?|中)?(?:各项?)?{_KIND.format('kind')}(?P<each>)(?:分别|各自?|都)?(?=由|归|是){_BY_WHOM}"
)
# 有哪些任务，每项由谁负责: the same, and told where no unit is named.
_EACH_CHARGED = re.compile(
    rf"^(?P<of>.{{2,40}}?)(?:的|里面?|中)?(?:一共|总共|都|主要|具体)*(?:有|包括|提出|部署|明确|安排)了?{_WHICH}{_KIND.format('kind')}"
    rf"(?P<each>[，,](?:分别|都|每一?[项个条件]|各项?)(?:任务|工作|措施)?(?:分别|都)?){_BY_WHOM}"
)
_ALIKE = {
    "任务": re.compile("任务|重点工作|主要工作|工作内容|重点$"),
    "工作": re.compile("重点工作|主要工作|任务|重点$"),
    "措施": re.compile("措施|举措"),
    "举措": re.compile("措施|举措"),
    "步骤": re.compile("步骤|阶段|进度"),
    "阶段": re.compile("步骤|阶段|进度"),
}
# What a notice calls its measures where no heading says so: 监管方式.
_BY_ANOTHER_NAME = {"措施": re.compile("方式|做法")}
# A row that says its year in a column (年度：2024年).
_ROW_OF_YEAR = re.compile(r"(?<![\u4e00-\u9fff])(?:年度|年份)[：:]\s*(20\d\d)")
_OF_PLAN = ("任务", "工作", "举措", "措施")
_PLAN, _ORDER = re.compile("(?:要点|计划|安排)$"), re.compile("(?:通知|意见)$")
# What a heading may say beside the kind of its parts: 2026年重点工作, 抓好六项措施.
_BESIDE = re.compile(
    r"20\d\d年|[一二三四五六七八九十\d]+[项个条大]|主要|重点|工作|具体|年度|基本|实施|保障|组织|改革|整治|试点|下[一步半年]*|抓好|做好|落实|采取|[的及和与、]"
)
_PAPER = re.compile("要点|计划|方案|办法|条例|意见|通知|规划|行动|规则|规定|细则|报告|总结|清单")
_COUNTED = re.compile(r"[\d一二三四五六七八九十两]+[项个条大]$")
_ASIDE = re.compile("指导思想|总体|目标|原则|要求$|保障|^组织|(?:范围|对象|分工|时间|时间安排)$")
_NOBODY = "（没有写明）"
_SUPPORT = re.compile("保障|组织")
_ARTICLES = {"章": "章", "章节": "章", "条": "条"}
_LABELLED = r"^第[〇零一二三四五六七八九十百\d]{{1,5}}{}"
_NAMED, _MOST, _LONGEST, _SHORT_ENOUGH, _MOST_ARTICLES, _FEW = 0.85, 80, 60, 420, 12, 2


def list_chapters(question: Question, shelf: Shelf) -> Answer | None:
    """List the parts of a kind (主要任务, 保障措施, 几章) of the document a question names.

    None where it asks for no such parts, names no document, or that has none.
    """
    asked = _ASKED.search(normalize(question.text))
    if asked is None:
        return None
    kind, of = asked["kind"] or asked["which"], asked["of"]
    is_named = question.titled or not question.unit or _PAPER.search(of)
    document = _document(question, of, shelf) if is_named and not _COUNTED.search(of) else None
    if document is None:
        return None
    if kind in _ARTICLES:
        return _articles(question, document, _ARTICLES[kind])
    section = _headed(document, kind)
    if section is not None:
        parts = _of_years(question, document, _below(document, section))
        return _told(question, document, parts, document.sections[section].heading)
    parts = _ordered(document, kind)
    return _told(question, document, parts, "") if len(parts) > 1 else None


def list_charged(question: Question, shelf: Shelf) -> Answer | None:
    """List the tasks of the document a question names, each with the units it is given to (分别由谁牵头).

    None where it names none, or where no task is given to anybody and only those are asked for.
    """
    text = normalize(question.text)
    asked = _CHARGED.search(text) or _EACH_CHARGED.search(text)
    document = _document(question, asked["of"], shelf) if asked and not _COUNTED.search(asked["of"]) else None
    if asked is None or document is None:
        return None
    section = _headed(document, asked["kind"])
    parts = _ordered(document, asked["kind"]) if section is None else _below(document, section)
    sources, of = Sources(), f"“{document.sections[section].heading}”" if section else "列出的工作"
    parts = _of_years(question, document, parts)
    charged = [_charged(document, index, sources) for index in parts]
    if not parts or not (asked["each"] or any(is_given for _, is_given in charged)):
        return None
    nobody = "" if any(is_given for _, is_given in charged) else "，文件没有写明每项由谁负责"
    lines = [f"《{document.header.title}》{of}共 {len(parts)} 项，{WHOLE}{nobody}："]
    lines += [line if is_given or not nobody else line.replace(_NOBODY, "") for line, is_given in charged]
    return Answer(question.text, "\n".join(lines), Mode.EXTRACT, sources.citations)


def _charged(document: Document, index: int, sources: Sources) -> tuple[str, bool]:
    """Write a task with the units it is given to, and tell whether it is given to any."""
    first, last = document.sections[index].start, document.sections[index].end
    duties = [duty for duty in document.duties if first <= duty.start < last]
    line = _line(document, index, None, sources)
    if not duties:
        return f"{line}{_NOBODY}", False
    units = "；".join(
        f"{role.value}：{'、'.join(dict.fromkeys(duty.unit for duty in duties if duty.role is role))}"
        for role in dict.fromkeys(duty.role for duty in duties)
    )
    start, end = min(duty.start for duty in duties), max(duty.end for duty in duties)
    cited = marks([sources.cite(section_passage(document, duties[0].section, end), start, end)])
    return f"{line}（{units}）{cited}", True


def list_targets(question: Question, shelf: Shelf) -> Answer | None:
    """List the figures that the plan a question names sets (工作计划有哪些指标); None where it names none."""
    if not asks_targets(question.text) or not question.titled:
        return None
    plans = own_plans(replace(question, bodies=()), shelf.documents())
    meant = [info for info in plans if info.doc in question.titled.docs]
    of_unit = not question.unit or any(question.unit in normalize(info.organ + info.title) for info in meant)
    return targets_of_plan(question, shelf.open(meant[0].doc)) if meant and of_unit else None


def _document(question: Question, words: str, shelf: Shelf) -> Document | None:
    """Open the newest document that a question names by its title; those of a known body go first."""
    source = replace(question, bodies=()) if question.titled else question
    stored = [info for info in shelf.documents() if admits(question, info) and is_source(source, info)]
    named = normalize(question.titled.label) if question.titled else ""
    topic = weigh(YEAR.sub(" ", words.replace(named, " ")))

    def is_meant(info: DocumentInfo) -> bool:
        title = normalize(info.organ + info.title)
        return coverage(topic, title) >= _NAMED if topic else bool(named)

    meant = [info for info in stored if is_meant(info)]
    unit = normalize(question.unit)
    meant = [info for info in meant if unit in normalize(info.organ + info.title)]
    best = max(meant, key=lambda info: (info.header.year or 0, bool(info.organ)), default=None)
    best = best or _own_plan(question, words, shelf)
    return shelf.open(best.doc) if best else None


def _own_plan(question: Question, words: str, shelf: Shelf) -> DocumentInfo | None:
    """Find the one plan of the body that is all a question names (妇联有哪些任务), by whatever short form."""
    stored = shelf.documents()
    called = {organ: body.words for body in question.bodies for organ in body.organs}
    called = called or federations_in(words, tuple(dict.fromkeys(info.organ for info in stored)))
    if question.unit or question.titled or len(called) != 1:
        return None
    ((organ, said),) = called.items()
    if weigh(YEAR.sub(" ", re.sub(f"[省市县区州旗]?{re.escape(said)}", " ", words))):
        return None
    plans = [info for info in own_plans(question, stored) if info.organ == organ]
    return plans[0] if len(plans) == 1 else None


def _ordered(document: Document, kind: str) -> Sequence[int]:
    """Find the tasks of a plan, or the parts of a notice that only orders; [] for other documents."""
    if kind[-2:] in _OF_PLAN and _PLAN.search(document.header.kind):
        return tasks_of_plan(document)
    parts = (
        _below(document, 0)
        if kind[-2:] in (*_OF_PLAN, "要求") and _ORDER.search(document.header.kind)
        else []
    )
    parts = [index for index in parts if document.sections[index].label]
    return [] if any(_ASIDE.search(document.sections[index].title) for index in parts) else parts


def _headed(document: Document, kind: str) -> int | None:
    """Find the section headed by a kind that has parts of its own; 措施 are 保障措施 only where asked so."""
    alike = _ALIKE.get(kind[-2:], re.compile(re.escape(kind[-2:])))
    other = _BY_ANOTHER_NAME.get(kind)
    headed = _of_kind(document, alike) or (_of_kind(document, other) if other else [])
    is_support = _SUPPORT.search(kind) is not None
    fitting = [i for i in headed if (_SUPPORT.search(document.sections[i].title) is not None) == is_support]
    whole = [index for index in fitting if kind in normalize(document.sections[index].title)]
    return next(iter((*whole, *fitting)), None)


def _of_kind(document: Document, alike: re.Pattern[str]) -> list[int]:
    return [
        index
        for index, part in enumerate(document.sections)
        if index and _is_kind(alike, part.title) and _below(document, index)
    ]


def _is_kind(alike: re.Pattern[str], title: str) -> bool:
    """Tell whether a heading says hardly more than the kind: 落实立德树人根本任务 says what the task is."""
    return alike.search(title) is not None and len(_BESIDE.sub("", alike.sub("", title))) <= _FEW


def _below(document: Document, parent: int) -> list[int]:
    below = [i for i, part in enumerate(document.sections) if part.parent == parent and part.title]
    return below if len(below) > 1 else []


def _told(question: Question, document: Document, parts: Sequence[int], heading: str) -> Answer:
    """List parts by their headings, with the sentence each opens with where all is short enough."""
    sources, shown = Sources(), parts[:_MOST]
    leads = [lead_of(document, index) for index in shown]
    leads = [None if lead and document.text[lead[1]] in "（(" else lead for lead in leads]
    is_short = sum(end - start for _, start, end in filter(None, leads)) <= _SHORT_ENOUGH
    of = f"“{heading}”" if heading else "列出的工作"
    extent = WHOLE if len(shown) == len(parts) else f"这里列出前 {len(shown)} 项"
    lines = [f"《{document.header.title}》{of}共 {len(parts)} 项，{extent}："]
    chapter = None
    for index, lead in zip(shown, leads, strict=True):
        above = document.sections[index].parent
        if not heading and above and above != chapter:
            lines.append(f"{document.sections[above].heading}：")
        chapter = above
        lines.append(_line(document, index, lead if is_short else None, sources))
    return Answer(question.text, "\n".join(lines), Mode.EXTRACT, sources.citations)


def _line(document: Document, index: int, lead: tuple[int, int, int] | None, sources: Sources) -> str:
    section = document.sections[index]
    end = max(section.body, section.start + 1)
    numbers = [sources.cite(section_passage(document, index, end), section.start, end)]
    title = " ".join(section.heading.split())
    title = title if len(title) <= _LONGEST else f"{title[:_LONGEST]}…"
    if lead is not None:
        within, first, last = lead
        numbers.append(sources.cite(section_passage(document, within), first, last))
        title = f"{title}：{' '.join(document.text[first:last].split())}"
    return f"· {title}{marks(numbers)}"


def _of_years(question: Question, document: Document, parts: Sequence[int]) -> Sequence[int]:
    """Keep the rows of the years asked for, where a column says the year of each."""
    said = {
        index: _ROW_OF_YEAR.search(document.text, part.start, part.own_end)
        for index, part in ((index, document.sections[index]) for index in parts)
    }
    own = [index for index, row in said.items() if row and int(row[1]) in question.years]
    return own if own and all(said.values()) else parts


def _articles(question: Question, document: Document, kind: str) -> Answer | None:
    """Count the chapters or articles of a document; few are listed, of many the last proves the number."""
    labelled = re.compile(_LABELLED.format(kind))
    parts = [i for i, part in enumerate(document.sections) if labelled.match(part.label)]
    if len(parts) < 2:
        return None
    sources, shown = Sources(), parts if len(parts) <= _MOST_ARTICLES else parts[-1:]
    lines = [
        f"《{document.header.title}》共 {len(parts)} {kind}"
        + (f"，{WHOLE}：" if shown == parts else "，最后是：")
    ]
    lines += [_line(document, index, None, sources) for index in shown]
    return Answer(question.text, "\n".join(lines), Mode.EXTRACT, sources.citations)

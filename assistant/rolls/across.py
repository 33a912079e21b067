"""A figure asked of every place, body or year (各省新增就业目标是多少) into a row for each that states it."""

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import replace

from assistant.answer import Answer, Mode
from assistant.citing.citations import Sources, marks
from assistant.retrieval.retrieve import Retriever
from assistant.rolls.ranked import Bar, asked_bar, tell_ranked, worth
from assistant.rolls.roll import WHOLE
from assistant.rolls.stated import Stated, is_result, stated, time_asked
from assistant.shelf import Shelf
from assistant.understanding.intent import Intent, Time, mentioned_in
from assistant.understanding.named import YEAR, short_place
from assistant.understanding.narrowing import REPORTS, admits, is_source
from assistant.understanding.places import PROVINCES
from assistant.understanding.question import Question
from assistant.understanding.terms import Term, weigh
from ingest.index.entry import DocumentInfo
from ingest.records import Chunk
from ingest.text import normalize

_PLACES = r"省份|省区市|省市|省|地区|地方|地市|市县|县区|区县|地|市|县|州"
_BODIES = r"(?:单位|部门|委办局|局)(?=的?(?:年度|工作)*(?:计划|要点|报告|总结|方案))"
_EACH = re.compile(
    rf"(?:各个?|每个|所有|全部|哪些|哪几个)(?:(?P<place>{_PLACES})|(?P<body>{_BODIES})|(?P<year>年度|年份|年)"
    r"|(?P<paper>文件|计划|要点|报告|方案))"
    r"(?:的?(?:政府)?(?:工作)?(?:报告|计划|要点|文件))?(?:里|中)?|哪一?个?(?P<one>省份?|市(?!场)|县|区|地方|地区|省市)|(?<=的)(?P<of>省份?|市|县|区|地方|地区|省市)(?:是|有)哪[个些几]个?|(?P<years>历年|逐年|(?:近|这|(?<!学)前)[几两三四五]年(?:来|间)?|年年|分年度)"
)
_ASKS_FIGURE = re.compile(
    "多少|几个|目标|指标|增速|增幅|比例|多大|多高|数量|规模"
    "|(?:产[量值]|总[值量额]|GDP|gdp|收入|支出|投资额?|[率额数]|里程|面积|增长)(?:情况)?[?。]?$"
)
_ASKING = re.compile(
    r"(?:提出|设定|制定|确定|明确|写明|定(?=[了为])|安排|计划|要求|公布)(?:了|的|过)?|(?:分别|各|都)?(?:控制|定|达到?)?(?:在|为|到|是|有)?多少"
    r"|控制在|分别|预期|目标(?:值|任务)?|指标|数据|怎么样|有哪些|是什么|都|各自|对比|情况|报告|计划|人数|数量|个数"
)
_NOT_RANKED = re.compile("什么时[候间]|谁|为什么|怎么|如何|区别|变化|第几|一共|总共|合计")
_NOT_MEANT = re.compile(
    r"什么时[候间]|谁|为什么|怎么|如何|最[高低多少大小]|相比|区别|变化|第几|一共|总共|合计"
)
_GROWTH = re.compile("增长率?|增速|增幅|涨幅")
_LEAST_ROWS, _SHORT, _SHORTEST = 2, 3, 5
_TITLE_ASIDE = re.compile(r"[(（][^()（）]*[)）]|[《》]|的通知$|^.*印发")


def list_across(question: Question, retriever: Retriever, shelf: Shelf) -> Answer | None:
    """List the figure a question asks of every place, body, year or document, a row for each.

    Where it asks which state most, least, or more than a bar, that is told first. None where it asks nothing
    of the kind, or fewer than two state it.
    """
    folded = normalize(question.text)
    each, bar = _EACH.search(folded), asked_bar(question.text)
    if not each or not _is_asked(folded, each, bar):
        return None
    if question.intent in (Intent.SUMMARY, Intent.PERSON, Intent.DEADLINE):
        return None
    if not bar and mentioned_in(question.text):
        return None
    words = _EACH.sub(" ", folded)
    words = words.replace(bar.words, " ") if bar else words
    terms = _without_growth(weigh(_ASKING.sub(" ", YEAR.sub(" ", words))))
    looked = {info.doc: info for info in _looked_into(question, each, shelf.documents())}
    if not terms or len(looked) < _LEAST_ROWS:
        return None
    plan, title = _named_plan(folded, looked.values()) if each["year"] or each["years"] else (None, "")
    if plan:
        terms = weigh(_ASKING.sub(" ", words.replace(title, " ")))
        held = _holding(terms, retriever, [plan.doc]) if terms else []
        return _of_plan(question, plan, stated(question, terms, held))
    best: dict[str, Stated] = {}
    for one in stated(question, terms, _holding(terms, retriever, looked)):
        known = best.get(one.chunk.doc)
        if known is None or one.score > known.score:
            best[one.chunk.doc] = one
    rows = [(looked[doc], one) for doc, one in best.items()]
    rows = _one_each(rows) if _place(each) else rows
    if len(rows) < _LEAST_ROWS:
        return None
    key = max(terms, key=lambda term: term.weight)
    said = {chunk.doc for word in (key.word[:2], *key.official) for chunk in retriever.holding(word)}
    return _told(question, rows, looked.values(), each, said, bar)


def _named_plan(text: str, stored: Iterable[DocumentInfo]) -> tuple[DocumentInfo | None, str]:
    """Find the plan of several years that a text names by its whole title, but for its place and years."""
    for info in stored:
        title = _TITLE_ASIDE.sub("", normalize(info.title).replace(normalize(info.place), ""))
        if len(info.header.years) > 1 and len(title) > _SHORTEST and title in text:
            return info, title
    return None, ""


def _of_plan(question: Question, plan: DocumentInfo, found: Iterable[Stated]) -> Answer | None:
    """Quote what a plan states for each of its years at once; None where nothing does."""
    best = max(found, key=lambda one: (len(set(YEAR.findall(one.text))), one.score), default=None)
    if best is None or len(set(YEAR.findall(best.text))) < _LEAST_ROWS:
        return None
    sources = Sources()
    mark = marks([sources.cite(best.chunk, best.start, best.end)])
    return Answer(question.text, f"《{plan.title}》：{best.text}{mark}", Mode.EXTRACT, sources.citations)


def _without_growth(terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """Leave out the words that only ask for growth, which the kind of figure tells; 增速 is 增长 in plans."""
    return tuple(term for term in terms if not _GROWTH.fullmatch(term.word)) or terms


def _place(each: re.Match[str]) -> str:
    """What kind of place is asked, "" for none."""
    return each["place"] or each["one"] or each["of"] or ""


def _is_asked(text: str, each: re.Match[str], bar: Bar | None) -> bool:
    """Tell whether a figure of each is asked, or which of the places states most, or more than a bar."""
    if bar:
        return bool(_place(each)) and not _NOT_RANKED.search(text)
    beside = f"{text[: each.start()]} {text[each.end() :]}"  # 哪几个地区 asks which, and no number
    return (
        not (each["one"] or each["of"]) and bool(_ASKS_FIGURE.search(beside)) and not _NOT_MEANT.search(text)
    )


def _looked_into(
    question: Question, each: re.Match[str], stored: Iterable[DocumentInfo]
) -> list[DocumentInfo]:
    """Find the documents that may be of one of all that is asked of, within what the question names.

    Results of a year are told by the reports of the next.
    """
    found = [info for info in stored if _may_tell(question, info) and is_source(question, info)]
    if place := _place(each):
        found = [info for info in found if info.place]
        found = [info for info in found if not info.organ or info.organ.startswith(info.place)] or found
        if "省" in place:
            return [info for info in found if short_place(info.place) in PROVINCES]
    elif each["body"]:
        return [info for info in found if info.organ]
    elif each["year"] or each["years"]:
        return [info for info in found if info.header.year]
    return found


def _may_tell(question: Question, info: DocumentInfo) -> bool:
    if admits(question, info):
        return True
    is_report = info.header.kind in (*REPORTS, "报告") and time_asked(question) is not Time.PLANNED
    return is_report and admits(replace(question, years=tuple(year + 1 for year in question.years)), info)


def _holding(terms: Sequence[Term], retriever: Retriever, looked: Iterable[str]) -> list[Chunk]:
    """Find the passages that hold the weightiest term, or what plans say for it."""
    key, docs = max(terms, key=lambda term: term.weight), set(looked)
    names = [name for word in (key.word, *key.official) for name in _forms(word)]
    held = {chunk.id: chunk for word in dict.fromkeys(names) for chunk in retriever.holding(word)}
    return [chunk for chunk in held.values() if chunk.doc in docs]


def _one_each(rows: Sequence[tuple[DocumentInfo, Stated]]) -> list[tuple[DocumentInfo, Stated]]:
    """Keep the row of the newest document of each place."""
    newest: dict[str, tuple[DocumentInfo, Stated]] = {}
    for info, one in sorted(rows, key=lambda row: (row[0].header.year or 0, row[1].score)):
        newest[info.place] = (info, one)
    return list(newest.values())


def _forms(word: str) -> tuple[str, ...]:
    """Give what to look for where a word is put otherwise: 生产总值, GDP, 粮食 of 粮食产量."""
    return (word, word.removeprefix("地区"), word.upper(), word[:2] if len(word) > _SHORT else word)


def _told(
    question: Question,
    rows: Sequence[tuple[DocumentInfo, Stated]],
    looked: Iterable[DocumentInfo],
    each: re.Match[str],
    said: Container[str],
    bar: Bar | None,
) -> Answer:
    """Write the rows, newest first or by what they state, and who states nothing.

    :param said: documents that speak of the thing at all.
    :param bar: what the figures are held against, if that is asked.
    """
    sources = Sources()
    ordered = sorted(rows, key=lambda row: (-(row[0].header.year or 0), row[0].doc))
    ranked = ""
    if bar:
        stating = [(info.place, worth(question.text, bar, one.text)) for info, one in ordered]
        ranked, order = tell_ranked(bar, stating)
        ordered = [ordered[at] for at in order]
    documents = list(looked)
    if _place(each):
        places = list(dict.fromkeys(info.place for info in documents))
        without = [place for place in places if place not in {info.place for info, _ in rows}]
        extent = f"{len(places)} 个地方的 {len(documents)} 份文件，{len(rows)} 个地方写明"
        speaking = {info.place for info in documents if info.doc in said}
        named = [place for place in without if place in speaking]
        behind = _behind("没有找到的", [place for place in without if place not in speaking])
        behind += _behind("提到但没有找到这项数据的", named)
    else:
        extent = f"{len(documents)} 份文件，{len(rows)} 份写明"
        behind = [f"其余 {len(documents) - len(rows)} 份没有找到。"] if len(documents) > len(rows) else []
    lines = [*filter(None, [ranked]), f"资料库中查了 {extent}，找到的{WHOLE}："]
    for info, one in ordered:
        mark = marks([sources.cite(one.chunk, one.start, one.end)])
        lines.append(f"· {_label(question, info, each, one)}：{one.text}{mark}")
    return Answer(question.text, "\n".join([*lines, *behind]), Mode.EXTRACT, sources.citations)


def _behind(words: str, places: Sequence[str]) -> list[str]:
    return [f"{words}：{'、'.join(places)}。"] if places else []


def _label(question: Question, info: DocumentInfo, each: re.Match[str], one: Stated) -> str:
    """Name the place and the year a row is of: that of the document, or the one it reports on."""
    year = question.years[0] if is_result(question, one.chunk) else info.header.year
    return f"{info.place}{f'（{year}年）' if year else ''}" if _place(each) else f"《{info.title}》"

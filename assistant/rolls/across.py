"""A figure asked of every place, body or year (各省新增就业目标是多少) into a row for each that states it."""

import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.answer import Answer, Mode
from assistant.citations import Sources, marks
from assistant.intent import Intent, Time
from assistant.named import PROVINCES, YEAR, short_place
from assistant.narrowing import admits, is_source, time_of
from assistant.question import Question
from assistant.retrieve import Retriever
from assistant.rolls.roll import WHOLE
from assistant.shelf import Shelf
from assistant.terms import Term, coverage, presence, weigh
from assistant.times import without_lengths
from ingest.facts.quantities import quantities
from ingest.index.entry import DocumentInfo
from ingest.parse.table import CELL_GAP
from ingest.records import Chunk
from ingest.text import normalize, sentences

_PLACES = r"省份|省区市|省市|省|地区|地方|地市|市县|县区|区县|地|市|县|州"
_BODIES = r"(?:单位|部门|委办局|局)(?=的?(?:年度|工作)*(?:计划|要点|报告|总结|方案))"
_EACH = re.compile(
    rf"(?:各个?|每个|所有|全部|哪些|哪几个)(?:(?P<place>{_PLACES})|(?P<body>{_BODIES})|(?P<year>年度|年份|年)"
    r"|(?P<paper>文件|计划|要点|报告|方案))"
    r"(?:的?(?:政府)?(?:工作)?(?:报告|计划|要点|文件))?(?:里|中)?|(?P<years>历年|逐年|(?:近|这|(?<!学)前)[几两三四五]年(?:来|间)?|年年|分年度)"
)
_ASKS_FIGURE = re.compile("多少|几个|目标|指标|增速|增幅|比例|多大|多高|数量|规模")
_ASKING = re.compile(
    r"(?:提出|设定|制定|确定|明确|写明|定(?=[了为])|安排|计划|要求|公布)(?:了|的|过)?|(?:分别|各|都)?(?:控制|定|达到?)?(?:在|为|到|是|有)?多少"
    r"|控制在|分别|预期|目标(?:值|任务)?|指标|数据|怎么样|有哪些|是什么|都|各自|对比|情况|报告|计划|人数|数量|个数"
)
_NOT_MEANT = re.compile(
    r"什么时[候间]|谁|为什么|怎么|如何|哪个省|最[高低多少大小]|相比|区别|变化|第几|一共|总共|合计"
)
_NOW = re.compile(r"今年|本年|全年|年度")
_ASKS_PLAN = re.compile("目标|控制在|预期|计划")
_AIMS = re.compile(r"(?:预期|主要|总体|工作)目标(?:是|为|[：:])")
_WITHOUT_FIGURE = re.compile("同步|正增长|稳量|稳定|稳步|高于|不低于|优于|持平|不增加|只减不增")
_LONG_TERM = re.compile(r"年均|十[四五六]五|五年|到20\d\d年|[三两]年")
_CLAUSE = re.compile(r"(?:[^，,；;。：:、（(\n]|、(?=\d))+")
_CHANGES = re.compile("增长|增加|增速|增幅|提高|下降|降低|减少|压减|(?<!新)增|降")
_ROW = re.compile(r".+", re.DOTALL)
_NUMBERING = re.compile(r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）.．、])+")
_COVERED, _LEAST_ROWS = 0.72, 2
_TIMELY, _LATER, _PAST, _AIMED = 0.5, 0.6, 0.8, 1.2
_LIST_FROM = re.compile(r"[^，,；;。：:（(\n]*\Z")


@dataclass(frozen=True, slots=True)
class Stated:
    """A clause that states the figure asked for."""

    chunk: Chunk
    start: int
    end: int
    score: float

    @property
    def text(self) -> str:
        """Its words."""
        return self.chunk.text[self.start - self.chunk.start : self.end - self.chunk.start].strip()


def list_across(question: Question, retriever: Retriever, shelf: Shelf) -> Answer | None:
    """List the figure a question asks of every place, body, year or document, a row for each.

    None where it asks nothing of the kind, or fewer than two state it.
    """
    folded = normalize(question.text)
    each = _EACH.search(folded)
    is_asked = each and _ASKS_FIGURE.search(folded) and not _NOT_MEANT.search(folded)
    if not each or not is_asked or question.intent in (Intent.SUMMARY, Intent.PERSON, Intent.DEADLINE):
        return None
    terms = weigh(_ASKING.sub(" ", YEAR.sub(" ", _EACH.sub(" ", folded))))
    looked = {info.doc: info for info in _looked_into(question, each, shelf.documents())}
    if not terms or len(looked) < _LEAST_ROWS:
        return None
    best: dict[str, Stated] = {}
    for stated in _stated(question, terms, _holding(terms, retriever, looked)):
        known = best.get(stated.chunk.doc)
        if known is None or stated.score > known.score:
            best[stated.chunk.doc] = stated
    rows = [(looked[doc], stated) for doc, stated in best.items()]
    rows = _one_each(rows) if each["place"] else rows
    if len(rows) < _LEAST_ROWS:
        return None
    key = max(terms, key=lambda term: term.weight)
    said = {chunk.doc for word in (key.word[:2], *key.official) for chunk in retriever.holding(word)}
    return _told(question, rows, looked.values(), each, said)


def _looked_into(
    question: Question, each: re.Match[str], stored: Iterable[DocumentInfo]
) -> list[DocumentInfo]:
    """Find the documents that may be of one of all that is asked of, within what the question names."""
    found = [info for info in stored if admits(question, info) and is_source(question, info)]
    if each["place"]:
        found = [info for info in found if info.place]
        if "省" in each["place"]:
            return [info for info in found if short_place(info.place) in PROVINCES]
    elif each["body"]:
        return [info for info in found if info.organ]
    elif each["year"] or each["years"]:
        return [info for info in found if info.header.year]
    return found


def _holding(terms: Sequence[Term], retriever: Retriever, looked: Iterable[str]) -> list[Chunk]:
    """Find the passages that hold the weightiest term, or what plans say for it."""
    key, docs = max(terms, key=lambda term: term.weight), set(looked)
    held = {chunk.id: chunk for word in (key.word, *key.official) for chunk in retriever.holding(word)}
    return [chunk for chunk in held.values() if chunk.doc in docs]


def _stated(question: Question, terms: tuple[Term, ...], chunks: Iterable[Chunk]) -> Iterator[Stated]:
    """Find the clauses that state a figure of what is asked."""
    planned = question.time
    if planned is Time.ANY and _ASKS_PLAN.search(question.text):
        planned = Time.PLANNED
    for chunk in chunks:
        if planned is Time.PLANNED and time_of(chunk) is Time.DONE:
            continue
        for first, last in sentences(chunk.text):
            sentence = chunk.text[first:last]
            aims = _is_aim(chunk.text, first)
            for clause in _ROW.finditer(sentence) if CELL_GAP in sentence else _CLAUSE.finditer(sentence):
                start, said = _whole(sentence, clause)
                folded = normalize(said)
                is_figure = _has_figure(terms, folded) or (aims and _WITHOUT_FIGURE.search(folded))
                if not is_figure or not _is_said(terms, folded):
                    continue
                score = 2 * coverage(terms, folded) + _timely(question, planned, chunk, sentence, said)
                score += _AIMED if aims and planned is Time.PLANNED else 0.0
                at = chunk.start + first + start
                yield Stated(chunk, at, at + len(said), score - len(folded) / 100)


def _is_aim(text: str, at: int) -> bool:
    """Tell whether a sentence is one of those that set the aims of the year (主要预期目标是：……；……)."""
    paragraph = text[text.rfind("\n", 0, at) + 1 :].partition("\n")[0]
    aims = _AIMS.search(paragraph)
    return aims is not None and _LONG_TERM.search(paragraph[: aims.end()]) is None


def _whole(sentence: str, clause: re.Match[str]) -> tuple[int, str]:
    """Give a clause with the names before it that share its figures: 城镇、农村……分别增长."""
    start = clause.start()
    if "分别" in clause[0] and sentence[max(start - 1, 0) : start] == "、":
        before = _LIST_FROM.search(sentence, 0, start)
        start = before.start() if before else start
    return start, sentence[start : clause.end()]


def _is_said(terms: tuple[Term, ...], clause: str) -> bool:
    heaviest = max(terms, key=lambda term: term.weight)
    changes = any(_CHANGES.fullmatch(term.word) for term in terms)
    if changes and _CHANGES.search(clause) is None:
        return False
    return coverage(terms, clause) >= _COVERED and presence(heaviest, clause) > 0


def _has_figure(terms: tuple[Term, ...], clause: str) -> bool:
    """Tell whether a clause states a figure beside what is asked of; 三年 in 学前三年毛入园率 is none."""
    rest = _NUMBERING.sub("", without_lengths(clause))
    for word in (word for term in terms for word in (term.word, *term.official)):
        rest = rest.replace(word, " ")
    return any(quantities(rest))


def _timely(question: Question, time: Time, chunk: Chunk, sentence: str, clause: str) -> float:
    """Judge whether a clause is of the time that is asked: of the year itself, planned or done as asked."""
    headed = time_of(chunk)
    score = _TIMELY if _NOW.search(sentence) else 0.0
    if time is not Time.ANY and headed is not Time.ANY:
        score += _TIMELY if headed is time else -_PAST
    if _LONG_TERM.search(clause) and not _LONG_TERM.search(question.text):
        score -= _LATER
    years = {int(year) for year in YEAR.findall(sentence)}
    if years and question.years and not years.intersection(question.years):
        score -= _LATER
    return score


def _one_each(rows: Sequence[tuple[DocumentInfo, Stated]]) -> list[tuple[DocumentInfo, Stated]]:
    """Keep the row of the newest document of each place."""
    newest: dict[str, tuple[DocumentInfo, Stated]] = {}
    for info, stated in sorted(rows, key=lambda row: (row[0].header.year or 0, row[1].score)):
        newest[info.place] = (info, stated)
    return list(newest.values())


def _told(
    question: Question,
    rows: Sequence[tuple[DocumentInfo, Stated]],
    looked: Iterable[DocumentInfo],
    each: re.Match[str],
    said: Container[str],
) -> Answer:
    """Write the rows, newest first, and who states nothing.

    :param said: documents that speak of the thing at all.
    """
    sources = Sources()
    ordered = sorted(rows, key=lambda row: (-(row[0].header.year or 0), row[0].doc))
    documents = list(looked)
    if each["place"]:
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
    lines = [f"资料库中查了 {extent}，找到的{WHOLE}："]
    for info, stated in ordered:
        mark = marks([sources.cite(stated.chunk, stated.start, stated.end)])
        lines.append(f"· {_label(info, each)}：{stated.text}{mark}")
    return Answer(question.text, "\n".join([*lines, *behind]), Mode.EXTRACT, sources.citations)


def _behind(words: str, places: Sequence[str]) -> list[str]:
    return [f"{words}：{'、'.join(places)}。"] if places else []


def _label(info: DocumentInfo, each: re.Match[str]) -> str:
    year = f"（{info.header.year}年）" if info.header.year else ""
    return f"{info.place}{year}" if each["place"] else f"《{info.title}》"

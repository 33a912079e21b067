"""A question for the offices of a body (内设机构, 直属单位) into those its chart of duties sets out."""

import re
from collections.abc import Iterator, Sequence

from assistant.answer import Answer, Mode
from assistant.rolls.roll import Entry, told
from assistant.shelf import Shelf
from assistant.understanding.narrowing import is_source
from assistant.understanding.question import Question
from assistant.understanding.terms import Term, coverage, weigh
from ingest.facts.names import is_unit
from ingest.records import Document, Hit
from ingest.text import normalize

_KIND = r"(?P<{}>内设(?:机构|股室|科室|处室|部门)|(?:直属|下属|所属)(?:事业)?(?:单位|机构)|股室|科室|处室)"
_WHICH = r"(?:哪些|什么|哪几[个家]?|几[个家]|多少[个家]?)"
_ASKED = re.compile(
    rf"^(?P<of>.{{0,20}}?)(?:的|里|下面?|现在|现)?(?:{_KIND.format('kind')}(?:一共|总共|都|分别|具体)*(?:有|是|包括){_WHICH}"
    rf"|(?:一共|总共|共|都|下)?(?:有|设置?了?|包括){_WHICH}{_KIND.format('which')})"
    r"(?:[，,](?:分别|都|各)?是?(?:哪些|什么))?[?。呢]*$"
)
_CHART = re.compile("职责|职能|机构|三定")
_OFFICE = re.compile(r"(?:[股科室处办]|中心|大队|支队|机关党委)$")
_BRACKET = re.compile(r"[（(].*")
_NAMED_LINE = re.compile(
    r"(?:^|[。；])[\s　]*(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）.．、])?([\u4e00-\u9fff]{2,16})(?=[：:])",
    re.MULTILINE,
)
_NAME = re.compile(r"(?:[^、，。；：:\s（(]|[（(][^）)\n]*[）)])+")
_LEADS_ON = "：: \n\u3000"
_STOP = re.compile("[。；\n]|$")
_SUBORDINATE = re.compile("直属|下属|所属")
_BODY = re.compile(r"(?:[局委厅办部]|中心|委员会|政府)$")
# What tells of a body's offices without a chart: 下设6个股室.
_SET_UP = re.compile(
    rf"(?:内设|下设|设有?|共有)[^，,。；;\n]{{0,12}}(?:机构|[股科处]室)|{_KIND.format('told')}[^，,。；;\n]{{0,4}}\d+个"
)
_NOT_SET_OUT = "资料库中没有写明{}的{}。\n可以添加写明它的机构设置的文件，或换一种说法再问。"
_NAMED, _LONGEST = 0.6, 20


def list_offices(question: Question, hits: Sequence[Hit], shelf: Shelf) -> Answer | None:
    """List the offices a chart of duties gives a body; None where none are asked or no chart names two.

    Where no passage found tells of the offices of the body named, say so: those of another are no answer.
    """
    asked = _ASKED.search(normalize(question.text))
    if asked is None:
        return None
    kind, topic = asked["kind"] or asked["which"], weigh(asked["of"])
    anyone = [info for info in shelf.documents() if is_source(question, info) or not info.organ]
    charts = [info for info in anyone if _CHART.search(info.title)]
    named = [
        info for info in charts if not topic or coverage(topic, normalize(info.organ + info.title)) >= _NAMED
    ]
    for info in sorted(named, key=lambda info: -(info.header.year or 0)):
        entries = list(_offices(shelf.open(info.doc), _SUBORDINATE.search(kind) is not None))
        if len(entries) > 1:
            return told(question.text, f"《{info.title}》列出的{kind}", entries)
    of = asked["of"].strip()
    if not _BODY.search(of) or any(_tells(hit, topic) for hit in hits):
        return None
    return Answer(question.text, _NOT_SET_OUT.format(of, kind), Mode.REFUSAL, related=tuple(hits))


def _tells(hit: Hit, topic: Sequence[Term]) -> bool:
    """Tell whether a passage that names a body says which or how many offices one has."""
    passage = normalize(f"{hit.chunk.context} {hit.chunk.text}")
    return _SET_UP.search(passage) is not None and coverage(tuple(topic), passage) >= _NAMED


def _offices(document: Document, subordinate: bool) -> Iterator[Entry]:
    """Find the offices below the heading of their kind, as headings or as lines that begin with their names.

    Where no heading says the kind, those inside are all that is headed by the name of an office.
    """
    sections = document.sections
    headed = [
        index
        for index, part in enumerate(sections)
        if index and (_SUBORDINATE if subordinate else re.compile("内设|机构设置")).search(part.title)
    ]
    for index in headed:
        below = [i for i, part in enumerate(sections) if part.parent == index and part.title]
        yield from (_headed(document, i) for i in below)
        if not below:
            yield from _lines(document, index)
    if not headed and not subordinate:
        yield from (_headed(document, i) for i, part in enumerate(sections) if i and _is_office(part.title))


def _is_office(title: str) -> bool:
    name = _BRACKET.sub("", title)
    return _OFFICE.search(name) is not None and is_unit(name)


def _headed(document: Document, index: int) -> Entry:
    section = document.sections[index]
    return Entry(document, section.heading, index, section.start, max(section.body, section.start + 1))


def _lines(document: Document, index: int) -> Iterator[Entry]:
    """Find the names that begin the lines below a heading, else those its first sentence lists."""
    section = document.sections[index]
    names = [found.span(1) for found in _NAMED_LINE.finditer(document.text, section.body, section.own_end)]
    names = [span for span in names if _is_office(document.text[slice(*span)])]
    if not names:
        begin = section.own_end - len(document.text[section.body : section.own_end].lstrip(_LEADS_ON))
        stop = _STOP.search(document.text, begin, section.own_end)
        end = stop.start() if stop else section.own_end
        names = [found.span() for found in _NAME.finditer(document.text, begin, end)]
        shortest = [_BRACKET.sub("", document.text[slice(*span)]) for span in names]
        names = names if all(len(name) <= _LONGEST for name in shortest) else []
    for first, last in names:
        yield Entry(document, document.text[first:last], index, first, last)

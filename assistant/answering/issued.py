"""A question when, under which number or by whom a document was issued into the words in which it says so."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.answer import Answer, Mode
from assistant.citing.citations import Sources, marks, section_passage
from assistant.documents.summary import documents_meant
from assistant.evidence.refusal import Missing, refuse
from assistant.shelf import Shelf
from assistant.understanding.intent import Intent
from assistant.understanding.naming import name_documents
from assistant.understanding.question import Question
from ingest.header.dates import iso_date
from ingest.records import Document, Hit
from ingest.text import normalize
from ingest.titles import DATE, kind_of

_DEED = "(?:联合|共同|正式|公开)*(?:印发|发布|下发|公布|颁布|出台|签发|制发|发文|成文)"
_WHICH_BODY = "(?:谁|哪(?:些|几?个?|一个)(?:部门|单位|机关|机构|局|家))"
_TIME = r"(?:什么时[候间]|何时|哪一?[年天日]|哪年哪月|几月几?[日号]?|几几年|几号)"
_PASSED_ON = re.compile("[印转]发[^《》]*?《?([^《》]+)》?的(?:通知|函)$")
_BY_SEVERAL = re.compile(r"^[^《》，,]{2,30}?等\S{1,3}(?:部门|单位)(?=关于|印发)")
_ISSUER = re.compile(
    r"[\u4e00-\u9fff]{2,24}(?:局|委|厅|部|院|办|办公[厅室]|政府|委员会|领导小组|工委|总队|[支大]队|法院|检察院|联合会|总工会|银行|中心|公司|学校|公安|协会)"
)
_AROUND = re.compile(r"[?,。;]|^(?:请问|这份|那份)|(?:这份|这个|那份)(?:文件)?(?=$|的)|(?:文件)?的?$")
_ABOVE_DATE, _HEAD_LINES, _SHORT_LINE, _MOST = 5, 3, 60, 4

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Fact:
    """Something a document says of itself.

    :param find: gives where its text says so, in order.
    """

    name: str
    asked: re.Pattern[str]
    find: Callable[[Document], Sequence[Span]]


def tell_issue(question: Question, hits: Sequence[Hit], shelf: Shelf) -> Answer | None:
    """Quote the date, the number or the issuers of the document a question names.

    None where it asks none of these, or names no stored document; a refusal where no such document says it.

    :param hits: passages found for the question, which a refusal names.
    """
    asked, name = _read(question.text)
    if not asked:
        return None
    meant = _meant(question, name, shelf.within(question.chosen))
    if not meant or len(meant) > _MOST:
        return None
    sources = Sources()
    documents = [shelf.open(doc) for doc in meant]
    lines = [
        line for document in documents for fact in asked for line in _told(document, fact, sources) if line
    ]
    if not lines:
        return refuse(question, hits, Missing.FACT)
    return Answer(question.text, "\n".join(lines), Mode.EXTRACT, sources.citations)


def _read(text: str) -> tuple[list[_Fact], str]:
    """Read which facts a text asks for, and of what."""
    text = normalize(text)
    asked = [fact for fact in _FACTS if fact.asked.search(text)]
    for fact in asked:
        text = fact.asked.sub("", text)
    before = ""
    while before != text:
        before, text = text, _AROUND.sub("", text).strip("《》 ")
    return asked, text


def _meant(question: Question, name: str, shelf: Shelf) -> list[str]:
    """Find the documents of a name, or the one that was answered from before where there is no name."""
    if not name:
        return list(question.carried) if len(question.carried) == 1 else []
    marked = replace(question, text=f"《{name}》", intent=Intent.TOPIC, places=(), titled=None)
    named = name_documents(marked, shelf.documents())
    return [info.doc for info in documents_meant(named, shelf) if _is_called(named, name, info.title)]


def _is_called(named: Question, name: str, title: str) -> bool:
    """Tell whether a document is what a name says, not one about it (就《…规定》发布答记者问)."""
    if not named.titled or not named.titled.binds or named.titled.exact:
        return named.titled is not None and named.titled.exact
    passed_on = _PASSED_ON.search(title)
    kind = kind_of(name)
    return bool(kind) and kind in (kind_of(title), kind_of(passed_on[1]) if passed_on else "")


def _told(document: Document, fact: _Fact, sources: Sources) -> Iterator[str]:
    spans = fact.find(document)
    if spans:
        words = ["、".join(document.text[start:end].split()) for start, end in spans]
        numbers = [sources.cite(section_passage(document, 0, end), start, end) for start, end in spans]
        said = "、".join(dict.fromkeys(words))
        yield f"《{document.header.title}》{fact.name}：{said}{marks(numbers)}"


def _dates(document: Document) -> list[Span]:
    """Find the date of a document: alone on its line, or else the first time it stands in the text."""
    dated = document.header.date
    found = [match for match in DATE.finditer(document.text) if dated and iso_date(match[0]) == dated]
    alone = [match for match in found if len(_line(document.text, match.start())) <= _SHORT_LINE]
    return [match.span() for match in (alone or found)[:1]]


def _line(text: str, at: int) -> str:
    return text[text.rfind("\n", 0, at) + 1 : (text.find("\n", at) + 1 or len(text) + 1) - 1]


def _number(document: Document) -> list[Span]:
    """Find the number of a document, however it is spaced."""
    number = document.header.number
    found = re.search(r"\s*".join(map(re.escape, number)), document.text) if number else None
    return [found.span()] if found else []


def _issuers(document: Document) -> list[Span]:
    """Find who issued a document: all that sign or head it, what the title says, or who comes first."""
    text, title = document.text, document.header.title
    at = text.find(title)
    if at >= 0 and (several := _BY_SEVERAL.match(title)):
        return [(at, at + several.end())]
    organ = document.header.organ
    lines = [(match.start(), match.end()) for match in re.finditer(r"[^\n]+", text)]
    day = next(iter(_dates(document)), None)
    below = [at for at, (start, end) in enumerate(lines) if day and start <= day[0] < end][:1]
    signed = [span for last in below for span in lines[max(last - _ABOVE_DATE, 0) : last]]
    for group in (
        _trailing(text, signed),
        [span for span in lines[:_HEAD_LINES] if _only_issuers(text, span)],
    ):
        if any(organ in "".join(text[start:end].split()) for start, end in group):
            return group
    first = text.find(organ) if organ else -1
    return [(first, first + len(organ))] if first >= 0 else []


def _trailing(text: str, lines: Sequence[Span]) -> list[Span]:
    """The last lines that hold nothing but issuers."""
    own: list[Span] = []
    for span in reversed(lines):
        if not _only_issuers(text, span):
            break
        own.insert(0, span)
    return own


def _only_issuers(text: str, span: Span) -> bool:
    names = text[span[0] : span[1]].split()
    return bool(names) and all(map(_ISSUER.fullmatch, names))


_FACTS = (
    _Fact(
        "印发单位",
        re.compile(
            rf"(?:是|有)?由?{_WHICH_BODY}(?:{_DEED}|发)(?:了|的|出来的)*"
            rf"|的?{_DEED}的?(?:单位|部门|机关|机构|主体)(?:(?:都|分别)?(?:是|有|包括))?(?:{_WHICH_BODY}|哪[些个几]|什么)?$"
        ),
        _issuers,
    ),
    _Fact(
        "所署日期",
        re.compile(
            rf"(?:是|在|于)*{_TIME}(?:才|被)?(?:{_DEED}(?:了|的)*|发(?:出来)?的)"
            rf"|的?(?:{_DEED}|落款|签署)的?(?:日期|时间)(?:是|为)?(?:在|{_TIME}|多少|什么)*"
            rf"|是?{_DEED}[于在]{_TIME}"
        ),
        _dates,
    ),
    _Fact(
        "文号",
        re.compile(
            r"的?(?:发文字号|文号|(?:文件|发文)编?号码?)(?:是|为)?(?:什么|多少|啥|几号)?|是(?:什么|多少|几)号(?:文件?|令)?"
        ),
        _number,
    ),
)

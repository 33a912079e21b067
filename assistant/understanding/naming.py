"""A question's words into the stored documents it names: to be compared, or as the source it asks about."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from assistant.understanding.intent import Intent, without_tasks
from assistant.understanding.question import Named, Question
from assistant.understanding.standalone import NUMBERED
from ingest.index.entry import DocumentInfo
from ingest.records import Document
from ingest.text import normalize

# Names of types that are never verbs: alone they name a document (22年要点), the others want words before.
_PLAIN = "要点|方案|预案|条例|规则|准则|守则|章程|规程|办法|规划|分工表|责任表|任务表|简报|细则|纲要"
_VERBAL = "计划|总结|报告|规定|意见|通知|通报|通告|决定|决议|批复|复函|答复|纪要|清单|公告|公报"
# A type that a question asks about, not one that is done or planned: 计划中, 总结里写的, not 计划招.
_SOURCE = re.compile(
    rf"([^，,。；;、（()）]*?(?:{_PLAIN}|{_VERBAL}))(?!{_PLAIN}|{_VERBAL}|[\u4e00-\u9fff]{{2}}阶段)(?=[里中内上的对提把是有讲说写谈分共第，,：:？?]|主要|要求|规定|明确|$)"
)
_IN_MARKS = re.compile(r"《([^《》]+(?:《[^《》]*》[^《》]*)*)》")
# 《意见》 is what a text calls the one it speaks of itself: of several stored ones it names none.
_ANY_OF_TYPE = re.compile(f"(?:实施|指导)?(?:{_PLAIN}|{_VERBAL})")
_ASKS_WHICH = re.compile(
    r"号令?(?:文件?|令)?[，,]?(?:是|叫)(?:的是)?(?:什么|啥|哪一?[个份]?)(?:文件?|通知|意见|公文|名字|名称)?[?？。]*$"
    r"|号令?(?:文件?)?的?(?:标题|题目|全称|名称)"
)
_SEPARATOR = re.compile(r"[，,。；;、（()）]|(?:和|与|跟|同|比|对比|以及|及)(?=.)")
_NAME = re.compile(rf"^.*?(?:{_PLAIN}|(?<=[^\d年度的]){'(?:'}{_VERBAL}))(?!{_PLAIN}|{_VERBAL})")
_YEAR = re.compile(r"(?<!\d)(20\d{2}|\d{2}(?=年))(?:年度?)?(?!\d)")
_SAME_YEAR = re.compile(r"[当同那本今去]年")
_ASIDE = re.compile(
    r"转载的?|[当同那本今去]年|那份|这份|的|里面?|我们|咱们|请问|想问(?:一下)?|关于|印发|根据|按照|依照|按(?=[^照])"
)
_BEFORE_NAME = re.compile(r"^.*(?:[在由从]|(?:总结|概括|归纳|梳理|介绍|说说|讲讲|看看)(?:一下|下)?)")
_AROUND_UNIT = re.compile(r"[《》？?，,：:]|^(?:在|由)|(?:[里中内时由的]|方面|工作|都|需要|应当|要|还)+$")
_PASSED_ON = re.compile(r"(?:印发|转发|公布|发布|批转)(?:[^《》]*)《(.+)》")
_NAMED = 0.85
_REMEMBERED = 16_384  # titles, which every question is compared with
_MOST_MEANT = 8
_SHORTEST_TITLE = 4
_SURE = 5  # characters of a name that means its documents and no others
_NO_SOURCE = (Intent.DOCUMENTS, Intent.MEANING)
_OF_MANY = (Intent.DOCUMENTS, Intent.TASKS, Intent.MEANING)


def name_documents(question: Question, stored: Sequence[DocumentInfo]) -> Question:
    """Read the stored documents a question sets side by side, or the one or the type it asks about.

    A name is read as people shorten titles: its characters stand in the title, or in the issuing body and
    the title, in their order (学前行动计划 is 学前教育发展提升行动计划). A name may mean several documents.
    """
    if question.bodies and not question.organs:  # of a body that the library holds nothing of
        stored = [info for info in stored if not info.organ]
    if numbered := _numbered(question, stored):
        about = Intent.DOCUMENTS if _ASKS_WHICH.search(question.text) else question.intent
        return replace(question, titled=numbered, intent=about, places=())
    named: list[Named] = []
    labels = _labels(question) if question.intent not in _OF_MANY else []
    for label in labels if len(labels) > 1 else ():
        years = _years(label) or (question.years if _SAME_YEAR.search(label) else ())
        docs = _meant(label, years, stored)
        if docs and not any(set(docs).intersection(other.docs) for other in named):
            named.append(Named(label, docs, years))
    if len(named) < 2:
        return replace(question, titled=_titled(question, stored))
    aside = tuple(year for year in question.years if not any(year in _years(each.label) for each in named))
    return replace(question, documents=tuple(named), years=aside, places=())


def name_each(documents: Sequence[Document]) -> tuple[Named, ...]:
    """Name documents by their titles; where two share one, by their keys as well."""
    titles = [document.header.title for document in documents]
    return tuple(
        Named(
            title if titles.count(title) == 1 else f"{title}（{document.doc}）",
            (document.doc,),
            document.header.years[:1],
        )
        for title, document in zip(titles, documents, strict=True)
    )


def _labels(question: Question) -> list[str]:
    """Find what may be names of documents; one name with several years stands for one of each year."""
    found = [match[0] for part in _SEPARATOR.split(question.text) if (match := _NAME.search(part))]
    if len(found) == 1 and len(question.years) > 1:
        return [f"{year}年{_YEAR.sub('', found[0])}" for year in question.years]
    return list(dict.fromkeys(found))


def _titled(question: Question, stored: Sequence[DocumentInfo]) -> Named | None:
    """Find the documents a question names as its source: in 《》, by a short title, or its end (工作要点).

    Where the work of a unit is asked for, what else the question says may be a title too.
    """
    if question.intent in _NO_SOURCE:
        return None
    marked = [name[1] for name in _IN_MARKS.finditer(question.text)]
    for said in (*marked, *(name[1] for name in _SOURCE.finditer(question.text))):
        for name in dict.fromkeys((said, _BEFORE_NAME.sub("", said))):
            docs = _meant(name, question.years, stored)
            if docs and (len(docs) == 1 or not _is_of_many(said, marked)):
                words = _folded(name)
                in_marks = said in marked
                titled = in_marks and any(_is_titled(words, info) for info in stored if info.doc in docs)
                return Named(words, docs, binds=in_marks or len(words) >= _SURE, marked=titled)
        if _is_of_many(said, marked):
            continue
        words = _folded(said)
        titles = [_folded(info.organ + info.title) for info in stored]
        together = "\n".join(titles)
        for start in range(len(words) - _SHORTEST_TITLE + 1):
            if (end := words[start:]) in together:
                docs = tuple(info.doc for info, title in zip(stored, titles, strict=True) if end in title)
                return _of_year(Named(end, docs), question, stored) if end == words else Named(end, docs)
    is_work = question.intent is Intent.TASKS and not question.inside  # its body is no title
    return _of_work(question, stored) if is_work else None


def _of_year(named: Named, question: Question, stored: Sequence[DocumentInfo]) -> Named:
    """Let a whole name that is said with its year mean no other, where documents of other years have it."""
    said = rf"20\d\d年度?的?[《“]?(?:{_ASIDE.pattern})*{re.escape(named.label)}"
    wanted, is_said = set(question.years), re.search(said, question.text) and len(named.label) >= _SURE
    if not is_said or any(info.doc in named.docs and wanted & set(info.years or wanted) for info in stored):
        return named
    return replace(named, years=question.years, binds=True, exact=True)


def _is_of_many(said: str, marked: Sequence[str]) -> bool:
    """Tell whether what stands in 《》 is but the type of a document."""
    return said in marked and _ANY_OF_TYPE.fullmatch(said) is not None


def _is_titled(words: str, info: DocumentInfo) -> bool:
    """Tell whether a name is all that a title names, but for its body: no document about another.

    关于印发《…办法》的通知 is 《…办法》; 关于贯彻《…条例》的通知 is not 《…条例》.
    """
    passed_on = _PASSED_ON.search(info.title)
    title = _folded(passed_on[1] if passed_on else info.title)
    return title.endswith(words) or _folded(info.organ + info.title).endswith(words) or words.endswith(title)


def _numbered(question: Question, stored: Sequence[DocumentInfo]) -> Named | None:
    """Find the document whose number a question gives; brackets are typed in many ways.

    Where it asks for that document itself and there is none of the number, no document is the one named.
    """
    itself = question.intent is Intent.SUMMARY or _ASKS_WHICH.search(question.text)
    for number in NUMBERED.finditer(question.text):
        docs = tuple(info.doc for info in stored if _is_number(number, info.header.number))
        if docs or itself:
            return Named(number[0], docs, binds=True, exact=True)
    return None


def _is_number(asked: re.Match[str], stored: str) -> bool:
    """Tell whether a number is that of a document: year and count agree, and the body that ends the words."""
    own = NUMBERED.search(stored)
    if own is None:
        return False
    if asked["year"] is None:
        return (asked["order"] or asked["decree"]) == (own["order"] or own["decree"])
    return asked.group("year", "count") == own.group("year", "count") and asked["body"].endswith(own["body"])


def _of_work(question: Question, stored: Sequence[DocumentInfo]) -> Named | None:
    """Find the one document whose subject is what a question says beside the unit whose work it asks for."""
    words = _folded(_AROUND_UNIT.sub("", without_tasks(question.text).replace(question.unit, "")))
    docs = _meant(words, question.years, stored) if len(words) >= _SURE else ()
    return Named(words, docs, binds=True) if len(docs) == 1 else None


@lru_cache(maxsize=_REMEMBERED)
def _folded(title: str) -> str:
    return normalize(_ASIDE.sub("", _YEAR.sub("", title)))


@lru_cache(maxsize=_REMEMBERED)
def _whole(title: str) -> str:
    return normalize(title)


def _years(text: str) -> tuple[int, ...]:
    return tuple(int(year) if len(year) == 4 else 2000 + int(year) for year in _YEAR.findall(text))


def _meant(label: str, years: Sequence[int], stored: Sequence[DocumentInfo]) -> tuple[str, ...]:
    """Find the documents a name means best, none when it means too many.

    Compared is what share of its characters stands in a title in their order (longest common subsequence).
    """
    from rapidfuzz.distance import LCSseq  # noqa: PLC0415

    words = _folded(label)
    if not words:
        return ()
    wanted = set(years)
    likely = [
        ((share, not wanted.isdisjoint(info.years[:1])), info.doc)
        for info in stored
        if not wanted or not info.years or not wanted.isdisjoint(info.years)
        if (share := LCSseq.similarity(words, _whole(info.organ + info.title)) / len(words)) >= _NAMED
    ]
    best = max((fit for fit, _ in likely), default=None)
    docs = tuple(doc for fit, doc in likely if fit == best)
    return docs if len(docs) <= _MOST_MEANT else ()

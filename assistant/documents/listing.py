"""A question for documents into the list of those that fit, complete, each cited by its title."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import groupby

from assistant.answer import Answer, Mode
from assistant.citing.citations import Sources, marks, section_passage
from assistant.shelf import Shelf
from assistant.understanding.named import short_place
from assistant.understanding.narrowing import admits
from assistant.understanding.places import PROVINCES
from assistant.understanding.question import Question
from assistant.understanding.terms import coverage, weigh
from ingest.index.entry import DocumentInfo
from ingest.records import Chunk, Document
from ingest.text import normalize, sentences

# Words that only ask for documents say nothing of what they are about.
_ASKING = frozenset(
    (
        "发布",
        "印发",
        "出台",
        "下发",
        "公布",
        "列出",
        "资料库",
        "文档库",
        "系统",
        "清单",
        "目录",
        "列表",
        "名称",
        "材料",
        "制定",
        "单位",
        "部门",
        "工作",
    )
)
_LIST = re.compile(r"(?:文件|文档|资料|材料)(?:清单|目录|列表)")
_OF_KIND = re.compile("类(?=的?(?:文件|材料|资料|文档)|有)")
_WHOSE = re.compile("哪(?:些|几个)(省|地|市|县|区|州)")
_STOPS = re.compile(r"[、,，“”\"‘’'《》·\s]")
_SPLIT_FROM, _SPLIT_TO = 4, 10
_NAMED = 0.5
_FEW_YEARS = 2
_MOST_CITED = 60
_MOST_READ = 400
_LONGEST = 80


def list_documents(question: Question, shelf: Shelf) -> Answer | None:
    """List every stored document of the years, places, types and words the question names, newest first.

    None when there is none. Beyond `_MOST_CITED` only the number of documents of each year is told.
    """
    kinds = {
        info.kind for info in shelf.documents() if info.kind and info.kind in _LIST.sub("", question.text)
    }
    found = [info for info in _fitting(question, shelf) if _is_one_of(kinds, info)]
    found = [info for info in found if not kinds or _is_of_year(question, info)] or found
    found = found if question.titled else _about(question, kinds, found)
    return _listed(
        question, "符合条件", found, lambda info, sources: _line(info, shelf.open(info.doc), sources)
    )


def list_mentions(question: Question, words: str, held: Sequence[Chunk], shelf: Shelf) -> Answer | None:
    """List every stored document whose text holds some words, with the first sentence that does.

    None when there is none.

    :param held: every passage that holds them.
    """
    first: dict[str, tuple[Chunk, int, int]] = {}
    for chunk in sorted(held, key=lambda chunk: chunk.start):
        for start, end in sentences(chunk.text):
            if said_so(words).search(normalize(chunk.text[start:end])):
                first.setdefault(chunk.doc, (chunk, chunk.start + start, chunk.start + end))
    looked = _given_by(question.text, _fitting(question, shelf))
    found = [info for info in looked if info.doc in first]

    def line(info: DocumentInfo, sources: Sources) -> str:
        chunk, start, end = first[info.doc]
        said = " ".join(chunk.text[start - chunk.start : end - chunk.start].split())
        said = said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…"
        return f"· 《{info.title}》：{said}{marks([sources.cite(chunk, start, end)])}"

    return _listed(question, f"提到“{words}”", found, line, f"（查了 {len(looked)} 份）")


def list_without(question: Question, words: str, held: Sequence[Chunk], shelf: Shelf) -> Answer | None:
    """List every stored document whose text does not hold some words.

    None when all do, or too many are left to be sure.

    :param held: every passage that holds them.
    """
    holding, looked = {chunk.doc for chunk in held}, _given_by(question.text, _fitting(question, shelf))
    found = [info for info in looked if info.doc not in holding]
    if len(found) > _MOST_READ:
        return None
    pattern = said_so(words)
    found = [info for info in found if not pattern.search(normalize(shelf.open(info.doc).text))]
    what, extent = f"没有提到“{words}”", f"（查了 {len(looked)} 份）"
    return _listed(
        question, what, found, lambda info, sources: _line(info, shelf.open(info.doc), sources), extent
    )


def said_so(words: str) -> re.Pattern[str]:
    """Match words in normal form, whatever stops and quotation marks stand between: 双随机、一公开."""
    letters = [char for char in normalize(words) if _STOPS.fullmatch(char) is None]
    return re.compile(f"{_STOPS.pattern}*".join(map(re.escape, letters)))


def holding(words: str, find: Callable[[str], Sequence[Chunk]]) -> list[Chunk]:
    """Find the passages that hold words, whatever stops stand between them.

    :param find: finds the passages that hold words as they are.
    """
    parts = [part for part in _STOPS.split(normalize(words)) if len(part) > 1]
    if len(parts) == 1 and _SPLIT_FROM <= len(parts[0]) <= _SPLIT_TO:
        whole = parts[0]
        parts = [whole, *(max(whole[:at], whole[at:], key=len) for at in range(2, len(whole) - 1))]
    found = {chunk.id: chunk for part in dict.fromkeys(parts) for chunk in find(part)}
    pattern = said_so(words)
    return [chunk for chunk in found.values() if pattern.search(normalize(chunk.text))]


def _given_by(text: str, documents: list[DocumentInfo]) -> list[DocumentInfo]:
    """Keep the documents of provinces, or of any place, where a question asks which of these mention it."""
    asked = _WHOSE.search(text)
    if asked is None:
        return documents
    placed = [info for info in documents if info.place]
    if "省" not in asked[1]:
        return placed
    return [info for info in placed if short_place(info.place) in PROVINCES]


def _fitting(question: Question, shelf: Shelf) -> list[DocumentInfo]:
    """Find the documents of the years, places and bodies, or of the number, a question names."""
    if question.titled and question.titled.exact:
        return [info for info in shelf.documents() if info.doc in question.titled.docs]
    question = _innermost(question)
    found = [info for info in shelf.documents() if admits(question, info) or _lies_in(question, info)]
    return [info for info in found if not question.organs or info.organ in _issuing(question)]


def _innermost(question: Question) -> Question:
    """Leave out a place that another one named lies in: of 县 and its 镇 the 镇 is meant."""
    named = question.places
    return replace(
        question,
        places=tuple(one for one in named if not any(one != two and two.startswith(one) for two in named)),
    )


def _lies_in(question: Question, info: DocumentInfo) -> bool:
    """Tell whether a document of the years asked is of a place within one the question names: 县 and 镇."""
    is_within = any(info.place.startswith(place) for place in question.places if place != short_place(place))
    return is_within and admits(replace(question, places=()), info)


def _issuing(question: Question) -> set[str]:
    """The bodies a question names, without those whose office it names (人民政府 of 人民政府办公室)."""
    return {
        organ
        for body in question.bodies
        for organ in body.organs
        if organ.endswith(body.label)
        or not any(other.startswith(organ) for other in body.organs if other != organ)
    }


def _listed(
    question: Question,
    what: str,
    found: list[DocumentInfo],
    line: Callable[[DocumentInfo, Sources], str],
    looked: str = "",
) -> Answer | None:
    """Write documents by year, newest first; None when there are none.

    :param looked: in how many documents it was looked for, where their text was.
    """
    if not found:
        return None
    found.sort(key=lambda info: (-(info.header.year or 0), info.title))
    sources = Sources()
    extent = "，已全部列出" if len(found) <= _MOST_CITED else ""
    lines = [f"资料库中{what}的文件共 {len(found)} 份{extent}{looked}。"]
    left = _MOST_CITED
    for year, group in groupby(found, key=lambda info: info.header.year):
        own = list(group)
        lines.append(f"{f'{year}年' if year else '未写明年份'}（{len(own)} 份）：")
        lines += [line(info, sources) for info in own[:left]]
        left = max(left - len(own), 0)
    return Answer(question.text, "\n".join(lines), Mode.EXTRACT, sources.citations)


def _is_of_year(question: Question, info: DocumentInfo) -> bool:
    """Tell whether a document is of a year asked, not of a span of years that began before (2022—2025年)."""
    first = {*info.header.years[:1], *([int(info.header.date[:4])] if info.header.date[:4].isdigit() else [])}
    return (
        not question.years or len(info.header.years) <= _FEW_YEARS or bool(first.intersection(question.years))
    )


def _is_one_of(kinds: set[str], info: DocumentInfo) -> bool:
    """Tell whether a document is of one of the types, or passes one on (“关于印发…方案的通知”)."""
    return (
        not kinds
        or info.kind in kinds
        or any(f"{kind}{end}" in info.title for kind in kinds for end in ("》", "的通知"))
    )


def _about(question: Question, kinds: set[str], found: list[DocumentInfo]) -> list[DocumentInfo]:
    """Keep the documents whose titles hold the topic the question names beside types and places, if any."""
    found = _of_places_within(question, found)
    aside = [*_ASKING, *kinds, *question.places, *question.organs, *(info.place for info in found)]
    asked = _OF_KIND.sub("", question.text)
    terms = tuple(term for term in weigh(asked) if not any(term.word in words for words in aside))
    if not terms:
        return found
    return [info for info in found if coverage(terms, normalize(info.title)) >= _NAMED]


def _of_places_within(question: Question, found: list[DocumentInfo]) -> list[DocumentInfo]:
    """Keep the documents of a place that a question names as part of theirs alone (白沙镇), if any are."""
    terms = [term.word for term in weigh(question.text) if len(term.word) > 1]
    named = [word for word in terms if not any(word in place for place in question.places)]
    own = [info for info in found if any(word in info.place for word in named)]
    return own or found


def _line(info: DocumentInfo, document: Document, sources: Sources) -> str:
    text = document.text
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start) if "\n" in text[start:] else len(text)
    number = sources.cite(section_passage(document, 0, end), start, end)
    remarks = "，".join(filter(None, (info.header.organ, info.kind)))
    return f"· 《{info.title}》{f'（{remarks}）' if remarks else ''}{marks([number])}"

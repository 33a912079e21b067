"""Issuers that a question compares by short names (砚湖、柏塘; 石埠vs锦塘) into the documents of each."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from assistant.understanding.bodies import body_of, is_within, naming
from assistant.understanding.intent import Intent
from assistant.understanding.named import short_place
from assistant.understanding.question import Named, Question
from ingest.index.entry import DocumentInfo

_FACTS = (Intent.FIGURE, Intent.DEADLINE)
_COMPARED = re.compile(
    r"分别|各(?:自|[是为有定补招建给发派配奖罚收设不搞办开投占达]|多少|几|要求|安排|计划)|差[别距异]|不同|不一样|相?差(?:多少|几|在)|vs|相比"
    r"|(?:哪一?[个家所边]|谁)(?:[^，,。?？]{0,4}|的[^，,。?？]{2,12}[更最])[高低多少大小快慢长短]|两[个所家地局委办厅]"
)
_JOINED = re.compile(
    r"^\s*(?:[和与跟及同、/／]|以及|对|vs)\s*$|^[^，,。]{3,20}?[，,]?[和跟与同]$", re.IGNORECASE
)
_TOWN = re.compile("(?:镇|乡|街道)(?:办事处)?$")
_INNER = re.compile("^.+?[省市州](?=.{2,}[市县区旗]$)")
_KIND = re.compile("(?:高级|初级|实验|中心|人民|中医|职业|技术|完全)*(?:[中小]学|幼儿园|学[院校]|大学|医院)$")
_FIRM = re.compile("(?:有限|责任|股份|控股|集团|总?公司)+$")
_FIRMS = re.compile(
    r"(?P<one>[\u4e00-\u9fff]{2,6}?)(?:[和与跟及同、]|以及)(?P<other>[\u4e00-\u9fff]{2,6}?)(?=这?两(?:家|个?(?:集团|公司|企业)))"
)
_BUREAUS = re.compile(
    r"(?P<one>[\u4e00-\u9fff]{2,4}?)(?:[和与跟及同、]|以及)(?P<other>[\u4e00-\u9fff]{2,4}?)这?两个?(?P<kind>[局委办厅])"
)
_OPENING = re.compile(r"^[^《]{2,16}?(?=关于|《|20\d\d|202x)")
_SHORTEST = 2
_SHORT_NAMES = (4, 3, 2)  # characters of a place in short, the longest first


def name_issuers(question: Question, stored: Sequence[DocumentInfo]) -> Question:
    """Read the issuers that a question sets side by side, each joined to the next, in short or in full.

    Places named in full, years and documents are read before; so are things set apart.
    """
    named = question.documents or len(question.places) > 1 or len(question.years) > 1
    if named or question.intent not in _FACTS or not _COMPARED.search(question.text):
        return question
    text = _BUREAUS.sub(r"\g<one>\g<kind>和\g<other>\g<kind>", question.text)  # 教育、卫健两局
    found = _beside_one_another(text, _docs_by_name(text, stored))
    if len(found) < 2:
        return question
    return replace(question, text=text, documents=tuple(found), places=(), bodies=())


def _docs_by_name(text: str, stored: Sequence[DocumentInfo]) -> dict[str, set[str]]:
    """Find the names of issuers in a text with their documents; a name within a longer one is none."""
    docs: dict[str, set[str]] = {}
    places = {short_place(place): place for place in sorted({info.place for info in stored if info.place})}
    for info in stored:
        place = info.place or _place_of(info.organ, places)
        for name in (*_names_of(info.organ, place, info.title), *_firms_in(text, info.organ, place)):
            if name in text:
                docs.setdefault(name, set()).add(info.doc)
        short = naming(text, _own_name(info.organ, place)) if info.organ else ""
        if short:
            seated = short_place(_INNER.sub("", place)) + short  # 石埠二中
            docs.setdefault(seated if seated in text else short, set()).add(info.doc)
    return {name: own for name, own in docs.items() if not any(name != n and name in n for n in docs)}


def _firms_in(text: str, organ: str, place: str) -> list[str]:
    """Give what a text calls a firm where it counts two by no more than their trade: 水务、公交两家."""
    found = _FIRMS.search(text)
    stem = _FIRM.sub("", own) if found and (own := _own_name(organ, place)) else ""
    said = (found[side][at:] for side in ("one", "other") for at in range(5)) if found and stem != own else ()
    return [name for name in said if len(name) >= _SHORTEST and name[0] == stem[:1] and is_within(name, stem)]


def _beside_one_another(text: str, docs: dict[str, set[str]]) -> list[Named]:
    """Give the names that stand joined in a text, where no document is of two of them."""
    names = sorted(docs, key=text.find)
    found: list[Named] = []
    for one, other in pairwise(names):
        between = text[text.find(one) + len(one) : text.find(other)]
        if not _JOINED.search(between) or docs[one] & docs[other]:
            continue
        for name in (one, other):
            if all(name != each.label for each in found):
                found.append(Named(name, tuple(sorted(docs[name]))))
    return found


@lru_cache(maxsize=4096)
def _names_of(organ: str, place: str, title: str) -> tuple[str, ...]:
    """Give what an issuer may be called: place, body, school, what its title begins with, cut short."""
    return tuple(dict.fromkeys(name for name in _forms(organ, place, title) if len(name) >= _SHORTEST))


def _forms(organ: str, place: str, title: str) -> Iterator[str]:
    inner = _INNER.sub("", place)
    yield from (place, inner, short_place(inner), _TOWN.sub("", place))
    body, seat = _own_name(organ, place), short_place(inner)
    yield from (organ, body, seat + body, _KIND.sub("", body))
    if opening := _OPENING.match(title):
        said = opening[0].removeprefix("中共")
        own = said.removeprefix(place)
        yield from (said, own, seat + own)


def _place_of(organ: str, places: Mapping[str, str]) -> str:
    """Find the place of others that a body is called after in short (临砚公共交通集团), or "".

    :param places: by their short names.
    """
    return next((places[organ[:end]] for end in _SHORT_NAMES if organ[:end] in places), "")


def _own_name(organ: str, place: str) -> str:
    """Name a body without its place, also where that stands in short: 临砚公共交通集团."""
    body = body_of(organ)
    return body.removeprefix(short_place(place)) if place else body

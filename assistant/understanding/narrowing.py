"""The years and places a question names against those of a passage: does it fit, is it of another."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from assistant.understanding.bodies import body_of, strangers_in
from assistant.understanding.dated import headed_time, holds_date, years_in, years_of
from assistant.understanding.intent import Time
from assistant.understanding.named import short_place
from assistant.understanding.places import PROVINCES, is_well_known
from assistant.understanding.question import Body, Question
from ingest.records import Chunk, Described, Hit

_OWN_PLACE = re.compile("[我本全][县市区州旗]")
_CONTRADICTED = -0.5
_OF_MANY_YEARS = 0.5
_COUNTIES = ("县", "区", "旗")
_PARTS_OF_YEAR = (re.compile(r"([一二三四])季度"), re.compile(r"([上下]半年)"))
# A body in charge of a field, and one that a title names as its own: 某某局2024年工作要点.
_OF_A_FIELD = re.compile(r"(?<!工作)(?<!人民政府)[局委厅]$")
# One of many alike, each of which sets its own work: schools, hospitals, companies.
_ONE_OF_MANY = re.compile(r"(?<!国务)(?:[学校院园司队站社]|集团|中心|协会|联合会|总工会)$")
_ISSUED_BY = re.compile(r"[\u4e00-\u9fff]{2,}(?:局|部|委|委员会)(?=20[\dx×]{2}年?|关于)")
_QUESTIONS, _TITLES, _BEHIND_PLACE = 64, 1024, 6
REPORTS = ("总结", "通报", "简报", "评估报告")


def allows(question: Question, chunk: Chunk) -> bool:
    """Tell whether nothing speaks against a passage being of the years and places the question names.

    A document that states no year or place may be of any (but is hardly of a province or large city it
    never names); a passage that names them itself counts too.
    """
    if question.documents:
        return question.filter.admits(chunk)
    if question.carried and chunk.doc not in question.carried:
        return False
    if not _is_named(question, chunk) or not _concerns(question.concerned, chunk):
        return False
    # nothing is a source for a body without documents: from the first what is found must speak of it
    unheld = () if question.organs else question.bodies
    apart = question.told_by_others or unheld
    if apart and not any(_tells_of(body, chunk) for body in apart):
        return False
    if _is_of_another_body(question, chunk) or not _names(question.stranger, chunk):
        return False
    said = chunk.context + chunk.text
    wanted = set(map(short_place, question.places))
    unstated = not chunk.place and not any(place in PROVINCES or is_well_known(place) for place in wanted)
    places = not wanted or unstated or short_place(chunk.place) in wanted
    return (
        _is_of_years(question, chunk)
        and (places or (not _is_of_its_own(wanted, chunk) and any(place in said for place in wanted)))
        and not _is_of_another_part(question.text, chunk)
    )


def allowed(question: Question, hits: Sequence[Hit]) -> Iterator[Hit]:
    """Leave out the passages that something speaks against.

    Where documents of the place asked for are found, what one without a place says of 我县 is another's.
    """
    wanted = set(map(short_place, question.places))
    is_held = any(short_place(hit.chunk.place) in wanted for hit in hits)
    return (
        hit
        for hit in hits
        if not (is_held and _is_of_unnamed_place(hit.chunk)) and allows(question, hit.chunk)
    )


def _is_of_unnamed_place(chunk: Chunk) -> bool:
    return not chunk.place and _OWN_PLACE.search(chunk.text) is not None


def _is_of_years(question: Question, chunk: Chunk) -> bool:
    """Tell whether a passage may be of a year that is asked: it is of that, of any, or names it itself.

    A year in the name of a document is the document's; where none is, naming it (2024—2027年) is not it.
    """
    of = chunk.years if question.titled else years_of(chunk)
    if not question.years or not of or not set(question.years).isdisjoint(of):
        return True
    if question.titled and question.titled.years:
        return False
    return not set(question.years).isdisjoint(years_in(" ".join((*chunk.path, chunk.text))))


def _names(unit: str, chunk: Chunk) -> bool:
    """Tell whether a passage names a unit, not only one whose name it begins (卫生部门 is no 卫生部)."""
    return not unit or re.search(f"{re.escape(unit)}(?!门)", chunk.context + chunk.text) is not None


def _is_of_its_own(wanted: set[str], chunk: Chunk) -> bool:
    """Tell whether a passage is of a province's or county's own plan, which none of the places asked lies in.

    What such a plan says beside another province or county (向江苏学习) holds for itself.
    """
    is_own = bool(chunk.place) and chunk.organ.startswith(chunk.place)
    return is_own and (chunk.place.endswith(_COUNTIES) or wanted.issubset(PROVINCES))


def _is_of_another_part(question: str, chunk: Chunk) -> bool:
    """Tell whether the headings of a passage name other quarters or halves of a year than the question."""
    for part in _PARTS_OF_YEAR:
        asked, stated = set(part.findall(question)), set(part.findall(chunk.context))
        if (
            asked
            and stated
            and not asked.intersection(stated)
            and not asked.intersection(part.findall(chunk.text))
        ):
            return True
    return False


def is_source(question: Question, document: Described) -> bool:
    """Tell whether a document may be the one the question names, if it names any by title or issuing body.

    A document whose issuing body or place nobody knows may be of any.
    """
    wanted = _short_places(question.places)
    apart = [organ for body in question.told_by_others for organ in body.organs]
    if question.told_by_others and document.organ and document.organ not in apart:
        return False
    return _is_named(question, document) and (
        not wanted or not document.place or short_place(document.place) in wanted
    )


def _is_named(question: Question, document: Described) -> bool:
    return (not question.titled or document.doc in question.titled.docs) and (
        not question.bodies
        or not document.organ
        or any(document.organ in body.organs for body in question.bodies)
    )


def _is_of_another_body(question: Question, chunk: Chunk) -> bool:
    """Tell whether only the title names the issuing body, and the question names others."""
    asked = question.bodies or question.told_by_others
    issuer = _issuer_in(chunk.title) if asked and not chunk.organ else ""
    own = (name for body in asked for name in (body.words, *map(body_of, body.organs)) if name)
    return bool(issuer) and not any(name in issuer or issuer in name for name in own)


@lru_cache(maxsize=_TITLES)
def _issuer_in(title: str) -> str:
    """Find the body that a title begins with, behind its place (某某局2024年…, 某某学院管理办法), or ""."""
    if issued := _ISSUED_BY.search(title):
        return issued[0]
    found = ((title.find(name), name) for name in strangers_in(title, ()))
    return next((name for at, name in found if at <= _BEHIND_PLACE and "关于" not in title[:at]), "")


def _concerns(unit: str, chunk: Chunk) -> bool:
    """Tell whether a passage speaks of a unit; what is of the field of a body may be of a body beside it."""
    field = _OF_A_FIELD.sub("", unit)
    return (
        not unit
        or unit in chunk.units
        or unit in chunk.context + chunk.text
        or (field != unit and field in chunk.title + chunk.organ)
    )


def _tells_of(body: Body, chunk: Chunk) -> bool:
    """Tell whether a passage is a body's own, speaks of it, or is of the field it has charge of."""
    said = chunk.context + chunk.text
    if not body.organs:
        return body.words in said
    if not chunk.organ or chunk.organ in body.organs:
        return True
    return any(
        organ in said
        or _is_of_field(name, chunk)
        or (any(called in said for called in (name, body.words)) and _may_lie_in(organ, name, chunk.place))
        for organ in body.organs
        if (name := body_of(organ))
    )


def _is_of_field(name: str, chunk: Chunk) -> bool:
    field = _OF_A_FIELD.sub("", name)
    return field != name and field in chunk.title + chunk.organ


def _may_lie_in(organ: str, name: str, place: str) -> bool:
    """Tell whether nothing speaks against a body being of a place: 人民医院 is that of any county."""
    return not place or organ == name or short_place(place) in organ


def loosened(question: Question) -> list[Question]:
    """Give up what a question names as its source, one thing after another; the question itself comes first.

    Years and places stay, and where the work of a unit is asked a document that is surely named: what holds
    for another is no answer. Nor is what others than a body issue, unless it speaks of it.
    """
    apart = tuple(body for body in question.bodies if _is_apart(body))
    wider = [question]
    for given_up in (
        {"carried": () if question.held else question.carried},
        {"concerned": ""},
        {"titled": question.bound},
        {} if question.inside else {"bodies": (), "told_by_others": apart},
    ):
        looser = replace(wider[-1], **given_up)
        if looser != wider[-1]:
            wider.append(looser)
    return wider


def _is_apart(body: Body) -> bool:
    """Tell whether what others issue is not a body's own: one of many alike, or in charge of a field."""
    names = map(body_of, body.organs)
    return not body.organs or any(_ONE_OF_MANY.search(name) or _OF_A_FIELD.search(name) for name in names)


def elsewhere(question: Question, document: Chunk) -> str:
    """Name the body, or the place, and the years of a document that a question does not name, "" for none."""
    wanted = _short_places(question.places)
    place = document.place if wanted and short_place(document.place) not in wanted else ""
    other = question.years and not set(question.years).intersection(document.years)
    years = sorted(document.years) if other else []
    span = f"{years[0]}—{years[-1]}年" if len(years) > 1 else "".join(f"{year}年" for year in years)
    organ = document.organ or (_issuer_in(document.title) if question.bodies else "")
    if question.bodies and organ and organ not in question.organs:
        place = organ
    return f"{place}{span}"


@lru_cache(maxsize=_QUESTIONS)
def _short_places(places: tuple[str, ...]) -> frozenset[str]:
    """The places of a question without their suffixes, for the thousands of documents it is held against."""
    return frozenset(map(short_place, places))


def admits(question: Question, document: Described) -> bool:
    """Tell whether a document is of a year and a place the question names, if it names any."""
    wanted = _short_places(question.places)
    years = not question.years or bool(set(question.years).intersection(document.years))
    return years and (not wanted or short_place(document.place) in wanted)


def meets(question: Question, chunk: Chunk) -> float:
    """Judge how much a passage is of a year and a place the question names, 0 to 1.

    Years in its headings go before the document's. One that is of other years too is less to the point:
    a plan for three years counts a third for one of them, but never less than half.
    """
    return 1.0 if holds_date(question.text, chunk.text) else meeting(question)(chunk)


def meeting(question: Question) -> Callable[[Chunk], float]:
    """Give what judges many passages as `meets` does."""
    asked, wanted = question.filter, set(question.years)
    if not asked:
        return lambda chunk: 0.0
    undated = replace(asked, years=())
    admitted: dict[str, bool] = {}

    def judge(chunk: Chunk) -> float:
        if chunk.doc not in admitted:
            admitted[chunk.doc] = undated.admits(chunk)
        if not admitted[chunk.doc]:
            return 0.0
        if not wanted:
            return 1.0
        years = years_in(" ".join(chunk.path)) or years_of(chunk)
        met = len(wanted.intersection(years))
        if asked.years and not met:
            return 0.0
        return max(met / len(years), _OF_MANY_YEARS) if met else 1.0

    return judge


def time_of(chunk: Chunk) -> Time:
    """Tell whether a passage reports what was done or plans what is to do, by its headings, then its type."""
    headed = headed_time(chunk.path)
    if headed is not Time.ANY:
        return headed
    if chunk.kind in REPORTS or (not chunk.kind and "总结" in chunk.title):
        return Time.DONE
    return Time.ANY if chunk.kind in ("", "报告") else Time.PLANNED


def fit(question: Question, met: float, sentence: str) -> float:
    """Judge a sentence by its year, -.5 to 1: of the year asked above 0, of another below, 0 nothing is said.

    :param met: how much its passage `meets` the question.
    """
    if not question.is_narrowed:
        return 0.0
    said = years_in(sentence)
    if said and question.years and not set(said).intersection(question.years):
        return _CONTRADICTED
    return 1.0 if set(said).intersection(question.years) else met

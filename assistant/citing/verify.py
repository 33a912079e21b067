"""From a sentence and the passages it names to the verbatim quotes that support it, or the reason none do."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.citing.citations import fold, pairs_of
from assistant.citing.figures import DUE, Figure, figures, stated_in
from assistant.citing.pairing import exchanges_kin, loses_condition, misordered
from assistant.citing.posts import as_source_words, exchanges_holders, names_post
from assistant.citing.proof import EMPTY, Evidence, Piece, Quote, covered, growing, items_of, own_words
from assistant.citing.rates import loses_rate
from assistant.citing.reading import Sentence
from assistant.citing.slots import (
    as_said_once,
    dealt_otherwise,
    leads_to,
    of_another_year,
    parts_figures,
    swapped,
)
from assistant.citing.vocabulary import foreign_words
from assistant.citing.wording import (
    contradicts,
    is_addressed,
    mistakes_role,
    names_duty,
    plans,
    says_only_who,
    unknown_names,
)
from assistant.understanding.dated import headed_time, years_of
from assistant.understanding.intent import Time
from ingest.records import Chunk

_QUOTED_SHARE = 0.5  # of a clause's characters that must stand in its quotes …
_COVERED_SHARE = 0.75  # … and in the quotes together with title and headings, which the reader sees too
_NEAR, _FAR = 4, 8  # characters beside a figure that say what it measures
_TITLED = 4  # words behind a year that make it the year of a title: 2024年工作总结
_LEAD_IN = re.compile(
    "(?:根据|按照|依据|依照)[^,。;]*?(?:计划|要点|方案|总结|报告|办法|通知|意见|文件)(?:的?要求)?"
)
_CLAUSE = re.compile(r"[^,。;:!?]+")
_LEANS = re.compile(
    "由|[责负]任|牵头|配合|负责|[^由]+(?:配合|协办|协助|参与)$"
)  # says who, and the clause before says what
_STOP = re.compile("[,。;:、]")
_BREAK = re.compile("[,。;:]")
_AND = re.compile("[、和与及]")
_CHANGE = re.compile("同比|比上年|年均|累计|增长|增加|提高|提升|上升|下降|减少|降低|完成|实现")  # of what?
_SHARED = re.compile("分别|[各均]")
_NO_ANCHOR = re.compile(rf"{EMPTY.pattern}|[\d.%,]|以[上下内]|不?(?:超过|低于|少于|高于|多于)|至少|最多")
_ADDRESS = re.compile(r"https?:|www\.|@\w|[a-z\d]\.(?:com|cn|net|org|top|xyz)\b", re.ASCII)
_NO_FIGURE = re.compile(r"[①-⑳⓪㈠-㈩][\d%％]|\d[①-⑳⓪]")
_UNSUPPORTED = "原文中没有这样的内容"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a sentence is supported: by these quotes, or the reason in Chinese why it is not."""

    quotes: tuple[Quote, ...] = ()
    reason: str = ""

    def __bool__(self) -> bool:
        """Tell whether the sentence may be kept."""
        return bool(self.quotes)


def verify(sentence: Sentence, passages: Mapping[str, Chunk]) -> Verdict:
    """Find the quotes a sentence stands on, clause by clause; nothing is added to it.

    Each clause needs one item of one named passage that states its words (title and headings counted in),
    all its figures with what they measure, all its names, and that denies none of it. A sentence without
    keys is tried against every passage, against the best only if it says who but not of what; one with an
    unknown key or with an address to go to fails.
    """
    text = fold(sentence.text).text
    if _ADDRESS.search(text) or _NO_FIGURE.search(sentence.text):
        return Verdict(reason="句子里有网址、邮箱或残缺的数字")
    if is_addressed(text):
        return Verdict(reason="句子是对助手的指令，不是文件内容")
    unknown = [key for key in sentence.keys if key not in passages]
    if unknown:
        return Verdict(reason=f"引用了不存在的段落 {unknown[0]}")
    tried = 1 if says_only_who(text.rstrip("。")) else None
    named = [passages[key] for key in sentence.keys] or list(passages.values())[:tried]
    passages_items = [items_of(chunk, spoken=text) for chunk in named]
    items = [(item, len(own) == 1) for own in passages_items for item in own]
    quotes: dict[Quote, None] = {}
    proved: dict[str, None] = {}
    years: set[int] = set()
    for clause in _clauses(text):
        stated = figures(clause)
        years = _years(clause) or years
        verdict = _best(clause, stated, years, items)
        if not verdict:
            return verdict
        quotes |= dict.fromkeys(verdict.quotes)
        proved |= dict.fromkeys(_whole(verdict.quotes, items))
    given = "。".join(proved)
    if misordered(text, given) or loses_condition(text, given) or loses_rate(text, given):
        return Verdict(reason="先后或条件与原文不符")
    return Verdict(tuple(quotes)) if quotes else Verdict(reason="没有可核对的内容")


def _whole(quotes: Sequence[Quote], items: Sequence[tuple[tuple[Piece, ...], bool]]) -> list[str]:
    """Give the folded words of the sentences quoted."""
    return [piece.text for item, _ in items for piece in item if piece.quote in quotes]


def _clauses(text: str) -> list[str]:
    """Clauses of a folded sentence; one without words of its own is joined to the one before (or after)."""
    joined: list[str] = []
    for clause in _CLAUSE.findall(text):
        if joined and (
            _LEAD_IN.fullmatch(joined[-1])
            or _says_little(clause)
            or _says_little(joined[-1])
            or _LEANS.match(clause)
        ):
            joined[-1] += "," + clause
        else:
            joined.append(clause)
    return joined


def _says_little(words: str) -> bool:
    return own_words(_CHANGE.sub("", words)) < 2


def _best(
    clause: str, stated: Sequence[Figure], years: set[int], items: Sequence[tuple[tuple[Piece, ...], bool]]
) -> Verdict:
    """Judge a clause by the first item that supports it, with as few of its sentences as will do."""
    reason = ""
    for item, alone in sorted(items, key=lambda own: -covered(clause, "。".join(p.text for p in own[0]))):
        kept: tuple[Quote, ...] = ()
        share = 0.0
        for proof in growing(clause, stated, item, alone):
            objection = _objection(clause, stated, years, proof)
            held = covered(as_source_words(clause, proof.text, proof.text), proof.text)
            if not objection and held > share:
                kept, share = proof.quotes, held
            reason = reason or objection
            if share >= _COVERED_SHARE:
                break
        if kept:
            return Verdict(kept)
    return Verdict(reason=reason or _UNSUPPORTED)


def _objection(clause: str, stated: Sequence[Figure], years: set[int], proof: Evidence) -> str:
    """Say in Chinese why evidence does not support a clause; "" when it does."""
    context = proof.own_context if names_duty(clause) else proof.context
    seen = f"{context}。{proof.text}"
    if _exchanges_holders(clause, seen, proof):
        return "职务与原文不符"
    worded = as_said_once(as_source_words(clause, proof.text, seen), proof.text)
    clause, stated = (worded, figures(worded)) if worded != clause else (clause, stated)
    said = _beside_title(clause, proof)
    if own_words(said) and covered(said, proof.text) < _QUOTED_SHARE:
        return _UNSUPPORTED
    if covered(clause, seen) < _COVERED_SHARE:
        return "与原文的说法不一致"
    for figure in stated:
        if not _figure_stands(clause, figure, years, proof):
            return f"原文中没有“{clause[figure.start : figure.end]}”这个数字或日期"
    if years and proof.chunk.years and not years & _years_told(proof):
        return "年份与原文不符"
    foreign = foreign_words(clause, seen)
    if foreign:
        return f"原文中没有“{foreign[0]}”"
    names = unknown_names(clause, proof.text, context)
    if names:
        return f"原文中没有“{names[0]}”"
    if mistakes_role(clause, proof.text) or _of_another(clause, stated, proof):
        return "单位的职责或所说的对象与原文不符"
    wrong = contradicts(clause, proof.text) or (_was_done(proof) and plans(clause) and not plans(proof.text))
    return "与原文的肯定、否定或完成情况不一致" if wrong else ""


def _was_done(proof: Evidence) -> bool:
    """Tell whether evidence stands where a document tells what has been done."""
    time = headed_time(proof.chunk.path)
    return (headed_time((proof.chunk.title,)) if time is Time.ANY else time) is Time.DONE


def _exchanges_holders(clause: str, seen: str, proof: Evidence) -> bool:
    if not names_post(clause):
        return False
    return any(exchanges_holders(clause, text) for text in (seen, fold(proof.chunk.text).text))


def _beside_title(clause: str, proof: Evidence) -> str:
    """Leave out of a clause the title and the body of its document, and the lead-in that names them."""
    for known in (proof.chunk.title, proof.chunk.organ):
        clause = clause.replace(fold(known).text, "") if known else clause
    lead = _LEAD_IN.match(clause)
    return clause[lead.end() :] if lead and covered(lead[0], proof.context) >= _COVERED_SHARE else clause


def _of_another(clause: str, stated: Sequence[Figure], proof: Evidence) -> bool:
    """Tell whether a clause tells its figures of other things than the evidence does, or of their kin."""
    segments = list(_CLAUSE.findall(proof.text))
    if clause in proof.text or not segments:
        return False
    if dealt_otherwise(clause, proof.text) or parts_figures(clause, proof.text):
        return True
    counted = [f for f in stated if not f.year]
    holding = [s for s in segments if len(stated_in(s, counted)) == len(counted)] if counted else []
    best = max(holding or segments, key=lambda segment: covered(clause, segment))
    return exchanges_kin(clause, best, proof.text)


def _years(text: str) -> set[int]:
    return {figure.year for figure in figures(text) if figure.year}


def _years_told(proof: Evidence) -> set[int]:
    """Years the evidence may tell of: those it names, and its headings' rather than its document's."""
    own = years_of(proof.chunk)
    above = "" if own != proof.chunk.years else proof.context
    return {*own, *_years(f"{above}。{proof.text}")}


def _year_stands(clause: str, year: Figure, proof: Evidence) -> bool:
    """Tell whether a year is the evidence's own, or one in the name of its document, named as that."""
    own = years_of(proof.chunk)
    if year.year in own:
        return True
    words = [year] if own == proof.chunk.years else []
    return bool(stated_in(proof.context, words)) or clause[year.start : year.end + _TITLED] in proof.context


def _figure_stands(clause: str, figure: Figure, years: set[int], proof: Evidence) -> bool:
    """Tell whether the evidence states a figure of the same thing and year; a year may stand in its title."""
    due = DUE.match(clause, figure.end)
    if figure.year and not due and _year_stands(clause, figure, proof):
        return True
    if figure.unit == "文号":
        return bool(stated_in(proof.text, [figure]))
    places = [
        other
        for other in figures(proof.text)
        if figure.stated_by(other) and not of_another_year(clause, figure, proof.text, other, years)
    ]
    if clause in proof.text:
        return bool(places)
    before, after = (_NO_ANCHOR.sub("", side) for side in _around(clause, figure))
    near, far = (pairs_of(before[-_NEAR:]), pairs_of(after[:_NEAR])), pairs_of(before[-_FAR:])
    aside, repeated = pairs_of(proof.context), pairs_of(proof.headings)
    for place in places:
        if swapped(clause, figure, proof.text, place, repeated):
            continue
        window = pairs_of(_NO_ANCHOR.sub("", "、".join(_around(proof.text, place))))
        if all(_most(side, window) for side in near) and (
            _most(far, window | aside) or leads_to(clause, figure, proof.text, place)
        ):
            return True
    return False


def _most(pairs: set[str], given: set[str]) -> bool:
    return 5 * len(pairs & given) >= 3 * len(pairs)


def _around(text: str, figure: Figure) -> tuple[str, str]:
    """Give the words before and after a figure in its clause, more before while they do not say what it is.

    Of `甲、乙分别为1、2` the words before 2 are those of 乙.
    """
    starts = [0, *(match.end() for match in _STOP.finditer(text, 0, figure.start))]
    start = starts.pop()
    while starts and (_says_little(before := text[start : figure.start]) or _SHARED.search(before)):
        start = starts.pop()
    before = text[start : figure.start]
    shared, _, apart = before.partition("分别")
    things = _AND.split(_BREAK.split(shared)[-1])
    place = len(figures(apart))
    if apart and place < len(things):
        common = things[-1][len(things[place]) :] if place < len(things) - 1 else ""  # 小班、中班[班额]
        verb = _AND.split(apart)[0][: figures(apart)[0].start if place else None]
        before = f"{things[place]}、{common}{verb}"
    stop = _STOP.search(text, figure.end)
    return before, text[figure.end : stop.start() if stop else len(text)]

"""From a sentence and the passages it names to the verbatim quotes that support it, or the reason none do."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.citations import fold, pairs_of
from assistant.figures import Figure, figures
from assistant.reading import Sentence
from assistant.wording import contradicts, unknown_names
from ingest.records import Chunk
from ingest.text import sentences

_QUOTED_SHARE = 0.5  # of a clause's characters that must stand in its quotes …
_COVERED_SHARE = 0.75  # … and in the quotes together with title and headings, which the reader sees too
_NEAR, _FAR = 4, 8  # characters beside a figure that say what it measures
_MOST_QUOTES = 3
_CLAUSE = re.compile(r"[^,。;:!?]+")
# Words that carry no claim of their own: what is left must be found in the source.
_EMPTY = re.compile(
    "根据|按照|其中|具体|主要|以及|包括|分别|要求|提出|明确|规定|负责|责任|牵头|配合|参与|单位|股室|部门"
    "|科室|承担|落实|工作|方面|需要|应当|计划|文件|内容|措施|目标|达到|此外|同时|另外|[一二三四五六]是|第[一二三四五六]"
    "|[由达为的和与及并将应要在对是有等各该其均共于中到]"
)
_ITEM = re.compile(
    r"\s*(?:[（(]?[一二三四五六七八九十百\d]{1,3}[)）、.．]|[①-⑳]|第[一二三四五六七八九十]+[章节条])"
)
_DUTY = re.compile(r"[(\[][^()]*(?:责任|牵头|配合|负责)[^()]*[)\]]")
_LEANS = re.compile("由|[责负]任|牵头|配合|负责")  # says who, and the clause before says what
_STOP = re.compile("[,。;:、]")
_BREAK = re.compile("[,。;:]")
_AND = re.compile("[、和与及]")
_SHARED = re.compile("分别|[各均]")
_NO_ANCHOR = re.compile(rf"{_EMPTY.pattern}|[\d.%,]|以[上下内]|不?(?:超过|低于|少于|高于|多于)|至少|最多")
_UNSUPPORTED = "原文中没有这样的内容"


@dataclass(frozen=True, slots=True)
class Quote:
    """A verbatim span `[start, end)` of the document a passage belongs to."""

    chunk: Chunk
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a sentence is supported: by these quotes, or the reason in Chinese why it is not."""

    quotes: tuple[Quote, ...] = ()
    reason: str = ""

    def __bool__(self) -> bool:
        """Tell whether the sentence may be kept."""
        return bool(self.quotes)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A sentence of a passage with its folded form."""

    quote: Quote
    text: str


@dataclass(frozen=True, slots=True)
class _Evidence:
    """The sentences of one item of one passage that bear on a clause, and what the reader sees above them."""

    quotes: tuple[Quote, ...]
    text: str
    context: str

    @property
    def chunk(self) -> Chunk:
        return self.quotes[0].chunk

    @property
    def seen(self) -> str:
        return self.context + "。" + self.text


def verify(sentence: Sentence, passages: Mapping[str, Chunk]) -> Verdict:
    """Find the quotes a sentence stands on, clause by clause; nothing is added to it.

    Each clause needs one item of one named passage that states its words (title and headings counted in),
    all its figures with what they measure, all its names, and that denies none of it. A sentence without
    keys is tried against every passage; one with an unknown key fails.
    """
    unknown = [key for key in sentence.keys if key not in passages]
    if unknown:
        return Verdict(reason=f"引用了不存在的段落 {unknown[0]}")
    named = [passages[key] for key in sentence.keys] or list(passages.values())
    items = [item for chunk in named for item in _items(chunk)]
    quotes: dict[Quote, None] = {}
    years: set[int] = set()
    for clause in _clauses(fold(sentence.text).text):
        stated = figures(clause)
        years = {figure.year for figure in stated if figure.year} or years
        verdict = _best(clause, stated, years, items)
        if not verdict:
            return verdict
        quotes |= dict.fromkeys(verdict.quotes)
    return Verdict(tuple(quotes)) if quotes else Verdict(reason="没有可核对的内容")


def _clauses(text: str) -> list[str]:
    """Clauses of a folded sentence; one without words of its own is joined to the one before (or after)."""
    joined: list[str] = []
    for clause in _CLAUSE.findall(text):
        if joined and (_own_words(clause) < 2 or _own_words(joined[-1]) < 2 or _LEANS.match(clause)):
            joined[-1] += "," + clause
        else:
            joined.append(clause)
    return joined


def _own_words(clause: str) -> int:
    empty = {at for start, end in _aside(clause) for at in range(start, end)}
    return sum(char.isalpha() and at not in empty for at, char in enumerate(clause))


def _items(chunk: Chunk) -> list[tuple[_Piece, ...]]:
    """Cut a passage into items: a numbered line opens one, a bracket naming the responsible unit closes it.

    What two items say must not be put together: the duty of one is not the duty of the other.
    """
    items: list[list[_Piece]] = [[]]
    for start, end in sentences(chunk.text):
        words = chunk.text[start:end]
        opens = _ITEM.match(words) and (start == 0 or chunk.text[start - 1] == "\n")
        if items[-1] and (opens or _DUTY.search(items[-1][-1].text)):
            items.append([])
        folded = fold(words).text
        if folded:
            stop = start + len(words.rstrip())
            start += len(words) - len(words.lstrip())
            items[-1].append(_Piece(Quote(chunk, chunk.start + start, chunk.start + stop), folded))
    return [tuple(item) for item in items if item]


def _best(
    clause: str, stated: Sequence[Figure], years: set[int], items: Sequence[tuple[_Piece, ...]]
) -> Verdict:
    """Judge a clause by the first item that supports it, with as few of its sentences as will do."""
    reason = ""
    for item in sorted(items, key=lambda item: -_covered(clause, "。".join(piece.text for piece in item))):
        kept: tuple[Quote, ...] = ()
        share = 0.0
        for proof in _growing(clause, stated, item):
            objection = _objection(clause, stated, years, proof)
            covered = _covered(clause, proof.text)
            if not objection and covered > share:
                kept, share = proof.quotes, covered
            reason = reason or objection
            if share >= _COVERED_SHARE:
                break
        if kept:
            return Verdict(kept)
    return Verdict(reason=reason or _UNSUPPORTED)


def _growing(clause: str, stated: Sequence[Figure], item: tuple[_Piece, ...]) -> Iterator[_Evidence]:
    """Yield the sentence of an item that states most of a clause, then with a second and a third."""
    wanted, missing = pairs_of(clause), list(stated)
    chosen: list[_Piece] = []
    left = list(item)
    while left and len(chosen) < _MOST_QUOTES:
        gains = [len(wanted & pairs_of(piece.text)) + 4 * len(_stated(missing, piece.text)) for piece in left]
        if max(gains) < 1:
            return
        piece = left.pop(gains.index(max(gains)))
        wanted -= pairs_of(piece.text)
        missing = [figure for figure in missing if figure not in _stated(missing, piece.text)]
        chosen = sorted((*chosen, piece), key=lambda piece: piece.quote.start)
        chunk = piece.quote.chunk
        yield _Evidence(
            tuple(piece.quote for piece in chosen),
            "。".join(piece.text for piece in chosen),
            fold("。".join((chunk.title, chunk.organ, *chunk.path))).text,
        )


def _stated(wanted: Sequence[Figure], text: str) -> list[Figure]:
    given = figures(text)
    return [figure for figure in wanted if any(figure.stated_by(other) for other in given)]


def _objection(clause: str, stated: Sequence[Figure], years: set[int], proof: _Evidence) -> str:
    """Say in Chinese why evidence does not support a clause; "" when it does."""
    said = clause.replace(fold(proof.chunk.title).text, "").replace(
        fold(proof.chunk.organ).text or "\x00", ""
    )
    if _own_words(said) and _covered(said, proof.text) < _QUOTED_SHARE:
        return _UNSUPPORTED
    if _covered(clause, proof.seen) < _COVERED_SHARE:
        return "与原文的说法不一致"
    for figure in stated:
        if not _figure_stands(clause, figure, proof):
            return f"原文中没有“{clause[figure.start : figure.end]}”这个数字或日期"
    given_years = {*proof.chunk.years, *(figure.year for figure in figures(proof.seen) if figure.year)}
    if years and proof.chunk.years and not years & given_years:
        return "年份与原文不符"
    names = unknown_names(clause, proof.text, proof.context)
    if names:
        return f"原文中没有“{names[0]}”"
    return "与原文的肯定或否定不一致" if contradicts(clause, proof.text) else ""


def _covered(clause: str, given: str) -> float:
    """Share of a clause's letters, empty words and figures aside, that a text holds as neighbouring pairs."""
    pairs = pairs_of(given)
    counted = [char.isalpha() for char in clause]
    found = [False] * len(clause)
    for at in range(len(clause) - 1):
        if clause[at : at + 2] in pairs:
            found[at] = found[at + 1] = True
    for start, end in _aside(clause):
        counted[start:end] = [False] * (end - start)
    total = sum(counted)
    return sum(a and b for a, b in zip(counted, found, strict=True)) / total if total else 1.0


def _aside(clause: str) -> Iterator[tuple[int, int]]:
    yield from ((match.start(), match.end()) for match in _EMPTY.finditer(clause))
    yield from ((figure.start, figure.end) for figure in figures(clause))


def _figure_stands(clause: str, figure: Figure, proof: _Evidence) -> bool:
    """Tell whether the evidence states a figure of the same thing; a year may stand in its title."""
    if figure.year in proof.chunk.years or (figure.year and _stated([figure], proof.context)):
        return True
    if figure.unit == "文号":
        return bool(_stated([figure], proof.text))
    places = [other for other in figures(proof.text) if figure.stated_by(other)]
    if clause in proof.text:
        return bool(places)
    before, after = (_NO_ANCHOR.sub("", side) for side in _around(clause, figure))
    near, far = (pairs_of(before[-_NEAR:]), pairs_of(after[:_NEAR])), pairs_of(before[-_FAR:])
    for place in places:
        window = pairs_of(_NO_ANCHOR.sub("", "、".join(_around(proof.text, place))))
        if all(_most(side, window) for side in near) and _most(far, window | pairs_of(proof.context)):
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
    while starts and (
        _own_words(text[start : figure.start]) < 2 or _SHARED.search(text[start : figure.start])
    ):
        start = starts.pop()
    before = text[start : figure.start]
    shared, _, apart = before.partition("分别")
    things = _AND.split(_BREAK.split(shared)[-1])
    place = len(figures(apart))
    if apart and place < len(things):
        common = things[-1][len(things[place]) :] if place < len(things) - 1 else ""  # 小班、中班[班额]
        before = (
            f"{things[place]}、{common}" + _AND.split(apart)[0][: figures(apart)[0].start if place else None]
        )
    stop = _STOP.search(text, figure.end)
    return before, text[figure.end : stop.start() if stop else len(text)]

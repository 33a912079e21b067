"""The words around an announcement (五大救治中心, 10件实事) into the spans of the things it announces."""

import re

from assistant.rolls.announced import ORDINAL, numeral
from ingest.text import sentences

Span = tuple[int, int]

_OPEN, _CLOSE = '“"‘《「『', '”"’》」』'
_STOPS = "，,；;：:。！!？?\n（()）"
_JOIN = re.compile(r"、|(?<=[\u4e00-\u9fff”])(?:以及|和|与|及)(?=[\u4e00-\u9fff“])")
_ONLY_STOPS = re.compile(r"、")
_PART = re.compile("[^；;]+")
# What leads up to the first of several names: 聚焦, 我们将实施.
_LEAD = re.compile(
    r"(?:现[就将]|关于|就(?![业医学地近诊餐读])|[\u4e00-\u9fff]{0,6}?(?:建成|建立|聚焦|围绕|加强|推进|坚持|抓好|抓实|实施|构建|健全|完善|打造|突出|做好|开展|组建|设立|落实|包括|按照|紧扣|深化|做到|实现))"
    r"(?=[\u4e00-\u9fff“])"
)
_NAMES = re.compile(
    r"\s*[”\"’》]?[，,]?(?:[\u4e00-\u9fff]{0,6}?(?:即|是指|指的?是|指|包括|包含|分别(?:是|为)|为|是|有|主要是|具体(?:是|为))"
    r"|[：:（(—－-]+)[：:（(]?\s*"
)
_QUOTED = re.compile(rf"[{_OPEN}]([^{_OPEN}{_CLOSE}\n]{{1,24}})[{_CLOSE}]")
_LONGEST, _SHORT_NAME, _LEADS, _FAR, _FEWEST = 60, 24, 4, 3000, 3
# What governs the announced things, so that what stands before it is not those: 以甲、乙为龙头组建两个医共体.
_CALLED = re.compile(r"[（(，,](?:以下|下文)?(?:统|简|合|并)称(?:为)?[“\"‘]?\Z")
_GOVERNS = re.compile(
    r"(?:建|设|完成|开展|新增|达到|安排|投入|打造|培育|举办|实施|推进|改造|命名|评选|明确|制定|确定|梳理|印发)$"
)


def things_beside(text: str, count: int, first: int, last: int) -> list[Span]:
    """Find the things in the sentence that announces them, before or behind; [] unless as many as announced.

    :param text: a document's text.
    :param first: where the announcing words begin; `last` where they end.
    """
    begin, end = sentence_at(text, first)
    before, behind = _before(text, begin, first), _behind(text, last, end)
    kind = text[first:last].rstrip(_CLOSE)[-1:]
    named = _named_alike(text, before[0][-count:], kind) if before and len(before[0]) >= count else []
    if named:
        return named
    short = [found for found in before if all(stop - start <= _SHORT_NAME for start, stop in found)]
    return next((found for found in (*short, *behind) if len(found) == count), [])


def things_numbered(text: str, count: int, last: int) -> list[Span]:
    """Find the things that follow their announcement as 一是…二是…; [] unless as many as announced.

    :param last: where the announcing words end; the first may stand a sentence later.
    """
    spans: list[Span] = []
    limit = min(last + _FAR, len(text))
    at = last
    for number in range(1, count + 1):
        mark = f"{numeral(number)}是"
        start = text.find(mark, at, limit if spans else min(last + _LONGEST, limit))
        while start > 0 and text[start - 1] in ORDINAL:  # 二是 of 十二是
            start = text.find(mark, start + 1, limit)
        if start < 0:
            return []
        spans = [*spans[:-1], (spans[-1][0], start), (start, start)] if spans else [(start, start)]
        at = start + len(mark)
    end = min((found for stop in "。；;\n" if (found := text.find(stop, at)) >= 0), default=len(text))
    return [
        (first, first + len(text[first:stop].rstrip("；;。，,\n 　")))
        for first, stop in (*spans[:-1], (spans[-1][0], end))
    ]


def things_parted(text: str, count: int, last: int) -> list[Span]:
    """Find the things that follow their announcement parted by semicolons; [] unless as many as announced."""
    names = _NAMES.match(text, last)
    if names is None or count < _FEWEST:
        return []
    end = min((found for stop in "。\n" if (found := text.find(stop, names.end())) >= 0), default=len(text))
    parts = [found.span() for found in _PART.finditer(text, names.end(), end)]
    return parts if len(parts) == count else []


def _named_alike(text: str, things: list[Span], kind: str) -> list[Span]:
    """Give things that all end as their kind does (检查对象名录库, 执法检查人员名录库: 两库), else none.

    Of the first only what stands behind a 的 belongs to its name where it is much longer than the others.
    """
    if not all(text[start:end].endswith(kind) for start, end in things):
        return []
    (start, end), *others = things
    longest = max((stop - at for at, stop in others), default=0)
    cut = text.rfind("的", start, end - 1) + 1
    return [(cut if cut and end - start > longest + _LEADS else start, end), *others]


def is_defined(text: str, first: int) -> bool:
    """Tell whether announcing words name what stands before them: （以下简称“五项管理”）."""
    return _CALLED.search(text, max(first - _LONGEST, 0), first) is not None


def sentence_at(text: str, at: int) -> Span:
    """Span of the sentence around a place of a text."""
    begin = max(text.rfind("\n", 0, at) + 1, at - 2000)
    stop = text.find("\n", at)
    line = text[begin : len(text) if stop < 0 else stop]
    spans = ((begin + start, begin + end) for start, end in sentences(line))
    return next(((start, end) for start, end in spans if start <= at < end), (at, begin + len(line)))


def _before(text: str, begin: int, first: int) -> list[list[Span]]:
    """What stands right before the announcing words, parted in the ways it may be."""
    called = _CALLED.search(text, begin, first)
    end = called.start() if called else first
    while end > begin and text[end - 1] in _OPEN + "的这等 ":
        end -= 1
    if end > begin and text[end - 1] in _CLOSE:
        start = max(text.rfind(sign, begin, end) for sign in _OPEN)
        quoted = _parted(text, start + 1, end - 1) if start >= 0 else []
        return [quoted, _quotes(text, begin, end)]
    start = max((text.rfind(sign, begin, end) + 1 for sign in _STOPS), default=begin)
    if _GOVERNS.search(text[start:end]):
        return []
    return [_parted(text, max(start, begin), end), _parted(text, max(start, begin), end, _ONLY_STOPS)]


def _behind(text: str, last: int, end: int) -> list[list[Span]]:
    """What follows the announcing words where it says which they are."""
    names = _NAMES.match(text, last, end)
    start = names.end() if names else last
    closing = next((at for at in range(start, end) if text[at] in "。；;）)\n"), end)
    quotes = [match.span(1) for match in _QUOTED.finditer(text, start, end)]
    found = [quotes]
    if names:
        clause = next((at for at in range(start, closing) if text[at] in "，,"), closing)
        found += [
            _parted(text, start, closing),
            _parted(text, start, clause),
            _parted(text, start, closing, re.compile("[；;，,]")),
        ]
        found += [_parted(text, start, closing, _ONLY_STOPS)]
    return found


def _quotes(text: str, begin: int, end: int) -> list[Span]:
    """Quoted names that stand in a row up to a place."""
    found: list[Span] = []
    for match in reversed(list(_QUOTED.finditer(text, begin, end))):
        between = text[match.end() : found[0][0] - 1 if found else end]
        if between.strip("、和与及，, "):
            break
        found.insert(0, match.span(1))
    return found


def _parted(text: str, start: int, end: int, join: re.Pattern[str] = _JOIN) -> list[Span]:
    """Part a run of names; what leads up to the first is left out."""
    rest = text.find("、", start, end)
    if rest >= 0 and not _LEAD.match(text, rest + 1, end):
        while lead := _LEAD.match(text, start, rest):
            start = lead.end()
    spans, at = [], start
    for cut in [*join.finditer(text, start, end), None]:
        stop = cut.start() if cut else end
        first, last = _bare(text, at, stop)
        if last > first:
            spans.append((first, last))
        at = cut.end() if cut else end
    return spans if all(last - first <= _LONGEST for first, last in spans) else []


def _bare(text: str, first: int, last: int) -> Span:
    """Take stops off a name, and quotes but for those that belong together within it (“多规合一”改革)."""
    while first < last:
        name = text[first:last]
        opened, closed = (sum(name.count(sign) for sign in signs) for signs in (_OPEN, _CLOSE))
        is_whole = opened == closed == 1 and name[0] in _OPEN and name[-1] in _CLOSE
        if name[0] in _CLOSE + " " or (name[0] in _OPEN and (is_whole or opened > closed)):
            first += 1
        elif name[-1] in _OPEN + " ，,；;。等" or (name[-1] in _CLOSE and (is_whole or closed > opened)):
            last -= 1
        else:
            break
    return first, last

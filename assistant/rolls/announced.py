"""A number of things a text announces (五大救治中心, 三件事, “五项管理”) into those things, one by one."""

import re
from dataclasses import dataclass

import rjieba

from assistant.terms import is_silent
from ingest.text import cn_number, normalize, sentences

Span = tuple[int, int]

_COUNT = r"\d{1,2}|[一二三四五六七八九十两]{1,3}"
MEASURE = r"(?:大类|大|项|个|件|条|类|种|方面|方|支|家|所|张|处|批|名|场|点|步|道)"
_FAMILIES = ("(?:项|件|个|条|大(?!类))", "(?:大类|类|种|个?方面)")
_OPEN, _CLOSE = '“"‘《「『', '”"’》」』'
_STOPS = "，,；;：:。！!？?\n（()）"
_JOIN = re.compile(r"、|(?<=[\u4e00-\u9fff”])(?:以及|和|与|及)(?=[\u4e00-\u9fff“])")
_ONLY_STOPS = re.compile(r"、")
# What leads up to the first of several names: 聚焦, 我们将实施.
_LEAD = re.compile(
    r"(?:现[就将]|关于|就(?![业医学地近诊餐读])|[\u4e00-\u9fff]{0,6}?(?:建成|建立|聚焦|围绕|加强|推进|坚持|抓好|抓实|实施|构建|健全|完善|打造|突出|做好|开展|组建|设立|落实|包括|按照|紧扣|深化|做到|实现))"
    r"(?=[\u4e00-\u9fff“])"
)
_NAMES = re.compile(
    r"^\s*[”\"’》]?(?:[\u4e00-\u9fff]{0,6}?(?:即|是指|指的?是|指|包括|包含|分别(?:是|为)|为|是|有|主要是|具体(?:是|为))"
    r"|[：:（(—－-]+)[：:（(]?\s*"
)
_QUOTED = re.compile(rf"[{_OPEN}]([^{_OPEN}{_CLOSE}\n]{{1,24}})[{_CLOSE}]")
_ORDINAL = "一二三四五六七八九十"
_LONGEST, _SHORT_NAME, _LEADS = 60, 24, 4


@dataclass(frozen=True, slots=True)
class Announced:
    """So many things of a kind that a question asks one by one.

    :param count: how many; 0 where the question does not say.
    :param kind: what they are called, without number and measure word; "" where a name alone says it.
    :param name: the words that announce them, as the question puts them.
    :param measure: what matches the measure word they are counted by.
    """

    count: int
    kind: str
    name: str
    measure: str = MEASURE

    def pattern(self) -> re.Pattern[str]:
        """Match where a text, as printed, announces them; the group `count` or `counted` is how many."""
        if self.name:
            return re.compile(re.escape(self.name))
        number = f"{self.count}|{_numeral(self.count)}" if self.count else _COUNT
        optional = f"{self.measure}?" if self.count else self.measure
        kind = "".join(f'{re.escape(char)}[”"’]?' for char in self.kind)
        return re.compile(
            rf"(?<![\d一二三四五六七八九十第])[“\"‘]?(?P<count>{number}){optional}[”\"’]?[“\"‘]?"
            rf"[\u4e00-\u9fff]{{0,8}}?{kind}"
            rf"|{kind}[\u4e00-\u9fff\d]{{0,5}}?(?<![\d一二三四五六七八九十第])(?P<counted>{number}){self.measure}"
        )

    @property
    def counts_kinds(self) -> bool:
        """Whether it is kinds that are counted (六大类)."""
        return self.measure == _FAMILIES[1]

    def read(self, found: re.Match[str]) -> int:
        """How many things a text announces where `pattern` matches."""
        return self.count or number_of(found["count"] or found["counted"])


def number_of(numeral: str) -> int:
    """Read a number of things, 0 where it is none."""
    return cn_number(numeral.replace("两", "二")) or 0


_ASKED = re.compile(
    rf"(?<![\d第一二三四五六七八九十前每])(?P<which>哪)?(?P<count>{_COUNT})(?![\d年月日])(?P<measure>{MEASURE})?"
    r"(?P<kind>[\u4e00-\u9fff]*)"
)
# The number itself is asked: 有哪几个直属单位, 一共几家分院，分别是哪些.
_HOW_MANY = re.compile(
    r"(?P<before>[\u4e00-\u9fff]*?)(?:有|是|包括|共|由|分为?|分成)?(?:哪几|几|多少)"
    rf"(?P<measure>{MEASURE})(?P<kind>[\u4e00-\u9fff]*)"
)
_ASKS = re.compile(
    r"(?:是|有|指|包括|包含|分为?|为)(?:的|了)?(?:是)?(?:哪|什么|啥)|哪(?:\d{1,2}|[一二三四五六七八九十两几]{1,3}|些)"
    r"|分别(?:是|为|有)|各是|名单|逐[一项]|列出"
)
_ASKED_BEHIND = re.compile(
    r"[\u4e00-\u9fff”\"]*?(?:是|有|指|包[括含]|分为|为)(?:的|了|些|由)?(?:哪|什么|啥|几)|(?:分别|都|具体)(?:是|有)|[”\"]?$"
)
_NOT_ASKED = re.compile(
    "谁|[归由属跟给向]于?哪|什么时候|何时|怎么|如何|为什么|哪[里年天月]|吗|多少(?!家|个|项|类|种|所|支|条|大)"
)
_NAMED = re.compile(r"[“\"‘](?P<name>[^”\"’]{2,10})[”\"’]")
_UP_TO = re.compile(
    r"(?!是|有|指|包[括含]|分别|都|各)[\u4e00-\u9fff]+?(?=都|分别|具体|主要|各|指|是|有|包括|包含|[?,。呢]|$)"
)
_BETWEEN = re.compile(r"(?:是|有|指|包括|都|分别|的|一共|共|总共|分为?|分成|为|哪)+$")
_OF_NAMES = ("n", "vn", "l", "j", "b")
_SHORT_NOUN = 6
# What governs the announced things, so that what stands before it is not those: 以甲、乙为龙头组建两个医共体.
_CALLED = re.compile(r"[（(，,](?:以下|下文)?(?:统|简|合|并)称(?:为)?[“\"‘]?\Z")
_GOVERNS = re.compile(
    r"(?:建|设|完成|开展|新增|达到|安排|投入|打造|培育|举办|实施|推进|改造|命名|评选|明确|制定|确定|梳理|印发)$"
)
_THINGS = ("事", "单位", "部门", "股室", "科室", "工作", "措施", "内容", "责任", "目标", "要求")


def asked_things(text: str) -> Announced | None:
    """Read which announced things a question asks one by one; None where it asks none."""
    folded = normalize(text)
    if _ASKS.search(folded) is None or _NOT_ASKED.search(folded):
        return None
    named = _NAMED.search(folded)
    if named and (count := _count_in(named["name"])):
        return Announced(count, "", named["name"])
    for found in _ASKED.finditer(folded):
        count, asked_behind = number_of(found["count"]), _ASKED_BEHIND.search(folded, found.end("count"))
        if not found["which"] and asked_behind is None:
            continue
        kind = _noun(found["kind"]) or _noun_before(folded[: found.start()])
        if count > 1 and kind and found["measure"]:
            return Announced(count, kind, "", _alike(found["measure"]))
        if count > 1 and not found["which"] and len(_noun(found["kind"])) > 1:  # 五育并举
            return Announced(count, "", found["count"] + _noun(found["kind"]))
    asked = _HOW_MANY.search(folded)
    kind = (_noun(asked["kind"]) or _noun_before(asked["before"])) if asked else ""
    if asked is None or len(kind) < 2:
        return None
    alike = _alike(asked["measure"])
    return Announced(0, kind, "", f"(?:{asked['measure']})" if alike == MEASURE else alike)


def _noun(text: str) -> str:
    """The noun a text begins with, with what belongs to it: 领域 of 领域开展廉政风险排查."""
    whole = _UP_TO.match(text)
    if whole and 1 <= len(whole[0]) <= _SHORT_NOUN and (len(whole[0]) > 1 or whole[0] in _THINGS):
        return whole[0]
    kind = ""
    for word, tag in rjieba.tag(text, hmm=False):
        if not tag.startswith(_OF_NAMES) or (not kind and is_silent(word) and word not in _THINGS):
            break
        kind += word
    return kind


def _noun_before(text: str) -> str:
    """The noun that ends a text, with the word before it: 救治中心 of 五大救治中心是, 内设机构."""
    said = _BETWEEN.sub("", text)
    last, *before = [*reversed(rjieba.tag(said, hmm=False)), ("", "")]
    if not last[1].startswith(_OF_NAMES) or (is_silent(last[0]) and last[0] not in _THINGS):
        return ""
    word, tag = before[0] if before else ("", "")
    belongs = len(word) == 2 and tag.startswith((*_OF_NAMES, "v")) and not is_silent(word)
    return word + last[0] if belongs and len(last[0]) < 4 else last[0]


def _count_in(name: str) -> int:
    """The number that a name begins with (五项管理, 六个一教育); 0 for none."""
    found = re.match(rf"(?P<count>{_COUNT})(?:{MEASURE}|[\u4e00-\u9fff])", name)
    return number_of(found["count"]) if found else 0


def _alike(measure: str) -> str:
    """Match the measure words a text may use for that of a question: 十件实事 are 十项实事, no 十类."""
    return next((words for words in _FAMILIES if re.fullmatch(words, measure)), MEASURE)


def _numeral(count: int) -> str:
    if count <= 10:
        return _ORDINAL[count - 1]
    tens, ones = divmod(count, 10)
    return f"{'' if tens == 1 else _ORDINAL[tens - 1]}十{_ORDINAL[ones - 1] if ones else ''}"


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
        first, last = at, stop
        while first < last and text[first] in _OPEN + _CLOSE + " ":
            first += 1
        while last > first and text[last - 1] in _OPEN + _CLOSE + " ，,；;。等":
            last -= 1
        if last > first:
            spans.append((first, last))
        at = cut.end() if cut else end
    return spans if all(last - first <= _LONGEST for first, last in spans) else []

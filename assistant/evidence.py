"""Found passages into statements: the sentences that answer, scored by how well they do."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from assistant.asked import asked_names, asked_thing, speaks_of
from assistant.meaning import definition_of
from assistant.narrowing import fit, meets
from assistant.question import OFFICE, Intent, Question
from assistant.terms import Term, beyond, coverage
from ingest.facts.dates import DATE
from ingest.facts.measure_words import Kind
from ingest.facts.quantities import CHINESE_FIGURES, Quantity, quantities
from ingest.records import Chunk, Hit
from ingest.text import normalize, sentences

Similarity = Callable[[Sequence[str]], Sequence[float]]
"""Cosine of each text with the question."""
Fact = Callable[[str], bool]
"""Whether a text states the kind of fact asked for."""

_UNITS = (
    "平方米|平方公里|公里|公顷|学时|课时|小时|分钟|工作日|个月|百分点|公斤|毫升|千瓦时|"
    "[所个名项次家部人条件门册间座辆台户处批期场篇份岁级类种亩元吨米天日月年斤分起例宗套栋幢间张支组]"
)
_ASKED_UNIT = re.compile(rf"(?:多少|几)个?[万亿]*({_UNITS})")
_ASKED_SHARE = re.compile(r"比例|占比|百分之|税率|[^效]率")
_DAYS = ("天", "日", "工作日")
_SAME_UNIT = {"天": _DAYS, "日": _DAYS, "工作日": _DAYS, "人": ("人", "名"), "名": ("人", "名")}
_DATED = ("年", "月", "日", "天")
_SHARES = ("%", "‰", "成", "百分点")
_MONEY_WORDS = "补助|补贴|经费|资金|投入|工资|奖金|奖励|收费|费用|学费|价格"
_ASKED_MONEY = re.compile(
    rf"(?:多少|几)个?[万亿块]*钱|多少(?:.{{0,4}})(?:{_MONEY_WORDS})|(?:{_MONEY_WORDS}).{{0,4}}多少(?!个|所|项|人)"
)
_LABEL = re.compile(
    r"^\s*(?:第[〇零一二三四五六七八九十百\d]+[章节条]|[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．](?!\d))"
)
_TIME = re.compile(
    r"[年月]底|上半年|下半年|[一二三四]季度|学期|学年|期间|[每同当次去今明本]年|即日起|之日起|[之以]?前完成|月[上中下]旬"
)
_RESPONSIBLE = re.compile(
    r"负责|牵头|责任[单股科处部]|主管|承担|会同|负总责|总指挥|组长|"
    r"(?:政府|部门|机关|[局委厅部院会])[^，,。；;]{0,12}(?:审批|批准|决定|核准|认定|印发|公布|执行)|由[^，,。；;]{2,24}(?:部门|[局股科办委厅组处室]|学校|单位|中心)"
)
_ASKED_NUMBER = re.compile(r"电话号码|手机号|联系(?:方式|电话)|电话(?:是|为)?(?:多少|什么|几)|号码是")
_TELEPHONE = re.compile(
    r"(?<!\d)(?:0\d{2,3}[-—]?)?\d{7,8}(?!\d)|(?<!\d)1\d{10}(?!\d)|(?<!\d)12\d{3}(?![\d.]*\s*[\d万亿元人名个所册])"
)
_CLAUSE = re.compile(r"[^,，:：、]*[,，:：、]|[^,，:：、]+$")
_BARE_BRACKET = re.compile(r"[(（][^()（）]*[)）]$")
_DATE_LINE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日$")
_TOO_SHORT = 6
# The question's words in the sentence, in sentence and headings, cosine, rank of the passage, the kind of
# fact asked for, the year asked for; chosen on the development questions and our own (DESIGN.md).
_WEIGHTS = (0.35, 0.25, 0.6, 0.25, 0.25, 0.25)
_WHOLE_TASK = 24
_LONGEST = 200
ENOUGH_FOUND = 1.35
ENOUGH_SAID = 0.5
_LOOKED_AT = 5


@dataclass(frozen=True, slots=True)
class Statement:
    """A verbatim span of a document offered as an answer.

    :param start: first code point in the document; `end` likewise, exclusive.
    :param score: how well it answers, about 0 to 1.5, comparable between the statements of one question.
    :param coverage: weighted share of the question's words, but those of the document's title, in the
        statement and its headings.
    :param similarity: cosine of statement and question.
    :param passage: score of the passage it stands in, as the search gave it.
    :param factual: whether it holds the kind of fact asked for (a figure, a time); true when none is asked.
    """

    chunk: Chunk
    start: int
    end: int
    score: float
    coverage: float
    similarity: float
    passage: float
    factual: bool

    @property
    def text(self) -> str:
        """The verbatim words."""
        return self.chunk.text[self.start - self.chunk.start : self.end - self.chunk.start]


def wanted_fact(question: Question) -> Fact | None:
    """Give what tells whether a text states the kind of fact asked for; None when no such fact is asked."""
    office = OFFICE.search(question.text)
    if office:
        return _matches(re.compile(rf"{office[1]}[\s：:]+[\u4e00-\u9fff·]{{2,4}}(?![\u4e00-\u9fff])"))
    if _ASKED_NUMBER.search(question.text):
        return _matches(_TELEPHONE)
    if question.intent is Intent.DUTY:
        return _matches(_RESPONSIBLE)
    if question.term:
        definition = definition_of(question.term)
        return lambda text: definition.search(normalize(text)) is not None
    if question.intent not in (Intent.FIGURE, Intent.DEADLINE):
        return None
    if _ASKED_MONEY.search(question.text):
        return partial(_states, units=("元",))
    asked = _ASKED_UNIT.search(question.text)
    if asked and asked[1] != "个":  # 几个 is asked of anything
        return partial(_states, units=_SAME_UNIT.get(asked[1], (asked[1],)))
    if question.intent is Intent.DEADLINE:
        return _states_time
    return _states_share if _ASKED_SHARE.search(question.text) else _states_figure


def _matches(pattern: re.Pattern[str]) -> Fact:
    return lambda text: pattern.search(text) is not None


def _states(text: str, units: tuple[str, ...]) -> bool:
    """Tell whether a text states a quantity in one of some units; things counted one by one answer 几个."""
    if any(unit in _DATED for unit in units) and DATE.search(text):
        return True
    return any(
        quantity.unit.removeprefix("个").startswith(units) or _is_cell(text, quantity)
        for quantity in quantities(text)
    )


def _is_cell(text: str, quantity: Quantity) -> bool:
    """Tell a bare number in a table row, whose head holds its unit."""
    return not quantity.unit and text[: quantity.first].endswith((":", "："))


def _states_share(text: str) -> bool:
    return "全覆盖" in text or any(
        quantity.unit.removeprefix("个") in _SHARES or "/" in quantity.number for quantity in quantities(text)
    )


def _states_time(text: str) -> bool:
    if _TIME.search(text) or DATE.search(text):
        return True
    return any(quantity.kind is Kind.TIME for quantity in quantities(text))


def _states_figure(text: str) -> bool:
    """Tell whether a text states any number that is no date; in Chinese figures only with a measure word."""
    undated = DATE.sub(" ", text)
    return any(
        quantity.unit or undated[quantity.first] not in CHINESE_FIGURES for quantity in quantities(undated)
    )


def is_enough(ranked: Sequence[Statement]) -> bool:
    """Tell whether one of the best statements is about the question.

    Its passage must be found well, by words or by meaning, and the sentence itself must bear some of that.
    """
    return any(
        statement.passage >= ENOUGH_FOUND and statement.coverage + statement.similarity >= ENOUGH_SAID
        for statement in ranked[:_LOOKED_AT]
    )


def states_answer(question: Question, chunk: Chunk) -> bool:
    """Tell whether a sentence of a passage states the kind of fact asked for, of the thing asked about.

    True for every passage where neither is asked.
    """
    fact, things = wanted_fact(question), asked_thing(question.text)
    if not speaks_of(asked_names(question.text), normalize(chunk.context + chunk.text)):
        return False
    if fact is None and not things:
        return True
    headings = normalize(" ".join(chunk.path))
    said = [chunk.text[start:end] for start, end in sentences(chunk.text)]
    return any((fact is None or fact(t)) and speaks_of(things, headings + normalize(t)) for t in said)


def statements(
    question: Question, terms: tuple[Term, ...], hits: Sequence[Hit], similarity: Similarity
) -> list[Statement]:
    """Score every sentence of the hits, best first."""
    fact = wanted_fact(question)
    top = max((hit.score for hit in hits), default=1.0) or 1.0
    settings = [_setting(question, terms, hit, hit.score / top) for hit in hits]
    spans = [(setting, start, end) for setting in settings for start, end in _body_sentences(setting.chunk)]
    texts = [setting.chunk.text[start:end] for setting, start, end in spans]
    cosines = similarity(texts) if texts else []
    found = [
        _judge(question, setting, start, text, fact, cosine)
        for (setting, start, _), text, cosine in zip(spans, texts, cosines, strict=True)
    ]
    return sorted(found, key=lambda statement: -statement.score)


@dataclass(frozen=True, slots=True)
class _Setting:
    """What all sentences of a passage share: the terms to look for, its headings, its year, its rank."""

    chunk: Chunk
    found: float
    rank: float
    asked: tuple[Term, ...]
    things: tuple[Term, ...]
    named: bool
    headings: str
    context: str
    met: float


def _setting(question: Question, terms: tuple[Term, ...], hit: Hit, rank: float) -> _Setting:
    chunk = hit.chunk
    asked, context = beyond(terms, chunk.title), normalize(chunk.context)
    return _Setting(
        chunk,
        hit.score,
        rank,
        asked,
        asked_thing(question.text),
        speaks_of(asked_names(question.text), context + normalize(chunk.text)),
        normalize(" ".join(chunk.path)),
        context,
        meets(question, chunk),
    )


def _judge(
    question: Question,
    setting: _Setting,
    offset: int,
    text: str,
    fact: Fact | None,
    cosine: float,
) -> Statement:
    folded, asked = normalize(text), setting.asked
    own, whole = coverage(asked, folded), coverage(asked, setting.context + folded)
    factual = (
        (fact is None or fact(_LABEL.sub("", text)))
        and setting.named
        and speaks_of(setting.things, setting.headings + folded)
    )
    grounds = (own, whole, cosine, setting.rank, float(factual), fit(question, setting.met, text))
    score = sum(weight * ground for weight, ground in zip(_WEIGHTS, grounds, strict=True))
    start, end = _trim(text, asked, fact)
    base = setting.chunk.start + offset
    return Statement(setting.chunk, base + start, base + end, score, whole, cosine, setting.found, factual)


def _body_sentences(chunk: Chunk) -> list[tuple[int, int]]:
    """Find the spans of sentences that say something.

    A bare duty bracket does not; a heading does where it is long enough to be a task of its own, or alone.
    """
    heading = normalize(chunk.path[-1]) if chunk.path else normalize(chunk.title)
    spans: list[tuple[int, int]] = []
    headings: list[tuple[int, int]] = []
    for start, end in _whole_sentences(chunk.text):
        words = normalize(chunk.text[start:end]).rstrip("。.;:,")
        if len(words) < _TOO_SHORT or not _says_something(chunk.text[start:end], words, chunk.title):
            continue
        (headings if words == heading and len(words) < _WHOLE_TASK else spans).append((start, end))
    return spans or headings


def _says_something(sentence: str, words: str, title: str) -> bool:
    """Tell a sentence from a title, a signature, a date line, a bare bracket, or half of a quotation."""
    if _BARE_BRACKET.match(words) or words in normalize(title) or sentence.count("“") != sentence.count("”"):
        return False
    ends = sentence.rstrip().endswith(tuple("。！？；!?;.：:"))
    return ends or len(words) >= _WHOLE_TASK or ("：" in sentence and not _DATE_LINE.search(words))


def _whole_sentences(text: str) -> list[tuple[int, int]]:
    """Spans of sentences; parts that end in a semicolon stay together as long as a reader bears it."""
    spans: list[tuple[int, int]] = []
    for start, end in sentences(text):
        if spans and text[spans[-1][1] - 1] in ";；" and end - spans[-1][0] <= _LONGEST:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def _trim(text: str, terms: tuple[Term, ...], fact: Fact | None) -> tuple[int, int]:
    """Cut a long sentence to the run of clauses that answers; white space at the ends is left out."""
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    if end - start <= _LONGEST:
        return start, end
    clauses = [(m.start(), m.end()) for m in _CLAUSE.finditer(text, start, end)]
    worth = [_worth(text[a:b], terms, fact) for a, b in clauses]
    first = last = max(range(len(clauses)), key=worth.__getitem__)
    while True:
        sides = [side for side in (first - 1, last + 1) if 0 <= side < len(clauses)]
        sides = [s for s in sides if clauses[max(s, last)][1] - clauses[min(s, first)][0] <= _LONGEST]
        if not sides:
            break
        best = max(sides, key=worth.__getitem__)
        first, last = min(first, best), max(last, best)
    return clauses[first][0], len(text[: clauses[last][1]].rstrip(",，、:： "))


def _worth(clause: str, terms: tuple[Term, ...], fact: Fact | None) -> float:
    return coverage(terms, normalize(clause)) + (0.3 if fact and fact(clause) else 0.0)

"""What a document says about the names of its units into pairs of names: 政工人事股（以下简称人事股）."""

import re
from collections.abc import Iterable, Iterator, Sequence

from ingest.facts.charts import chart_units
from ingest.facts.names import is_office
from ingest.records import Alias, Duty, Section

_NAME = r"[\u4e00-\u9fff]{2,40}"
_FULL, _SHORT = (rf"[“\"'‘「]?(?P<{name}>{_NAME})[”\"'’」]?" for name in ("full", "short"))
_SHORTENED = re.compile(
    rf"(?P<full>{_NAME})\s*[（(，,]\s*(?:以下|下文|后)?(?:简称|统称|合称|下称)[为作]?[:：]?\s*{_SHORT}"
    r"\s*(?:[）)，,。；]|$)"
)
_FORMERLY = re.compile(
    rf"(?P<short>{_NAME})\s*[（(]\s*即?(?:原|前身[为是]|原名|原称)[:：]?\s*{_FULL}\s*[）)]"
)
_RENAMED = re.compile(
    rf"{_FULL}(?:更名|改名|改称)[为成]?{_SHORT.replace('40}', '40}?')}(?=[^\u4e00-\u9fff]|并)"
)
# A word that every declaration of its kind holds; finding its last sign first makes the search fast.
_HINTS = (
    (re.compile("称(?<=[简统合下]称)"), _SHORTENED),
    (re.compile("名(?<=[更改]名)"), _RENAMED),
    (re.compile("称(?<=改称)"), _RENAMED),
    (re.compile("原(?<=[（(]原|即原)"), _FORMERLY),
    (re.compile("身(?<=前身)"), _FORMERLY),
)
_AROUND, _LABEL = 60, 10
# A chart: the heading names the unit, the text below it the name it had before.
_ONCE = re.compile(rf"\s*原(?P<full>{_NAME})[，,][^。\n]{{0,16}}(?:更名|改名|改称)")
_SECOND_NAME = re.compile(r"\s*[（(](?:加?挂|对外称)?(?P<full>[\u4e00-\u9fff]{2,30}?)(?:牌子)?[）)]")
# What a sentence may hold before a name: 成立、由、经、2023年3月, 局 for the body itself.
_LEAD = re.compile(
    r"^(?:.*(?:成立|组成|组建|设立|建立|新组建的|调整|按照|根据|会同|[年月日由为是在将把原]|经(?![济信贸开发管])"
    r"|对(?![外口台])))?(?:[和与及]|[我本]?局)?(?=[\u4e00-\u9fff]{3,}$)"
)
_AND = re.compile(r"[和与及]")


def find_aliases(text: str, sections: Sequence[Section], duties: Sequence[Duty]) -> tuple[Alias, ...]:
    """Find names of one unit: declared (以下简称, 原, 更名为), or told apart by an organisation chart.

    A unit that duties name by the end of just one name of the chart (人事股 for 政工人事股) is that unit.
    """
    found = [*_declared(text), *_charted(text, sections, duties)]
    unique = {(alias.short, alias.full): alias for alias in reversed(found)}
    return tuple(sorted(unique.values(), key=lambda alias: alias.start))


def names_of(unit: str, aliases: Iterable[Alias]) -> frozenset[str]:
    """Find every name a unit goes by, its own included, as aliases of one issuing body say.

    A short name that stands for several full names (领导小组) tells nothing about any of them.
    """
    fulls: dict[str, set[str]] = {}
    for alias in aliases:
        fulls.setdefault(alias.short, set()).add(alias.full)
    pairs = [(short, *full) for short, full in fulls.items() if len(full) == 1]
    names = {unit}
    while more := {name for pair in pairs if names.intersection(pair) for name in pair} - names:
        names |= more
    return frozenset(names)


def _declared(text: str) -> Iterator[Alias]:
    for hint, pattern in _HINTS:
        word = hint.search(text)
        while word is not None:
            start, end = max(0, word.start() - _AROUND), word.end() + _AROUND
            for found in pattern.finditer(text, start, end):
                if (found.start() > start or not start) and found.end() < end:  # no name is cut off
                    yield from _alias(found)
            word = hint.search(text, word.end() + _AROUND // 3)  # what lies nearer has been looked at


def _alias(found: re.Match[str]) -> Iterator[Alias]:
    full, short = _bare(found["full"]), _bare(found["short"])
    if short != full and is_office(short) and is_office(full):
        first = min(("full", "short"), key=found.start)
        yield Alias(short, full, found.end(first) - len(_bare(found[first])), found.end())


def _charted(text: str, sections: Sequence[Section], duties: Sequence[Duty]) -> Iterator[Alias]:
    if not any(duty.start < _LABEL or "\n" in text[duty.start - _LABEL : duty.start] for duty in duties):
        return  # no duty stands where a chart names its units, at the start of a line
    spans = chart_units(text, sections)
    charted = {re.sub(r"\s+", "", text[slice(*span)]): span for span in spans}
    for name, (start, end) in charted.items():
        for other in (_SECOND_NAME.match(text, end), _ONCE.match(text, _next_line(text, end))):
            if other is not None and is_office(other["full"]):
                yield Alias(name, other["full"], start, other.end("full"))
    fulls: dict[str, list[str]] = {unit: [] for duty in duties if (unit := duty.unit) not in charted}
    for name in {*charted, *fulls}:
        for at in range(1, len(name) - 2):
            if name[at:] in fulls:
                fulls[name[at:]].append(name)
    for short, names in sorted(fulls.items()):
        if len(names) == 1 and names[0] in charted:
            yield Alias(short, names[0], *charted[names[0]])


def _bare(name: str) -> str:
    """Cut off what a sentence holds before a name: a verb, another unit."""
    name = _LEAD.sub("", name)
    cuts = [
        cut for cut in _AND.finditer(name) if is_office(name[: cut.start()]) and is_office(name[cut.end() :])
    ]
    return name[cuts[-1].end() :] if cuts else name


def _next_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end + 1

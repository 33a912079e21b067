"""Work plans as offices write them, drawn by hypothesis."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, product

from hypothesis import strategies as st

from ingest.records import Role
from tests.ingest import phrases
from tests.ingest.plan import Item, Plan, Unit

Form = tuple[str, tuple[Role, ...]]

_DIGITS = "〇一二三四五六七八九"
# The families of numbering from the outside in, each with the ways it is printed.
_FAMILIES = (
    ("第{cn}部分　", "第{cn}部分："),
    ("第{cn}章　", "第{cn}章 "),
    ("第{cn}节　", "第{cn}节 "),
    ("{cn}、", "{cn}．", "{cn}."),
    ("（{cn}）",),
    ("{n}.", "{n}．", "{n}、", "{wide}．"),
    ("{n}）",),
    ("（{n}）", "（{wide}）", "{enclosed}"),
    ("{circled}",),
)
# Other habits: a usually outer family inside a usually inner one, decimal figures.
_TURNED = (("{n}、", "（{cn}）"), ("（{cn}）", "{cn}、", "{n}."))
_DECIMAL = ("{path} ", "{path} ", "{path} ")
_COUNTS_POINTS = ("{n}）", "{wide}）", "{enclosed}")
TITLES = ["".join(words) for words in product(phrases.VERBS, phrases.OBJECTS)]
_TITLE = (phrases.PLACES, ("教育局",), phrases.YEARS, phrases.SUBJECTS)
_MOST_ITEMS = 20
_MOST_ENCLOSED = 20


@st.composite
def plans(draw: st.DrawFn, *, wordy: bool = False, runs_on: bool = False) -> Plan:
    """A plan whose outline leaves a careful reader no choice.

    :param wordy: every item has paragraphs of several lines.
    :param runs_on: every heading ends with a full stop and is numbered in one of the three commonest ways,
        so that a reader can do without line breaks.
    """
    chain = draw(_chains(range(3, 6) if runs_on else range(len(_FAMILIES))))
    levels = _levels(draw, len(chain))
    if runs_on:  # a number without a following one is no count
        levels = [level for level in levels for _ in range(2)]
    # That the outer count goes on after it is all that shows what is nested.
    if chain in (*_TURNED, _DECIMAL):
        levels.append(1)
    labels = _numbers(draw, chain, levels)
    titles = draw(st.lists(st.sampled_from(TITLES), min_size=len(levels), max_size=len(levels), unique=True))
    endings = ("。",) if runs_on else ("", "。", "：")
    paragraphs = _paragraphs(chain, wordy)
    parts = zip(levels, labels, titles, strict=True)
    items = [_item(draw, *part, draw(st.sampled_from(endings)), draw(paragraphs)) for part in parts]
    if wordy:  # the same line on page after page would be a running head
        items = [replace(item, paragraphs=_opened(item)) for item in items]
    items = _with_duties(draw, items, phrases.BRACKETS if runs_on else phrases.DUTIES)
    half = draw(st.sampled_from([st.just(False), st.just(True), st.booleans()]))
    items = [_half_width(item) if draw(half) else item for item in items]
    title = "".join(draw(st.sampled_from(words)) for words in _TITLE)
    above = draw(st.sampled_from(phrases.ABOVE))
    return Plan(
        title,
        draw(st.sampled_from(phrases.OPENINGS[runs_on:])),
        tuple(items),
        draw(st.sampled_from(phrases.CLOSINGS)),
        _glossary() if not runs_on and draw(st.booleans()) else (),
        tuple(line.format(title=title) for line in above),
        draw(st.sampled_from(phrases.BELOW)),
    )


def _chains(families: Sequence[int]) -> st.SearchStrategy[tuple[str, ...]]:
    """One way of printing the numbers for each level."""
    places = st.sets(st.sampled_from(families), min_size=1, max_size=4).map(sorted)
    usual = places.flatmap(lambda chosen: st.tuples(*(st.sampled_from(_FAMILIES[i]) for i in chosen)))
    return st.one_of(usual, st.sampled_from([*_TURNED, _DECIMAL])) if len(families) > 3 else usual


def _levels(draw: st.DrawFn, deepest: int) -> list[int]:
    """Levels of items in reading order; none is more than one deeper than the item above it."""
    wanted = draw(st.lists(st.integers(1, deepest), min_size=2, max_size=_MOST_ITEMS))
    return list(accumulate(wanted, lambda above, level: min(level, above + 1), initial=0))[1:]


def _numbers(draw: st.DrawFn, chain: tuple[str, ...], levels: Sequence[int]) -> list[str]:
    """The label of every item; the counts of one level may run on, all others restart."""
    running = draw(st.integers(1, len(chain))) if chain not in (*_TURNED, _DECIMAL) else 1
    labels: list[str] = []
    path: list[int] = []
    reached = 0
    for level in levels:
        before = path[level - 1] if level <= len(path) else 0
        count = (reached if level == running else before) % _MOST_ENCLOSED + 1
        reached = count if level == running else reached
        path[level - 1 :] = [count]
        labels.append(_label(chain[level - 1], path))
    return labels


def _label(form: str, path: Sequence[int]) -> str:
    """The label of an item whose numbers, from the outermost level on, are `path`."""
    n = path[-1]
    return form.format(
        cn=_chinese(n),
        n=n,
        wide="".join(chr(ord(digit) + 0xFEE0) for digit in str(n)),
        enclosed=chr(ord("⑴") + n - 1),
        circled=chr(ord("①") + n - 1),
        path=".".join(map(str, path)),
    )


def _chinese(value: int) -> str:
    """A number up to 99 in Chinese figures."""
    tens, ones = divmod(value, 10)
    head = "" if not tens else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return head + (_DIGITS[ones] if ones else "")


def _paragraphs(chain: tuple[str, ...], wordy: bool) -> st.SearchStrategy[list[str]]:
    """Paragraphs below a heading, none twice; points counted within one must not look like items."""
    counts_points = any(mark in form for form in chain for mark in _COUNTS_POINTS)
    known = phrases.SENTENCES if counts_points or wordy else (*phrases.SENTENCES, phrases.POINTS)
    least, most = (4, 5) if wordy else (1, 3)
    texts = st.lists(st.sampled_from(known), min_size=least, max_size=most, unique=True).map("".join)
    if wordy:
        return st.lists(texts, min_size=1, max_size=2, unique=True)
    return st.lists(st.one_of(texts, st.sampled_from(phrases.PARAGRAPHS)), max_size=2, unique=True)


def _opened(item: Item) -> tuple[str, ...]:
    """The paragraphs of an item, each opening in words of its own."""
    openings = ("围绕", "为", "对")[: len(item.paragraphs)]
    return tuple(
        f"{words}{item.title}，{text}" for words, text in zip(openings, item.paragraphs, strict=True)
    )


def _item(draw: st.DrawFn, level: int, text: str, title: str, ending: str, paragraphs: Sequence[str]) -> Item:
    """A heading with a colon runs on into its paragraph, one with a stop may."""
    if ending == "：":
        return Item(level, text, title, ending if paragraphs else "", bool(paragraphs), tuple(paragraphs))
    runs_in = bool(ending and paragraphs) and draw(st.booleans())
    return Item(level, text, title + draw(st.sampled_from(phrases.TAILS)), ending, runs_in, tuple(paragraphs))


def _with_duties(draw: st.DrawFn, items: Sequence[Item], forms: Sequence[Form]) -> list[Item]:
    """Let some items end with the units responsible; the first such may say that the first unit leads."""
    first_leads = draw(st.booleans())
    forms = phrases.FIRST_LEADS[:1] if first_leads else forms
    out = []
    for item in items:
        if draw(st.booleans()):
            words, units = _duty(draw, first_leads, *draw(st.sampled_from(forms)))
            item = replace(item, duty=words, units=units)
            forms = phrases.FIRST_LEADS[1:] if first_leads else forms
        out.append(item)
    return out


def _duty(
    draw: st.DrawFn, first_leads: bool, words: str, roles: tuple[Role, ...]
) -> tuple[str, tuple[Unit, ...]]:
    sizes = [draw(st.integers(2 if first_leads else 1, 3)) for _ in roles]
    names = draw(st.permutations(phrases.UNITS))
    groups = [names[at - size : at] for at, size in zip(accumulate(sizes), sizes, strict=True)]
    separator = draw(st.sampled_from("、，")) if "：" in words else "、"
    units = [(name, role) for group, role in zip(groups, roles, strict=True) for name in group]
    if first_leads:
        units[0] = (units[0][0], Role.LEAD)
    return words.format(*map(separator.join, groups)), tuple(units)


def _half_width(item: Item) -> Item:
    """The item with the punctuation of a keyboard that was not switched to Chinese."""
    return replace(
        item,
        label=item.label.translate(phrases.HALF_WIDTH),
        title=item.title.translate(phrases.HALF_WIDTH),
        ending=item.ending.translate(phrases.HALF_WIDTH),
        paragraphs=tuple(text.translate(phrases.HALF_WIDTH) for text in item.paragraphs),
        duty=item.duty.translate(phrases.HALF_WIDTH),
    )


def _glossary() -> tuple[Item, ...]:
    explained = enumerate(phrases.GLOSSARY, 1)
    items = [Item(2, f"{n}.", name, "：", runs_in=True, paragraphs=(text,)) for n, (name, text) in explained]
    return (Item(1, "", "名词解释"), *items)


EXAMPLE = Plan(
    "云溪县教育局2024年教育工作要点",
    phrases.OPENINGS[1],
    (
        Item(1, "一、", "加强党的建设", paragraphs=(phrases.SENTENCES[0],)),
        Item(
            2, "（一）", "抓实意识形态建设", "。", True, (phrases.POINTS,), "（责任股室：办公室、政工人事股）"
        ),
        Item(2, "（二）", "规范基层党组织建设", "。", True, ("".join(phrases.SENTENCES[1:6]),)),
        Item(1, "二、", "提高教育质量", paragraphs=("".join(phrases.SENTENCES[-6:]),)),
        Item(
            2,
            "1.",
            "发展学前教育",
            "：",
            True,
            (phrases.PARAGRAPHS[0],),
            "（基础教育股牵头，计划财务股配合）",
        ),
        Item(2, "2.", "加强安全工作", paragraphs=(phrases.PARAGRAPHS[1],), duty="责任单位：安全稳定股"),
    ),
    phrases.CLOSINGS[1],
    _glossary(),
)

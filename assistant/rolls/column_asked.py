"""A question and a table into the column asked of all its rows, and what its cells are held against."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.rolls.grid import Table
from assistant.rolls.ranked import Bar, asked_bar
from assistant.rolls.tabled import column_asked
from assistant.understanding.named import YEAR, short_place
from assistant.understanding.terms import coverage, weigh
from ingest.text import normalize

# What the rows of tables are called, each line by names that stand for one another.
_CALLED = (
    "乡镇街道 乡镇 镇街 街镇 镇乡 镇街道 街道 镇 乡",
    "县市区 市县区 县区 区县 市县 县市 县 区",
    "设区市 地市 市州 城市 市",
    "项目 工程",
    "学校 校",
    "单位 部门",
    "行政村 村居 村社 村",
    "企业 公司",
)
_KINDS = tuple(tuple(line.split()) for line in _CALLED)
_ANY_KIND = re.compile("(?:重点|主要|具体|年度|工作)*(?:工作|任务|事项)(?:内容)?")
_ANYTHING = ("名称", "单位", "单位名称", "地区", "内容")
_ALL_NAMES = frozenset(name for names in _KINDS for name in names)
_ONE = "(?:哪一?[个些家所条项座处]|哪几[个家所条项座处]|(?:有?(?:多少|几))[个家所条项座处]|什么)"
_EACH = "(?:各[个项所家条]?|每一?[个家所条项座处]?|所有|全部)"
_OF_ROWS = r"的?(?P<of>(?:(?!的)[\u4e00-\u9fff]){0,6}?)"
_ASKS = re.compile(f"{_ONE}|{_EACH}|谁")
# What no single cell tells: totals, comparisons, exceptions, places in an order, changes, several questions.
_OTHERWISE = re.compile(
    r"没|未|除了|以外|之外|合计|一共|总共|共计|平均|为什么|怎么|如何|相比|相差|比较|对比|[?？。].|倒数"
    r"|第[二三四五\d]+(?=[名位高低大多少]|$)|前[几两三四五十\d]|最.的?前?[几两三四五十\d]+[个家所条项座处]|占比多少|变化|哪[年天月]|同比"
)
_BEGINNING = re.compile(
    r"^(?:请|帮我|麻烦)*(?:列出|列一下|列举|罗列|说说|告诉我|查一下|统计)?"
    r"(?:[的和及与，,、]|中(?![学药心央小医职型期])|里(?!程)|内(?![部河涝陆]))*"
)
_UNIT_ASKED = r"[百千万亿]*(?:元|人次|人|吨|亩|公里|米|平方米|所|套|个|户|件|家|项|名|%|个百分点)?"
_ENDING = re.compile(
    r"(?:的?(?:情况|数据|名单))?(?:分别|各自?|都|具体|依次|列出来)*(?:要|应|需)?(?:[是有为在由归达到的])*"
    rf"(?:(?:多少|几){_UNIT_ASKED}|谁|什么(?:时候)?|何时|哪[些个]?(?:单位|部门|人)?|多[大长高])?[?。呢啊吗]*$"
)
_WORDED_OTHERWISE = re.compile("(?:人数|数量|情况|目标|任务|指标|数额|金额|总数|个数|数)$")
_WHICH = re.compile("哪一?[个些家]")
_PIECES = re.compile("的|(?<=[点划案件告表单务排])[里中内]|[，,、]")
_BRACKETS = re.compile(r"[（(][^（）()]*[）)]")
_IN_BRACKETS = re.compile(r"[（(](?:单位[:：]?)?([^（）()]*)[）)]")
_FILTERS = re.compile(r"\d|[月季底末]|牵头|负责|责任|配合|主办|承担|承办|完成|竣工|开工")
_WHO_WHEN = re.compile("谁|什么时候|何时|哪[个些]?(?:单位|部门)")
_ASKING_WHO_WHEN = re.compile(rf"{_WHO_WHEN.pattern}|牵头|负责|完成|建成|分别|具体|[由来要都应该需各的是?。]")
_FIGURE = re.compile(r"\D?\d[\d.,]*\D{0,4}")
_ALIKE, _NEAR, _ENDS, _COVERED, _FIRST, _SHORTEST = 0.9, 0.6, 0.6, 0.85, 3, 2


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question asks of every row of a table.

    :param kind: what its rows are called in the question.
    :param naming: the head of the column that names them; `column` is that of what is asked.
    :param nearness: how near the words asked are to that head, 1 for the same.
    :param bar: what the cells are held against, if that is asked.
    """

    kind: str
    naming: str
    column: str
    nearness: float
    bar: Bar | None


def may_ask_column(text: str) -> bool:
    """Tell whether a question may ask something of every row of a table."""
    folded = normalize(text)
    return bool(_ASKS.search(folded)) and not _OTHERWISE.search(folded)


def asked_of(text: str, years: Sequence[int], table: Table) -> Asked | None:
    """Find which column of a table a question asks of all its rows; None where kind or column is not sure.

    :param years: that the question names.
    """
    folded, bar = normalize(text), asked_bar(text)
    for naming in table.heads[:_FIRST]:
        for kind, before, after, is_each in _split(folded, _names_of(naming, table)):
            pieces = _pieces((before, after), bar, table)
            column, nearness = _column(pieces, years, naming, table, bar)
            column, nearness = (column, nearness) if column else _by_question(before + after, naming, table)
            is_told = bool(bar) or is_each
            if column and is_told and _may_be_told(kind, naming, pieces, bar) and _is_key(naming, table):
                return Asked(kind, naming, column, nearness, bar)
    return None


def _names_of(naming: str, table: Table) -> tuple[str, ...]:
    """Give what the rows below a head may be called, longest first; a head that says nothing is as titled."""
    core = _core(naming)
    bare = re.sub("(?:名称|名)$", "", core)
    if core in _ANYTHING:
        title = normalize(table.name)
        forms = {name for names in _KINDS for name in names if len(name) > 1 and name in title} | {core}
    else:
        forms = {core, bare, bare[-2:]} - {""}
    alike = {name for kinds in _KINDS if not forms.isdisjoint(kinds) for name in kinds}
    return tuple(sorted(forms | alike, key=len, reverse=True))


def _split(text: str, names: Sequence[str]) -> Iterator[tuple[str, str, str, bool]]:
    """Part a question at the words for its rows: these, what stands before and after, whether it asks all.

    What stands between (哪个水利项目) is told with what stands before.
    """
    said = [name for name in names if name in text]
    if not said:
        return
    kind = f"(?P<kind>{'|'.join(map(re.escape, said))})(?:名称)?"
    for lead, is_each in ((_ONE, False), (_EACH, True)):
        found = re.search(f"{lead}{_OF_ROWS}{kind}", text)
        if found and found["of"] not in _ALL_NAMES:  # 各市的项目 is of each 市
            yield found["kind"], f"{found['of']}的{text[: found.start()]}", text[found.end() :], is_each
    behind = (
        rf"的{kind}(?:都|一共|总共|分别|具体)*(?:是|有|包括)(?:{_ONE}|哪些|谁|[几多]少?[个家所])?[?。呢]*$"
    )
    if found := re.search(behind, text):
        yield found["kind"], text[: found.start()], "", False
    if found := re.search(
        rf"{kind}(?P<of>[^，,的]{{2,16}}最.的?(?:是|有|为))哪一?[个些家所条座][?。呢]*$", text
    ):
        yield found["kind"], text[: found.start()], found["of"], False


def _pieces(parts: Sequence[str], bar: Bar | None, table: Table) -> list[str]:
    """Give the words before and after the rows' name that may name a column, or where it stands."""
    header = table.document.header
    pieces: list[str] = []
    for part in parts:
        for place in filter(None, (normalize(header.place), short_place(normalize(header.place)))):
            part = part.replace(place, "")
        if bar:
            said = bar.words[max(bar.words.find("最"), 0) :].removesuffix("的")
            part = part.replace(said, "")
            part = re.sub("第一$", "", part)
        part = re.sub(r"(?:20\d\d年度?|[今本当]年)的?", "", part)
        for piece in _PIECES.split(_WHICH.sub("", part)):
            piece = _ENDING.sub("", _BEGINNING.sub("", piece))
            pieces += [piece] if piece else []
    return pieces


def _column(
    pieces: Sequence[str], years: Sequence[int], naming: str, table: Table, bar: Bar | None
) -> tuple[str, float]:
    """Find the column that one of some words names, where all others only say of what table it is."""
    heads = [head for head in table.heads if head != naming]
    if not pieces and bar and "长" in bar.words:
        pieces = ["长度"]
    for piece in reversed(pieces):
        column, nearness = _nearest(piece, years, heads)
        if column:
            others = [other for other in pieces if other != piece]
            return (column, nearness) if all(_is_context(other, table) for other in others) else ("", 0.0)
    return "", 0.0


def _nearest(words: str, years: Sequence[int], heads: Sequence[str]) -> tuple[str, float]:
    """Find the one head that words are for; ("", 0) where none is, or which is open.

    A head of a year is meant where that year is asked, or no head without one is for these words.
    """
    near = {head: nearness for head in heads if (nearness := _nearness(words, head))}
    of_year = {head: near[head] for head in near if not set(_years(head)).isdisjoint(years)}
    of_any = {head: near[head] for head in near if not _years(head)}
    found = of_year or of_any or (near if len(near) == 1 and not years else {})
    exact = [head for head in found if found[head] == 1.0]
    if len(exact or found) != 1:
        return "", 0.0
    head = next(iter(exact or found))
    return head, found[head]


def is_of_year(head: str, years: Sequence[int]) -> bool:
    """Tell whether a head names a year that is asked."""
    return not set(_years(head)).isdisjoint(years)


def _years(head: str) -> list[int]:
    return [int(year) for year in YEAR.findall(normalize(head))]


def _core(head: str) -> str:
    """A head without its year and what stands in brackets."""
    return re.sub(r"20\d\d年度?", "", _BRACKETS.sub("", normalize(head)))


def _nearness(words: str, head: str) -> float:
    """Tell how near words are to a head, 0 for not the same thing: 投资 is 总投资, 整治率 is 撂荒地整治率."""
    unit = _IN_BRACKETS.search(normalize(head))
    forms = {_core(head), _core(head) + (unit[1] if unit else "")}
    if words in forms:
        return 1.0
    forms |= {_WORDED_OTHERWISE.sub("", form) for form in forms}
    asked = {words, _WORDED_OTHERWISE.sub("", words)} - {""}
    return max(_likeness(one, other) for one in asked for other in forms)


def _likeness(words: str, head: str) -> float:
    if words == head:
        return _ALIKE
    short, long = sorted((words, head), key=len)
    if len(short) < _SHORTEST:
        return 0.0
    signs = iter(long)
    share = len(short) / len(long) if all(sign in signs for sign in short) else 0.0
    ends = _ENDS if long == head and head.endswith(words) else 0.0
    return max(share if share >= _NEAR else 0.0, ends)


def _is_context(words: str, table: Table) -> bool:
    """Tell whether words say no more than what table is meant: they choose no rows of it."""
    cells = {normalize(value) for line in table.lines for value in line.cells.values()}
    values = {value for cell in cells for value in re.split("[、，,；;]", cell)}
    if _FILTERS.search(words) or any(words in (value, value[:-1], value[:-2]) for value in values):
        return False
    is_said = set(words) <= set(table.context)
    return is_said and coverage(weigh(words), table.context) >= _COVERED


def _by_question(words: str, naming: str, table: Table) -> tuple[str, float]:
    """Find the only column that tells what is asked without its head: 由谁牵头, 什么时候完成."""
    asked = column_asked(words) if _WHO_WHEN.search(words) else None
    heads = [head for head in table.heads if asked and head != naming and asked.search(head)]
    rest = _ASKING_WHO_WHEN.sub("", words)
    if named := [head for head in heads if rest and rest in head]:
        heads, rest = named, ""
    return (heads[0], _NEAR) if len(heads) == 1 and (not rest or _is_context(rest, table)) else ("", 0.0)


def _may_be_told(kind: str, naming: str, pieces: Sequence[str], bar: Bar | None) -> bool:
    """Tell whether rows so called can be meant: tasks are in every table, indicators are never ranked."""
    if bar and "指标" in naming:
        return False
    return len(pieces) > 1 or _ANY_KIND.fullmatch(kind) is None


def _is_key(naming: str, table: Table) -> bool:
    """Tell whether a column names each row, no two the same, and none by a figure."""
    names = [normalize(line.cells.get(naming, "")) for line in table.lines]
    return all(names) and len(set(names)) == len(names) and not any(map(_FIGURE.fullmatch, names))

"""A column asked of all rows of a table (哪个乡镇粮食面积最大, 各项目的牵头单位是谁) into a line for each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from assistant.answer import Answer, Mode
from assistant.citing.citations import Sources
from assistant.rolls.column_asked import Asked, asked_of, is_of_year, may_ask_column
from assistant.rolls.grid import Line, Table, tables_in
from assistant.rolls.ranked import Bar, Ranking, Worth, rank, say_ranked, worth_of
from assistant.rolls.roll import WHOLE, Entry, cited
from assistant.shelf import Shelf
from assistant.understanding.narrowing import admits, is_source
from assistant.understanding.question import Question
from ingest.facts.cells import unit_in_head
from ingest.facts.quantities import quantities
from ingest.parse.table import CELL_GAP
from ingest.records import Hit
from ingest.text import normalize

_EMPTY = re.compile(r"[-—－–―/\\／*…·.]*")
_BARE = re.compile(
    r"(?P<number>\D{0,3}\d[\d,，]*(?:\.\d+)?(?:[百千万亿]*[余多]?)"
    r"(?:[-—－–―～~至到]{1,2}\d[\d,，]*(?:\.\d+)?[百千万亿]*)?)(?P<bound>[及或]?以[上下内]|左右)?"
)
_MONEY = re.compile("投资|资金|经费|收入|支出|金额|补助|补贴|预算|成本|产值")
_SCALES = "百千万亿"
_BESIDE = re.compile(r"[^-－负降减]{0,2}")
_MOST_TABLES, _MOST = 3, 120


def list_column(question: Question, hits: Sequence[Hit], shelf: Shelf) -> Answer | None:
    """List the cells of one column with the rows they are of, those first that state most, or meet a bar.

    None where no table found for the question surely has such rows and such a column. Tables that have it
    alike are each told by themselves, newest first.

    :param hits: passages found for the question, of which one must be of a table of the document.
    """
    is_of_unit = question.unit or question.concerned or question.stranger
    if is_of_unit or not may_ask_column(question.text):
        return None
    found = sorted(_found(question, hits, shelf), key=lambda one: -(one[0].document.header.year or 0))
    exact = [(table, asked) for table, asked in found if asked.nearness == 1.0]
    sources = Sources()
    told = ((table, _told(table, asked, sources)) for table, asked in exact or found)
    blocks = list(islice((one for one in told if one[1]), _MOST_TABLES))
    if not blocks:
        return None
    each = [f"{table.name}：\n{block}" if len(blocks) > 1 else block for table, block in blocks]
    return Answer(question.text, "\n\n".join(each), Mode.EXTRACT, sources.citations)


def _found(question: Question, hits: Sequence[Hit], shelf: Shelf) -> Iterator[tuple[Table, Asked]]:
    """Find the tables that have the rows and the column a question asks, in the order they were found."""
    infos = {info.doc: info for info in shelf.documents()}
    anytime = replace(question, years=())
    for doc in dict.fromkeys(hit.chunk.doc for hit in hits if CELL_GAP in hit.chunk.text):
        info = infos.get(doc)
        if info is None or not is_source(question, info) or not admits(anytime, info):
            continue
        for table in tables_in(shelf.open(doc)):
            asked = asked_of(question.text, question.years, table)
            if asked and (is_of_year(asked.column, question.years) or admits(question, info)):
                yield table, asked


def said_in(table: Table, line: Line, head: str) -> str:
    """Give what a cell says, with the unit its head or table counts in; "" for an empty one."""
    value = line.cells.get(head, "")
    if _EMPTY.fullmatch(value):
        return ""
    bare, in_table = _BARE.fullmatch(value), table.unit if table.unit.endswith("元") else ""
    unit = unit_in_head(head) or (in_table if _MONEY.search(head) else "")
    unit = "个月" if unit == "月" else unit
    if not unit or bare is None:
        return value
    number = bare["number"]
    if number[-1] in _SCALES and unit[0] in _SCALES:  # 1.1万 in 万元: one of the two is wrong
        return value
    return f"{number}{unit}{bare['bound'] or ''}"


def worth_of_cell(said: str) -> Worth | None:
    """Give the one figure a cell states; None where it states none, several, or more than a figure."""
    text = normalize(said)
    found = list(quantities(text))
    if len(found) != 1 or not _BESIDE.fullmatch(text[: found[0].start] + text[found[0].end :]):
        return None
    return worth_of(found[0])


def _told(table: Table, asked: Asked, sources: Sources) -> str:
    """Tell a table's column, "" where its cells cannot be held against what is asked."""
    said = [said_in(table, line, asked.column) for line in table.lines]
    names = [line.cells[asked.naming] for line in table.lines]
    what = f"{table.name}中各{asked.kind}的{asked.column}共 {len(names)} 行"
    marks = [_marks(table, line, sources) for line in table.lines] if not asked.bar else []
    if asked.bar is None:
        lines = [
            f"· {name}：{one or '未填写'}{mark}" for name, one, mark in zip(names, said, marks, strict=True)
        ]
        return "\n".join([f"{what}，{_extent(len(names))}：", *lines[:_MOST]])
    return _ranked(table, asked.bar, what, list(zip(names, said, strict=True)), sources)


def _ranked(table: Table, bar: Bar, what: str, rows: Sequence[tuple[str, str]], sources: Sources) -> str:
    """Tell which rows state most, or meet a bar, and list them in order; "" where too few can be compared."""
    stated = [worth_of_cell(said) for _, said in rows]
    if bar.unit and all(one is None or one.unit != bar.unit for one in stated):
        return ""
    ranking = rank(bar, stated)
    if ranking is None:
        return ""

    def line(at: int) -> str:
        name, said = rows[at]
        return f"· {name}：{said}{_marks(table, table.lines[at], sources)}"

    labels = [f"{name}（{said}）" for name, said in rows]
    lines = [say_ranked(bar, labels, ranking)]
    is_most = bar.way in ("min", "max")
    shown = ranking.known if is_most or not ranking.met + ranking.unsure else ranking.met
    if shown == ranking.known:
        lines += [f"{what}，{_extent(len(shown))}：", *map(line, shown[:_MOST])]
    else:
        lines += [f"{what}，符合的 {len(shown)} 行{_extent(len(shown))}：", *map(line, shown[:_MOST])]
        lines += ["不能断定的：", *map(line, ranking.unsure)] if ranking.unsure else []
        rest = len(ranking.known) - len(shown) - len(ranking.unsure)
        lines += [f"其余写明数字的 {rest} 行按所列数字不符合。"] if rest else []
    return "\n".join([*lines, *_behind(table, rows, ranking, sources)])


def _behind(table: Table, rows: Sequence[tuple[str, str]], ranking: Ranking, sources: Sources) -> list[str]:
    """Name the rows that state nothing to compare."""
    empty = [
        f"{rows[at][0]}{_marks(table, table.lines[at], sources)}" for at in ranking.others if not rows[at][1]
    ]
    other = [
        f"{rows[at][0]}（{rows[at][1]}）{_marks(table, table.lines[at], sources)}"
        for at in ranking.others
        if rows[at][1]
    ]
    said = [f"未填写的：{'、'.join(empty)}。"] if empty else []
    return said + ([f"所写的不能直接相比的：{'、'.join(other)}。"] if other else [])


def _marks(table: Table, line: Line, sources: Sources) -> str:
    return cited(Entry(table.document, "", line.section, line.start, line.end), sources)


def _extent(count: int) -> str:
    return WHOLE if count <= _MOST else f"这里列出前 {_MOST} 行"

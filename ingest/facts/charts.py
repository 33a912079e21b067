"""An organisation chart, which names a unit first and then what it does, into the duties of its units."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby

from ingest.facts.names import is_office
from ingest.facts.roles import role_of
from ingest.facts.units import Group, Span
from ingest.records import Role, Section
from ingest.text import places

_DUTIES = r"(?:的|及其|和)?(?:主要|工作|岗位|具体)*(?:职责|职能|任务)(?:分工)?"
_TITLE = re.compile(
    rf"(?P<name>[^（()）：:。；，、]{{2,40}}?)\s*(?:[（(](?P<other>[^（()）]*)[）)])?(?P<duties>{_DUTIES})?[:：]?"
)
_MAY_CLOSE_TITLE = re.compile(
    r"[股科处室局委办厅部署院所站心会行社队联组团司府校学园馆班协中）)责能务工][:：]?\s*$"
)
_DUTIES_TITLE = ("职责", "职能")
_ABOUT_DUTIES = re.compile(r"职责|职能|机构|内设|分工|科室|股室|处室")
_OF_OFFICES = re.compile(r"科室|股室|处室|内设机构|各部门")
# What all headings of a plan by offices end in, one of them for sure: 实验室 and 图书室 are rooms.
_INNER = re.compile(r"[室股科处]$")
_SURELY_INNER = re.compile(r"(?:办公室|[股科处])$")
_IN_CHARGE = r"负责(?!人(?!事|才|员)|任(?!务|命)|同志)|承担"
_HOW = "(?:主要|具体|牵头|统筹|统一|归口)*"
_DOING = (
    rf"{_HOW}(?:{_IN_CHARGE}|承办|拟[定订]|组织(?:实施|开展|拟订|指导|协调)|协助|指导|起草|主管|综合协调|管理|编制|办理"
    r"|贯彻(?:执行|落实)|研究(?:拟订|提出|制定)|协调(?!发展)|统筹(?!推进)|监督(?:管理|检查|指导)?|配合|协同|参与)"
)
_HEADED = r"(?:(?:主要|工作|岗位)*(?:职责|职能|任务)[:：]?\s{0,4})?"
_STATES_TASKS = re.compile(
    rf"^\s*{_HEADED}(?:[（(]?[\d一二三四五六七八九十]{{1,2}}[)）.．、]\s*)?{_DOING}"
    rf"|(?:^|[。；;\n]\s*){_HOW}(?:{_IN_CHARGE})|(?:主要|工作)职责"
)
# A unit that does nothing but help others; who helps those in charge of it has a task of its own.
_HELPS = re.compile(
    rf"(?:[（(][^（()）\n]*[）)])?[\s：:。]*{_HEADED}(?:积极|密切|主动|具体|主要)*(?P<verb>牵头|配合|协助|协同|协办|参与|参加)(?![^，。；、]{{0,6}}(?:领导|局长|主任|党[组委]))"
)
_OWN_TASK = re.compile(rf"{_IN_CHARGE}|牵头|主管|承办")
_LOOKED_AT = 160
_MEMBER = re.compile(
    r"\n[-—•·● \u3000]{0,6}(?P<name>[^：:。，；\n（()）]{2,30})(?:[（(][^（()）\n]*[）)])?"
    r"[ \u3000]{0,4}(?:(?P<colon>[：:])|[。\u3000 ])[ \u3000]{0,4}"
)
# Several units in one line: 县公安局：维护秩序；县城管局：清理摊点。
_BESIDE = re.compile(
    r"(?:(?<=\n)|(?<=[；;。：:]))[ \u3000]*"
    r"(?P<name>(?![^：:\n]*(?:责任|牵头|配合|承办)[股科处部]室)[^：:。，；;\n（()）]{2,16}(?<!实验室))"
    r"(?:[（(][^（()）\n]*[）)])?[：:](?=[^\n；;。]{2})"
)
_LINE = re.compile(rf"{_MEMBER.pattern}{_HEADED}{_DOING}")
_ROW_HINTS = ("职责", "职能", "任务", "分工")
_ROW = re.compile(
    r"(?:^|[\u3000 ])(?:\d{1,5}\.)?(?:内设|成员|责任)?(?:科室|股室|处室|部门|单位|机构)(?:名称)?[:：]\s*"
    r"(?P<name>[^：:\u3000\n]{2,40})"
    r"[\u3000 ]+(?:(?:主要|工作|岗位|具体|承担)*(?:职责|职能|任务)(?:分工|任务|内容|范围)?|分工)[:：]",
    re.MULTILINE,
)


def find_charts(text: str, sections: Sequence[Section]) -> Iterator[Group]:
    """Find headings, lines and rows that are the name of a unit and are followed by what it does."""
    for span in _headings(text, sections):
        section = sections[bisect_right(sections, span[0], key=lambda section: section.start) - 1]
        yield Group(*span, ((span, _role(text, span[1], section.end)),))
    for span in _lines(text):
        yield Group(*span, ((span, _role(text, span[1], _line_end(text, span[1]))),), tasked=True)


def row_unit(row: str) -> str:
    """Read the unit that a row of a table names before what it does, "" in any other row."""
    found = _ROW.match(row) if any(hint in row for hint in _ROW_HINTS) else None
    return found["name"].strip() if found is not None and is_office(found["name"].strip()) else ""


def chart_units(text: str, sections: Sequence[Section]) -> list[Span]:
    """Spans of the units that charts list."""
    return [*_headings(text, sections), *_lines(text)]


def _headings(text: str, sections: Sequence[Section]) -> Iterator[Span]:
    """Find headings of one parent that are units, where several state tasks or a heading above says so."""
    children: dict[int, list[int]] = {}
    for index, section in enumerate(sections):
        if section.parent is not None:
            children.setdefault(section.parent, []).append(index)
        elif section.title.endswith(_DUTIES_TITLE) and (span := _heading_unit(text, section)) is not None:
            yield span
    for parent, indices in children.items():
        named = {i: span for i in indices if (span := _heading_unit(text, sections[i])) is not None}
        tasked = [i for i in named if _states_tasks(text, sections[i])]
        told = any(_ABOUT_DUTIES.search(title) for title in _titles(sections, parent))
        stating = (len(tasked) > 1 and 2 * len(tasked) >= len(named)) or (told and tasked)
        if stating or _by_office(sections, parent, indices, [text[slice(*span)] for span in named.values()]):
            filled = (i for i in named if text[sections[i].body : sections[i].end].strip())
            yield from (named[i] for i in filled)


def _by_office(sections: Sequence[Section], parent: int, indices: Sequence[int], names: list[str]) -> bool:
    """Tell whether work is listed office by office: a heading above says so, or no other heading is there."""
    if len(names) < 2:
        return False
    headed = sum(bool(sections[i].title) for i in indices)
    if len(names) == headed and all(map(_INNER.search, names)) and any(map(_SURELY_INNER.search, names)):
        return True
    return 2 * len(names) >= headed and any(_OF_OFFICES.search(t) for t in _titles(sections, parent))


def _lines(text: str) -> Iterator[Span]:
    """Find lines and rows that name a unit and say what it does; a single line is no chart.

    Between lines that state tasks and right behind them, a colon is enough: 县公安局：加强校园周边巡逻。
    """
    lines = f"\n{text}"  # every line starts behind a line break
    stating = [found for found in _LINE.finditer(lines) if is_office(found["name"].strip())]
    if len(stating) > 1:
        reach = _line_end(lines, stating[-1].end())
        starts = {found.start() for found in stating}
        for found in _MEMBER.finditer(lines, stating[0].start()):
            if found.start() > reach:
                break
            if is_office(found["name"].strip()) and (found["colon"] or found.start() in starts):
                yield found.start("name") - 1, found.end("name") - 1
                reach = max(reach, _line_end(lines, found.end()))
    yield from _beside(text)
    hinted = any(text[max(0, colon - 2) : colon] in _ROW_HINTS for colon in places(text, "：:"))
    rows = _ROW.finditer(text) if hinted else ()
    yield from (found.span("name") for found in rows if is_office(found["name"].strip()))


def _beside(text: str) -> Iterator[Span]:
    """Find units that stand beside one another in a line, each with what it does behind a colon."""
    spans = [found.span("name") for found in _BESIDE.finditer(text) if is_office(found["name"].strip())]
    for _, line in groupby(spans, key=lambda span: text.rfind("\n", 0, span[0])):
        beside = list(line)
        if len({text[slice(*span)] for span in beside}) > 1:
            yield from beside


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _role(text: str, start: int, end: int) -> Role:
    """Tell the role of a unit by what stands behind its name: 派出所：配合做好治安 supports."""
    helps = _HELPS.match(text, start, end)
    if helps is None or (helps["verb"] != "牵头" and _OWN_TASK.search(text, helps.end(), end)):
        return Role.OWNER
    return role_of(helps["verb"])


def _heading_unit(text: str, section: Section) -> Span | None:
    """Find the unit's name that a heading consists of, but for 职责 or another name in brackets behind it."""
    title = _TITLE.fullmatch(section.title) if _MAY_CLOSE_TITLE.search(section.title[-4:]) else None
    if title is None or not is_office(re.sub(r"\s+", "", title["name"])):
        return None
    letters = r"\s*".join(map(re.escape, re.sub(r"\s+", "", title["name"])))
    found = re.compile(letters).search(text, section.start, max(section.body, section.start + 1))
    return found.span() if found is not None else None


def _states_tasks(text: str, section: Section) -> bool:
    body = text[section.body : section.end][:_LOOKED_AT]
    return _STATES_TASKS.search(body) is not None or section.title.rstrip(":：").endswith(_DUTIES_TITLE)


def _titles(sections: Sequence[Section], index: int | None) -> Iterator[str]:
    while index is not None:
        yield sections[index].title
        index = sections[index].parent

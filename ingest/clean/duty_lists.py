"""Lists of who and until when, glued to a heading or to the next item, into lines of their own."""

import re
from collections.abc import Iterator, Mapping, Sequence

from ingest.clean.items import successors
from ingest.clean.openers import DUTY_WORDS
from ingest.numbering import Family, read_marker
from ingest.parse.table import is_row
from ingest.records import Line

_LEAST_HEADING, _LONGEST_LIST = 4, 80  # characters
_HEAD = rf"(?:牵头|第一|主要|具体|共同|直接|包保|工作)?(?:{DUTY_WORDS})[ \u3000]?[:：][ \u3000]*"
_HEADS = re.compile(_HEAD)
_COLON = re.compile(r"[:：][ \u3000]*")
_LONGEST_HEAD = 10  # characters up to its colon
# What a list may end with: a unit, 同上, a day, or a name written 王某某.
_TAIL = (
    r"(?:同[上前]|[局委办部科股室处站会府院厂队司校所镇乡区县市团企心园台道学馆厅署]"
    r"|(?:[\d月年度季]|[上中下])(?:[旬日底末月前]|年|季度|半年)|某|[\u4e00-\u9fff][×Xx]{1,2})"
)
_PEOPLE = re.compile(r"人|领导")
_NAMES = r"[\u4e00-\u9fff]{2,3}(?:[、 \u3000][\u4e00-\u9fff]{2,3})*"
_NUMERAL = "一二三四五六七八九十"
# 三、四中学 goes on with a list, and 3.5万人 is a figure.
_LABEL = (
    rf"(?:(?<![第{_NUMERAL}])[{_NUMERAL}]{{1,3}}、|[（(][{_NUMERAL}]{{1,3}}[）)]"
    rf"|(?<!\d)\d{{1,2}}(?:[.．](?!\d(?!\d{{3}}年))|、))(?=[\u4e00-\u9fff“《]|\d{{4}}年)(?![{_NUMERAL}])"
)
_LABELS = re.compile(_LABEL)
_LISTED = rf"[^。；;！？：:\n]{{0,{_LONGEST_LIST}}}?{_TAIL}"
_TO_LABEL = re.compile(rf"{_LISTED}[ \u3000]*(?={_LABEL})")
_NAMES_TO_LABEL = re.compile(rf"{_NAMES}[ \u3000]*(?={_LABEL})")
_WHOLE = re.compile(rf"{_LISTED}[ \u3000]*(?:[。；;]|\Z|(?={_HEAD}))")
_WHOLE_NAMES = re.compile(rf"{_NAMES}[ \u3000]*(?:[。；;]|\Z|(?={_HEAD}))")
_STOP = re.compile(r"[。！？；;，,]")
# 明确责任单位：…… says what is to be done, 各责任单位： speaks to them.
_SAID = re.compile(
    r"(?:[各的及和与、或/为是由向给等关]|明确|落实|确定|确认|注明|列出|填写|公布|压实|按照?)\Z"
)


def part_duty_lists(lines: Sequence[Line]) -> list[Line]:
    """Break a line between a list and the label of the next item, and between a heading and its list.

    A label behind a list counts if it goes on with the count of its kind, or starts one that goes on.
    """
    headed = {at for at, line in enumerate(lines) if _is_headed(line.text)}
    behind = {at: places for at in headed if (places := set(_behind_lists(lines[at].text)))}
    starts = _next_items([line.text for line in lines], behind) if behind else {}
    parts: list[Line] = []
    for at, line in enumerate(lines):
        pieces = [line.text]
        if at in headed:
            items = _broken(line.text, starts.get(at, ()))
            pieces = [piece for item in items for piece in _broken(item, _own_list(item))]
        parts += [line] if len(pieces) == 1 else [Line(piece, line.style) for piece in pieces]
    return parts


def _is_headed(text: str) -> bool:
    return next(_heads(text), None) is not None and not is_row(text)


def _heads(text: str) -> Iterator[re.Match[str]]:
    """The heads of lists, looked for in front of colons only."""
    done = 0
    for colon in _COLON.finditer(text):
        head = _HEADS.search(text, max(done, colon.start() - _LONGEST_HEAD), colon.end())
        done = colon.end()
        if head is not None:
            yield head


def _broken(text: str, starts: Sequence[int]) -> list[str]:
    pieces = (text[a:b].strip(" \u3000") for a, b in zip([0, *starts], [*starts, len(text)], strict=True))
    return [piece for piece in pieces if piece]


def _next_items(texts: Sequence[str], behind: Mapping[int, set[int]]) -> dict[int, list[int]]:
    """The places of labels right behind a list that count on, by line.

    :param behind: the places behind lists, by line.
    """
    last: dict[Family, int] = {}
    starts: dict[int, list[int]] = {}
    for at, text in enumerate(texts):
        found = (read_marker(text, label.start()) for label in _LABELS.finditer(text))
        labels = [marker for marker in found if marker]
        for marker, following in zip(labels, successors(labels), strict=True):
            if marker.start in behind.get(at, ()):
                if not (marker.value == last.get(marker.family, 0) + 1 if marker.value > 1 else following):
                    continue
                starts.setdefault(at, []).append(marker.start)
            last[marker.family] = marker.value
    return starts


def _behind_lists(text: str) -> Iterator[int]:
    """The places behind a list outside brackets where a label stands."""
    at = opened = 0
    for head in _heads(text):
        opened += _opened(text[at : head.start()])
        at = head.start()
        if opened <= 0:
            found = _TO_LABEL.match(text, head.end())
            if found is None and _PEOPLE.search(head[0]):
                found = _NAMES_TO_LABEL.match(text, head.end())
            if found is not None:
                yield found.end()


def _own_list(text: str) -> list[int]:
    """The place of the list that a numbered heading runs into: 3.改造危桥8座责任股室：养护中心."""
    own, head = read_marker(text), next(_heads(text), None)
    if own is None or head is None or head.start() < own.end:
        return []
    before = text[own.end : head.start()]
    heading = _STOP.split(before)[-1].strip()
    in_cells = before[-1:].isspace() and re.search("[:：]", before) is not None
    if len(heading) < _LEAST_HEADING or in_cells or _opened(before) > 0 or _SAID.search(heading):
        return []
    found = _WHOLE.match(text, head.end())
    if found is None and _PEOPLE.search(head[0]):
        found = _WHOLE_NAMES.match(text, head.end())
    return [] if found is None else [head.start()]


def _opened(words: str) -> int:
    """How many brackets more are opened than closed in some words."""
    return len(re.findall(r"[（(【\[〔“]", words)) - len(re.findall(r"[）)】\]〕”]", words))

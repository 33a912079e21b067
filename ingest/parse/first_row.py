"""The first row of a table into whether it is one of its rows, not the heads of its columns."""

import re
from collections.abc import Sequence

from ingest.numbering import read_marker
from ingest.parse.column_heads import Kind, fits, is_amount_head, kind_of_head

_COUNT = re.compile(r"[一二三四五六七八九十]{1,3}")
# A class of bodies stands above their names: 部门, 成员单位, 学校名称.
_CLASS = re.compile(
    r"\S{0,4}(?:单位|部门|[股科处部]室|机构|学校|乡镇|镇街|街道|县区|区县|市县|地区|社区|村社|企业|公司|集团|园区|医院|银行|小组)(?:名称)?"
)
_ALIKE = 0.6  # share of the cells below that are of the kind of the first one


def is_data(first: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Tell whether a row is the first of its table: it counts on below, or names units or times as they do.

    Where one of its cells is known as the head of a column, it is none.
    """
    names = ["".join(text.split()) for text in first]
    if any(name and (kind_of_head(name) is not None or is_amount_head(name)) for name in names):
        return False
    if _is_count(names[0]) and below and _is_count(below[0][0]):
        return True
    return any(_is_alike(name, [row[k] for row in below if row[k]]) for k, name in enumerate(names))


def _is_count(text: str) -> bool:
    """Tell whether a cell is nothing but 一, （一） or 1."""
    marker = read_marker(text)
    return _COUNT.fullmatch(text) is not None or (marker is not None and marker.end == len(text))


def _is_alike(text: str, below: Sequence[str]) -> bool:
    """Tell whether a cell names units or a time, and most of those below it do."""
    kind = next((kind for kind in (Kind.UNITS, Kind.TIME) if fits(kind, text)), None)
    if kind is None or len(text) < 2 or _CLASS.fullmatch(text):
        return False
    return bool(below) and sum(fits(kind, cell) for cell in below) >= _ALIKE * len(below)

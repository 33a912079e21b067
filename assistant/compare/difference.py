"""Two figures of a comparison into the sentence that says which is higher, and by how much."""

import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from assistant.compare.measures import may_be_set_off, value_in
from assistant.understanding.one_of_all import asks_change
from ingest.records import Comparator, Figure

_ASKED = re.compile(
    r"(?:相差|差|[多少高低大]|增加|减少|提高|下降|增长|降低)了?(?:多少|几)|差额|差距|差异|差别|哪(?:个|年|里|边|家|一[个年])?(?:更|最|比较|要)?[高低多少大小快慢长短重轻宽远深]|谁(?:的[^，,。?？]{2,12}[更最]|更|最)?[高低多少大小长短重轻宽远深]"
    r"|哪(?:个|里|边|家|所|一[个家])的?[\u4e00-\u9fff]{2,4}?[更最]?[高低多少大小长短](?=[，,；;?？。呢啊]|$)"
)
_ONE_MEASURE = 0.5
_ROUNDED = "；数字带有“以上”“左右”等字样，差额按所列数字相减"
OTHER_SPAN = "所引的数字有的是全年的，有的是年内一段时间的，口径不同，未计算差额。"
"""Told in place of a difference between a year and a part of one."""


def asks_difference(question: str) -> bool:
    """Tell whether a question asks by how much figures differ, or which of them is higher."""
    return _ASKED.search(question) is not None or asks_change(question)


def tell_difference(columns: Sequence[str], figures: Sequence[Figure], printed: Sequence[str]) -> str:
    """Say which of two columns states more, and how much more, computed from their figures; of more the most.

    "" where there are not several figures of one unit, each a single number.

    :param printed: the figures as printed.
    """
    if len(figures) > 2:
        return _tell_most(columns, figures, printed)
    if len(figures) < 2:
        return ""
    first, second = figures
    if not may_be_set_off(first, second, _ONE_MEASURE):
        return ""
    both = "、".join(f"{column}{said}" for column, said in zip(columns, printed, strict=True))
    unit = max(first.unit, second.unit, key=len)
    values = [_decimal(figure, unit) for figure in (first, second)]
    if values[0] is None or values[1] is None:
        return ""
    difference = values[0] - values[1]
    rounded = _ROUNDED if {first.comparator, second.comparator} != {Comparator.EXACT} else ""
    if not difference:
        return f"按所引的两个数字（{both}），{columns[0]}与{columns[1]}相同{rounded.split('，')[0]}。"
    more, less = columns if difference > 0 else reversed(columns)
    named = "高{}个百分点" if unit == "%" else f"多{{}}{unit}"
    by = named.format(f"{abs(difference).normalize():f}")
    return f"按所引的两个数字（{both}）计算，{more}比{less}{by}{rounded}。"


def _tell_most(columns: Sequence[str], figures: Sequence[Figure], printed: Sequence[str]) -> str:
    """Say which of several columns states most and which least."""
    if not all(may_be_set_off(figures[0], figure, _ONE_MEASURE) for figure in figures[1:]):
        return ""
    unit = max((figure.unit for figure in figures), key=len)
    values = [value for figure in figures if (value := _decimal(figure, unit)) is not None]
    if len(values) < len(figures):
        return ""
    all_of_them = "、".join(f"{column}{said}" for column, said in zip(columns, printed, strict=True))
    said = f"按所引的{len(figures)}个数字（{all_of_them}）"
    if min(values) == max(values):
        return f"{said}，{'、'.join(columns)}相同。"
    least, most = (
        "、".join(column for column, value in zip(columns, values, strict=True) if value == wanted)
        for wanted in (min(values), max(values))
    )
    return f"{said}，{most}最高，{least}最低。"


def _decimal(figure: Figure, unit: str) -> Decimal | None:
    value = value_in(figure, unit)
    try:
        return None if value is None else Decimal(str(value)).quantize(Decimal("0.0001"))
    except InvalidOperation:
        return None

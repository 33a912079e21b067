"""Offices that run into each other in a cell into offices with a blank between them."""

import re

from ingest.parse.column_heads import Kind, fits

_ENDS = "(?:(?<=[局办部院会社站所队室股科司])|(?<=中心))"
_LEVEL = re.compile("[县市区州旗]")
_INNER = (
    "城(?!管)|[域内中区场直辖管属级]|政(?![府协法务])"  # 县城分局, 市中区分局, 市管干部科: parts of an office
)
_EVERY = "各[乡镇街]"


def parted_units(text: str) -> str:
    """Part 县公安局县交通局 into 县公安局 县交通局, where a cell holds nothing but offices of one level.

    The blank between them is lost where it is narrow or at the end of a line. Any other cell stays as it is.
    """
    level = _LEVEL.match(text)
    if level is None or not fits(Kind.UNITS, text):
        return text
    return re.sub(rf"{_ENDS}(?:(?={level[0]}(?!{_INNER}))|(?={_EVERY}))", " ", text)

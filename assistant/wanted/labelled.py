"""A line that says by its label who is responsible (责任人：德育处 王立新) for what it stands under."""

import re

from ingest.facts.names import SURNAMES

LABELLED = r"(?:责任|负责|牵头|分管|包保|带班)(?:人|领导)\s*[:：]"
# A cell of a table that names a person under a head for one: 接访领导：韩立川.
_NAMED_CELL = re.compile(
    rf"(?:^|\u3000)[^：\u3000\n]{{0,6}}(?:领导|人员?|姓名|[队组站所科股院校局]长|主任|书记)\s*[：:]\s*"
    rf"[{SURNAMES}][\u4e00-\u9fff·]{{1,3}}(?:[、，][\u4e00-\u9fff·]{{2,4}})*(?=\u3000|$|\n)"
)
_LINE = re.compile(rf"^\W*{LABELLED}")


def names_person(text: str) -> bool:
    """Tell whether a row of a table names a person in a cell for one."""
    return "\u3000" in text and _NAMED_CELL.search(text) is not None


def is_labelled(text: str) -> bool:
    """Tell whether a line begins with such a label, so that the headings above say of what it is."""
    return _LINE.match(text) is not None

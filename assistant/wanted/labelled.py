"""A line that says by its label who is responsible (责任人：德育处 王立新) for what it stands under."""

import re

from ingest.facts.names import SURNAMES

LABELLED = r"(?:责任|负责|牵头|分管|包保|带班)(?:人|领导)\s*[:：]"
# A cell of a table that names a person under a head for one: 接访领导：韩立川.
_NAMED_CELL = re.compile(
    rf"(?:^|\u3000)[^：\u3000\n]{{0,6}}(?:领导|人员?|姓名|[队组站所科股院校局]长|主任|书记)\s*[：:]\s*"
    rf"[{SURNAMES}][\u4e00-\u9fff·]{{1,3}}(?:[、，][\u4e00-\u9fff·]{{2,4}})*(?=\u3000|$|\n)"
)
# Who speaks on something stands behind a label of the kind, whichever word asks: 谁主讲, 发言人：王立新.
_SPEAKS = r"(?:发言|主讲|讲课|授课|领学|宣讲|导学)"
_SPEAKER = rf"(?:{_SPEAKS}(?:人员?|老师|领导|嘉宾|专家)?|讲师)\s*[:：]"
_LEADS = r"主持"
_LEADER_OF_TALK = r"主持人?\s*[:：]"
_LINE = re.compile(rf"^\W*(?:{LABELLED}|[\u4e00-\u9fff]{{0,4}}(?:{_SPEAKER}|{_LEADER_OF_TALK}))")
_ASKED_SPEAKER = re.compile(
    rf"(?:谁|哪[一几]?[位个]?(?:领导|同志|人|老师|专家)?)(?:来|去|作|做|负责|担任|进行|带头|重点|中心|主)*"
    rf"(?:(?P<speaks>{_SPEAKS})|(?P<leads>{_LEADS}))|(?:(?P<speaker>发言|主讲|讲课|授课|领学|宣讲)|主持)人(?:是|有|为|都|分别)*(?:谁|哪)"
)


def names_person(text: str) -> bool:
    """Tell whether a row of a table names a person in a cell for one."""
    return "\u3000" in text and _NAMED_CELL.search(text) is not None


def is_labelled(text: str) -> bool:
    """Tell whether a line begins with such a label, so that the headings above say of what it is."""
    return _LINE.match(text) is not None


def asked_speaker(question: str) -> re.Pattern[str] | None:
    """Give what tells who speaks on something, or leads the talk, where a question asks for that."""
    asked = _ASKED_SPEAKER.search(question)
    if asked is None:
        return None
    return re.compile(_SPEAKER if asked["speaks"] or asked["speaker"] else _LEADER_OF_TALK)

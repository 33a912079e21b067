"""Who holds a post (局长是谁), or which post somebody holds (张某是什么职务), into what tells it."""

import re

from ingest.facts.names import SURNAMES

_POST = (
    r"(?:什么|啥|何|哪个|哪些)的?(?:行政|领导)?(?:职务|职位|岗位|职)(?![工业责称能权])"
    r"|(?:职务|职位)(?:是|叫|为)(?:什么|啥|哪)"
)
_ASKED = re.compile(
    rf"^(?:请问|问一下)?([{SURNAMES}][\u4e00-\u9fff·]{{1,2}}?)(?:同志)?(?=[在是的任担现目])"
    rf"[^，,。?？]{{0,20}}?(?:{_POST})"
)
_OFFICE = (
    r"(?:[局校县市省区镇乡村股科处院园组部厅站行所队司馆会]长|书记|主任|主席|总?经理|秘书长?|委员"
    r"|干事|调研员|科员|工程师|[组成]员)"
)


def post_asked(question: str) -> re.Pattern[str] | None:
    """Give what matches the post of the person a question asks it of; None where it asks of none.

    To answer for some work (责任领导：张某) is no post.
    """
    asked = _ASKED.search(question)
    if asked is None:
        return None
    name = re.escape(asked[1])
    return re.compile(
        rf"{_OFFICE}[\s\u3000：:（(]*{name}"
        rf"|{name}(?:同志)?[\s\u3000，,：:（(]*(?:[是任为]|担任|兼任?)?[^，,。；;：:\n]{{0,16}}?{_OFFICE}"
        rf"|{name}\u3000(?:[^\u3000\n]*\u3000)?(?:现任|行政|领导)?(?:职务|职位|岗位)[：:][^\u3000\n]+"
    )


def holder_of(office: str) -> re.Pattern[str]:
    """Match who holds an office: 局长　王小明, 王小明　局长：…, 组长：县财政局局长, 组长由王小明担任.

    Also 以王小明院士为组长.
    """
    office = office.replace("总指挥", "(?:总指挥长?|指挥长)")
    return re.compile(
        rf"(?:^|\n)[\u4e00-\u9fff·]{{2,4}}[\s\u3000]+[^：:。；;\n]{{0,24}}?(?<!副){office}(?=[：:、，,。；;\s]|$)"
        rf"|(?<!副){office}(?:[\s：:]+[\u4e00-\u9fff·]{{2,4}}(?![\u4e00-\u9fff])|[：:][^，,。；;：:]{{2,24}}(?:负责人|领导|[长任记员席]))"
        rf"|[：:]{office}[\u4e00-\u9fff·]{{2,3}}(?=$|[，,。；;、）)\s])"
        rf"|(?<!责)(?:为|任|担任)[^，,。；;：:的”\"]{{0,8}}(?<!副){office}(?!负责制)"
        rf"|(?<!副){office}由[^，,。；;]{{2,20}}(?:(?:[^，,。；;]{{0,40}}[担兼])?任)"
    )

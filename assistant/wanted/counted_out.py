"""A question that counts bodies or people and asks which they are (3所园是哪几所) into what names them."""

import re

from ingest.text import cn_number, normalize

_COUNT = r"(\d{1,3}|[两二三四五六七八九十]{1,3})"
_MEASURE = r"[所家名位座支]"
_ASKED = re.compile(
    rf"(?<![第\d]){_COUNT}(?:{_MEASURE}|个(?!一)(?=[^,，。?？]{{4}}))[^,，。?？]{{2,20}}?"
    r"(?:(?:分别|都|各|具体)*(?:是|有|为|叫|包括)(?:的是)?(?:哪(?!年|天|个部门)|什么名|谁|啥)|分别(?:叫|是)什么|名单)"
)
# 断头路是哪两条: the thing stands before what counts it.
_ASKED_BEHIND = re.compile(rf"[是有]哪{_COUNT}[所家名位座支条处][呢?？。]*$")
_NAME = r"[^,，。;；:：、\s\d]{2,24}"
_ENOUGH = 3  # names, of more


def counted_out(question: str) -> re.Pattern[str] | None:
    """Give what matches a text that names the things a question counts; None where it asks for none.

    Names stand before 等3所 or behind 包括, 分别是, a colon or a bracket, or below what opens a list of them.
    """
    asked = _ASKED.search(normalize(question)) or _ASKED_BEHIND.search(normalize(question))
    count = cn_number(asked[1].replace("两", "二")) if asked else None
    if count is None or count < 2:
        return None
    names = rf"(?:{_NAME}[、和及与]){{{min(count, _ENOUGH) - 1},}}{_NAME}"
    return re.compile(
        rf"(?:{names}|[^,，。;；:：、\s]{{2,24}})等(?:这?{count}|(?!\d)).|(?:包括|分别[是为]|[:：(（即])\s*{names}|[:：]\s*$"
        rf"|{names}[^,，。;；:：、\s\d]{{0,6}}{count}[{_MEASURE[1:-1]}个]"
    )

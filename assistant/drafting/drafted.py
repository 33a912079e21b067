"""A request to write (写一段校园安全的工作措施) into the draft on its topic, told as an answer."""

import re
from collections.abc import Callable, Sequence

from assistant.answer import Answer, Mode, joined
from assistant.drafting.draft import compose
from assistant.understanding.small_talk import request_to_write
from ingest.records import Hit

FROM = 12
"""Passages a draft is composed from."""
_FORM = re.compile(
    "(?:方面)?的?(?:工作|表态)?(?:措施|举措|要点|计划|安排|部署|内容|材料|段落|文字|表述|话|部分|打算|思路|方案|总结|发言|讲话|稿子?)*[。！!]*$"
)
_HOW = "按已有文件的写法起草，数字、日期等须核实的以【待核实】标出；要指定年份和单位，请用“起草”页"
_NO_TOPIC = "请写明要起草的主题，例如：写一段校园安全的工作措施。指定年份和单位，请用“起草”页。"


def drafted(text: str, search: Callable[[str], Sequence[Hit]]) -> Answer:
    """Compose what a text asks to be written, every sentence with the passage it follows.

    :param search: finds the passages on a topic, best first.
    """
    named, year = request_to_write(text) or ("", None)
    topic = _FORM.sub("", named).strip()
    if len(topic) < 2:
        return Answer(text, _NO_TOPIC, Mode.GUIDE)
    draft = compose(topic, year, "", search(topic))
    if draft.refused:
        return Answer(text, f"{draft.notice}。", Mode.REFUSAL)
    return Answer(text, draft.text, draft.mode, draft.citations, notice=joined(draft.notice, _HOW))

"""A request to write (写一段校园安全的工作措施) into the draft on its topic, told as an answer."""

import re
from collections.abc import Callable, Sequence

from assistant.answer import Answer, Mode, joined
from assistant.drafting.draft import compose
from assistant.drafting.shorter import shorter
from assistant.followups.redrafted import revision_in
from assistant.understanding.small_talk import request_to_write
from ingest.records import Hit

FROM = 12
"""Passages a draft is composed from."""
_FORM = re.compile(
    "(?:方面)?的?(?:工作|表态)?(?:措施|举措|要点|计划|安排|部署|内容|材料|段落|文字|表述|话|部分|打算|思路|方案|总结|发言|讲话|稿子?)*[。！!]*$"
)
_HOW = "按已有文件的写法起草，数字、日期等须核实的以【待核实】标出；要指定年份和单位，请用“起草”页"
_BEYOND = (
    "草稿的句子逐句取自资料库中的文件，不能按“{}”改写。可以说“再短一点”或“改成2025年的”，也可以换一个主题再写。"
    "时限和数字已标为【待核实】，须按实际填写；要指定单位、导出后修改，请用“起草”页。"
)
_NO_TOPIC = "请写明要起草的主题，例如：写一段校园安全的工作措施。指定年份和单位，请用“起草”页。"


def drafted(text: str, search: Callable[[str], Sequence[Hit]]) -> Answer:
    """Compose what a text asks to be written, every sentence with the passage it follows.

    What it says of the draft beside (短一点, 改成2025年的) is heeded, or it is told what can be done.

    :param search: finds the passages on a topic, best first.
    """
    named, year = request_to_write(text) or ("", None)
    topic = _FORM.sub("", named).strip()
    if len(topic) < 2:
        return Answer(text, _NO_TOPIC, Mode.GUIDE)
    revision = revision_in(text)
    if revision.beyond:
        return Answer(text, _BEYOND.format(revision.beyond), Mode.GUIDE)
    draft = shorter(compose(topic, revision.year or year, "", search(topic)), revision.shorter)
    if draft.refused:
        return Answer(text, f"{draft.notice}。", Mode.REFUSAL)
    return Answer(text, draft.text, draft.mode, draft.citations, notice=joined(draft.notice, _HOW))

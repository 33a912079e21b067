"""The end of a page and its furniture out of the lines around a document."""

import re
from collections.abc import Sequence
from itertools import dropwhile

from ingest.clean.furniture import TEASER, is_ending, is_foot
from ingest.clean.particulars import stray_facts
from ingest.clean.sheet import Sheet
from ingest.numbering import read_marker

_OFFERING = re.compile(r"[【\[]?(?:附件下载|下载附件|相关附件|附件列表)[】\]]?\s*[:：]?")
_FILE = re.compile(
    r".{2,80}\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|rar|zip)(?:\s*[（(\[].{1,16}[）)\]])?", re.IGNORECASE
)
_MOST_ENDINGS = 40
_IDENTITY = re.compile(r"版权|ICP备|网站标识码|网安备|技术支持|Copyright|©", re.IGNORECASE)
_CONTACT = re.compile(r"(?!.*邮\s?编).{0,4}(?:电\s?话|热线|邮箱|传\s?真|地\s?址)")


def drop_tail(sheet: Sheet) -> None:
    """Cut the page off at the first line that speaks of other pages, unless the document goes on below."""
    filled = sheet.filled()
    last = next((i for i in reversed(filled) if "。" in sheet.text(i) and sheet.is_body(i)), -1)
    after = [i for i in filled if i > last]
    endings = [i for i in after if is_ending(sheet.text(i))]
    end = next((i for i in endings[:_MOST_ENDINGS] if _is_over(sheet, filled, i)), len(sheet.lines))
    tail = [i for i in after if i >= end]
    is_of_site = any(_IDENTITY.search(sheet.text(i)) for i in tail)
    for index in tail:
        sheet.state(stray_facts(sheet.text(index)))
        sheet.take(index)
    _drop_foot(sheet, [i for i in after if i < end], is_of_site=is_of_site)


def _is_over(sheet: Sheet, filled: Sequence[int], end: int) -> bool:
    """Tell whether most of the page stands above a line, and no numbering goes on below it."""
    above, below = [i for i in filled if i < end], [i for i in filled if i > end]
    if sum(len(sheet.text(i)) for i in above) < sum(len(sheet.text(i)) for i in below):
        return False
    first = {m.family: m.value for i in reversed(below) if (m := read_marker(sheet.text(i))) is not None}
    if not first:
        return True
    last = {m.family: m.value for i in above if (m := read_marker(sheet.text(i))) is not None}
    return not any(value == last.get(family, -1) + 1 for family, value in first.items())


def _drop_foot(sheet: Sheet, closing: Sequence[int], *, is_of_site: bool) -> None:
    """Take the address of the site out; a telephone number right below the text is the document's own.

    :param is_of_site: the lines below say whose site it is.
    """
    foot: list[int] = []
    for index in reversed(closing):
        if not (sheet.is_furniture(index) or is_foot(sheet.text(index))):
            break
        foot.append(index)
    if is_of_site or any(_IDENTITY.search(sheet.text(i)) for i in foot):
        for index in dropwhile(lambda i: _CONTACT.match(sheet.text(i)) is not None, reversed(foot)):
            sheet.take(index)


def drop_furniture(sheet: Sheet) -> None:
    """Take out whole lines of furniture; an empty line stays in their place as a paragraph's end.

    Files that a page offers below 附件下载 are furniture too.
    """
    offered = False
    for index in sheet.filled():
        text = sheet.text(index)
        offered = _OFFERING.fullmatch(text) is not None or (offered and _FILE.fullmatch(text) is not None)
        if offered or (
            not sheet.lines[index].is_heading and read_marker(text) is None and sheet.is_furniture(index)
        ):
            sheet.state(stray_facts(text))
            if not TEASER.fullmatch(text):
                sheet.take(index)

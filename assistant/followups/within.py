"""A follow-up within a list (第二项什么时候完成, 还有呢) into the item, or the list, that it means."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from assistant.answer import Answer, Citation
from assistant.followups.pointing import Said
from assistant.understanding.intent import asking_of
from ingest.text import cn_number

ToldLists = Callable[[], Iterable[Said]]
"""Gives the last answers that were lists, newest first, where they are known."""

_LOOKED_BACK = 4
_ITEM = re.compile(
    r"(?:那么?)?(?:上面|其中|以上)?的?(?:第(?P<n>[一二三四五六七八九十\d]{1,3})|(?P<last>最后一?)|[前头](?P<first>[两二三四\d]))(?:项|个|件|条)"
    r"(?:工作|任务|实事|事项|目标|指标)?的?(?P<rest>[^，,]{0,20}(?:谁|哪|什么|多少|几|何时|多久|怎么|时限|单位|股室)[^，,]{0,10}|呢[?？。]*)"
)
_MORE = re.compile(
    r"(?:那么?)?(?:还有(?:别的|其他的?|其它的?|没有(?:别的|其他的?)?)?|没有(?:别的|其他的?)?了|就(?:是|只有)?这些|全部都在这|继续说?|接着说|往下说|更多)[呢吗么了]*[?？。]*"
)
_WHOLE = re.compile(r"[^\n]*已全部列出")
_LINE = re.compile(r"^· (?P<item>[^\n]*?)(?P<marks>(?:\[\d+\])+)$", re.MULTILINE)
_NUMBERED = re.compile(r"^(\d{1,3})[.．、]\s*")
_WHEN = re.compile(r"^[^：]{0,24}(?:\d|[年月日季度周期])[^：]{0,6}：")
_EACH = re.compile("^(?:都|分别|各自?)")
_MARK = re.compile(r"\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a list that a follow-up asks something of.

    :param text: the question, with the item named.
    :param doc: the document the item stands in.
    """

    text: str
    doc: str


# 同第5项: the same of another item.
_LIKEWISE = re.compile(
    r"^(?:同样?|再看看?|看看|说说)(?P<item>第[一二三四五六七八九十\d]{1,3}[项个件])[呢?？。]*$"
)


def asks_within(text: str) -> bool:
    """Tell whether a follow-up asks something of one item of a list, or whether there is more."""
    return asks_more(text) or _asked_item(text) is not None


def asks_more(text: str) -> bool:
    """Tell whether a follow-up asks only whether there is more."""
    return _MORE.fullmatch(text) is not None


def told_whole(said: Said | None) -> str:
    """Give the line by which an answer says that it lists all, or ""."""
    found = _WHOLE.match(said.answer.text) if said else None
    return found[0] if found else ""


def is_list(answer: Answer) -> bool:
    """Tell whether an answer is told as a list."""
    return len(_LINE.findall(answer.text)) > 1


def last_lists(answers: Iterable[Said]) -> Iterator[Said]:
    """Find the last answers that are lists.

    :param answers: newest first; few are looked at.
    """
    near = (said for _, said in zip(range(_LOOKED_BACK), answers, strict=False))
    return (said for said in near if is_list(said.answer))


def items_asked(text: str, base: str, told: ToldLists) -> list[Item]:
    """Put the items of a list that a question means by number (第二项由谁负责) in their place.

    It is the last list that has them. The last item, or the first few, may be meant too; an item's own number
    goes before its place in the list.

    :param base: the question before, of which the same is asked where no more is said (最后一项呢).
    """
    asked = _asked_item(text)
    meant = ((said, lines) for said in told() if (lines := _meant(asked, said.answer.text))) if asked else ()
    said, lines = next(iter(meant), (None, []))
    if not asked or not said:
        return []
    rest = _EACH.sub("", asked["rest"])
    rest = (asking_of(base) or "是什么？") if rest.startswith("呢") else rest
    cited = ((line, _cited(line["marks"], said.answer.citations)) for line in lines)
    return [Item(f"{_name(line['item'])}{rest}", source.doc) for line, source in cited if source]


def _asked_item(text: str) -> re.Match[str] | None:
    likewise = _LIKEWISE.match(text)
    return _ITEM.fullmatch(f"{likewise['item']}呢" if likewise else text)


def _meant(asked: re.Match[str], answer: str) -> list[re.Match[str]]:
    lines = list(_LINE.finditer(answer))
    if asked["last"]:
        return lines[-1:]
    if asked["first"]:
        return lines[: cn_number(asked["first"].replace("两", "二")) or 0]
    number = cn_number(asked["n"]) or 0
    numbered = [line for line in lines if (own := _NUMBERED.match(line["item"])) and int(own[1]) == number]
    return numbered[:1] or (lines[number - 1 : number] if number else [])


def _cited(marks: str, citations: Iterable[Citation]) -> Citation | None:
    first = _MARK.search(marks)
    return next((one for one in citations if first and one.n == int(first[1])), None)


def _name(item: str) -> str:
    """Give what an item is called: without its number, its time, and what is said of it."""
    item = _WHEN.sub("", _NUMBERED.sub("", item))
    return item.split("：", 1)[0]

"""A question for all of something (哪些材料, 什么条件) into what tells the sentence that lists it."""

import re
from dataclasses import dataclass
from functools import lru_cache

import rjieba

from assistant.understanding.terms import is_silent
from ingest.text import normalize

_ASKED = re.compile(
    r"哪些|名单|哪[几两三四五六七八九十](?:[个种类项条件点方大]|方面)?|几(?:种|大?类|大?方面|个方面)|(?:什么|啥|何种?)样?的?(?=条件|情[形况]|行为|要求|标准|内容|材料|程序|步骤"
    r"|方法|方式|特点|困难|问题|原因|职责|任务|措施|类型|资料|手续|资格|待遇|原则|环节|难点|不足|短板)|[有要得](?:什么|啥)|(?:包括|包含|分为?)(?:什么|啥)"
    r"|(?:条件|步骤|程序|情形|材料|特点|难点|分类|类型)(?:是什么|呢)?[?]?$|(?:怎么|如何)分"
)
# What is asked for in one of these words is listed under another.
_CASES = ("情形", "情况", "条件", "行为", "之一")
_ALIKE = (
    _CASES,
    ("问题", "不足", "困难", "难点", "短板", "挑战", "瓶颈"),
    ("措施", "举措", "做法", "办法", "工作", "任务"),
    ("内容", "包括"),
    ("材料", "资料", "文件", "证明"),
    ("步骤", "程序", "流程", "环节"),
)
_PLACES = ("地方", "地区", "省", "省份", "市", "城市", "县", "区县", "县区", "市县", "乡镇", "省市")
_TOWN = re.compile(r"[\u4e00-\u9fff]{2,3}[市县区州镇乡](?=[、和及与等，,。]|$)")
_CIRCLED = re.compile("[①-⑳]")
_SEVERAL = 2


@dataclass(frozen=True, slots=True)
class ListAsked:
    """What a question asks all of.

    :param kinds: words for what the items are; none where the question names none.
    """

    kinds: tuple[str, ...]

    def is_opened(self, opening: str) -> bool:
        """Tell whether what opens a list, in normal form, says that its items are of the kind."""
        return any(kind in opening for kind in self.kinds)

    def is_given(self, sentence: str) -> bool:
        """Tell whether a sentence, in normal form, names several of the kind itself."""
        if self.kinds[:1] and self.kinds[0] in _PLACES:
            return _places(sentence) > _SEVERAL
        return any(sentence.count(kind) > _SEVERAL for kind in self.kinds[:1])

    def is_counted_out(self, sentence: str) -> bool:
        """Tell whether a sentence, as printed, numbers several things (①…②…③…)."""
        return not self.kinds and len(_CIRCLED.findall(sentence)) > _SEVERAL


@lru_cache(maxsize=256)
def asked_list(question: str) -> ListAsked | None:
    """Read what a question asks all of; None where it asks no list."""
    folded = normalize(question)
    asked = _ASKED.search(folded)
    if asked is None:
        return None
    before, behind = folded[: asked.start()] + _own(asked[0]), folded[asked.end() :]
    kind = _noun(behind) or ("" if _is_named_behind(behind) else _noun_before(before))
    alike = next((words for words in _ALIKE if kind in words), ())
    return ListAsked(tuple(dict.fromkeys((kind, *alike))) if kind else ())


def _places(sentence: str) -> int:
    """How many places a sentence names."""
    known = {word for word, tag in rjieba.tag(sentence, hmm=False) if tag == "ns"}
    return len(known | set(_TOWN.findall(sentence)))


def _own(asking: str) -> str:
    """The noun an asking phrase begins with (条件是什么)."""
    return re.sub(r"(?:是什么|呢|[?]).*|^(?:哪|几|什么|啥|何|有|要|得|包|分|怎|如|名单).*", "", asking)


def _noun(text: str) -> str:
    """The noun right behind the asking word."""
    for word, tag in rjieba.tag(text[:12], hmm=False)[:2]:
        if word in ("主要", "具体", "重点", "突出"):
            continue
        is_noun = (len(word) > 1 or word in _PLACES) and tag.startswith(("n", "vn", "l", "j", "b"))
        return word if (is_noun and not is_silent(word)) or any(word in alike for alike in _ALIKE) else ""
    return ""


def _is_named_behind(text: str) -> bool:
    """Tell whether the word right behind the asking word is what is asked: 学前教育有哪些安排."""
    return any(len(word) > 1 and not is_silent(word) for word, _ in rjieba.tag(text[:12], hmm=False)[:1])


def _noun_before(text: str) -> str:
    """The noun that ends what stands before the asking word (采购方式有哪几种)."""
    for word, tag in reversed(rjieba.tag(text, hmm=False)):
        if word in ("有", "是", "都", "还", "主要", "包括", "分", "分为", "具体", "一共", "总共"):
            continue
        return word if len(word) > 1 and tag.startswith(("n", "vn", "l", "j")) else ""
    return ""

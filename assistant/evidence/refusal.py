"""Too little evidence into a refusal that helps: what is missing, what comes nearest."""

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum, auto

import rjieba

from assistant.answer import Answer, Mode, joined
from assistant.understanding.intent import Intent, asks_leader
from assistant.understanding.question import Question
from assistant.understanding.terms import Term, folded, weigh
from assistant.understanding.typed import LONGEST
from assistant.wanted.shapes import shape_asked
from ingest.records import Described, Hit
from ingest.text import normalize, sentences

_COUNTED_FROM_TODAY = re.compile("前年|去年|上年|今年|本年|明年")
_PART_OF_YEAR = re.compile("第?[一二三四]季度|[上下]半年")
_CHINESE, _LETTERS = re.compile("[\u4e00-\u9fff]"), re.compile("[A-Za-z]{2}")
_ASK_IN_CHINESE = "资料库里是中文文件，请用中文提问。"
_NEAREST = 3
_WORDS, _TELLING, _THINGS = 2, 2.4, ("n", "v", "j", "l")  # 预算 and 编制 are verbs to jieba
_SENTENCE = 100
_UNKNOWN_TERM = "资料库中没有找到对这个说法的解释。"
_NOTHING = "{}中没有找到能回答这个问题的内容。"
_NOT_SAID = "找到的段落都没有提到{}。"
_NO_FACT = {
    Intent.PERSON: "{}中有相关内容，但没有写明是何人。",
    Intent.DUTY: "{}中有相关内容，但没有写明由谁负责。",
    Intent.TASKS: "{}中没有找到这个单位负责的工作。",
    Intent.DEADLINE: "{}中有相关内容，但没有写明所问的时间。",
    Intent.FIGURE: "{}中有相关内容，但没有写明所问的数字。",
    Intent.MEANING: "{}中提到了这个说法，但没有解释它的含义。",
    Intent.DOCUMENTS: "{}中没有这样的文件。",
}
_OF_SIBLINGS = "{}中找到的内容没有写明{}的，写明的是{}的。"
_NO_SHAPE = "{}中有相关内容，但没有写明所问的{}。"


class Missing(Enum):
    """What the library lacks: the topic, the topic for the year or place asked, or the fact asked."""

    TOPIC = auto()
    PLACE = auto()
    FACT = auto()


def refuse(
    question: Question,
    hits: Sequence[Hit],
    missing: Missing,
    stated_for: Sequence[str] = (),
    instead: tuple[str, Sequence[str]] = ("", ()),
) -> Answer:
    """Decline in code, without a model.

    :param stated_for: years and places whose documents state what is asked for another.
    :param instead: what the question sets apart and what is found does not name, with the siblings named.
    """
    if _LETTERS.search(question.text) and not _CHINESE.search(question.text):
        return Answer(question.text, _ASK_IN_CHINESE, Mode.REFUSAL, related=tuple(hits))
    mentions = _mentions(question.term, hits)
    places = mentions or list(dict.fromkeys(map(place_of, hits)))[:_NEAREST]
    heading = "提到它的地方：" if mentions else "最接近的内容："
    nearest = [heading, *(f"· {place}" for place in places)] if places else []
    reason = (
        _UNKNOWN_TERM if question.term and not mentions else _reason(question, missing, stated_for, instead)
    )
    if reason.endswith(_NOTHING.format("")) and (lacking := _lacking(question, hits)):
        reason += _NOT_SAID.format("、".join(f"“{word}”" for word in lacking))
    text = "\n".join([reason, *nearest, _hint(question, bool(places))])
    return Answer(question.text, text, Mode.REFUSAL, related=tuple(hits))


def _lacking(question: Question, hits: Sequence[Hit]) -> list[str]:
    """Find the names of things in a question that none of the passages found holds, most telling first."""
    tags = dict(rjieba.tag(normalize(question.text)))
    found = [folded(hit.chunk.context, hit.chunk.text) for hit in hits]
    asked = (
        term for term in weigh(question.text) if _is_thing(term, tags) and term.word not in question.labels
    )
    lacking = (term for term in asked if found and not any(term.word in text for text in found))
    return [term.word for term in sorted(lacking, key=lambda term: -term.weight)[:_WORDS]]


def _is_thing(term: Term, tags: Mapping[str, str]) -> bool:
    """Tell whether a term names a thing, and not in everyday words, which a passage may put otherwise."""
    is_telling = len(term.word) > 1 and term.weight >= _TELLING and not term.official
    return is_telling and tags.get(term.word, "").startswith(_THINGS)


def refuse_long(question: Question) -> Answer:
    """Decline to read a text that is too long for a question."""
    text = f"问题超过 {LONGEST} 个字，无法作为一个问题理解，请缩短后再问。"
    return Answer(question.text, text, Mode.REFUSAL)


def _mentions(term: str, hits: Sequence[Hit]) -> list[str]:
    """Where passages mention a term, with the sentence that does: a reader may gather what it means."""
    found = ((place_of(hit), _mention(normalize(term), hit.chunk.text)) for hit in hits if term)
    shown = (place if said in place else f"{place}：{said}" for place, said in found if said)
    return list(dict.fromkeys(shown))[:_NEAREST]


def _mention(name: str, text: str) -> str:
    said = (text[start:end].strip() for start, end in sentences(text))
    longest = max((sentence for sentence in said if name in normalize(sentence)), key=len, default="")
    return longest if len(longest) <= _SENTENCE else f"{longest[:_SENTENCE]}…"


def _hint(question: Question, is_near: bool) -> str:
    if question.scope.labels:
        return "可以减少所选的条件，或换一种说法再问。"
    if is_near:
        return "可以换一种说法，或写明年份、单位、文件名再问。"
    return "请先在网页“文档库”中或用 workplan ingest 添加文件。"


def left_out(
    elsewhere: Sequence[Question] = (),
    widened: Sequence[str] = (),
    unstated: Sequence[Question] = (),
    earlier: Sequence[tuple[int, int]] = (),
    is_far: bool = False,
) -> str:
    """Say what an answer leaves out: parts that have no evidence, and narrowings that left nothing.

    :param elsewhere: the parts all of whose evidence is of other years or places.
    :param widened: labels of what the question was narrowed to in vain.
    :param unstated: the parts whose evidence does not state the figure or time asked for.
    :param earlier: a year asked for that nothing answers for, with the earlier one that is answered for.
    :param is_far: whether the evidence is only the nearest there is.
    """
    notices = [f"没有找到{names}的所问内容"] if (names := _names(elsewhere)) else []
    if names := _names(part for part in unstated if part.intent in (Intent.FIGURE, Intent.DEADLINE)):
        notices.append(f"没有写明{names}的")
    notices += [
        f"资料库中没有{asked}年的相关内容，以下是{found}年的" for asked, found in dict.fromkeys(earlier)
    ]
    if widened:
        named = "、".join(dict.fromkeys(widened))
        notices.append(f"在“{named}”的范围内没有找到所问的内容，以下来自其他内容")
    if is_far:
        notices.append("没有找到与问题说法一致的内容，以下是意思最接近的，请核对是否就是所问的事")
    return joined(*notices)


def newest_held(question: Question, documents: Iterable[Described]) -> str:
    """Say how far the library goes, where 今年 or 去年 is later than every document of a single year."""
    if not _COUNTED_FROM_TODAY.search(question.text):
        return ""
    newest = max((info.years[0] for info in documents if len(info.years) == 1), default=0)
    if not newest or min(question.years, default=0) <= newest:
        return ""
    return f"按{min(question.years)}年查找，资料库中最近的是{newest}年的文件"


def _reason(
    question: Question, missing: Missing, stated_for: Sequence[str], instead: tuple[str, Sequence[str]]
) -> str:
    chosen = question.scope.labels
    titled = f"所问文件（{question.bound.label}）" if question.bound else "资料库"
    where = f"所选范围（{'、'.join(chosen)}）" if chosen else titled
    if question.stranger and not (question.bound and not question.bound.docs):
        return f"{where}中没有找到{question.stranger}负责的工作。"
    if missing is Missing.PLACE:
        others = f"找到的是{'、'.join(stated_for)}的" if stated_for else "只在其他时间或地方的内容中有"
        part = _PART_OF_YEAR.search(question.text)
        if bodies := "、".join(body.label for body in question.bodies):
            names = "、".join((*(name for name in question.narrowed_to if name not in bodies), bodies))
            told = others if stated_for else "其他单位的内容与所问相近"
            return f"{where}中没有找到{names}写明所问内容的文件，{told}。"
        return (
            f"{where}中没有{'、'.join(question.narrowed_to)}{part[0] if part else ''}的相关内容，{others}。"
        )
    if question.bound and not question.bound.docs:
        return f"资料库中没有文号为{question.bound.label}的文件。"
    if instead[1]:
        return _OF_SIBLINGS.format(where, instead[0], "、".join(instead[1]))
    if missing is Missing.FACT or question.intent in (Intent.TASKS, Intent.DOCUMENTS):
        others = f"{'、'.join(stated_for)}的文件中写明了。" if stated_for else ""
        return _no_fact(question).format(where) + others
    return _NOTHING.format(where)


def _no_fact(question: Question) -> str:
    shape = shape_asked(question.text) if question.intent is Intent.TOPIC else None
    intent = Intent.PERSON if asks_leader(question.text) else question.intent
    return _NO_SHAPE.format("{}", shape.name) if shape else _NO_FACT.get(intent, _NOTHING)


def place_of(hit: Hit) -> str:
    """Where a passage stands, in one line: title and last heading."""
    last = f" › {hit.chunk.path[-1]}" if hit.chunk.path else ""
    return f"《{hit.chunk.title}》{last}"


def _names(parts: Iterable[Question]) -> str:
    """Name the things, years, places or documents of the parts of a question."""
    named = (name for part in parts for name in ((part.side,) if part.side else part.narrowed_to))
    return "、".join(dict.fromkeys(named))

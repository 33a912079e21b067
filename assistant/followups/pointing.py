"""Words of a question that point back (这两个省, 该股室, 这个文件) into what the conversation named there."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assistant.answer import Answer, Citation
from assistant.understanding.named import YEAR, places_in, short_place, units_in
from assistant.understanding.question import Facets, Question
from ingest.facts.names import SURNAMES
from ingest.text import cn_number


@dataclass(frozen=True, slots=True)
class Said:
    """What the question before was answered.

    :param docs: the documents the answer stood on; where it was refused, those it was looked for in first.
    :param told: what the answer cites, and what was cited before where it told more.
    """

    answer: Answer
    docs: tuple[str, ...]
    told: tuple[Citation, ...] = ()

    @classmethod
    def of(cls, question: Question, answer: Answer) -> "Said":
        """Take the documents an answer cites, or else those the question was carried over to or names."""
        cited = tuple(dict.fromkeys(citation.doc for citation in answer.citations))
        docs = cited or question.carried or (question.titled.docs if question.titled else ())
        return cls(answer, docs, (*question.besides, *answer.citations))


Told = Callable[[], Said | None]
"""Gives what the question before was answered, where it is known."""

_COUNTS = {"两": 2, "二": 2, "三": 3, "四": 4}
_PLACES = re.compile(
    r"[这那](?:(?P<many>[两三四几些])个?)(?:省区|省份?|市|县|区|地方?|地区|城市)|(?P<two>两)个?(?:地|省|市|县|区)(?![级方])"
)
_YEARS = re.compile(
    r"(?:那么?)?(?:这|那)?(?:两|二)(?:个年度|年)(?=.{0,6}(?:差|比|哪|各|分别|变化|高|多|低|少))"
)
_UNITS = re.compile(
    r"[这那](?P<many>[两三四几些])个?(?:责任|牵头)?(?:股室|科室|处室|单位|部门|机构|[股科处局部])"
    r"|(?:这|那|该)个?(?:责任|牵头)?(?:股室|科室|处室|单位|部门|机构|股(?!份)|科(?!学)|局(?![面势限])|委(?![托派员])|厅|中心)"
)
_DOCUMENT = re.compile(
    r"(?:(?:上面|刚才|前面)(?:说|提到?|讲)?的?(?:[这那])?|[这那该本此]|上述)(?:[一]?[个份篇])?(?P<kind>文件|文档|材料|通知|意见|方案|办法|条例|规定|规则|计划|要点|总结|报告|预案)"
)
# Of a document itself: 文号是多少, 是谁发的, 什么时候印发的.
_OF_DOCUMENT = re.compile(
    r"^(?:那么?|它的?|文件)?(?=(?:发文字号|文号|(?:是|由)?(?:谁|哪[个些几一]{0,2}(?:单位|部门|局|机关))(?:联合|共同)?(?:印发|发布|下发|制定|发)"
    r"|(?:是)?(?:什么时[候间]|何时|哪一?[年天])(?:印发|发布|下发|发)|印发(?:日期|时间|单位)|发文(?:日期|时间|单位|机关)))"
)
_IN_DETAIL = re.compile(
    r"(?:那么?)?(?:能不能|能|可以|请)?(?:再|还)?(?:说|讲|写)?[得的]?更?(?:具体|详细|展开|仔细)(?:一?[点些]|地?(?:说说|讲讲|介绍|说明|说|讲)(?:一下)?|的?内容(?:是什么|有哪些)?|的)?[呢吗吧]?[?？。]*"
)
_FORMER = re.compile("前者|后者")
_PAIR = re.compile(
    r"(?P<former>[^，,。？?]{2,24}?)(?:和|与|跟|、)(?P<latter>[^，,。？?]{2,24}?)(?=分别|各自?|都|谁|哪|的|相差|负责|牵头|有什么|有哪些|是多少)"
)
_WHENCE = re.compile(
    r"^(?:那么?)?(?:(?:这|那|以上|上面|上述)(?:[个些条句]|句?话|几条|里|数|说法)?(?:的|内容|数字|数据|规定|说法|答案|要求)*)?(?:都|又)?"
    r"(?:(?:[是写出]?(?:出自|来自|自|在)|是)(?:哪一?[个份篇些]|什么)(?:文件|文档|通知|材料|资料|规定)(?:里面?|中|上)?(?:面|头)?(?:写|说|规定|提到|讲)?的?"
    r"|谁说的|(?:是)?从?哪(?:里|儿)?(?:来|看到|得来|得)的|哪(?:里|儿)(?:说|写|提到|规定)的|(?:依据|来源|出处)(?:是|在)?(?:哪一?[个份]|什么)(?:文件|材料|通知|资料)"
    r"|(?:原文|出处|来源|依据|原话|原句)(?:都|又)?(?:是(?:什么|哪里|哪儿|啥)|在(?:哪里?|哪儿)|呢)?"
    r"|(?:写|规定)?[是在]?(?:第几|哪一?)[条章节页款](?:里|中)?(?:写|规定|说)?的?)[呢啊吗?？。]*$"
)
# Of which year is that: 前面那个是哪年的, 这是几几年的文件.
_OF_WHEN = re.compile(
    r"^(?:那么?)?(?:(?:前面|刚才|上面)(?:说|提到?|讲|那)?的?)?(?:(?:这|那|以上|上述|它)(?:[个些条份里])?)?的?(?:内容|数字|数据|规定|标准|说法|文件|材料|政策)*"
    r"(?:都|大概)?(?:是|属于)?(?:哪一?个?年[度份]?|几几年|什么年份|什么时[候间]|何时)的(?:文件|规定|数据|数字|内容|政策|标准|材料|资料|事)?[呢啊吗?？。]*$"
)
# The second line of the answer: 上面第二条说的是什么.
_LINE = re.compile(
    r"^(?:那么?)?(?:(?P<above>上面|上述|以上|前面|刚才|(?:答案|回答)[里中]?)(?:说?的|里|中)?)?第(?P<n>[一二三四五六七八九十\d]{1,2})"
    r"(?P<kind>[条项个段]|[点句])(?:内容|话)?(?:具体|详细|主要)*(?:[是说讲指的]*(?:什么|啥)(?:内容|意思)?|(?:怎么|如何)说的?|展开说?说?|呢)?[?？。]*$"
)
# The one person the answer names by an office or a label: 他还分管什么.
_PERSON = re.compile("^(?:那么?)?(?:他|她|这一?位(?:领导|同志|负责人)|这个人)(?!们|人)")
_TOLD_PERSON = re.compile(
    rf"(?:领导|责任人|负责人|联系人|[局校县市区镇乡院处科股组站所队班部]长|书记|主任|主席)[：:]?\s*"
    rf"(?P<name>[{SURNAMES}][\u4e00-\u9fff]{{1,2}})(?=[。，,、；;）)\[\s]|同志|$)"
)
_ITS_WORK = re.compile("^(?:那么?)?(?:它|该单位|该部门)还(?:负责|管|牵头|承担|主管|干)")
_ITS = re.compile(r"^(?:那么?)?(?:它|其(?!他|它|中|余|实|次))的?")


def pointed(text: str, facets: Facets, previous: Sequence[str], told: Told) -> str:
    """Put what pointing words mean in their place: places asked of before, units or document of the answer.

    Words that point at nothing known stay as they are.

    :param previous: earlier questions of the conversation, oldest first, each already standalone.
    """
    if found := _PLACES.search(text):
        many = found["many"] or found["two"]
        text = _put(text, found, _last_places(previous, facets, _COUNTS.get(many, 0)), 2)
    if found := _FORMER.search(text):
        text = f"{text[: found.start()]}{_of_pair(found[0], previous)}{text[found.end() :]}"
    if found := _YEARS.match(text):
        named = dict.fromkeys(year for before in reversed(previous) for year in YEAR.findall(before))
        text = _put(text, found, [f"{year}年" for year in sorted(list(named)[:2])], 2)
    if found := _UNITS.search(text):
        many = found["many"]
        units = _units_told(told(), facets, _COUNTS.get(many or "", 0))
        kind = found[0][-1] if found[0][-1] in "局委厅股科" and not many else ""  # 该局
        alike = [unit for unit in units if kind and unit.endswith(kind)]
        text = _put(text, found, alike[:1] or units, 2 if many else 1)
    if (found := _PERSON.match(text)) and (said := told()):
        people = dict.fromkeys(one["name"] for one in _TOLD_PERSON.finditer(said.answer.text))
        text = _put(text, found, [*people] if len(people) == 1 else [], 1)
    if _ITS_WORK.match(text) and (units := _units_told(told(), facets, 0)[:1]):  # who leads is told first
        text = _ITS.sub("".join(units), text, count=1)
    found = _DOCUMENT.search(text) or (None if "《" in text else _OF_DOCUMENT.match(text))
    if found and (said := told()) and said.docs:
        text = _put(text, found, _titles_told(said, found.groupdict().get("kind", ""), facets), 1)
    return text


def _titles_told(said: Said, kind: str, facets: Facets) -> list[str]:
    """Give the title of the document meant of those an answer stood on: the first so called, or the first."""
    titles = {info.doc: info.title for info in facets.documents if info.doc in said.docs}
    ordered = [titles[doc] for doc in said.docs if doc in titles]
    called = [title for title in ordered if kind and kind in title]
    return [f"《{title}》" for title in (*called, *ordered)[:1]]


def _of_pair(which: str, previous: Sequence[str]) -> str:
    """Give the former or the latter of the two things that a question before named side by side."""
    pairs = (found for before in reversed(previous) if (found := _PAIR.search(before)))
    pair = next(pairs, None)
    return which if pair is None else pair["former" if which == "前者" else "latter"]


def points(text: str) -> bool:
    """Tell whether a question has words that may point at what the conversation named."""
    return any(
        words.search(text)
        for words in (_PLACES, _FORMER, _UNITS, _DOCUMENT, _YEARS, _PERSON, _ITS_WORK, _OF_DOCUMENT)
    )


def asks_whence(text: str) -> bool:
    """Tell whether a question asks where the last answer is from (在哪个文件里, 出处呢)."""
    return _WHENCE.search(text) is not None


def asks_of_when(text: str) -> bool:
    """Tell whether a question asks of which year the last answer is (前面那个是哪年的)."""
    return _OF_WHEN.search(text) is not None


def asks_in_detail(text: str) -> bool:
    """Tell whether a follow-up only asks for what was told to be told at length (具体点, 详细说说)."""
    return _IN_DETAIL.fullmatch(text) is not None


def line_pointed_at(text: str) -> int:
    """Give which line of the last answer a question asks after (上面第二条说的是什么), from 1, or 0."""
    found = _LINE.match(text)
    points = found and (found["above"] or found["kind"] in ("点", "句"))
    return cn_number(found["n"]) or 0 if found and points else 0


def beside_places(text: str) -> str:
    """Give what a question asks of places named before (这两个省), without the words that point, or ""."""
    return _PLACES.sub("", text) if _PLACES.search(text) else ""


def points_at_subject(text: str) -> str:
    """Give what a question asks of 它, without that word, or ""."""
    found = _ITS.match(text)
    return text[found.end() :] if found else ""


def kept_to(question: Question, own: Question, held: float, told: Told) -> Question:
    """Prefer the documents of the last answer, where a question says nothing itself of where to look.

    :param own: the question as typed, without what it takes from the one before.
    :param held: see `Question.held`.
    """
    names = own.source or own.documents or own.unit or own.concerned
    said = None if names or question.documents or question.titled else told()
    return replace(question, carried=said.docs, held=held) if said else question


def _put(text: str, found: re.Match[str], named: Sequence[str], least: int) -> str:
    """Put names in place of the words that point at them, if there are as many as those say at least."""
    if len(named) < least:
        return text
    return f"{text[: found.start()]}{'和'.join(named)}{text[found.end() :]}"


def _last_places(previous: Sequence[str], facets: Facets, count: int) -> list[str]:
    """Places the last questions name, in the order they came up; as many as are meant, or all."""
    named = [place for text in reversed(previous) for place in reversed(places_in(text, facets.places))]
    last = list(dict.fromkeys(map(short_place, named)))[: count or None]
    return last[::-1]


def _units_told(said: Said | None, facets: Facets, count: int) -> list[str]:
    """Units the answer names; none where it names more or fewer than are meant."""
    named = units_in(said.answer.text, facets.units) if said else []
    return named if not count or len(named) == count else []

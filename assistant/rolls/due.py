"""A question for all that is due within some time (6月底前要完成哪些工作, 每季度做什么) into that time."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from ingest.text import cn_number, normalize

Day = tuple[int, int]

_NUMBER = r"\d{1,2}|[一二三四五六七八九十]{1,2}"
_TIME = re.compile(
    rf"(?P<until>到|截[至止]到?|赶在)?(?:在|于)?(?:20\d\d年度?(?:的|里)?|[今明去当本]年)?(?:"
    rf"(?<![\d第])(?P<month>{_NUMBER})月(?:份|(?P<day>{_NUMBER})[日号]|(?P<end>[底末])|(?P<tenth>[上中下]旬)|初)?"
    r"|(?P<quarter>(?:第?[一二三四1-4]|[本当]|这个?|今)季度)(?P<quarter_end>[末底])?"
    r"|(?P<half>[上下]半年)|(?P<year>年[底末]|岁末|年终|年内|全年(?=.{0,4}(?:完成|任务))|(?<=20\d\d年)内)"
    r"|(?P<this>本月|这个月|当月)|(?P<next>下个?月)"
    r"|(?P<any>有?(?:明确|具体)?的?(?:完成)?(?:时限|期限|时间节点)(?:要求)?的)"
    rf")(?:[内里中](?!容|部))?(?:(?P<before>[之以]?前|为止|截止)|(?P<after>[之以]?后|以来))?"
)
_OF_YEAR = re.compile(r"20\d\d年(?:度)?(?=(?:要|应当?|需要?|须|必须|该)?(?:完成|办结|做完|到期)(?!了))")
_EVERY = re.compile(
    r"(?P<each>每个?(?P<period>半年|学期|学年|季度?|星期|[年月周天日])|(?P<adverb>[按逐][月季周年]))"
)
_PERIODS = {
    **{"月": "P1M", "季": "P3M", "季度": "P3M", "半年": "P6M", "年": "P1Y", "周": "P1W", "星期": "P1W"},
    **{"天": "P1D", "日": "P1D", "学期": "学期", "学年": "学年"},
}
_WHAT = r"(?:哪些|哪几[项件个]|[有几多]少?[项件](?!.{0,3}(?:制度|机制))|多少[项件]|什么|啥|有哪)"
TASK = r"(?:工作|任务|事项|事情?|项目|实事|活动|目标)"
_DO = r"(?:完成|做[完好]?|办[完结]?|干[完好]?|搞[定好]?|落实|到期|抓|开展)"
_ADJECTIVE = r"(?:重点|主要|具体|重要|民生|惠民|教育|的)*"
_ALL = re.compile(
    rf"{_DO}(?:的|好)?{_ADJECTIVE}{TASK}?(?:都|一共|总共|分别|主要)*(?:有|是|包括)?{_WHAT}{_ADJECTIVE}{TASK}?(?:$|[?,。;、吗呢啊])"
    rf"|{_WHAT}{_ADJECTIVE}{TASK}.{{0,30}}(?:{_DO}|时限|期限|截止|要求|做一次|安排)"
    rf"|(?:时限|期限|节点|到期|截止)[^,?]{{0,12}}的?{_ADJECTIVE}{TASK}(?:都|一共|总共)*(?:有|是|包括){_WHAT}"
    rf"|(?:时限|期限|节点|截止|到期|{_DO})[^,?]{{0,12}}的(?:都|一共|总共)*(?:有|是|包括){_WHAT}?(?:哪些)?[?。]*$"
    rf"|(?:的|内|前|里|份|年|月|季度){_ADJECTIVE}{TASK}(?:清单)?(?:都|一共|总共|分别)*(?:有|是|包括){_WHAT}"
    rf"|[月季年底末旬日号](?:份|度)?(?:[之以]?[前内后]|里)?(?:要|应|需|该)?(?:完成|办结|到期)的{_ADJECTIVE}{TASK}(?:清单)?[?。]*$"
    rf"|[日号](?:(?:这一?|那一?|当)天)?(?:学校|我们)?(?:要|会|将|该|应)?(?:都|具体)?(?:有|安排|组织)?"
    rf"(?:了?{_WHAT}|什么事)(?:工作)?(?:安排|活动|日程|议程)(?:要做)?[?。吗呢啊]*$"
    rf"|(?:列出|列一下|列举|梳理|汇总).{{0,30}}{_DO}.{{0,8}}{TASK}"
)
_NOT_ALL = re.compile(
    rf"什么时[候间]|何时|几月|哪[天年月]|{_DO}了|多久|(?:召开|举办|举行|发生|印发|出台|发布)|为什么|怎么|如何|完成情况|进展"
)
_EXACTLY = re.compile(r"(?:时限|期限|截止(?:时间|日期)?|时间节点)(?:要求)?(?:就|正好|恰好)?(?:是|为|在|到)")
_DAYS_OF_TENTH = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31)}


@dataclass(frozen=True, slots=True)
class Due:
    """The time a question asks all of.

    :param first: month and day it begins with, in whatever year.
    :param last: month and day it ends with.
    :param period: how often it is done instead, as deadlines state it (`P1M`, `学期`), or "".
    :param words: the question's words for it.
    :param aside: all its words that name times.
    :param is_counted: whether it is counted from today (本月).
    :param is_day: whether it is one very day (8月25日做什么), not all that is due by then.
    """

    first: Day = (1, 1)
    last: Day = (12, 31)
    period: str = ""
    words: str = ""
    aside: tuple[str, ...] = ()
    is_counted: bool = False
    is_day: bool = False

    def admits(self, day: Day) -> bool:
        """Tell whether a day lies within it."""
        return self.first <= day <= self.last


def asked_due(text: str, today: date) -> Due | None:
    """Read for which time a question asks all that is due; None where it asks nothing of the kind.

    :param today: what 本月 counts from.
    """
    folded = normalize(text)
    if _ALL.search(folded) is None or _NOT_ALL.search(folded):
        return None
    if every := _EVERY.search(folded):
        word = every["period"] or every["adverb"][1:]
        return Due(period=_PERIODS[word], words=every[0])
    times = [time for time in _TIME.finditer(folded) if time.lastgroup]
    behind = folded.rfind(
        "?", 0, -1
    )  # what follows an earlier question (那三季度呢) takes the place of its time
    found = next((time for time in times if time.start() > behind), next(iter(times), None))
    if found is None:
        whole = _OF_YEAR.search(folded)
        return Due(words=whole[0]) if whole else None
    first, last = _span(found, today)
    is_day = bool(found["day"]) and not (found["before"] or found["until"] or found["after"])
    by_then = found["before"] or found["end"] or found["quarter_end"] or (found["day"] and found["until"])
    if by_then and not _EXACTLY.search(folded):
        first = (1, 1)
    if found["after"]:
        last = (12, 31)
    is_counted, words = bool(found["this"] or found["next"]), found[0]
    if is_counted:
        words = re.sub("本月|这个月|当月|下个?月", f"{first[0]}月", words)
    aside = tuple(time[0] for time in times)
    return Due(first, last, words=words, aside=aside, is_counted=is_counted, is_day=is_day)


def _span(found: re.Match[str], today: date) -> tuple[Day, Day]:
    if found["month"]:
        return _of_month(found)
    if found["quarter"]:
        said = cn_number(re.sub("[第季度]", "", found["quarter"]))
        quarter = said or (today.month + 2) // 3
        return (3 * quarter - 2, 1), _end(3 * quarter)
    if found["half"]:
        return ((1, 1), (6, 30)) if found["half"].startswith("上") else ((7, 1), (12, 31))
    if found["this"] or found["next"]:
        month = today.month if found["this"] else today.month % 12 + 1
        return (month, 1), _end(month)
    return (1, 1), (12, 31)


def _of_month(found: re.Match[str]) -> tuple[Day, Day]:
    month = min(max(cn_number(found["month"]) or 1, 1), 12)
    if found["day"]:
        day = cn_number(found["day"]) or 1
        return (month, day), (month, day)
    if found["tenth"]:
        first, last = _DAYS_OF_TENTH[found["tenth"]]
        return (month, first), (month, last)
    return (month, 1), _end(month)


def _end(month: int) -> Day:
    return month, monthrange(2024, month)[1]

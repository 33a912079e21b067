"""The kind of time a question asks for (moment, length, how often) into what tells whether a text has it."""

import re
from collections.abc import Callable, Sequence
from functools import partial

from ingest.facts.dates import DATE
from ingest.facts.measure_words import Kind
from ingest.facts.quantities import Quantity, quantities

_LENGTH = r"(?:分钟|小时|年|月|季度?|周|星期|学期|学年|天|日|旬)"
_HOW_OFTEN = re.compile(
    r"(?:多久|多长时间|几个?(?:小时|工作日|星期|学期|[年月周天]))(?![之以]?内).{0,12}?[一1](?:次|回|趟|遍|轮|届|茬)|每隔?(?:多久|几个?[年月周天])"
    r"|隔(?:多久|多长时间|多少天|几(?![天日年]个?[能可之以内]))|频率|频次"
)
_INTERVAL = re.compile(
    rf"每隔?(?:[半一两二三四五六\d]*个?{_LENGTH})|(?:[半一两二三四五六]|\d{{1,2}})个?{_LENGTH}[^,，。；;]{{0,8}}[一1两二]次"
    r"|[按逐][年月季周](?!度?计划)|24小时(?!以?内|[专有]?人?值[班守])|全天候|实时"
)
_WHEN = re.compile(
    r"什么时候|啥时|多会儿|何时|几时|几月|几号|哪[一]?[天月日]|时间(?:是(?!多[少长久]|几)|安排|节点)|(?<!多长)时间[?？]?$|截止"
)
_TIME = re.compile(
    r"[年月]底|上半年|下半年|[一二三四]季度|学期|学年|期间|[每同当次去今明本]年|[次每当本]月|即日起|之日起|[之以]?前完成|(?:汛期?|[入春夏秋冬][季耕播收种汛冬]|雨季|春节|国庆|元旦|寒假|暑假|开学|高考|中考|封冻)(?:来临|开始|到来|结束)?[之以]?[前后]|月[上中下]旬"
)
# Lengths of time in names of things: 学前三年, 九年义务教育, 三年行动, 五年级.
_NO_TIME = re.compile(
    r"学前[一二三1-3]年|[六九十]年(?:制|义务|一贯)|(?:高中|大学|初中|小学)[一二三四五六]年|[一二三四五六七八九]年级|[三五十][年](?:行动|规划|计划|攻坚)|\d[-—~～至]\d周?岁|[\d一二三四五六七八九十]+周?岁"
)
# The hour, or the day of every week or month, at which something is done: 16：20, 每周五, 每月第一周周四.
_OF_DAY = re.compile(
    r"(?<!\d)\d{1,2}\s?[:：]\s?\d{2}(?!\d)|每(?:周|星期|礼拜)[一二三四五六日天末]|每(?:个?月|季度?|学期)(?:第|[初底末中上下]|\d{1,2}[日号])"
    r"|每逢|第?[一二三四五\d]周(?:星期|周)[一二三四五六日]|(?:星期|礼拜|周)[一二三四五六日天末](?=[上下中]午|[晚早、及和至到]|\d|$|[\u4e00-\u9fff]{0,4}(?:时间|开放|开馆|闭馆|值班|休息|营业|办公|上课|不休))"
)
# The end of what is in force is told by how long it is: 自2022年9月1日起施行，有效期2年.
_ENDS = re.compile(r"失效|作废|废止|过期|到期|有效期|有效到|有效多")
_IN_FORCE = re.compile(r"有效|废止|失效|停止执行|试行(?:期|[一二三\d])")
# From when a document holds is told by what says it of itself: 本办法自2025年1月1日起施行.
_BEGINS = re.compile(
    r"(?:什么时候|啥时候?|何时|哪一?[天年日]|几号|几月几?[号日]?)(?:起|开始)?(?:正式|开始)?(?:实施|施行|执行|生效|算数|作数|有效|起效|管用)"
)
_SAYS_BEGINNING = re.compile(
    r"^\W*(?:第[\d一二三四五六七八九十]{1,3}条\s*)?(?:本|该|此|上述|以上)?(?:实施|工作|行动|指导)*(?:办法|规定|意见|细则|方案|规划|通知|条例|制度|政策|标准|规程|规则|预案|计划)?自[^，,。；;]{2,20}?起(?:正式|开始)?(?:施行|实施|执行|生效)"
)
# So is what another document says of it: 公布《排污许可管理条例》，自2021年3月1日起施行.
_NAMED_BEGINNING = re.compile(
    r"《(?P<title>[^》]{2,40})》(?:[（(][^（()）]{2,16}[)）])?[，,]?(?:已|将)?[自从于][^，,。；;]{2,20}?起?(?:正式|开始)?(?:施行|实施|执行|生效)"
)
_RULES = re.compile(
    r"(?:办法|规定|意见|细则|方案|规划|通知|文件|条例|制度|政策|计划|标准|规程)[^，,]{0,12}?$"
)
_WHICH_DAY, _DAY = re.compile("(?:星期|礼拜|周)几"), re.compile("(?:星期|礼拜|周)[一二三四五六日天末]")
# How long it takes is not told by what there is each year: 每服役1年补助4500元.
_HOW_LONG = re.compile(r"多久|多长")
_PER = re.compile(rf"每[^,，。；;\d]{{0,3}}[\d一二三四五六七八九十半]{{0,3}}个?{_LENGTH}")
_LIMIT = re.compile(r"[之以]?[内前后]|起|为限|期满")
# No later than so long after something: 不迟于受理后3个工作日.
_AFTER = re.compile(r"后$")
# A half of a unit, which no number tells: 半年, 半个月.
_HALF = re.compile(r"半个?(?:学期|[年月天日]|小时|星期)(?!级|度)")
# When is also told by what must have come before: 验收合格后方可使用.
_ONCE_DONE = re.compile(r"[后前](?:方可|方能|才[可能])")


def asks_how_often(question: str) -> bool:
    """Tell whether a question asks after what time something comes again: 多久一次."""
    return _HOW_OFTEN.search(question) is not None


def asks_end(question: str) -> bool:
    """Tell whether a question asks when a document is no longer in force."""
    ends = _ENDS.search(question)
    return ends is not None and _RULES.search(question[: ends.start()]) is not None


def asks_beginning(question: str) -> bool:
    """Tell whether a question asks from when on a document is in force."""
    begins = _BEGINS.search(question)
    return begins is not None and _RULES.search(question[: begins.start()].rstrip("从自于由")) is not None


def says_beginning(question: str, text: str) -> bool:
    """Tell whether a sentence says since when its own document, or one asked of by name, is in force."""
    named = _NAMED_BEGINNING.search(text)
    return _SAYS_BEGINNING.search(text) is not None or (named is not None and named["title"] in question)


def wanted_time(question: str, years: Sequence[int]) -> Callable[[str], bool]:
    """Give what tells whether a text states the kind of time a question asks for.

    :param years: years the question names; alone they are no answer to when in those years.
    """
    if asks_how_often(question):
        return lambda text: _INTERVAL.search(text) is not None
    if _WHICH_DAY.search(question):
        return lambda text: _DAY.search(text) is not None
    if asks_beginning(question):
        return partial(says_beginning, question)
    if asks_end(question):
        return lambda text: _IN_FORCE.search(text) is not None and _states_time(text, None, length=True)
    named = (
        re.compile("|".join(rf"{year}年(?!底|初|[前后]|\d|[上下]半)" for year in years)) if years else None
    )
    states = partial(_states_time, named=named, length=_WHEN.search(question) is None)
    return (lambda text: states(_PER.sub("", text))) if _HOW_LONG.search(question) else states


def without_lengths(text: str) -> str:
    """Take out of a text the lengths of time that only name things (九年义务教育)."""
    return _NO_TIME.sub("", text)


def _states_time(text: str, named: re.Pattern[str] | None, length: bool) -> bool:
    text = without_lengths(text)
    if named is not None:
        text = named.sub("", text)
    if _TIME.search(text) or DATE.search(text) or _OF_DAY.search(text) or _ONCE_DONE.search(text):
        return True
    if length and _HALF.search(text):
        return True
    return any(
        quantity.kind is Kind.TIME and (length or _is_limit(text, quantity)) for quantity in quantities(text)
    )


def _is_limit(text: str, quantity: Quantity) -> bool:
    """Tell whether a length of time says by when: within it, or so long after something."""
    is_after = _AFTER.search(text, 0, quantity.start) is not None
    return is_after or _LIMIT.match(text, quantity.last) is not None

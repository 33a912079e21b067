"""How an amount is asked for (a change, a bound, a rank, a head) into what tells a text that puts it so."""

import re
from collections.abc import Callable
from functools import partial

_THEN = r"[上去前往]年|年[初底末]|同期|上个?[月周季]|上?半年|季度|\d年|以前|之前|原来|过去|期末|上届"
# How much more, or less, it is than before: 比上年少了几起, 价格涨了多少. Than another thing is no change.
_ASKED_CHANGE = re.compile(
    rf"[比较][^,，。?？]{{0,6}}?(?:{_THEN})[^,，。?？]{{0,10}}?(?:[多少高低快慢]|增[加长]?|减少?|[上提]升|提高|降低?|下降|[涨跌])[出了]?(?:多少|几|百分之)"
    r"|(?:增[长加]|减少|下降|上[升涨]|[涨降跌])了?(?:多少|几|百分之)"
)
# What something came to is no change, unless it is said from what: 降至1%以下, but 由176处增加到183处.
_CHANGE = re.compile(
    r"(?:[由从](?=[^，,。；;]*[至到为])|(?:增|减|降|升|涨|跌|翻|净|持平|回落|较|比(?![例重率])|高[于出]|[低快慢]于|提高"
    r"|压[减缩]|缩[减短]|扩|少(?![年先儿数])|多(?![个种名元样数]))(?![长加少低高升]?[至到为]))[^，,。；;]*"
)
# How much at most is told by a bound, not by how much it was: 一次最多收多少.
_ASKED_MOST = re.compile(
    r"(?:最多|至多|最高)(?:只?[能可得]|可以|允许|不[得能]超过?)?(?:一次性?)?[收交缴罚补奖报领借贷申享给招设评选用占]"
    r"|上限|封顶|不(?:[得能]?超过?|[高多大]于)[了出]?(?:多少|几)"
)
_AT_MOST = re.compile(
    r"不(?:得|能|应)?(?:超[过出]?|高于|多于|大于|突破)|以[内下]|[最至]多|最高|上限|封顶|限[额定报于]"
    r"|\d[万亿]?[元个名]?\s?[-—–~～至到]\s?\d"
)
_ASKED_RANK = re.compile(
    r"第几(?:[名位]|(?=[?？。呢]|$))|(?<![安编])排(?:名|位|在|到|行)*(?:第几|哪|多少|几)|[排]?[名位]次(?:是|[?？]|$)"
)
_RANK = re.compile(
    r"第[一二三四五六七八九十百\d]{1,4}(?=[位名，,。；;、]|$)|[居列排位占][^，,。；;]{0,12}(?:第[一二三四五六七八九十百\d]|前[列茅一二三四五六七八九十\d])"
    r"|[首末]位|榜首|领跑"
)
# Of a sum one share falls to each, which only a text that says so tells.
_ASKED_EACH = re.compile(
    r"(?:[人户亩生]均|平均每?[人户亩个名][\u4e00-\u9fff]{0,3})[是有约能达到补花收]{0,2}(?:多少|几)"
)
_EACH = re.compile(r"[人户亩生]均|每[人户亩名个生位]|平均|[/／][人户亩生]")


def as_asked(question: str, states: Callable[[str], bool]) -> Callable[[str], bool] | None:
    """Give what tells whether a text states an amount the way a question asks for it.

    :param states: tells whether a text states an amount of the measure asked for.
    :return: None where the question asks for an amount in no special way.
    """
    if _ASKED_RANK.search(question):
        return lambda text: _RANK.search(text) is not None
    if _ASKED_MOST.search(question):
        return partial(_states_beside, _AT_MOST, states)
    if _ASKED_EACH.search(question):
        return partial(_states_beside, _EACH, states)
    if _ASKED_CHANGE.search(question):
        return lambda text: any(states(said[0]) for said in _CHANGE.finditer(text))
    return None


def _states_beside(pattern: re.Pattern[str], states: Callable[[str], bool], text: str) -> bool:
    return pattern.search(text) is not None and states(text)

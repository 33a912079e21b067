"""Lines of a calendar or a notice that state something though nothing ends them.

A calendar is seldom written in sentences: 7月5日 民办学校电脑派位; 上午9:00 开学典礼. A bare
date, and a date beside the body that signs or what was done to the paper then, state nothing.
"""

import re

_N = r"[\d〇零一二三四五六七八九十]{1,3}"
_DAY = rf"(?:(?:(?:19|20)\d\d|本|当|次)年)?{_N}月(?:份|{_N}[日号]|第{_N}周|[上中下]旬|[底末初中])?"
_FULL = r"(?:19|20)\d\d[-./](?:1[0-2]|0?[1-9])[-./](?:3[01]|[12]\d|0?[1-9])"
_PART = r"(?:凌晨|早上|[上中下]午|晚上?)"
_HOUR = rf"{_PART}?\d{{1,2}}(?::\d\d|[点时](?:\d{{1,2}}分|[半整]))|{_PART}\d{{1,2}}[点时]"
_WEEK = rf"第{_N}(?:[-—–~～至到、]第?{_N})?(?:教学)?周|(?:星期|周)[一二三四五六日天]"
_WHEN = rf"(?:{_FULL}|{_DAY}|{_HOUR}|{_WEEK}|\d{{1,2}}日)"
_ASIDE = rf"(?:\((?:星期|周)[^()]{{1,6}}\)|{_PART})?"
_SPAN = rf"{_WHEN}{_ASIDE}(?:[-—–~～至到、,]*{_WHEN}{_ASIDE})*(?:[之以]?[前后内]|起|止|左右|期间)?"
_SIGN = r"(?:[(（]?\d{1,2}[)）、.．](?!\d+(?!\d*月))|[·•●○■◆*])?"
_OPENS = re.compile(rf"{_SIGN}{_SPAN}[:,、—\-|]*(?P<what>.+)")
_CLOSES = re.compile(rf"(?P<what>.*?[\u4e00-\u9fff]{{4,}}[:,]?)\(?{_SPAN}\)?")
_LABELLED = re.compile(rf"{_SIGN}(?P<label>[\u4e00-\u9fff]{{2,10}}):(?P<what>.{{2,}})")
_HAN = re.compile(r"[\u4e00-\u9fff]{2}")
_WHOLE_DAY = re.compile(r"(?:19|20)\d\d年\d{1,2}月\d{1,2}日$")
_LABEL_OF_ISSUE = re.compile(r"(?:发[布文表稿]|成文|印[发制]|公[开布]|签发|来源|更新|落款).*|时间|日期")
# What stands beside a date of issue and not of a task: 印发, the day of the week, who signs.
_OF_ISSUE = re.compile(
    r"\(?(?:印[发制]|[发公]布|修[订正]|制定|通过|批准|(?:星期|周).|起?[施实]行)\)?"
    r"|.*(?:局|厅|委|办|府|院|处|[员协工联学商金]会|站|党[组委]|小组|指挥部)(?:\(.{1,4}\))?(?:印发|宣)?"
)


def states_alone(line: str) -> bool:
    """Tell whether a line of its own tells what is when, or what a label stands for.

    :param line: in normal form, without what ends it.
    """
    opens = _OPENS.fullmatch(line)
    if opens:
        return _HAN.search(opens["what"]) is not None and not _is_of_issue(opens["what"])
    labelled = _LABELLED.fullmatch(line)
    if labelled:
        is_dated = _WHOLE_DAY.search(line) is not None
        return not (is_dated and _LABEL_OF_ISSUE.fullmatch(labelled["label"]))
    closes = _CLOSES.fullmatch(line)
    return closes is not None and not _WHOLE_DAY.search(line) and not _is_of_issue(closes["what"])


def _is_of_issue(what: str) -> bool:
    return _OF_ISSUE.fullmatch(what) is not None

"""Words beside a list of units into whether they only say when: `（财经工委，6月、10月）`."""

import re

from ingest.facts.units import Span

# When something is due, which names nobody: 12月底前完成, 2025年10月, 第三季度, 长期坚持.
_WHEN = re.compile(
    r"(?=.*[年月日期续度])(?:于|在|到|至)?(?:(?:20[\dxX*]{2}|今|当|每|本)年)?(?:\d{1,2}月份?)?(?:\d{1,2}[日号])?"
    r"(?:年|月|季度|学期)?"
    r"(?:底|末|初|[上中下]旬)?(?:之?前|以前)?(?:完成|落实到位|见效)?|长期(?:坚持|推进|工作)?|持续(?:推进|用力)?|全年|常年"
    r"|(?:(?:20\d\d年)?(?:\d{1,2}月(?:\d{1,2}[日号]|[上中下]旬)?|[一二三四]季度|[上下]半年)|年)[底末]?(?:之?前|以前|内)"
    r"[\u4e00-\u9fff]{0,10}"
    r"|(?:20\d\d年)?(?:第?[一二三四1-4]季度|[上下]半年|[寒暑]假)(?:完成)?"
    r"|(?=\d)(?=.*[年月日]|\d{4}[./-]\d)[\d年月日份号上中下旬底末初—–~～至到.．/ -]{3,24}"
    r"(?:之?前|以前)?(?:完成)?"
)
_OF_A_YEAR = re.compile(r"20\d\d(?!.*(?:[底末前内]|完成))")
_PART = re.compile(r"[^，,；;、 \u3000]+")


def is_time(words: str) -> bool:
    """Tell whether words say nothing but when something is done."""
    return all(_WHEN.fullmatch(part) for part in words.split("、"))


def without_times(text: str, start: int, end: int) -> Span:
    """Narrow a list to what stands between the times at its ends; an empty span where nothing else stands.

    A month with its year (国务院办公厅，2015年6月) may date what is cited and stays; not behind ；.
    """
    parts = [part.span() for part in _PART.finditer(text, start, end)]
    while parts and _is_due(text[slice(*parts[-1])], apart=text[parts[-1][0] - 1] in "；;"):
        parts.pop()
    while parts and _is_due(text[slice(*parts[0])]):
        parts.pop(0)
    return (parts[0][0], parts[-1][1]) if parts else (start, start)


def _is_due(words: str, *, apart: bool = False) -> bool:
    return is_time(words) and (apart or _OF_A_YEAR.match(words) is None)

"""The unit that a question counts in (几个月, 多少户), and the units that answer it as well."""

import re

import rjieba

UNITS = (
    "平方米|平方公里|公里|公顷|学时|课时|小时|分钟|工作日|个月|百分点|公斤|毫升|千瓦时|"
    "部(?![门队委件分署级])|"
    "[所个名项次回家人条件门册间座辆台户处批期场篇份岁级类种亩元吨米天日月年斤分起例趟宗套栋幢间张支组]"
)
# In 多少个组, 几个项目, 多少个支队 it is the 个 that counts, but for what is measured by it (几个月).
_ASKED_UNIT = re.compile(
    rf"(?:多少|(?<![那这])几)(?:个(?=小时|学时|课时|工作日|月|百分点|学[期年]|人(?![大民事员才社工口均])))?[万亿]*({UNITS})(?!费|票|工资|津贴)"
)
_DAYS = ("天", "日", "工作日")
_TASKS = ("件", "项")
# Things told one by one are counted in whatever word: 几所驾校, 14家.
_ONE_BY_ONE = tuple("个所家处座间台辆套张条支栋幢部")
_ALIKE = {
    **dict.fromkeys(_ONE_BY_ONE, _ONE_BY_ONE),
    "部": ("部", "台", "个", "件", "项"),
    "天": _DAYS,
    "日": _DAYS,
    "工作日": _DAYS,
    "趟": ("次", "趟"),
    "回": ("次", "回", "场"),
    "岁": ("岁", "周岁"),
    "人": ("人", "名"),
    "名": ("人", "名"),
    "件": _TASKS,
    "项": _TASKS,
}
DATED = ("年", "月", "日", "天")


def unit_asked(question: str) -> str:
    """Find the unit a question counts in (几个月, 多少户), "" where that only begins a noun (多少名额)."""
    for asked in _ASKED_UNIT.finditer(question):
        word, tag = rjieba.tag(question[asked.start(1) :], hmm=False)[0]
        is_noun = tag.startswith("n") and len(word) > len(asked[1]) and not word.endswith("次")
        if not is_noun or asked[1][-1] in DATED:  # 几月份
            return asked[1]
    return ""


def units_alike(unit: str) -> tuple[str, ...]:
    """Give the units in which a text may count what is asked for in one."""
    return _ALIKE.get(unit, (unit,))

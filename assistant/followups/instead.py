"""What a follow-up asks after (初中呢, 企业呢) put in the place of its like in the question before."""

import re
from collections.abc import Sequence

from assistant.understanding.numbered import numbered_in
from ingest.facts.names import SURNAMES

# Things of one kind; what is asked of one may be asked of another in its place.
_KINDS = (
    "政府 部门 企业 单位 机构 公司 个人 家庭 工厂 个体户 事业单位 社会组织",
    "幼儿园 小学 初中 高中 中职 大学 高校 中专 高职",
    "教师 老师 学生 校长 家长 幼儿 儿童 职工 医生 护士 老人 居民 村民",
    "公办 民办",
    "城市 农村 城镇 乡村 城区 乡镇",
    "报告书 报告表 登记表",
    "上半年 下半年",
    "一季度 二季度 三季度 四季度",
    "主要任务 重点任务 工作任务 主要措施 工作措施 保障措施 工作要求 总体要求 实施步骤 工作步骤 总体目标",
)
_MODIFIERS = (
    "副|正|男|女|地方|中央|各级|县级|省级|市级|上级|基层|主管|监管|行业|运输|生产|运营|建设|培训|医疗|养老|施工|用人|相关|有关|铁路|人民"
    "|小微|中小|大型|国有|民营|普惠性|骨干|班主任|特岗|乡村|农村|城市|公办|民办|普通|中等职业|困难|留守|公立"
)
_HEADS_OF_SCHOOLS, _TEACHERS = ("校长",), ("教师", "老师")
_PERSONS = ((_HEADS_OF_SCHOOLS, _TEACHERS), (_TEACHERS, _HEADS_OF_SCHOOLS))
_LONGEST = 10
_NAME = re.compile(rf"[{SURNAMES}][\u4e00-\u9fff]{{1,2}}")
_PERSON = re.compile(
    rf"(?P<name>{_NAME.pattern})(?=(?:还|都|又|同志)?(?:包联|包保|包抓|分管|协管|联系|负责|牵头|主管|挂点|督查|是什么职务))"
)
_HEADS = re.compile("(?<!副)(?:[校院局处科股园所站馆厅]长|书记|主任|组长)")
_MONTH = r"(?:\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份|底|末|初|[上中下]旬|\d{1,2}[日号])?"
_TIME = re.compile(rf"(?:{_MONTH}|第?[一二三四]季度末?|[上下]半年|年底)(?:[之以]?前)?")


def put_in_its_place(topic: str, base: str) -> str:
    """Ask of a thing what a question asked of another of its kind; "" where that names none.

    :param topic: what the follow-up names, and nothing else (小微企业, 初中).
    """
    topic = topic.removesuffix("的")
    if person := _other_person(topic, base):
        return person
    if topic.startswith("副") and topic[1:] in base and topic not in base:
        return base.replace(topic[1:], topic, 1)
    named, before = numbered_in(topic), numbered_in(base)
    if len(named) == len(before) == 1 and named[0].end == len(topic) <= _LONGEST:  # 四中, 市第四中学
        return f"{base[: before[0].start]}{topic}{base[before[0].end :]}"
    if _TIME.fullmatch(topic) and (time := _TIME.search(base)):
        return f"{base[: time.start()]}{topic}{base[time.end() :]}"
    for members in map(str.split, _KINDS):
        kind = next((member for member in members if topic.endswith(member)), "")
        if not kind or len(topic) > _LONGEST or topic in base:
            continue
        if kind in base:  # 副校长呢 behind 校长…
            return re.sub(rf"(?:{_MODIFIERS})*{kind}", topic, base, count=1)
        others = "|".join(sorted((member for member in members if member != kind), key=len, reverse=True))
        if found := re.search(rf"(?:{_MODIFIERS})*(?:{others})", base):
            return f"{base[: found.start()]}{topic}{base[found.end() :]}"
    return ""


def _other_person(topic: str, base: str) -> str:
    """Ask of a person what a question asked of another; "" where either names none."""
    before = _PERSON.match(base)
    if before is None or _NAME.fullmatch(topic) is None or topic == before["name"]:
        return ""
    asked, *_ = re.split("[?？]", base[before.end("name") :])
    return f"{topic}{asked.removeprefix('还')}？"


def is_of_another(asked: str, measure: str) -> bool:
    """Tell whether a measure names another thing of a kind than is asked of (初中…率 for 小学…率)."""
    for members in map(str.split, _KINDS):
        named, own = (_members(members, text) for text in (asked, measure))
        if named and own and named.isdisjoint(own):
            return True
    return False


def is_of_person(asked: str) -> bool:
    """Tell whether a question is of the head of something, or of teachers."""
    return _HEADS.search(asked) is not None or _any_in(asked, _HEADS_OF_SCHOOLS + _TEACHERS)


def is_of_other_person(asked: str, text: str) -> bool:
    """Tell whether a text is not of whom is asked about: only of the deputy, of teachers for heads."""
    heads = {head for head in _HEADS.findall(asked) if head in text}
    if heads and all(re.search(f"(?<!副){head}", text) is None for head in heads):
        return True
    return any(
        _any_in(asked, own) and not _any_in(asked, other) and _any_in(text, other) and not _any_in(text, own)
        for own, other in _PERSONS
    )


def _any_in(text: str, words: Sequence[str]) -> bool:
    return any(word in text for word in words)


def _members(members: Sequence[str], text: str) -> set[str]:
    longest_first = sorted(members, key=len, reverse=True)
    return set(re.findall("|".join(longest_first), text))

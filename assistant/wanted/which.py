"""A question that asks what or which (什么资格, 哪个会议厅, 第二批) into the words its passage must hold."""

import re
from functools import lru_cache

import rjieba

from assistant.understanding.terms import Term, is_silent, presence
from ingest.text import cn_number, normalize

_WHICH = re.compile(
    r"(?:什么|啥|哪(?:一?个|些|几个|种|类|几种|几类|几样)?)(?=[\u4e00-\u9fff]{2})(?!时候|意思|叫)"
)
# What an answer is, not what it speaks of: 有什么做法, 哪些难点.
_NAMES_THE_ANSWER = re.compile(
    r".*(?:问题|情况|工作|方面|地方|地区|作用|政策|要求|变化|方式|项目|规定|事情?|原因|方法|形式|支持|内容|重点|目标|办法|行为|特点|领域"
    r"|标准|目的|措施|人员|意义|任务|不足|类型|原则|经验|行动|安排|体系|背景|困难|对象|机制|责任|保障|指标|打算|理由|依据|区别|程序|情形"
    r"|渠道|名称|说法|权利|做法|职能|优惠|途径|义务|成绩|成果|效果|思路|环节|补贴|后果|举措|难题|处罚|职责|激励|奖励|待遇|亮点|成效|流程"
    r"|步骤|模式|设施|平台|课程|中心|制度|隐患|难点|痛点|堵点|帮扶|帮助|短板|思想|关系|影响|好处|条款|材料|审批|手续|学科|行业|企业|单位|部门|机构|学校|股室|科室|处室|城市|省份"
    r"|[人事物话词年月天日])$"
)
# What somebody must have or be; it says nothing of anybody else.
_REQUIRED = re.compile(r"(?:条件|资格|学历|资质|证书|证件)$")
# By what a text sets conditions without calling them so.
_CONDITIONS, _SETS_CONDITIONS = "条件", re.compile(r"方[可能]|才[能可]|[须应]当?(?:具备|符合|满足)")
# Of other things (什么颜色, 哪个国家) a passage may say which without their name.
_ROOM = re.compile(r"[室厅楼馆]$")
# Which papers is told by the name of one: 凭居住证.
_PAPER = re.compile(r"证[件书]$")
_ONE_PAPER = re.compile(r"[\u4e00-\u9fff]{2}证(?![明据实券监言词人号])|执照|户口簿")
_ORDINAL = re.compile(r"第([一二三四五六七八九十百\d]{1,4})([批期轮届]|组(?![织长成合建]))")
_HELD, _HELD_IN_PART = 0.35, 0.3


def holds_which(question: str, passage: str) -> bool:
    """Tell whether a passage, in normal form, holds the thing a question asks which of, and whose."""
    if not all(any(map(passage.__contains__, forms)) for forms in asked_ordinals(question)):
        return False
    noun = asked_noun(question)
    sets_them = noun.endswith(_CONDITIONS) and _SETS_CONDITIONS.search(passage) is not None
    return not noun or (
        (sets_them or presence(Term(noun, 1.0), passage) >= _HELD or _is_paper(noun, passage))
        and all(presence(Term(word, 1.0), passage) >= _HELD_IN_PART for word in who_must(question))
    )


def _is_paper(noun: str, passage: str) -> bool:
    return _PAPER.search(noun) is not None and _ONE_PAPER.search(passage) is not None


@lru_cache(maxsize=256)
def asked_noun(question: str) -> str:
    """Find the thing a question asks which of, unless its name only stands for the answer, or ""."""
    folded = normalize(question)
    asked = _WHICH.search(folded)
    if asked is None:
        return ""
    noun = ""
    for word, tag in rjieba.tag(folded[asked.end() :], hmm=False):
        if is_silent(word) or not tag.startswith(("n", "l", "j", "vn", "b")):
            break
        noun = word if len(word) > 1 else noun + word
    if _REQUIRED.search(noun):
        return noun
    return noun if _ROOM.search(noun) and not _NAMES_THE_ANSWER.fullmatch(noun) else ""


@lru_cache(maxsize=256)
def who_must(question: str) -> tuple[str, ...]:
    """Find whose conditions a question asks (律师事务所设立要什么条件: 律师, 事务所)."""
    folded = normalize(question)
    asked = _WHICH.search(folded)
    if asked is None or not _REQUIRED.search(asked_noun(question)):
        return ()
    words: list[str] = []
    for word, tag in rjieba.tag(folded[: asked.start()], hmm=False):
        if len(word) == 1 and tag in ("ng", "zg", "k") and words:  # 评价师, 审查员
            words[-1] += word
        elif len(word) > 1 and tag.startswith(("n", "j")) and not is_silent(word):
            words.append(word)
    return tuple(words)


@lru_cache(maxsize=256)
def asked_ordinals(question: str) -> tuple[tuple[str, ...], ...]:
    """Find which of several in a row a question asks about, each as texts may write it: 第二批, 第2批."""
    return tuple(
        (match[0], f"第{cn_number(match[1])}{match[2]}", *((f"首{match[2]}",) if match[1] in "一1" else ()))
        for match in _ORDINAL.finditer(normalize(question))
    )

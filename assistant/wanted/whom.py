"""What stands before 多少 into the same without who pays an amount, or whom it is given."""

import re

import rjieba

# Who pays an amount is not what it is paid for: 校车家长要缴费.
_PAYER = re.compile(
    r"(?:家长|家庭|个人|学生|业主|群众|农户|村民|农民|老百姓|[每一]个人|[每一][人户家])?(?:要|得|该|应当?|需要?)*缴费了?$"
)
# Whom an amount is given: 经费每个学生多少钱, 走教老师一节课补多少.
_EACH = re.compile(r"每[个名位所家户间]([\u4e00-\u9fff]{1,3})$")
# 获奖的奖指导老师多少钱, 给村医补多少钱: whom it is given, behind the deed.
_GIVEN_TO = re.compile(
    r"(?:奖励?|补[助贴偿]?|[发赔罚退付]|给)给?(?:(?![的了奖补发赔罚退付给])[\u4e00-\u9fff]){0,4}"
    r"(?:老师|教师|师傅|学生|孩子|[户员者民工]|医生?|企业|公司|家长|主任|单位|家庭|团队|选手|教练|个人)$"
)
_MONEY = re.compile(r"(?:多少|几)[百千万亿]*[元块钱]")


def without_payer(text: str) -> str:
    """Leave out who pays, at the end of a text."""
    return _PAYER.sub("", text)


def without_each(text: str) -> str:
    """Leave out of whom each gets an amount, at the end of a text: 经费每个学生."""
    each = _EACH.search(text)
    is_word = each is not None and len(rjieba.cut(each[1], hmm=False)) == 1
    return text[: each.start()] if each and is_word else text


def without_given(text: str, at: int) -> str:
    """Give what stands before the asking word at a place; of money without whom it is given."""
    return _GIVEN_TO.sub("", text[:at]) if _MONEY.match(text, at) else text[:at]

"""The deed a question asks the doer of (谁签发, 向谁报告) into what tells whether a text says who does it."""

import re
from dataclasses import dataclass
from functools import lru_cache

import rjieba

from assistant.understanding.intent import BODY
from ingest.text import normalize

# How documents say what people ask in one word; verbs of two characters are looked for as they are.
_SAID = {
    "出": "负担 承担 支付 列支 出资 拨付 提供 自理 筹集 筹措 自筹",
    "付": "支付 负担 承担 拨付 筹集",
    "掏": "负担 承担 支付 筹集 自筹",
    "说": "报告 请示 报请",
    "打招呼": "报告 请示",
    "告诉": "报告 通报 通知",
    "请示": "请示 报告",
    "投诉": "投诉 举报 反映",
    "反映": "反映 投诉 举报",
    "请假": "请假 报告 批准",
    "报": "报告 报送 上报 报请 报经 报",
    "送": "报送 送交 抄送",
    "交": "提交 报送 上交 缴纳 交纳",
    "批": "批准 审批 核准 同意",
    "审": "审核 审查 审批 审定",
    "签": "签发 签署 签订 签字",
    "发": "印发 发布 公布 颁发 核发 发放",
    "定": "确定 制定 决定 规定 核定 拟定 审定",
    "开": "召开 召集 主持",
    "查": "检查 督查 查处 监督",
    "罚": "处罚 罚款 处以",
    "选": "选定 遴选 推荐 选派 评选",
    "评": "评估 评审 评定 评价",
    "建": "建设 新建 修建 承建",
    "启动": "启动 宣布",
    "帮": "支持 帮助 协助 援助 帮扶",
    "帮忙": "支持 帮助 协助 援助 帮扶",
    "帮助": "支持 帮助 协助 援助 帮扶",
}
_CHARGE = re.compile(
    "负责|负?总责|牵头|主[管抓办]|分管|承担|落实|组织|实施|推进|配合|协[调助]|参与|责任|管理?|抓|办|做|干|搞|弄|当|是|有|完成|要求|工作|[会能可应该来去要]+"
)
_IN_CHARGE = ("负责", "牵头", "分管", "主管")
_WHO = rf"(?:谁|(?:哪|什么|啥)(?:[一两几些]|几?个)*{BODY})"
_BY = re.compile(rf"{_WHO}(?P<deed>[^,，。?？]*)")
_TO = re.compile(
    rf"(?P<before>请示|报告|汇报|反映|投诉|[报交送发])?(?P<to>[向跟给对])?(?(to)|(?<=[报交送示告映诉])){_WHO}(?P<deed>[^,，。?？]*)"
)
# 拟定交流计划由哪个股室负责: who does the deed named first.
_DEED_FIRST = re.compile(
    rf"^(?P<deed>[\u4e00-\u9fff]{{2}})[^,，。?？]{{2,20}}?由{_WHO}来?(?:负责|承担|牵头|办理|完成)的?[?。]*$"
)
_ACTOR = (
    r"(?:部门|机[关构]|单位|企业|政府|学校|医院|中心|委员会|小组|指挥部|办公室|负责人|人民银行|联席会议|[总书]记|总理|秘书长|主任|主席"
    r"|[省市县区镇乡部局校院处股]长|[局委厅署股科处办部会院所站队]|兵团|[入出买卖双各对申委托办]方)"
)
_TITLE = re.compile("《[^》]*》")
_WITHIN = "[^,，。；;]"


@dataclass(frozen=True, slots=True)
class Act:
    """A deed asked after.

    :param words: how a text may say it; none where a demand is asked after (是对谁的要求).
    :param given: whether it is asked to whom it is done (向谁报告), not who does it.
    """

    words: tuple[str, ...]
    given: bool

    @property
    def is_of_office(self) -> bool:
        """Whether it is to hold an office, which no duty tells."""
        return self.words == ("担任",)

    def is_told(self, text: str) -> bool:
        """Tell whether a text says who does it, or to whom."""
        return _told(self).search(_TITLE.sub(" ", text)) is not None

    def is_named(self, text: str) -> bool:
        """Tell whether a text speaks of the deed at all."""
        return not self.words or any(word in text for word in self.words)


@lru_cache(maxsize=256)
def asked_act(question: str) -> Act | None:
    """Find the deed whose doer a question asks for; None where it only asks who is responsible."""
    folded = normalize(question)
    to = _TO.search(folded)
    asked = to or _BY.search(folded)
    if asked is None:
        return None
    if first := _DEED_FIRST.search(folded):
        return Act((first["deed"],), given=False) if _is_deed(first["deed"]) else None
    words = _deed(asked["deed"]) or (_deed(to["before"] or "") if to else ())
    is_of = to is not None and to["to"] == "对" and asked["deed"].startswith("的")
    return Act(words, to is not None) if words or is_of else None


def _is_deed(word: str) -> bool:
    tagged = rjieba.tag(word, hmm=False)
    return len(tagged) == 1 and tagged[0][1] == "v" and not _CHARGE.fullmatch(word)


def _deed(text: str) -> tuple[str, ...]:
    """Find the first verb of what follows 谁, as texts may say it; a noun only at the end (报告).

    What follows 负责 as a noun is what for (谁负责食堂).
    """
    tagged = rjieba.tag(text, hmm=False)
    is_in_charge = False
    for at, (word, tag) in enumerate(tagged, 1):
        if word in _SAID:
            return tuple(_SAID[word].split())
        is_verb = tag.startswith("v") or (tag.startswith("n") and at == len(tagged) and not is_in_charge)
        is_in_charge = is_in_charge or word in _IN_CHARGE
        if is_verb and len(word) > 1 and not _CHARGE.fullmatch(word):
            return (word,)
    return ()


@lru_cache(maxsize=256)
def _told(act: Act) -> re.Pattern[str]:
    """Match what joins somebody and the deed: 由甲部门签发, 签发由甲部门, 向乙机关报告.

    Of several things that somebody is to do, one after the other, each is his: 甲部门要…，编制方案.
    """
    deed = f"(?:{'|'.join(map(re.escape, act.words))})" if act.words else "(?:要|应|须|按照|不得|坚持)"
    if act.given and act.words:
        return re.compile(
            rf"(?:[向给对报经]|提请){_WITHIN}{{0,20}}?{_ACTOR}{_WITHIN}{{0,12}}{deed}"
            rf"|{deed}(?:给|到|至)?{_WITHIN}{{0,12}}{_ACTOR}"
        )
    itself = "|自[理费付担筹]|自行(?:承担|负担|解决|垫付)" if "负担" in act.words else ""
    return re.compile(
        rf"由{_WITHIN}{{2,30}}?{deed}{itself}|{_ACTOR}{_WITHIN}{{0,20}}?{deed}|{deed}{_WITHIN}{{0,8}}由"
        rf"|{_ACTOR}(?:应当?|必?须|要|负责)[^。；;]{{2,60}}?[,，]{_WITHIN}{{0,8}}?{deed}"
    )

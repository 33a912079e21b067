"""The deed a question asks the doer of (谁签发, 向谁报告) into what tells whether a text says who does it."""

import re
from dataclasses import dataclass
from functools import lru_cache

import rjieba

from assistant.understanding.intent import BODY
from assistant.wanted.allotted import allots
from assistant.wanted.deed_words import HELPING, HOLDING, MEANT, PAYING
from assistant.wanted.partners import (
    ISSUING,
    JOINING,
    asks_issuer,
    asks_partner,
    names_issuer,
    tells_partner,
)
from ingest.text import normalize

# Deeds that the words of no dictionary hold.
_SPLIT = ("约谈", "问责", "追责", "留样", "陪餐", "送餐", "公开", "清理", "保洁", "摇号", "接管")
_CHARGE = re.compile(
    "负责|负?总责|总?牵头|主[管抓办推导]|分管|承担|落实|组织|实施|推进|配合|协[调助]|参与|责任|职责|管理?|抓|办理?|做|干|搞|弄|当|是|有|完成|要求|工作"
    "|[打挑带领]头|挂帅|为主|兜底|张罗|出面|出来|经手|操心|统筹|调度|对接|接洽|接待|准备|筹备|共管|联合|统一|共同|一起|具体|日常|专门|集中|最终|最后|业务|进行|开展|[会能可应该来去要]+"
)
_IN_CHARGE = ("负责", "牵头", "分管", "主管", "管")
_WHO = rf"(?:谁|(?:哪|什么|啥)(?:[一两几些]|[几二三四五六七八九十]?个)*{BODY})"
_BY = re.compile(rf"{_WHO}(?P<deed>[^,，。?？]*)")
_TO = re.compile(
    rf"(?P<before>请示|报告|汇报|反映|投诉|[报交送发])?(?P<to>[向跟给对往])?(?(to)|(?<=[报交送示告映诉])){_WHO}(?P<deed>[^,，。?？]*)"
)
# 拟定交流计划由哪个股室负责: who does the deed named first.
_ANY_MATTER = re.compile("的?(?:问题|事情|事宜|事项)$")  # 谁接待上学问题
# A firm asked for by what it does: 施工单位是谁.
_FIRM = re.compile(
    "(?P<deed>施工|设计|监理|勘察|承建|检测|评估|审计|代理|供货|中标|运维)(?:单位|企业|公司|机构|方)(?:名称)?的?(?:[是叫为有]|$)"
)
_DEED_FIRST = re.compile(
    rf"^(?P<deed>[\u4e00-\u9fff]{{2}})[^,，。?？]{{2,20}}?由{_WHO}来?(?:负责|承担|牵头|办理|完成)的?[?。]*$"
)
# 年度考核由谁负责: who checks what others do.
_CHECKED = re.compile(
    rf"(?P<deed>考[核评]|评[估审比议]|测评|审[核批计查]|验收|复[核查]|核[查实验]|抽查|督[办查导]|约谈|仲裁|公证)(?:工作|程序|事项|结果)?[都应该要]*由{_WHO}"
    r"来?(?:共同|联合|具体|统一|牵头)*(?:负责|承担|组织|实施|牵头|开展|进行|办理|完成)"
)
# 监督检查由谁组织开展: what is held and carried out is the deed.
_HELD_BY = re.compile(
    rf"(?P<deed>[\u4e00-\u9fff]{{2,8}})由{_WHO}来?(?:共同|联合|具体|统一|牵头)*(?:组织(?:开展)?|召集|开展|举办)的?[?。]*$"
)
_PAID = re.compile(
    rf"(?:费用?|经费|资金|补[贴助]|津贴|工资|奖金|保险|工钱|利息|的?钱)[都应该要]*(?:由{_WHO}来?(?:承担|负担|负责|解决|保障)|[归找算]{_WHO}的?[?？。]*$)"
)
_PAID_ITSELF = (
    r"|自[理费付担筹]|自行(?:承担|负担|解决|垫付)"
    r"|由[^,，。；;]{0,12}(?:财政|预算|公用经费)[^,，。；;]{0,6}(?:安排|解决|保障)"
)
_HELPED = re.compile(
    rf"{_WHO}(?:来|去|共同|一起|予以|具体)*(?:配合|协助|协同|协作|协办)|(?:哪些|什么)人(?:配合|协助)|(?:配合|协助|协办|协同)的?{BODY}"
)
_LED = re.compile("牵头|负责|主[办抓管]|责任")
_HELD = re.compile(rf"(?P<post>[\u4e00-\u9fff]{{2}})[”\"]?[都应该要]*由{_WHO}来?(?:担任|兼任|当|任)")
# Who leads is asked, whatever it is that is led: 由哪两家牵头建, 哪个处室主抓.
_LEADS = re.compile(rf"{_WHO}来?(?:牵头|主抓|主管|分管|挂帅|总负责)")
# Whom one turns to is who has the task: 应找哪个股室反映.
_TURNED_TO = re.compile(
    rf"(?:找|联系|咨询|对接)哪(?:[一两几些]|[几二三四五六七八九十]?个)*{BODY}(?:来|去)?(?:反[映馈]|投诉|举报|咨询|联系|解决|处理|办理?|问|说|协调)?[呢啊呀?？。]*$"
)
# What is done to somebody stands behind 做 or 进行: 给药店做销售检查.
_DONE_TO = re.compile(r"来?去?[给为对替帮向][^,，。?？]{1,20}?(?:做(?!好)|进行|开展|实施)(?P<deed>.{2,})")
_ACTOR = (
    r"(?:部门|机[关构]|单位|企业|政府|学校|医院|中心|委员会|小组|指挥部|办公室|负责人|人民银行|联席会议|[总书]记|总理|秘书长|主任|主席"
    r"|[省市县区镇乡部局校院处股]长|[局委厅署股科处办部会院所站队室组馆]|兵团|[入出买卖双各对申委托办]方)"
)
_TITLE = re.compile("《[^》]*》")
_WITHIN = "[^,，。；;]"


@dataclass(frozen=True, slots=True)
class Act:
    """A deed asked after.

    :param words: how a text may say it; none where a demand is asked after (是对谁的要求).
    :param given: whether it is asked to whom it is done (向谁报告), not who does it.
    :param post: the office that somebody is asked to hold, "" for any.
    :param is_task: whether it is the task itself, so that who has that does it.
    """

    words: tuple[str, ...]
    given: bool
    post: str = ""
    is_task: bool = False

    @property
    def is_of_office(self) -> bool:
        """Whether it is to hold an office, which no duty tells."""
        return self.words == HOLDING

    @property
    def is_of_payment(self) -> bool:
        """Whether it is to pay."""
        return self.words == PAYING

    @property
    def is_of_help(self) -> bool:
        """Whether it is to help who leads."""
        return self.words == HELPING

    def is_told(self, text: str) -> bool:
        """Tell whether a text says who does it, or to whom."""
        if self.post not in text:
            return False
        if self.words == JOINING:
            return tells_partner(text)
        if set(self.words).intersection(ISSUING) and names_issuer(text):
            return True
        if self.words and allots(text):
            return self.is_named(text)
        return _told(self).search(_TITLE.sub(" ", text)) is not None

    def is_named(self, text: str) -> bool:
        """Tell whether a text speaks of the deed at all."""
        return not self.words or any(word in text for word in self.words)


@lru_cache(maxsize=256)
def asked_act(question: str) -> Act | None:
    """Find the deed whose doer a question asks for; None where it only asks who is responsible."""
    folded = normalize(question)
    if particular := _particular(folded):
        return particular
    to = _TO.search(folded)
    asked = to or _BY.search(folded)
    if asked is None or _LEADS.search(folded) or _TURNED_TO.search(folded):
        return None
    if first := _DEED_FIRST.search(folded):
        return Act((first["deed"],), given=False, is_task=True) if _is_deed(first["deed"]) else None
    if to and to["before"] == "交" and to["to"] == "给" and _CHARGE.fullmatch(to["deed"].strip("的呢")):
        return None
    done = _DONE_TO.match(asked["deed"])
    words = (_last_deed(done["deed"]) if done else ()) or _deed(
        asked["deed"], follows=folded[: asked.start()].endswith("由")
    )
    words = words or (_deed(to["before"] or "") if to else ())
    is_of = to is not None and to["to"] == "对" and asked["deed"].startswith("的")
    return Act(words, to is not None) if words or is_of else None


def asks_firm(question: str) -> bool:
    """Tell whether a question asks for the firm that does something (施工单位), not who has charge of it."""
    return _FIRM.search(normalize(question)) is not None


def _particular(question: str) -> Act | None:
    """Read who pays, helps, checks or holds an office, however that is put."""
    if held := _HELD.search(question):
        return Act(HOLDING, given=False, post=held["post"])
    if _PAID.search(question):
        return Act(PAYING, given=False)
    if _HELPED.search(question) and not _LED.search(question):
        return Act(HELPING, given=False)
    if asks_partner(question):
        return Act(JOINING, given=True)
    if asks_issuer(question):
        return Act(ISSUING, given=False)
    checked = _FIRM.search(question) or _CHECKED.search(question)
    if checked:
        return Act((checked["deed"],), given=False)
    carried = _HELD_BY.search(question)
    word, tag = rjieba.tag(carried["deed"], hmm=False)[-1] if carried else ("", "")
    is_deed = len(word) > 1 and tag in ("vn", "v") and not _CHARGE.fullmatch(word)
    return Act((word,), given=False, is_task=True) if is_deed else None


def _is_deed(word: str) -> bool:
    tagged = rjieba.tag(word, hmm=False)
    return len(tagged) == 1 and tagged[0][1] == "v" and not _CHARGE.fullmatch(word)


def _deed(text: str, *, follows: bool = False) -> tuple[str, ...]:
    """Find the first verb of what follows 谁, as texts may say it; a noun only at the end (报告).

    What follows 负责 as a noun is what for (谁负责食堂), but where that is said before (台账由谁负责登记).

    :param follows: whether 由 stands before 谁, and before that what the deed is done to.
    """
    text = _ANY_MATTER.sub("", text.rstrip("呢啊呀吗的?？。"))
    if text in _SPLIT:
        return (text,)
    tagged = rjieba.tag(text, hmm=False)
    is_in_charge = False
    for at, (word, tag) in enumerate(tagged, 1):
        if word in MEANT:
            return MEANT[word]
        is_object = is_in_charge and not follows
        is_noun = tag.startswith("n") and at == len(tagged)
        is_deed = (tag.startswith("v") and tag != "vn") or ((tag == "vn" or is_noun) and not is_object)
        is_in_charge = is_in_charge or word in _IN_CHARGE
        if is_deed and len(word) > 1 and not _CHARGE.fullmatch(word):
            return (word,)
    return ()


def _last_deed(text: str) -> tuple[str, ...]:
    """Find the last verb of what is done to somebody: 处方药销售检查, 统筹协调并督促落实."""
    tagged = reversed(rjieba.tag(text.rstrip("呢啊呀吗的?？。"), hmm=False))
    verbs = (word for word, tag in tagged if tag.startswith("v") and len(word) > 1)
    return next((MEANT.get(word, (word,)) for word in verbs if not _CHARGE.fullmatch(word)), ())


@lru_cache(maxsize=256)
def _told(act: Act) -> re.Pattern[str]:
    """Match what joins somebody and the deed: 由甲部门签发, 签发由甲部门, 向乙机关报告.

    Of several things that somebody is to do, one after the other, each is his: 甲部门要…，编制方案.
    """
    deed = f"(?:{'|'.join(map(re.escape, act.words))})" if act.words else "(?:要|应|须|按照|不得|坚持)"
    if act.given and act.words:
        return re.compile(
            rf"(?:[向给对报经]|提请){_WITHIN}{{0,20}}?{_ACTOR}{_WITHIN}{{0,12}}{deed}"
            rf"|{deed}(?:给|到|至)?{_WITHIN}{{0,12}}{_ACTOR}|{deed}(?:{BODY}|人)[:：]"
        )
    itself = _PAID_ITSELF if act.is_of_payment else ""
    return re.compile(
        rf"由{_WITHIN}{{2,30}}?{deed}{itself}|{_ACTOR}{_WITHIN}{{0,20}}?{deed}|{deed}{_WITHIN}{{0,8}}由"
        rf"|{_ACTOR}(?:应当?|必?须|要|负责)[^。；;]{{2,60}}?[,，]{_WITHIN}{{0,8}}?{deed}"
        rf"|{deed}(?:{BODY}|人)?[:：]"
    )

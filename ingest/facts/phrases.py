"""Words that stand beside a number into the ones that say what it measures."""

import re

from ingest.facts.names import is_unit

LONGEST = 24
STOPS = r"。；;！？!?\n，,：:（()）【】\[\]\u3000—●○■□◆◇▲△★☆※➢▶"
AND = re.compile("[、与]|和(?![谐平美解])|(?<![普涉危波惠])及(?!时)|以及")  # 普及率 is one word
_PER_HEAD = re.compile("^每(?:[年月日天周]|学[期年])")
EACH = re.compile(r"(?:每[^每，]{1,4})?每(?:[年月日天周]|学[期年])$")

# Words before what is measured: which item of a list, when, how sure, whose.
_WHEN = (
    r"(?=[到至截自从于在\d“一二三四五六七八九十上下前今去本当明年过])(?:到|至|截[至止]到?|自|从|于|在)?"
    r"(?:(?:19|20)\d\d[-/.．]\d{1,2}(?:[-/.．]\d{1,2})?(?!\d)|(?:19|20)\d\d年?(?:[-—~至]+(?:20)?\d\d年)?|“?[一二三四五六七八九十]+五”?(?=时期|期间|末|以来|[，：])"
    r"|[上下]半年|前?[一二三四]季度|\d{1,2}月份?(?:\d{1,2}[日号]|[上中下]旬)?|[今去本当明]年|年(?=[内底末])|过去[一五]年|[一五]年[来间])"
    r"(?:度|[底末]|初(?![步级中次])|时期|期间|[春秋]季|学期|[上下]半年|以来|起|来)*(?:[之以]?前|内|间)?"
)
_LEAD = re.compile(
    rf"(?:[（(][一二三四五六七八九十\d]{{1,3}}[）)]|一(?:年|学[期年]|个?月|周)$|原则上|关于|务必?(?=于|在|确保|实现)|[一二三四五六七八九十]是|\d{{1,3}}[.．、]|{_WHEN}|全年|目前|其中|另外?|此外|同时|并且?"
    r"|还(?![款本建])|也|已经?|将|又|要(?![素求点])|再(?![生造制担保就融次])|共计?|合计|总计|累计|力争|确保|努力|预计"
    r"|计划|争取|拟|全面|推动|推进|促进|保持|实现|[全我][省市县区州盟旗校镇乡](?![级属直域])|我们|各地|按照?|为(?!民)"
    r"|把|或(?!许)|使(?!用)|让|以(?![上下内外旧工])|对(?![外口标接象])|的|、|和(?![美平谐解])|与|及(?!时))+"
)
_DATE = re.compile(r"(?:(?:19|20)\d\d年|\d{1,2}月)(?:\d{1,2}[月日])*(?:[底末初]|[上中下]旬)?[之以]?前?")
_COMPARED = re.compile(
    r"同比|环比|[比较](?:上年|去年|上期|上学[年期]|前年|往年|同期|年初|“[^”]{2,8}”|(?:19|20)\d\d年|全[国省市县区]|平均"
    r"|计划|原)[^，]{0,6}?(?=再|年均|增|提[高升]|上升|下降|减少|降低|回落|压减|翻|[高低]$)"
)

# Words between what is measured and the number: 达到, 控制在, 提高到.
_LEVELS = {
    "到至为": (
        "提高 提升 增加 增长 增 上升 升 扩大 扩充 拓展 压缩 压减 减少 减 降低 下降 降 缩短 缩减 缩小"
        " 放宽 调整 优化 变 延长 恢复"
    ),
    "在到为": "保持 稳定 维持 控制 保障 确定 定 设定 达",
}
_LINKS = (
    "达到 达 为 是 在 到 至 均 各 已 已经 将 要 力争 确保 预计 首次 分别 共计 累计 合计 总计 总共 平均"
    " 不 仅 只 就 共 有 共有 拥有 了 实现 的 约 约为 即 可 分别为 均为 按 按照 双双 连续 迈上 保持 维持"
    " 应 应当 须 一般 翻 常年 始终 长期"
)
_CLOSING = frozenset(_LINKS.split()) | {
    verb + to for ends, verbs in _LEVELS.items() for verb in verbs.split() for to in ends
}
_CLOSING_SIGNS = frozenset(word[-1] for word in _CLOSING)
_CLOSING_SIZES = (4, 3, 2, 1)
_NOT_LINKS = (
    "具有 国有 所有 公有 现有 人均 户均 生均 年均 日均 校均 行为 作为 需要 主要 重要 公共 许可 收到"
    " 得到 节约 预约 签约 供应 效应 响应 适应 反应 对应 相应"
)
_NOT_CLOSING = frozenset(_NOT_LINKS.split())

# How something changed says nothing without what changed.
_HOW = (
    "(?:[再又净共]|年均|累计|[降增涨]幅)?"
    "(?:增长|增加|提高|提升|上升|下降|减少|降低|压减|回落|缩减|增|降|涨|高|低)"
)
_CHANGE = re.compile(rf"(?:近?[\d一二三五十]+年[来间]?)?{_HOW}|(?:[高低]于|[比较])[^，]{{1,12}}|占.*")
_CHANGED = re.compile(rf"(?<!^){_HOW}$")
_COMPARING = frozenset("高低比较占")
_CHANGED_SIGNS = frozenset("长加高升降少低减落增涨")

_DEEDS = (
    "新建|改建|扩建|改扩建|建成|建立|组建|改造|完成|新增|增加|培育|打造|引进|招聘|招录|补充|选派|选聘|举办|开展|开工|投入使用|投入"
    "|发放|创建|认定|命名|评选|设立|成立|实施|制定|出台|修订|修复|治理|整治|压减|关停|淘汰|更新|配备|配置|购置|安装|资助|惠及"
    "|接待|签约|招收|录取|录用|新开|新设|争取|安排|筹措|下达|减免|清理|化解|办理|受理|处理|查处|排查|督查|提供|设置|开设|开行"
    "|开通|复制|推广|遴选|入选|获批|获评|上线|整合|撤并|划分|维修|拨付|筹集|帮扶|救助|安置|配齐"
)
_DEEDS_AND_NAMES = "建设|培训|组织|落实|支持|覆盖|服务|发展|检查|提升"
_DEED = re.compile(rf"[新改再续]?(?:{_DEEDS})")
VERB = re.compile(
    rf"[新改再续]?(?:{_DEEDS}|{_DEEDS_AND_NAMES})(?:[和与、及]?(?:{_DEEDS}|{_DEEDS_AND_NAMES}))*"
)
_EVERY = re.compile("每(?:[年月日天周]|学[期年])")
_AMONG_DOERS = re.compile("会同|联合(?!会)|牵头|负责|共同|[、及与]|和(?!平)")


def bare(words: str) -> str:
    """Leave out when, how sure, compared with what, per whom, and the verb that only says how much it is."""
    if not words:
        return ""
    lead = _LEAD.match(words)
    words = without_links(words[lead.end() :] if lead else words)
    if "每" in words:
        words = without_links(EACH.sub("", words)) or _PER_HEAD.sub("", words)
    if "比" in words or "较" in words:
        words = _COMPARED.sub("", words)
    if "年" in words or "月" in words:
        words = _DATE.sub("", words)
    return _without_doers(words) if words.startswith("由") else words


def _without_doers(words: str) -> str:
    """Leave out who does it, and how often: `由教研室会同各校每学期开展教研` -> `开展教研`."""
    plain = _EVERY.sub("", words)
    for verb in reversed(list(VERB.finditer(plain, 2))):
        doers = _AMONG_DOERS.split(plain[1 : verb.start()])
        if all(is_unit(doer) for doer in doers if doer):
            return plain[verb.start() :]
    return words


def without_links(words: str) -> str:
    """Leave out the words that only link to the number: `毛入园率稳定保持在` -> `毛入园率`."""
    while words[-1:] in _CLOSING_SIGNS and words[-2:] not in _NOT_CLOSING:
        size = next((n for n in _CLOSING_SIZES if words[-n:] in _CLOSING), 0)
        if not size:
            break
        words = words[:-size]
    return words


def is_change(words: str) -> bool:
    """Tell whether words only say how something changed, or what it is compared with: 同比增长, 高于上年."""
    may_be = words[-1:] in _CHANGED_SIGNS or words[:1] in _COMPARING
    return may_be and _CHANGE.fullmatch(words) is not None


def unchanged(words: str) -> str:
    """Leave out how something changed: `总产值增长` -> `总产值`."""
    return _CHANGED.sub("", words) if words[-1:] in _CHANGED_SIGNS else words


def shortened(words: str) -> str:
    """Keep words of bearable length, a long clause from its last verb on; "" when nothing is left to say."""
    words = "".join(words.split())
    if words.count("（") != words.count("）") or words.count("“") != words.count("”"):
        return ""
    if 2 <= len(words) <= LONGEST:
        return words
    for verb in reversed(list(_DEED.finditer(words))):
        if len(verb[0]) + 1 < len(words) - verb.start() <= LONGEST:
            return words[verb.start() :]
    return ""

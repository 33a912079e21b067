"""A question as people type it into the question alone: without greetings, thanks and asking to ask."""

import re

_GREETING = (
    "(?:你|您|大家|老师|领导|各位|同志们?|小?助手)+好|hi(?![a-z])|hello|哈[喽啰]|嗨|在吗"
    "|不好意思|打扰(?:一下)?了?"
)
_FILLER = "(?:嗯+|呃+|额|哦|哎|那个|这个|就是|话说|对了|是这样的?)(?=[，,])|(?:听说|据说)"
_WORKS_AT = (
    "(?:我|本人|我们)(?:是|在|来自)[^，,。；;？?！!]{0,14}(?:局|办|室|科|股|处|单位|机关|街道|中心|政府)(?:的|工作|上班)"
    "(?:工作人员|同事|干部|人员)?"
)
_WRITES = (
    "(?:我|我们)?(?:在|正在|正|要|准备)?(?:写|起草|准备|整理|弄|做)(?:个|一份|一个)?"
    "(?:材料|报告|总结|计划|方案|汇报|讲话稿)(?:要?用|呢)?"
)
_IS_NEW = "(?:我是?)?(?:刚|新)[来到]的?(?:新人|同事|员工|人员)?"
_SELF = f"(?:{_IS_NEW}|{_WORKS_AT}|(?:我|我们){_WRITES})(?=[，,。；;！!])"
_FOR_OTHERS = (
    "领导们?(?:刚才|刚刚|刚|又|突然|今天)?(?:问(?![责题卷政询计])[起到我]?|(?:让|叫|要|要求)我们?(?:去|来|先)?"
    "(?:查|问|找|看|了解|弄清楚?|准备|汇报))(?:一下)?"
)
_A_LITTLE = "(?:一下|下(?![午周月半学个一放乡级]))"
_ONCE = f"(?:{_A_LITTLE}|一?个(?:问题|事儿?))"
_WISH = (
    "(?:(?:我们?|咱们?|俺们?)(?:就|还|也)?想要?|我要|想要?|(?:需要|必须)(?=了解|知道|弄清))"
    f"(?:请教|咨询|了解|知道|搞清楚?|弄清楚?|弄明白|问(?=[问一下])问?|查(?=[查一下])查?|查询|打听){_ONCE}?"
)
_ASKING = f"(?:请问|请教|想问|问问){_ONCE}?|(?:咨询|问){_ONCE}"
_PLEASE = "请(?=[你您帮问教列查说讲看给把将写]|介绍|总结|概括|归纳|梳理|告诉|比较|对比|简述|描述)[你您]?"
_CAN = "(?:[你您]?(?:能不能|是否可以|能否|可否|可以|能))(?=请|帮[我忙咱]|替我|给我|跟我|告诉我)"
_FAVOUR = (
    f"麻烦[你您]?(?![的事不吗])|劳驾|烦请|拜托|辛苦[你您]|{_PLEASE}|帮(?:忙|我们?|咱们?)|[替给跟]我们?|{_CAN}"
)
_LOOKING = f"(?:查查|查询|查看|看看|看|查|找找|找|问问|说说|讲讲|告诉我们?|解答){_A_LITTLE}?"
_TELLING = f"(?:查查|查找|查询|查|说说|说|讲讲|讲|找找|找|解答|告诉)(?:{_A_LITTLE}|我们?)"
_BY = (
    "(?:(?:根据|按照?|依照|依据)?(?:文件|规定|政策|制度|材料|资料)(?:里面?|中|上)?(?:的?(?:规定|要求|精神))?(?:[，,]|说的?(?!是))|"
    "(?:根据|按照?|依照)(?:文件|有关|相关)?(?:规定|要求)[，,])"
)
_GAP = r"[\s，,。！!、~～…:：]*"
_LEAD = re.compile(
    rf"(?:{_GREETING}|{_FILLER}|{_SELF}|{_FOR_OTHERS}|{_WISH}|{_ASKING}|(?:{_FAVOUR})+(?:{_LOOKING})?|{_TELLING}|{_BY}){_GAP}",
    re.IGNORECASE,
)
# Every answer names its source.
_SOURCED = re.compile(
    "[，,。；;？?\\s]+(?:请|并|要|麻烦)?(?:(?:说明|给出|注明|标明|附上|写明)(?:一下)?(?:依据|出处|来源|原文)"
    "|(?:出自|来自|在)(?:哪[份个]|什么)文件(?:里面?|中|上)?|(?:简单|简要|详细|具体)(?:说说|说明|说一下|讲讲|回答|介绍)(?:一下)?)"
    "[。！!？?\\s]*$"
)
_OWN_END = re.compile(
    f"[\\s，,。；;？?！!]+(?:{_WORKS_AT}|{_WRITES}|(?:开会|检查|汇报|迎检|考核)(?:要|急)?用)[。！!]*$"
)
_HOW_TO_SAY = re.compile(r"(?:的?这个问题)?(?:应该?|要|该)?怎么(?:回答|答复|回复)(?:他们?|人家)?[呢？?。]*$")
_IN_QUOTES = re.compile(r"[“\"「]([^“”\"「」]+)[”\"」]")
_MIDDLE = re.compile(r"(?<=[，,。；;？?])\s*(?:请问|想问|麻烦问)(?:一下)?")
_ASKING_WORD = "谁|什么|啥|哪|几|多少|多[大高长久]|怎|咋|如何|何时|吗"
_THANKS = re.compile(
    r"(?:[\s，,。！!？?~～…]+(?:谢谢|多谢|感谢|谢了|万分感谢|拜托|辛苦|麻烦|急|在线等|盼复|求助|求解?答|求告知"
    rf"|请(?:告知|解答|回复|指教))(?:(?!{_ASKING_WORD})[^，,。！!？?\d]){{0,8}}|谢谢[你您啦了]?|多谢)+[\s，,。！!？?~～…]*$"
)
_PARTICLE = re.compile(r"(?:[呀哦哈呐呗哩噢诶喔哟]|(?<!干)嘛|了?啦)+(?=[\s，,。！!？?~～…]*$)")
_TITLE = "的(?:通知|意见|决定|报告|函|批复|公告|通报|请示|办法|方案|规定|若干)|》"
_ABOUT = re.compile(f"^(?:关于|有关)(?!.{{2,60}}(?:{_TITLE}))")
_ASKS = re.compile(_ASKING_WORD.removesuffix("|吗"))
_CAN_YOU = re.compile(_CAN)
_ASKED_AGAIN = re.compile(r"吗(?=[\s？?。]*$)")  # 能告诉我谁负责吗
_SIGN = re.compile(r"[\u4e00-\u9fff]")


def without_courtesy(text: str) -> str:
    """Take off a question what asks nothing; a text that is nothing else stays as it is.

    您好，麻烦帮我查一下谁负责防汛呀？谢谢！ is 谁负责防汛？
    """
    asked = text.strip()
    if quoted := _IN_QUOTES.fullmatch(asked):
        asked = quoted[1]
    while found := _LEAD.match(asked):
        asked = asked[found.end() :]
    if _CAN_YOU.search(text) and _ASKS.search(re.split("[，,]", asked)[-1]):
        asked = _ASKED_AGAIN.sub("", asked)
    asked = _MIDDLE.sub("", _ABOUT.sub("", asked))
    for ending in (_THANKS, _SOURCED, _OWN_END, _HOW_TO_SAY, _PARTICLE):
        if _ASKS.search(rest := ending.sub("", asked)) or ending is not _HOW_TO_SAY:
            asked = rest
    return asked if len(_SIGN.findall(asked)) > 1 else text

"""The words of a question into the kind of fact it asks for, and whether of results or of plans."""

import re
from enum import StrEnum

from assistant.understanding.named import person_in
from assistant.understanding.no_fact import NO_FACT


class Intent(StrEnum):
    """What kind of fact is asked for."""

    PERSON = "何人"
    DUTY = "谁负责"
    TASKS = "负责什么"
    DEADLINE = "何时"
    FIGURE = "多少"
    MEANING = "什么意思"
    DOCUMENTS = "有哪些文件"
    SUMMARY = "主要内容"
    TOPIC = "内容"


class Time(StrEnum):
    """Whether what was done or what is to be done is asked for."""

    DONE = "完成"
    PLANNED = "计划"
    ANY = ""


BODY = (
    r"(?:单位|部门|股室|科室|处室|部室|站所|机构|厅局|委办局|部(?![分署位件])|司(?![机法仪])|办(?![法理事学证案]|公(?!室))"
    r"|处(?![罚理分方置境])|科(?![目技学研普])|股(?![份权东])|室(?![内外])|局(?![面势限])|委(?![托派])|厅"
    r"|(?:领导|工作)?小组|工作?专班|指挥部|家(?!公司|企业|厂|银行))"
)
_OFFICES = (
    "[局校县市省区镇乡村股科处院园组部厅站行所队司馆厂会]长|(?:董事|理事|秘书)长|书记|主任|主席|总?经理"
    "|负责人|总指挥|召集人|(?:分管|主管|主要|带班|包[保联]|挂[点包]|联系|牵头|负责|责任)领导"
)
# 哪位领导分管高速公路, 护理工作的责任领导是谁: which person answers for some work.
_LEADER = (
    r"哪(?:一?位|几位|个)(?:[局校县市省区镇乡院委]?(?:领导|负责人)|副?(?:[局校县市省区镇乡村股科处院园所站]长|书记|主任))"
    r"[^，,。?？]{0,4}(?:负责|分管|主管|牵头|管|抓|包保|联系|带班|挂)"
    r"|(?:责任|分管|主管|牵头|包保|带班)[局校县市省区镇乡院委]?领导(?:分别|具体|都)?(?:是|叫|有)(?:谁|哪|什么)"
)
# 谁分管财政局: a body is headed by a person.
_HEADED_BODY = (
    r"谁来?(?:分管|主管|领导|联系)(?:着|的)?(?P<body>[\u4e00-\u9fff]{1,12}?(?:局|委员会|厅|政府))[呢?？。]*$"
)
OFFICE = re.compile(
    rf"(?P<office>副?(?:{_OFFICES}))(?:的?名字(?:[是叫]|[呢?？]|$)|(?:分别|都|各|具体)*(?:叫什么|是谁)|姓什么|是哪|由谁来?(?:担任|当|兼任?)|谁来?(?:担任|当))"
    rf"|谁(?:是|任|担任|当)[^,，。?？]{{0,16}}?(?P<held>副?(?:{_OFFICES}))[呢啊?？。]*$"
)
_STORED = r"(?:文件|文档|资料|(?<!申请)(?<!申报)(?<!办理)(?<!报名)(?<!证明)(?<!所需)材料)"
_TITLED = rf"(?:{_STORED}|工作要点|要点|计划|方案|总结|通知|报告|意见)"
# 有哪些文件提到了职业教育, 职业教育在哪些文件里提到过.
_GIVEN_BY = r"(?:省份?|省市|市县|县区|区县|县市区?|地方|地区|[市县区州]|单位|部门|[局厅委])"
_MENTION = (
    rf"哪(?:些|几个){_GIVEN_BY}的?(?:政府)?(?:工作)?(?:报告|计划|要点|方案|总结|文件|规划)?(?:里|中)?(?:都|曾经?|也)?"
    r"(?:提到|提及|提出|部署|谈到|写到|讲到|涉及)(?:过|了|要)?(?P<given>[^，,?？。]{2,20}?)(?:的(?:内容|工作|事))?[?？。]?$|"
    rf"(?:哪些|什么|哪几[份个]|几份|多少份?)(?:{_STORED}|通知|意见|方案|计划|报告)(?:里|中)?(?:都|曾经?|也)?"
    r"(?:提到|提及|涉及|说到|讲到|写到|谈到|有提|讲的?|包含)(?:过|了)?(?P<mentioned>[^，,?？。]{2,20}?)(?:的(?:内容|工作|事))?[?？。]?$"
    rf"|^(?P<before>[^，,]{{2,20}}?)(?:都|曾)?在(?:哪些|什么|哪几[份个]|几份){_STORED}(?:里|中)(?:都|被|曾)?(?:提到|提及|出现|写到|涉及)过?了?[?？。]?$"
)
_TYPE = (
    r"(?:政府|工作|党建|行动|实施|指导)*"
    r"(?:要点|计划|方案|总结|通知|报告|意见|办法|条例|规定|规划|批复|决定|函|简报|通报|公告)"
)
_ISSUED = r"(?:印发|发布|下发|公布|出台|制定)"
_OF_ISSUER = r"(?:国务院(?:办公厅)?|[\u4e00-\u9fff]{2,12}(?:局|委|办公室|政府|厅|党组))?"
# 2023年的通知有哪些, 意见类文件有哪些, 哪些文件是教育局印发的, 哪些单位发布了2024年工作计划.
_OF_A_TYPE = (
    rf"^(?=.*(?:20\d\d|[局委厅]|办公室|政府|党组|国务院|类|文件|{_ISSUED}|总结|要点|报告|通知|批复|通报|简报))"
    rf"{_OF_ISSUER}(?:的|在)?(?:20\d\d年度?)?的?{_OF_ISSUER}(?:{_ISSUED}的)?{_TYPE}(?:类(?:的?{_STORED})?|{_STORED})?(?:一共|总共|都)*"
    r"有(?:哪些|哪几[份个]|多少[份个]|几[份个])[?？。]?$"
    rf"|^{_OF_ISSUER}(?:20\d\d年度?)(?:一共|总共|都)*{_ISSUED}?了?有?(?:哪些|哪几[份个]|多少[份个]|几[份个]){_TYPE}[?？。]?$"
    rf"|^哪(?:些|几[份个])(?:{_STORED}|{_TYPE})是由?[^，,?？]{{2,16}}?{_ISSUED}的[?？。]?$"
    rf"|^哪些(?:单位|部门|地方|[省市县区局委])(?:有|{_ISSUED})了?(?:20\d\d年度?)?的?{_TYPE}[?？。]?$"
)
# What is asked by its name alone: 常住人口, 城镇调查失业率目标.
_MEASURE = (
    r"(?:(?:比重|占比|人口|GDP|生产总值|增加值|产[值量]|总[额量]|增[速幅]|人数|面积|里程|人均[^，,]{2,8}收入)(?:的?(?:增长|年度|预期)*(?:目标|计划))?"
    r"|(?<!效)率(?:的?(?:增长|年度|预期)*(?:目标|计划)))[呢?？。]*$"
)
_NAMED_MEASURE = re.compile(rf"^[^多几哪谁]*{_MEASURE}")
_INTENTS: tuple[tuple[Intent, re.Pattern[str]], ...] = (
    (
        Intent.DOCUMENTS,
        re.compile(
            r"(?:资料库|文档库|库|系统)(?:里|中|内|里面)?(?:一共|总共|现在|都)*(?:有|存|收)了?"
            rf"(?:哪些|什么|多少|几).{{0,16}}{_TITLED}[?？。]?$"
            rf"|^(?:请|帮我)?(?:列出|列一下|看看|有哪些|都有哪些|有什么).{{0,16}}{_STORED}(?:名称|清单|目录|列表)?[?？。]?$"
            rf"|{_STORED}(?:清单|目录|列表)[?？。]?$"
            rf"|^.{{0,16}}(?:的|年){_STORED}(?:一共|总共|都)?有(?:哪些|什么|多少份?|几份)[?？。]?$"
            rf"|^[^，,]{{2,10}}有(?:哪些|什么|多少份?|几份)(?:文件|文档)[?？。]?$"
            r"|^[^，,]{2,24}?(?:(?:[印下出]?发|公布|发布)过?了?|(?:出台|制定|下达)(?:过|了))(?:哪些|什么|多少份?|几份)"
            rf"(?:{_STORED}|通知|意见|方案|规定|办法|政策)[?？。]?$"
            rf"|{_MENTION}"
            rf"|^.{{0,16}}年.{{0,8}}有(?:哪些|什么|多少份?|几份){_STORED}[?？。]?$"
            rf"|{_OF_A_TYPE}"
        ),
    ),
    (
        Intent.SUMMARY,
        re.compile(
            r"^(?:请|帮我|帮忙|麻烦)*(?:总结(?![^一下把，,]{0,4}阶段)|概括|归纳|梳理)(?:一下|下)?(?!.{0,12}(?:由谁|是谁|多少|什么时候)|.*哪(?:[几两三四五六七八九十]|些).)"
            r"|^(?:请|帮我|帮忙|麻烦)*(?:把|将|对)?[^，,?？]{2,24}?(?:总结|概括|归纳|梳理)(?:一下|下)[?？。]*$"
            r"|(?:主要)?(?:讲|说|写|谈)(?:了|的)?(?:都?是)?(?:哪些|些?什么|啥)(?:内容|事)?[?？。]?$|(?:文|文件|通知|意见|号)是?关于(?:什么|啥|哪方面)的?[?？。]?$"
            r"|第[〇零一二三四五六七八九十百\d]{1,5}(?:个|大)?(?:[章节条]|部分)的?(?:主要|具体|内容)*(?:都|是)?(?:规定|要求)?(?:了|的)?是?"
            r"(?:什么|啥|哪些)(?:内容|事)?[?？。]?$"
            r"|主要内容(?:是什么|有哪些|是啥|包括哪些)?[?？。]?$|(?:有|分)(?:哪几|几)(?:个|大)?(?:部分|方面)[?？。]?$"
        ),
    ),
    (Intent.DUTY, re.compile(_LEADER)),
    (Intent.PERSON, OFFICE),
    (Intent.PERSON, re.compile(_HEADED_BODY)),
    (
        Intent.FIGURE,
        re.compile(
            r"谁的[^，,。?？谁]{2,12}?[更最][高低多少大小](?=[，,。?？些]|$)|(?:谁|哪个|哪家|哪边|哪里|哪年)(?:.{0,5}(?:[更最]|(?<![扩放加减缩提降延增壮做变调]))[高低多少大小快慢长短重轻宽远深](?:[?？。]?$|(?=[，,；;?？](?:各|分别|相?差)))|[^，,。?？]{0,4}[更最][高低多少大小快慢长短重轻宽远深](?=[，,。?？—、呢些]))"
        ),
    ),
    (
        Intent.TOPIC,
        re.compile(
            r"(?:有没有|有无|能不能|能否|是否|是不是|可不可以|行不行|准不准|会不会|该不该|用不用|算不算|让不让)(?!.*(?:多少|几|什么时候|何时|由?谁))"
        ),
    ),
    (Intent.TOPIC, NO_FACT),
    (
        Intent.DEADLINE,
        re.compile(
            r"什么时候|啥时|多会儿|何时|几时|几月|几号(?=[呢啊?？。]*$|[到至起以之开前截交报办])|几点(?!建议|意见|要求|措施|做法|体会|看法|想法|思考|说明|注意|经验|工作)|(?:星期|礼拜|周)几(?![节次个天门堂场趟回小])|哪[一]?[天年月日]|时限|期限|有效期|截止|多长时间|多久"
            r"|(?<![那这前头近好有过])(?:几|多少)(?:个)?(?:工作)?[天日]|(?:几|多少)个月"
            rf"|时间(?:要求|节点|是(?!由?谁|[归由]?(?:哪|什么)(?:[一两几些]|几?个)*{BODY})|安排|[?？]?$)"
        ),
    ),
    (
        Intent.DUTY,
        re.compile(
            rf"(?<![给向跟对])(?<!对象是)谁(?!能|可以?|有资格|符合|享受|需要|[不可]?免|不[用需必]|要[交缴])|[给向]谁(?=负责|[主分]?管|办)|(?<![了过])哪(?:[一两几些二三四五六七八九十]|[几二三四五六七八九十]?个)*{BODY}|(?:什么|啥){BODY}|(?:责任|牵头|配合|主[管责办]|负责|承办|协[助办同]|归口(?:管理)?){BODY}"
            rf"|的(?:组织|实施|落实|执行){BODY}(?:分别|具体|都)?[是为有叫]?(?:谁|哪[个些家几]?|什么)?(?:{BODY})?[?？。]*$"
            rf"|[由归][^，,。?？]{{0,10}}?哪[一几]?[个家支][^，,。?？的]{{1,6}}?[来去]?(?:负责|[牵挑带领]头|承[担办]|落实|主[办抓管]|管|抓|办)的?[?？。]*$"
            rf"|(?:归|找|属于?|对口的?是)哪|多少{BODY}(?:负责|牵头|配合)|牵头的?是|哪[一两几]家|哪一?支(?:队伍?|力量)"
            rf"|(?:任务|工作(?!报告|总结|要点|计划)|责任|职责|事项?|活儿?)[^，,。?？]{{0,6}}[分交派落]?(?:实|解)?[给到]了?(?:谁|哪(?:[一两几些二三四五六七八九十]|[几二三四五六七八九十]?个)*{BODY})"
            rf"|(?:责任|牵头|配合|分管|主管|包保)(?:(?:[局院校县市镇]?领导|人|{BODY})[和与及、])?(?:[局院校县市镇]?领导|人|{BODY})"
            r"(?:分别|具体|各|都)?(?:是|叫|有|为)(?:谁|哪|什么)"
            rf"|(?:责任|牵头|配合|主管|负责)的{BODY}(?:分别|具体|各|都|又|还)?(?:是|叫|有)(?:谁|哪|什么)"
            rf"|[分交派](?:解|派|办)?给了(?:谁|哪(?:[一两几些二三四五六七八九十]|[几二三四五六七八九十]?个)*{BODY})"
            r"|责任(?:都|具体|最终|主要)?(?:[落压归算][实到在给于]*(?:谁|哪(?!些?方面))|在(?:谁|哪(?:[里儿]?[呢?？]*$|个|家)))"
        ),
    ),
    (
        Intent.FIGURE,
        re.compile(
            rf"{_MEASURE}|多少|(?<![哪那这好十没])几[^乎经何下]|(?:率|额|面积)(?:的?(?:目标|上限|下限|标准))?(?:分别|各|定的?)?是什么[?？]?$|(?<!效)率[呢?？。]*$|多[大高远宽深厚]|比例|占比|[率量数额值]各?是?[到达]|第几|哪个更?(?:[高低多少大](?!队|学|厅|楼|院|类)|小(?!组|区|学|队|镇|班))"
            r"|(?:数量?|人数|次数|增速|[率额]|目标|规模|标准|投入|指标|强度|比重|占比|产[量值]|总量|收入|里程)(?:上|方面)?(?:有|是)?(?:什么|何|哪些|啥|没有|多大)?"
            r"(?:的?(?:不同|不一样|一样|相同|差别|差异|区别|变化|变动|调整)|[的做]?(?:对比|比较))"
        ),
    ),
)
_BESIDE = re.compile(r"(?<=[，,、；;？?和及与并])")
_TOGETHER = (Intent.DEADLINE, Intent.DUTY, Intent.FIGURE)
_TASKS = re.compile(
    r"(?:哪些|哪几项|什么)(?:重点|主要)?(?:工作|任务|事项)(?:都|主要)?[是由][^，,?？]{2,16}?(?:牵头|负责|承担|配合|参与)的?[?？。]?$|作为(?:牵头|责任|配合|参与)(?:单位|股室|部门).{0,6}?(?:哪些|哪几|什么|几项|多少项)|(?:会同|协助|协办|主办).{0,8}?(?:任务|工作|事项)(?:有|是|包括)(?:哪些|什么|哪几)|(?:负责|承担|牵头|主管|分管|配合|参与)(?:了|的)?"
    rf"(?!的?(?:{BODY}|人员?|领导)[^，,?？]{{0,4}}(?:什么|哪些))"  # 牵头科室叫什么 asks for the unit
    r".{0,6}?(?:哪些|哪项|什么|几项|多少项|几件)|管(?:些|着)?(?:哪些|什么|啥)|(?:职责|任务|工作)(?:有哪些|有什么|是什么|是啥)|有(?:哪些|什么|几项)(?:主要|重点)?(?:职责|任务|工作)"
    r"|(?:负责|承担|牵头|配合|参与)的(?:全部|所有)?(?:工作|任务|事项)[?？。]*$"
)
_IF_NOT = re.compile(
    r"(?:不|没|未|拒|逾期|超期|违反|违规|擅自|私自).*(?:怎么办|咋办|怎么处理|咋处理|怎么样|会怎样|有什么后果|如何处理)"
)
_ORDER = re.compile(
    r"^(?:请|帮我|帮忙|麻烦)*(?:(?:总结|概括|归纳|梳理)(?:一下|下)?(?P<behind>[^，,?？。]{2,})"
    r"|(?:把|将|对)?(?P<before>[^，,?？。]{2,24}?)(?:总结|概括|归纳|梳理)(?:一下|下))[?？。]*$"
)
_WHY = re.compile("为什么|为何|为啥|目的|依据|背景|原因|初衷|根据什么")
_TARGETS = re.compile(
    r"(?:有|定了?|下达了?)(?:哪些|什么|几[个项]|多少)(?:个|项)?(?:主要|重点|具体|量化|工作)*(?:指标|目标)|(?:指标|目标)(?:任务)?都?(?:有哪些|有什么|是什么|是啥)"
)
_PLANNED = re.compile(
    r"20\d\d年[^，,。?？]*?(?<!需)要(?!求)[\u4e00-\u9fff]{1,6}(?:多少|几)|目标|(?<!年度)计划|打算|要求?(?:达|到|建|招|做|办|完成|开展)|准备|安排|拟|力争"
)
_TIMES = (
    (
        Time.DONE,
        re.compile(
            r"实际|完成了|已经?|成效|[建招发做办开投交收查培到]了|[过付](?:了|多少|几)|还剩|结果怎么样|做得怎么样"
        ),
    ),
    (Time.PLANNED, _PLANNED),
)


def intent_of(text: str) -> Intent:
    """Tell what kind of fact a text asks for."""
    if person_in(text):
        return Intent.PERSON
    return next((intent for intent, pattern in _INTENTS if pattern.search(text)), Intent.TOPIC)


def names_measure(text: str) -> bool:
    """Tell whether a text asks for a figure by its name alone (常住人口, 城镇调查失业率目标)."""
    return _NAMED_MEASURE.search(text) is not None


def asked_office(text: str) -> str:
    """Find the office whose holder a text asks for (局长是谁, 谁是局长), or ""."""
    asked = OFFICE.search(text)
    return (asked["office"] or asked["held"]) if asked else ""


def headed_body(text: str) -> str:
    """Find the body a text asks who is over it (谁分管财政局), or ""."""
    asked = re.search(_HEADED_BODY, text)
    return asked["body"] if asked else ""


def asks_leader(text: str) -> bool:
    """Tell whether a text asks which person answers for something (哪位领导分管高速公路)."""
    return re.search(_LEADER, text) is not None


def without_asking(text: str) -> str:
    """Take the asking words off a question, so that another can be asked of its topic."""
    text = _TASKS.sub("", re.sub("由(?=谁|哪)", "", text))
    for _, pattern in _INTENTS:
        text = pattern.sub("", text)
    return re.sub(r"由?负责|牵头|[?？]", "", text)


def without_order(text: str) -> str:
    """Give what an order to sum something up is about (总结一下校园安全工作, 把它总结一下), or ""."""
    found = _ORDER.search(text)
    return (found["behind"] or found["before"]).strip() if found else ""


def asking_of(text: str) -> str:
    """Give the words of a text from those on that ask for its fact (谁负责？, 什么时候完成？), or "".

    A number is asked for without its measure word, which counts what the text speaks of.
    """
    intent = intent_of(text)
    asked = next((found for _, pattern in _INTENTS if (found := pattern.search(text))), None)
    if not asked or intent not in _TOGETHER:
        return ""
    return "是多少？" if intent is Intent.FIGURE else text[asked.start() :]


def time_of_question(text: str) -> Time:
    """Tell whether a text asks for results or for plans."""
    return next((time for time, pattern in _TIMES if pattern.search(text)), Time.ANY)


def asks_tasks(text: str) -> bool:
    """Tell whether a text asks what somebody is responsible for."""
    return _TASKS.search(text) is not None or asks_targets(text)


def mentioned_in(text: str) -> str:
    """Give what a text asks for documents that mention it, or ""."""
    found = re.search(_MENTION, text)
    return (found["given"] or found["mentioned"] or found["before"]).strip('“”"《》') if found else ""


def without_tasks(text: str) -> str:
    """Take the words that ask for somebody's work off a text, and all behind them."""
    asked = _TASKS.search(text)
    return text[: asked.start()] if asked else text


def asks_why(text: str) -> bool:
    """Tell whether a text asks for a reason or a purpose."""
    return _WHY.search(text) is not None


def asks_if_not(text: str) -> bool:
    """Tell whether a text asks what follows where something is not done (不移交怎么办)."""
    return _IF_NOT.search(text) is not None


def asks_targets(text: str) -> bool:
    """Tell whether a text asks which figures somebody has to reach."""
    return _TARGETS.search(text) is not None


def facts_asked(text: str) -> tuple[Intent, ...]:
    """Find the kinds of fact a text asks for one beside the other: 由谁牵头，什么时候完成."""
    asked = (intent_of(part) for part in _BESIDE.split(text))
    return tuple(dict.fromkeys(intent for intent in asked if intent in _TOGETHER))


def only_asking(intent: Intent, text: str) -> str:
    """Leave out of a text what asks for other facts than one."""
    return "".join(
        part if intent_of(part) in (intent, Intent.TOPIC) else without_asking(part)
        for part in _BESIDE.split(text)
    )

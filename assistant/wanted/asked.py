"""A question into the things a sentence must speak of to answer it: names it quotes, the thing it counts."""

import re
from collections.abc import Sequence
from functools import lru_cache

import rjieba

from assistant.understanding.classes import is_class
from assistant.understanding.intent import names_measure
from assistant.understanding.lexicon import everyday_in
from assistant.understanding.places import PROVINCES
from assistant.understanding.terms import Term, is_silent, parts_of, presence
from assistant.wanted.towns import town_in
from assistant.wanted.whom import without_each, without_given, without_payer
from ingest.facts.measure_words import MEASURE_WORD
from ingest.text import normalize

# What is quoted in the name of a document (“放管服”改革通知) need not stand in each of its passages.
_QUOTED = re.compile(
    r"[“\"「『]([^”\"」』]{2,24})[”\"」』](?![\u4e00-\u9fff]{0,4}(?:通知|意见|方案|规划|办法|条例|报告|文件|要点)(?!书|单))"
)
_PLACE = re.compile(
    r"(?!城镇|乡镇|村镇|多少|哪个|几个|[各全每本]|.乡镇|.?[的个万名])[\u4e00-\u9fff]{2}(?<![下返回还故家侨])[镇乡](?!镇)(?=$|[^\u4e00-\u9fff]|[的有在搞推实多一])"
)
_INSTITUTION = re.compile(
    r"(?<![全各每])[省市县区](?:(?![跟和与哪几的有在到把被给让为对从怎么里内下城级域属各局委厅])[\u4e00-\u9fff]){2,6}?(?:学校|医院|小学|中学|幼儿园)|(?!请问|听说|[今明去]年)(?:(?![想读上考进去到在和跟与及])[\u4e00-\u9fff]){2}[一二三四五六七八九十]中(?!全|小|期|旬)"
)
_CALLED = re.compile("^[省市县区]|(?:学校|医院|小学|中学|幼儿园)$")
_SCHOLARS = re.compile(r"(?:大学|学院|研究[院所])$")
# One of several told apart by letters (C县, B校区); X县 stands for any, ABC街 is a name.
_LETTERED = re.compile(
    r"(?<![a-z\d])[a-wyz](?:[市县区镇乡村厂栋座组班]|街道|社区|学校|校区|[小中]学|园区?|企业|公司)"
)
# A regulation by its name.
_REGULATION = re.compile(
    r"(?:^|年版?的?|[，,。《“\"里])((?:(?!什么|哪|怎|按(?![揭摩])|依照?规|根据|违反|[有没]|的(?:办法|规[定则])|办法|条例|规[定则]|细则|预案|意见|通知|方案|要点|计划)[\u4e00-\u9fff]){4,14}?(?:条例|规定|规则|预案|细则|办法))"
    r"(?=$|[里中对违第的有是要怎什》”\"，,?？])"
)
# A sum to do (1+1) is no name, but no plan does it; 四个不准 alone is the name of something.
_SUM = re.compile(r"\d+(?:[-+*/×÷]|[加减乘]|除以)\d+(?=等于|是|=)")
_COUNTED_NAME = re.compile(
    r"^(?:什么是)?([二三四五六七八九十两][个支][\u4e00-\u9fff]{2,4}?)(?:是(?:什么|指什么|哪些))?[?。呢]*$"
)
_NUMBER_FIRST = re.compile("[二三四五六七八九十两][个支]")
# A plan of some years is named after what it is for: 数字化三年行动计划.
_PROGRAMME = re.compile(r"([\u4e00-\u9fff]{2,8})(?:[二三四五六七八九十]年)行动(?:计划|方案)?")
# What is called after a province and is not of it: 西藏班, 新疆高中班, 北京大学.
_OF_PROVINCE = re.compile(rf"(?:{'|'.join(PROVINCES)})(?:内地)?(?:[初高]中)?(?:班|大学(?!生)|银行|籍)")
_AMOUNT = re.compile(
    rf"百分之(?:多少|几)|(?:多少|几(?!乎|经|何|种|项?制度))个?[万亿]*(?:(?:{MEASURE_WORD})(?!费))?|多大(?:年龄|岁数)?|多[高远宽深厚]"
    r"|(?:怎么|如何|怎样|咋)(?:来)?(?:计?算|核算|折算)(?!数|话|是|过|了)"
)
_WHICH_MORE = re.compile(
    r"(?:哪一?[个家边里所]|谁)(?:更|最)?[高低多少大小快慢长短重轻宽远深](?=[些呢啊?]|$)"
)  # 目标哪个高
_TIME = re.compile(
    r"(?:多少|几)个?(?:工作)?[天日年月号时]|几个月|多久|多长|几点(?=$|[^\u4e00-\u9fff]|[开关结到收营上下起前后才钟])"
)
# What comes again: 多久修订一次. Of the rest (开展, 组织) there are too many words.
_AGAIN = re.compile(
    r"(?:多久|多长时间|几个?[年月周天])(?:要|才|能|会|得)?((?!组织|开展|召开|举行|举办|安排|进行|集中)[\u4e00-\u9fff]{2})一[次回轮届]"
)
# 几个站: jieba takes what is counted for a verb.
_ONE_CHARACTER = re.compile("(?:几|多少)[个座处所]([站班村厂桥库岗园店坝井])[?。呢啊]*$")
_ASKED_WHETHER = re.compile(
    r"([^会能可是要该行好对])不\1|有(?=[^没无,?]{2,8}(?:吗|(?<![什怎多])么))|要不要|有没有|有无|能不能|能否|是否|涨不涨|准不准"
)
_BEFORE_NOUN = re.compile(r"a|m$|nr")  # 老旧小区, 零碳园区
_NOUN = re.compile(r"(?:n(?!s)|j|eng)")
_PART_OF_NOUN = re.compile(r"n(?!s)|j|l|b|vn|v|eng|z")
_COUNTED = re.compile(r".*(?:[率费额数量比价金款值幅]|收入|支出|投入|产值)$")
_NO_THING = re.compile(
    r"[不没]|(?:占比|比例|比重|要点|计划|方案|规划|总结|报告|通报|通知|意见|办法|规定|条例|细则|批复|表)$"
)
_SET = re.compile(
    r"(?<=[\u4e00-\u9fff]{2})(?:(?:任务|目标|指标|计划)[数量值]?|(?<![人次户分系指倍参个级])数)$"
)
_TOTAL = re.compile("总(?=(?:经费|投资|资金|预算|费用|支出|收入|面积|人数|里程|规模)$)")
_IN_ALL = re.compile("所需|[总共]|合计|全部|概算|预计")
_MEASURE = re.compile(
    r"(?<=[\u4e00-\u9fff])(?:总[量数额值]|总?金额|额度)$|(?<=[\u4e00-\u9fff]{2})[量数额值]$"
)
_OF_ALL = re.compile("^[全本各](?:[省市县区州旗国校镇乡]|自治区)(?=..)")
_PLACES_BESIDE = re.compile("[两二三四五][省市县区州旗镇乡](?=[\u4e00-\u9fff]{2})")  # 云岫、梅坪两县
_PLANNED = re.compile("^(?:准备|打算|计划|预计|安排|实际)(?:招[收录](?=学生))?(?=..)")  # 准备招聘老师
_MARKS = re.compile(r"[“”\"《》「」『』]")
_BINDING = re.compile(
    "达到|稳定?|保持|维持|水平|规模|至少|不低于|不少于|计划|目标|指标|实际|要求|做到|控制|突破|占|定|约|年|全年|历年|各年|逐年|近年|近几年|分别|一共|总共|还|剩|剩下|(?:控制|约束性?|预期性?)[目指]标"
    "|剩余|现有|共有|标准|金额|人数|数量|总数|总量|原则上|封顶|保底|起步|[上下]限"
)
# What becomes of an amount: 学费降多少, 工资涨多少.
_CHANGES = re.compile(
    "[降涨升减增加调罚收花用贷]"
    "|提高|降低|上调|下调|增加|减少|增长|下降|调整|扩大|压减|增[速幅]|[涨降]幅|相?差"
)
# How much of it is done is how much of it there is: 新建高标准农田的面积.
_DONE_MEASURED = re.compile(
    r"((?:新[建改增修]|改[造建]|扩建|建[设成]|完成|治理|修复|种植|造林|播种|硬化|铺设|疏浚)[\u4e00-\u9fff]{2,14}?)的?(?:总?面积|总?里程|总?长度|规模|数量)"
    r"(?=$|[^\u4e00-\u9fff]|[是为有达多各哪谁要定])"
)
_END = re.compile("[?。呢]+$")
# Than what an amount is more, and the amount itself: 收入8.62亿元比去年增加多少.
_THAN = re.compile(
    r"(?:\d[\d.,]*[万亿]*(?:元|人|个|所|%)?)?[,，]?[比较][^,，]{1,8}?(?:[增减多少高低涨降升]|增[加长]|减少|提[高升]|下降|上升|降低)[了出]?$"
)
# Between a thing and 多少: 贷款最高能贷, 服务费每学期最多收, 插座换了.
_LEADING_UP = re.compile(
    r"(?:最[高多低少]|至[多少]|能够?|可以?|会|要|得|每(?:个?人|户|个?月|年|天|次|学期|学年|生)|一(?:个月|年|天|次|学期|[节堂]课)|[贷拿领报补奖罚退收交发给批付缴扣]|[\u4e00-\u9fff]了|免费[打种看查做]?|打|(?:控制|保持|稳定|维持)[在到为]?)+$"
)
# What is done to a thing and how much of it at once: 特岗教师2024年招, 大桥总投资, 东校区占地.
_DEED_OF = re.compile(
    r"^(?P<what>[\u4e00-\u9fff]{2,12}?)(?:(?:今|明|去)年|(?:20\d\d|\d\d)年)?(?:计划|预计|一共|总共|大概|要)?"
    r"(?:招[聘录收]?|总?投资|占地|耗资|(?P<built>[新改扩重]?建[成设造]?|新?修[建筑缮复]?)|治理|整治|改造|硬化|疏浚|绿化|播种|种植|推广|保留|撤并|流转)(?:规模|面积|额)?了?(?:是|为|有)?$"
)
_THING, _BODY = re.compile(r"n(?![sr])|[ljz]"), re.compile("[局厅委部办院校园所站县市区镇乡省]$")
_TO_WHOM = re.compile("[给向对在从由把跟]")
# What is paid beside wages goes by several names; who is 招 into a school is a 学生.
_ALIKE = {
    "补贴": ("补助", "津贴"),
    "补助": ("补贴", "津贴"),
    "津贴": ("补贴", "补助"),
    "学生": ("招生",),
}
_HELD, _MEANT, _LONGEST, _REMEMBERED = 0.35, 0.8, 6, 256
# What is counted in the abstract: any sentence that states an amount speaks of it.
_ANY = re.compile(
    "[钱人次数样]|人数|数量|总数|人次|金额|比例|目标|标准|范围|程度|时间|时段|日期|期限|资金|费用|个数|天数|年度|学期|计划|实际"
    "|[人户亩生床]均|国家|政府|公家|名额|机会|块钱|个点|东西|地方|名字|结果|水平|规模|学校|单位|[全每].*"
)
_WHERE = ("学校", "单位")  # what stands where: 几个学校中层


@lru_cache(maxsize=_REMEMBERED)
def asked_names(question: str) -> tuple[Term, ...]:
    """Find the names a passage must hold to be about a question: what it quotes, villages, towns, schools.

    Regulations count too (食堂安全报告规定), and universities.
    """
    folded = normalize(question)
    kinds = (_SUM, _COUNTED_NAME, _QUOTED, _PLACE, _LETTERED, _OF_PROVINCE, _REGULATION)
    names = [name for kind in kinds for name in kind.findall(folded)]
    names += [name for name in _INSTITUTION.findall(folded) if not is_class(_CALLED.sub("", name))]
    names += [word for word, tag in rjieba.tag(folded) if tag == "nt" and _SCHOLARS.search(word)]
    names += (*_programmes(folded), *town_in(folded))
    return tuple(map(thing_of, dict.fromkeys(names)))


@lru_cache(maxsize=_REMEMBERED)
def asked_thing(question: str) -> tuple[Term, ...]:
    """Find what an amount is asked of, or whether there is: at most one term, which the answer must name.

    It stands behind 多少 or 几 and its measure word (多少张床位), else before them (注册资本是多少亿).
    Of what comes again it is the deed (多久修订一次).
    """
    folded = _PLACES_BESIDE.sub(" ", without_measure_of_done(normalize(question)))
    if again := _AGAIN.search(folded):
        return (thing_of(again[1]),)
    ways = (_ASKED_WHETHER,) if _TIME.search(folded) else (_AMOUNT, _ASKED_WHETHER)
    if counted := _ONE_CHARACTER.search(folded):
        return (thing_of(counted[1]),)
    found = [asking for way in (*ways, _WHICH_MORE) if (asking := way.search(folded))]
    things = (
        _behind(folded[at.end() :])
        or _before(_led_up(_THAN.sub("", without_given(folded, at.start()))))
        or _before_deed(folded[: at.start()])
        for at in found
    )
    named = _before(_END.sub("", folded)) if names_measure(question) else ""
    return tuple(thing_of(thing) for thing in (*things, named) if thing)[:1]


def without_measure_of_done(text: str) -> str:
    """Leave the word for its measure behind what is done out of a text: how much is done tells both."""
    return _DONE_MEASURED.sub(r"\1", text)


def _programmes(text: str) -> list[str]:
    """Find what plans of some years that a text names are for."""
    before = (rjieba.cut(found[1], hmm=False) for found in _PROGRAMME.finditer(text))
    return [words[-1] for words in before if len(words[-1]) > 1]


def speaks_of(things: Sequence[Term], text: str) -> bool:
    """Tell whether a text, in normal form, names every one of some things, or means it."""
    return all(
        (presence(thing, text) >= _HELD and not _is_other_number(thing.word, text))
        or _is_put_otherwise(thing, text)
        or _is_measured(thing, text)
        for thing in things
    )


def _is_other_number(word: str, text: str) -> bool:
    """Tell whether a text lacks a name that begins with a number: of 三支队伍 “一支队伍” says nothing."""
    return _NUMBER_FIRST.match(word) is not None and word not in text


def thing_of(word: str) -> Term:
    """Give a thing with what plans say for it, and for each of its words."""
    whole = next((e for e in everyday_in(word) if (e.start, e.end) == (0, len(word))), None)
    alike = _ALIKE.get(word, ())
    return Term(word, 1.0, (*whole.official, *alike) if whole else alike, parts_of(word))


def _is_put_otherwise(thing: Term, text: str) -> bool:
    """Tell whether a text holds a thing with an everyday part of it as plans put it: 走教老师, 教师走教."""
    return any(
        rest in text and any(map(text.__contains__, official))
        for rest, official in _everyday_parts(thing.word)
    )


def _is_measured(thing: Term, text: str) -> bool:
    """Tell whether a text gives a thing without the word for its measure, or for all of it.

    粮食产量 is 粮食总产, 总经费 the 经费 that are 所需.
    """
    total = _TOTAL.sub("", thing.word) if _IN_ALL.search(text) else thing.word
    otherwise = (_MEASURE.sub("", thing.word), total)
    return any(what != thing.word and presence(Term(what, 1.0), text) >= _MEANT for what in otherwise)


@lru_cache(maxsize=_REMEMBERED)
def _everyday_parts(word: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Find the everyday expressions at an end of a word: what else it says, and what plans say for them."""
    parts = [part for part in everyday_in(word) if (part.start == 0) != (part.end == len(word))]
    return tuple((word[: part.start] + word[part.end :], part.official) for part in parts)


def _led_up(text: str) -> str:
    """Leave out what stands between a thing and the asking word: 每个学生, 最多能领."""
    shorter = without_payer(text)
    return _LEADING_UP.sub("", shorter) if shorter == without_each(shorter) else without_each(shorter)


def _behind(text: str) -> str:
    """The noun, with what belongs to it, right behind the asking word."""
    thing, has_noun = "", False
    for word, tag in rjieba.tag(_MARKS.sub("", text), hmm=False):
        if not thing and tag == "f":  # 以上
            continue
        is_part = _PART_OF_NOUN.match(tag) or (not has_noun and _BEFORE_NOUN.match(tag))
        is_of_any = _ANY.fullmatch(word) and (thing or word not in _WHERE)
        if is_silent(word) or is_of_any or not is_part or (has_noun and tag == "v"):
            break
        thing, has_noun = thing + word, has_noun or _NOUN.match(tag) is not None
    if not has_noun or thing in _WHERE:
        return ""
    if len(thing) == 1:  # 几张床, but no 多考几个证，能领几回
        return "" if _AMOUNT.search(text) else thing
    return _named(thing[-_LONGEST:])


def _before(text: str) -> str:
    """The noun right before the asking word, with what belongs to it; only binding words stand between."""
    thing, changes = "", False
    for word, tag in reversed(rjieba.tag(text, hmm=False)):
        is_noun = _NOUN.match(tag) is not None or _COUNTED.match(word) is not None
        is_noun = is_noun or (changes and tag == "vn")  # 投资增长多少
        changes = changes or _CHANGES.fullmatch(word) is not None
        if not thing and (
            is_silent(word) or _BINDING.fullmatch(word) or tag == "m" or _CHANGES.fullmatch(word)
        ):
            continue
        if not thing and (not is_noun or _ANY.fullmatch(word)):
            return ""
        if thing and _TO_WHOM.fullmatch(word):
            return ""
        if thing and (not _PART_OF_NOUN.match(tag) or is_silent(word) or len(word + thing) > _LONGEST):
            break
        thing = word + thing
    return _whole(text, _named(thing))


def _before_deed(text: str) -> str:
    """The noun that a text begins with, where nothing but a deed done to it follows: 特岗教师2024年招."""
    said = _DEED_OF.match(re.sub("|".join(town_in(text)), "", text, count=1))
    word, tag = rjieba.tag(said["what"], hmm=False)[-1] if said else ("", "")
    is_built = said is not None and said["built"] and _CALLED.search(word)  # 幼儿园建几所
    is_thing = _THING.match(tag) is not None and len(word) > 1 and not _BODY.search(word)
    return _named(said["what"][-_LONGEST:]) if said and (is_thing or is_built) else ""


def _whole(text: str, thing: str) -> str:
    """The everyday expression of a text that a thing is only a part of (普惠率, 扫地的), else the thing."""
    start = text.rfind(thing)
    end = start + len(thing)
    longer = (
        text[e.start : e.end]
        for e in everyday_in(text)
        if e.start <= start and end <= e.end and e.end - e.start > len(thing)
    )
    return next(longer, thing) if thing else ""


def _named(thing: str) -> str:
    """Leave out what is no thing: a single character, a share, a document; 造林任务 is measured as 造林."""
    thing = _OF_ALL.sub("", _SET.sub("", _PLANNED.sub("", thing)))
    return thing if len(thing) > 1 and not _NO_THING.search(thing) else ""

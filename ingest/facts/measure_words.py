"""The measure words of plans as a pattern, and for each of them what it measures."""

from enum import Enum
from functools import lru_cache


class Kind(Enum):
    """What a measure word is for: things, an amount, a length of time, a rank; or there is no word."""

    COUNT = "count"
    AMOUNT = "amount"
    TIME = "time"
    RANK = "rank"
    NONE = "none"


# After a colon what never follows: in 20名额 or 3年级 the characters are part of another word.
_WORDS = {
    Kind.COUNT: (
        "台套 件套 台件 册件"
        " 所 个 处 件 套 栋 幢 辆 张 份 册 篇 匹 株 棵 艘 笔 颗 枚 盏 箱 标箱 标准箱 条 间 座 台 次 批 期 种"
        " 人次 户次 家次 所次 处次 项次 件次 台次 辆次 车次 场次 批次 架次 班次 列次 艘次 例次 剂次"
        " 学位 床位 工位 车位 托位 席位 泊位 名:额 人:均民才口 位:数 家:庭 户:均 项:目 本:科 部:门委"
        " 门:户诊类店 场:所 类:型别 只:能有是 头:部 支:部付出撑持 架:构 列:入为 例:如外"
        " 起:来到 宗:教旨 顶:部层级点尖 床:位 班:级主子额"
        " 节:点日能约 组:织建 根:据 块:链 眼:镜 轮:胎 幅:度 款:项 副:职主 片:区"
        " 对:口外接标于比 县:级委政域 校:长区园外内 村:级民委 镇:级 乡:镇村"
    ),
    Kind.AMOUNT: (
        "% ％ ‰ 个百分点 百分点 倍 美元 欧元 港元 日元 块钱 公顷 平方米 平方公里 平方千米 平米 立方米"
        " 公里 千米 海里 厘米 毫米 微米 纳米 米 吨公里 吨 公斤 千克 毫克 微克 斤 毫升 千瓦时 兆瓦时"
        " 吉瓦时 千瓦 兆瓦 吉瓦 千伏安 千伏 分贝 周岁 岁 学分 学时 课时 个学时 个课时 ℃ 摄氏度 ㎡ 口人"
        " 成:为立功长果员效本绩熟人都就交品型 元:旦宵素 亩:均 里:程 克:服难 升:级学旗降入至到 度:假 瓦:斯"
        " 番:茄 兆:瓦 分:钟别之级类期批"
    ),
    Kind.TIME: (
        "个月 个工作日 工作日 星期 个星期 个小时 小时 分钟 秒 个学期 学期 个学年 学年 个季度 季度"
        " 年:级度代份 周:岁年 天:然 日:报"
    ),
    Kind.RANK: "级 届 章 时 季 月 号 版",
}
_USUAL = "%个元家项所公人名户年"
_LATIN = r"(?i:[kmg]?wh?|[kmgt]b(?:ps)?|km|kg|[mc]?m[23²³]?|mg|ha)(?![a-zA-Z])"
_PER = r"[/／](?:[人生名户年月日天亩吨米件次秒小时平方立公里斤班学期课]{1,4}|[kmg]?[mg²³23]{1,3})"
_ENTRIES = {
    word: (kind, never_before)
    for kind, entries in _WORDS.items()
    for word, _, never_before in (entry.partition(":") for entry in entries.split())
}


def _pattern() -> str:
    """Write the measure words by their first sign, the usual ones first; each may say per what (元/人)."""
    rests = {word[0]: "" for word in (*_USUAL, *_ENTRIES)}
    for word in sorted(_ENTRIES, key=len, reverse=True):
        never = _ENTRIES[word][1]
        rests[word[0]] += "|" + word[1:] + (rf"(?!\s?[{never}])" if never else "")
    words = "|".join(f"{first}(?:{rest[1:]})" for first, rest in rests.items())
    return f"(?:{words}|{_LATIN})(?:{_PER})?"


MEASURE_WORD = _pattern()


@lru_cache(maxsize=1024)  # the same few words again and again
def kind_of(unit: str) -> Kind:
    """Tell what a measure word is for; words in Latin letters measure amounts."""
    if not unit:
        return Kind.NONE
    entry = _ENTRIES.get(unit) or _ENTRIES.get(unit.partition("/")[0])
    return Kind.AMOUNT if entry is None else entry[0]

"""A text into the counties and cities it names: by form (清江县) or from a list of large ones (深圳)."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

import rjieba

PROVINCES = (
    *("北京", "天津", "上海", "重庆", "河北", "山西", "辽宁", "吉林", "黑龙江", "江苏", "浙江", "安徽"),
    *("福建", "江西", "山东", "河南", "湖北", "湖南", "广东", "海南", "四川", "贵州", "云南", "陕西"),
    *("甘肃", "青海", "台湾", "内蒙古", "广西", "西藏", "宁夏", "新疆", "香港", "澳门"),
)
_CITIES = Path(__file__).parents[2] / "data" / "lexicon" / "cities.txt"
_ENDS = tuple("县市区旗州")
_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}")
_NO_NAME = re.compile("[vamrpcf]")  # a verb, an adjective, a number (jieba's tags)
_ADDRESS = re.compile(r"n(?:s|r|z)")
# Words before 县, 市, 区 that tell what kind of place it is, or which of several, and name none.
_KIND = re.compile(
    r".*(?:试点|示范|先进|重点|贫困|脱贫|均衡|普惠|模范|样板|帮扶|支援|受援|达标|创建|文明|卫生|生态|旅游|农业|工业"
    r"|民族|边境|革命|产粮|粮食|人口|其他|其它|兄弟|周边|邻近|相邻|国家|[省地市县]级|直辖|单列|双拥|百强|智慧|数字"
    r"|平安|健康|海绵|园林|宜居|森林|中心|中小|城乡|哪[些个]|几个|多少|这[些个]|那[些个]|每个|各个|所有|全部|全国"
    r"|全省|全市|省市|我们|本地|当地|外地|农村|城镇|贸易|实验|试验|功能|保护|开发|高新|经开|自贸|合作|管理|行政"
    r"|[东南西北中]部|[省县旗盟]|(?:[省市县区]|..)州|综保|季度|经济特|自治|一体化|欠发达|发达|落后|偏远|教育|经济|教|强|大|小|新|老|先导|先行|港口|年)$"
)
_KIND_OF_AREA = re.compile(".*[城学园校景社街辖片山牧林库灾]$")  # 山区, 库区, but 青山县
_GENERIC = re.compile(
    r"^[各全本我该每外邻哪两几贵]|[县市区]{2}|(?:城|^.?都|上|设区|[个各])市|市州$|(?:百强|名|千亿|自治)[县州]|自治区|(?:地|综保|开发|高新|经开|示范|试验|实验|自贸|保税|功能|保护|新|城|郊|特)区$"
)
_JOINING = re.compile(
    r"[的在和与跟及同比对从到向给把被让为是有那这问查看请由按用归说就了去把将靠距离个]|20\d{2}|\d+|[年月]|请问|关于|总结|概括|归纳|梳理|列出|介绍|我们|对比|相比|比较"
    r"|报|送|还有|以及|想问|请教|那么|对于|按照|根据|目前|现在|今年|去年|明年|麻烦|查询|看看|如果|[\u4e00-\u9fff]*[省市县区]"
)
# 陵县, 山县, 海市: a word by itself, and the end of 松陵县, 碧山县, 平海市; not 外县, 都市.
_CUT_OFF = re.compile("(?![大外地五中微旧赤郡府城上入东南西北都黑新老古小各全])[\u4e00-\u9fff][县市]")
_BEGINS_NAME = re.compile("[njvz]")
_LOOKED_AT = frozenset("看查去到来讲谈说找帮写赴驻离住抓管派搜学选评")  # 看魏县
_HOW_MANY = frozenset("两二三四五六七八九十几")  # 梅坪、云岫两县
_REMEMBERED = 256


@lru_cache(maxsize=_REMEMBERED)
def towns_in(text: str) -> tuple[str, ...]:
    """Find the counties, cities and districts a text names, in its order, as it writes them.

    Kinds of places (示范县, 开发区, 全市) and parts of words (超市) are none.
    """
    words = rjieba.tag(text, hmm=False)
    found = []
    for at, (word, tag) in enumerate(words):
        if word in _cities():
            follows = words[at + 1][0] if at + 1 < len(words) else ""
            found.append(word + follows if follows in ("市", "州") else word)
        elif len(word) > 2 and word.endswith(_ENDS):
            named = is_well_known(word) or (_ADDRESS.match(tag) and not _GENERIC.search(word))
            found += [word] if named else []
        elif (word == "州市" or (tag == "ns" and _CUT_OFF.fullmatch(word))) and _is_begun(words[:at]):
            found.append(words[at - 1][0] + word)
        elif word in _ENDS and (name := _name_before(words[:at])):
            found += [] if word == "区" and _KIND_OF_AREA.match(name) else [name + word]
    return tuple(dict.fromkeys(found))


def is_well_known(place: str) -> bool:
    """Tell whether a place is one of the large cities, with or without 市."""
    return place in _cities() or place.removesuffix("市") in _cities()


def _is_begun(tagged: Sequence[tuple[str, str]]) -> bool:
    """Tell whether the last of some words is the first character of a name whose rest is a word by itself."""
    first, tag = tagged[-1] if tagged else ("", "")
    is_part = len(first) == 1 and _BEGINS_NAME.match(tag) and _NAME.match(first * 2)
    if not is_part or first in _LOOKED_AT or _JOINING.fullmatch(first):
        return False
    return _stands_alone(tagged[:-1])


def _stands_alone(before: Sequence[tuple[str, str]]) -> bool:
    """Tell whether a name may begin behind some words: no noun goes before it."""
    word, tag = before[-1] if before else ("", "")
    return tag == "v" or not word.isalnum() or _JOINING.fullmatch(word) is not None


def _name_before(tagged: Sequence[tuple[str, str]]) -> str:
    """The proper name that ends some words: one word, or two or three characters that are none."""
    words = [word for word, _ in tagged]
    if not words or words[-1] in _HOW_MANY or (len(words[-1]) > 1 and _NO_NAME.match(tagged[-1][1])):
        return ""
    first = len(words) - 1
    while len(words[first]) == 1 and first > 0 and len(words) - first < 3 and len(words[first - 1]) == 1:
        if _JOINING.fullmatch(words[first - 1]) or not _NAME.match(words[first - 1] * 2):
            break
        first -= 1
    name = "".join(words[first:])
    return name if _stands_alone(tagged[:first]) and _NAME.fullmatch(name) and not _KIND.match(name) else ""


@cache
def _cities() -> frozenset[str]:
    lines = _CITIES.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))

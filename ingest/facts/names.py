"""Words into whether they are the name of a unit, of a person, or of nobody in particular."""

import re
from functools import lru_cache

from ingest.facts.roles import BODY

_LONGEST = 30
_NAMES_KNOWN = 4096  # the units of a plan are named again and again
_HELD = r"(?:[（(][^（()）]*[）)])?$"  # a name may close with a bracket: 县教育局（体育局）
_UNIT_END = re.compile(
    r"(?:部|委|局|厅|办|室|股|科|处|组|署|院|校|所|站|中心|会|行|司|政府|团|部门|单位|地区|学校|园|机关|队|社|区|县|市|镇|乡"
    r"|街道|镇街|企业|集团|馆|联|协|党委|党组|支部|总支|班子|年级|委员|专班|基地|电视台|法院|法庭|盟|州|旗|省|村|台|厂|库|网|中学"
    r"|小学|文化宫|少年宫|(?<!统)[一二三四五六七八九十]中|(?:党|团|社会)组织|机构|车间|班级|护理单元|食堂|公路段|防[汛办]?指|“两委”)"
    rf"{_HELD}"
)
_NUMERAL = "一二三四五六七八九十"
_NOT_UNIT = re.compile(
    r"[。：:！？\d%“”]|(?<!自)由|负责|牵头|工作$|情况$"
    r"|^(?:同上|同前$|待定$|另定$|一个|某|哪|谁|的|了|以|在|对|为|将|按|把|向|其中|一是|不|没有)"
    rf"|^同第?[{_NUMERAL}]+[项条款]?$|^(?:{BODY})$|^农业农村$|^[^\u4e00-\u9fff]*$"
    r"|(?:[局校厅科股处县市省区镇乡村组园所站]长|主任|书记|同志|先生|女士|[老教]师|领导|人员|干部)$"
)
_PEOPLE = re.compile(r"(?:长|主任|书记|同志|[老教]师|领导|人员|(?<![委动])员|干部|学生|家长)$")
# Endings of proper names: 办公室, 教育局; a class of bodies (主管部门, 机关, 企业) has none of them.
_OFFICE_END = re.compile(
    r"(?:(?<![学本专文全])(?:(?<!理)|(?<=[管办监治护代受审]理))科|股|(?<![各多好到一])处|(?<![教课])室|(?<![格布结大全开新当])局|委|厅|署|馆"
    r"|(?<![督承主举兴开创民公经交])办|(?<![全内外干局中东西南北])部|(?<!学)院|学院|所|站|中心"
    r"|(?:委员|委|工|联合|协|管|妇|理事|商|学|基金|红十字|总|监|教|研究)会"
    r"|(?:银|人|农|工|商|建|支|分)行|[信联销]社|队|联|[科政作文消体足]协|组|团|公司|集团|政府|(?<![高院名军全各本])校|小学|中学"
    r"|[一二三四五六七八九十]中|幼儿园|大学|专班|班子|支部|电视台|法庭"
    rf"){_HELD}"
)
_VAGUE = re.compile(
    "政府|学校|公司|集团|银行|大学|学院|中学|小学|幼儿园|法院|协会|商会|行业协会|委员会|党委|党支部|支部|班子|党组|小组"
    "|中心|社团|社会组织|党组织|(?:第三方|专业|检测|评估|中介)?机构|科室|股室|处室|地市|市县|省市|县区|区县|县乡|乡镇|街道|社区"
)
# What a sentence may say before or in the place of a name.
_NOT_OFFICE = re.compile(
    r"^(?:坚持|支持|鼓励|推动|推进|督促|要求|明确|确保|依托|成立|组建|建立|设立|完善|健全|加强|强化|选派|引导|协调|通过|全面|深入"
    r"|切实|积极|认真|做好|抓好|落实|发挥|开展|召开|指导|组织(?![部科处股室局委人宣干])|根据|并|则|及|与|或|从|把|让|使|请"
    r"|是|因|据|若|凡|其|该|此|每|另|还|也|均|即|仍|又|再|已|可|须|需|要|必|得|这|那|几|原|有关|相关|经(?![信济贸开发管])"
    r"|和(?!平)|对(?![外口台])|于(?!都|田)|如(?!东|皋)|未(?!成年|保)|无(?!锡|为|线)|能(?!源)|应(?!急)"
    r"|地方(?!金融|志|税务)|当地|所在|本级|同级|上级|下级|设区|县级以上|省级以上)"
    r"|[的了着要，。；、]|工作(?!委|专班|领导|小组|组|部|处|站|局|办|室|中心|队|科|股)"
    r"|事项|问题|情况|任务|进行|召开|开展|印发|行政部门|主管部门"
)
_EACH = re.compile(
    r"(?:(?:[局委院校镇乡县市区厂]|公司)?(?:机关|直属?|属|内|(?<=[局校镇乡院])))?各(?!自|项|方|种|类|负|位|尽|司|级|地|(?:有关|相关)?(?:部门|单位))"
)
SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高何郭马罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘戴夏钟汪"
    "姜范姚谭廖邹熊陆郝孔崔康毛邱秦史顾侯邵孟龙段雷钱汤尹黎乔贺赖龚"
)
_PERSON = re.compile(rf"[{SURNAMES}]\s*[\u4e00-\u9fff](?:\s*[\u4e00-\u9fff])?")


@lru_cache(_NAMES_KNOWN)
def is_unit(words: str) -> bool:
    """Tell whether words end like the name of a unit and say nothing else."""
    return may_be_unit(words) and _UNIT_END.search(words) is not None


@lru_cache(_NAMES_KNOWN)
def may_be_unit(words: str) -> bool:
    """Tell whether words can name a unit where the form says that they do (责任单位：…)."""
    words = words.replace("“两委”", "两委")
    return 2 <= len(words) <= _LONGEST and _NOT_UNIT.search(words) is None and not _is_person(words)


def ends_like_unit(words: str) -> bool:
    """Tell whether words end like the name of a unit, whatever they say before it."""
    return _UNIT_END.search(words) is not None


def is_people(words: str) -> bool:
    """Tell whether words name people, by name or by office (各学校校长), instead of a unit."""
    return _PEOPLE.search(words) is not None or _is_person(words)


def is_named(words: str) -> bool:
    """Tell whether words name a unit, a place or a class of bodies in the midst of running text."""
    return is_unit(words) and not _NOT_OFFICE.search(words) and not _VAGUE.fullmatch(words)


def is_office(words: str) -> bool:
    """Tell whether words are the proper name of a unit, or each of a kind, in the midst of running text.

    A class of bodies, as laws name them (行政主管部门, 本级人民政府, 企业), is nobody in particular.
    """
    return is_named(words) and (_OFFICE_END.search(words) is not None or _EACH.match(words) is not None)


def _is_person(words: str) -> bool:
    return _PERSON.fullmatch(words) is not None and _UNIT_END.search(words) is None

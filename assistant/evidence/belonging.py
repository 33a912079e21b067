"""A statement of a figure or a time into whether it is of something beside what is asked."""

import re
from collections.abc import Callable, Iterable, Sequence

from assistant.understanding.bodies import name_of
from assistant.understanding.numbered import numbered_in
from assistant.understanding.terms import Term, coverage
from assistant.wanted.clause import clauses
from assistant.wanted.towns import town_in
from ingest.records import Chunk
from ingest.text import normalize

# A member of a row of things with a bracket of its own: 区图书馆（周一闭馆）、区博物馆.
_WITH_BRACKET = re.compile(r"[^、，,；;：:。（）()]{2,}[（(][^（）()]*[）)]")
_BRACKET = re.compile(r"[（(][^（）()]*[）)]")
_IN_A_ROW = re.compile(r"[）)]、|、[^、，,；;：:。（）()]{2,}[（(]")
_SHARE_ASKED = re.compile(
    "占(?![比用地道])([\u4e00-\u9fff“”]{2,16}?)(?:的|多[大少高])?(?:比重|比例|份额|多少|百分之|几成|几分之)"
)
_SHARE_OF = re.compile("占(?![比用地道])([\u4e00-\u9fff“”]{2,16}?)(?:的|比重|比例|份额|约|达|超过|近|[0-9.])")
_BODY = re.compile(
    r"[\u4e00-\u9fff]{2,8}?(?:小学|中学|幼儿园|医院|学院|大学|机场|电厂|水库|大桥|高铁|铁路|高速|产业园|工业园|电站|枢纽|博物馆|图书馆|体育馆)"
)
# A school by a name that sets it apart: 县职业中等专业学校.
_NAMED_SCHOOL = re.compile(
    r"[省市县区](?:职业|特殊|中等|机关|直属|体育|实验|师范)[\u4e00-\u9fff]{0,8}?(?:学校|[中小]学|幼儿园)"
)
_WHOLE_PLACE = re.compile("全[县市区州旗]|[县市区]里(?=[\u4e00-\u9fff])|(?<![\u4e00-\u9fff])我[县市区]")
_ONE_WITHIN = re.compile(
    "(?:镇|乡|街道|办事处|社区|村|村委会|居委会|小学|中学|幼儿园|学校|学院|医院|公司|集团)$"
)
_CELLS = "\u3000"
_ANOTHER = re.compile(rf"^\s*(?:\d+[所个家座条]|{_BODY.pattern})")
# What only sets a place beside the country: 高于全国平均水平, 居全国第三, 具有全国影响力的.
_BESIDE = re.compile(
    "(?:[高低快慢多少优]于|[居位列在占]|具有|打造|成为)[^，,。；;]{0,4}全国[^，,。；;]{0,2}|全国(?:平均|重要|影响|第|前|领先|首|统一)"
)
# So much for each of something: 每课时多少元, 每户补多少.
_EACH_ASKED = re.compile(
    "每(?:一?个)?(小时|[课学]时|平方米|公里|学[期年]|[月年天日次人名位户亩吨周生班节场件所家张支辆台村组期餐套间座处])"
)
_A_PERSON = r"人均|生均|各|[/／][人生名]|每[^，,。；;]{0,4}?[人名位生个]"
_A_DAY = r"(?<!\d)[天日](?!前|后|内)"
_EACH_SAID = {
    **dict.fromkeys("人名位生", _A_PERSON),
    **dict.fromkeys("天日", _A_DAY),
    "月": r"(?<!\d)月|个月",
    "年": r"(?<!\d)年|年度",
    **dict.fromkeys("所家", r"每[^，,。；;]{0,3}?[所家校园院馆店站个户]|各|[所家校园院户]均"),
}
_OF_ALL = re.compile(
    r"全国|我国|中国|国内|国务院|中央|各省|国家[^,，]{0,4}[部委局]|总局"
    r"|[^全内外干支党]部(?:等|关于|办公厅|印发|有关|20\d\d)"
)


def is_in_bracket_of_another(states: Callable[[str], bool], text: str, terms: tuple[Term, ...]) -> bool:
    """Tell whether a text states a fact only in the brackets of others among several things.

    What stands before such a bracket then says less of the question than what stands beside.
    """
    if not _IN_A_ROW.search(text) or states(_BRACKET.sub(" ", text)):
        return False
    told = [found[0] for found in _WITH_BRACKET.finditer(text) if states(found[0])]
    beside = normalize(_WITH_BRACKET.sub(lambda found: " " if found[0] in told else found[0], text))
    hosts = (normalize(_BRACKET.sub("", said)) for said in told)
    return bool(told) and max(coverage(terms, host) for host in hosts) < coverage(terms, beside)


def is_behind_another(question: str, text: str, told: Sequence[str]) -> bool:
    """Tell whether all that is told stands behind another body than the one asked of.

    A school known by its number (二中) is asked of as well, and not told by what names another one.

    :param told: the clauses that state the fact.
    """
    if told and _asks_numbered(question) and not _calls_numbered(text):
        up_to = text[: text.find(told[0]) + len(told[0])]
        return _NAMED_SCHOOL.search(up_to) is not None or _BODY.match(told[0]) is not None
    asked = None if _CELLS in text else _BODY.search(question)
    cut = list(clauses(text))
    at = next((i for i, clause in enumerate(cut) if asked and asked[0] in clause), None)
    if at is None:
        return False
    own = cut[at : next((i for i in range(at + 1, len(cut)) if _ANOTHER.search(cut[i])), len(cut))]
    return not any(clause in own or (asked and asked[0] in clause) for clause in told)


def _asks_numbered(question: str) -> bool:
    return any(body.kind != "院" for body in numbered_in(normalize(question)))


def _calls_numbered(text: str) -> bool:
    return bool(numbered_in(normalize(text)))


def asks_of_all(question: str) -> bool:
    """Tell whether a figure of the whole country is asked for."""
    return "全国" in question


def asks_of_whole_place(question: str) -> bool:
    """Tell whether a figure of a whole county, city or district is asked for."""
    return _WHOLE_PLACE.search(question) is not None


def is_of_one_within(question: str, chunk: Chunk, text: str) -> bool:
    """Tell whether a statement is of one town, school or company, that the question does not name.

    What such a body says of the whole (全县) is of that.
    """
    issuer = next((name for name in (chunk.organ, chunk.place) if _ONE_WITHIN.search(name)), "")
    if not issuer or name_of(issuer) in question or _WHOLE_PLACE.search("".join((*chunk.path, text))):
        return False
    return not any(issuer.startswith(name) or name in issuer for name in town_in(question))


def is_of_all(title: str, told: Iterable[str]) -> bool:
    """Tell whether clauses that state a fact state it of the whole country, and not of one place in it.

    :param title: of their document, which may be the country's own.
    """
    return _OF_ALL.search(title) is not None or any(
        _OF_ALL.search(_BESIDE.sub(" ", clause)) for clause in told
    )


def is_share_of_another(question: str, text: str) -> bool:
    """Tell whether a share that a text states is of another whole than is asked (占收入的比重, 占支出的53%).

    What ends both names alike is the same whole.
    """
    asked = _SHARE_ASKED.search(normalize(question))
    if asked is None:
        return False
    wholes = [found[1] for found in _SHARE_OF.finditer(normalize(text))]
    return bool(wholes) and all(whole[-2:] != asked[1][-2:] for whole in wholes)


def is_for_each_of_another(question: str, said: str) -> bool:
    """Tell whether so much for each of something is asked (每课时多少元), and a statement is not of each.

    What pays for a whole year is not what one lesson pays.

    :param said: its headings and the statement.
    """
    return not all(re.search(_each_said(each), said) for each in _EACH_ASKED.findall(question))


def _each_said(each: str) -> str:
    """Give the pattern by which texts say that so much is for each of something."""
    return _EACH_SAID.get(each, rf"每[^，,。；;]{{0,3}}?{each}|{each}均|[/／]{each}|单{each}|各")

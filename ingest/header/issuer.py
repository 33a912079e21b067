"""Title, signature and opening of a document into the body that issued it and the place it is about."""

import re
from collections.abc import Sequence

from ingest.titles import DATE, bare_title

_NAME = r"[\u4e00-\u9fffXx某*×·]"
_PROVINCES = (
    "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|"
    "四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门"
)
_IN_PROVINCE = re.compile(
    rf"(?:{_PROVINCES})(?!班|生|路|大学|时间)(?:省|市|(?:壮族|回族|维吾尔)?自治区)?"
    r"(?:[\u4e00-\u9fff]{1,5}?(?:市|州|盟)(?!场|容))?"
    r"(?:[\u4e00-\u9fff]{1,4}?(?:县|区|旗)(?!域|级|内|管))?"
)
_PLACE = re.compile(
    r"(?!县|.{0,7}(?:(?<![省市县區区旗州盟镇乡])关于|学区|全[省市县縣区區国國校乡镇]|本|我|各|国家|中共))"
    rf"{_NAME}{{1,8}}?(?:省|市|[县縣]|[区區]|旗|州(?!市)|盟|[乡鄉]|[镇鎮]|街道)(?!场|域|级|属|直)"
    rf"(?:{_NAME}{{1,6}}?(?<![城校社园地片学郊灾])(?:县|区|旗|乡|镇|街道)(?!场|域|级|属|直))?"
)
_SEAT = re.compile(rf"{_NAME}{{1,8}}?[省市县縣区區旗州乡镇]")
_BEFORE_PLACE = re.compile(
    r"^(?:[\dxX*×〇○零一二三四五六七八九]{4}(?:\s?[-—–~至]\s?\d{4})?(?:学?年度?)?|第[一二]学期|[上下]半年|中共|共青团|关于(?:印发|转发)?《?|在)+"
)
# Bodies beside governments, offices and schools that issue plans of their own.
_BODY = "办事处|人民医院|中医院|卫生院|人民法院|检察院|总工会|红十字会|联合会|有限公司"
# An organ behind the years a title starts with; 县小学 and 全县中学 are no single school.
_AFTER_YEARS = re.compile(
    rf"(?!全|各|本|我){_NAME}{{2,20}}?(?:{_BODY}|(?<![布格全大结当破时])[局厅]|人民政府|委员会|工委|中心校|(?<![省市县区镇乡中])(?:小学|中学|幼儿园)|大学|学院)"
)
_CONGRESS = re.compile(
    r"在(?P<place>[\u4e00-\u9fff]{2,12}?(?:省|市|自治区|县|区|州))第?[一二三四五六七八九十]+届"
)
_DECREE = re.compile(r"(?:中华人民共和国)?(国务院|[\u4e00-\u9fff]{2,20}(?:政府|委员会|部|局))令")
_ORGAN = re.compile(
    rf"{_NAME}{{0,24}}?(?:(?:人民)?政府(?:[办辦]公[厅廳室])?|[国國][务務]院(?:[办辦]公[厅廳])?|委[员員][会會](?:[办辦]公室)?"
    r"|教育局|[\u4e00-\u9fff]{2,8}(?<![布格全大结当破时])[局厅廳]|[\u4e00-\u9fff]{2,8}工委|[\u4e00-\u9fff]{2,10}[县縣市]委"
    r"|[\u4e00-\u9fff]{1,10}[省市县縣区區州旗](?:纪委(?:监委)?|监委|委[\u4e00-\u9fff]{2,4}部)"
    rf"|{_BODY}|(?:(?![的和与])[\u4e00-\u9fff]){{2}}(?:医院|公司|集团|协会|研究会|联合社|供销社|合作社|[支大中]队|党校|党委|党组|党支部|中心|管委会)"
    r"|[办辦]公室|[领領][导導]小[组組]|[\u4e00-\u9fff]{2,10}(?:[小中大][学學]|[学學](?:校|院)|幼[儿兒][园園]|中心校))"
)
_TITLE_HEAD = re.compile(r"关于|印发|转发|批转|等\S{1,3}部门|(?:19|20)\d{2}|20[0-9xX*]{2}|[二一][〇○零九]|《")
# A line below the title that names the issuing body: by its date, or a body that is no mere office.
_ISSUED = re.compile(
    rf"{DATE.pattern}|^[^。；，]{{2,26}}(?:{_BODY}|局|厅|政府|委员会|县委|市委|学校|小学|中学|幼儿园|大学|学院)\s*$"
)
_PRINTING = (
    "办公室"  # the imprint names who printed a document for the body that issued it (GB/T 9704-2012, 7.4.2)
)
_ORGAN_CHARS = 30
_SIGNED_CHARS = 40
_SIGNATURES = 4
_LETTER_SPACED = 3


def find_organ(texts: Sequence[str], title: str, title_line: int | None, pages: Sequence[str]) -> str:
    """The issuing body: the first signature, an organ above or in front of the title, a decree, a congress.

    What the title begins with goes before the office that printed the document for it.

    :param title_line: where the title stands among the lines, None when only the container states it.
    """
    signed, titled = _signature(texts), _TITLE_HEAD.split(bare_title(title), maxsplit=1)[0]
    if signed:
        return titled if signed == f"{titled}{_PRINTING}" else signed
    at = title_line or 0
    around = [*texts[:at], *(text for text in texts[at : at + 2] if _ISSUED.search(text))]
    heads = [text.split()[0] for text in around if text.split() and text != title]
    heads += [_TITLE_HEAD.split(bare_title(text), maxsplit=1)[0].strip() for text in (*pages, title)]
    organs = [head for head in heads if _ORGAN.fullmatch(head)]
    if organs and organs[-1] == heads[-1]:  # what the title names: no other body above it, as a site's name
        organs = [organ for organ in organs if organs[-1] in organ]
    organs = list(map(_first_of_several, organs))
    behind = _AFTER_YEARS.match(bare) if (bare := _BEFORE_PLACE.sub("", title)) != title else None
    if organs or behind is not None:
        return max([*organs, behind[0] if behind else ""], key=len)
    decree = next((found for text in texts[:3] if (found := _DECREE.match(text)) is not None), None)
    if decree is not None:
        return decree[1]
    congress = _CONGRESS.search("\n".join(texts[:6]))
    return f"{congress['place']}人民政府" if congress else ""


def _first_of_several(organ: str) -> str:
    """Take the first of the organs of one place that stand in a row: 某区纪律检查委员会某区监察委员会."""
    seat = _SEAT.match(_BEFORE_PLACE.sub("", organ))
    again = organ.rfind(seat[0]) if seat else 0
    first = organ[:again].removesuffix("中共")
    return first if _ORGAN.fullmatch(first) else organ


def _signature(texts: Sequence[str]) -> str:
    """The organ above the first date that closes a text, or in front of that date."""
    for index in range(2, len(texts)):
        text = texts[index]
        if len(text) > _SIGNED_CHARS or DATE.search(text) is None:
            continue
        signed = re.sub(r"\s+", "", text)
        if DATE.match(signed) and (organ := _first_organ(texts, index)):
            return organ
        dated = DATE.search(signed)
        if dated is not None and _ORGAN.fullmatch(signed[: dated.start()]):
            return signed[: dated.start()]
    return ""


def _first_organ(texts: Sequence[str], end: int) -> str:
    """The first of the organs that sign above a line: below one another or side by side."""
    organ = ""
    for text in reversed(texts[max(0, end - _SIGNATURES) : end]):
        names = text.split()
        if len(names) > 1 and _ORGAN.fullmatch(names[0]) and len(names[0]) > _LETTER_SPACED:
            organ = names[0]
        elif len(text) <= _ORGAN_CHARS and _ORGAN.fullmatch("".join(names)):
            organ = "".join(names)
        else:
            break
    return organ


def find_place(title: str, organ: str, page: str, opening: str) -> str:
    """The place a document is about: the one its title, its organ or its page names, else its congress's."""
    for text in (title, organ, page):
        found = _IN_PROVINCE.search(text)
        if found is not None:
            return found[0]
    for text in (organ, title, page):
        found = _PLACE.match(_BEFORE_PLACE.sub("", text))
        if found is not None:
            return found[0]
    congress = _CONGRESS.search(opening)
    return congress["place"] if congress else ""

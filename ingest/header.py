"""The cleaned lines of a document into its header: title, issuing body, place, years, date, number, kind."""

import re
from collections.abc import Mapping, Sequence

from ingest.numbering import read_marker
from ingest.records import Header, Line
from ingest.text import cn_number
from ingest.titles import DATE, NUMBER, bare_title, is_title, kind_of, same_title, squeeze

_PAGE_NAMES = ("页面标题", "标题", "网页标题", "页眉", "文件名")
_ISO_DATE = re.compile(r"((?:19|20)\d{2})[-/.年]\s?(\d{1,2})[-/.月]\s?(\d{1,2})")
_CN_FIGURES = re.compile(r"[〇○零一二三四五六七八九十]+")
_YEAR = re.compile(
    r"(?<!\d)((?:19|20)\d{2})\s?年?\s?[-—–~～至到]{1,2}\s?((?:19|20)\d{2})\s?学?年"
    r"|(?<!\d)((?:19|20)\d{2})\s?年|([二一][〇○零九][〇○零一二三四五六七八九]{2})年"
    r"|(?<!\d)((?:19|20)\d{2})(?=年?(?:度|工作|党建|教育|计划|要点))"
)
_STAMPED_YEAR = re.compile(r"(?<!\d)(20\d{2})(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?!\d)")
_NUMBER_YEAR = re.compile(r"[〔［\[（(]((?:19|20)\d{2})[〕］\]）)]")
_PROVINCES = (
    "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|"
    "四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门"
)
_IN_PROVINCE = re.compile(
    rf"(?:{_PROVINCES})(?:省|市|(?:壮族|回族|维吾尔)?自治区)?"
    r"(?:[\u4e00-\u9fff]{1,5}?(?:市|州|盟)(?!场|容))?"
    r"(?:[\u4e00-\u9fff]{1,4}?(?:县|区|旗)(?!域|级|内|管))?"
)
_PLACE = re.compile(
    r"(?!.{0,7}(?:关于|全|本|我|各|国家|中共))"
    r"[\u4e00-\u9fffXx某*×]{1,8}?(?:省|市|县|区|旗|州|盟|乡|镇)(?!场|域|级|属|直)"
)
_BEFORE_PLACE = re.compile(
    r"^(?:[\dxX*×〇○零一二三四五六七八九]{4}(?:[-—–~至]\d{4})?(?:学?年度?)?|中共|关于(?:印发|转发)?《?)+"
)
_CONGRESS = re.compile(
    r"在(?P<place>[\u4e00-\u9fff]{2,12}?(?:省|市|自治区|县|区|州))第?[一二三四五六七八九十]+届"
)
_DECREE = re.compile(r"令(?:\s*第?\s*\d+\s*号)?$")
_SIGNED = re.compile(rf"[^。；！？]{{0,30}}?({DATE.pattern})\s*(?:[（(].{{0,30}}[）)])?")
_ORGAN = re.compile(
    r"[\u4e00-\u9fffXx某*×·]{0,24}?(?:(?:人民)?政府(?:办公[厅室])?|国务院(?:办公厅)?|委员会(?:办公室)?"
    r"|教育局|[\u4e00-\u9fff]{2,8}(?<![布格全大结当破时])[局厅]|[\u4e00-\u9fff]{2,8}工委|办公室|领导小组"
    r"|[\u4e00-\u9fff]{2,10}(?:小学|中学|学校|幼儿园|大学|学院))"
)
_TITLE_HEAD = re.compile(r"关于|印发|转发|批转|等\S{1,3}部门|(?:19|20)\d{2}|20[0-9xX*]{2}|[二一][〇○零九]")
_NEWS_OPENING = re.compile(r"^(?:近日|日前|最近|近期)，")
_MOST_YEARS = 10
_LONGEST_TITLE = 60


def read_header(lines: Sequence[Line], metadata: Mapping[str, str]) -> Header:
    """Read what a document says about itself from its cleaned lines and its container's metadata.

    Years are those of the title; a masked or silent title leaves them to the page title, the document
    number, the closing date and at last the only year named in the opening.
    """
    texts = [line.text for line in lines]
    pages = [metadata[name] for name in _PAGE_NAMES if name in metadata]
    page = " ".join(pages)
    title = _title(lines, metadata)
    opening = "\n".join(texts[:12])[:1500]
    number = _number(texts, metadata)
    date = _date(texts, metadata)
    organ = _organ(texts, title, pages)
    return Header(
        title=title,
        organ=organ,
        place=_place(title, organ, page, opening),
        years=_years(title, page, number, date, opening[len(title) :]),
        date=date,
        number=number,
        kind=kind_of(title) or kind_of(page),
    )


def years_in(text: str) -> tuple[int, ...]:
    """The years a text names, a range giving every year in it; masked years give none."""
    years: dict[int, None] = {}
    for first, last, single, chinese, bare in _YEAR.findall(text):
        if first:
            low, high = int(first), int(last)
            years.update(dict.fromkeys(range(low, min(high, low + _MOST_YEARS) + 1)))
        else:
            value = cn_number(chinese) if chinese else int(single or bare)
            if value and 1949 <= value <= 2099:
                years[value] = None
    return tuple(years)


def _title(lines: Sequence[Line], metadata: Mapping[str, str]) -> str:
    stated = [bare_title(metadata[name]) for name in ("标题", "网页标题", "页面标题") if metadata.get(name)]
    heads = [line.text for line in lines[:14] if line.style == 1 and is_title(line.text)]
    heads += [line.text for line in lines[:6] if is_title(line.text)]
    heads = [bare_title(squeeze(text)) for text in heads if not _DECREE.search(text)]
    best = [text for text in (*heads, *stated) if kind_of(text)]
    if heads and best and not same_title(heads[0], best[0]) and lines[0].style:
        best = heads
    for text in (*best, *heads, *stated, metadata.get("文件名", "")):
        if is_title(text):
            return squeeze(text)
    return _opening_words(lines)


def _opening_words(lines: Sequence[Line]) -> str:
    """The start of the first line, for a document that has no title of its own."""
    first = next((line.text.strip() for line in lines if line.text.strip()), "")
    marker = read_marker(first)
    first = _NEWS_OPENING.sub("", first[marker.end if marker else 0 :].strip())
    sentence = re.split(r"[。！？；\n]", first, maxsplit=1)[0]
    if len(sentence) <= _LONGEST_TITLE:
        return sentence
    cut = re.match(rf".{{12,{_LONGEST_TITLE}}}(?=[，：,:])", sentence)
    return cut[0] if cut else sentence[:_LONGEST_TITLE]


def _number(texts: Sequence[str], metadata: Mapping[str, str]) -> str:
    for text in (metadata.get("文号", ""), *texts[:6]):
        found = NUMBER.search(text) if len(text) <= 80 else None
        if found is not None:
            number = re.sub(r"\s+", "", found[0])
            is_decree = number.startswith("第") and texts and _DECREE.search(texts[0])
            return texts[0] + number if is_decree else number
    return ""


def _date(texts: Sequence[str], metadata: Mapping[str, str]) -> str:
    """The date under a signature, else the one the page states, as YYYY-MM-DD."""
    for text in (*reversed(texts[-6:]), *texts[:12], *texts[12:-6]):
        found = _SIGNED.fullmatch(text.strip()) if len(text) <= 60 else None
        if found is not None:
            return _iso(found[1])
    return _iso(metadata.get("发布日期", ""))


def _iso(text: str) -> str:
    found = _ISO_DATE.search(text)
    figures = list(found.groups()) if found is not None else _CN_FIGURES.findall(text)
    values = [value for figure in figures if (value := cn_number(figure)) is not None]
    return f"{values[0]:04}-{values[1]:02}-{values[2]:02}" if len(values) == 3 else ""


def _years(title: str, page: str, number: str, date: str, opening: str) -> tuple[int, ...]:
    for text in (title, page):
        if years := years_in(text):
            return years
    stated = _NUMBER_YEAR.search(number) or _STAMPED_YEAR.search(page)
    if stated is not None:
        return (int(stated[1]),)
    if date:
        return (int(date[:4]),)
    near = years_in(opening[:150])
    return near if len(near) == 1 else ()


def _organ(texts: Sequence[str], title: str, pages: Sequence[str]) -> str:
    """The issuing body: the signature, a line of organs above the title, the head of a title, a congress."""
    for index in range(len(texts) - 1, max(0, len(texts) - 7), -1):
        signed, above = re.sub(r"\s+", "", texts[index]), re.sub(r"\s+", "", texts[index - 1])
        if DATE.match(signed) and len(above) <= 30 and _ORGAN.fullmatch(above):
            return above
        alone = DATE.sub("", signed).split("（")[0]
        if len(signed) <= 40 and alone != signed and _ORGAN.fullmatch(alone):
            return alone
    heads = [text.split()[0] for text in texts[:2] if text.split() and text != title]
    heads += [_TITLE_HEAD.split(bare_title(text), maxsplit=1)[0] for text in (*pages, title)]
    organs = [head for head in heads if _ORGAN.fullmatch(head)]
    if organs:
        return max(organs, key=len)
    congress = _CONGRESS.search("\n".join(texts[:6]))
    return f"{congress['place']}人民政府" if congress else ""


def _place(title: str, organ: str, page: str, opening: str) -> str:
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

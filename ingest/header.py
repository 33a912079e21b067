"""The opening and closing lines of a document into its title, issuing body, place, years, date, number and kind."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from ingest.records import Header, Line
from ingest.numbering import read_marker
from ingest.text import cn_number

# The last of these words in a title says what kind of document it is; longer words stand first.
KINDS = {
    "工作要点": "工作要点",
    "实施方案": "方案",
    "行动方案": "方案",
    "工作方案": "方案",
    "分工方案": "方案",
    "应急预案": "预案",
    "实施细则": "细则",
    "工作规则": "规则",
    "工作报告": "报告",
    "工作计划": "计划",
    "行动计划": "计划",
    "工作总结": "总结",
    "工作打算": "计划",
    "工作安排": "计划",
    "工作思路": "计划",
    "要点": "工作要点",
    "计划": "计划",
    "打算": "计划",
    "安排": "计划",
    "总结": "总结",
    "方案": "方案",
    "预案": "预案",
    "规划": "规划",
    "纲要": "规划",
    "意见": "意见",
    "通知": "通知",
    "通报": "通报",
    "通告": "通告",
    "公告": "公告",
    "报告": "报告",
    "请示": "请示",
    "批复": "批复",
    "复函": "函",
    "答复": "函",
    "的函": "函",
    "决定": "决定",
    "命令": "命令",
    "条例": "条例",
    "办法": "办法",
    "规定": "规定",
    "规则": "规则",
    "细则": "细则",
    "制度": "制度",
    "章程": "章程",
    "清单": "清单",
    "分工表": "清单",
    "责任表": "清单",
    "任务表": "清单",
    "措施": "措施",
    "纪要": "纪要",
    "讲话": "讲话",
    "答记者问": "解读",
    "解读": "解读",
}
_KIND = re.compile("|".join(sorted(map(re.escape, KINDS), key=len, reverse=True)))
NUMBER = re.compile(
    r"[\u4e00-\u9fff]{1,14}\s?[〔［\[（(]\s?(?:19|20)\d{2}\s?[〕］\]）)]\s?第?\s?\d{1,4}\s?号"
    r"|第\s?\d{1,4}\s?号(?:令)?$|国务院令第\d{1,4}号"
)
_CN_DAY = r"[〇○0零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
DATE = re.compile(rf"(?:(?:19|20)\d{{2}}\s?年\s?\d{{1,2}}\s?月\s?\d{{1,2}}\s?日|{_CN_DAY})")
_ISO_DATE = re.compile(r"((?:19|20)\d{2})[-/.年]\s?(\d{1,2})[-/.月]\s?(\d{1,2})")
_YEAR = re.compile(
    r"(?<!\d)((?:19|20)\d{2})\s?(?:年)?\s?[-—–~～至到]{1,2}\s?((?:19|20)\d{2})\s?(?:学?年)"
    r"|(?<!\d)((?:19|20)\d{2})\s?年|([二一][〇○零九][〇○零一二三四五六七八九]{2})年"
    r"|(?<!\d)((?:19|20)\d{2})(?=年?(?:度|工作|党建|教育|计划|要点))"
)
_TRAILING_NUMBER = re.compile(
    r"(?<=[知见案法定函复报告示])\s*[\u4e00-\u9fff]{1,8}\s?[〔［\[（(]\s?(?:19|20)\d{2}\s?[〕］\]）)]\s?\d{1,4}\s?号$"
)
_STAMP = re.compile(r"\(?\(?(?:19|20)\d{6}\)*|^\d{6,8}[:：]")
_SITE = re.compile(
    r"\s*[-_—|–]+\s*[^-_—|–]*(?:网|网站|门户|文库|公文|中国政府网|范文|365|信息公开|平台)\S{0,8}\s*$"
)
_MASK = re.compile(r"[\dxX*×ⅩXＸ某○〇]+")
_NOT_TITLE = re.compile(
    r"[。；！？;!?]|[：:]$|^[（(][一二三四五六七八九十\d]+[）)]|^\d+[.、．]|^[（(].*[）)]$|^——|^第\S{1,4}[章节条]|^[一二三四五六七八九十]+、|^(?:省|市|县|区)长\s"
    r"|https?://|www\.|^目\s*录$|^附\s*件|^\d[\d\s:./-]*$"
)
_HAN = re.compile(r"[\u4e00-\u9fff]")
_PROVINCES = (
    "北京 天津 上海 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 "
    "陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门"
).split()
_PROVINCE = re.compile(
    rf"(?:{'|'.join(_PROVINCES)})(?:省|市|(?:壮族|回族|维吾尔)?自治区)?"
    r"(?:[\u4e00-\u9fff]{1,5}?(?:市|州|盟)(?!场|容))?(?:[\u4e00-\u9fff]{1,4}?(?:县|区|旗)(?!域|级|内|管))?"
)
_PLACE = re.compile(r"(?!.{0,7}(?:关于|全|本|我|各|国家|中共))[\u4e00-\u9fffXx某*×]{1,8}?(?:省|市|县|区|旗|州|盟|乡|镇)(?!场|域|级|属|直)")
_LEADING_YEAR = re.compile(r"^(?:[\dxX*×〇○零一二三四五六七八九]{4}(?:[-—–~至]\d{4})?(?:学?年度?)?|中共)")
_DECREE = re.compile(r"令(?:\s*第?\s*\d+\s*号)?$")
_SIGNED = re.compile(rf"[^。；！？]{{0,30}}?({DATE.pattern})\s*(?:[（(].{{0,30}}[）)])?")
_ORGAN = re.compile(
    r"^[\u4e00-\u9fffXx某*×·]{0,24}?(?:人民政府办公[厅室]|人民政府|政府办公[厅室]|国务院办公厅|国务院|委员会办公室|委员会|"
    r"教育体育局|教育和体育局|教育局|教体局|[\u4e00-\u9fff]{2,8}(?<![布格全大结当破时])[局厅]|教育工委|[\u4e00-\u9fff]{2,8}工委|办公室|领导小组|"
    r"[\u4e00-\u9fff]{2,10}(?:小学|中学|学校|幼儿园|大学|学院))"
)
_TITLE_HEAD = re.compile(r"关于|印发|转发|批转|等\S{1,3}部门|(?:19|20)\d{2}|20[0-9xX*]{2}|[二一][〇○零九]")
_CONGRESS = re.compile(r"在(?P<place>[\u4e00-\u9fff]{2,12}?(?:省|市|自治区|县|区|州))第?[一二三四五六七八九十]+届")
_MOST_YEARS = 10
_LONGEST_TITLE = 60


def kind_of(title: str) -> str:
    """Tell what kind of document a title announces, "" when it does not say."""
    kinds = [KINDS[word] for word in _KIND.findall(title)]
    if "总结" in kinds and kinds[-1] == "计划":
        return "总结"
    return kinds[-1] if kinds else ""


def is_title(text: str) -> bool:
    """Tell whether a line could be the title of a document: short, no stop, not a label or a date."""
    return (
        5 <= len(text) <= 90
        and len(_HAN.findall(text)) >= 4
        and not _NOT_TITLE.search(text)
        and not DATE.fullmatch(text.strip())
        and not NUMBER.fullmatch(text.strip())
    )


def bare_title(text: str) -> str:
    """Take the site's name, date stamps and outer brackets off a page title."""
    text = _STAMP.sub("", _SITE.sub("", text.strip())).strip()
    text = _TRAILING_NUMBER.sub("", text)
    return re.sub(r"^《([^《》]+)》$", r"\1", text).strip(" \u3000:：")


def same_title(one: str, other: str) -> bool:
    """Tell whether two lines give the same title, masked years and small additions aside."""
    first, second = _folded(one), _folded(other)
    if not first or not second:
        return False
    if first in second or second in first:
        return min(len(first), len(second)) >= 6
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= 0.75


def _folded(title: str) -> str:
    text = unicodedata.normalize("NFKC", bare_title(title))
    return _MASK.sub("#", re.sub(r"[\s《》“”\"'()（）]+", "", text))


def repeats_title(line: str, title: str) -> bool:
    """Tell whether a line is the title again, or the title of the document that a notice passes on."""
    one, whole = _folded(line), _folded(title)
    return bool(one) and (one == whole or (one in whole and len(one) >= 0.45 * len(whole) and kind_of(line) != ""))


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


def read_header(lines: Sequence[Line], metadata: Mapping[str, str]) -> Header:
    """Read what a document says about itself from its cleaned lines and its container's metadata.

    Years are those of the title; a masked or silent title leaves them to the page title, the document
    number, the closing date and at last the only year named in the opening.
    """
    texts = [line.text for line in lines]
    title = _title(lines, metadata)
    opening = "\n".join(texts[:12])[:1500]
    closing = "\n".join(texts[-6:])[-600:]
    number = _number(texts, metadata)
    date = _date(texts, metadata)
    pages = [metadata[name] for name in ("页面标题", "标题", "网页标题", "页眉", "文件名") if name in metadata]
    page = " ".join(pages)
    organ = _organ(texts, title, pages)
    return Header(
        title=title,
        organ=organ,
        place=_place(title, organ, page, opening),
        years=_years(title, page, number, date, opening[len(title) :]),
        date=date,
        number=number,
        kind=kind_of(title) or kind_of(page) or ("解读" if "答：" in closing else ""),
    )


def _title(lines: Sequence[Line], metadata: Mapping[str, str]) -> str:
    stated = [bare_title(metadata[name]) for name in ("标题", "网页标题", "页面标题") if metadata.get(name)]
    heads = [line.text for line in lines[:14] if line.style == 1 and is_title(line.text)]
    heads += [line.text for line in lines[:6] if is_title(line.text)]
    heads = [bare_title(_squeeze(text)) for text in heads if not _DECREE.search(text)]
    best = [text for text in (*heads, *stated) if kind_of(text)]
    if heads and best and not same_title(heads[0], best[0]) and lines[0].style:
        best = heads
    for text in (*best, *heads, *stated, metadata.get("文件名", "")):
        if is_title(text):
            return _squeeze(text)
    return _opening_words(lines)


def _opening_words(lines: Sequence[Line]) -> str:
    """The start of the first line, for a document that has no title of its own."""
    first = next((line.text.strip() for line in lines if line.text.strip()), "")
    marker = read_marker(first)
    first = re.sub(r"^(?:近日|日前|最近|近期)，", "", first)
    sentence = re.split(r"[。！？；\n]", first[marker.end if marker else 0 :].strip(), maxsplit=1)[0]
    if len(sentence) <= _LONGEST_TITLE:
        return sentence
    cut = re.match(rf".{{12,{_LONGEST_TITLE}}}(?=[，：,:])", sentence)
    return cut[0] if cut else sentence[:_LONGEST_TITLE]


def _squeeze(title: str) -> str:
    """Close the gaps of letter-spaced Chinese (国 家 粮 食) and of a title set in two lines."""
    return re.sub(r"(?<=[\u3000-\u9fff“”《》（）])\s+(?=[\u3000-\u9fff“”《》（）])", "", title).strip()


def _number(texts: Sequence[str], metadata: Mapping[str, str]) -> str:
    for text in (metadata.get("文号", ""), *texts[:6]):
        found = NUMBER.search(text) if len(text) <= 80 else None
        if found is not None:
            number = re.sub(r"\s+", "", found[0])
            decree = _DECREE.search(texts[0]) if texts else None
            return texts[0] + number if number.startswith("第") and decree else number
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
    if found is not None:
        return f"{int(found[1]):04}-{int(found[2]):02}-{int(found[3]):02}"
    parts = re.findall(r"[〇○零一二三四五六七八九十]+", text)
    values = [cn_number(part.replace("○", "〇")) for part in parts]
    if len(values) != 3 or None in values:
        return ""
    return "{:04}-{:02}-{:02}".format(*values)


def _years(title: str, page: str, number: str, date: str, opening: str) -> tuple[int, ...]:
    bracketed = " ".join(f"{year}年" for year in re.findall(r"[〔［\[（(]((?:19|20)\d{2})[〕］\]）)]", number))
    for text in (title, page, bracketed):
        if years := years_in(text):
            return years
    stamped = re.search(r"(?<!\d)(20\d{2})(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])(?!\d)", page)
    if stamped is not None:
        return (int(stamped[1]),)
    if date:
        return (int(date[:4]),)
    near = years_in(opening[:150])
    return near if len(near) == 1 else ()


def _organ(texts: Sequence[str], title: str, pages: Sequence[str]) -> str:
    """The issuing body: the signature, a line of organs above the title, the head of a title, a congress."""
    for index in range(len(texts) - 1, max(0, len(texts) - 7), -1):
        signed = re.sub(r"\s+", "", texts[index])
        above = re.sub(r"\s+", "", texts[index - 1])
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
        found = _PROVINCE.search(text)
        if found is not None:
            return found[0]
    for text in (organ, title, page):
        found = _PLACE.match(_LEADING_YEAR.sub("", text))
        if found is not None:
            return found[0]
    congress = _CONGRESS.search(opening)
    return congress["place"] if congress else ""

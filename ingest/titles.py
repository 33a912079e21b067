"""A line of a document into what it is as a title: its kind, its bare words, whether it repeats another."""

import re
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher

from ingest.numbering import read_marker
from ingest.records import Line
from ingest.text import cn_number, simplified

# The last of these words in a title says what kind of document it is; longer words win over their parts.
KINDS = {
    "要点": "工作要点",
    "计划": "计划",
    "打算": "计划",
    "安排": "计划",
    "思路": "计划",
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
    "批覆": "批复",
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
    "分解表": "清单",
    "措施": "措施",
    "纪要": "纪要",
    "讲话": "讲话",
    "答记者问": "解读",
    "解读": "解读",
}
_KIND = re.compile("|".join(("征求意见", *sorted(KINDS, key=len, reverse=True))))
_YEAR_IN_BRACKETS = r"\s?[〔［\[（(]\s?(?:19|20)\d{2}\s?[〕］\]）)]\s?第?\s?\d{1,4}\s?号"
# 发文字号: 国发〔2019〕4号, 第682号, 国务院令第693号
NUMBER = re.compile(
    rf"[\u4e00-\u9fffXx×*]{{1,14}}{_YEAR_IN_BRACKETS}|第\s?\d{{1,4}}\s?号(?:令)?$|国务院令第\d{{1,4}}号"
)
_CN_DAY = r"[〇○0零一二三四五六七八九]{4}年(?:元|[一二三四五六七八九十]{1,2})月[一二三四五六七八九十]{1,3}日"
DATE = re.compile(rf"(?:(?:19|20)\d{{2}}\s?年\s?(?:\d{{1,2}}|元)\s?月\s?\d{{1,2}}\s?日|{_CN_DAY})")
_TRAILING_NUMBER = re.compile(
    rf"(?<=[知见案法定函复报告示])\s*[\u4e00-\u9fffXx×*]{{1,8}}{_YEAR_IN_BRACKETS}$"
)
_STAMP = re.compile(r"\(?\(?(?:19|20)\d{6}\)*|^\d{6,8}[:：]")
_REPOSTED = re.compile(r"^(?:[【\[（(](?:转载|转发|转帖)[】\]）)][:：]?|(?:转载|转发|转帖)[:：])\s*(?=\S{4})")
# Starts at the first of the signs in a row only, so that a rule of many (————) is passed over once.
_SITE = re.compile(
    r"(?<!\s)\s*+(?<![-_—|–])[-_—|–]++[^-_—|–]*(?:网|门户|文库|公文|范文|365|信息公开|平台)\S{0,8}\s*$"
)
_DASH = re.compile("[-_—|–]")  # parts the name of a site from a title
_WHOLE_NAME = re.compile("^《([^《》]+)》$")
_MASK = re.compile(r"[\dxX*×ⅩＸ某○〇]+")
_NUMBERS = re.compile(r"[\dxX*×ⅩＸ某○〇]*\d[\dxX*×ⅩＸ某○〇]*|(?<=第)[一二三四五六七八九十]+")
_MASKED = re.compile("[xX*×ⅩＸ某○〇]")
_FOLDED_AWAY = re.compile(r"[\s《》“”\"'()（）]+")
_NOT_TITLE = re.compile(
    r"[。；！？;!?]|[：:]$|^[（(][一二三四五六七八九十\d]+[）)]|^\d+[.、．]|^[一二三四五六七八九十]+、"
    r"|^[（(].*[）)]$|^——|^第\S{1,4}(?:[章节条编篇]|部分)|^(?:省|市|县|区)长\s"
    r"|https?://|www\.|^(?:19|20)\d{2}[-/.]\d{1,2}[-/.]|(?:来源|作者|发布|时间|浏览|点击)[:：]|^目\s*录$|^附\s*件|^\d[\d\s:./-]*$"
)
# 责任股室：同上, 【牵头领导】：…, 完成时限：…
_DUTY_LABEL = re.compile(
    r"[【\[（(]?(?:第[一二三]|主要|具体|直接|共同)?(?:责任|牵头|配合|协[办助]|[主承]办|负责|参与|落实|督[办导]|完成|办结|整改"
    r"|分管|包保|联系|主管)(?:[^：:，,。\s《]{0,6}(?:单位|部门|室|股|科|处|机构|主体|学校|领导|人员?|时限|时间|期限))?"
    r"[】\]）)]?\s?[：:]"
)
_HAN = re.compile(r"[\u4e00-\u9fff]")
_GAP = re.compile(r"(?<=[\u3000-\u9fff“”《》（）])\s+(?=[\u3000-\u9fff“”《》（）])")
_JOINED = re.compile(
    r"(?:总结|回顾|情况|成效|小结)(?:汇报|报告)?[暨及和与、][\u4e00-\u9fff\dxX*]{2,30}(?:要点|计划|打算|安排|思路|任务|目标|部署)"
)
_COUNTED_TITLE = re.compile(
    r"([^。，；：]{2,40}?(?:计划|总结|方案|要点|报告|安排|打算|心得|体会))"
    r"\s?[（(【]?(?:篇|范文|第)?([一二三四五六七八九十]{1,3}|\d{1,2})篇?[）)】]?"
)
_OPEN_TITLE = re.compile(r"[和及暨与、]$")
_TITLE_ASIDE = re.compile(
    r"[（(](?:试行|暂行|草案|修订(?:版|稿)?|征求意见稿|送审稿|讨论稿|(?:20[\dxX*]{2}年?\s?[-—–~～至]{1,2}\s?)?20[\dxX*]{2}年(?:度|版)?)[）)]"
    r"|[暨及和与][\u4e00-\u9fff\d]{4,30}(?:要点|计划|总结|方案|打算|安排|报告|意见|思路)"
)
# What the first line of a title set in two may be: words about what follows, or an organ.
_OPENS_TITLE = re.compile(r"关于|印发$|转发$|批转$")
_ENDS_ORGAN = re.compile(
    r"(?:局|[厅廳]|委|委[\u4e00-\u9fff]{2,4}部|法院|检察院|工会|联合会|委[员員][会會]|政府|国务院|[办辦]公[厅廳室]|[领領][导導]小[组組]|[小中大][学學]|[学學](?:校|院)|幼[儿兒][园園]|中心校|乡|镇|街道)$"
)
# A title that leaves open whose it is: 2026年工作要点, below the organs.
_STARTS_WITH_YEAR = re.compile(r"(?:19|20)[\dxX*×]{2}\s?年")
_SAME = 0.75
_LEAST_SHARE = 0.45
_KIND_CHARS = 6
_LONGEST = 100
_LONGEST_LINE = 45
_LEAST_LETTERS = 4


def kind_of(title: str) -> str:
    """Tell what kind of document a title announces, "" when it does not say."""
    kinds = [KINDS[word] for word in _KIND.findall(simplified(title)) if word in KINDS]
    if "总结" in kinds and kinds[-1] == "计划":
        return "总结"
    return kinds[-1] if kinds else ""


def find_number(text: str) -> re.Match[str] | None:
    """Find a document number in a line; each holds 号, which few lines do."""
    return NUMBER.search(text) if "号" in text else None


def is_title(text: str) -> bool:
    """Tell whether a line could be the title of a document: short, without a stop, no label, no date."""
    text = text.strip()
    return (
        5 <= len(text) <= 90
        and len(_HAN.findall(text)) >= 4
        and not _NOT_TITLE.search(text)
        and not _DUTY_LABEL.match(text)
        and not DATE.fullmatch(text)
        and not NUMBER.fullmatch(text)
    )


def bare_title(text: str) -> str:
    """Take 转载：, the site's name, date stamps, a number that runs on and outer brackets off a title."""
    text = _REPOSTED.sub("", text.strip())
    if _DASH.search(text) is not None:
        text = _SITE.sub("", text)
    text = _STAMP.sub("", text).strip()
    if text.endswith("号"):
        text = _TRAILING_NUMBER.sub("", text)
    name = _WHOLE_NAME.match(text)
    return (text if name is None else name[1]).strip(" \u3000:：")


def squeeze(text: str) -> str:
    """Close the gaps of letter-spaced Chinese (国 家 粮 食) and of a title set in two lines."""
    return _GAP.sub("", close_letters(text)).strip()


def close_letters(text: str) -> str:
    """Close a line whose letters are set apart (2 0 2 4 年 工 作 要 点); any other stays as it is."""
    letters = text.split()
    spaced = len(letters) >= _LEAST_LETTERS and sum(map(len, letters)) < 2 * len(letters)
    return "".join(letters) if spaced else text


def same_title(one: str, other: str) -> bool:
    """Tell whether two lines give the same title, masked years and small additions aside."""
    first, second = _folded(one), _folded(other)
    if not first or not second:
        return False
    if first in second or second in first:
        return min(len(first), len(second)) >= 6
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= _SAME


def numbers_differ(one: str, other: str) -> bool:
    """Tell whether two titles name different years or pieces: 2023年… and 2024年…, …第一批 and …第二批.

    A masked figure (202X) is like any other, a date stamped on a title is no part of it.
    """
    numbers = [_NUMBERS.findall(unicodedata.normalize("NFKC", bare_title(title))) for title in (one, other)]
    same_count = len(numbers[0]) == len(numbers[1])
    return same_count and any(a != b and not _MASKED.search(a + b) for a, b in zip(*numbers, strict=True))


def joins_titles(text: str) -> bool:
    """Tell whether a title is that of two documents in one: …2023年工作总结及2024年工作计划."""
    return _JOINED.search(text) is not None


def piece_of(text: str) -> tuple[str, int] | None:
    """The words and the number of the title of a piece in a collection: …工作计划3, …总结 篇二."""
    found = _COUNTED_TITLE.fullmatch(text.strip()) if len(text) <= _LONGEST_LINE else None
    if found is None:
        return None
    number = cn_number(found[2])
    return None if not number else (found[1].strip(), number)


def repeats_title(line: str, title: str) -> bool:
    """Tell whether a line is the title again, or the title of the document that a notice passes on."""
    whole = _folded(title)
    return any(_repeats(_folded(words), whole) for words in (line, _TITLE_ASIDE.sub("", line)))


def _repeats(one: str, whole: str) -> bool:
    if not one or one == whole:
        return bool(one)
    return one in whole and len(one) >= _LEAST_SHARE * len(whole) and kind_of(one) != ""


def join_title(lines: Sequence[Line]) -> list[Line]:
    """Join the lines of style 1 that a title is set over, up to the first that ends in a kind of document.

    A numbered line, a document number or a run without any such end stays as it is.
    """
    joined: list[Line] = []
    run = 0
    for line in lines:
        line = Line(line.text) if NUMBER.fullmatch(line.text) else line
        joined.append(line)
        run = run + 1 if line.style == 1 and read_marker(line.text) is None else 0
        text = "".join(part.text for part in joined[len(joined) - run :])
        if run and kind_of(squeeze(text)[-_KIND_CHARS:]):
            if run > 1 and len(squeeze(text)) <= _LONGEST:
                joined[-run:] = [Line(squeeze(text), 1)]
            run = 0
    return joined


def whole_title(texts: Sequence[str], at: int) -> tuple[str, int]:
    """Join the line at `at` to the lines that a title is set over with it.

    Above it: an organ (all of several where the title starts with its year), or words that do not end a
    title (关于印发). Below it: what an 和 still leaves open, and brackets such as （试行） or
    （2024—2026年）.

    :return: the title and the index of its first line.
    """
    first, last = at, at + 1
    title = texts[at].strip()
    while kind_of(title) and first > 0 and _leads_into(texts[first - 1].strip(), title):
        several = first > 1 and all(_ENDS_ORGAN.search(texts[first - above]) for above in (1, 2))
        if several and not _STARTS_WITH_YEAR.match(title):
            break  # organs issue it together, and it says whose it is
        first -= 1
        title = texts[first].strip() + title
    while last < len(texts) and (_OPEN_TITLE.search(title) or _TITLE_ASIDE.fullmatch(texts[last].strip())):
        if not (is_title(texts[last]) or _TITLE_ASIDE.fullmatch(texts[last].strip())):
            break
        title += texts[last].strip()
        last += 1
    return title, first


def _leads_into(above: str, title: str) -> bool:
    """Tell whether a line above a title is its first part: an organ, or words that no kind ends."""
    if not 3 <= len(above) <= _LONGEST_LINE or _NOT_TITLE.search(above) or kind_of(above[-_KIND_CHARS:]):
        return False
    if find_number(above) or DATE.search(above):
        return False
    several = len(above.split()) > 1 and max(map(len, above.split())) > 2
    several = several and not _STARTS_WITH_YEAR.match(title)
    is_organ = _ENDS_ORGAN.search(above) is not None and not several and above[:2] != title[:2]
    return is_organ or _OPENS_TITLE.search(above) is not None


def _folded(title: str) -> str:
    text = unicodedata.normalize("NFKC", bare_title(title))
    return _MASK.sub("#", _FOLDED_AWAY.sub("", text))

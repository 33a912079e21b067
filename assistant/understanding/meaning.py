"""A question for the meaning of a term into that term, and into what tells a definition of it."""

import re

from ingest.text import normalize

_ASKED = re.compile(
    r"^(?:请问|问一下|想问|解释一?下?|说说)?(?:什么|啥)(?:叫做?|是)(?P<first>[^，,。?？]{2,24}?)[呢啊?？。]*$"
    r"|^(?:请问|问一下|想问)?(?P<then>[^，,。?？]{2,24}?)(?:这个(?:词|说法|提法)|这句话)?"
    r"(?:是?(?:什么|啥)意思|是?指(?:的是)?(?:什么|啥)|[指说]的是(?:什么|啥)|的?(?:含义|定义|意思)(?:是(?:什么|啥))?"
    r"|是?(?:怎么|如何|怎样|咋)(?:理解|定义|界定|解释)的?|[是叫]?[指说](?:的是)?啥)[呢啊?？。]*$"
    r"|^(?:请问|问一下|想问)?(?P<quoted>[“\"《「].{2,24}[”\"》」])是(?:个)?(?:什么|啥)[呢啊?？。]*$"
)
_BRACKET = r"(?:[(（][^()（）]{1,6}[)）]|[\"“”])?"
_QUOTED = re.compile(r"[“\"《「]([^”\"》」]{2,24})[”\"》」]")
# A name made of numbers is set out behind the colon of its task: 落实“1530”安全教育：每天放学前1分钟….
_LEADING_NUMBER = re.compile(rf"^\d(?:{re.escape(_BRACKET)}\d)*(?=.*[\u4e00-\u9fff])")
_NUMBERS = re.compile(r"[\d一二三四五六七八九十两]")
# What is asked of these is no meaning but a content: 什么是重点工作.
_NO_TERM = re.compile(r"(?:重点|目标|任务|措施|原则|要求|内容|时间|标准|办法|依据|工作)$")


def asked_term(question: str) -> str:
    """Find the term whose meaning is asked for, or ""."""
    asked = _ASKED.search(question.strip())
    if asked is None:
        return ""
    words = next(group for group in asked.groups() if group)
    quoted = _QUOTED.search(words)
    if quoted:
        return quoted[1]
    return "" if _NO_TERM.search(words) else words.strip()


def definition_of(term: str) -> re.Pattern[str]:
    """Make a pattern that finds a definition of a term in a text in normal form.

    A definition says what the term means (是指, 即), stands behind it and a colon or in a bracket that lists
    what it is short for, sets it out before the term in quotation marks, or gives it its name (以下简称); of
    letters it is the name before the bracket that holds them.
    A bracket or a quotation mark within the name (三坛(团)一堂, “三公”经费) is no part of it.
    """
    name = _BRACKET.join(map(re.escape, normalize(term)))
    name = _LEADING_NUMBER.sub(r"\g<0>[\"”]?", name)
    closing, opening = r"[\"”》」)）]*", r"[\"“《「(（]*"
    return re.compile(
        rf"{name}{closing}[,，]?(?:主要|就)?(?:是指|指的是|系指|指|即|是|包括)(?!导|出|定|标|引|向|数|使|将|否)"
        rf"|(?:^|[^\w])(?:\d{{1,2}}[.、])?{opening}{name}{closing}[:：]"
        rf"|{name}{closing}[(（](?:即|指|是指|包括)"
        rf"|[\"“]{name}[\"”][(（][^()（）]{{2,30}}[、和与][^()（）]{{1,30}}[)）]"
        rf"|(?:把|将|以|由|通过|[^,。;:]、)[^。;:]{{6,60}}[\u4e00-\u9fff]的[\"“]{name}[\"”]"
        rf"|{opening}{name}{closing}[\u4e00-\u9fff]{{1,6}}[,，](?:即|是指|指的是)"
        rf"|(?:简称|称为|称作|统称|以下称)[:：]?{opening}{name}"
        rf"|[\"“]{name}[\"”][\u4e00-\u9fff]{{0,4}}[(（](?![^()（）]*(?:责任|牵头|配合)[单股科处部])[^()（）]{{6,60}}[)）]"
        rf"|所谓{opening}{name}"
        + (rf"|[\"“]{name}[\"”][\u4e00-\u9fff]{{2,6}}[:：]" if _NUMBERS.search(term) else "")
        + (rf"|[\u4e00-\u9fff]{{4,}}[(（]{name}[)）]" if term.isascii() else "")
    )

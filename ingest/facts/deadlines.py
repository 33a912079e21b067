"""The text of a document into deadlines: by when, within what time, how often, each with its span."""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

from ingest.facts.days import NUMERAL, day_at, day_before, last_day_at, target_year
from ingest.facts.names import is_unit
from ingest.facts.periods import Found, done_within, every, taking, within
from ingest.facts.roles import ROLES
from ingest.facts.same_times import with_same
from ingest.parse.table import CELL_GAP
from ingest.records import Deadline, DeadlineKind, Section
from ingest.text import simplified

_REACH, _LINE_REACH = 32, 2_000
_STOPS = r"，。；：！？、,;:!?\n\u3000（()）"
_NOT_BEFORE = re.compile(
    "前(?:[后夕已]|[一二三]季度|(?:建成|竣工|出生|成立|设立|毕业|取得|形成|签订|发生)的)"
)
_NOT_INSIDE = re.compile("内[蒙部容涵需外控陆地河科置阁]")  # 2026年内蒙古自治区
_TO_BE_DONE = re.compile(
    rf"[^{_STOPS}]{{0,16}}?(?:完成|实现|达到|建成|投用|使用|到位|建立|出台|形成|覆盖|取消|全面|基本)"
)
_INTENDED = re.compile(r"(?:力争|确保|争取|计划|预计|拟|于|在)\Z")
_NO_DEADLINE = re.compile(r"(?:[去上前]年|截[至止]到?|自|从|由|比|较|每|已于?|\d)\Z")
_NO_LATER = re.compile("(?:不(?:得|能|应|可)?|最)[晚迟]于\\Z")
_AIM = re.compile(rf"(?:^|[{_STOPS}“]|力争|确保|争取|计划|预计|提出|明确|要求|目标是|即)\Z")
_NOT_AIM = re.compile(f"[的至到{NUMERAL}—~-]")
_LABEL = re.compile(
    r"(?:时限|期限|(?:完成|办结|截止|整改|落实)(?:时间|日期|节点))(?:要求|节点)?为?[：:∶】〕\]]?\s?"
    r"|(?P<bare>(?<=[（(【〔；;，,。\u3000\n ])"
    r"(?:时间(?:节点|要求|安排|进度)?|进度(?:安排|要求)?|月份)[：:为]\s?)"
)
_PLACE = "地点"  # beside 时间： it tells an event, no deadline
# What is done all the time has no last day.
_LASTING = re.compile(
    r"(?:(?:20\d\d年)?(?:贯穿)?全年|长期|常年|常态化?|持续)(?:性|地)?"
    r"(?:(?:坚持|推进|开展|实施|用力|进行|整改|工作|落实|抓好|执行|保持)(?:下去)?)*"
)
_ENDS_CLAUSE = r"[ \u00a0]*(?=[。；;）)】〕]|[（(【]|$)"
_SURELY_LASTING = re.compile(rf"(?:并|要)?(?P<words>(?:长期|常年)(?:坚持|推进)){_ENDS_CLAUSE}", re.MULTILINE)
_CLOSES_BRACKET = re.compile(r"[ \u00a0]*[）)】〕]")
_ENDS_SENTENCE = re.compile(r"(?:前|完成|办结)?[ \u00a0]*(?:[。；;（(【]|$)", re.MULTILINE)
_WHO = "|".join(word for word in ROLES if len(word) == len("负责"))
_OF_AN_EVENT = re.compile(r"(?<!完成)(?<!办结)(?<!整改)(?:时间|日期)\Z")
_NAME_BEFORE = re.compile(r"[^，,；;、：: \u3000（(【\n]{2,20}\Z")
_LIST = re.compile(r"(?:、(?:20\d\d年)?\d{1,2}月\d{0,2}[日上中下旬底末]*)+")
_WHOSE = re.compile(rf"(?:{_WHO})[，,；;]\Z")
_FIRST_MONTH = re.compile(r"元(?<![\d万亿千百十几]元)月")  # as long as 1月; 500元月底前 is an amount


def find_deadlines(text: str, sections: Sequence[Section]) -> tuple[Deadline, ...]:
    """Find by when (`2024年底前`), within what time (`印发之日起30日内`) and how often (`每学期至少2次`).

    When something starts or happened is no deadline; a target year (`到2025年，……`) is one. Where a time is
    asked for, what is to be done all the time (`长期坚持`) is kept in its own words. A cell or a
    label that says 同上 has the deadlines of what it stands for.
    """
    text = _FIRST_MONTH.sub("1月", simplified(text))
    starts = [section.start for section in sections]
    found: list[Deadline] = []
    done = 0
    for sign in _SIGN.finditer(text):
        reader = _READERS[sign[0]][0] if sign[0] in _READERS else _alone
        read = reader(text, sign.start(), done)
        if read is not None and read[2] >= done:
            kind, value, start, done = read
            found.append(Deadline(bisect_right(starts, start) - 1, kind, value, start, done))
    return with_same(text, sections, found)


def _before(text: str, at: int, floor: int) -> Found | None:
    """Read `6月30日前` from the place of 前."""
    return None if _NOT_BEFORE.match(text, at) else _by(text, at + 1, floor)


def _at_end_of(text: str, at: int, floor: int) -> Found | None:
    """Read `2024年底` where it says when something is to be done: `力争2024年底完成`."""
    if text.startswith(("前", "之前", "以前"), at + 1):
        return None
    day = _by(text, at + 1, floor)
    if day is None:
        return None
    _, listed = day_at(text, at + 2) if text.startswith("、", at + 1) else ("", at + 1)
    intended = _INTENDED.search(text, max(day[2] - 2, 0), day[2]) or _TO_BE_DONE.match(text, listed)
    return day if intended else None


def _inside(text: str, at: int, floor: int) -> Found | None:
    """Read `5个工作日内` or `2024年内` from the place of 内."""
    limit = within(text, at, floor)
    return limit if limit or _NOT_INSIDE.match(text, at) else _by(text, at + 1, floor)


def _by(text: str, end: int, floor: int) -> Found | None:
    """Read the day that ends at a place, unless something repeats by it, starts from it or is so as of it."""
    day = day_before(text, end, floor)
    if day is None:
        return None
    value, start = day
    if _NO_DEADLINE.search(text, max(start - 3, 0), start):
        return None
    return DeadlineKind.BY, value, start, end


def _aim(text: str, at: int, floor: int) -> Found | None:
    """Read `到2025年` from the place of 到, where it opens a clause."""
    year = target_year(text, at + 1)
    if year is None or _NOT_AIM.match(text, year[1]):
        return None
    if not _AIM.search(text, max(at - 3, 0), at):
        return None
    return DeadlineKind.BY, year[0], at, year[1]


def _no_later(text: str, at: int, floor: int) -> Found | None:
    """Read `不得晚于9月1日` from the place of 于."""
    words = _NO_LATER.search(text, max(at - 3, floor), at + 1)
    value, end = day_at(text, at + 1)
    return (DeadlineKind.BY, value, words.start(), end) if words is not None and value else None


def _done_in(text: str, at: int, floor: int) -> Found | None:
    """Read `上半年`, `三季度` or `6月` where the clause only says that something is completed then."""
    return _by(text, at + 1, floor)


def _labelled(text: str, at: int, floor: int) -> Found | None:
    """Read the day after `完成时限：` from the place of its 限 or 间; any day is a deadline there."""
    label = _LABEL.search(text, max(at - 3, 0), min(at + _REACH, len(text)))
    if label is None or label.start() > at or (label["bare"] and not _in_cell(text, label)):
        return None
    lasting = _LASTING.match(text, label.end())
    if lasting is not None:
        return DeadlineKind.ONGOING, lasting[0], *lasting.span()
    value, end = last_day_at(text, label.end())
    return (DeadlineKind.BY, value, label.end(), end) if value else None


def _in_cell(text: str, label: re.Match[str]) -> bool:
    """Tell whether a label stands in a bracket or a row and is of no event; 进度安排： may open a line."""
    before = text[max(0, label.start() - _LINE_REACH) : label.start()].rpartition("\n")[2]
    after = text[label.start() : label.end() + _LINE_REACH].partition("\n")[0]
    line = before + after
    inside = any(before.count(opening) > before.count(closing) for opening, closing in ("（）", "()", "【】"))
    opens = not before and text.startswith("进度", label.start())
    return (inside or opens or CELL_GAP in line) and _PLACE not in line


def _labelled_or_during(text: str, at: int, floor: int) -> Found | None:
    """Read what ends in 时间, or `暑假期间`."""
    if text[at - 1] == "时":
        return _labelled(text, at, floor) or taking(text, at, floor)
    day = _by(text, at - 1, floor)
    return None if day is None else (*day[:3], at + 1)


def _labelled_or_done(text: str, at: int, floor: int) -> Found | None:
    return _labelled(text, at, floor) if text.startswith("：", at + 1) else _done_in(text, at, floor)


def _alone(text: str, at: int, floor: int) -> Found | None:
    """Read a time that is all of a sentence (`。12月上旬。`), closes a bracket, or goes on with a list."""
    start = at + 1
    surely = _SURELY_LASTING.match(text, start)
    if surely is not None:
        return DeadlineKind.ONGOING, surely["words"], *surely.span("words")
    lasting = _LASTING.match(text, start)
    if lasting is not None:
        closing = _CLOSES_BRACKET.match(text, lasting.end())
        return (DeadlineKind.ONGOING, lasting[0], *lasting.span()) if closing else None
    value, end = last_day_at(text, start)
    if not value or value.isdecimal() or start < floor:  # no day, or a bare year
        return None
    day = DeadlineKind.BY, value, start, end
    if text[at] == "、" and 0 < at == floor:  # 6月、12月
        return day
    if _OF_AN_EVENT.search(text, max(at - 4, 0), at):
        return None
    is_theirs = _WHOSE.search(text, max(start - 4, 0), start) or _is_of_unit(text, at, value, end)
    ends = _CLOSES_BRACKET if is_theirs else _ENDS_SENTENCE if text[at] == "。" else None
    listed = _LIST.match(text, end)
    closes = end if listed is None else listed.end()
    return day if ends is not None and ends.match(text, closes) else None


def _is_of_unit(text: str, at: int, value: str, end: int) -> bool:
    """Tell whether a unit stands before a time; a month with its year may date what is cited."""
    # （国务院办公厅，2015年6月）
    is_cited = value[0] != "-" and text[end - 1] not in "底末" and text[at] not in "；;"
    name = _NAME_BEFORE.search(text, max(at - _REACH, 0), at)
    return name is not None and not is_cited and is_unit(name[0])


_DONE = r"(?:完成|完工|竣工|建成|办结|销号|到位|投用|投产|通车|交付使用|投入(?:使用|运营|运行)|验收)"
# … or a thing that is no figure: 第二季度完成主体工程, but not 上半年完成投资3亿元.
_DONE_THEN = (
    rf"(?=(?:全部|全面|基本|如期|按期|顺利|均){{0,2}}{_DONE}(?:[{_STOPS}]|\Z)"
    rf"|(?:全面|基本|力争)?完成(?![^{_STOPS}]*[了\d])[^{_STOPS}]{{2,14}}[。；，\n])"
)
_Read = Callable[[str, int, int], Found | None]
# The sign that ends or opens a deadline -> how it is read, and what must stand beside the sign.
_READERS: dict[str, tuple[_Read, str]] = {
    "前": (_before, r"前(?<=[日号月年底末旬期度节假学以之束考旦明午一”季汛耕收冬\d时点分半班学）)]前)"),
    "底": (_at_end_of, "底(?<=[年月]底)"),
    "末": (_at_end_of, "末(?<=[年月期度五”]末)"),
    "内": (_inside, "内(?<=[日天月年周时钟期度以之五”]内)"),
    "到": (_aim, "到(?=[12二“一十本今当年])"),
    "于": (_no_later, "于(?<=[晚迟]于)"),
    "年": (_done_in, rf"年(?<=[上下]半年){_DONE_THEN}"),
    "度": (_labelled_or_done, rf"度(?:(?<=季度){_DONE_THEN}|(?<=进度)(?=：))"),
    "排": (_labelled, "排(?<=进度安排)(?=：)"),
    "份": (_labelled, "份(?<=月份)(?=：)"),
    "月": (_done_in, rf"月(?<=[\d一二十]月){_DONE_THEN}"),
    "旬": (_done_in, rf"旬(?<=[上中下]旬){_DONE_THEN}"),
    "限": (_labelled, "限(?<=[时期]限)"),
    "期": (_labelled, "期(?<=日期)(?=[：:])"),
    "点": (_labelled, "点(?<=节点)(?=[：:])"),
    "间": (_labelled_or_during, rf"间(?:(?<=时间)|(?<=假期间){_DONE_THEN})"),
    "日": (done_within, "日(?<=工作日)(?=办[结理]|答复|完成|反馈|回复|审[批结])"),
    "每": (every, r"每(?=[两二三四五六半一个隔\d天日周星月季年学])"),
    "按": (every, "按(?=[月季年周旬学])"),
}
# Behind a stop: what is done all the time, a day that is a sentence, or one behind the word of a role.
_BEHIND_STOP = (
    r"(?=[并要长常持贯全年\d今本明上下第一二三四])"  # what any of it starts with
    r"(?:(?<=[。，,；;])(?=(?:并|要)?(?:长期|常年|常态|持续|(?:20\d\d年)?(?:贯穿)?全年))"
    rf"|(?:(?<=。)|(?<=(?:{_WHO})[，,；;]))(?=[\d今本明上下第一二三四])"
    r"|(?=[\d今本年上下第一二三四])(?<=[\u4e00-\u9fff）)].)(?=[^，,；;。（()）\n]{2,16}[）)])"
    r"|(?<=、)(?=\d{1,2}月|20\d\d年))"
)
# Every alternative starts with its sign, so that the search stops at signs only.
_SIGN = re.compile(
    "|".join(
        (
            *(stop + _BEHIND_STOP for stop in "。，,；;、 \u3000"),
            *(beside for _, beside in _READERS.values()),
        )
    )
)

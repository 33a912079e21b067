"""From a folded statement and its source to who is said to hold which post (组长), and who does."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.citing.citations import pairs_of
from ingest.facts.names import SURNAMES

_POST = (
    r"(?:常务|第一)?副?总?(?:指挥长?|秘书长|理事长|召集人|主任|书记|主席|经理"
    r"|[组局校县市省区镇乡村街股科处院园部厅站行所队司馆河林田路会班]长(?![期远效征]))"
)
_CORE = re.compile(_POST)
_HAN = "[\u4e00-\u9fff·]"
_HOLDS = "(?:担任|兼任|出任|现任|(?<![责主信胜委历离上前首])任(?![务何期职命免教课意由性重])|兼)"
_ENDS = "(?=[^\u4e00-\u9fff]|任|兼|担|负|主|牵|为|是|和|及|与|同|等|的|在|分|现|$)"
# 周怀瑾任组长, 以周怀瑾为组长
_HOLDER_FIRST = re.compile(
    rf"(?P<who>(?:{_HAN}|、)+?)(?:同志)?(?:{_HOLDS}|(?<!以)[是为])(?P<post>(?:(?!{_HOLDS}){_HAN})*?{_POST})"
    rf"(?![由是为:]|{_HAN}*{_HOLDS})"
)
# 组长由周怀瑾担任, 组长是周怀瑾, 组长:周怀瑾
_POST_FIRST = re.compile(
    rf"(?P<post>(?:(?!由){_HAN}){{0,12}}?{_POST})"
    rf"(?:由(?P<by>(?:{_HAN}|、)+?)(?:同志)?{_HOLDS}|[是为:](?P<who>(?:(?!{_HOLDS})(?:{_HAN}|、))+)(?!{_HOLDS}))"
)
_BEFORE_NAME = re.compile(rf"(?P<post>{_POST})(?P<who>[{SURNAMES}]{_HAN}{{1,2}}?){_ENDS}")
_LISTED = re.compile("、|以及|[和与及]")
_NO_HOLDER = re.compile("[人者员部局股科室办处会校厅院委门位组]$")
_LED = re.compile("^(?:其中|并|由|以|专班由|小组由)|^.*由")
_LONGEST_NAME = 4


@dataclass(frozen=True, slots=True)
class _Held:
    """A post with one who holds it.

    :param of: the words before the post that say of what (办公室).
    :param words: the whole of what says so, from `start` to `end`.
    """

    who: str
    post: str
    of: str
    start: int
    end: int
    words: str


def names_post(statement: str) -> bool:
    """Tell whether a statement has the name of a post in it."""
    return bool(_CORE.search(statement))


def exchanges_holders(statement: str, given: str) -> bool:
    """Tell whether a post is told of somebody while the source gives it to others."""
    held = _all_held(given)
    for told in _held(statement):
        if not _may_hold(told.who):
            continue
        rivals = _most_alike(told, [other for other in held if other.post == told.post])
        if rivals and not any(_same(told.who, other.who) for other in rivals):
            return True
    return False


def as_source_words(statement: str, given: str, seen: str) -> str:
    """Put what a statement says of a post into the words of the source that says the same, if one does."""
    held = [other for other in _all_held(given) if other.words]
    for told in sorted(_held(statement), key=lambda told: -told.start):
        same = [other for other in held if other.post == told.post and _same(told.who, other.who)]
        if same and told.words and told.words not in given and pairs_of(told.of) <= pairs_of(seen):
            statement = statement[: told.start] + same[0].words + statement[told.end :]
    return statement


@lru_cache(maxsize=256)
def _all_held(text: str) -> tuple[_Held, ...]:
    """The same of a source, which is read for each clause."""
    return tuple(_held(text))


def _held(text: str) -> Iterator[_Held]:
    for pattern in (_HOLDER_FIRST, _POST_FIRST):
        for match in pattern.finditer(text):
            named = match.groupdict().get("by") or match["who"]
            post = list(_CORE.finditer(match["post"]))[-1]
            names = _LISTED.split(_LED.sub("", named))
            words = match[0] if sum(not _is_office(name) for name in names) < 2 else ""
            for name in names:
                of = match["post"][: post.start()]
                yield _Held(_name(name), post[0], of, match.start(), match.end(), words)
    for match in _BEFORE_NAME.finditer(text):
        yield _Held(match["who"], match["post"], "", match.start(), match.end(), "")


def _name(words: str) -> str:
    """Give the name itself: of 副局长罗敬堂 or 罗敬堂副局长, 罗敬堂; an office alone is left whole."""
    posts = list(_CORE.finditer(words))
    if posts and len(words) - posts[-1].end() > 1:
        return words[posts[-1].end() :]
    if posts and posts[-1].end() == len(words) and 1 < posts[-1].start() <= _LONGEST_NAME:
        named = words[: posts[-1].start()]
        return named if named[0] in SURNAMES else words
    return words


def _may_hold(who: str) -> bool:
    return _is_office(who) or (1 < len(who) <= _LONGEST_NAME and not _NO_HOLDER.search(who))


def _is_office(words: str) -> bool:
    return any(match.end() == len(words) for match in _CORE.finditer(words))


def _most_alike(told: _Held, rivals: Sequence[_Held]) -> list[_Held]:
    """Leave those whose post is of what the one told is of, as far as that tells them apart."""
    said = pairs_of(told.of + told.post)
    alike = [len(said & pairs_of(other.of + other.post)) for other in rivals]
    return [other for other, count in zip(rivals, alike, strict=True) if count == max(alike)]


def _same(one: str, other: str) -> bool:
    longer, shorter = sorted((one, other), key=len, reverse=True)
    if one == other:
        return True
    return len(shorter) > 1 and longer.endswith(shorter) and longer[-len(shorter) - 1] != "副"

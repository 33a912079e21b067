"""From a sentence and the text it stands on to whether what it puts together stands together there.

All words of a sentence may stand in a text and yet be put together otherwise: what follows the second time
told of the first, steps in another order, a result without the condition it hangs on.
"""

import re
from collections.abc import Iterator

import rjieba

from assistant.citing.citations import pairs_of
from assistant.citing.proof import EMPTY

_SEGMENT = re.compile(r"[^,。;:!?]+")
_SENTENCE = re.compile(r"[^。!?]+")
_OPENED = re.compile(r"[,。;:、(!?]")
_ORDER = re.compile(
    r"首先|其次|然后|最后|首次|初次|再次|初犯|再犯|上半年|下半年|第?[一二三四]季度"
    r"|第[一二三四五](?:次|年|批|阶段|轮|步|学期|等次)"
    r"|(?<![优首领率事原祖])先(?![进锋行后导生例河])|(?:(?<=[,、;:。])|^)(?:再|后)(?![期续备勤台勤方评生来者次])"
)
_CONDITION = re.compile(
    r".{2,}的(?:单位|个人|人员|学校|乡镇|企业|干部|职工|教师|党员)?$"
    r"|^(?:如果?|若|凡是?|一旦|遇有?|因)(?![何期实图要此]).{3,}$|.{3,}(?<![同及按准临平届随小学课工定限]|\d)时$"
)
_MAY = re.compile("可|最高|最多")
_EITHER = re.compile("、|或者?|以及")
_LOST = "---"  # so many pairs of letters in a row that a case has and a statement does not
_CALLED = re.compile(r"^(?:对于?|凡是?|如果?|若|因|有)")
_NUMERAL = r"(?:\d+|[一二两三四五六七八九十]+)"
# What narrows the words right behind it: how often in a row, from which age or amount, on what default.
_NARROWS = re.compile(
    rf"连续(?:{_NUMERAL}个?(?:学年|学期|季度|[年月次天日周])(?:以上|及以上)?)?"
    rf"|(?:累计)?{_NUMERAL}次(?:及?以上)|累计{_NUMERAL}次"
    r"|(?:年满|未满|不满|满)?\d+周?岁(?:\(含\))?(?:及?以[上下])?的?"
    r"|[\d.]+(?:%|[\u4e00-\u9fff]{1,3}?)(?:及?以[上下内]|以外)的"
    r"|逾期|屡次|多次|拒不|故意|恶意|未经批准|未经许可|(?<![大第])部分|个别|少数|多数"
)
_BEHIND = re.compile(r"\w{2,3}")  # the words it narrows


def misordered(statement: str, given: str) -> bool:
    """Tell whether a step or a time of a row (首次, 再次; 先, 后, 再) is given what another one has there."""
    theirs = [(mark, pairs_of(_own(words))) for mark, words in _steps(given)]
    for mark, words in _steps(statement):
        told = pairs_of(_own(words))
        ours = set().union(*(pairs for other, pairs in theirs if other == mark))
        for other, pairs in theirs:
            if other != mark and len(told & pairs - ours) > len(told & ours - pairs):
                return True
    return False


def _steps(text: str) -> Iterator[tuple[str, str]]:
    """Yield each word of order with what it orders: up to the next one, or else the clause it ends."""
    for sentence in _SENTENCE.findall(text):
        marks = list(_ORDER.finditer(sentence))
        for at, mark in enumerate(marks):
            opening = max((m.end() for m in _OPENED.finditer(sentence, 0, mark.start())), default=0)
            stop = marks[at + 1].start() if at + 1 < len(marks) else len(sentence)
            leads = bool(_own(sentence[opening : mark.start()]))
            if leads and mark[0] not in ("先", "后", "再"):
                closing = _OPENED.search(sentence, mark.end())
                stop = min(stop, closing.start()) if closing else stop
                yield mark[0], sentence[opening:stop]
            else:
                yield mark[0], sentence[mark.end() : stop]


def _own(words: str) -> str:
    return EMPTY.sub("", words).strip("、")


def loses_condition(statement: str, given: str) -> bool:
    """Tell whether a sentence leaves out what narrows its words, or gives a result to another case."""
    return _widens(statement, given) or _moves_result(statement, given) or _generalises(statement, given)


def _widens(statement: str, given: str) -> bool:
    narrowed: dict[str, list[str]] = {}
    for match in _NARROWS.finditer(given):
        if words := _BEHIND.match(given, match.end()):
            narrowed.setdefault(words[0], []).append(match[0])
    return any(
        words in statement
        and given.count(words) == len(narrowing)
        and not any(words_before in statement for words_before in narrowing)
        for words, narrowing in narrowed.items()
    )


def _moves_result(statement: str, given: str) -> bool:
    """Tell whether a result is told of a case (…的) while its own case there is another one."""
    cases = list(_cases(given))
    said = pairs_of(statement)
    for result, case in _cases(statement):
        known = [(theirs, case_of) for theirs, case_of in cases if _holds(pairs_of(result), theirs)]
        told = [of for theirs, of in cases if _holds(pairs_of(theirs), result)] or [of for _, of in known]
        if told and all(_narrower(of, statement) for of in told):
            return True
        if not known or any(_holds(pairs_of(_case(case)), of) for _, of in known):
            continue
        if all(not _holds(pairs_of(_case(of)), "", said) for _, of in known):
            return True
    return False


def _narrower(case: str, statement: str) -> bool:
    """Tell whether a case is narrowed (连续两次) by words that a statement does not have."""
    return any(match[0] not in statement for match in _NARROWS.finditer(case))


def _generalises(statement: str, given: str) -> bool:
    """Tell whether a result is told of all that its case speaks of: 民办学校摇号, where it is 报名超额的."""
    cases = [(result, _case(case)) for result, case in _cases(given) if not _MAY.search(result)]
    for segment in _SEGMENT.findall(statement):
        told = [(result, case) for result, case in cases if _holds(pairs_of(result), segment)]
        if told and all(_tells_part(statement, case, result) for result, case in told):
            return True
    return False


def _tells_part(statement: str, case: str, result: str) -> bool:
    """Tell whether a statement has some words of a case and leaves out others, of each of 甲、乙."""
    if not pairs_of(statement) & (pairs_of(case) - pairs_of(result)):
        return False
    for either in _EITHER.split(case):
        held = "".join("-" if either[at : at + 2] not in statement else "+" for at in range(len(either) - 1))
        if "+" in held and _LOST not in held:
            return False
    return True


def _cases(text: str) -> Iterator[tuple[str, str]]:
    """Yield each clause behind a case with the nearest one before it in the sentence."""
    for sentence in _SENTENCE.findall(text):
        case = ""
        for segment in _SEGMENT.findall(sentence):
            if _CONDITION.match(segment):
                case = segment
            elif case:
                yield segment, case


def _case(words: str) -> str:
    return _CALLED.sub("", words).rstrip("的")


def _holds(pairs: set[str], text: str, given: set[str] | None = None) -> bool:
    given = pairs_of(text) if given is None else given
    return 2 * len(pairs & given) > len(pairs)


def exchanges_kin(clause: str, segment: str, given: str) -> bool:
    """Tell whether a clause has a word of another part of a text in the place of its kin (村级, 乡级).

    :param segment: the part of the text that the clause is told of.
    """
    ours = _words(segment)
    others = [words for other in _SEGMENT.findall(given) if other != segment for words in _words(other)]
    said = {word for word, _, _ in _words(clause)}
    for word, before, after in others:
        if word not in said or word in segment:
            continue
        for own, own_before, own_after in ours:
            beside = (
                (after and after == own_after)
                or (before and before == own_before)
                or not (before or own_before)
            )
            if beside and own not in clause and _are_kin(word, own):
                return True
    return False


def _words(segment: str) -> list[tuple[str, str, str]]:
    """Words of two letters or more, each with its neighbours."""
    cut = list(rjieba.cut(segment, hmm=False))
    beside = ["", *cut, ""]
    return [(w, b, a) for b, w, a in zip(beside, cut, beside[2:], strict=False) if len(w) > 1 and w.isalpha()]


def _are_kin(word: str, other: str) -> bool:
    return len(word) == len(other) and sum(a != b for a, b in zip(word, other, strict=True)) == 1

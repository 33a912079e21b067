"""From a folded clause to its words that no source holds: what a model has added of its own."""

import re

import rjieba

from assistant.citing.figures import figures
from assistant.citing.proof import EMPTY

# Words that bind, point or name a kind of statement; they may be added freely, no other word may.
_FUNCTION = re.compile(
    "并|并且|而且|同时|此外|另外|其中|以及|还|还有|还要|也要|并要|也|则|即|且|及其"
    "|之|所|者|内|里|上|下|时|后|让|使|把|被|从|向|以|于|因|与|个|项|名|等等"
    "|主要|具体|根据|按照|依据|依照|关于|对于|方面|工作|事项|任务|相关|有关|上述|该项"
    "|这项|此项|如下|下列|通过|进行|予以|包括|包含|涉及|分别|共同|要求|提出|明确|规定"
    "|指出|强调|需要|应|应当|须|做到|计划|文件|要点|方案|内容|措施|目标|负责|责任"
    "|牵头|配合|参与|承担|落实|单位|股室|部门|科室|人|达|达到|当中|之中|年度|全文"
    "|原文|因此|所以|为了|一是|二是|三是|四是|五是|六是|首先|其次|共|给|由此|各自"
    "|一项"
)
_HAN = re.compile("[\u3400-\u9fff〇a-z]")
# Which level or place, how often and when: these hold only for the very words they stand before.
_QUALIFIER = re.compile(
    r"(?:国家|[省市县区乡镇校])级|[全我本][国省市县区乡镇校]|[去今明前]年|今后|目前|近期|每(?:[年月周日天次]|学[年期]|季度)|本(?:[年月周]|学[年期])"
)
_AFTER_QUALIFIER = 3


def foreign_words(clause: str, given: str) -> list[str]:
    """Words of a folded clause that the folded words given to it do not hold, function words aside.

    The dictionary alone cuts them, so that a name it does not know falls into single characters; a single
    character is held where it stands beside the same neighbour.
    """
    aside = {at for figure in figures(clause) for at in range(figure.start, figure.end)}
    aside |= {at for match in EMPTY.finditer(clause) for at in range(*match.span())}
    missing = [
        match[0]
        for match in _QUALIFIER.finditer(clause)
        if re.match(r"\w*", clause[match.start() : match.end() + _AFTER_QUALIFIER])[0] not in given  # type: ignore[index]
    ]
    at = 0
    for word in rjieba.cut(clause, hmm=False):
        start, at = at, at + len(word)
        if _FUNCTION.fullmatch(word) or not _HAN.search(word) or aside.issuperset(range(start, at)):
            continue
        if word not in given or (len(word) == 1 and not _stands(clause, start, given)):
            missing.append(word)
    return missing


def _stands(clause: str, at: int, given: str) -> bool:
    """Tell whether a character has a neighbour in the source that it has here: a letter, else its signs."""
    before, after = clause[max(at - 1, 0) : at], clause[at + 1 : at + 2]
    letters = [
        pair for near, pair in ((before, before + clause[at]), (after, clause[at] + after)) if near.isalnum()
    ]
    return any(pair in given for pair in letters) if letters else before + clause[at] + after in given

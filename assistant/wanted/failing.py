"""What falls short of what is wanted (没过关, 不达标, 低于75%): the same thing, in whatever words."""

import re

_WANTED = "达标|合格|过关|通过|及格|到位|达到|符合|完成|落实|履行|整改"
FAILS = rf"(?:不|未|没有?)(?:能|予|按[^，,。；;]{{0,8}}|认真|及时)?(?:{_WANTED})"
_SAID = re.compile(
    rf"{FAILS}|(?:不|没)(?:过(?![多于度去程])|好|行|成)|(?:做|干|搞|办)得?(?:很|太)?(?:差|不好|不行)|(?:靠|排|落)(?:在|到|名)?[最靠]?后[面头边]?|垫底|倒数|末位"
)
_MET = re.compile(rf"{FAILS}|低于|不足|少于|末位|倒数|靠后|后[一二三四五六七八九十\d]+[位名]|较?差的")


def falls_short(text: str) -> bool:
    """Tell whether a text speaks of what falls short."""
    return _MET.search(text) is not None


def without_failing(question: str) -> str:
    """Leave out of a question the words for falling short: of what it is said is left."""
    rest = _SAID.sub(" ", question)
    return rest if any(map(str.isalnum, rest)) else question

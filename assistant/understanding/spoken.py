"""Spoken forms of the words that ask (啥, 咋, 多会儿), and stiff ones (什么时间), into the usual ones."""

import re

_WRITTEN = {
    "啥时候": "什么时候",
    "啥时": "什么时候",
    "多会儿": "什么时候",
    "啥": "什么",
    "咋办": "怎么办",
    "咋样": "怎么样",
    "咋整": "怎么办",
    "咋弄": "怎么办",
    "咋搞": "怎么办",
    "咋个": "怎么",
    "咋": "怎么",
    "俺们": "我们",
    "咱们": "我们",
}
_SPOKEN = re.compile("|".join(_WRITTEN))
_WHEN = re.compile("什么(?:时间|日期|日子)(?![段点表范安跨])")
_FINED = re.compile(r"罚了(?=多少钱?[呢啊?？。]*$)")
# To pay; 交 is written so too of what is handed over (交几份), and behind the name of a fee (学费交多少).
_PAID = re.compile(
    r"(?<![费金款税钱提移成社外上转递呈相])交(?:费|钱)?(?=了?(?:多少|几[百千十块])(?:[百千]?块)?(?:钱|元|费(?!用))?[呢啊?？。]*(?:$|[，,]))"
)
# Some people with whom one does something are no number asked for: 几个朋友合伙开店，能贷多少.
_SOME_PEOPLE = re.compile(
    r"^(?P<we>我们|咱们?)?(?:我?[和跟有])?好?几[个位名](?:(?:战友|朋友|同学|同事|老乡|邻居|亲戚|兄弟|姐妹|伙伴)们?|(?=老?人|孩子))"
    r"(?=[^，,。?？]{2,16}[，,].*(?:多少|几|什么|怎|谁|哪|能|吗))"
)


def as_written(text: str) -> str:
    """Put the written word in the place of each spoken one."""
    written = _SPOKEN.sub(lambda found: _WRITTEN[found[0]], text)
    written = _WHEN.sub("什么时候", written)
    written = _SOME_PEOPLE.sub(lambda found: found["we"] or "", written)
    return _FINED.sub("罚款", _PAID.sub("缴费", written))

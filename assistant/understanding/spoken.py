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
# From when to when, since when and until when something is (从几号到几号, 什么时候结束) ask for its days.
_MOMENT = r"(?:哪一?天|什么时候|何时|几月?几?[号日])"
_FROM_TO = re.compile(
    rf"(?:是?从|自)?{_MOMENT}(?:开始|起)?[，,]?(?:一直)?[到至]{_MOMENT}"
    r"(?:结束|截止|为止|止)?(?=[呢啊?？。]*$)"
)
_STARTS_OR_ENDS = re.compile(r"从?(?:什么时候|何时)(?:正式)?(?P<deed>开始|结束)(?=[呢啊?？。]*$)")
_LASTS = re.compile(r"(?:为期|持续|历时)(?=多长时间|多久)")
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
    written = _FROM_TO.sub("的起止时间", written)
    written = _STARTS_OR_ENDS.sub(r"哪天\g<deed>", _LASTS.sub("开展", written))
    written = _SOME_PEOPLE.sub(lambda found: found["we"] or "", written)
    return _FINED.sub("罚款", _PAID.sub("缴费", written))

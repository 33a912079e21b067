"""A question into whether it is put in the words of plans, or as people speak."""

import re
from functools import lru_cache

import rjieba

from ingest.text import normalize

# What only speech has: 我家, 这笔钱, 几块, 咋, 怎么, 行不行; 把, 给, 让 before whom something is done to.
_SPOKEN = re.compile(
    r"[我咱俺你您它这那啥咋娃]|大家|自己|几个?[亿万块]|多少[钱块]|[块元]钱|(?<!由)谁|怎么|法子|说法|([\u4e00-\u9fff])不\1"
)
_TAKES = frozenset("把给让叫跟被")
_PARTICLES = ("y", "ul", "uz", "ug", "e", "o")  # 吗, 了, 着, 过 (jieba's tag set, after ICTCLAS)
# Verbs of one character that plans use; all others (领, 掏, 换) are spoken.
_WRITTEN = frozenset("有为是占达须应需可设建按经将于在由招")

_SEVERAL = re.compile(r"[和与跟及、][\u4e00-\u9fff]{2,12}?(?:各(?!类|项|种|级)|分别)")


def asks_of_several(question: str) -> bool:
    """Tell whether a question asks the same of several things at once: 河长和护林员各补多少."""
    return _SEVERAL.search(question) is not None


@lru_cache(maxsize=256)
def is_formal(question: str) -> bool:
    """Tell whether a question is put as plans put it, so that each of its nouns means what it says.

    Who speaks calls things by other words than plans do; who writes so has the words of the field.
    """
    text = normalize(question)
    if _SPOKEN.search(text):
        return False
    return not any(
        word in _TAKES
        or tag.startswith(_PARTICLES)
        or (len(word) == 1 and tag.startswith("v") and word not in _WRITTEN)
        for word, tag in rjieba.tag(text)
    )

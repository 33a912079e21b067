"""A question into how many of its words are of everyday life: of no official term of the lexicon."""

from collections.abc import Sequence
from functools import cache

import rjieba

from assistant.understanding.lexicon import official_terms
from assistant.understanding.terms import Term, general_words


def everyday_words(terms: Sequence[Term]) -> int:
    """Count the words of a question's topic that no official term of the lexicon is, or is made of.

    Hardly a passage can be expected to hold these; 孩子 and 学校, which official terms hold, are none. Near
    misses, which ask in the words of plans for what plans leave out, have few. Names, which no dictionary
    lists, do not count.
    """
    others = (term for term in terms if term.word not in _official_words())
    return sum(bool(term.official) or term.word in general_words() for term in others)


@cache
def _official_words() -> frozenset[str]:
    """The terms of official language that the lexicon leads to, and the words they are made of."""
    return frozenset(word for term in official_terms() for word in (term, *rjieba.cut(term, hmm=False)))

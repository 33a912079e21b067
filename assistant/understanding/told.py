"""A question into how many of its words are of everyday life: such as no plan would use."""

from collections.abc import Sequence
from functools import cache

import rjieba

from assistant.understanding.lexicon import official_terms
from assistant.understanding.terms import Term, general_words


def everyday_words(terms: Sequence[Term]) -> int:
    """Count the words of a question's topic that official language has not.

    No passage can be expected to hold these. Near misses, which ask in the words of plans for what plans
    leave out, have hardly any. Names, which no dictionary lists, are of neither language.
    """
    others = (term for term in terms if term.word not in _official_words())
    return sum(bool(term.official) or term.word in general_words() for term in others)


@cache
def _official_words() -> frozenset[str]:
    """The terms of official language that the lexicon leads to, and the words they are made of."""
    return frozenset(word for term in official_terms() for word in (term, *rjieba.cut(term, hmm=False)))

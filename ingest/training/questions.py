"""Passages and everyday expressions -> batches of questions in everyday words and what they should find."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeAlias, TypeVar

import numpy as np
from tokenizers import Tokenizer

from ingest.training.everyday import Lexicon
from ingest.training.pairs import Integers, Lesson, Pairs, bags_of
from ingest.training.passages import Passage

_Item = TypeVar("_Item")

_BEFORE = ("", "", "", "", "请问", "我们县", "想问一下", "今年", "现在", "学校", "单位里", "有没有办法解决")
_AFTER = ("", "", "", "怎么办", "谁管", "怎么解决", "有什么措施", "归哪个部门管", "有什么要求", "打算怎么做")
"""What people put around the thing they ask for; pieces that say nothing learn to weigh nothing."""
_BARE = 0.4
"""Share of the questions without such words."""
_REWORDED = 0.7
"""Share of the official terms of a plan's sentence that are said in everyday words."""
_KEPT = (0.0, 0.5)
"""Share of the other pieces of a sentence that are kept, from and to."""
_FROM_PLANS = 0.5
"""Share of the places of a term taken from plans, where it stands in the pool too."""
_WITH_TITLE = 0.3
"""Share of the headings asked for together with the document's title."""
_SHARES = (0.22, 0.11, 0.33, 0.17, 0.17)
"""Of the kinds of questions, in the order in which `QuestionSampler` names them."""
_IN_A_ROW = 8
"""Passages that follow each other, drawn together."""
_LONGEST_PASSAGE = 400
_LONGEST_QUESTION = 40

Stretch: TypeAlias = tuple[str, float]
"""Words of a question, and the share of their pieces that is kept."""


class Place(NamedTuple):
    """A sentence of a passage."""

    passage: int
    sentence: int


class Asked(NamedTuple):
    """A question and the text it should find; those of equal `group` are no negatives of each other."""

    question: Sequence[Stretch]
    found: Sequence[str]
    group: str


class QuestionSampler:
    """Draws questions of five kinds.

    An everyday expression and its official terms; an expression and a passage that holds one of them; a
    sentence in which official terms are said in everyday words and much else is left out, and its passage;
    such a sentence of a plan; a heading and the rest of its passage. The last two are drawn from
    passages that follow each other: what must be told apart is then of the same document.
    """

    def __init__(
        self,
        plans: Sequence[Passage],
        pool: Sequence[Passage],
        lexicon: Lexicon,
        tokenizer: Tokenizer,
        seed: int,
    ) -> None:
        self._random = np.random.default_rng(seed)
        self._tokenizer = tokenizer
        self._lexicon = lexicon
        self._passages = (*plans, *pool)
        self._of_plans = range(len(plans))
        self._headed = [index for index, plan in enumerate(plans) if plan.heading]
        self._in_plans = _places(lexicon, plans, 0)
        self._in_pool = _places(lexicon, pool, len(plans))
        self._terms = sorted(self._in_plans.keys() | self._in_pool.keys())
        known = set(self._terms)
        self._entries = [entry for entry in lexicon.entries if not known.isdisjoint(entry.official)]

    def __len__(self) -> int:
        """Number of passages."""
        return len(self._passages)

    def batch(self, size: int) -> Lesson:
        """Draw about `size` questions; kinds for which there is no text are left out."""
        terms, passages, reworded, sentences, headings = (round(share * size) for share in _SHARES)
        asked = [self._terms_of() for _ in range(terms)]
        if self._terms:
            asked += [self._passage_of() for _ in range(passages)]
            asked += [self._reworded() for _ in range(reworded)]
        asked += [self._sentence_of(index) for index in self._neighbours(self._of_plans, sentences)]
        asked += [self._rest_of(index) for index in self._neighbours(self._headed, headings)]
        return self._lesson(asked)

    def _terms_of(self) -> Asked:
        entry = self._one(self._lexicon.entries)
        return Asked(self._framed([(entry.said, 1.0)]), entry.official, entry.official[0])

    def _passage_of(self) -> Asked:
        entry = self._one(self._entries)
        term = self._one([term for term in entry.official if term in self._in_plans or term in self._in_pool])
        passage = self._passages[self._place(term).passage]
        return Asked(self._framed([(entry.said, 1.0)]), _all(passage), entry.official[0])

    def _reworded(self) -> Asked:
        place = self._place(self._one(self._terms))
        return self._sentence(place.passage, place.sentence, share=1.0)

    def _sentence_of(self, passage: int) -> Asked:
        sentence = int(self._random.integers(len(self._passages[passage].sentences)))
        return self._sentence(passage, sentence, share=_REWORDED)

    def _rest_of(self, passage: int) -> Asked:
        above, heading, sentences = self._passages[passage]
        question = [(heading, 1.0)]
        if self._random.random() < _WITH_TITLE:
            question.append((above.partition("\n")[0], 1.0))
        return Asked(question, (above, *sentences), heading)

    def _sentence(self, passage: int, sentence: int, share: float) -> Asked:
        """Say a `share` of a sentence's official terms in everyday words, and leave most of the rest out."""
        text, kept, at = self._passages[passage].sentences[sentence], self._kept(), 0
        question: list[Stretch] = []
        for start, term in self._lexicon.find(text):
            if self._random.random() < share:
                question += [(text[at:start], kept), (self._one(self._lexicon.said[term]), 1.0)]
                at = start + len(term)
        question.append((text[at:], kept))
        return Asked(self._framed(question), _all(self._passages[passage]), f"{passage}")

    def _kept(self) -> float:
        low, high = _KEPT
        return low + (high - low) * self._random.random()

    def _framed(self, question: Sequence[Stretch]) -> Sequence[Stretch]:
        if self._random.random() < _BARE:
            return question
        return [(self._one(_BEFORE), 1.0), *question, (self._one(_AFTER), 1.0)]

    def _place(self, term: str) -> Place:
        in_plans, in_pool = self._in_plans.get(term), self._in_pool.get(term)
        if in_plans and (not in_pool or self._random.random() < _FROM_PLANS):
            return self._one(in_plans)
        return self._one(in_pool or ())

    def _neighbours(self, indexes: Sequence[int], count: int) -> list[int]:
        """Draw stretches of passages that follow each other."""
        firsts = self._random.integers(len(indexes), size=count // _IN_A_ROW) if indexes else ()
        return [index for first in firsts for index in indexes[first : first + _IN_A_ROW]]

    def _one(self, items: Sequence[_Item]) -> _Item:
        return items[int(self._random.integers(len(items)))]

    def _lesson(self, asked: Sequence[Asked]) -> Lesson:
        stretches = iter(self._cut([text for each in asked for text, _ in each.question]))
        found = self._cut(["\n".join(each.found) for each in asked])
        questions = [
            np.concatenate([self._drop(next(stretches), kept) for _, kept in each.question]) for each in asked
        ]
        groups = np.unique([each.group for each in asked], return_inverse=True)[1]
        usable = [row for row in range(len(asked)) if len(questions[row]) and len(found[row])]
        return Lesson(
            Pairs(
                bags_of([questions[row][:_LONGEST_QUESTION] for row in usable]),
                bags_of([found[row][:_LONGEST_PASSAGE] for row in usable]),
            ),
            groups[usable],
        )

    def _cut(self, texts: Sequence[str]) -> list[Integers]:
        encodings = self._tokenizer.encode_batch_fast(texts, add_special_tokens=False)
        return [np.array(encoding.ids, np.int64) for encoding in encodings]

    def _drop(self, pieces: Integers, kept: float) -> Integers:
        return pieces if kept == 1.0 else pieces[self._random.random(len(pieces)) < kept]


def _all(passage: Passage) -> Sequence[str]:
    return (passage.above, passage.heading, *passage.sentences)


def _places(lexicon: Lexicon, passages: Sequence[Passage], first: int) -> Mapping[str, Sequence[Place]]:
    """Where each official term stands; the passages are numbered from `first`."""
    places: dict[str, list[Place]] = defaultdict(list)
    for index, passage in enumerate(passages, start=first):
        for number, sentence in enumerate(passage.sentences):
            for found in lexicon.find(sentence):
                places[found.term].append(Place(index, number))
    return places

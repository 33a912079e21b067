"""A question into the fact it asks for: of which kind, of which thing, under which names."""

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.citing.commands import commands
from assistant.understanding.intent import Intent
from assistant.understanding.question import Question
from assistant.understanding.terms import Term
from assistant.wanted.asked import asked_names, asked_thing, speaks_of, thing_of
from assistant.wanted.clause import clauses
from assistant.wanted.paid import asks_paid
from assistant.wanted.people_counted import counts_others, counts_people
from assistant.wanted.sections import parts_asked
from assistant.wanted.shapes import shape_asked
from assistant.wanted.times import asks_beginning, asks_end
from assistant.wanted.wanted import Fact, wanted_fact
from assistant.wanted.which import asked_noun, asked_ordinals, holds_which

_HEADED = {
    "原因": re.compile(
        "(?:出台|制定|起草|修订|印发|实施)的?(?:背景|目的|初衷|缘由|必要性)|^[^，,]{0,6}(?:必要性|原因)$"
    )
}
# The body that begins a thing, or is all of it: 住建局, 住建局罚款; 财政局干部 is of it.
_DOER = re.compile(r"^[xX×\u4e00-\u9fff]{1,7}[局委厅](?:$|(?=罚款|收入|支出|经费|补[助贴]|投[入资]))")

_QUESTIONS = 64


@dataclass(frozen=True, slots=True)
class FactAsked:
    """What a sentence must state to answer.

    :param kind: tells whether a text states the kind of fact (a figure, a time, who does it); None for any.
    :param things: what it must be stated of, in the sentence or its headings.
    :param names: what the passage must name to be about the question at all.
    :param headed: matches a heading under which everything states it (出台背景), None where none does so.
    :param counts: whether it is a number of people, so that one of others is none (12名股长 of 党员).
    :param worded: whether it is told in words of its own (缴费, 有效期), which a heading may say (收费标准).
    :param which: the question, where it asks which of some things and the passage must hold these, or "".
    """

    kind: Fact | None
    things: tuple[Term, ...]
    names: tuple[Term, ...]
    which: str = ""
    counts: bool = False
    headed: re.Pattern[str] | None = None
    worded: bool = False

    @property
    def is_any(self) -> bool:
        """Whether any sentence of a passage that is about the question may be the answer."""
        return self.kind is None and not self.things

    @property
    def is_of_any(self) -> bool:
        """Whether any passage may be about the question."""
        return not self.names and not self.which

    def is_about(self, passage: str) -> bool:
        """Tell whether a passage, with title and headings, in normal form, names what the question does."""
        return speaks_of(self.names, passage) and (not self.which or holds_which(self.which, passage))

    def is_stated(self, sentence: str, said: str, is_close: bool = False, heading: str = "") -> bool:
        """Tell whether a sentence states the fact.

        :param said: headings and sentence in normal form.
        :param heading: the heading, or the question, that it stands right under.
        :param is_close: whether it says nearly all that the question does, so that it need not name the
            thing as the question does (财政支出, 一般公共预算支出).
        """
        is_headed = self.headed is not None and self.headed.search(heading) is not None
        kind = self.kind is None or is_headed or self.kind(sentence)
        kind = kind or (self.worded and self.kind is not None and self.kind(f"{heading}：{sentence}"))
        return (
            kind
            and (is_close or speaks_of(self.things, said))
            and self._is_counted(sentence, heading)
            and not (self.counts and counts_others(sentence, self.things))
            and not commands(sentence)
        )

    def _is_counted(self, sentence: str, heading: str) -> bool:
        """Tell whether a thing of one character (几个站) stands where its number does: others hold it too."""
        short = [thing.word for thing in self.things if len(thing.word) == 1 and thing.word not in heading]
        told = [one for one in clauses(sentence) if self.kind and self.kind(one)] if short else []
        return all(any(word in one for one in told or [sentence]) for word in short)


@lru_cache(maxsize=_QUESTIONS)
def fact_asked(question: Question) -> FactAsked:
    """Read the fact that a question asks for; whoever judges what was found wants it again."""
    text = question.text
    asks_which = asked_ordinals(text) or (question.intent is Intent.TOPIC and asked_noun(text))
    which, counts = text if asks_which else "", question.intent is Intent.FIGURE and counts_people(text)
    shape = shape_asked(text) if question.intent is Intent.TOPIC else None
    headed = _HEADED.get(shape.name) if shape else None
    return FactAsked(
        wanted_fact(question),
        _things(question),
        asked_names(text),
        which,
        counts,
        headed,
        asks_paid(text) or asks_end(text) or asks_beginning(text) or parts_asked(text) is not None,
    )


def _things(question: Question) -> tuple[Term, ...]:
    """Give what an amount is asked of; a body that did something is none (住建局罚了多少)."""
    things = asked_thing(question.text)
    if not question.bodies:
        return things
    labels = [body.label for body in question.bodies]
    things = tuple(thing for thing in things if not any(label.endswith(thing.word) for label in labels))
    names = [re.escape(words) for body in question.bodies for words in (body.words, body.words[1:])]
    named = re.compile(f"^[省市县区州旗]?(?:{'|'.join(names)})的?")
    own = ((thing, named.sub("", _DOER.sub("", thing.word))) for thing in things)
    return tuple(thing if word == thing.word else thing_of(word) for thing, word in own if word)

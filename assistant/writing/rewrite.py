"""A question in its conversation into other words for the search, by a chat model whose words are checked."""

import re
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass

from assistant.citing.citations import fold
from assistant.citing.commands import commands
from assistant.citing.figures import figures, stated_in
from assistant.citing.vocabulary import foreign_words
from assistant.citing.wording import unknown_names
from assistant.understanding.places import PROVINCES
from assistant.understanding.terms import coverage, is_silent, weigh
from assistant.writing.llm import Chat, inert, load_prompt
from ingest.text import normalize

_STANDALONE = re.compile(r"^\s*问题[:：]\s*(\S.{0,119})$", re.MULTILINE)
_WORDINGS = re.compile(r"^\s*说法[:：]\s*(\S.{0,119})$", re.MULTILINE)
_SEPARATOR = re.compile(r"[;；、，,|]")
_MOST_READ = 400  # characters of a reply
_MOST_SHOWN = 200  # characters of a question
_EARLIER = 3
_MOST_WORDINGS = 3
_LONGEST_WORDING = 24
_KEPT = 0.99
_GENERAL = re.compile(r"(?:各级|各类|中小|公办|民办)*(?:学校|[中小大]学|幼儿园|医院|公司|集团|中心)")


@dataclass(frozen=True, slots=True)
class Rewriting:
    """What of a model's rewriting may be used.

    :param standalone: a question that leaned on the conversation, complete and in its words, or "".
    :param wordings: how official documents may put it; to search with, beside the question's own words.
    """

    standalone: str = ""
    wordings: tuple[str, ...] = ()

    @property
    def notice(self) -> str:
        """What the reader should know: how the question was understood, or that it was not put otherwise."""
        if self.standalone:
            return f"按“{self.standalone}”理解"
        if self.wordings:
            return f"另按“{'、'.join(self.wordings)}”查找"
        return "模型改写的问题不可用，按原来的说法查找"


def rewrite(question: str, previous: Sequence[str], names: Iterable[str], chat: Chat) -> Rewriting:
    """Ask a model for other words; what is not said in the conversation and could mislead is left out.

    No document is shown to the model here.

    :param previous: earlier questions of the conversation, oldest first.
    :param names: places, bodies and units of the library.
    :raises ModelUnavailable: if the model fails.
    """
    conversation = [inert(text[:_MOST_SHOWN]) for text in (*previous[-_EARLIER:], question)]
    prompt = load_prompt("rewrite", "conversation")
    reply = ""
    with closing(chat.stream(prompt.format_messages(conversation="\n".join(conversation)))) as words:
        for piece in words:
            reply += piece
            if len(reply) > _MOST_READ:
                break
    said = fold("\n".join((*previous, question))).text
    standalone, wordings = _STANDALONE.search(reply), _WORDINGS.search(reply)
    return Rewriting(
        standalone[1].strip() if previous and standalone and _is_said(standalone[1], question, said) else "",
        tuple(_usable(wordings[1], said, names)) if wordings else (),
    )


def _is_said(standalone: str, question: str, said: str) -> bool:
    """Tell whether a rewritten question has all the words of the question, and none that nobody said."""
    folded = fold(standalone).text
    foreign = [word for word in foreign_words(folded, said) if not is_silent(word)]
    kept = coverage(weigh(question), normalize(standalone)) >= _KEPT if weigh(question) else True
    years = {figure.value for figure in figures(fold(question).text)}
    return (
        kept
        and not foreign
        and _invents_nothing(folded, said)
        and years <= {figure.value for figure in figures(folded)}
    )


def _usable(wordings: str, said: str, names: Iterable[str]) -> Iterable[str]:
    """Give the phrases that order nothing and name no figure, year, place, body or unit nobody said."""
    known = [name for name in (*names, *PROVINCES) if fold(name).text not in said]
    phrases = [phrase.strip(' 。“”"') for phrase in _SEPARATOR.split(wordings)]
    return [
        phrase
        for phrase in phrases
        if 2 <= len(phrase) <= _LONGEST_WORDING
        and _invents_nothing(fold(phrase).text, said)
        and not commands(phrase)
        and not any(name in phrase for name in known)
    ][:_MOST_WORDINGS]


def _invents_nothing(folded: str, said: str) -> bool:
    stated = figures(folded)
    unknown = [name for name in unknown_names(folded, said) if not _GENERAL.fullmatch(name)]
    return len(stated_in(said, stated)) == len(stated) and not unknown

"""From passages of past plans to paragraphs for a new one, every sentence traceable to what it follows."""

import re
from collections.abc import Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from enum import StrEnum

from assistant.answer import Citation, Mode, joined
from assistant.citing.citations import Sources, fold, marks
from assistant.citing.proof import Quote
from assistant.citing.reading import Sentence, read_sentences
from assistant.citing.verify import verify
from assistant.drafting.carry import UNKNOWN, carry, moving_year
from assistant.drafting.excerpt import excerpts, sentence_of, words_of
from assistant.writing.llm import Chat, OutOfTime, load_prompt
from assistant.writing.write import (
    REFUSAL,
    dropped_notice,
    nothing_proved,
    room_beside,
    select,
    show,
    unfinished_notice,
)
from ingest.records import Hit

# The signs of Chinese prose; between digits and letters (1,200, 8:30) they are none of it.
_FULL_WIDTH = {",": "，", ":": "：", ";": "；"}
_HALF_WIDTH = re.compile("(?<![0-9A-Za-z])[,:;]|[,:;](?![0-9A-Za-z])")
_NUMERALS = "一二三四五六七八九十"


class Origin(StrEnum):
    """How a sentence of a draft relates to the passage it follows."""

    VERBATIM = "沿用"
    CHANGED = "改写"


@dataclass(frozen=True, slots=True)
class DraftSentence:
    """A sentence of a draft and the numbers of the citations it follows."""

    text: str
    origin: Origin
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A numbered paragraph, `（一）` and so on."""

    label: str
    sentences: tuple[DraftSentence, ...]


@dataclass(frozen=True, slots=True)
class ToCheck:
    """A 【待核实】 of a draft: what stood there in the source with this number, and the new sentence."""

    old: str
    sentence: str
    citation: int


@dataclass(frozen=True, slots=True)
class Draft:
    """Paragraphs on a topic, whole or so far while they are being written.

    :param notice: one line the reader should know, or "".
    :param dropped: sentences of a model that no passage supports and that were left out.
    """

    topic: str
    title: str
    mode: Mode
    paragraphs: tuple[Paragraph, ...] = ()
    citations: tuple[Citation, ...] = ()
    to_check: tuple[ToCheck, ...] = ()
    notice: str = ""
    dropped: int = 0

    @property
    def refused(self) -> bool:
        """Whether the library holds nothing to draft from."""
        return self.mode is Mode.REFUSAL

    @property
    def text(self) -> str:
        """Title and paragraphs, each sentence with its marks `[n]`; empty for a refusal."""
        lines = [
            paragraph.label + "".join(s.text + marks(s.citations) for s in paragraph.sentences)
            for paragraph in self.paragraphs
        ]
        return "\n".join([self.title, *lines]) if lines else ""


class _Pad:
    """A draft in the making."""

    def __init__(self, topic: str, year: int | None, issuer: str) -> None:
        self.topic, self.year, self.issuer = topic, year, issuer
        self._sources = Sources()
        self._paragraphs: list[list[DraftSentence]] = []
        self._to_check: list[ToCheck] = []

    def open_paragraph(self) -> None:
        """Let the next sentence begin a new paragraph."""
        if not self._paragraphs or self._paragraphs[-1]:
            self._paragraphs.append([])

    def add(self, text: str, origin: Origin, quotes: Sequence[Quote], old: Sequence[str] = ()) -> None:
        """Write a sentence that follows some quotes; `old` are the words its 【待核实】 replace."""
        text = _HALF_WIDTH.sub(lambda sign: _FULL_WIDTH[sign[0]], text)
        numbers = tuple(dict.fromkeys(self._sources.cite(q.chunk, q.start, q.end) for q in quotes))
        self._paragraphs[-1].append(DraftSentence(text, origin, numbers))
        self._to_check += [ToCheck(words, text, numbers[0]) for words in old]

    def draft(self, mode: Mode, dropped: int = 0) -> Draft:
        """Give the draft so far."""
        year = f"{self.year}年" if self.year else ""
        work = self.topic if self.topic.endswith("工作") else f"{self.topic}工作"
        written = [paragraph for paragraph in self._paragraphs if paragraph]
        return Draft(
            self.topic,
            f"{self.issuer}{year}{work}安排",
            mode,
            tuple(Paragraph(f"（{_numeral(at)}）", tuple(own)) for at, own in enumerate(written, start=1)),
            self._sources.citations,
            tuple(self._to_check),
            dropped=dropped,
        )


def _numeral(number: int) -> str:
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else ("十" if tens == 1 else _NUMERALS[tens - 1] + "十")
    return head + (_NUMERALS[ones - 1] if ones else "")


def compose(topic: str, year: int | None, issuer: str, hits: Sequence[Hit]) -> Draft:
    """Put a draft together from sentences of past plans, or refuse where none is on the topic.

    :param year: the year to plan for; None while open, like an empty issuer.
    """
    pad = _Pad(topic, year, issuer)
    for excerpt in excerpts(topic, issuer, hits):
        pad.open_paragraph()
        for quote in excerpt:
            words = sentence_of(quote)
            carried = carry(words, quote.chunk, year, issuer)
            origin = Origin.VERBATIM if carried.text == words else Origin.CHANGED
            pad.add(re.sub("[；;，,]$", "。", carried.text), origin, [quote], carried.old)
    composed = pad.draft(Mode.EXTRACT)
    if composed.paragraphs:
        return composed
    notice = f"资料库中没有与“{topic}”有关的内容，无从起草。请换一个主题，或先收入相关的计划"
    return replace(composed, mode=Mode.REFUSAL, notice=notice)


def write_draft(
    topic: str, year: int | None, issuer: str, hits: Sequence[Hit], chat: Chat
) -> Generator[Draft, None, None]:
    """Yield the growing draft of a chat model; a sentence appears once its quotes are found.

    Figures and dates of past plans become 【待核实】, whatever the model wrote. The last draft is complete.

    :raises ModelUnavailable: if the model fails or nothing it wrote can be proved; drafts already yielded
        are then void.
    """
    prompt = load_prompt("draft", "topic", "year", "issuer", "passages", "refusal")
    asked = {
        "topic": topic,
        "year": f"{year}年" if year else "未定",
        "issuer": issuer or "未定",
        "refusal": REFUSAL,
    }
    passages = select(hits, room_beside(prompt, **asked))
    messages = prompt.format_messages(passages=show(passages), **asked)
    pad, dropped, notice = _Pad(topic, year, issuer), 0, ""
    pad.open_paragraph()
    try:
        with closing(chat.stream(messages)) as words, closing(read_sentences(words)) as written:
            for sentence in written:
                if sentence.opens_line:
                    pad.open_paragraph()
                if REFUSAL in sentence.text:
                    continue
                verdict = verify(_bare(sentence, year, issuer), passages)
                if not verdict:
                    dropped += 1
                    if pad.draft(Mode.MODEL).paragraphs:
                        yield pad.draft(Mode.MODEL, dropped)
                    continue
                _add_checked(pad, sentence.text, verdict.quotes)
                yield pad.draft(Mode.MODEL, dropped)
    except OutOfTime as error:
        if not pad.draft(Mode.MODEL).paragraphs:
            raise
        notice = unfinished_notice(error)
    complete = replace(pad.draft(Mode.MODEL, dropped), notice=joined(notice, dropped_notice(dropped)))
    if not complete.paragraphs:
        raise nothing_proved(chat, dropped)
    yield complete


def _bare(sentence: Sentence, year: int | None, issuer: str) -> Sentence:
    """Give what a source must state: the sentence without the new year, the new issuer and what is left open.

    The figures stay in it: one that no passage states is invented, even where it would be masked.
    """
    text = moving_year(year).sub("", sentence.text) if year else sentence.text
    text = text.replace(issuer, "") if issuer else text
    return replace(sentence, text=text.replace(UNKNOWN, "、"))


def _add_checked(pad: _Pad, words: str, quotes: Sequence[Quote]) -> None:
    held = moving_year(pad.year).sub("\ue000", words) if pad.year else words
    carried = carry(held, quotes[0].chunk, pad.year, pad.issuer)
    text = carried.text.replace("\ue000", f"{pad.year}年")
    exact = any(fold(text).text in fold(words_of(quote)).text for quote in quotes)
    left_open = words.count(UNKNOWN) * ["、".join(words_of(quote) for quote in quotes)]
    pad.add(text, Origin.VERBATIM if exact else Origin.CHANGED, quotes, [*carried.old, *left_open])

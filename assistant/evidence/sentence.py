"""A passage into the sentences that say something, each with what it belongs to: a list, a question."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from assistant.citing.commands import commands, may_command
from assistant.evidence.calendar import states_alone
from assistant.understanding.intent import Intent
from assistant.understanding.question import Question
from assistant.wanted.allotted import allots
from ingest.facts.quantities import quantities
from ingest.records import Chunk
from ingest.text import normalize, normalize_each, sentences

LABEL = re.compile(
    r"^\s*(?:第[〇零一二三四五六七八九十百\d]+[章节条]|[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．](?!\d)|\d{1,2}(?:\.\d{1,2})+(?=\s))"
)
LONGEST = 200
_BARE_BRACKET = re.compile(r"[(（][^()（）]*[)）]$")
# A bracket that closes a section and tells more than its units: （牵头：…；完成时限：6月30日）.
_TELLS_MORE = re.compile(
    r"^[(（](?=.*(?:(?:时限|期限|时间|领导|责任人|负责人|联系人)[:：]))[^()（）]*[)）][。；;]?$"
)
_DATE_LINE = re.compile(r"\d{4}年\d{1,2}月\d{1,2}日$")
_BYLINE = re.compile(r"[\u4e00-\u9fff]+(?:长|书记|主任|主席)[ \u3000]+[\u4e00-\u9fff·]{2,4}\s*$")
_ANNOUNCES = re.compile(r":$|(?:下列|以下|如下)(?:[^。,]*,[^。]*。?|[^。]*[^。])$")
_PREAMBLE = re.compile(
    r"(?:现[就将对把]|[特兹]|提出|作出|制定|通知|通告|公告|函复|批复).{0,60}如下(?:[\u4e00-\u9fff]{0,8})[:。]?$"
)
_ENUMERATES = re.compile(r"\s*(?:[一1]是|第一[，,、]|主要(?:是|有|包括|表现)|具体(?:是|包括|表现)|分别是)")
_FIRST = re.compile(r"\s*[一1]是")
# In a text of questions and answers (答记者问) a question is what the sentences below it are about.
_QUESTION = re.compile(r"(?:^\s*(?:\d+[.、．]\s*)?(?:问|记者)\s*[:：]|^\s*\d+[.、．]).*[?？]\s*$")
_DATED = re.compile(r"[(（][^()（）]*\d月[^()（）]*[)）]$")  # 总结验收阶段（2025年10月—12月）
_WHOLE_YEAR = re.compile(r"(?:19|20)\d\d[年学]度?")
_COUNTING = (Intent.FIGURE, Intent.DEADLINE)
_TOO_SHORT = 6
_WHOLE_TASK = 24
_PASSAGES = 4096


class Sentence(NamedTuple):
    """A sentence of a passage; a question makes a hundred, and a tuple is made in a fifth of the time.

    :param start: where it starts in the passage.
    :param folded: its normal form.
    :param before: the sentence before it, if any.
    :param opening: normal form of what opens the list of which it is an item, or "".
    :param question: normal form of the question it is part of the answer to (答记者问), or "".
    :param opens: whether it opens a list.
    :param closes: whether it is a bracket that tells of the whole passage before it when or who.
    :param allots: whether that bracket says who does what of it.
    :param heads: whether it is the heading of its passage, and a sentence that counts or dates something.
    """

    start: int
    text: str
    folded: str
    before: "Sentence | None" = None
    opening: str = ""
    question: str = ""
    opens: bool = False
    closes: bool = False
    allots: bool = False
    heads: bool = False

    @property
    def announces(self) -> bool:
        """Whether it says itself that items follow (下列, ：)."""
        return _ANNOUNCES.search(self.folded) is not None

    @property
    def is_preamble(self) -> bool:
        """Whether it only leads to all that its document says (现就有关事项通知如下)."""
        return "如下" in self.folded and _PREAMBLE.search(self.folded) is not None


@lru_cache(maxsize=_PASSAGES)
def cut_sentences(text: str) -> tuple[tuple[str, str], ...]:
    """Cut a passage into sentences, each with its normal form.

    All are brought into it at once, which takes a third of the time.
    """
    said = [text[start:end] for start, end in sentences(text)]
    return tuple(zip(said, normalize_each(said), strict=True))


@lru_cache(maxsize=_PASSAGES)
def sentences_of(chunk: Chunk) -> tuple[Sentence, ...]:
    """Find the sentences that say something.

    A bare duty bracket does not, but for one that tells a time limit or a person; a heading does where it
    is long enough to be a task of its own, opens a list, stands alone, or counts or dates something. What
    gives orders to a program that reads the text says nothing.
    """
    title = normalize(chunk.title)
    heading = normalize(chunk.path[-1]) if chunk.path else title
    found: list[Sentence] = []
    headings: list[Sentence] = []
    is_suspect = may_command(chunk.context + chunk.text)
    for sentence in _belonging(chunk.text):
        if is_suspect and commands(sentence.text):
            continue
        words = sentence.folded.rstrip("。.;:,")
        if not sentence.closes and not _says_something(sentence.text, words, title):
            continue
        is_heading = words == heading and len(words) < _WHOLE_TASK and not sentence.opens
        before = found[-1] if found and found[-1].start + len(found[-1].text) == sentence.start else None
        heads = is_heading and (_counts(sentence.text) or _DATED.search(words) is not None)
        is_left_out = is_heading and not heads
        (headings if is_left_out else found).append(sentence._replace(before=before, heads=heads))
    return tuple(found or headings)


def offered(question: Question, chunk: Chunk) -> list[Sentence]:
    """Give the sentences that may answer a question.

    A bracket of who does what tells nothing else; a short heading (1.招聘教师24人。) tells a figure or a
    time, and anything where it stands alone.
    """
    is_of_doer, counts = question.intent is Intent.DUTY, question.intent in _COUNTING
    said = [s for s in sentences_of(chunk) if is_of_doer or not s.allots]
    return said if counts else [s for s in said if not s.heads] or said


def _counts(heading: str) -> bool:
    """Tell whether a heading is a sentence that states a quantity or a time, but for a mere year."""
    if not heading.rstrip().endswith(("。", "；", ";")):
        return False
    words = _WHOLE_YEAR.sub("", LABEL.sub("", heading))
    return any(quantity.unit for quantity in quantities(words))


def _belonging(text: str) -> Iterator[Sentence]:
    """Cut a passage into its sentences, each with what opens its list, or the question it answers."""
    spans = [(start, end) for start, end in _whole_sentences(text) if text[start:end].strip()]
    question, opening = "", ""
    all_folded = normalize_each([text[start:end] for start, end in spans])
    for at, ((start, end), folded) in enumerate(zip(spans, all_folded, strict=True)):
        words = text[start:end]
        if _QUESTION.search(words):
            question, opening = folded, ""
            continue
        tells_more = bool(at) and _TELLS_MORE.match(words.strip()) is not None
        is_allotting = bool(at) and not tells_more and allots(words)
        if tells_more or is_allotting:
            before = "".join(all_folded[:at])
            yield Sentence(start, words, folded, None, before, question, closes=True, allots=is_allotting)
            continue
        following = text[slice(*spans[at + 1])] if at + 1 < len(spans) else ""
        is_item = LABEL.match(words) or _ENUMERATES.match(words)
        opens = _opens_list(words, folded, following)
        yield Sentence(start, words, folded, None, opening if is_item else "", question, opens)
        opening = folded if opens else opening if is_item else ""


def _opens_list(words: str, folded: str, following: str) -> bool:
    """Tell whether a sentence announces items, or is the first of some (一是)."""
    if _ANNOUNCES.search(folded):
        return not following or LABEL.match(following) is not None
    return _FIRST.match(words) is not None or (
        not _ENUMERATES.match(words) and _ENUMERATES.match(following) is not None
    )


def _says_something(sentence: str, words: str, title: str) -> bool:
    """Tell a sentence from a title, a signature, a date line, a bare bracket, or half of a quotation.

    A line that names who holds an office (县长 王小明) says something, and so does one of a calendar.

    :param words: the sentence in normal form, without what ends it; the title likewise in normal form.
    """
    if _BARE_BRACKET.match(words) or words in title or sentence.count("“") != sentence.count("”"):
        return False
    if _BYLINE.match(sentence.strip()) or states_alone(words):
        return True
    if len(words) < _TOO_SHORT:
        return False
    ends = sentence.rstrip().endswith(tuple("。！？；!?;.：:"))
    return ends or len(words) >= _WHOLE_TASK or ("：" in sentence and not _DATE_LINE.search(words))


def _whole_sentences(text: str) -> list[tuple[int, int]]:
    """Spans of sentences; parts that end in a semicolon stay together as long as a reader bears it."""
    spans: list[tuple[int, int]] = []
    for start, end in sentences(text):
        if spans and text[spans[-1][1] - 1] in ";；" and end - spans[-1][0] <= LONGEST:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans

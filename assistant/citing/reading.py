"""From the words of a chat model as they arrive to its finished sentences with the passages they name."""

import re
from collections.abc import Generator, Iterable
from dataclasses import dataclass
from itertools import chain

_OPEN, _CLOSE = r"⟦\[【〔(（", r"⟧\]】〕)）"
# A mark holds one key or several, in whatever brackets the model falls back to. The brackets of 公文
# (〔2024〕15号, 【】, （一）) never hold one, because a key starts with a letter.
_MARK = rf"[{_OPEN}]+\s*c\d{{1,3}}(?:\s*[,，、;；]\s*c\d{{1,3}})*\s*[{_CLOSE}]+"
_MARKS = re.compile(_MARK, re.IGNORECASE)
_KEY = re.compile(r"c\d{1,3}", re.IGNORECASE)
# A bare number in brackets would look like a citation of ours; `[15]号` belongs to a document number.
_FOREIGN = re.compile(r"[\[【]\s*\d{1,3}\s*[\]】](?!\d*号)")
# A sentence is finished when something stands behind it that cannot become one more mark.
_UNFINISHED_MARK = rf"[{_OPEN}]+[ \tcC\d,，、;；]*\Z"
_SENTENCE = re.compile(
    r"[^。！？!?\n]*+(?:[。！？!?]++[”’\"'》）)】]*+[ \t]*+"
    rf"(?>{_MARK}[ \t]*)*+(?:\n|(?=\S)(?!{_UNFINISHED_MARK}))|\n)",
    re.IGNORECASE,
)
_THINKING = re.compile(r"<think>.*?(?:</think>|$)|</think>", re.DOTALL | re.IGNORECASE)
_TAG_START = re.compile(r"</?t?h?i?n?k?$", re.IGNORECASE)
_HEADING = re.compile(r"\s*#{1,6}\s|\s*\*\*[^*]+\*\*\s*$|[|\s:-]*$")
_BULLET = re.compile(
    r"\s*(?:>\s*)*(?:[-*+•·]\s+|\d{1,2}[.．](?!\d)|[（(]?\d{1,2}[)）、]|[（(][一二三四五六七八九十]{1,3}[)）]"
    r"|[一二三四五六七八九十]{1,3}、)?\s*"
)
_MOST_SENTENCES = 60  # an answer has ten; what comes after is a model that does not stop
_MARKUP = re.compile(r"\*\*|__|`")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a model without its marks.

    :param keys: the passages it says it stands on, in the order named.
    :param opens_line: whether the model began a new line with it.
    """

    text: str
    keys: tuple[str, ...] = ()
    opens_line: bool = False


def key_of(index: int) -> str:
    """Key of the passage at a place of a prompt: 0 -> `c1`; a prompt shows it as `⟦c1⟧`."""
    return f"c{index + 1}"


def read_sentence(words: str, opens_line: bool = False) -> Sentence:
    """Take marks and Markdown out of a sentence; marks that hold bare numbers go unread."""
    keys = [key.lower() for mark in _MARKS.findall(words) for key in _KEY.findall(mark)]
    text = _MARKUP.sub("", _FOREIGN.sub("", _MARKS.sub("", words))).strip()
    if text.startswith("|"):
        text = "，".join(cell.strip() for cell in text.strip("| ").split("|"))
    return Sentence(text, tuple(dict.fromkeys(keys)), opens_line)


def read_sentences(tokens: Iterable[str]) -> Generator[Sentence, None, None]:
    """Yield each sentence as soon as it is finished, marks behind its full stop included.

    Reasoning in `<think>` tags, headings, list marks and lines that only lead over (`如下：`) are left out,
    as is what has been said before; after 60 sentences it stops.
    """
    said: set[str] = set()
    rest, opens_line = "", True
    for token in chain(_spoken(tokens), ("\n",)):
        rest += token
        while finished := _SENTENCE.match(rest):
            words, rest = finished[0], rest[finished.end() :]
            line_opens, opens_line = opens_line, words.endswith("\n")
            if line_opens:
                words = "" if _HEADING.match(words) else words[_BULLET.match(words).end() :]  # type: ignore[union-attr]
            sentence = read_sentence(words, line_opens)
            leads_over = not sentence.keys and sentence.text.endswith(("：", ":"))
            if sentence.text and sentence.text not in said and not leads_over:
                said.add(sentence.text)
                yield sentence
                if len(said) == _MOST_SENTENCES:
                    return


def _spoken(tokens: Iterable[str]) -> Generator[str, None, None]:
    """Leave out reasoning: everything between the tags, also where no closing tag ever comes."""
    held = ""
    for token in tokens:
        held += token
        thinking = held.lower().rfind("<think>") > held.lower().rfind("</think>")
        if not thinking and not _TAG_START.search(held):
            yield _THINKING.sub("", held)
            held = ""
    yield _THINKING.sub("", held)

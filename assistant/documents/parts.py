"""A part of a document that a question names by its number (第十八条, 第三部分) into its section and text."""

import re

from assistant.answer import Answer, Mode
from assistant.citing.citations import Sources, marks, section_passage
from ingest.records import Document
from ingest.text import cn_number, sentences

_NUMERAL = r"[〇零一二三四五六七八九十百\d]{1,5}"
_NAMED = re.compile(rf"第(?P<count>{_NUMERAL})(?:个|大)?(?P<kind>章|节|条|部分|点|项)")
_LABEL = re.compile(rf"^[第（(]?({_NUMERAL})(?P<kind>[章节条]|部分)?")
_MOST = 20


def part_named(text: str) -> str:
    """Give the part of a document a text names by its number (第十八条), or ""."""
    named = _NAMED.search(text)
    return named[0] if named else ""


def section_named(document: Document, part: str) -> int | None:
    """Find the section of a document that is called so: 第十八条 by its label, or by its number (十、).

    A part or chapter that is not labelled so is one right below the title.
    """
    named = _NAMED.fullmatch(part)
    if named is None:
        return None
    wanted = cn_number(named["count"])
    alike = [
        (index, label)
        for index, section in enumerate(document.sections)
        if (label := _LABEL.match(section.label)) and cn_number(label[1]) == wanted
    ]
    called = [index for index, label in alike if label["kind"] == named["kind"]]
    outer = [
        index
        for index, label in alike
        if not label["kind"] and (document.sections[index].parent == 0 or named["kind"] == "条")
    ]
    return next(iter(called if named["kind"] == "节" else [*called, *outer]), None)


def quote_part(question: str, document: Document, section: int) -> Answer:
    """Quote an article with all that stands below it, sentence by sentence."""
    sources = Sources()
    end = document.sections[section].end
    lines = [f"《{document.header.title}》："]
    for index in range(section, len(document.sections)):
        own = document.sections[index]
        if own.start >= end or len(lines) > _MOST:
            break
        passage = section_passage(document, index)
        for first, last in sentences(passage.text):
            if passage.text[first:last].strip():
                number = sources.cite(passage, passage.start + first, passage.start + last)
                lines.append(f"{passage.text[first:last].strip()}{marks([number])}")
    return Answer(question, "\n".join(lines), Mode.EXTRACT, sources.citations)

"""Documents, hits and answers into the JSON objects and the plain text the command line prints."""

from collections.abc import Sequence
from typing import Any

from assistant.answer import Answer, Citation
from ingest.records import Document, Hit

Json = dict[str, Any]


def outline_json(document: Document) -> Json:
    """Section tree in reading order, with each section's responsible units."""
    units: dict[int, dict[str, None]] = {}
    for duty in document.duties:
        units.setdefault(duty.section, {})[duty.unit] = None
    return {
        "doc": document.doc,
        "title": document.header.title,
        "outline": [
            {
                "level": section.level,
                "number": section.number,
                "title": section.title,
                "units": list(units.get(index, {})),
            }
            for index, section in enumerate(document.sections)
            if section.parent is not None
        ],
    }


def passages_json(question: str, hits: Sequence[Hit]) -> Json:
    """Found passages, best first."""
    return {
        "question": question,
        "passages": [
            {
                "doc": hit.chunk.doc,
                "title": hit.chunk.title,
                "path": list(hit.chunk.path),
                "text": hit.chunk.text,
                "start": hit.chunk.start,
                "end": hit.chunk.end,
                "score": round(hit.score, 4),
            }
            for hit in hits
        ],
    }


def answer_json(answer: Answer) -> Json:
    """Turn an answer and its citations into JSON."""
    return {
        "question": answer.question,
        "answer": answer.text,
        "refused": answer.refused,
        "mode": answer.mode.value,
        "notice": answer.notice,
        "citations": [citation_json(citation) for citation in answer.citations],
    }


def citation_json(citation: Citation) -> Json:
    """One source: its document, heading path and verbatim quote with offsets."""
    return {
        "n": citation.n,
        "doc": citation.doc,
        "title": citation.title,
        "path": list(citation.path),
        "quote": citation.quote,
        "start": citation.start,
        "end": citation.end,
    }


def answer_text(answer: Answer) -> str:
    """Lay an answer out for a terminal: notice, text, sources."""
    notice = [f"（{answer.notice}）"] if answer.notice else []
    sources = ["", "出处：", *map(_source, answer.citations)] if answer.citations else []
    return "\n".join([*notice, answer.text, *sources])


def _source(citation: Citation) -> str:
    place = " › ".join((f"《{citation.title}》", *citation.path))
    span = f"第{citation.start + 1}—{citation.end}字"
    return f"[{citation.n}] {place}（{citation.doc}，{span}）\n    “{citation.quote}”"


def hits_text(hits: Sequence[Hit]) -> str:
    """Lay found passages out for a terminal."""
    if not hits:
        return "没有找到相关段落。"
    return "\n\n".join(
        f"{rank}. {hit.chunk.context}（{hit.chunk.doc}，{hit.score:.2f}）\n{hit.chunk.text.strip()}"
        for rank, hit in enumerate(hits, start=1)
    )


def outline_text(document: Document) -> str:
    """Lay a section tree out for a terminal, indented by level, units behind the headings."""
    read = outline_json(document)
    lines = [f"《{read['title']}》"]
    for node in read["outline"]:
        label = f"{node['number']} " if node["number"] else ""
        units = f"（{'、'.join(node['units'])}）" if node["units"] else ""
        lines.append(f"{'  ' * node['level']}{label}{node['title']}{units}")
    return "\n".join(lines)

"""Documents, hits and answers into the JSON objects and the plain text the command line prints."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from assistant.answer import Answer, Citation
from assistant.compare import Table, blocks
from assistant.drafting.draft import Draft
from assistant.duties import UnitTasks
from ingest.index.entry import DocumentInfo
from ingest.index.trash import Trashed
from ingest.records import Deadline, Diagnostic, Document, Duty, Figure, Hit

Json = dict[str, Any]

_CONTROL = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029\ud800-\udfff]")


def one_line(text: str) -> str:
    """Write line breaks and what cannot be printed as escapes; names of files may hold them."""
    return _CONTROL.sub(lambda char: char[0].encode("unicode_escape").decode("ascii"), text)


def outline_json(document: Document) -> Json:
    """Section tree in reading order, with each section's responsible units, figures and deadlines."""
    duties = _by_section(document.duties)
    figures, deadlines = _by_section(document.figures), _by_section(document.deadlines)
    return {
        "doc": document.doc,
        "title": document.header.title,
        "outline": [
            {
                "level": section.level,
                "number": section.number,
                "title": section.title,
                "units": list(dict.fromkeys(duty["unit"] for duty in duties[index])),
                "duties": duties[index],
                "figures": figures[index],
                "deadlines": deadlines[index],
            }
            for index, section in enumerate(document.sections)
            if section.heading and section.parent is not None
        ],
    }


def removed_json(document: Document) -> Json:
    """What the cleaner took out of a file, and what a reader should check against the original."""
    return {
        "removed": list(document.removed),
        "warnings": [warning_json(diagnostic) for diagnostic in document.diagnostics],
    }


def warning_json(diagnostic: Diagnostic) -> Json:
    """Turn something doubtful into JSON."""
    return {"kind": diagnostic.kind.value, "message": diagnostic.message}


def _by_section(facts: Sequence[Duty] | Sequence[Figure] | Sequence[Deadline]) -> dict[int, list[Json]]:
    """Facts as JSON by the section that states them."""
    found: dict[int, list[Json]] = defaultdict(list)
    for fact in facts:
        found[fact.section].append({name: value for name, value in asdict(fact).items() if name != "section"})
    return found


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
        "narrowed": list(answer.narrowed),
        "citations": [citation_json(citation) for citation in answer.citations],
    }


def comparison_json(topic: str, answer: Answer) -> Json:
    """Turn a comparison into JSON: the answer, and its table with the words and marks of each cell."""
    table = next((block for block in blocks(answer.text) if isinstance(block, Table)), None)
    return {
        "topic": topic,
        **answer_json(answer),
        "table": {"head": list(table.head), "rows": [list(row) for row in table.rows]} if table else None,
    }


def duties_json(listed: UnitTasks) -> Json:
    """Turn the tasks of a unit into JSON; `citation` is the n of what gives it the task."""
    return {
        "unit": listed.unit,
        "year": listed.year,
        "tasks": [
            {
                "task": task.name,
                "unit": task.unit,
                "role": task.role.value,
                "doc": task.doc,
                "years": list(task.years),
                "citation": task.n,
            }
            for task in listed.tasks
        ],
        "citations": [citation_json(citation) for citation in listed.citations],
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


def removed_text(document: Document) -> str:
    """Lay out for a terminal what the cleaner took out, and what should be checked."""
    warnings = [f"{each.kind.value}：{each.message}" for each in document.diagnostics]
    return "\n".join(
        [
            *(["", "请与原件核对：", *warnings] if warnings else []),
            "",
            f"未收入正文的内容（{len(document.removed)} 行）：",
            *map(one_line, document.removed),
        ]
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


def draft_json(draft: Draft) -> Json:
    """Turn a draft into JSON: its text, and each sentence with what it follows."""
    return {
        "topic": draft.topic,
        "title": draft.title,
        "text": draft.text,
        "refused": draft.refused,
        "mode": draft.mode.value,
        "notice": draft.notice,
        "paragraphs": [
            {
                "label": paragraph.label,
                "sentences": [
                    {"text": s.text, "origin": s.origin.value, "citations": list(s.citations)}
                    for s in paragraph.sentences
                ],
            }
            for paragraph in draft.paragraphs
        ],
        "to_check": [asdict(item) for item in draft.to_check],
        "citations": [citation_json(citation) for citation in draft.citations],
    }


def draft_text(draft: Draft) -> str:
    """Lay a draft out for a terminal: notice, text, what to check, sources."""
    notice = [f"（{draft.notice}）"] if draft.notice else []
    checks = [f"· {item.old}[{item.citation}]：{item.sentence}" for item in draft.to_check]
    to_check = ["", "待核实（原文中的说法）：", *checks] if checks else []
    sources = ["", "出处：", *map(_source, draft.citations)] if draft.citations else []
    return "\n".join([*notice, draft.text, *to_check, *sources]).strip()


def documents_json(stored: Sequence[DocumentInfo]) -> Json:
    """List the stored documents."""
    return {
        "documents": [
            {
                "doc": info.doc,
                "title": info.header.title,
                "organ": info.header.organ,
                "years": list(info.header.years),
                "kind": info.header.kind,
                "number": info.header.number,
                "index_number": info.header.index_number,
                "date": info.header.date,
                "source": info.header.source,
                "format": info.format,
                "characters": info.characters,
                "sections": info.sections,
                "duties": info.duties,
                "figures": info.figures,
                "deadlines": info.deadlines,
                "passages": info.chunks,
            }
            for info in stored
        ]
    }


def trash_json(removed: Sequence[Trashed]) -> Json:
    """Turn what can be restored into JSON; times are UTC."""
    return {
        "trash": [
            {
                "doc": each.doc,
                "title": each.title,
                "removed_at": each.removed_at.isoformat(timespec="seconds"),
                "days_left": each.days_left(),
            }
            for each in removed
        ]
    }


def trash_text(removed: Sequence[Trashed]) -> str:
    """List what can be restored, a line each."""
    lines = [one_line(f"{each.doc}  《{each.title}》  还可恢复 {each.days_left()} 天") for each in removed]
    return "\n".join(lines) or "回收站是空的"


def documents_text(stored: Sequence[DocumentInfo]) -> str:
    """Lay the list of stored documents out for a terminal."""
    rows = [
        f"{one_line(info.doc)}\t《{info.header.title}》\t{info.sections} 节\t{info.characters} 字"
        for info in stored
    ]
    return "\n".join([*rows, f"共 {len(stored)} 个文件"])

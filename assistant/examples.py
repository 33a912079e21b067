"""Stored documents into example questions that they answer."""

import re

from ingest.index.catalog import Catalog

_MOST = 4
_TOPIC = re.compile(r"[\u4e00-\u9fff“”、]{4,16}")


def example_questions(catalog: Catalog) -> list[str]:
    """Ask of the newest documents: who does a task, what a unit does, what is done about a topic."""
    newest = max(catalog.documents(), key=lambda info: info.header.years or (0,), default=None)
    if newest is None:
        return []
    duties = catalog.duties(docs=(newest.doc,)) or catalog.duties()
    topics = dict.fromkeys(a.section.title for a in duties if _TOPIC.fullmatch(a.section.title))
    asked = [f"“{topic}”由谁负责？" for topic in list(topics)[:2]]
    asked += [f"{unit}负责哪些工作？" for unit, _ in catalog.units()[:1]]
    headings = [s.title for s in catalog.document(newest.doc).sections[1:] if _TOPIC.fullmatch(s.title)]
    asked += [f"{heading}有哪些措施？" for heading in headings if heading not in topics]
    return asked[:_MOST]

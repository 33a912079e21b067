"""Stored documents into example questions that they answer."""

import re

from ingest.index.catalog import Catalog
from ingest.index.entry import DocumentInfo

_MOST = 4
_PLANS = ("工作要点", "计划", "方案")
_TASK = re.compile(
    r"(?:推进|推动|加强|强化|落实|抓好|提升|扩大|深化|健全|完善|优化|建设|促进|规范|保障|发展|办好)[\u4e00-\u9fff、]{3,14}"
)


def example_questions(catalog: Catalog) -> list[str]:
    """Ask of the newest plan: who does a task, what a unit does, what is done about a topic."""
    newest = max(catalog.documents(), key=_worth, default=None)
    if newest is None:
        return []
    duties = catalog.duties(docs=(newest.doc,)) or catalog.duties()
    tasks = list(dict.fromkeys(a.section.title for a in duties if _TASK.fullmatch(a.section.title)))
    headings = [s.title for s in catalog.document(newest.doc).sections[1:] if _TASK.fullmatch(s.title)]
    topics = [heading for heading in headings if heading not in tasks[:2]]
    return [
        *(f"“{task}”由谁负责？" for task in tasks[:2]),
        *(f"{unit}负责哪些工作？" for unit, _ in catalog.units()[:1]),
        *(f"“{topic}”有哪些措施？" for topic in topics),
    ][:_MOST]


def _worth(info: DocumentInfo) -> tuple[int, bool, int]:
    """Rank documents: of the newest year, a plan, rich in duties."""
    return max(info.header.years, default=0), info.header.kind in _PLANS, info.duties

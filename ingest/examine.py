"""A file as it was read into what its user should know before it is accepted."""

from collections.abc import Iterator

from ingest.changes import changes
from ingest.inbox import Item, Reading, Stage
from ingest.index.entry import DocumentInfo, Entry
from ingest.library import Library
from ingest.likeness import may_be_one
from ingest.repost import Reposts

_OPEN = {Stage.WAITING, Stage.READ, Stage.WRITING}


def examine(entry: Entry, item: Item, library: Library) -> Reading:
    """Compare an upload that was read with what is stored and with what else was uploaded."""
    info, stored = entry.info, {info.doc: info for info in library.catalog.documents()}
    return Reading(
        recipe=info.recipe,
        header=info.header,
        characters=info.characters,
        sections=info.sections,
        duties=info.duties,
        figures=info.figures,
        deadlines=info.deadlines,
        diagnostics=info.diagnostics,
        likenesses=(*_like_stored(entry, stored, library), *_like_uploaded(item, library)),
        changes=changes(library.catalog.document(item.doc), entry.document) if item.doc in stored else None,
    )


def _like_stored(entry: Entry, stored: dict[str, DocumentInfo], library: Library) -> Iterator[str]:
    """The stored documents that an upload may be a copy of, the surest reason of each."""
    info = entry.info
    others = {doc: other for doc, other in stored.items() if doc != info.doc}
    reposts = Reposts(library.catalog.signatures()).originals(info.doc, entry.signature)
    shares = {doc: share for doc, share in reposts if doc in others and may_be_one(info, others[doc])}
    for doc, other in others.items():
        if other.sha256 == info.sha256:
            yield f"与资料库中的 {doc} 内容完全相同"
        elif doc in shares:
            yield f"与资料库中的 {doc} 文字大致相同（约 {shares[doc]:.0%}）"
        elif other.title == info.title:
            yield f"与资料库中的 {doc} 标题相同"


def _like_uploaded(item: Item, library: Library) -> Iterator[str]:
    """The other uploads that are the same file, or have the same name."""
    for other in library.inbox.items():
        if other.id == item.id or other.stage not in _OPEN:
            continue
        if other.sha256 == item.sha256:
            yield f"与另一份上传的文件 {other.name} 内容完全相同"
        elif other.doc == item.doc:
            yield "另有一份上传的文件同名，收入时后上传的替换先上传的"

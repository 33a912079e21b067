"""What the desk and the library hold into the areas of the tab."""

from concurrent.futures import Future

from markupsafe import Markup

from assistant.assistant import Assistant
from assistant.desk import changes_told
from assistant.ui.library.listing import ORDERS, View, listing
from assistant.ui.markup import notice, or_explain, render
from ingest.inbox import Stage
from ingest.records import Document, Section

_KB = 1024
_TEN = 10
_SHOWN_OF_A_SECTION = 60


def head(assistant: Assistant) -> str:
    """How much is stored, what it takes of the disk, and what can be done about it."""
    documents = assistant.documents()
    return render(
        "library_head",
        count=len(documents),
        characters=sum(info.characters for info in documents),
        trashed=len(assistant.keeper.trash()),
        usage=assistant.keeper.usage(),
        size=size,
    )


def documents(assistant: Assistant, view: View) -> str:
    """One page of the stored documents."""
    shown = listing(assistant.documents(), view)
    return render("library_list", listing=shown, orders={by: order[0] for by, order in ORDERS.items()})


def uploads(assistant: Assistant) -> str:
    """Every upload as far as it has come, the newest first, and how the library is being changed."""
    items = assistant.desk.items()[::-1]
    return render(
        "library_uploads",
        items=items,
        stages=Stage,
        counts={stage: sum(item.stage is stage for item in items) for stage in Stage},
        work=assistant.desk.work,
        rebuilt=Markup(rebuilt(assistant.desk.rebuilding)),
        size=size,
        changes_told=changes_told,
    )


def rebuilt(rebuilding: "Future[int] | None") -> str:
    """What came of rebuilding the indexes, "" while it goes on."""
    if rebuilding is None or not rebuilding.done():
        return ""
    told = "索引已经重建，共 {:,} 段原文，现在都能查到"
    return or_explain(lambda: notice(told.format(rebuilding.result()), "done"))


def preview(assistant: Assistant, id: str) -> str:
    """What was read from an upload: its header, what to check, its outline."""
    item, document = assistant.desk.document(id)
    return render(
        "library_preview",
        item=item,
        reading=item.reading,
        document=document,
        begins=begins,
        stages=Stage,
        changes_told=changes_told,
    )


def trash(assistant: Assistant) -> str:
    """What can be restored."""
    return render("library_trash", removed=assistant.keeper.trash())


def begins(document: Document, section: Section) -> str:
    """The first words of a section under its heading."""
    own = " ".join(document.text[section.body : section.own_end].split())
    return own if len(own) <= _SHOWN_OF_A_SECTION else own[:_SHOWN_OF_A_SECTION] + "…"


def size(count: int) -> str:
    """Bytes as people say them."""
    amount, unit = float(count), "B"
    for larger in ("KB", "MB", "GB", "TB"):
        if amount < _KB:
            break
        amount, unit = amount / _KB, larger
    return f"{amount:.1f} {unit}" if unit != "B" and amount < _TEN else f"{amount:.0f} {unit}"

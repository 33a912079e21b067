"""What somebody clicks in the tab into changes of the library, and what is said of them."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from pathlib import Path

from assistant.assistant import Assistant
from assistant.ui.markup import notice, or_explain
from ingest.inbox import Stage

_PATIENCE = 20.0
"""Seconds somebody waits for a change before the page says that it is to come."""
_DONE_WITH = (Stage.DONE, Stage.FAILED)


def receive(assistant: Assistant, paths: Sequence[str], user: str) -> str:
    """Take uploaded files in; says which were refused."""
    refused = assistant.desk.receive([Path(path) for path in paths], user)
    return notice("\n".join(refused), "error") if refused else ""


def accept(assistant: Assistant, id: str) -> str:
    """Accept an upload, or where none is named every one that was read."""
    assistant.desk.accept(_named(assistant, id, (Stage.READ,)))
    return ""


def discard(assistant: Assistant, id: str) -> str:
    """Discard an upload, or where none is named every one that was read."""
    assistant.desk.discard(_named(assistant, id, (Stage.READ,)))
    return ""


def dismiss(assistant: Assistant, _: str) -> str:
    """Tell no more of the uploads that are stored or have failed."""
    assistant.desk.discard(_named(assistant, "", _DONE_WITH))
    return ""


def remove(assistant: Assistant, doc: str) -> str:
    """Take a document out."""
    return _waited(assistant.desk.remove(doc), f"已从资料库移除：{doc}（30 天内可以在回收站恢复）")


def restore(assistant: Assistant, doc: str) -> str:
    """Put a removed document back."""
    return _waited(assistant.desk.restore(doc), f"已恢复：{doc}")


def reindex(assistant: Assistant, _: str) -> str:
    """Begin to rebuild the indexes; the page follows it like every other change."""
    assistant.desk.reindex()
    return ""


DEEDS: dict[str, Callable[[Assistant, str], str]] = {
    "accept": accept,
    "discard": discard,
    "dismiss": dismiss,
    "remove": remove,
    "restore": restore,
    "reindex": reindex,
}
"""Every change of the library that a click can make, by its name in the page."""


def _named(assistant: Assistant, id: str, stages: Sequence[Stage]) -> list[str]:
    return [id] if id else [item.id for item in assistant.desk.items() if item.stage in stages]


def _waited(change: "Future[None]", done: str) -> str:
    def told() -> str:
        try:
            change.result(_PATIENCE)
        except TimeoutError:
            return notice("前面还有别的改动在进行，轮到时就会完成，不必再点。")
        return notice(done, "done")

    return or_explain(told)

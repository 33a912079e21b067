"""The panel beside every tab: a click on a citation opens the stored text there, the quote marked."""

from typing import TYPE_CHECKING, Any

from assistant.assistant import Assistant
from assistant.citing.pages import page_of
from assistant.ui.markup import QUIET, or_explain, render
from assistant.ui.reader import find_quote, read_section, section_at
from ingest.errors import NotInLibrary

if TYPE_CHECKING:
    import gradio as gr

AREA = (
    "wpArea(element, trigger, props, watch, ['open', 'pick', 'remove', 'again', 'widen', 'vote', 'unvote', "
    "'talk', 'rename', 'delete', 'fresh', 'resume', 'relist', 'whole', 'filters', 'narrow', 'unpick', "
    "'about', 'act'])"
)


def html(name: str, value: str = "", script: str = AREA) -> "gr.HTML":
    """An area of our own HTML whose [data-event] elements raise events in Python, by way of a script.

    :param script: calls the function of the page, defined in `assistant.ui.page`, that connects them, with
        the events that may be raised; Gradio knows of those that stand there in quotes.
    """
    import gradio as gr  # noqa: PLC0415

    return gr.HTML(value, elem_classes=name, js_on_load=script, apply_default_css=False)


def open_place(assistant: Assistant, place: dict[str, str], removable: bool) -> str:
    """The stored text around a place: `doc`, `start`, `end`, `section` where one was chosen, `words` quoted.

    What was quoted from a document that has changed since is looked for, or shown as it was.
    """
    words = place.get("quote") or place.get("words", "")
    try:
        document = assistant.document(place["doc"])
    except NotInLibrary:
        if not words:
            raise
        return render("gone", doc=place["doc"], words=words)
    found = find_quote(document, int(place["start"]), int(place["end"]), words)
    quote = found or (0, 0)
    section = int(place["section"]) if "section" in place else section_at(document, *quote)
    original = assistant.original(document.doc)
    page = page_of(original.path, document.text[slice(*quote)]) if original.path else 0
    missing = "" if found else words
    return read_section(document, section, quote, removable, original=original, page=page, missing=missing)


def told_by(event: "gr.EventData", *needed: str) -> dict[str, Any]:
    """What an element told with its event.

    :param needed: names of values that must be among it.
    :raises gr.Error: it told nothing, or not all of that, as no page of ours does.
    """
    import gradio as gr  # noqa: PLC0415

    if not isinstance(event._data, dict) or not event._data.keys() >= set(needed):
        raise gr.Error("这一步没有完成。请刷新页面后再试一次", print_exception=False)
    return event._data


def opens_sources(
    assistant: Assistant, source: "gr.HTML", *areas: "gr.HTML", removable: bool = False
) -> None:
    """Let every citation in the areas, and every heading in the source itself, open in `source`.

    :param removable: offer to take the opened document out of the library.
    """
    import gradio as gr  # noqa: PLC0415

    def show(event: gr.EventData) -> str:
        told = told_by(event, "doc", "start", "end")
        return or_explain(lambda: open_place(assistant, told, removable))

    for area in (source, *areas):
        area.open(show, None, source, queue=False, **QUIET)

"""The panel beside every tab: a click on a citation opens the stored text there, the quote marked."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from assistant.ui.reader import read_section, section_at
from assistant.ui.markup import notice
from assistant.ui.theme import asset
from ingest.errors import WorkPlanError

if TYPE_CHECKING:
    import gradio as gr

    from assistant.assistant import Assistant


def html(value: str | Callable[[], str] = "", name: str = "") -> "gr.HTML":
    """An area of our own HTML whose [data-event] elements raise events in Python."""
    import gradio as gr  # noqa: PLC0415

    return gr.HTML(value, elem_id=name or None, js_on_load=asset("component.js"), apply_default_css=False)


def open_place(assistant: "Assistant", place: dict[str, str]) -> str:
    """The stored text around a place: `doc`, `start`, `end`, and `section` where that was chosen."""
    quote = (int(place["start"]), int(place["end"]))
    try:
        document = assistant.document(place["doc"])
    except WorkPlanError as error:
        return notice(str(error), "error")
    section = int(place.get("section") or section_at(document, *quote))
    return read_section(document, section, quote)


def opens_sources(assistant: "Assistant", source: "gr.HTML", *areas: "gr.HTML") -> None:
    """Let every citation in the areas, and every heading in the source itself, open in `source`."""
    import gradio as gr  # noqa: PLC0415

    def show(event: gr.EventData) -> str:
        return open_place(assistant, event._data)

    triggers: list[Any] = [area.open for area in (source, *areas)]
    gr.on(triggers, show, None, source, queue=False, show_progress="hidden", api_visibility="private")

"""What a question is narrowed to, ticked or taken away, into events of the page."""

from assistant.assistant import Assistant
from assistant.ui.ask.narrow import filter_of, without
from assistant.ui.ask.parts import Parts
from assistant.ui.ask.show import chips, filters
from assistant.ui.markup import QUIET, or_explain
from ingest.records import Filter


def connect_narrowing(assistant: Assistant, parts: Parts) -> None:
    """Let the choices open above the question box, and keep them and the chips in step."""
    import gradio as gr  # noqa: PLC0415

    def opened(chosen: Filter) -> str:
        return or_explain(lambda: filters(assistant.choices(), chosen))

    def ticked(event: gr.EventData) -> tuple[Filter, str]:
        chosen = filter_of((str(field), str(value)) for field, value in event._data["fields"])
        return chosen, chips(chosen)

    def unpicked(event: gr.EventData, chosen: Filter) -> tuple[Filter, str, str]:
        left = without(chosen, str(event._data["field"]), str(event._data["value"]))
        return left, chips(left), ""

    parts.chips.filters(opened, parts.chosen, parts.filters, queue=False, **QUIET)
    parts.filters.narrow(
        ticked, None, [parts.chosen, parts.chips], queue=False, trigger_mode="always_last", **QUIET
    )
    parts.chips.unpick(unpicked, parts.chosen, [parts.chosen, parts.chips, parts.filters], **QUIET)

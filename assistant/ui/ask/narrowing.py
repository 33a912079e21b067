"""What a question is narrowed to, ticked or taken away, into events of the page."""

from assistant.assistant import Assistant
from assistant.ui.ask.narrow import filter_of, without
from assistant.ui.ask.parts import Parts
from assistant.ui.ask.show import chips, filters
from assistant.ui.markup import QUIET, or_explain
from assistant.ui.panel import told_by
from ingest.records import Filter


def connect_narrowing(assistant: Assistant, parts: Parts) -> None:
    """Let the choices open above the question box, and keep them and the chips in step."""
    import gradio as gr  # noqa: PLC0415

    def opened(chosen: Filter) -> str:
        return or_explain(lambda: filters(assistant.choices(), chosen))

    def ticked(event: gr.EventData) -> tuple[Filter, str]:
        chosen = filter_of((str(field), str(value)) for field, value in told_by(event, "fields")["fields"])
        return chosen, chips(chosen)

    def unpicked(event: gr.EventData, chosen: Filter) -> tuple[Filter, str, str]:
        told = told_by(event, "field", "value")
        left = without(chosen, str(told["field"]), str(told["value"]))
        return left, chips(left), ""

    def about(event: gr.EventData) -> tuple[Filter, str, str]:
        chosen = Filter(docs=(str(told_by(event, "doc")["doc"]),))
        return chosen, chips(chosen), ""

    parts.chips.filters(opened, parts.chosen, parts.filters, queue=False, **QUIET)
    outputs = [parts.chosen, parts.chips]
    # each tick tells all that is ticked, so all are let through, one after the other
    parts.filters.narrow(ticked, None, outputs, trigger_mode="multiple", concurrency_limit=1, **QUIET)
    whole = [*outputs, parts.filters]
    parts.chips.unpick(unpicked, parts.chosen, whole, **QUIET)
    parts.chips.about(about, None, whole, **QUIET)

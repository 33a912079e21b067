"""Tab 浏览: one area whose links and forms say what to show next, and the lists and sources it opens."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from assistant.assistant import Assistant
from assistant.ui.browse.document import show_document
from assistant.ui.browse.guide import show_glossary, show_guide, show_theme
from assistant.ui.browse.matrix import show_cell, show_matrix
from assistant.ui.browse.params import Params
from assistant.ui.browse.search import show_search
from assistant.ui.browse.shelves import show_shelves
from assistant.ui.browse.years import show_years
from assistant.ui.markup import QUIET, or_explain, render
from assistant.ui.panel import html, opens_sources, told_by

if TYPE_CHECKING:
    import gradio as gr

_View = Callable[[Assistant, Params], str]
_VIEWS: Mapping[str, tuple[str, _View]] = {
    "shelves": ("文库", lambda a, p: show_shelves(a.explore, p)),
    "search": ("全文检索", show_search),
    "matrix": ("责任矩阵", lambda a, p: show_matrix(a.explore, p)),
    "years": ("年度对比", show_years),
    "guide": ("新人导览", lambda a, p: show_guide(a.explore, p)),
    "document": ("", show_document),
    "glossary": ("", lambda a, p: show_glossary(a.explore, p)),
}
Seen = tuple[Mapping[str, object], int]
"""What a reader asked for last, and the state of the library it was read from."""

_SCRIPT = "wpBrowse(element, trigger, props, watch, ['go', 'list', 'open'])"
_NOTHING = -1  # the state of no library
_PART_OF = {"document": "shelves", "glossary": "guide"}
_LISTS: Mapping[str, _View] = {
    "cell": lambda a, p: show_cell(a.explore, p),
    "theme": lambda a, p: show_theme(a.explore, p),
}


def show(assistant: Assistant, sent: Mapping[str, object]) -> str:
    """The view a link or form asks for, below the names of all views; the shelves when it names none."""
    params = Params(sent)
    name = params.text("view") if params.text("view") in _VIEWS else "shelves"
    return render(
        "browse/frame",
        views=[(key, title) for key, (title, _) in _VIEWS.items() if title],
        current=_PART_OF.get(name, name),
        view=name,
        turn=params.text("turn"),
        body=or_explain(lambda: _VIEWS[name][1](assistant, params)),
    )


def listed(assistant: Assistant, sent: Mapping[str, object]) -> str:
    """The list a link asks for: the tasks of a cell, the headings of a theme."""
    params = Params(sent)
    make = _LISTS.get(params.text("list"))
    return or_explain(lambda: make(assistant, params)) if make else ""


def browse_tab(assistant: Assistant, tab: "gr.Tab") -> None:
    """Lay out the tab and connect its parts."""
    import gradio as gr  # noqa: PLC0415

    seen = gr.State(({}, _NOTHING))
    with gr.Row(elem_classes="wp-desk wp-browse"):
        work = html("wp-work", "", _SCRIPT)  # filled when the tab is first opened
        with gr.Column(elem_classes="wp-side"):
            found = html("wp-found wp-lists", "", _SCRIPT)
            source = html("wp-sources")
    opens_sources(assistant, source, work, found)

    def look(sent: Mapping[str, object]) -> tuple[str, Seen]:
        return show(assistant, sent), (sent, assistant.explore.generation())

    def go(event: gr.EventData, before: Seen) -> tuple[Any, ...]:
        stays = Params(told_by(event)).text("view") == Params(before[0]).text("view")
        beside = (gr.skip(), gr.skip()) if stays else ("", "")  # what another view opened is closed
        return *look(told_by(event)), *beside

    def again(before: Seen) -> "tuple[str, Seen] | dict[str, str]":
        is_new = assistant.explore.generation() != before[1]
        return look(before[0]) if is_new else gr.skip()

    def fill(event: gr.EventData) -> str:
        return listed(assistant, told_by(event))

    work.go(go, seen, [work, seen, found, source], queue=False, **QUIET)
    work.list(fill, None, found, queue=False, **QUIET)
    tab.select(again, seen, [work, seen], **QUIET)

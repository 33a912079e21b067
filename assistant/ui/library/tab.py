"""Tab 文档库: its areas, and what happens in them when somebody clicks, types or uploads."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from assistant.accounts import Role
from assistant.assistant import Assistant
from assistant.ui.library.deeds import DEEDS, receive
from assistant.ui.library.listing import View
from assistant.ui.library.pages import documents as show_documents
from assistant.ui.library.pages import head as show_head
from assistant.ui.library.pages import preview as show_preview
from assistant.ui.library.pages import trash as show_trash
from assistant.ui.library.pages import uploads as show_uploads
from assistant.ui.markup import QUIET, or_explain, render
from assistant.ui.panel import html, opens_sources, told_by
from assistant.ui.who import user_of, why_not

if TYPE_CHECKING:
    import gradio as gr

_SECONDS_BETWEEN_LOOKS = 0.7
_PEOPLE = 8
"""How many may change the library at once; their changes wait in the desk's line."""


def library_tab(assistant: Assistant, tab: "gr.Tab") -> None:
    """Lay out the tab and connect its parts."""
    areas = _Areas(assistant)
    opens_sources(assistant, areas.source, areas.listed, removable=True)
    areas.connect(tab)


class _Areas:
    """The parts of the tab; every event answers with those it may have changed."""

    def __init__(self, assistant: Assistant) -> None:
        import gradio as gr  # noqa: PLC0415

        self.assistant = assistant
        self.view = gr.State(View())
        self.timer = gr.Timer(_SECONDS_BETWEEN_LOOKS, active=False)
        with gr.Row(elem_classes="wp-desk"):
            with gr.Column(elem_classes="wp-work wp-library"):
                self.head = html("wp-holdings")  # these three are filled each time the tab is opened
                self.uploads = html("wp-inbox")
                self.search = gr.Textbox(
                    elem_classes="wp-search",
                    label="查找文档",
                    show_label=False,
                    placeholder="按名称、年份、类型或发文单位查找",
                    max_lines=1,
                    max_length=60,
                )
                self.listed = html("wp-listed")
            with gr.Column(elem_classes="wp-side"):
                html("wp-found", render("hint", text="点开一份文档，这里会显示它的目录和全文。"))
                self.source = html("wp-sources")
            with gr.Column(elem_classes="wp-form wp-upload"):
                self.report = html("wp-report")
                self.files = gr.UploadButton("上传文件", file_count="multiple")

    def connect(self, tab: "gr.Tab") -> None:
        """Let the areas follow each other."""
        import gradio as gr  # noqa: PLC0415

        def act(event: gr.EventData, view: View, request: gr.Request) -> dict[Any, Any]:
            refused = why_not(self.assistant, request, Role.EDITOR)
            return {self.report: refused} if refused else self.act(told_by(event), view)

        def add(paths: list[str], view: View, request: gr.Request) -> tuple[Any, ...]:
            if refused := why_not(self.assistant, request, Role.EDITOR):
                return refused, *self.look(view)
            return self.add(paths, view, user_of(request))

        def turn(event: gr.EventData, view: View) -> tuple[View, str]:
            view = replace(view, **_turned(told_by(event, "act")))
            return view, self.show_list(view)

        shown = [self.head, self.uploads, self.listed, self.timer]
        at_once, many = {"queue": False, **QUIET}, {"concurrency_limit": _PEOPLE, **QUIET}
        tab.select(self.look, self.view, shown, **at_once)
        self.timer.tick(self.follow, self.view, shown, **at_once)
        typed = {"trigger_mode": "always_last", **at_once}
        self.search.change(self.find, [self.search, self.view], [self.view, self.listed], **typed)
        self.listed.act(turn, self.view, [self.view, self.listed], **at_once)
        self.files.upload(add, [self.files, self.view], [self.report, *shown], **many)
        for clicked in (self.head.act, self.uploads.act, self.source.act, self.source.remove):
            clicked(act, self.view, [*shown, self.report, self.source], **many)

    def act(self, clicked: dict[str, str], view: View) -> dict[Any, Any]:
        """Answer a click: show something beside the list, or change the library and show what came of it."""
        name, named = clicked.get("act", "remove"), clicked.get("id") or clicked.get("doc", "")
        if name in ("preview", "trash"):
            return {self.source: self.show_beside(name, named)}
        told = or_explain(lambda: DEEDS[name](self.assistant, named))
        beside = self.show_beside("trash", "") if name == "restore" else ""
        return {**self.look_again(view), self.report: told, self.source: beside}

    def add(self, paths: list[str], view: View, user: str) -> tuple[Any, ...]:
        """Take uploads in."""
        told = or_explain(lambda: receive(self.assistant, paths, user))
        return told, *self.look(view)

    def find(self, words: str, view: View) -> tuple[View, str]:
        """Show the documents that name some words."""
        view = replace(view, words=words, page=0)
        return view, self.show_list(view)

    def follow(self, view: View) -> dict[Any, Any]:
        """The uploads, looked at again and again while something is going on; then everything once more."""
        is_busy = self.assistant.desk.is_busy
        return {self.uploads: self.show_uploads()} if is_busy else self.look_again(view)

    def look(self, view: View) -> tuple[Any, ...]:
        """Everything as it is now."""
        return tuple(self.look_again(view).values())

    def look_again(self, view: View) -> dict[Any, Any]:
        """The same by area."""
        import gradio as gr  # noqa: PLC0415

        is_busy = self.assistant.desk.is_busy  # first: what ends meanwhile is looked at once more
        return {
            self.head: self.show_head(),
            self.uploads: self.show_uploads(),
            self.listed: self.show_list(view),
            self.timer: gr.Timer(active=is_busy),
        }

    def show_head(self) -> str:
        return or_explain(lambda: show_head(self.assistant))

    def show_uploads(self) -> str:
        return or_explain(lambda: show_uploads(self.assistant))

    def show_list(self, view: View) -> str:
        return or_explain(lambda: show_documents(self.assistant, view))

    def show_beside(self, name: str, id: str) -> str:
        if name == "trash":
            return or_explain(lambda: show_trash(self.assistant))
        return or_explain(lambda: show_preview(self.assistant, id))


def _turned(clicked: dict[str, str]) -> dict[str, Any]:
    """What a click in the list changes of the view: its order, or its page."""
    if clicked["act"] == "sort":
        return {"by": clicked.get("by", ""), "page": 0}
    page = str(clicked.get("page", ""))
    return {"page": int(page) if page.isdecimal() else 0}

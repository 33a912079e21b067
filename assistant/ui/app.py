"""The Assistant's functions as tabs of one Gradio app."""

from typing import TYPE_CHECKING

from assistant.accounts import Role
from assistant.accounts.roles import covers
from assistant.api.endpoints import add_endpoints, hide_others
from assistant.api.service import Service
from assistant.assistant import Assistant
from assistant.ui.ask import ask_tab
from assistant.ui.bounds import bound
from assistant.ui.browse.tab import browse_tab
from assistant.ui.draft import draft_tab
from assistant.ui.files import closed_blocks
from assistant.ui.library import library_tab
from assistant.ui.markup import QUIET, render
from assistant.ui.panel import html
from assistant.ui.users import users_tab
from assistant.ui.who import user_of

if TYPE_CHECKING:
    import gradio as gr


def build_app(assistant: Assistant, service: Service) -> "gr.Blocks":
    """Lay out the app; several people may use it at once, each with a conversation of their own."""
    import gradio as gr  # noqa: PLC0415

    blocks = closed_blocks(title="工作计划助手", analytics_enabled=False, fill_width=True)
    with blocks:
        top = html("wp-top", render("header", user=None))
        with gr.Tabs(elem_id="wp-tabs"):
            with gr.Tab("问答") as asking:
                ask_tab(assistant, blocks, asking)
            with gr.Tab("浏览") as browsing:
                browse_tab(assistant, browsing)
            with gr.Tab("起草"):
                draft_tab(assistant)
            with gr.Tab("文档库") as storing:
                library_tab(assistant, storing)
            if assistant.settings.auth == "on":
                with gr.Tab("用户", visible=False) as managing:
                    users_tab(assistant, managing)
                _greets(assistant, blocks, top, managing)
        add_endpoints(service)
    hide_others(blocks)
    bound(blocks)
    return blocks


def _greets(assistant: Assistant, blocks: "gr.Blocks", top: "gr.HTML", managing: "gr.Tab") -> None:
    """Say who is logged in, and show admins their tab, each time the page is opened."""
    import gradio as gr  # noqa: PLC0415

    def greet(request: gr.Request) -> tuple[str, gr.Tab]:
        user = assistant.accounts.user(user_of(request))
        return render("header", user=user), gr.Tab(visible=covers(user.role, Role.ADMIN))

    blocks.load(greet, None, [top, managing], queue=False, **QUIET)

"""Tab 用户: admins see the accounts and what was voted on, and change the accounts."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from assistant.accounts import Role
from assistant.assistant import Assistant
from assistant.ui.markup import QUIET, notice, or_explain, render
from assistant.ui.panel import html
from assistant.ui.who import why_not

if TYPE_CHECKING:
    import gradio as gr

Change = Callable[[Assistant, str, str, str], str]
"""Takes name, password and role, changes an account and says so."""

_VOTES_SHOWN = 200


def add(assistant: Assistant, name: str, password: str, role: str) -> str:
    """Make an account."""
    user = assistant.accounts.add(name, Role(role), password)
    return f"已添加{user.role.shown}：{user.name}。请把用户名和密码告诉本人"


def set_role(assistant: Assistant, name: str, password: str, role: str) -> str:
    """Give another role."""
    assistant.accounts.set_role(name, Role(role))
    return f"{name} 现在是{Role(role).shown}"


def set_password(assistant: Assistant, name: str, password: str, role: str) -> str:
    """Give another password."""
    assistant.accounts.set_password(name, password)
    return f"已改密码：{name}。已登录的网页需要重新登录"


def disable(assistant: Assistant, name: str, password: str, role: str) -> str:
    """Let a user log in no more."""
    assistant.accounts.disable(name)
    return f"已停用：{name}"


def enable(assistant: Assistant, name: str, password: str, role: str) -> str:
    """Let a user log in again."""
    assistant.accounts.enable(name)
    return f"已启用：{name}"


def remove(assistant: Assistant, name: str, password: str, role: str) -> str:
    """Delete an account with its conversations."""
    assistant.remove_user(name)
    return f"已删除：{name} 和他的全部对话"


_BUTTONS: dict[str, Change] = {
    "添加": add,
    "改角色": set_role,
    "改密码": set_password,
    "停用": disable,
    "启用": enable,
}


def listing(assistant: Assistant) -> str:
    """The accounts."""
    return render("users", users=assistant.accounts.users())


def votes(assistant: Assistant) -> str:
    """The answers that users voted on, the newest vote first."""
    return render("votes", votes=assistant.history.feedback(_VOTES_SHOWN))


def users_tab(assistant: Assistant, tab: "gr.Tab") -> None:
    """Lay out the tab and connect its parts; nothing is shown or done before the role was asked."""
    import gradio as gr  # noqa: PLC0415

    with gr.Row(elem_classes="wp-desk"):
        listed = html("wp-work")
        with gr.Column(elem_classes="wp-side"):
            voted = html("wp-found")
        with gr.Column(elem_classes="wp-form wp-users"):
            said = html("wp-report")
            with gr.Row(elem_classes="wp-fields"):
                name = gr.Textbox(label="用户名", max_length=64, max_lines=1)
                password = gr.Textbox(label="密码（至少 8 个字符）", type="password", max_length=256)
                role = gr.Dropdown([(r.shown, r.value) for r in Role], label="角色", filterable=False)
            with gr.Row():
                buttons = {text: gr.Button(text, min_width=80) for text in _BUTTONS}

    def show(request: gr.Request) -> tuple[str, str]:
        refused = why_not(assistant, request, Role.ADMIN)
        return (refused, "") if refused else (listing(assistant), votes(assistant))

    def picked(event: gr.EventData) -> tuple[str, str]:
        return str(event.name), str(event.role)

    def doing(change: Change) -> Callable[..., tuple[str, str, str]]:
        def do(name: str, password: str, role: str, request: gr.Request) -> tuple[str, str, str]:
            refused = why_not(assistant, request, Role.ADMIN)
            return (refused, "", "") if refused else (*changed(assistant, change, name, password, role), "")

        return do

    def remove_one(event: gr.EventData, request: gr.Request) -> tuple[str, str]:
        refused = why_not(assistant, request, Role.ADMIN)
        return (refused, "") if refused else changed(assistant, remove, str(event.name))

    tab.select(show, None, [listed, voted], **QUIET)
    listed.pick(picked, None, [name, role], queue=False, **QUIET)
    listed.remove(remove_one, None, [said, listed], **QUIET)
    for text, change in _BUTTONS.items():
        buttons[text].click(doing(change), [name, password, role], [said, listed, password], **QUIET)


def changed(
    assistant: Assistant, change: Change, name: str, password: str = "", role: str = ""
) -> tuple[str, str]:
    """Change an account: what came of it, and the accounts as they are then."""
    said = or_explain(lambda: notice(change(assistant, name, password, role or Role.READER), "done"))
    return said, listing(assistant)

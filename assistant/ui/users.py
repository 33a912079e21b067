"""Tab 用户: admins see the accounts and what was voted on, and change the accounts."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from assistant.accounts import Role
from assistant.accounts.store import folded
from assistant.assistant import Assistant
from assistant.http.faults import explain
from assistant.ui.markup import QUIET, notice, render
from assistant.ui.panel import html, told_by
from assistant.ui.who import user_of, why_not
from ingest.errors import NotAllowed

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


DEEDS: dict[str, Change] = {
    "add": add,
    "role": set_role,
    "password": set_password,
    "disable": disable,
    "enable": enable,
    "remove": remove,
}
"""Every change of an account that a click can make, by its name in the page."""


def listing(assistant: Assistant, own: str) -> str:
    """The accounts; the one of the admin who looks offers no change."""
    return render("users", users=assistant.accounts.users(), own=own, every_role=Role)


def votes(assistant: Assistant) -> str:
    """The answers that users voted on, the newest vote first."""
    return render("votes", votes=assistant.history.feedback(_VOTES_SHOWN))


def change(assistant: Assistant, clicked: Mapping[str, Any], own: str) -> str:
    """Make the change that was clicked, and say so.

    :param own: the name of who clicked, whose account others must change.
    :raises NotAllowed: it is that account.
    """
    sent = {**clicked, **dict(clicked.get("fields", ()))}
    name, password, role = (str(sent.get(key) or "") for key in ("name", "password", "role"))
    if folded(name) == own:
        raise NotAllowed("不能在这里更改自己的账号。改密码请点页面上方的“改密码”，其余请由另一位管理员来改")
    return DEEDS[sent["act"]](assistant, name, password, role)


def users_tab(assistant: Assistant, tab: "gr.Tab") -> None:
    """Lay out the tab and connect its parts; nothing is shown or done before the role was asked."""
    import gradio as gr  # noqa: PLC0415

    with gr.Row(elem_classes="wp-desk"):
        listed = html("wp-work")
        with gr.Column(elem_classes="wp-side"):
            voted = html("wp-found")
        with gr.Column(elem_classes="wp-form wp-users"):
            said = html("wp-report")

    def show(request: gr.Request) -> tuple[str, str, str]:
        refused = why_not(assistant, request, Role.ADMIN)
        return ("", refused, "") if refused else ("", listing(assistant, user_of(request)), votes(assistant))

    def act(event: gr.EventData, request: gr.Request) -> tuple[str, Any]:
        if refused := why_not(assistant, request, Role.ADMIN):
            return refused, ""
        clicked = told_by(event, "act")
        try:
            told = change(assistant, clicked, user_of(request))
        except Exception as error:
            return notice(explain(error), "error"), gr.skip()  # what was typed stays
        return notice(told, "done"), listing(assistant, user_of(request))

    tab.select(show, None, [said, listed, voted], **QUIET)
    listed.act(act, None, [said, listed], **QUIET)

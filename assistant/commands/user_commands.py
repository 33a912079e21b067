"""`workplan user …`: words on the command line into changes of the accounts."""

import getpass
import json
import sys
from collections.abc import Callable

import click

from assistant.accounts import Role, User
from assistant.assistant import Assistant
from assistant.commands.usage import Group
from assistant.settings import load_settings
from ingest.errors import InvalidEntry

_name = click.argument("name", metavar="用户名")
_ROLES = "reader 读者（默认）、editor 编辑、admin 管理员"
_role = click.Choice([role.value for role in Role])
_as_json = click.option("--json", "json_", is_flag=True, help="以 JSON 输出")


@click.group(cls=Group, name="user", help="管理登录用户（WORKPLAN_AUTH=on 时使用）。")
def user() -> None:
    """The commands about accounts."""


@user.command(help="添加用户；密码在提示后输入，或从标准输入读一行。")
@_name
@click.option(
    "--role",
    type=_role,
    default=Role.READER.value,
    metavar="角色",
    help="reader 读者（默认）、editor 编辑、admin 管理员",
)
@_as_json
def add(name: str, role: str, json_: bool) -> None:
    """Make an account."""
    with Assistant.open(load_settings()) as assistant:
        made = assistant.accounts.add(name, Role(role), _password())
    _print(made, f"已添加{made.role.shown}：{made.name}", json_)


@user.command(name="list", help="列出用户。")
@_as_json
def list_(json_: bool) -> None:
    """List the accounts."""
    with Assistant.open(load_settings()) as assistant:
        found = assistant.accounts.users()
    if json_:
        click.echo(json.dumps({"users": [_json(each) for each in found]}))
    elif not found:
        click.echo("还没有用户。用 workplan user add 名字 --role admin 添加第一位管理员")
    for each in () if json_ else found:
        click.echo(f"{each.name}　{each.role.shown}{'（已停用）' if each.disabled else ''}")


@user.command(help="改变用户的角色。")
@_name
@click.argument("role", type=_role, metavar="角色")
@_as_json
def role(name: str, role: str, json_: bool) -> None:
    """Give another role."""
    changed = _changed(name, lambda assistant: assistant.accounts.set_role(name, Role(role)))
    _print(changed, f"{changed.name} 现在是{changed.role.shown}", json_)


@user.command(help="改密码；已登录的网页需要重新登录。")
@_name
@_as_json
def password(name: str, json_: bool) -> None:
    """Give another password."""
    changed = _changed(name, lambda assistant: assistant.accounts.set_password(name, _password()))
    _print(changed, f"已改密码：{changed.name}", json_)


@user.command(help="停用用户，保留其对话。")
@_name
@_as_json
def disable(name: str, json_: bool) -> None:
    """Let a user log in no more."""
    changed = _changed(name, lambda assistant: assistant.accounts.disable(name))
    _print(changed, f"已停用：{changed.name}", json_)


@user.command(help="重新启用用户。")
@_name
@_as_json
def enable(name: str, json_: bool) -> None:
    """Let a user log in again."""
    changed = _changed(name, lambda assistant: assistant.accounts.enable(name))
    _print(changed, f"已启用：{changed.name}", json_)


@user.command(help="删除用户和他的全部对话。")
@_name
@_as_json
def remove(name: str, json_: bool) -> None:
    """Delete an account with its conversations."""
    with Assistant.open(load_settings()) as assistant:
        removed = assistant.accounts.user(name)
        assistant.remove_user(name)
    _print(removed, f"已删除：{removed.name}", json_)


def _changed(name: str, change: Callable[[Assistant], None]) -> User:
    """Change the account of that name and return it as it is then."""
    with Assistant.open(load_settings()) as assistant:
        assistant.accounts.user(name)
        change(assistant)
        return assistant.accounts.user(name)


def _password() -> str:
    """A password typed twice, or one line of what is piped in."""
    if not _is_typed():
        return sys.stdin.readline().rstrip("\r\n")
    typed = getpass.getpass("密码：")
    if getpass.getpass("再输一次：") != typed:
        raise InvalidEntry("两次输入的密码不一样。请重新运行这条命令")
    return typed


def _print(user: User, said: str, json_: bool) -> None:
    click.echo(json.dumps(_json(user)) if json_ else said)


def _json(user: User) -> dict[str, object]:
    return {"name": user.name, "role": user.role.value, "disabled": user.disabled}


def _is_typed() -> bool:
    return sys.stdin.isatty()

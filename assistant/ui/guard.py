"""The web app into one that only those reach who may: foreign sites, strangers and floods stay outside."""

import ipaddress
from typing import TYPE_CHECKING

from assistant.assistant import Assistant
from assistant.ui.gate import Gate
from assistant.ui.login import Login
from assistant.ui.origin import SameOrigin
from assistant.ui.sizes import SizeLimit
from assistant.ui.throttle import Throttle
from ingest.errors import SettingsError

if TYPE_CHECKING:
    from fastapi import FastAPI

_THIS_COMPUTER = ("127.0.0.1", "localhost", "::1")


def check_access(assistant: Assistant) -> None:
    """Let no app begin that strangers could use, or nobody.

    :raises SettingsError: other computers could open it without a login, or there is no admin to log in.
    """
    settings = assistant.settings
    if settings.auth == "off" and not _is_loopback(settings.host):
        raise SettingsError(
            f"地址 {settings.host} 让别的电脑也能打开网页，而登录没有开启。请设 WORKPLAN_AUTH=on，"
            "或把 WORKPLAN_HOST 改回 127.0.0.1"
        )
    if settings.auth == "on" and not assistant.accounts.has_admin():
        raise SettingsError(
            "登录已开启（WORKPLAN_AUTH=on），但还没有管理员。请先运行 workplan user add 名字 --role admin"
        )


def guard(app: "FastAPI", assistant: Assistant) -> None:
    """Put the middlewares around an app, and the login into it where people log in."""
    if assistant.settings.auth == "on":
        app.router.routes.extend(Login(assistant.accounts, assistant.sessions).routes())
        app.add_middleware(Throttle)
        app.add_middleware(Gate, sessions=assistant.sessions)
        app.add_middleware(SizeLimit)
        app.add_middleware(SameOrigin)
    else:
        app.add_middleware(SizeLimit)
        app.add_middleware(SameOrigin, hosts={assistant.settings.host, *_THIS_COMPUTER})


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"

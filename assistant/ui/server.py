"""The Assistant as a web app on one address, until it is told to stop."""

import contextlib
import errno
import gc
import logging
import shutil
import signal
import socket
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from assistant.api.door import Door
from assistant.api.health import health_route
from assistant.api.service import Service
from assistant.api.tools import Tools
from assistant.assistant import Assistant
from assistant.beside import Beside
from assistant.http.requests import Requests, current_request
from assistant.logs import logging_to
from assistant.ui.app import build_app
from assistant.ui.browse.download import add_matrix
from assistant.ui.downloads import add_downloads
from assistant.ui.gate import logged_in
from assistant.ui.guard import check_access, guard
from assistant.ui.page import ChinesePage
from assistant.ui.theme import ASSETS, theme
from assistant.ui.toolkit import load_gradio
from ingest.collector import keep_for_good
from ingest.errors import SettingsError

if TYPE_CHECKING:
    import uvicorn
    from fastapi import FastAPI

_REASONS = {errno.EADDRINUSE: "端口已被占用", errno.EACCES: "没有使用这个端口的权限"}
_SECONDS_TO_FINISH = 2
_SECONDS_TO_UPLOAD = 86_400
_UPLOADS = "uploads-"


def serve(assistant: Assistant, announce: Callable[[str], None]) -> None:
    """Serve the web app at the configured address until Ctrl+C or SIGTERM.

    :param announce: is told the address once the app is ready.
    :raises SettingsError: when the address cannot be used, e.g. because another program holds the port, or
        would let in people whom nobody knows.
    """
    check_access(assistant)
    if not assistant.has_chat_model:  # which is waited for, without computing
        assistant.turns.helper = Beside(assistant.settings)
    host, port = assistant.settings.host, assistant.settings.port
    gc.disable()  # while all is loaded, next to nothing is garbage
    with listen(host, port) as listener, _uploads_below(assistant), ThreadPoolExecutor(1) as background:

        def ready() -> None:
            announce(f"http://{_shown(host)}:{port}")
            background.submit(_warm_up, assistant)

        # uvicorn finishes the open requests and raises the signal again: as Ctrl+C, so that callers close up
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        with (
            contextlib.suppress(KeyboardInterrupt),
            logging_to(assistant.settings.home / "logs", current_request),
        ):
            _server(application(assistant), ready).run(sockets=[listener])


def _warm_up(assistant: Assistant) -> None:
    """Load indexes and model before the first question, which will tell what is wrong with them."""
    try:
        assistant.search("工作", 1)
    finally:
        keep_for_good()


def listen(host: str, port: int) -> socket.socket:
    """Take the port now, so that a taken one is known before anything is loaded."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        if sys.platform != "win32":  # there it would let two programs share the port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        raise SettingsError(
            f"无法使用地址 {host}:{port}：{_REASONS.get(error.errno or 0, '这台电脑没有这个地址')}。"
            "请关闭占用它的程序，或用 WORKPLAN_PORT、WORKPLAN_HOST 换一个"
        ) from error
    return listener


def application(assistant: Assistant) -> "FastAPI":
    """The whole web app as one ASGI application."""
    load_gradio()
    import gradio as gr  # noqa: PLC0415
    from fastapi import FastAPI  # noqa: PLC0415
    from starlette.routing import Route  # noqa: PLC0415

    service = Service(assistant)
    tools = Tools(service)
    app = FastAPI(openapi_url=None, lifespan=tools.lifespan)
    app.add_middleware(ChinesePage)
    app.add_middleware(Door, service=service)
    add_downloads(app, assistant)
    add_matrix(app, assistant)
    guard(app, assistant)
    app.add_middleware(Requests)
    app.router.routes += [Route("/mcp", tools), Route("/health", health_route(assistant))]
    gr.mount_gradio_app(
        app,
        build_app(assistant, service),
        path="/",
        footer_links=[],
        run_history=False,
        show_error=False,
        max_file_size=assistant.settings.largest_file,
        theme=theme(),
        auth_dependency=logged_in if assistant.settings.auth == "on" else None,
        css_paths=[ASSETS / "page.css", ASSETS / "browse.css"],
    )
    return app


def _server(app: "FastAPI", ready: Callable[[], None]) -> "uvicorn.Server":
    import uvicorn  # noqa: PLC0415
    from gradio.routes import App  # noqa: PLC0415
    from starlette.routing import Mount  # noqa: PLC0415

    class Server(uvicorn.Server):
        """Says when there is something to see, and does not wait for open pages when told to stop."""

        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            ready()

        async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
            for route in app.routes:
                if isinstance(route, Mount) and isinstance(route.app, App):
                    route.app.stop_event.set()  # ends the stream that every open page holds
            logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)  # cut requests are no news now
            await super().shutdown(sockets)

    return Server(
        uvicorn.Config(app, log_level="warning", timeout_graceful_shutdown=_SECONDS_TO_FINISH, ws="none")
    )


def _shown(host: str) -> str:
    """The host as a browser on this computer takes it."""
    if host in ("0.0.0.0", "::"):
        return "127.0.0.1"
    return f"[{host}]" if ":" in host else host


@contextlib.contextmanager
def _uploads_below(assistant: Assistant) -> Iterator[None]:
    """Let Gradio keep uploads in a folder of ours, not in one that all users of the computer share."""
    for stray in assistant.settings.home.glob(f"{_UPLOADS}*"):  # of a program that was killed
        if stray.stat().st_mtime < time.time() - _SECONDS_TO_UPLOAD:
            shutil.rmtree(stray, ignore_errors=True)
    before = tempfile.tempdir
    with tempfile.TemporaryDirectory(prefix=_UPLOADS, dir=assistant.settings.home) as folder:
        tempfile.tempdir = folder
        try:
            yield
        finally:
            tempfile.tempdir = before

"""The Assistant as a web app on one address, until it is told to stop."""

import contextlib
import errno
import logging
import signal
import socket
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from assistant.assistant import Assistant
from assistant.ui.app import build_app
from assistant.ui.browse.download import add_matrix
from assistant.ui.page import ChinesePage
from assistant.ui.theme import ASSETS, theme
from ingest.errors import SettingsError

if TYPE_CHECKING:
    import uvicorn
    from fastapi import FastAPI

_LARGEST_UPLOAD = "100mb"
_REASONS = {errno.EADDRINUSE: "端口已被占用", errno.EACCES: "没有使用这个端口的权限"}
_SECONDS_TO_FINISH = 2


def serve(assistant: Assistant, announce: Callable[[str], None]) -> None:
    """Serve the web app at the configured address until Ctrl+C or SIGTERM.

    :param announce: is told the address once the app is ready.
    :raises SettingsError: when the address cannot be used, e.g. because another program holds the port.
    """
    host, port = assistant.settings.host, assistant.settings.port
    with listen(host, port) as listener, _uploads_below(assistant), ThreadPoolExecutor(1) as background:

        def ready() -> None:
            announce(f"http://{_shown(host)}:{port}")
            # loads indexes and model before the first question, which will tell what is wrong with them
            background.submit(assistant.search, "工作", 1)

        # uvicorn finishes the open requests and raises the signal again: as Ctrl+C, so that callers close up
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        with contextlib.suppress(KeyboardInterrupt):
            _server(application(assistant), ready).run(sockets=[listener])


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
    import gradio as gr  # noqa: PLC0415
    from fastapi import FastAPI  # noqa: PLC0415

    app = FastAPI(openapi_url=None)
    app.add_middleware(ChinesePage)
    add_matrix(app, assistant)
    gr.mount_gradio_app(
        app,
        build_app(assistant),
        path="/",
        footer_links=[],
        run_history=False,
        show_error=False,
        max_file_size=_LARGEST_UPLOAD,
        theme=theme(),
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
    before = tempfile.tempdir
    with tempfile.TemporaryDirectory(prefix="uploads-", dir=assistant.settings.home) as folder:
        tempfile.tempdir = folder
        try:
            yield
        finally:
            tempfile.tempdir = before

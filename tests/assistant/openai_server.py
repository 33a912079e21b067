"""A local server that speaks the OpenAI chat protocol and answers from a script."""

import contextlib
import json
import threading
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Reply:
    """One scripted answer.

    :param pieces: the words of the answer, one streamed event each.
    :param status: anything but 200 is an error body instead of an answer.
    :param pause: seconds of silence before each piece after the first (or before the first: `hesitate`).
    :param breaks: hang up in the middle of the stream.
    :param raw: bytes sent instead of any event.
    """

    pieces: tuple[str, ...] = ()
    status: int = 200
    pause: float = 0.0
    hesitate: float = 0.0
    breaks: bool = False
    finishes: bool = True
    raw: bytes | None = None


def says(text: str, size: int = 3) -> Reply:
    """A well-formed answer, streamed a few characters at a time."""
    return Reply(tuple(text[at : at + size] for at in range(0, len(text), size)))


@dataclass
class OpenAIServer:
    """The script still to be played, and what was asked so far."""

    base_url: str
    replies: deque[Reply] = field(default_factory=deque)
    requests: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    hung_up: threading.Event = field(default_factory=threading.Event)

    def enqueue(self, *replies: Reply) -> None:
        self.replies.extend(replies)

    @property
    def prompt(self) -> str:
        """Everything the model was told last."""
        return "\n".join(message["content"] for message in self.requests[-1]["messages"])


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    @property
    def script(self) -> "OpenAIServer":
        assert isinstance(self.server, _Server)
        return self.server.script

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.script.requests.append(body)
        self.script.headers.append(dict(self.headers))
        reply = self.script.replies.popleft()
        try:
            if not self.path.endswith("/chat/completions"):
                reply = Reply(status=404)
            if reply.status != 200:
                self._whole(reply.status, {"error": {"message": "no", "type": "x", "code": None}})
            elif body.get("stream"):
                self._stream(reply)
            else:
                message = {"role": "assistant", "content": "".join(reply.pieces)}
                choice = {"index": 0, "message": message, "finish_reason": "stop"}
                self._whole(200, self._envelope("chat.completion", choice))
        except OSError:
            self.script.hung_up.set()
            self.close_connection = True

    def _whole(self, status: int, payload: dict[str, Any]) -> None:
        data = json.dumps(payload).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def _stream(self, reply: Reply) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        if reply.raw is not None:
            self._chunk(reply.raw)
        time.sleep(reply.hesitate)
        for index, piece in enumerate(reply.pieces):
            time.sleep(reply.pause if index else 0)
            self._event({"index": 0, "delta": {"role": "assistant", "content": piece}, "finish_reason": None})
        if reply.breaks:
            self.close_connection = True
            return
        if reply.finishes and reply.raw is None:
            self._event({"index": 0, "delta": {}, "finish_reason": "stop"})
            self._chunk(b"data: [DONE]\n\n")
        self.wfile.write(b"0\r\n\r\n")

    def _event(self, choice: dict[str, Any]) -> None:
        payload = self._envelope("chat.completion.chunk", choice)
        self._chunk(b"data: " + json.dumps(payload).encode() + b"\n\n")

    def _envelope(self, kind: str, choice: dict[str, Any]) -> dict[str, Any]:
        return {"id": "1", "object": kind, "created": 0, "model": "scripted", "choices": [choice]}

    def _chunk(self, data: bytes) -> None:
        self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
        self.wfile.flush()

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet."""


class _Server(ThreadingHTTPServer):
    script: OpenAIServer

    def handle_error(self, request: object, client_address: object) -> None:
        """Pass over connections the client has reset: that is what hanging up looks like from here."""


@contextlib.contextmanager
def serve() -> Iterator[OpenAIServer]:
    """Play a script on a free port of this machine."""
    with _Server(("127.0.0.1", 0), _Handler) as http:
        script = http.script = OpenAIServer(f"http://127.0.0.1:{http.server_port}/v1")
        thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield script
        finally:
            http.shutdown()
            thread.join()

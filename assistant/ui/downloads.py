"""Files the page links to, over HTTP: the original of a stored document, answers as a Word file."""

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from assistant.assistant import Assistant
from assistant.export import Answered, answers_docx
from assistant.ui.gate import logged_in
from assistant.ui.who import LOCAL
from ingest.errors import WorkPlanError

if TYPE_CHECKING:
    from fastapi import FastAPI
    from starlette.requests import Request
    from starlette.responses import Response

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|？\s\x00-\x1f]')
_LONGEST_NAME = 40
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "Cache-Control": "private, no-store",
}


def add_downloads(app: "FastAPI", assistant: Assistant) -> None:
    """Give out files as attachments, never to be shown as a page of ours."""

    def original(request: "Request") -> "Response":
        return original_file(assistant, request.query_params.get("doc", ""))

    def export(request: "Request") -> "Response":
        asked = request.query_params
        return exported_file(assistant, logged_in(request) or LOCAL, asked.get("c", ""), asked.get("m", ""))

    app.add_route("/original", original)
    app.add_route("/export", export)


def original_file(assistant: Assistant, doc: str) -> "Response":
    """The file a stored document was read from, or one line that says why there is none.

    Documents are looked up by their name in the library: no part of a request is ever a path.
    """
    from starlette.responses import FileResponse  # noqa: PLC0415

    try:
        found = assistant.original(doc)
    except WorkPlanError as error:
        return refused(str(error))
    if found.path is None:
        return refused(f"下载不了：{doc}。{found.reason}")
    return FileResponse(
        found.path, filename=found.path.name, media_type="application/octet-stream", headers=_HEADERS
    )


def exported_file(assistant: Assistant, user: str, conversation: str, message: str = "") -> "Response":
    """A conversation of a user as a Word file, or one answer of it."""
    from starlette.responses import Response  # noqa: PLC0415

    try:
        kept = assistant.history.messages(user, conversation)
    except WorkPlanError as error:
        return refused(str(error))
    kept = [each for each in kept if message in ("", each.id)]
    if not kept:
        return refused("没有找到这条回答，它可能已经改过。请刷新页面后再导出")
    title = kept[0].question
    content = answers_docx(title, [Answered(each.question, each.answer, each.error) for each in kept])
    name = quote(f"{_NOT_IN_NAMES.sub('', title)[:_LONGEST_NAME] or '对话'}.docx", safe="")
    attachment = {"Content-Disposition": f"attachment; filename*=utf-8''{name}"}
    return Response(content, media_type=_DOCX, headers={**_HEADERS, **attachment})


def refused(reason: str) -> "Response":
    """An answer that there is no such file, in one line."""
    from starlette.responses import PlainTextResponse  # noqa: PLC0415

    return PlainTextResponse(reason, status_code=404, headers=_HEADERS)

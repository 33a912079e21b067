"""An error into the one line a person is told."""

import logging

from assistant.http.requests import current_request
from assistant.logs import request_id
from ingest.errors import WorkPlanError

_log = logging.getLogger(__name__)


def explain(error: Exception) -> str:
    """What went wrong, as one line for the user; an error nobody foresaw is logged in full under a number."""
    if isinstance(error, WorkPlanError):
        return str(error)
    number = current_request() or request_id()
    _log.error("unforeseen error in the web app", exc_info=error, extra={"request_id": number})
    return f"程序内部出错，这一步没有完成。请再试一次；如果还是不行，请把编号 {number} 告诉维护人员"

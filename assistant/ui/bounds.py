"""Gradio's sessions and records of its queue into bounds, so that a server stays small for weeks."""

import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import gradio as gr

_PAGES = 500
"""Open pages that are remembered, the last used ones; each takes about 200 KB (Gradio would keep 10,000)."""
_RECORDS = 100
_SECONDS_TO_LOOK = 0.01
_SECONDS_TO_TELL = 1.0


def bound(app: "gr.Blocks") -> None:
    """Keep fewer sessions and fewer records of past events, and do without what nobody is shown.

    Gradio makes a table of its last 10,000 events each time one ends, for a dashboard, tells all who wait of
    each event that begins, looks for new ones a thousand times a second, and for matplotlib on the disk at
    each step of an answer.
    """
    app.state_session_capacity = _PAGES
    queue = app._queue
    queue.ANALYTICS_MAX_EVENTS = _RECORDS
    queue.ANAYLTICS_CACHE_FREQUENCY = sys.maxsize
    queue.live_updates = False
    queue.sleep_when_free = _SECONDS_TO_LOOK
    queue.progress_update_sleep_when_free = _SECONDS_TO_TELL
    if find_spec("matplotlib") is None:
        sys.modules["matplotlib"] = None  # type: ignore[assignment]  # Python's mark for what is not there

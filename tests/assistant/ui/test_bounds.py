from typing import Any

import anyio

from assistant.assistant import Assistant
from assistant.ui.server import application


def served(assistant: Assistant) -> Any:
    """The Gradio app within the web app, laid out in an event loop as Gradio wants one."""
    from gradio.routes import App
    from starlette.routing import Mount

    async def lay_out() -> Any:
        mounts = [route for route in application(assistant).routes if isinstance(route, Mount)]
        [found] = [mount.app for mount in mounts if isinstance(mount.app, App)]
        return found

    return anyio.run(lay_out)


def test_few_pages_and_few_past_events_are_remembered_and_none_summed_up(shelf: Assistant) -> None:
    app = served(shelf)
    queue = app.get_blocks()._queue
    queue.events_recorded = 10_000
    records = [{"function": "page", "status": "success", "process_time": 1.0}]
    assert queue.compute_analytics_summary(records) == {"functions": {}}
    assert queue.ANALYTICS_MAX_EVENTS <= 100
    assert app.state_holder.capacity <= 500


def test_nobody_is_told_of_the_questions_of_others_and_an_idle_server_rests(shelf: Assistant) -> None:
    queue = served(shelf).get_blocks()._queue
    assert not queue.live_updates
    assert queue.sleep_when_free >= 0.01

"""Gradio into this process, without what it does for those who write programs in an editor."""

import inspect
from typing import Any


def load_gradio() -> None:
    """Import Gradio in half the time, and leave the folder it is installed in as it is.

    Each time it is imported, Gradio parses the source of every component twice and writes an interface file
    beside it, from which editors complete. It passes over classes that come from no file, as its own now seem
    to; of anything else than Gradio's classes the file is still told.
    """
    told = inspect.getfile

    def getfile(thing: Any) -> str:  # noqa: ANN401
        if getattr(thing, "__module__", "").startswith("gradio."):
            raise OSError("no interface file is wanted")
        return told(thing)

    inspect.getfile = getfile  # type: ignore[assignment]
    try:
        import gradio  # noqa: F401, PLC0415
    finally:
        inspect.getfile = told

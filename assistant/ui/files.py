"""Files that requests name, into refusals: only the upload button takes any, and only what was uploaded."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import gradio as gr


def closed_blocks(**options: Any) -> "gr.Blocks":  # noqa: ANN401
    """Gradio's Blocks, for an app that reads no file of this computer, and no address, at a request's word.

    Gradio fetches whatever file an input names, for every component, into a folder that it serves. It checks
    that the file was uploaded only in an app that it has launched itself, which one that is mounted is not.
    """
    import gradio as gr  # noqa: PLC0415

    class ClosedBlocks(gr.Blocks):
        def validate_inputs(self, block_fn: Any, inputs: list[Any]) -> None:  # noqa: ANN401
            super().validate_inputs(block_fn, inputs)
            for component, value in zip(block_fn.inputs, inputs, strict=False):
                if not all(_is_uploaded(component, path) for path in _paths(value)):
                    raise ValueError("no file may be named here")

    blocks = ClosedBlocks(**options)
    blocks.has_launched = blocks.is_running = True
    return blocks


def _is_uploaded(component: Any, path: str) -> bool:  # noqa: ANN401
    """Whether a path may be one of an upload; that it lies in the folder of uploads is Gradio's to check."""
    import gradio as gr  # noqa: PLC0415

    return isinstance(component, gr.UploadButton) and "://" not in path


def _paths(value: Any) -> Iterator[str]:  # noqa: ANN401
    """Every path that Gradio would take for a file's, at any depth."""
    if isinstance(value, dict):
        if isinstance(value.get("path"), str) and "meta" in value:
            yield value["path"]
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from _paths(each)

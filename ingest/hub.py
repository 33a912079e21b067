"""The name or folder of a model into the loaded model: only what is not on this machine is downloaded."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

Model = TypeVar("Model")

_HUB_NAME = re.compile(r"[A-Za-z0-9][\w.-]*(?:/[\w.-]+)?", re.ASCII)

_HUB_ANSWERS_WITHIN = 5.0
"""Seconds; without this check the hub's client repeats every request for over a minute when offline."""


def load_model(name: str, load: Callable[[str, bool], Model]) -> Model:
    """Load a model from a folder or the hub's cache, or else download it from the Hugging Face hub.

    :param name: a folder, or a name on the hub such as `BAAI/bge-small-zh-v1.5`.
    :param load: called with the folder or name, and whether only local files may be used.
    :raises OSError: `name` is neither, the hub is out of reach, or the files are missing or damaged;
        a loader may raise anything else.
    """
    folder = Path(name).expanduser()
    if folder.is_dir():
        return load(str(folder), True)
    if not _HUB_NAME.fullmatch(name):
        raise FileNotFoundError("文件夹不存在")
    try:
        return load(name, True)
    except OSError:
        _require_hub()
        return load(name, False)


def _require_hub() -> None:
    import huggingface_hub  # noqa: PLC0415

    endpoint = huggingface_hub.constants.ENDPOINT
    try:
        huggingface_hub.get_session().head(endpoint, timeout=_HUB_ANSWERS_WITHIN)
    except Exception as error:  # whatever the hub's HTTP client of the day raises
        raise OSError(f"本机没有这个模型，也连不上下载网站 {endpoint}") from error

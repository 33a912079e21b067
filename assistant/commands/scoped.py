"""Options of a command line into the scope a question is asked within."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from assistant.understanding.scope import Scope
from ingest.records import Filter

_YEAR = click.IntRange(1949, 2100)
_OPTIONS = (
    click.option("--year", "years", multiple=True, type=_YEAR, metavar="年份", help="只看所选的，如 2024"),
    click.option("--kind", "kinds", multiple=True, metavar="文种", help="如 工作要点"),
    click.option("--organ", "organs", multiple=True, metavar="发文单位", help="如 某某县教育局"),
    click.option("--unit", "units", multiple=True, metavar="责任单位", help="如 政工人事股"),
    click.option("--doc", "docs", multiple=True, metavar="文件名", help="资料库中的文件；以上各项都可重复"),
)


def scoped(command: Callable[..., int]) -> Callable[..., int]:
    """Give a command the options that say where to look, as one argument `scope`."""

    @wraps(command)
    def within(**values: Any) -> int:  # noqa: ANN401
        chosen = {name: values.pop(name) for name in ("years", "kinds", "organs", "units", "docs")}
        return command(**values, scope=Scope(Filter(**chosen)))

    for option in reversed(_OPTIONS):
        within = option(within)
    return within

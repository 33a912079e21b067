"""Work over the library into its result, done again where the library changed while it was done."""

from collections.abc import Callable
from typing import TypeVar

from ingest.errors import NotInLibrary

_Result = TypeVar("_Result")
_TIMES = 3


def steady(work: Callable[[], _Result], generation: Callable[[], int]) -> _Result:
    """Do some work, and again where a document it had found was gone before it was opened.

    :param generation: names what is published now.
    :raises NotInLibrary: it is missed though nothing changed, or things change all the time.
    """
    for _ in range(_TIMES):
        before = generation()
        try:
            return work()
        except NotInLibrary:
            if generation() == before:
                raise
    return work()

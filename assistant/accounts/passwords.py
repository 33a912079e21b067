"""A password into a hash, and back only as a yes or no that takes as long for names nobody has."""

import threading
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from ingest.errors import InvalidEntry

if TYPE_CHECKING:
    from argon2 import PasswordHasher

_SHORTEST, _LONGEST = 8, 256
_at_once = threading.BoundedSemaphore(2)  # each takes 64 MB, so that many logins at once must queue


def hashed(password: str) -> str:
    """What is stored of a password: an Argon2id hash with its salt.

    :raises InvalidEntry: the password is too short or too long.
    """
    password = _folded(password)
    if not _SHORTEST <= len(password) <= _LONGEST:
        raise InvalidEntry(f"密码长度不合要求：应为 {_SHORTEST} 到 {_LONGEST} 个字符。请换一个密码")
    with _at_once:
        return _hasher().hash(password)


def matches(password: str, stored: str | None) -> bool:
    """Whether a password is the one of a hash; None stands for nobody's and takes as long to refuse."""
    from argon2.exceptions import InvalidHashError, VerifyMismatchError  # noqa: PLC0415

    with _at_once:
        try:
            return _hasher().verify(stored or _nobodys(), _folded(password)) and stored is not None
        except (VerifyMismatchError, InvalidHashError):
            return False


def _folded(password: str) -> str:
    """The same password, whether it was typed in full-width letters or in plain ones."""
    return unicodedata.normalize("NFKC", password.encode("utf-8", errors="ignore").decode())


@cache
def _hasher() -> "PasswordHasher":
    from argon2 import PasswordHasher  # noqa: PLC0415

    return PasswordHasher()


@cache
def _nobodys() -> str:
    return _hasher().hash("没有人的密码")

"""What a user may do: readers ask, browse, draft; editors also change the library; admins also the users."""

from enum import StrEnum

from ingest.errors import NotAllowed


class Role(StrEnum):
    """What a user may do; each role may do what the ones before it may."""

    READER = "reader"
    EDITOR = "editor"
    ADMIN = "admin"

    @property
    def shown(self) -> str:
        """Its name on the screen."""
        return _SHOWN[self]


_SHOWN = {Role.READER: "读者", Role.EDITOR: "编辑", Role.ADMIN: "管理员"}
_ORDER = tuple(Role)
_MAY = {Role.READER: "提问、浏览和起草", Role.EDITOR: "更改文档库", Role.ADMIN: "管理用户和查看反馈"}


def covers(role: Role, needed: Role) -> bool:
    """Whether a role may do what another one may."""
    return _ORDER.index(role) >= _ORDER.index(needed)


def require(role: Role, needed: Role) -> None:
    """Let those pass whose role covers the one needed.

    :raises NotAllowed: for the others, saying what they lack.
    """
    if not covers(role, needed):
        raise NotAllowed(f"没有权限：{_MAY[needed]}需要{needed.shown}，您现在是{role.shown}。请联系管理员")

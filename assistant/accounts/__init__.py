"""Who may use the program and for what: users with roles, and the sessions of those who are logged in."""

from assistant.accounts.roles import Role, require
from assistant.accounts.sessions import Sessions
from assistant.accounts.store import Accounts, User

__all__ = ["Accounts", "Role", "Sessions", "User", "require"]

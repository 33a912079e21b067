"""Uploads and other changes of the library, one after another, while others ask."""

from assistant.desk.desk import Desk
from assistant.desk.line import Work
from assistant.desk.taking import changes_told

__all__ = ["Desk", "Work", "changes_told"]

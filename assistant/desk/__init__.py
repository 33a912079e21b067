"""Uploads and other changes of the library, one after another, while others ask."""

from assistant.desk.desk import Desk
from assistant.desk.line import Work

__all__ = ["Desk", "Work"]

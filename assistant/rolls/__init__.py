"""Questions for all of something into complete lists from what is stored."""

from assistant.rolls.roll import is_roll
from assistant.rolls.rolls import Rolls

__all__ = ["Rolls", "is_roll"]

"""Questions for all of something into complete lists from what is stored."""

from assistant.rolls.about import in_titles
from assistant.rolls.roll import is_roll
from assistant.rolls.rolls import Rolls

__all__ = ["Rolls", "in_titles", "is_roll"]

"""Questions with their answers into the conversations of a user, and back after any restart."""

from assistant.history.records import Conversation, Feedback, Message, Vote
from assistant.history.store import History

__all__ = ["Conversation", "Feedback", "History", "Message", "Vote"]

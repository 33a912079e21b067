"""Stored duties into answers: who is responsible for what."""

from assistant.duties.answers import name_units, tasks
from assistant.duties.charges import Charge, charges_for

__all__ = ["Charge", "charges_for", "name_units", "tasks"]

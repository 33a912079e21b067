"""Stored duties into answers: who is responsible for what."""

from assistant.duties.answers import cite, name_task, name_units, say_units, tasks
from assistant.duties.charges import Charge, all_charges, charges_for

__all__ = ["Charge", "all_charges", "charges_for", "cite", "name_task", "name_units", "say_units", "tasks"]

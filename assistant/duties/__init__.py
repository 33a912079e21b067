"""Stored duties into answers: who is responsible for what."""

from assistant.duties.alike import alike_office, may_be_one
from assistant.duties.answers import cite, name_task, name_units, names_in, roles_asked, say_units, tasks
from assistant.duties.bare import content, content_of
from assistant.duties.charges import LEAST_COVERED, Charge, all_charges, charges_for, words_of
from assistant.duties.charters import asks_function, charter
from assistant.duties.deeds import doing
from assistant.duties.people import with_leaders
from assistant.duties.plans import is_body, own_plans, tasks_of_plan, work_of_body
from assistant.duties.ruled import acts_in_rules, list_acts
from assistant.duties.targets import targets, targets_of_body, targets_of_plan
from assistant.duties.unit import UnitTasks, list_tasks, unknown_unit

__all__ = [
    "LEAST_COVERED",
    "Charge",
    "UnitTasks",
    "acts_in_rules",
    "alike_office",
    "all_charges",
    "asks_function",
    "charges_for",
    "charter",
    "cite",
    "content",
    "content_of",
    "doing",
    "is_body",
    "list_acts",
    "list_tasks",
    "may_be_one",
    "name_task",
    "name_units",
    "names_in",
    "own_plans",
    "roles_asked",
    "say_units",
    "targets",
    "targets_of_body",
    "targets_of_plan",
    "tasks",
    "tasks_of_plan",
    "unknown_unit",
    "with_leaders",
    "words_of",
    "work_of_body",
]

"""Evidence for several years, places or documents into a table: one row a task or figure, each cell cited."""

from assistant.compare.alike import are_alike, confirms
from assistant.compare.asked import asks_other_tasks, compares
from assistant.compare.changes import compare_changes, tell_changes
from assistant.compare.facts import compare_facts
from assistant.compare.over_years import compare_over_years
from assistant.compare.plans import compare_plans
from assistant.compare.records import Cell, Change, Comparison, Row
from assistant.compare.series import same_series
from assistant.compare.table import Table, blocks, has_table, write
from assistant.compare.trends import Point, Trend, find_trends
from assistant.compare.units import compare_units

__all__ = [
    "Cell",
    "Change",
    "Comparison",
    "Point",
    "Row",
    "Table",
    "Trend",
    "are_alike",
    "asks_other_tasks",
    "blocks",
    "compare_changes",
    "compare_facts",
    "compare_over_years",
    "compare_plans",
    "compare_units",
    "compares",
    "confirms",
    "find_trends",
    "has_table",
    "same_series",
    "tell_changes",
    "write",
]

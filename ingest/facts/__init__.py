"""The text of a document into facts with their spans."""

from ingest.facts.aliases import find_aliases
from ingest.facts.deadlines import find_deadlines
from ingest.facts.duties import find_duties
from ingest.facts.figures import find_figures

__all__ = ["find_aliases", "find_deadlines", "find_duties", "find_figures"]

"""The text of a document into facts with their spans."""

from ingest.facts.duties import find_duties

__all__ = ["find_duties"]

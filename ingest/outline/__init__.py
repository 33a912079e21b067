"""Cleaned lines into the text of a document and its section tree."""

from ingest.outline.tree import read_outline

__all__ = ["read_outline"]

"""The lines of a file into the paragraphs of its document, with the page's furniture set aside."""

from ingest.clean.page import Cleaned, clean

__all__ = ["Cleaned", "clean"]

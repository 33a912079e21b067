"""Answers into Word files in the look of official documents, each with the table of its evidence."""

from assistant.export.answers import Answered, answers_docx

__all__ = ["Answered", "answers_docx"]

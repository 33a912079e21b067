"""Tab 文档库: what the library holds, uploads on their way into it, and what was taken out."""

from assistant.ui.library.tab import library_tab

__all__ = ["library_tab"]

"""Tab 浏览: one file per view, each of them from what the reader chose into escaped HTML."""

"""From a question to the passages that bear on it: words and vectors in one ranking."""

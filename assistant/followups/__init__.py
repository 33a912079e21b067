"""From the words that go on from a conversation to a question that stands alone."""

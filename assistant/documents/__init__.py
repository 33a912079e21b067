"""From a question about documents themselves to their list, a part, a summary, or where an answer is from."""

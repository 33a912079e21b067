"""From a question to an answer that cites the passages it stands on."""

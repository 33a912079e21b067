"""From the words of a question to what it asks, standing alone: kind, years, places, units, terms."""

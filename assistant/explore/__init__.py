"""The stored documents into what somebody browses: shelves, text, duties, years, terms."""

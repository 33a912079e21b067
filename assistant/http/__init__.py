"""What pages and functions for programs share of a request: its id, and the line that says why it failed."""

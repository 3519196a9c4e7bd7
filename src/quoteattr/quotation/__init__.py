"""Room 1: what was said, and where."""

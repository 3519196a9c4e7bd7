"""Room 2: who is there."""

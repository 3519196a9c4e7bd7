"""Room 3: who said it."""

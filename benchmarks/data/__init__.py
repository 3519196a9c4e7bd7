"""Word lists of the benchmark."""

"""Measuring quoteattr and its peers on annotated corpora: `python -m benchmarks --help`."""

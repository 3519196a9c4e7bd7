"""Every number of the engine, each with its reason."""

from __future__ import annotations

LONGEST_PIECE = 20_000
"""Code points of one paragraph parsed at once. Real paragraphs are far shorter; without a bound a
text with no line break would need memory in proportion to its length several thousand times."""

PARAGRAPHS_PER_BATCH = 32
"""Paragraphs in one pipeline batch: short batches keep peak memory near 250 MB, whole articles in
one batch took 1.4 GB in a feasibility study."""

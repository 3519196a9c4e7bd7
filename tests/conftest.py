"""Settings for all tests."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

# Both profiles draw the same examples in every run, so that a red build is red for everybody.
# No deadlines: the machines that run this differ too much in speed.
settings.register_profile("normal", derandomize=True, deadline=None, database=None)
settings.register_profile(
    "fast",
    settings.get_profile("normal"),
    max_examples=20,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile(
    os.environ.get("HYPOTHESIS_PROFILE", "fast" if "CI" in os.environ else "normal")
)

"""Every number of the engine, each with its reason."""

from __future__ import annotations

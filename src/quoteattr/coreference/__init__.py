"""Room 2, who is there: mentions and the entities behind them."""

from __future__ import annotations

from quoteattr.coreference.chains import resolve
from quoteattr.coreference.mentions import find_mentions
from quoteattr.coreference.names.cast import Cast

__all__ = ["Cast", "find_mentions", "resolve"]

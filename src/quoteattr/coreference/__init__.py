"""Room 2, who is there: mentions and the entities behind them."""

from __future__ import annotations

from quoteattr.coreference.cast import Cast
from quoteattr.coreference.chains import resolve
from quoteattr.coreference.mentions import find_mentions

__all__ = ["Cast", "find_mentions", "resolve"]

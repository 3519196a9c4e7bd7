"""A quoted stretch and the text next to it, as screening looks at them."""

from __future__ import annotations

from typing import Final

from attrs import frozen

MARKS: Final = "\"“”‟＂〝〞〟'‘’‛`´«»‹›„‚「」『』"
LOOSE: Final = MARKS + "*_ \t\r\n\u00a0\u2009\u202f\u200b\ufeff"
CLAUSE: Final = 4
"""Words from which a stretch without end punctuation counts as a clause."""


@frozen
class Context:
    """A quoted stretch and its neighbours in the paragraph, or in the quotation around it."""

    before: str
    inner: str
    after: str
    closed: bool
    after_gap: bool
    """Whether a gap that a lost dash left stands before it: `he went on   “Pray sit.”`"""
    pauses: bool
    """Whether such a gap ends it: `“But how   ” The door opened.`"""
    continues: bool
    """Whether speech stands before it in the same paragraph: `“Yes,” he said, “at noon.”`"""

    @property
    def size(self) -> int:
        """Words inside the marks."""
        return len(self.inner.split())

    @property
    def starts_low(self) -> bool:
        """Whether it begins in the middle of a sentence, as far as case tells."""
        return self.inner[:1].islower()

"""What reading a mark in one role costs, the lower the likelier.

Pairing looks for the cheapest reading of a paragraph. The steps were set by hand so that each
listed confusion costs more than the reading it competes with, and checked on CLiC and LitBank.
"""

from __future__ import annotations

from typing import Final

Costs = tuple[int, int, int]
"""Of opening, of closing, of being no mark."""

FITS: Final = 0
DOUBTFUL: Final = 1
ODD: Final = 3
TURNED: Final = 5  # turned the right way, though its neighbours speak against it
WRONG_WAY: Final = 6
MISFIT: Final = 8
LOST: Final = 10  # a double mark that stays without a partner
MISSED: Final = 14  # one that surely opens: dearer than left open
NEVER: Final = 1000

SAME_KIND: Final = 4  # "He said, "No," and left," she said.
REOPENED: Final = 1  # left open from the head, and the next paragraph begins with such a mark
REOPENED_FROM_MIDDLE: Final = 9  # the same from elsewhere; only if it surely opens
OPEN_FROM_HEAD: Final = 7  # left open from the head of its paragraph: cheaper than a stray
OPEN_FROM_MIDDLE: Final = 13  # left open from elsewhere: dearer than a stray
DEEPEST: Final = 4  # quotations inside quotations that are told apart
FEW: Final = 4  # rival readings that are kept whatever they cost
READINGS: Final = 12  # rival readings kept at all; well-formed prose needs under eight
HOPELESS: Final = 25  # two strays and more behind the cheapest reading: given up

"""The numbers of this room, each with its reason."""

from __future__ import annotations

from typing import Final

HEADLINE_SHARE: Final = 0.75
"""Share of capitalised longer words from which a line without final stop counts as Title Case."""

HEADLINE_WORDS: Final = 4
"""Longer words a line needs before its capitals are distrusted; shorter lines are captions."""

LONG_WORD: Final = 4
"""Letters from which a headline writer capitalises a word ("of", "the" stay small)."""

MODIFIERS_BEFORE: Final = 7
"""Tokens to the left of a head noun that may belong to it; longer noun phrases are rare."""

UNKNOWN_MODIFIERS: Final = 3
"""Words in no list that are let through between a determiner and the head noun."""

OF_PHRASE: Final = 6
"""Tokens after "of" that may belong to a nominal."""

VARIANT_LENGTH: Final = 6
"""Letters a surname needs before a variant spelling is considered ("Zelensky"/"Zelenskyy")."""

VARIANT_TAIL: Final = 2
"""Letters at the end in which two spellings of a surname may differ."""

WINDOW: Final = 250
"""Tokens before a pronoun in which its antecedent is looked for; more than 99 % lie within."""

CANDIDATES: Final = 12
"""Different entities weighed for one pronoun, nearest first; bounds the work for each."""

NOMINAL_WINDOW: Final = 400
"""Mentions before an organisation noun ("the company") in which its name is looked for."""

"""The numbers of talk: turns, narrators, interviews, letters, each with its reason."""

from __future__ import annotations

from typing import Final

LEADS_IN: Final = frozenset(",:;-–—")
"""What a paragraph of narration ends in that leads in the turn after it."""

SIGNED_BELOW: Final = 4
FAREWELL: Final = 60
"""Mentions from the end of a letter among which is who signs it, and code points of the lines
before, which bid farewell."""
SIGNED_ABOVE: Final = 12
AFTER_SIGNATURE: Final = 60
"""Mentions from the start of a text among which its author is who signs it, and code points that
may follow the name in its paragraph: an office, a place."""

STORY_OPEN: Final = 0.1
STORY_FOLLOWING: Final = 0.6
"""Share of the turns without a source, or else right after another, from which dialogue is that of
a story: one or the other holds of 36 of 39 excerpts of LitBank that are dialogue, but of 4 of 14
such reports among 250 of PolNeAR train."""

CALLS: Final = 2
"""Calls by name must weigh more than this to name the narrator."""

CALL_NEARBY: Final = 3
"""What a call counts right before or after a turn of the narrator, and against somebody whom the
narrator calls; any other call counts one."""

TOLD_SHARE: Final = 0.15
"""Share of a narrator's names that may stand outside quotations: signatures, slips of marks."""

SURE_CALLS: Final = 6
"""What calls must weigh more than to name a narrator whose namesake the story tells of as well:
more than two calls beside the narrator's turns."""

SELF_NAMING: Final = 40
"""Code points before a name that may say it is the teller's: `my own Christian name being`."""

TELLING_NAMES: Final = 60
"""Code points before a name that may say whose it is: `The lieutenant's full name was`."""

CALLED_BACK: Final = 6
CALLED_MENTIONS: Final = 60
"""Turns before a name that calls somebody, and mentions on each side, among which the teller may
have described who that is."""

FIRST_PERSON: Final = 0.12
"""Share of "I" among the narrator's pronouns from which a text is told in the first person; in
novels told in the third person it is under 0.02."""

INTERVIEW_QUESTIONS: Final = 3
INTERVIEW_SHARE: Final = 0.15
PREAMBLE: Final = 20
"""Paragraphs that ask, their share of the paragraphs from the first on, and the paragraphs before
that one at most, for a text to be an interview: printed ones ask in a quarter of theirs or more,
stories without marks seldom and not from the start. Where the text says that somebody was
interviewed, one question less will do."""

LONGEST_QUESTION: Final = 700
"""Code points of a paragraph that asks: the longest in ten printed interviews has 610; a longer one
that ends in a question mark is an answer."""

GUEST_REACH: Final = 250
"""Code points after "interviewed" or "spoke with" in which the guest's roles and name stand."""

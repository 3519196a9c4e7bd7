"""The numbers of this room but those of names and of talk alone, each with its reason."""

from __future__ import annotations

from typing import Final

MODIFIERS_BEFORE: Final = 7
"""Tokens to the left of a head noun that may belong to it; longer noun phrases are rare."""

UNKNOWN_MODIFIERS: Final = 3
"""Words in no list that are let through between a determiner and the head noun."""

UNLISTED: Final = 5
"""Words from the determiner on that a description with a noun of no list has at most: "the dear old
smiling lamplighter"; what hyphens tie is one of them."""

OF_PHRASE: Final = 6
"""Tokens after "of" that may belong to a nominal."""

LOOKS: Final = 4
"""Tokens after the article in "the man with the long black beard" up to what is worn or seen."""

OPENER: Final = 9
"""Tokens of a description before ", who", at most: "The Kenyan insect researcher"."""

WINDOW: Final = 250
"""Tokens before a pronoun in which its antecedent is looked for; more than 99 % lie within."""

CARRIED: Final = 0.5
"""How much "he" speaks for the one whom a "he" of another paragraph meant. With 1, .009 fewer named
speakers of LitBank are right, with 0, two persons fewer of GUM's train part."""

CANDIDATES: Final = 12
"""Different entities weighed for one pronoun, nearest first; bounds the work for each."""

NOMINAL_WINDOW: Final = 400
"""Mentions before an organisation noun ("the company") in which its name is looked for."""

TALK_WINDOW: Final = 800
"""`WINDOW` for a pronoun that speaks in a turn: a talk may be about others for a page."""

KIN_WINDOW: Final = 1500
"""Tokens within which a relative must be named for "her aunt" to be that one rather than another
lady who is: a long scene, no chapter."""

OCCURRENCES: Final = 200
"""Occurrences of an unknown name that are looked at to tell a person from an organisation."""

HOLDERS: Final = 24
"""Latest holders of a role, or bearers of a description, that are compared; bounds the work."""

ROLE_FIT: Final = 0.5
"""A description must fit a role better than this to mean its holder."""

LATER_COST: Final = 1.3
"""What it costs a holder to be named only further down: more than any way back."""

FAR_COST: Final = 1.2
FAR_TOKENS: Final = 400
"""A holder loses one point in 400 tokens since the last mention, 1.2 at most."""

NEAR_TOKENS: Final = 150
"""Tokens within which "the company" may mean an organisation named otherwise."""

TOPIC: Final = 3
"""How many times as often as the body near by another must be named for "the company" to mean it:
an article on a firm names brokers and banks in passing."""

SENTENCES_BACK: Final = 3
"""Sentences before a description in which the one it varies is looked for: 'Ada Holm smiled.
"It is late. It is very late," the retired teacher said.'"""

NOUN_VOTE: Final = 4
PRONOUN_VOTE: Final = 3
ADDRESS_VOTE: Final = 3
GIVEN_VOTE: Final = 5
TITLE_VOTE: Final = 6
"""Strength of evidence for gender: each title ("Mrs.") over each given name of a person, which may
be anybody's, over a noun ("spokeswoman") over a pronoun bound to somebody, or "sir" in the turn
beside."""

LONGEST_SUBJECT: Final = 12
"""Tokens of a mention that are asked whether one of them is a subject."""

SPEAKERS: Final = 4
"""Named speakers of one paragraph that are remembered."""

NARRATED: Final = 60
"""Mentions before a pronoun that speaks that are read for who acts in the narration."""

TOLD_BACK: Final = 24
"""Mentions before a pronoun among which who speaks in its sentence and the one before is looked
for; real sentences have fewer, and one as long as the text stays linear."""

MENTIONS_AFTER: Final = 4
"""Mentions after a pronoun among which somebody else named in its sentence is looked for."""

OPENING: Final = 12
"""Tokens between a pronoun and the start of its sentence, at most, in an opening phrase."""

TOLD_AFTER: Final = 8
"""Mentions beside a pronoun in its sentence, or in its words, among which others are named."""

TESTIFIED_BACK: Final = 3
"""Paragraphs before "the witness" in which who gives evidence may have spoken last."""

SPEAKS_ON: Final = 2
"""Sentence breaks over which one who is told of may go on: one of a quotation, one behind it."""

UPBRINGING: Final = 60
"""Tokens before somebody's mother in which the text tells where that one was born."""

TO_AGENT: Final = 5
"""Tokens from a passive verb to "by", at most: "met at the old gate by"."""

ACTORS_BACK: Final = 16
"""Mentions before a pronoun among which is who acts in the sentence before or opens its
paragraph; real ones have fewer."""

LONGEST_BEFORE: Final = 200
"""Tokens of the longest sentence before the words of *he* or *she* that is read for who speaks, and
of these words; real ones have fewer, and one as long as the text stays linear."""

BARELY_SEEN: Final = 3
"""Mentions of who was only brought in as somebody's sister or manager."""

OPENING_PHRASE: Final = 24
"""Tokens of the longest phrase before a subject whose names are others than the subject."""

TURNS_BACK: Final = 6
"""Turns of talk looked back for who answers whom."""

STYLED: Final = 3
"""Times that "the General" must have a capital for the title to be taken for a name."""

BEARER_SHARE: Final = 0.7
BEARER_NAMED: Final = 0.05
"""Share of a title's names that must be one person's for the bare title to be his too, and how
often, beside the bare title, he must be named with it: not once beside a hundred times."""

CHILD_ROLES: Final = 2
"""Descriptions as a boy or girl that make somebody a child whom "the man" does not mean."""

TURN_NAMES: Final = 24
"""Names and sources of one paragraph that are looked at; no real paragraph has more, and a text
without line breaks stays linear."""

STRETCH_MENTIONS: Final = 16
STRETCH_TOKENS: Final = 64
"""Mentions and tokens of a stretch from outside that are looked at; longer noun phrases are rare,
and a stretch as long as the text stays cheap."""

TAKEN_UP: Final = 6
"""Tokens after a pronoun that takes up a name in which no comma stands: "Old Holm, he told us"."""

LEAD_NAME_REACH: Final = 2
"""Paragraphs after the lead in which a report names the holder of the office it opens with: the
next as a rule, one more where a single sentence stands between. Set by hand, not counted."""

LEAD_MENTIONS: Final = 12
"""Mentions from the start of a text among which the lead's "a baker" is: those of its headline and
of one sentence."""

REMEMBERED_WORDS: Final = 20_000
REMEMBERED_NAMES: Final = 4_000
"""Words whose keys, and names and descriptions whose parts, are kept, some 5 MB together: an
article asks for a key three times for each of its words, and reads each of its names five times and
each of its descriptions three times."""

BEFORE_FIRST_PERSON: Final = 6
"""Mentions of places and bodies that may stand in a paragraph before the first person it names."""

OPENING_TOKENS: Final = 60
"""Tokens from the start of a text in which it tells that it sums up what another wrote."""

"""The numbers of what names are and whose they are, each with its reason."""

from __future__ import annotations

from typing import Final

HEADLINE_SHARE: Final = 0.75
"""Share of capitalised longer words from which a line without final stop counts as Title Case."""

HEADLINE_WORDS: Final = 4
"""Longer words a line needs before its capitals are distrusted; shorter lines are captions."""

HEADLINE_COMMON: Final = 3
"""Common words with a capital that a line with a final stop needs to count as Title Case."""

LONG_WORD: Final = 4
"""Letters from which a headline writer capitalises a word ("of", "the" stay small)."""

OFFICE_FIELD: Final = 6
"""Tokens before a name that may lead to its office: "Director for Young People and Culture"."""

RANK: Final = 4
"""Words of a rank before who has left it: "Lieutenant General (retd) Holm"."""

VARIANT_LENGTH: Final = 6
"""Letters a surname needs before a variant spelling is considered ("Zelensky"/"Zelenskyy")."""

ROW: Final = 8
"""Most names in a row that are one source, "Ann Lee, Jo Berg and Tom Vane"; a list is longer."""

ACTS_SO: Final = 3
SAYS_SO: Final = 12
"""What "said the Miller" counts for a person in a story; "the" counts two against one each time."""

LONGEST_NAME: Final = 5
"""Words that a person's name has at most, title and role aside."""

LONGEST_HEADLINE: Final = 300
"""Code points beyond which no line is taken for a headline."""

PRONOUNS_BESIDE: Final = 4
CLEAR_SHARE: Final = 0.75
BESIDE_MOST: Final = 12
"""Pronouns beside a name that are asked for its gender: so many at least, this share of one gender;
each counts one vote up to this many, so that a few do not overrule a given name and many do."""

APART_TIMES: Final = 2
APART_SHARE: Final = 0.015
OTHERS_APART: Final = 0.05
MISSES_APART: Final = 0.09
"""Sentences that name both "Mrs. Holm" and "Rosa" from which the two are taken for two persons, at
least, and share of those that name the rarer. In six novels of PDNC one person's two names met in
no sentence or in one; a bare surname and a first name in up to three of a hundred, a "Miss" and her
first name in up to eight."""

GIVEN_GENDER: Final = 1_000_000
"""A gender that the caller gives outweighs all that the text shows."""

SLIPS: Final = 0.05
"""Share of its times in lower case that a word must have a capital inside a sentence for it to be a
name at the start of one: a novel has every adverb once after a dash."""

FIRST_NAMES: Final = 2
"""Times that "May Holm" must occur for "May" alone to be a name where no month is meant."""

RELATIVES: Final = 24
"""Persons of one family, and uncles and aunts, that are asked whether "her mother" is one of them;
no real family is larger, and the work stays linear."""

TITLED_IN_FULL: Final = 5
"""Times that "Mr. John Holm" must occur for "Mr. Holm" to be somebody else, his elder."""

BEARS_NAME: Final = 5
"""What a given name before a doubtful word is worth, "Ada Hall": five times that it tells where."""

PARTED_TIMES: Final = 3
PLACED: Final = 0.2
"""Times that somebody and a place must stand alone for "Ada Velm" to be one behind the other, and
the share of the place's that follow a word that tells where; of a person's hardly one in a hundred
do."""

STRESSED: Final = 7
"""From how many letters a word in capitals with the end of a verb or adverb is no name: "FED" may
be an acronym, "SHIVERING" is none."""

LONGEST_ACRONYM: Final = 3
"""Letters of an acronym that is also a small word ("WHO", "US"); longer ones are words set in
capitals."""

SHARE: Final = 40
"""Code points from the bracket to the sign of a share: "(New York Stock Exchange: HLD)"."""

LONGEST_DATELINE: Final = 60
"""Code points from the start of a paragraph within which a name may belong to a dateline."""

FIRM_NAME: Final = 3
"""Words of a firm's name from which a common word that opens a sentence may be the first of them:
"Blue Lantern Lines"; in "Later Harbour Lines" it is none."""

HELPERS: Final = 2
"""Auxiliaries and adverbs between a name and the verb that tells its kind: "Holm had also said"."""

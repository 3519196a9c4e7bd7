"""The numbers of this room, each with its reason."""

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

MODIFIERS_BEFORE: Final = 7
"""Tokens to the left of a head noun that may belong to it; longer noun phrases are rare."""

UNKNOWN_MODIFIERS: Final = 3
"""Words in no list that are let through between a determiner and the head noun."""

OFFICE_FIELD: Final = 6
"""Tokens before a name that may lead to its office: "Director for Young People and Culture"."""

RANK: Final = 4
"""Words of a rank before who has left it: "Lieutenant General (retd) Holm"."""

UNLISTED: Final = 5
"""Words from the determiner on that a description with a noun of no list has at most: "the dear old
smiling lamplighter"; what hyphens tie is one of them."""

OF_PHRASE: Final = 6
"""Tokens after "of" that may belong to a nominal."""

LOOKS: Final = 4
"""Tokens after the article in "the man with the long black beard" up to what is worn or seen."""

OPENER: Final = 9
"""Tokens of a description before ", who", at most: "The Kenyan insect researcher"."""

VARIANT_LENGTH: Final = 6
"""Letters a surname needs before a variant spelling is considered ("Zelensky"/"Zelenskyy")."""

WINDOW: Final = 250
"""Tokens before a pronoun in which its antecedent is looked for; more than 99 % lie within."""

CARRIED: Final = 0.5
"""How much "he" speaks for the one whom a "he" of another paragraph meant. With 1, .009 fewer named
speakers of LitBank are right, with 0, two persons fewer of GUM's train part."""

CANDIDATES: Final = 12
"""Different entities weighed for one pronoun, nearest first; bounds the work for each."""

NOMINAL_WINDOW: Final = 400
"""Mentions before an organisation noun ("the company") in which its name is looked for."""

ROW: Final = 8
"""Most names in a row that are one source, "Ann Lee, Jo Berg and Tom Vane"; a list is longer."""

ACTS_SO: Final = 3
SAYS_SO: Final = 12
"""What "said the Miller" counts for a person in a story; "the" counts two against one each time."""

TALK_WINDOW: Final = 800
"""`WINDOW` for a pronoun that speaks in a turn: a talk may be about others for a page."""

KIN_WINDOW: Final = 1500
"""Tokens within which a relative must be named for "her aunt" to be that one rather than another
lady who is: a long scene, no chapter."""

OCCURRENCES: Final = 200
"""Occurrences of an unknown name that are looked at to tell a person from an organisation."""

LONGEST_NAME: Final = 5
"""Words that a person's name has at most, title and role aside."""

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

LONGEST_HEADLINE: Final = 300
"""Code points beyond which no line is taken for a headline."""

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

BARELY_SEEN: Final = 3
"""Mentions of who was only brought in as somebody's sister or manager."""

OPENING_PHRASE: Final = 24
"""Tokens of the longest phrase before a subject whose names are others than the subject."""

LEADS_IN: Final = frozenset(",:;-–—")
"""What a paragraph of narration ends in that leads in the turn after it."""

TURNS_BACK: Final = 6
"""Turns of talk looked back for who answers whom."""

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

STYLED: Final = 3
"""Times that "the General" must have a capital for the title to be taken for a name."""

BEARER_SHARE: Final = 0.7
BEARER_NAMED: Final = 0.05
"""Share of a title's names that must be one person's for the bare title to be his too, and how
often, beside the bare title, he must be named with it: not once beside a hundred times."""

TITLED_IN_FULL: Final = 5
"""Times that "Mr. John Holm" must occur for "Mr. Holm" to be somebody else, his elder."""

CHILD_ROLES: Final = 2
"""Descriptions as a boy or girl that make somebody a child whom "the man" does not mean."""

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

TURN_NAMES: Final = 24
"""Names and sources of one paragraph that are looked at; no real paragraph has more, and a text
without line breaks stays linear."""

STRETCH_MENTIONS: Final = 16
STRETCH_TOKENS: Final = 64
"""Mentions and tokens of a stretch from outside that are looked at; longer noun phrases are rare,
and a stretch as long as the text stays cheap."""

TAKEN_UP: Final = 6
"""Tokens after a pronoun that takes up a name in which no comma stands: "Old Holm, he told us"."""

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

SHARE: Final = 40
"""Code points from the bracket to the sign of a share: "(New York Stock Exchange: HLD)"."""

LONGEST_DATELINE: Final = 60
"""Code points from the start of a paragraph within which a name may belong to a dateline."""

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

FIRM_NAME: Final = 3
"""Words of a firm's name from which a common word that opens a sentence may be the first of them:
"Blue Lantern Lines"; in "Later Harbour Lines" it is none."""

BEFORE_FIRST_PERSON: Final = 6
"""Mentions of places and bodies that may stand in a paragraph before the first person it names."""

HELPERS: Final = 2
"""Auxiliaries and adverbs between a name and the verb that tells its kind: "Holm had also said"."""

OPENING_TOKENS: Final = 60
"""Tokens from the start of a text in which it tells that it sums up what another wrote."""

"""Every number of the engine, each with its reason."""

from __future__ import annotations

LONGEST_PIECE = 20_000
"""Code points of one paragraph parsed at once. Real paragraphs are far shorter; without a bound a
text with no line break would need memory in proportion to its length several thousand times."""

LONGEST_RUN = 400
"""Code points without a blank that are tokenized at once. Links are shorter; on a run of 3,000
marks spaCy's tokenizer took a second."""

DEEPEST_NESTING = 40
"""Levels of reports inside reports that are kept. Real ones stay under five; comparing and printing
quotations recurses, so a text made of "Tom said that" must not go on for ever."""

PARAGRAPHS_PER_BATCH = 64
"""Paragraphs in one pipeline batch: short batches keep peak memory near 180 MB, whole articles in
one batch took 1.4 GB in a feasibility study."""

PARAGRAPHS_PER_PARSE = 256
PARSED_TOGETHER = 4_000
"""Paragraphs in one batch of the parser, if none has more than the second number of code points.
spaCy parses a quarter of a batch at a time, and 64 paragraphs are 3% faster than 16; as every word
waiting takes 4 KB, a quarter of long paragraphs would need more memory than all the rest."""

ADJUNCTS_AFTER_CUE = 6
"""Adverbs, time and prepositional phrases passed over between a cue and its content; a bound, so
that a long line is read once."""

LIST_ITEMS = 20
"""Items of a list above one that the line which leads the list is looked for."""

MARKS_AFTER_CUE = 3
"""Tokens from a participle to the marks in which it goes on: *adding that: “it was wasteful”*."""

PARENTHESIS_TOKENS = 25
"""Longest stretch between two commas that is read as a parenthesis between cue and content."""

ROLE_TOKENS = 6
"""Tokens of a phrase in which the noun for a role is looked for: a former deputy head teacher."""

APPOSITION_TOKENS = 30
"""How far before the cue the comma that opens an apposition to the source may stand."""

NOUN_PHRASE_TOKENS = 14
"""How far a source's noun phrase is followed to the left of its cue without a tree."""

OCCASION_TOKENS = 6
"""Longest closing phrase read as the occasion of the statement ("in a joint press release")."""

OPEN_CLAUSE = 14
"""Tokens from a cue to the end of a paragraph that it leaves open: `said, with the quiet of a man
who has waited long for it`, and then the quotation."""

LONGEST_FRAME = 400
"""Words of one reporter's sentence read together. Real ones stay under 150; the bound keeps the
work linear on a text without full stops."""

NAME_REACH = 120
"""Code points within which a source must begin after "according to", or end before "who said"."""

SET_OFF = 200
"""Code points before a cue within which the person begins whom an age, a place, an apposition with
a name in it set off from the cue."""

DIALOGUE_TURNS = 6
"""Fewest turns for a text to count as dialogue; a news article can have a short exchange."""

SCENE_TURNS = 3
SCENE_WORDS = 30
"""Fewest turns for a scene that asks and answers, and most words of narration for each of them."""

DIALOGUE_QUESTIONS = 0.12
"""Share of turns with a quotation that asks, from which a text counts as dialogue: in fiction every
fourth to eighth turn asks, in news hardly any."""

CRY = 0.33
"""What a quotation that ends in an exclamation mark counts for of one that asks: comic scenes cry
out more than they ask, and the news does neither."""

REPLIES = 3
REPLY_SHARE = 0.15
REPLY_WORDS = 8
"""Short replies, paragraphs of so many words at most in marks and nothing else, that tell a story
whose turns hardly ask: a fifth to three fifths of its turns are. Of 430 articles of PolNeAR with
four turns or more, five have any, two at most, and .11 of the turns where there are two."""

EXCHANGES = 3
EXCHANGE_QUESTIONS = 0.08
"""Paragraphs that open with speech right after another one that does, and share of speech that
asks, from which marks in a narrator's sentence set off no speech. Both hold of 35 of the 80
excerpts of LitBank and of 8 of 840 articles of PolNeAR train."""

STORY_WORDS = 400
STORY_NAMES = 0.065
"""Words of the narrator's from which a text can be told to be a story without dialogue, and the
share of names and numbers among them below which it is one: .062 at most in the 45 excerpts of
LitBank without dialogue, .14 in the median article of PolNeAR and below .065 in one of 140."""

NEWS_WORDS = 100
NEWS_NAMES = 0.1
SHORT_NEWS_NAMES = 0.085
"""Words of the narrator's from which an exchange can be told to stand in the news, and the share of
names and numbers among them: .11 at least in the 8 articles of PolNeAR train whose turns read like
those of a story, .08 at most in the 35 excerpts of LitBank that do. Of fewer words than STORY_WORDS
the lower share will do: a feature may have .09, but so has a whole book for children."""

QUESTION_TAIL = 4
"""Code points at the end of a quotation in which its question mark stands: `Why?’ ”`"""

FAREWELL_WORDS = 8
"""Words that the paragraph with a letter's farewell or name may have: `Your affectionate niece,`"""

LETTER_PARAGRAPHS = 60
"""Paragraphs of a letter that are looked at: a bound, no real letter is near it."""

TEXTS_PER_BATCH = 32
"""Texts a worker process is handed at once: enough to hide the cost of the hand-over."""

NAME_BEFORE_CUE = 5
"""A title and a name of up to four words may stand before a cue: `“Why?” Sir John Lee asked.`"""

HEADLINE_LABEL = 12
"""Tokens before the colon of a headline, at most: `EXCLUSIVE – Former Mayor Lee at Party Talks:`"""

READING_TOKENS = 6
"""How far before *read* the mark may stand that closes what is read: `“No entry,” a sign read`."""

HEADINGS_IN_QUOTED = 3
"""So many quoted stretches to one in single marks, at least, and a paragraph in these is a heading.
The speech of such a text stands in double marks: 11 in PolNeAR train, and no speech among them."""

OWNER_TOKENS = 6
"""How far before a noun that reports its owner may end, in tokens: `Lee's long and bitter plea`."""

ASIDE_TOKENS = 12
"""How far behind an auxiliary its verb may stand, past an aside, in tokens: `has never, in my
forty years on the bench, seen`."""

REPLY_TOKENS = 6
"""From a colon back to the verb of a reply, in tokens: `Her reply was short and bitter: “No.”`"""

CRY_TOKENS = 3
"""From "of" back to "with", in tokens, where no word describes the cry: `with a shout of “No!”`"""

LABEL_TOKENS = 14
"""Longest label before a colon inside a paragraph, in tokens: a role and a name, or two names."""

LABEL_LENGTH = 60
"""Longest label before a colon and a quotation, in code points: a role and a name."""

TURNS_BACK = 6
"""Turns looked back for the other party of a conversation."""

TIME_TOKENS = 5
"""Longest stretch that ends with "ago": `some eight long years ago`."""

RECEPTION_TOKENS = 3
"""Words after *to* in which it is told how something was received: `to long and loud applause`."""

ROW_TOKENS = 5
"""Tokens to the next noun of a row, the comma included: `an old pump, a pond and four sons`."""

CLAUSE_TOKENS = 3
"""Fewest words after *said* that are read as a clause though no verb is seen in them."""

LEAST_OBJECT = 3
"""Fewest words of an object that is what was said: `announced a new plan`, not `declared war`."""

CLAIM_TOKENS = 10
"""Tokens from a noun that reports to "that": `his claim in an interview with the Post that`."""

BEFORE_MARKS = 4
"""Tokens from a passive cue to the marks: `was called a rather silly “stunt”`."""

BEFORE_ATTRIBUTED = 8
"""Tokens from the marks to *attributed to*: `“It is dead,” a line which has often been`."""

AGENT_TOKENS = 3
"""How far behind a passive cue its agent begins: `was described repeatedly by police`."""

EMERGING_TOKENS = 8
"""Tokens from *It* to *that*: `It has since emerged on Friday night that`."""

MEDIUM_TOKENS = 5
"""Tokens after a preposition in which a medium or a day is looked for: `in a radio interview`."""

SHARE_TOKENS = 8
"""Tokens from a content to the cue of a further share: `said so, | and about one in four said`."""

SHARE_WORDS = 6
"""Words in which a share is named: *and more than 4 in 10 said*, *compared with only 24*."""

OBJECT_TOKENS = 12
"""How far behind a cue "as", "of" or "for" is looked for: `accused the old council of fraud`."""

RIVALS = 5
RIVAL_SHARE = 0.05
"""Likeliest speakers of an open turn that are kept when turns are chosen together, and the share of
the score of all that each needs. With more of them, down to 0.01, PDNC gains nothing."""

RIVAL_HELD = 0.55
"""Share of the score above which the choice of a single turn stands, in texts shorter than a novel,
where the narration before tells of that speaker alone."""

MEANT_HELD = 0.6
"""Share of the score from which a novel's pronoun is not asked anew with the turns around it: from
0.6 to 1 the books differ by .001 together, and a short one is right with three pronouns more."""

TURNS_AHEAD = 4
"""Turns looked ahead for speakers whom the text names only then."""

TURNS_AROUND = 25
TURNS_NEAR = 8
TURNS_HEARD_AHEAD = 11
"""Turns on either side in which it counts who is heard by a source, how far off one counts half,
and turns in which it counts for itself who is heard next."""

TURNS_ACROSS = (3, 5)
"""How far off in a run of turns the other speaker speaks, beside right before and after."""

TOLD_LATELY = 6
"""Latest mentions in the narration before an open turn of which shares are taken."""

DICTION_SURE = 0.7
"""Share of the score from which the words of an open turn count as its speaker's when turns are
chosen together."""

DICTION_PRIOR = 3_000.0
"""Words of all speakers together that stand behind those of each when their talk is compared: with
300, a third less is gained by it on held-out novels of PDNC, with 1,000 a tenth."""

DICTION_WORDS = 400
"""Words of one quotation that are compared; the longest speeches tell no more by their rest."""

PARAGRAPHS_BACK = 12
"""Paragraphs before an open turn in which the narrator may mention who speaks."""

NARRATION_BACK = 3000
"""Code points before an open turn in which mentions are read: a bound for long paragraphs."""

NARRATION_AFTER = 600
"""Code points of the narration after an open turn in which its first mention is looked for."""

PARAGRAPHS_BEFORE = 1
"""Paragraphs before marks that are read when no indirect quotations are asked for. On 150 articles
of PolNeAR train and on LitBank one gives the same direct quotations and speakers as all do, none
loses up to 1 % of the speakers, and one after them adds nothing."""

SPARED_COMPONENTS = ("lemmatizer", "ner")
"""Components of the shipped pipeline that the engine does without. No rule reads lemmas. Its small
NER changed no figure on PolNeAR dev, GUM and the seed articles, and took a fifth of the time."""

TURN_QUOTATIONS = 24
TURN_MENTIONS = 60
"""Quotations of one paragraph and mentions of one stretch that are read for who speaks there. No
real paragraph has more; the bounds keep a text without line breaks linear."""

NOVEL_TURNS = 300
"""Turns of talk from which a text counts as a novel when confidence is measured: a chapter has
fewer, a novel a thousand."""

FEATURES_TOLD = 3
"""Features that a trace names for a choice; the others add little to the difference."""

ISSUING_REACH = 6
"""Tokens between "issued" and "a statement", modifiers and addressees included."""

SERVE_BYTES = 1_000_000
"""Bytes of a request to the server: a novel has 600,000, an article 6,000."""

SERVE_SECONDS = 60.0
"""How long the server lets a text wait, and then be worked on. An article takes a tenth of a
second; a novel took ten to thirty on a busy machine of two cores."""

SERVE_WORKERS = 2
"""Processes of the server, so that a long text does not hold up a short one; each needs 300 MB."""

LEAST_THOUGHT = 0.3
LEAST_UTTERED = 0.28
LEAST_UTTERED_OBJECT = 0.5
LEAST_UTTERED_LONG = 0.36
LEAST_QUOTED = 0.2
LEAST_QUOTED_UNLISTED = 0.28
LEAST_OUTER = 0.4
"""Probability from which a candidate counts as a report: of a thought, of words uttered, of those
whose object is part of it, of words in marks after a word that reports, or after any other, of what
holds another report: two in three of these are right on PolNeAR train. An
addition raises F1 where its precision is above half of F1, here about 0.36. On both halves of
PolNeAR train F1 of all modes is within 0.005 from 0.2 to 0.5; the lower of utterances keeps the
precision of indirect quotations near 0.8. Below 0.28 one addition in three of words in marks is
right after a word that reports, one in five after others. An object must be likelier, for news
alone were counted: elsewhere `added three rooms` tells no words."""

LONG_OBJECT = 4
"""Words from which an object is long: shorter ones (`wrote the first draft`) are mostly
things, of longer ones three in five are reports on PolNeAR train."""

LEAST_ACT = 6
"""Letters from which a noun in -ment or -ing counts as one of an act: `action`, not `king`."""

PRIOR_SHARE = 0.13
PRIOR_CONSTRUCTION = 10.0
PRIOR_WORD = 4.0
PRIOR_BOTH = 3.0
"""What is assumed of a construction, a word, and a word in a construction before any was counted:
this share of attributions, with the weight of so many sightings. The share is that of all
candidates of PolNeAR train; the weights were set once, by hand."""

REMEMBERED_EVIDENCE = 4_000
"""Words in constructions whose counts are kept, half a megabyte. A hundred articles have 1,500."""

MENTIONS_INSIDE = 3
"""Mentions inside a longer one that may stand before a word of it: "her" in "her aide Jo Berg"."""

MOST_CUTS = 40
"""Places at which a content may end that are looked at: a bound, real sentences have under 30."""

LEAST_END = 0.05
"""Probability from which a place counts as an end of a content: a middle way between two likely
ends must be a likely end itself."""

WORTH_EXACT = 0.4
"""What an exact end is worth beside one that is right by half. On held-out halves of PolNeAR train
0.3 to 1 differ by 0.002 of the contents matched and of those exact."""

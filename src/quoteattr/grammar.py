"""Small questions about the tree and the lines of an `Analysis` that more than one room asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from quoteattr.analysis import NOUN_TAGS, Layer, Relation
from quoteattr.lexicon import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quoteattr.analysis import Analysis, Paragraph

SUBJECTS: Final = frozenset({Relation.SUBJECT, Relation.PASSIVE_SUBJECT})
RELATIVES: Final = frozenset({"who", "which", "that"})
"""Relative pronouns that can be a subject."""
POSSESSIVES: Final = frozenset({"my", "your", "his", "her", "its", "our", "their"})
"""Pronouns that own: `her claim`."""
NOMINATIVES: Final = frozenset({"he", "she", "they", "i", "we"})
"""Pronouns that can only be a subject."""
ASKED: Final = frozenset({"asked", "questioned", "pressed", "quizzed", "grilled"})
"""Participles whose subject is spoken to: `Asked about it, Lee left`, `Lee was pressed on it`."""
INFLECTED: Final = frozenset({"VBD", "VBZ", "VBP"})
"""Tags of finite verbs but modals."""
FINITE: Final = INFLECTED | {"MD"}
"""Tags of finite verbs."""
NEGATIONS: Final = frozenset({"not", "n't", "never", "nor", "neither", "without"})
ASIDES: Final = frozenset({"though", "however", "too", "meanwhile"})
"""Adverbs that commas part from their clause: `Noting that it was late, however, she stayed`."""
COUNTS: Final = frozenset({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"})
"""Numbers of people or children in words."""
SHARES: Final = frozenset(
    {
        *("percent", "%", "cent", "half", "third", "quarter", "fifth", "tenth"),
        *("thirds", "quarters", "fifths", "tenths"),
    }
)
"""How a share of people ends: `40 percent`, `three-quarters`."""
SENTENCE_FINAL: Final = frozenset({".", "!", "?", "…", "...", "?!", "!?", "!!", "??"})
"""Tokens that end a sentence, whoever cuts it."""
FINAL_SIGNS: Final = frozenset(".!?…")
BE: Final = frozenset({"is", "are", "was", "were", "been", "being", "be", "'s", "'re", "'m", "am"})
HAVE: Final = frozenset({"has", "have", "had", "having", "'ve", "'d", "'s"})
DO: Final = frozenset({"do", "does", "did"})
DAYS: Final = frozenset({"yesterday", "today", "tonight"})
"""Days that stand beside a verb without a preposition: `Ann Lee yesterday said`."""
ADVERBS: Final = frozenset(
    {"also", "then", "later", "once", "further", "often", "always", "still"}
) | {
    "now",
    "again",
    "first",
    "just",
    "already",
    "soon",
    "sometimes",
    "even",
    "only",
    "since",
    "ever",
}
"""Adverbs without -ly that stand between a source and its verb."""
MODALS: Final = frozenset({"will", "would", "can", "could", "may", "might", "must", "shall"}) | {
    "should",
    "'ll",
    "'d",
    "wo",
    "ca",
    "did",
    "do",
    "does",
}


_OPENERS: Final = frozenset(
    {"He", "She", "It", "They", "We", "The", "This", "These", "Those", "There"}
) | {"His", "Her", "Its", "Their", "Our", "But", "However", "According"}
"""Words with a capital that begin a sentence wherever they stand, in headlines too."""
_OF_AMOUNTS: Final = frozenset({"m.", "bn.", "k."})
CLOSING: Final = frozenset("”’»\"'")
"""Marks that may close a quotation behind a full stop."""
_NEVER_LAST: Final = frozenset({"v.", "vs."})
_NUMBERED: Final = frozenset({"no", "nos"})


def ends_sentence(tokens: Sequence[str], at: int) -> bool:
    """Whether the token *at* ends a sentence: a final mark, not that of `Sgt. Lowe`.

    So does an abbreviation before a word that only begins one: `It closes at 7 p.m. | She left.`,
    with a mark between: `closed “at 7 p.m.” | She left.`
    And that of an amount: `It cost 90m. | “Too much.”` But not that of `No. 3`.
    """
    if tokens[at][-1:] not in FINAL_SIGNS:
        return False
    if tokens[at] not in SENTENCE_FINAL:
        if tokens[at].lower() in _OF_AMOUNTS and at and tokens[at - 1][:1].isdigit():
            return True
        after = at + 1 + (not CLOSING.isdisjoint(tokens[at + 1 : at + 2]))
        return closes_sentence(tokens[at], "".join(tokens[after : after + 1]))
    if tokens[at] != "." or not at:
        return True
    before = tokens[at - 1].lower()
    numbered = before in _NUMBERED and "".join(tokens[at + 1 : at + 2]).isdigit()
    return not numbered and before not in words("abbreviations")


def closes_sentence(word: str, following: str) -> bool:
    """Whether the full stop of an abbreviation also ends its sentence: `p.m.` before `She`.

    An initial (`J.`) has too many readings.
    """
    closes = following in _OPENERS and word[-1:] == "." and len(word) > len("J.")
    return closes and word[0].isalpha() and word.lower() not in _NEVER_LAST


def edges(analysis: Analysis, token: int) -> tuple[int, int]:
    """First token of the subtree of *token*, and the token after its last."""
    first = last = token
    stack = [token]
    children = analysis.children
    while stack:
        current = stack.pop()
        if current < first:
            first = current
        elif current > last:
            last = current
        stack += children[current]
    return first, last + 1


_OF_PHRASES: Final = frozenset({Relation.OBLIQUE, Relation.NOUN_MODIFIER})


def ends_phrase(analysis: Analysis, token: int) -> bool:
    """Whether a plural ends a phrase, whatever its tag: `said in her programme | notes that`."""
    if analysis.relations[token] not in _OF_PHRASES or not analysis.lowers[token].endswith("s"):
        return False
    case = child(analysis, token, Relation.CASE)
    return case is not None and case < token - 1


def child(analysis: Analysis, token: int, *relations: Relation) -> int | None:
    """The first child of *token* by one of *relations*, or None."""
    of = analysis.relations
    for one in analysis.children[token]:
        if of[one] in relations:
            return one
    return None


def is_subject(analysis: Analysis, token: int) -> bool:
    """Whether *token* is the subject of its head, of a passive one too."""
    return analysis.relations[token] in SUBJECTS


def opens_sentence(analysis: Analysis, start: int) -> bool:
    """Whether the word at the code point *start* is the first of its sentence."""
    token = analysis.token_at(start)
    return analysis.sentence_at(token)[0] == token


def are_apart(analysis: Analysis, start: int, joint: str) -> bool:
    """Whether the second of two begins a clause of its own: `said Ada Lee, and | Jo Berg laughed`.

    The first begins at *start*, *joint* stands between. Not where they open their sentence: `Ada
    Lee, and Jo Berg, were there`.
    """
    return joint.startswith(",") and not opens_sentence(analysis, start)


def ancestors(analysis: Analysis, token: int) -> Iterator[int]:
    """Heads of *token*, nearest first; it ends even if the heads run in a circle."""
    heads = analysis.heads
    seen = {token}
    while (head := heads[token]) not in seen:
        seen.add(head)
        yield head
        token = head


_ENDEARMENTS: Final = frozenset({"my", "dear", "dearest", "good", "old", "poor"})
_BEFORE_CALL: Final = ",“\"‘'—-!?.;"
_AFTER_CALL: Final = ',?!.;—”"-'


def is_set_off(analysis: Analysis, start: int, end: int) -> bool:
    """Whether commas or marks set the words [start, end) off: `“Is it cold, my dear Oskar?”`

    Inside a quotation, who stands so is whom the speaker calls; not `“Oskar, who drank, left”`.
    """
    if analysis.text.startswith((", who ", ", whose ", ", which "), end):
        return False
    token = analysis.token_at(start) - 1
    while token >= 0 and analysis.lowers[token] in _ENDEARMENTS:
        token -= 1
    after = analysis.text[end : end + 1]
    if token < 0 or not after or after not in _AFTER_CALL:
        return False
    return analysis.words[token][-1:] in _BEFORE_CALL


_SHORT: Final = 10  # tokens of a sentence that only tells who acts
_ASKED_OF: Final = 40  # tokens of one that tells first what somebody was asked


def who_acts(analysis: Analysis, start: int, end: int) -> int | None:
    """Head of the noun that opens the short sentence right before *end*: `Her sister laughs. “No.”`

    Or that acts after a question: `Asked if it was late, her sister laughed. “No.”` The sentence
    begins at code point *start* or after it; None where it opens otherwise.
    """
    last = analysis.token_at(end) - 1
    if last < 0 or not analysis.has(Layer.TREE):
        return None
    first, stop = analysis.sentence_at(last)
    if analysis.starts[first] < start or stop != last + 1:
        return None
    if analysis.lowers[first] in ASKED and stop - first <= _ASKED_OF:
        return _who_was_asked(analysis, first, last)
    aside = _aside(analysis, first, last)
    if stop - first - aside > _SHORT:
        return None
    openers = (Relation.SUBJECT, Relation.ROOT) if aside else (Relation.SUBJECT,)
    for head in range(first, last):
        if analysis.relations[head] in openers:
            noun = analysis.tags[head] in NOUN_TAGS and edges(analysis, head)[0] == first
            return head if noun else None
    return None


def short_sentence_before(analysis: Analysis, start: int, end: int) -> int | None:
    """First token of the short sentence right before *end* that begins at *start* or after it."""
    last = analysis.token_at(end) - 1
    if last < 0:
        return None
    first, stop = analysis.sentence_at(last)
    near = analysis.starts[first] >= start and stop == last + 1
    return first if near and stop - first <= _SHORT else None


def _aside(analysis: Analysis, first: int, last: int) -> int:
    """Tokens of what two commas set off behind the noun that opens: `Ada, | who knew Bo|, wept`."""
    commas = (t for t in range(first, last) if analysis.lowers[t] == ",")
    opens, closes = next(commas, first), next(commas, first)
    tags = analysis.tags[first:opens]  # Ada Holm of Velm
    noun = tags[:1] != ["ADP"] and PHRASE_TAGS.issuperset({*tags} - {"ADP"})
    told = noun and analysis.forms[closes + 1] in ("VBD", "VBN", "VBZ")
    return closes - opens if told else 0


def _who_was_asked(analysis: Analysis, first: int, last: int) -> int | None:
    """The last subject in [first, last) if a comma is before it: `Asked how it was, | Ada laughed`.

    None where it is a pronoun.
    """
    subjects = (t for t in reversed(range(first, last)) if is_subject(analysis, t))
    head = next(subjects, None)
    if head is None or analysis.tags[head] not in NOUN_TAGS:
        return None
    return head if analysis.lowers[edges(analysis, head)[0] - 1] == "," else None


PHRASE_TAGS: Final = frozenset({"DET", "PRON", "ADJ", "NUM", "NOUN", "PROPN"})
"""Tags of the words of a noun phrase."""
_QUALITIES: Final = frozenset({"ADJ", "ADV", "DET", "NUM", "VERB"})
_MANY: Final = frozenset({"both", "few", "many", "several"})

ITEM_SIGNS: Final = frozenset("-–—•*+")
"""Signs that begin an item of a list."""


def after_item_sign(analysis: Analysis, paragraph: Paragraph) -> int:
    """The token after what makes a paragraph an item of a list, `- ` or `2. `; else its first."""
    first, lowers = paragraph.first, analysis.lowers
    apart = analysis.starts[first + 1 : first + 2] > [analysis.ends[first]]
    if lowers[first] in ITEM_SIGNS and apart:
        return first + 1
    numbered = lowers[first].isdigit() and lowers[first + 1 : first + 2] in (["."], [")"])
    return first + 2 if numbered else first


def opens_item(analysis: Analysis, token: int) -> bool:
    """Whether a word is the first of an item of a list: `- Said that it was over`, `2. Said`."""
    paragraph = analysis.paragraphs[analysis.paragraph_at(analysis.starts[token])]
    return paragraph.first < token == after_item_sign(analysis, paragraph)


def only_qualifies(analysis: Analysis, first: int, noun: int) -> bool:
    """Whether the words from *first* on only tell more of a *noun*: `a sympathetic | tweet`.

    Not so in `Both | advocate it`, where one noun cannot be many.
    """
    tags = analysis.tags[first:noun]
    acts = analysis.lowers[first] in _MANY and analysis.forms[noun] == "NN" and len(tags) == 1
    return _QUALITIES.issuperset(tags) and not acts

"""A noun beside a name that the tree puts in a wrong place: `Her aide, Ann Lee, said it was`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import regex

from quoteattr.analysis import NOUN_TAGS, Layer, Relation
from quoteattr.datatypes import SpeakerKind
from quoteattr.grammar import FINITE, SUBJECTS, child, edges
from quoteattr.verbs import verb_group

if TYPE_CHECKING:
    from quoteattr.analysis import Analysis
    from quoteattr.attribution.scene import Scene

_NOT_SUBJECTS: Final = frozenset({Relation.COMPLEMENT, Relation.OBLIQUE})
_TELLS_OF: Final = frozenset({"who", "whose"})
_WITH_WHO: Final = regex.compile(
    r"(?:(?i:an?|the|one|another|his|her|its|their|some|many|several|two|three)"
    r"(?:\s[\p{L}’'-]{1,20}){1,5}|[\p{Lu}][\p{Ll}]{1,20}s)\swho"
    r"(?:\s(?!(?:when|while|because|after|before|that|if|as|since|until|and|but|how|what)\s)"
    r"\p{Ll}{2,20}){1,4}\s"
)
"""What opens a sentence before a name that is no subject: `A clerk who knew `."""
_GOVERNING: Final = frozenset({"VB", "VBG", "VBN"})


def set_right(analysis: Analysis, subject: int, verb: int) -> int:
    """The subject where the tree takes a name and the noun beside it for each other's place.

    `A spokeswoman, Ann Lee, told` with the noun beside the verb; `After meeting Lee, the mayor
    said` with the noun beside the name.
    """
    if subject > verb:
        return _named_at_verb(analysis, subject, verb)
    own = _second_of_two(analysis, subject, verb)
    if own is not None:
        return own
    comma = edges(analysis, subject)[0] - 1
    described = _noun_at_verb(analysis, verb, comma)
    return _noun_after(analysis, subject, verb) if described is None else described


def _named_at_verb(analysis: Analysis, subject: int, verb: int) -> int:
    """The name right behind a verb, if more is told of it: `says Ann, whose son is`."""
    between = analysis.lowers[verb:subject]
    comma = verb + between.index(",") if "," in between else subject
    told = analysis.lowers[comma + 1 : comma + 2]
    named = analysis.tags[comma - 1] == "PROPN" and comma - 1 > verb
    return comma - 1 if named and comma < subject and told[0] in _TELLS_OF else subject


def _second_of_two(analysis: Analysis, subject: int, verb: int) -> int | None:
    """Whom the tree joins to who stands before: `“No,” said Ann, and | Bo said at once, “Yes.”`

    Not where the two open their sentence: `Ann, and Bo, said`.
    """
    second = child(analysis, subject, Relation.CONJUNCT)
    if second is None or not subject < second < verb:
        return None
    between = [word for word in analysis.lowers[subject:second] if word in (",", "and", "or")]
    if between != [",", "and"] or analysis.sentence_at(subject)[0] == edges(analysis, subject)[0]:
        return None
    at_verb = verb_group(analysis, verb, second + 1) == edges(analysis, second)[1]
    return second if at_verb else None


def _noun_at_verb(analysis: Analysis, verb: int, comma: int) -> int | None:
    """The noun before a *comma* that hangs on the *verb* as if there were a preposition."""
    if comma < 1 or analysis.lowers[comma] != ",":
        return None
    for noun in analysis.children[verb]:
        if noun >= comma or analysis.relations[noun] not in _NOT_SUBJECTS:
            continue
        first, last = edges(analysis, noun)
        bare = child(analysis, noun, Relation.CASE) is None and _is_determined(analysis, noun)
        if bare and last in (comma, comma + 1) and not _has_verb(analysis, first, last):
            return noun
    return None


def _noun_after(analysis: Analysis, subject: int, verb: int) -> int:
    """The noun beside a name that no comma parts from the verb: `After Lee, the mayor said`."""
    before = edges(analysis, subject)[0] - 1
    beside = child(analysis, subject, Relation.APPOSITION)
    if beside is None or before < 0 or not subject < beside < verb:
        return subject
    governed = analysis.tags[before] == "ADP" or analysis.forms[before] in _GOVERNING
    last = edges(analysis, beside)[1]
    joined = last == verb_group(analysis, verb, beside + 1) and analysis.lowers[last - 1] != ","
    return beside if governed and joined and _is_determined(analysis, beside) else subject


def _is_determined(analysis: Analysis, noun: int) -> bool:
    owner = child(analysis, noun, Relation.DETERMINER, Relation.POSSESSIVE)
    return analysis.forms[noun] == "NN" and owner is not None and owner < noun


def _has_verb(analysis: Analysis, first: int, last: int) -> bool:
    return not FINITE.isdisjoint(analysis.forms[first:last])


def described(scene: Scene, verb: int, person: int) -> int:
    """The description before a name behind a place: `In Rye, | the head of the club, Lee, said`.

    Only where the tree shows no subject: it takes the description for an apposition of the place.
    """
    analysis, named = scene.analysis, scene.mentions[person]
    if child(analysis, verb, *SUBJECTS) is not None or not analysis.has(Layer.TREE):
        return person
    comma = analysis.token_at(named.start) - 1
    if comma < 1 or analysis.words[comma] != ",":
        return person
    before = scene.mention_at(analysis.starts[comma - 1], analysis.starts[comma])
    found = named if before is None else scene.mentions[before]
    first = analysis.token_at(found.start)
    begin = analysis.sentence_at(first)[0]
    place = analysis.words[begin + 1 : first - 1]
    opens = analysis.tags[begin] == "ADP" and analysis.words[first - 1 : first] == [","]
    opens = opens and bool(place) and all(word.istitle() for word in place)
    describes = found.kind is SpeakerKind.UNNAMED and found.end <= analysis.starts[comma]
    return before if before is not None and opens and describes else person


def noun_before_who(analysis: Analysis, verb: int) -> int | None:
    """The noun whose verb the tree gives a clause with *who*: `A clerk who knew Ann | said`."""
    outer = analysis.heads[verb]
    noun, relations = analysis.heads[outer], analysis.relations
    joined = relations[verb] is Relation.COMPLEMENT and relations[outer] is Relation.RELATIVE_CLAUSE
    lone = relations[noun] is Relation.ROOT and child(analysis, noun, *SUBJECTS) is None
    if not (joined and lone) or not noun < outer < verb or analysis.tags[noun] not in NOUN_TAGS:
        return None
    subject = child(analysis, outer, Relation.SUBJECT)
    told = subject is not None and analysis.lowers[subject] == "who"
    opens = analysis.sentence_at(noun)[0] == edges(analysis, noun)[0]
    return noun if told and opens and "," not in analysis.lowers[noun:verb] else None


def mention_before_who(scene: Scene, named: int) -> int | None:
    """The same without a tree, where mention *named* stands before the verb."""
    analysis, start = scene.analysis, scene.mentions[named].start
    begin = analysis.starts[analysis.sentence_at(scene.mentions[named].head)[0]]
    if analysis.has(Layer.TREE) or not _WITH_WHO.fullmatch(analysis.text, begin, start):
        return None
    found = scene.mention_at(begin, start)
    return found if found is not None and scene.mentions[found].start == begin else None

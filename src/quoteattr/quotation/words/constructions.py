"""Every word that may report, with what it governs: an object, a clause, a phrase with "about".

The tree alone decides what is a candidate; whether it reports is weighed later, by counts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from attrs import frozen

from quoteattr.analysis import Relation
from quoteattr.grammar import BE, SUBJECTS, child, edges
from quoteattr.kept import Keeper, kept
from quoteattr.lexicon import word_classes, words
from quoteattr.quotation.words.cue_forms import takes
from quoteattr.records import Range

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quoteattr.analysis import Analysis

WORD_CLASSES: Final = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adjective"}
QUESTION_WORDS: Final = frozenset({"what", "whether", "how", "why", "who", "whom", "which"}) | {
    "when",
    "where",
    "if",
}
_OCCASIONS: Final = {
    "on": words("media"),
    "in": words("speech_events") | {"debate"},
    "at": words("speech_events") | {"length"},
}
_PREPOSITIONS: Final = words("prepositions") | {"as"}
_CLAUSES: Final = frozenset(
    {
        Relation.COMPLEMENT,
        Relation.OPEN_COMPLEMENT,
        Relation.NOUN_CLAUSE,
        Relation.ADVERBIAL_CLAUSE,
    }
)
_PHRASES: Final = frozenset({Relation.OBLIQUE, Relation.NOUN_MODIFIER})
_SHARING: Final = frozenset(
    {
        Relation.CONJUNCT,
        Relation.OPEN_COMPLEMENT,
        Relation.ADVERBIAL_CLAUSE,
        Relation.PARATAXIS,
        Relation.COMPLEMENT,
    }
)
_OF_NOUN: Final = frozenset({Relation.NOUN_CLAUSE, Relation.RELATIVE_CLAUSE})
_JOINTS: Final = re.compile(r"[+.-]")
_TAKES_HEARER: Final = "a"  # Frames.ADDRESSEE; cues.py asks this module
_REACH: Final = 4  # verbs up the tree from which a subject may be shared


@frozen
class ReportCandidate(Keeper):
    """A word that may report what it governs.

    Attributes:
        analysis: The text.
        token: The verb, noun or adjective.
        last: Token after its last word: `called for`.
        word_class: "verb", "noun" or "adjective".
        construction: What it governs: "object", "that", "to", "about", ...; "subject+" and
            "object+" before it where those are part of the content, "object." where an object is
            passed over, "passive-" after a passive, whose subject alone can be content.
        content: Token ranges of what would be said, in order.
        quoted: Whether a quoted fragment stands in the content; alone it may as well be a title.
        outer: Whether the content holds what another word reports: `talked up | his plan to sell`.
    """

    analysis: Analysis
    token: int
    last: int
    word_class: str
    construction: str
    content: tuple[Range, ...]
    quoted: bool = False
    outer: bool = False

    @kept
    def governs(self) -> str:
        """The last part of its construction: "about" of "object.about"."""
        return _JOINTS.split(self.construction)[-1]

    @kept
    def source(self) -> int | None:
        """Who or what would report: its subject, or one it shares, None for none."""
        return source(self.analysis, self.token)

    @kept
    def object(self) -> int | None:
        """Its object, where that is content or a part of it."""
        if "object" not in self.construction or "object." in self.construction:
            return None
        return child(self.analysis, self.token, Relation.OBJECT)

    @kept
    def words_before(self) -> frozenset[str]:
        """The words before it that depend on it: auxiliaries, negations, adverbs."""
        analysis = self.analysis
        around = analysis.children[self.token]
        return frozenset(analysis.lowers[c] for c in around if c < self.token)


def candidates_at(analysis: Analysis, token: int) -> Iterator[ReportCandidate]:
    """What the word at *token* may report, one candidate a construction, from left to right."""
    word_class = WORD_CLASSES.get(analysis.tags[token])
    if word_class is None:
        return
    if "what" in analysis.lowers[max(0, token - 2) : token]:
        return  # what sailors call a “gaff”
    prefix = "passive-" if word_class == "verb" and is_passive_verb(analysis, token) else ""
    found = _Governor(analysis, token, prefix)
    for governed in analysis.children[token]:
        if governed > token and edges(analysis, governed)[0] > token:
            for construction, last, content in found.constructions(governed):
                yield ReportCandidate(analysis, token, last, word_class, construction, content)


def source(analysis: Analysis, token: int) -> int | None:
    """The subject of a verb, or what it has from a verb or noun above: `He rose and denied it`."""
    for _ in range(_REACH):
        subject = child(analysis, token, *SUBJECTS)
        if subject is not None:
            return subject
        if analysis.relations[token] in _OF_NOUN:
            return analysis.heads[token]
        if analysis.relations[token] not in _SHARING:
            return None
        token = analysis.heads[token]
    return None


def is_passive_verb(analysis: Analysis, token: int) -> bool:
    """Whether the tree or its auxiliary shows a passive: `was accused of`."""
    if child(analysis, token, Relation.PASSIVE_SUBJECT) is not None:
        return True
    return analysis.forms[token] == "VBN" and any(
        analysis.relations[c] is Relation.AUXILIARY and analysis.lowers[c] in BE
        for c in analysis.children[token]
    )


class _Governor:
    """A word, its subject and its object."""

    def __init__(self, analysis: Analysis, token: int, prefix: str) -> None:
        self._analysis = analysis
        self._token = token
        self._prefix = prefix
        around = analysis.children[token]
        self._subject = next(
            (c for c in around if c < token and analysis.relations[c] in SUBJECTS), None
        )
        self._object = next(
            (c for c in around if c > token and analysis.relations[c] is Relation.OBJECT), None
        )

    def constructions(self, governed: int) -> Iterator[tuple[str, int, tuple[Range, ...]]]:
        """Name, end of the cue and content of each construction with *governed*."""
        relation = self._analysis.relations[governed]
        first, last = edges(self._analysis, governed)
        while first < governed and self._analysis.lowers[first] == ",":
            first += 1
        if relation is Relation.OBJECT:
            yield self._prefix + "object", self._token + 1, ((first, last),)
        elif relation in _CLAUSES or self._is_noun_clause(governed, first):
            kind, start = self._clause(governed, first)
            if kind and start < last:
                yield from self._with(kind, first, (start, last))
        elif (
            relation in _PHRASES
            and self._preposition(governed) == first
            and first + 1 < last
            and not self._is_occasion(first, governed)
        ):
            yield from self._with(self._analysis.lowers[first], first, (first + 1, last))

    def _is_occasion(self, preposition: int, noun: int) -> bool:
        """Whether a phrase tells when or where: `announced on Friday`, `warned in an interview`."""
        lowers = self._analysis.lowers
        if word_classes().get(lowers[noun]) == "time":
            return True
        return lowers[noun] in _OCCASIONS.get(lowers[preposition], ())

    def _is_noun_clause(self, governed: int, first: int) -> bool:
        """Whether a noun has a that-clause that looks relative: `the claim that he won`."""
        return (
            self._analysis.relations[governed] is Relation.RELATIVE_CLAUSE
            and self._analysis.tags[self._token] == "NOUN"
            and self._analysis.lowers[first] == "that"
        )

    def _with(
        self, kind: str, first: int, content: Range
    ) -> Iterator[tuple[str, int, tuple[Range, ...]]]:
        """The construction alone, and with what stands between or before."""
        end = first + 1 if kind in _PREPOSITIONS and first == self._token + 1 else 0
        end = max(end, self._token + 1)
        if self._object is not None and self._object < first:
            start, _ = edges(self._analysis, self._object)
            yield f"{self._prefix}object+{kind}", self._token + 1, ((start, content[1]),)
            yield f"{self._prefix}object.{kind}", self._token + 1, (content,)
            return
        yield self._prefix + kind, end, (content,)
        hearer = self._hearer() if kind in _PREPOSITIONS - {"to"} else None
        if hearer is not None and hearer < first:
            start, _ = edges(self._analysis, hearer)
            yield f"{self._prefix}object+{kind}", end, ((start, content[1]),)
        if self._subject is not None and self._prefix:  # Ann Lee was accused of fraud
            subject = edges(self._analysis, self._subject)
            yield f"{self._prefix}subject+{kind}", end, (subject, content)

    def _hearer(self) -> int | None:
        """Whom a verb is about that is said to nobody else: `congratulated | me | on winning`.

        Not after a verb that has hearers: `warned us about it`.
        """
        analysis, token = self._analysis, self._token
        if takes(analysis.lowers[token], _TAKES_HEARER):
            return None
        around = (c for c in analysis.children[token] if c > token)
        return next((c for c in around if analysis.relations[c] is Relation.INDIRECT_OBJECT), None)

    def _clause(self, governed: int, first: int) -> tuple[str, int]:
        """The kind of a clause and where its content begins; "" for none that can be reported."""
        analysis = self._analysis
        word, relation = analysis.lowers[first], analysis.relations[governed]
        if relation is Relation.ADVERBIAL_CLAUSE and not self._is_infinitive(governed):
            if self._preposition(governed) != first or word not in _PREPOSITIONS:
                return "", first
            if self._prefix and word == "as" and child(analysis, governed, *SUBJECTS) is not None:
                return "", first  # was asked about it as she left
            return word, first + 1  # spoke about running
        if word == "that":
            return "that", first + (not self._points(governed, first))
        if word in QUESTION_WORDS:
            return "question", first
        if self._is_infinitive(governed):
            return "to", first
        if analysis.forms[governed] == "VBG":
            return "participle", first
        raised = relation is Relation.OPEN_COMPLEMENT or self._has_to(governed)
        return "predicate" if raised else "clause", first

    def _points(self, governed: int, first: int) -> bool:
        """Whether *that* points at a noun, no clause: `disputes | that timeline`."""
        alone = edges(self._analysis, governed) == (first, first + 2)
        return alone and self._analysis.forms[governed] == "NN"

    def _is_infinitive(self, governed: int) -> bool:
        return self._analysis.forms[governed] == "VB" and self._has_to(governed)

    def _has_to(self, governed: int) -> bool:
        """Whether *to* leads to the verb, which a passive hides: `asked not | to be named`."""
        analysis = self._analysis
        around = analysis.children[governed]
        return any(c < governed and analysis.lowers[c] == "to" for c in around)

    def _preposition(self, governed: int) -> int | None:
        before = (c for c in self._analysis.children[governed] if c < governed)
        marks = (Relation.CASE, Relation.MARKER)
        return next((c for c in before if self._analysis.relations[c] in marks), None)

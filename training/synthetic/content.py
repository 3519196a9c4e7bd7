"""What is said: clauses taken out of treebank sentences."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

from training.synthetic.phrase import HEAD, Phrase, from_sentence, join, word
from training.trees import ROOT, Sentence, Word

_QUOTES = frozenset('"“”‘`')
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SUBJECTS = ("nsubj", "nsubj:pass", "expl", "csubj", "nsubj:outer")
SHORTEST, LONGEST = 3, 32  # words of a clause; longer sentences teach nothing about the frame


@dataclass(frozen=True, slots=True)
class Clauses:
    """The stock: whole sentences (end mark cut off), their end marks, and bare predicates."""

    statements: tuple[Phrase, ...]
    questions: tuple[Phrase, ...]
    exclamations: tuple[Phrase, ...]
    predicates: tuple[Phrase, ...]

    @classmethod
    def of(cls, material: list[Sentence]) -> Clauses:
        """Sort treebank sentences by what they can become.

        Only projective sentences with a finite root and a subject are taken, without quotation
        marks of their own. A predicate is a past-tense sentence without its subject.
        """
        held: dict[str, list[Phrase]] = {".": [], "?": [], "!": []}
        predicates: list[Phrase] = []
        for sentence in material:
            end = sentence.words[-1].form
            if end not in held or not _usable(sentence):
                continue
            body = list(range(len(sentence.words) - 1))
            held[end].append(from_sentence(sentence, body))
            predicate = _predicate(sentence) if end == "." else None
            if predicate:
                predicates.append(predicate)
        return cls(tuple(held["."]), tuple(held["?"]), tuple(held["!"]), tuple(predicates))


def _usable(sentence: Sentence) -> bool:
    words = sentence.words
    if not SHORTEST < len(words) <= LONGEST or not words[0].form[:1].isupper():
        return False
    if any(_QUOTES & set(w.form) or w.tag in ("``", "''") for w in words):
        return False
    if sum(w.form.isupper() and len(w.form) > 1 for w in words) > len(words) / 3:
        return False
    root = sentence.root()
    if words[-1].head != root or not _projective(words):
        return False
    children = sentence.children(root)
    finite = words[root].tag in _FINITE or any(
        words[i].tag in _FINITE and words[i].dep in ("aux", "cop", "aux:pass") for i in children
    )
    return finite and any(words[i].dep in _SUBJECTS for i in children)


def _projective(words: tuple[Word, ...]) -> bool:
    arcs = [(min(i, w.head), max(i, w.head)) for i, w in enumerate(words) if w.head != ROOT]
    return not any(a < c < b < d for a, b in arcs for c, d in arcs)


def _predicate(sentence: Sentence) -> Phrase | None:
    """“left the meeting early”: everything from the verb on, where the subject comes first."""
    words, root = sentence.words, sentence.root()
    if words[root].tag != "VBD" or len(words) > 22:
        return None
    before = [i for i in sentence.children(root) if i < root]
    if [words[i].dep for i in before] not in (["nsubj"], ["nsubj", "advmod"]):
        return None
    start = root - 1 if len(before) == 2 else root
    kept = list(range(start, len(words) - 1))
    if any(words[i].head != ROOT and words[i].head not in kept and i != root for i in kept):
        return None
    if any(words[i].dep == "parataxis" for i in sentence.children(root)):
        return None
    return from_sentence(sentence, kept)


class Contents:
    """Draws contents from the stock."""

    def __init__(self, clauses: Clauses, rng: random.Random) -> None:
        self._clauses, self._rng = clauses, rng

    def statement(self) -> Phrase:
        """A clause that ended in a full stop, without it."""
        return self._rng.choice(self._clauses.statements)

    def ended(self) -> tuple[Phrase, str]:
        """A clause and the mark it ends with."""
        chance = self._rng.random()
        if chance < 0.08 and self._clauses.questions:
            return self._rng.choice(self._clauses.questions), "?"
        if chance < 0.12 and self._clauses.exclamations:
            return self._rng.choice(self._clauses.exclamations), "!"
        return self.statement(), "."

    def question(self) -> Phrase:
        """A clause that ended in a question mark, without it."""
        return self._rng.choice(self._clauses.questions or self._clauses.statements)

    def predicate(self) -> Phrase:
        """A past-tense predicate without its subject."""
        return self._rng.choice(self._clauses.predicates)


def lowered(phrase: Phrase) -> Phrase:
    """The first word in lower case, unless it is a name, "I", or an abbreviation."""
    first = phrase.words[0]
    if first.tag in ("NNP", "NNPS") or first.form in ("I", "I'm") or first.form[1:2].isupper():
        return phrase
    return replace(phrase, words=(replace(first, form=first.form.lower()), *phrase.words[1:]))


def as_that_clause(phrase: Phrase) -> Phrase:
    """“that he left”: the clause with its ``mark``."""
    return join(("mark", word("that", "IN")), (HEAD, lowered(phrase)))


def split_points(phrase: Phrase) -> list[int]:
    """Where a clause can be interrupted: between words, no arc but the root's own in the way."""
    words, root = phrase.words, phrase.root
    points = []
    for cut in range(2, len(words) - 1):
        crossing = [
            i
            for i, w in enumerate(words)
            if w.head != ROOT and min(i, w.head) < cut <= max(i, w.head) and root not in (i, w.head)
        ]
        if not crossing and _opens_part(words, cut):
            points.append(cut)
    return points


def _opens_part(words: tuple[Word, ...], cut: int) -> bool:
    """A part worth an interruption starts here: after a comma, or with "and", "but", "because"."""
    return (
        words[cut - 1].form == ","
        or words[cut].tag in ("CC", "WRB")
        or (words[cut].dep in ("mark", "nsubj") and words[cut - 1].dep != "mark")
    )


PLACEHOLDER = "QUOTE"
"""The word that stands for the content of a self-standing quotation in a frame."""


def placeholder() -> Phrase:
    """The one word that a frame has for a content."""
    return word(PLACEHOLDER, "NN", "quote")

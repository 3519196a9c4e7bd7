"""Phrases: small trees that are put together into sentences."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from training.trees import ROOT, Name, Sentence, Word

HEAD = "head"
"""The label of the part that the other parts of a phrase hang on."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words with one root; ``doubtful`` words are those nobody checked for being a name."""

    words: tuple[Word, ...]
    names: tuple[Name, ...] = ()
    doubtful: frozenset[int] = frozenset()

    @property
    def root(self) -> int:
        """Index of the root word."""
        return next(i for i, w in enumerate(self.words) if w.head == ROOT)

    def with_root(self, word: Word) -> Phrase:
        """The same tree with its root word replaced (the root's head is kept)."""
        at = self.root
        made = replace(word, head=ROOT, space=self.words[at].space)
        return replace(self, words=(*self.words[:at], made, *self.words[at + 1 :]))

    def tight(self) -> Phrase:
        """No space after the last word."""
        return replace(self, words=(*self.words[:-1], replace(self.words[-1], space=False)))

    def named(self, label: str) -> Phrase:
        """The whole phrase marked as one name."""
        return replace(self, names=(Name(0, len(self.words), label),))

    def capitalised(self) -> Phrase:
        """The first word with a capital."""
        first = self.words[0]
        return replace(self, words=(replace(first, form=_upper_first(first.form)), *self.words[1:]))

    def sentence(self, *, new_paragraph: bool = False) -> Sentence:
        """The phrase as a sentence of a corpus."""
        return Sentence(
            self.words, names=self.names, new_paragraph=new_paragraph, doubtful=self.doubtful
        )


Part = tuple[str, Phrase]


def word(form: str, tag: str, lemma: str = "", *, space: bool = True) -> Phrase:
    """A phrase of one word."""
    return Phrase((Word(form, tag=tag, lemma=lemma, space=space),))


def join(*parts: Part) -> Phrase:
    """One phrase of several: exactly one part is ``HEAD``, the others hang on its root.

    Raises:
        ValueError: there is no head, or more than one.
    """
    heads = [i for i, (dep, _) in enumerate(parts) if dep == HEAD]
    if len(heads) != 1:
        raise ValueError(f"a phrase needs one head, got {len(heads)} of {[d for d, _ in parts]}")
    offsets = [sum(len(p.words) for _, p in parts[:i]) for i in range(len(parts))]
    centre = offsets[heads[0]] + parts[heads[0]][1].root
    words: list[Word] = []
    names: list[Name] = []
    doubtful: set[int] = set()
    for (dep, part), offset in zip(parts, offsets, strict=True):
        for item in part.words:
            if item.head != ROOT:
                words.append(replace(item, head=item.head + offset))
            elif dep == HEAD:
                words.append(item)
            else:
                words.append(replace(item, head=centre, dep=dep))
        names += [Name(n.start + offset, n.end + offset, n.label) for n in part.names]
        doubtful |= {i + offset for i in part.doubtful}
    return Phrase(without_space_before_marks(words), tuple(names), frozenset(doubtful))


def inserted(phrase: Phrase, at: int, dep: str, part: Phrase) -> Phrase:
    """``part`` put before word ``at``, hanging on the root; names that it cuts are forgotten."""
    size = len(part.words)

    def moved(place: int) -> int:
        return place if place < at else place + size

    root = moved(phrase.root)
    old = [w if w.head == ROOT else replace(w, head=moved(w.head)) for w in phrase.words]
    new = [
        replace(w, head=root, dep=dep) if w.head == ROOT else replace(w, head=w.head + at)
        for w in part.words
    ]
    kept = [n for n in phrase.names if n.end <= at or n.start >= at]
    names = [replace(n, start=moved(n.start), end=moved(n.end - 1) + 1) for n in kept]
    names += [replace(n, start=n.start + at, end=n.end + at) for n in part.names]
    doubtful = {moved(i) for i in phrase.doubtful} | {i + at for i in part.doubtful}
    words = without_space_before_marks([*old[:at], *new, *old[at:]])
    return Phrase(words, tuple(names), frozenset(doubtful))


def removed(phrase: Phrase, at: int) -> Phrase:
    """Without word ``at``, which nothing hangs on and no name holds."""

    def moved(place: int) -> int:
        return place if place < at else place - 1

    kept = [w for i, w in enumerate(phrase.words) if i != at]
    return Phrase(
        tuple(w if w.head == ROOT else replace(w, head=moved(w.head)) for w in kept),
        tuple(replace(n, start=moved(n.start), end=moved(n.end)) for n in phrase.names),
        frozenset(moved(i) for i in phrase.doubtful if i != at),
    )


_CLOSING = frozenset({",", ".", "?", "!", ":", ";", "”", "’", "'s", "’s", "n't", "n’t"})


_CLOSING_TAGS = frozenset({"''", "POS"})


def without_space_before_marks(words: Sequence[Word]) -> tuple[Word, ...]:
    """No space before commas, stops, closing marks and possessive endings."""
    tight = [
        replace(w, space=False) if after.form in _CLOSING or after.tag in _CLOSING_TAGS else w
        for w, after in itertools.pairwise(words)
    ]
    return (*tight, words[-1]) if words else ()


def chain(text: str) -> Phrase:
    """A phrase from ``form/TAG/dep/head`` words, heads counted from 1, 0 for the root."""
    words = []
    for item in text.split():
        form, tag, dep, head = item.rsplit("/", 3)
        words.append(Word(form, tag=tag, dep=dep, head=int(head) - 1))
    return Phrase(tuple(words))


def from_sentence(sentence: Sentence, indices: Sequence[int]) -> Phrase:
    """The part of a sentence that a contiguous or gapped list of words spans.

    Exactly one of the words may hang outside the list; it becomes the root.
    """
    at = {old: new for new, old in enumerate(indices)}
    words = []
    for old in indices:
        item = sentence.words[old]
        words.append(replace(item, head=at.get(item.head, ROOT), entity=""))
    words[-1] = replace(words[-1], space=True)
    return Phrase(
        tuple(words),
        names=tuple(
            Name(at[n.start], at[n.start] + n.end - n.start, n.label)
            for n in sentence.names or ()
            if all(i in at for i in range(n.start, n.end))
        ),
        doubtful=frozenset(
            at[i]
            for i in indices
            if (sentence.names is None and sentence.words[i].pos == "PROPN")
            or i in sentence.doubtful
        ),
    )


def _upper_first(form: str) -> str:
    return form[:1].upper() + form[1:]

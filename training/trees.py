"""The records a training corpus is made of: words in a dependency tree, with the text kept.

Readers produce them, the generator of synthetic quotes re-arranges them, and ``docs`` turns them
into spaCy examples. An unknown annotation layer is ``None``, never an empty guess.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

ROOT = -1
"""Head of the root word of a sentence."""


@dataclass(frozen=True, slots=True)
class Word:
    """One syntactic word.

    ``head`` is the index of another word of the same sentence, or ``ROOT``.
    ``space`` says whether a space follows in the text; ``entity`` is the raw ``Entity=`` value
    of the treebank.
    """

    form: str
    tag: str = ""
    lemma: str = ""
    pos: str = ""
    head: int = ROOT
    dep: str = ""
    space: bool = True
    entity: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """A named entity: half-open range of words and its type (PERSON, ORG, LOC)."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with whatever is known about it.

    ``parsed`` is false where tags and heads are unknown; ``names`` is ``None`` where entities are.
    ``doubtful`` words may or may not belong to a name: nobody looked.
    """

    words: tuple[Word, ...]
    names: tuple[Name, ...] | None = None
    parsed: bool = True
    new_paragraph: bool = False
    doubtful: frozenset[int] = frozenset()

    def text(self) -> str:
        """The words as they stand in print."""
        return "".join(w.form + (" " if w.space else "") for w in self.words).rstrip()

    def children(self, head: int) -> list[int]:
        """Indices of the words that hang on ``head``, ascending."""
        return [i for i, w in enumerate(self.words) if w.head == head]

    def root(self) -> int:
        """Index of the first root word."""
        return next(i for i, w in enumerate(self.words) if w.head == ROOT)

    def subtree(self, head: int) -> list[int]:
        """Indices of ``head`` and everything below it, ascending."""
        below: dict[int, list[int]] = {}
        for i, word in enumerate(self.words):
            below.setdefault(word.head, []).append(i)
        found, queue = [], [head]
        while queue:
            node = queue.pop()
            found.append(node)
            queue.extend(below.get(node, ()))
        return sorted(found)

    def with_names(self, names: Iterable[Name] | None) -> Sentence:
        """The same sentence with other names, or with names unknown."""
        return replace(self, names=None if names is None else tuple(names))


@dataclass(frozen=True, slots=True)
class Passage:
    """Consecutive sentences that the model sees as one text."""

    sentences: tuple[Sentence, ...]
    origin: str = field(default="")

    def n_words(self) -> int:
        """Words of all sentences."""
        return sum(len(s.words) for s in self.sentences)

    def text(self) -> str:
        """The raw text: a blank line before each new paragraph, else the space the corpus has."""
        parts: list[str] = []
        for number, sentence in enumerate(self.sentences):
            if number:
                parts.append(separator(self.sentences[number - 1], sentence))
            parts.append(sentence.text())
        return "".join(parts)


def separator(before: Sentence, after: Sentence) -> str:
    """What stands in the text between two neighbouring sentences."""
    if after.new_paragraph:
        return "\n\n"
    return " " if before.words[-1].space else ""


def passages(sentences: Sequence[Sentence], origin: str, max_words: int) -> list[Passage]:
    """Cut a document into passages of whole sentences, at most ``max_words`` long where possible.

    Paragraphs are kept together as long as they fit, so that the model sees both kinds of
    sentence boundary: inside a paragraph and at its end.
    """
    cut: list[Passage] = []
    held: list[Sentence] = []
    size = 0
    for sentence in sentences:
        if held and size + len(sentence.words) > max_words:
            cut.append(Passage(tuple(held), origin))
            held, size = [], 0
        held.append(sentence)
        size += len(sentence.words)
    if held:
        cut.append(Passage(tuple(held), origin))
    return cut

"""What the backend read off a text, as plain columns: tokens, tags, tree, sentences, paragraphs.

One label scheme of our own, whatever the pipeline's: see `Relation`. A layer that the pipeline
does not have is absent from `Analysis.layers`, and its columns hold neutral values.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from enum import Enum
from typing import TYPE_CHECKING, Final

from attrs import define, field, frozen

from quoteattr.kept import Keeper, kept

if TYPE_CHECKING:
    from collections.abc import Iterable


class Layer(str, Enum):
    """A kind of annotation that a pipeline may or may not give."""

    TAGS = "tags"
    LEMMAS = "lemmas"
    TREE = "tree"
    ENTITIES = "entities"


class Relation(str, Enum):
    """Grammatical relations the rules use. UD's heads: content words lead function words."""

    ROOT = "root"
    SUBJECT = "subject"
    PASSIVE_SUBJECT = "passive-subject"
    AGENT = "agent"
    OBJECT = "object"
    INDIRECT_OBJECT = "indirect-object"
    OBLIQUE = "oblique"
    COMPLEMENT = "complement"
    OPEN_COMPLEMENT = "open-complement"
    ADVERBIAL_CLAUSE = "adverbial-clause"
    NOUN_CLAUSE = "noun-clause"
    RELATIVE_CLAUSE = "relative-clause"
    PARATAXIS = "parataxis"
    CONJUNCT = "conjunct"
    APPOSITION = "apposition"
    NAME_PART = "name-part"
    COMPOUND = "compound"
    NOUN_MODIFIER = "noun-modifier"
    POSSESSIVE = "possessive"
    ADJECTIVE = "adjective"
    DETERMINER = "determiner"
    ADVERB = "adverb"
    AUXILIARY = "auxiliary"
    COPULA = "copula"
    MARKER = "marker"
    CASE = "case"
    COORDINATOR = "coordinator"
    PARTICLE = "particle"
    PUNCTUATION = "punctuation"
    VOCATIVE = "vocative"
    OTHER = "other"


@frozen
class Paragraph:
    """A stretch of text between line breaks, and the tokens [first, last) that stand in it."""

    start: int
    end: int
    first: int
    last: int


NOUN_TAGS: Final = frozenset({"NOUN", "PROPN"})
"""Parts of speech of common nouns and of names."""


@define(eq=False)
class Analysis(Keeper):
    """The columns of one text. Token columns have one entry a token, in text order.

    Attributes:
        text: The caller's text, untouched.
        starts: First code point of each token.
        ends: Code point after each token.
        words: Surface form.
        lowers: Surface form in lower case, curly apostrophes made straight; `US`, the country, is
            "u.s.".
        lemmas: Lower-case lemma; the lower form without Layer.LEMMAS.
        tags: Universal part of speech ("VERB", "PROPN", ...); "" without Layer.TAGS.
        forms: Penn Treebank tag ("VBD", ...); "" without Layer.TAGS.
        heads: Token index of the syntactic head, itself for a root or without Layer.TREE.
        relations: Relation to the head; Relation.OTHER without Layer.TREE.
        entities: Entity type of the token ("PERSON", "ORG", "PLACE", "OTHER"), "" for none.
        entity_starts: True where a named entity begins.
        sentences: Token ranges [first, last), in order, covering every token.
        paragraphs: In order; a token belongs to exactly one.
        layers: What the pipeline gave.
    """

    text: str
    starts: list[int]
    ends: list[int]
    words: list[str]
    lowers: list[str]
    lemmas: list[str]
    tags: list[str]
    forms: list[str]
    heads: list[int]
    relations: list[Relation]
    entities: list[str]
    entity_starts: list[bool]
    sentences: list[tuple[int, int]]
    paragraphs: list[Paragraph]
    layers: frozenset[Layer] = field(default=frozenset())

    def __len__(self) -> int:
        return len(self.starts)

    @kept
    def children(self) -> list[list[int]]:
        """Tokens that have each token as head, in text order; all empty without Layer.TREE."""
        nothing: list[int] = []  # one for all leaves, which are half of the tokens
        children = [nothing] * len(self.heads)
        for token, head in enumerate(self.heads):
            if head == token:
                continue
            if children[head]:
                children[head].append(token)
            else:
                children[head] = [token]
        return children

    @kept
    def is_capitals(self) -> bool:
        """Whether the text has letters and none is small."""
        return self.text.isupper()

    @kept
    def sentence_of(self) -> list[int]:
        """Index of each token's sentence."""
        return [i for i, (first, last) in enumerate(self.sentences) for _ in range(last - first)]

    @kept
    def _paragraph_starts(self) -> list[int]:
        return [paragraph.start for paragraph in self.paragraphs]

    def token_at(self, offset: int) -> int:
        """First token that ends after code point *offset*; `len(self)` when there is none."""
        return bisect_right(self.ends, offset)

    def tokens(self, start: int, end: int) -> range:
        """Tokens that overlap the code points [start, end)."""
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))

    def paragraph_at(self, offset: int) -> int:
        """Index of the paragraph that holds, or last began before, code point *offset*."""
        return max(0, bisect_right(self._paragraph_starts, offset) - 1)

    def sentence_at(self, token: int) -> tuple[int, int]:
        """First token of the sentence of *token*, and the token after its last."""
        return self.sentences[self.sentence_of[token]]

    def take_for_verbs(self, tokens: Iterable[int]) -> None:
        """Tag *tokens* as verbs where the pipeline took them for nouns: `the board | plans to`."""
        for token in tokens:
            if self.tags[token] in NOUN_TAGS:
                self.tags[token] = "VERB"
                self.forms[token] = "VBZ" if self.lowers[token].endswith("s") else "VBP"

    def has(self, layer: Layer) -> bool:
        """Whether the pipeline gave this layer."""
        return layer in self.layers

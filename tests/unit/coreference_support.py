"""Helper of the coreference tests: read a text without any trained pipeline and ask who is who."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import spacy
from attrs import frozen

from quoteattr.backend import analyse
from quoteattr.coreference import find_mentions, resolve
from quoteattr.quotation import find_paragraphs, find_quoted_spans

if TYPE_CHECKING:
    from spacy.language import Language

    from quoteattr.analysis import Analysis
    from quoteattr.records import Chains, Entity, Mention


@cache
def blank() -> Language:
    """A tokenizer and nothing else."""
    return spacy.blank("en")


def columns(text: str) -> Analysis:
    """The columns of *text* with no layer of annotation."""
    return analyse(text, blank(), find_paragraphs(text))


@frozen
class Reading:
    """A text, its mentions and its entities."""

    text: str
    chains: Chains

    def written(self) -> list[str]:
        """All mentions as written, in text order."""
        return [self.text[m.start : m.end] for m in self.chains.mentions]

    def index(self, words: str, nth: int = 0) -> int:
        """Index of the *nth* mention that is written *words*."""
        found = [i for i, written in enumerate(self.written()) if written == words]
        assert len(found) > nth, f"{words!r} is not among {self.written()}"
        return found[nth]

    def mention(self, words: str, nth: int = 0) -> Mention:
        """The *nth* mention that is written *words*."""
        return self.chains.mentions[self.index(words, nth)]

    def entity(self, words: str, nth: int = 0) -> Entity | None:
        """The entity behind the *nth* mention that is written *words*."""
        number = self.chains.entity_of[self.index(words, nth)]
        return None if number is None else self.chains.entities[number]

    def who(self, words: str, nth: int = 0) -> str | None:
        """The name of that entity, None when it is unresolved."""
        entity = self.entity(words, nth)
        return None if entity is None else entity.name


def read(text: str, *sources: str) -> Reading:
    """Mentions and entities of *text*; *sources* are its sources as written, in text order."""
    analysis = columns(text)
    quoted = find_quoted_spans(text)
    mentions = find_mentions(analysis, quoted)
    ranges = []
    at = 0
    for source in sources:
        at = text.index(source, at)
        ranges.append((at, at + len(source)))
        at += len(source)
    return Reading(text, resolve(analysis, mentions, quoted, ranges))

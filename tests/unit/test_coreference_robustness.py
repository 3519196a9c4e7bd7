"""Coreference of texts that nobody wrote for it: broken, empty, long."""

from __future__ import annotations

from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.coreference_support import columns, read

from quoteattr.coreference import find_mentions, resolve
from quoteattr.quotation import find_quoted_spans

BROKEN = [
    "",
    " ",
    "\ufeffAda Holm left.\r\nShe\x00 smiled.",
    "\ud800 Ada \udfff Holm said.",
    "“““ Ada ‘‘ Holm ”” ’ he",
    "A" * 5000,
    "Ada " * 2000,
    "of the of the of the head of of of",
    "'s 's 's Ada's's's",
    "- - -old 52-year-old year-old-year",
    "Mr. Mr. Mr. President President",
    "he he he she she they it it",
    "🙂 Ada 🙂 Holm 🙂 said 🙂.",
    "van der van der van der Berg de la",
    "THE THE THE: A: B: C:",
]


@pytest.mark.parametrize("text", BROKEN)
def test_broken_text(text: str) -> None:
    """No text raises; mentions lie in the text, in order; every index points somewhere."""
    chains = read(text).chains
    assert all(0 <= m.start < m.end <= len(text) for m in chains.mentions)
    assert all(a.start <= b.start for a, b in pairwise(chains.mentions))
    assert len(chains.entity_of) == len(chains.mentions)
    for number, entity in enumerate(chains.entities):
        assert all(chains.entity_of[i] == number for i in entity.mentions)
        assert list(entity.mentions) == sorted(entity.mentions)


PIECES = ["Ada Holm", "Holm", "the mayor", "he", "She", "said", "told", ",", ".", "“No,”", "\n\n"]
PIECES += ["Gen.", "of", "the", "'s", "who", "52", "-year-old", "officials", "I", "NATO", "-", "’"]


@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_any_mixture(parts: list[str]) -> None:
    """Any mixture of the words that the rules look at is read without harm."""
    test_broken_text(" ".join(parts))


def test_same_twice() -> None:
    """The same text gives the same chains."""
    text = "Ada Holm met Ivo Kral. The mayor, Ruth Lind, said he was late. She left."
    assert read(text).chains == read(text).chains


def test_time_grows_with_length() -> None:
    """A text ten times as long takes no more than some thirty times as long."""
    part = (
        "Mayor Ada Holm met Ivo Kral, a lawyer. “No,” she said. The mayor of Tallow left. "
        "He told the official that they would pay. Holm smiled.\n\n"
    )

    def cost(times: int) -> float:
        text = part * times
        analysis, quoted = columns(text), find_quoted_spans(text)
        start = process_time()
        resolve(analysis, find_mentions(analysis, quoted), quoted, [])
        return process_time() - start

    cost(5)
    assert cost(300) < 30 * max(cost(30), 0.01)

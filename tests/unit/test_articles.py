"""Whole articles and stories: every direct and mixed quotation is found, with who said it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.article_files import Article, load_articles

import quoteattr
from quoteattr.datatypes import Outcome, QuoteKind
from quoteattr.evaluation.matching import WordCharacters, match
from quoteattr.evaluation.names import agree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tests.case_files import GoldQuote

    from quoteattr.datatypes import Quote, Span

CASES = Path(__file__).parents[1] / "cases"
ARTICLES = load_articles(CASES / "articles", CASES / "stories")
BY_NAME = {article.case.id: article for article in ARTICLES}
each_article = pytest.mark.parametrize("name", BY_NAME)


@each_article
def test_direct_and_mixed_quotations_and_their_speakers(name: str) -> None:
    """None is missed or given to somebody else, but those the file says are known to be."""
    article = BY_NAME[name]
    missed = {
        opening(gold): told
        for gold, quote in found(name)
        if gold.kind is not QuoteKind.INDIRECT and not gold.optional
        for told in [complaint(article, gold, quote)]
        if told
    }
    new = [told for words, told in missed.items() if words not in article.misses]
    mended = [words for words in article.misses if words not in missed]
    assert not new, "\n".join([f"{len(new)} in {name}:", *new])
    assert not mended, f"no longer missed, take out of {name}: {mended}"


@each_article
def test_indirect_quotations(name: str) -> None:
    """No fewer are found than the file pins."""
    article = BY_NAME[name]
    if article.indirect_found is None:
        pytest.skip("no number of indirect quotations is pinned")
    pairs = [(gold, quote) for gold, quote in found(name) if gold.kind is QuoteKind.INDIRECT]
    missed = [opening(gold) for gold, quote in pairs if quote is None]
    assert len(pairs) - len(missed) >= article.indirect_found, "\n".join(missed)


def test_articles_and_stories_are_whole() -> None:
    """Articles of news length with all three kinds in each, and stories of story length."""
    sizes = {name: len(article.case.text.split()) for name, article in BY_NAME.items()}
    assert sum(name.startswith("articles:") for name in sizes) == 30
    assert sum(name.startswith("stories:") for name in sizes) == 4
    assert all(
        350 <= size <= 700 if name.startswith("articles:") else 600 <= size <= 1200
        for name, size in sizes.items()
    )
    for name, article in BY_NAME.items():
        if name.startswith("articles:"):
            assert {gold.kind for gold in article.gold} == set(QuoteKind)


@cache
def found(name: str) -> list[tuple[GoldQuote, Quote | None]]:
    """Each gold quotation of an article with the one found for it: half the words or more shared.

    A nested quotation and the one around it can share their words, so each level is matched alone.
    """
    article = BY_NAME[name]
    words = WordCharacters(article.case.text)
    top = quoteattr.extract_quotes(article.case.text)
    nested = [inner for quote in top for inner in walk(quote.nested)]
    outer = article.case.quotes
    inside = [gold for gold in article.gold if not any(gold is one for one in outer)]
    return [*paired(outer, top, words), *paired(inside, [*nested, *top], words)]


def paired(
    gold: Sequence[GoldQuote], quotes: Sequence[Quote], words: WordCharacters
) -> list[tuple[GoldQuote, Quote | None]]:
    """Gold quotations with what is found for each, one to one."""
    extents = [[ranges(reading.content) for reading in one.readings] for one in gold]
    pairs = match(extents, [ranges(quote.content) for quote in quotes], words)
    partner = {pair.gold: quotes[pair.predicted] for pair in pairs}
    return [(one, partner.get(number)) for number, one in enumerate(gold)]


def complaint(article: Article, gold: GoldQuote, quote: Quote | None) -> str:
    """What is wrong with the quotation found; empty when it is right."""
    if quote is None:
        return f"missed: {opening(gold)!r} ({gold.kind}, by {gold.speaker!r})"
    if gold.speaker is None:
        return ""
    everyone = {one.speaker for one in article.gold if one.speaker}
    got = quote.speaker.name if quote.speaker else None
    right = {reading.speaker for reading in gold.readings if reading.speaker}
    if got and agree(got, right, [[name] for name in everyone - right]):
        return ""
    rules = ", ".join(step.rule for step in quote.trace if step.outcome is not Outcome.PASSED)
    return f"speaker: {opening(gold)!r} by {gold.speaker!r}, not {got!r} ({rules})"


def walk(quotes: Iterable[Quote]) -> Iterator[Quote]:
    """Each quotation before those nested in it."""
    for quote in quotes:
        yield quote
        yield from walk(quote.nested)


def ranges(spans: Iterable[Span]) -> list[tuple[int, int]]:
    """Offsets of spans."""
    return [(span.start, span.end) for span in spans]


def opening(gold: GoldQuote) -> str:
    """The first part of a gold quotation, by which a file names it."""
    return gold.content[0].text

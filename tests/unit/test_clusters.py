"""Coreference from outside: what is accepted, and what it changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import spacy

from quoteattr import QuoteExtractor, SpeakerKind
from quoteattr.errors import ArgumentTypeError, ArgumentValueError

TEXT = "Ada Holm thanked Ruth Vane. “We are late,” she said. “Very late,” the tallyman said."
Cluster = list[tuple[int, int]]


def fake(*clusters: tuple[str, ...]) -> Callable[[str], list[Cluster]]:
    """A backend that puts the first occurrences of these words into one cluster each."""

    def find(text: str) -> list[Cluster]:
        return [[(text.index(w), text.index(w) + len(w)) for w in words] for words in clusters]

    return find


def speakers(backend: Any, text: str = TEXT, *, parsed: bool = False) -> list[str | None]:
    """Names of the speakers, by the shipped pipeline or by none."""
    extractor = QuoteExtractor(None if parsed else spacy.blank("en"), coreference=backend)
    return [quote.speaker.name if quote.speaker else None for quote in extractor(text)]


def test_without_clusters_nothing_changes() -> None:
    """An empty answer leaves everything as it is found without it."""
    assert speakers(fake()) == speakers(None) == ["Ada Holm", "the tallyman"]


@pytest.mark.parametrize("parsed", [False, True])
def test_cluster_binds_pronouns_and_descriptions(parsed: bool) -> None:
    """What stands in one cluster is one speaker, under the name that is in it."""
    assert speakers(fake(("she", "the tallyman", "Ruth Vane")), parsed=parsed) == ["Ruth Vane"] * 2


def test_cluster_without_a_name_goes_with_what_its_first_mention_means() -> None:
    """Where no name is in it, one mention is found as always and the others follow."""
    assert speakers(fake(("she", "the tallyman"))) == ["Ada Holm", "Ada Holm"]


def test_names_in_one_cluster_are_one_entity() -> None:
    """Different names of one cluster are one speaker with all their mentions."""
    extractor = QuoteExtractor(coreference=fake(("Ada Holm", "Ruth Vane")))
    speaker = extractor(TEXT)[0].speaker
    assert speaker is not None
    assert [mention.text for mention in speaker.mentions] == ["Ada Holm", "Ruth Vane", "she"]


def test_first_person_inside_a_quotation() -> None:
    """A cluster may hold the "I" of a quotation."""
    text = "“I said we were late,” the tallyman said of Ada Holm."
    backend = fake(("I", "Ada Holm"))
    (quote,) = QuoteExtractor(coreference=backend)(text)
    assert [nested.speaker.name for nested in quote.nested if nested.speaker] == ["Ada Holm"]


def test_head_of_a_longer_stretch_counts() -> None:
    """A name with what is said of it is that name, not whoever else stands in it."""
    text = "Ada Holm met Ruth Vane, the mayor of Velm. “We are late,” she said."
    backend = fake(("Ruth Vane, the mayor of Velm", "she"))
    assert speakers(backend, text, parsed=True) == ["Ruth Vane"]


def test_stretches_that_cannot_speak_are_passed_over() -> None:
    """A stretch that is no mention changes nothing."""
    assert speakers(fake(("late", "thanked"))) == speakers(None)


def test_trace_notes_the_cluster() -> None:
    """The step that decided says that a cluster did."""
    quote = QuoteExtractor(coreference=fake(("Ruth Vane", "she")))(TEXT)[0]
    assert quote.trace[-1].note == "Ruth Vane, by the clusters that were given"
    assert quote.speaker is not None
    assert quote.speaker.kind is SpeakerKind.PERSON


def test_from_doc_asks_too() -> None:
    """A document that is annotated already is read with the clusters as well."""
    extractor = QuoteExtractor(coreference=fake(("Ruth Vane", "she")))
    speaker = extractor.from_doc(spacy.blank("en")(TEXT))[0].speaker
    assert speaker is not None
    assert speaker.name == "Ruth Vane"


def test_not_asked_without_quotations() -> None:
    """A text without quotations costs no call."""
    asked: list[str] = []
    assert speakers(asked.append, "Nothing was there.") == []
    assert asked == []


def test_not_callable() -> None:
    """What cannot be called is refused when the engine is built."""
    with pytest.raises(
        ArgumentTypeError, match=r"coreference must be a callable .* got str: 'fast'"
    ):
        QuoteExtractor(coreference="fast")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "wrong", [3, "clusters", [3], [[3]], [[(1, 2, 3)]], [[(1.5, 2)]], [["ab"]]]
)
def test_no_clusters(wrong: object) -> None:
    """What came is no clusters of pairs of integers: the error shows it."""
    with pytest.raises(ArgumentTypeError, match=r"coreference must be .*pairs of integers, got"):
        speakers(lambda _: wrong)


@pytest.mark.parametrize("pair", [(-1, 2), (3, 3), (4, 2), (0, len(TEXT) + 1)])
def test_stretch_outside_the_text(pair: tuple[int, int]) -> None:
    """A stretch that is not in the text is refused, with what came and how long the text is."""
    with pytest.raises(ArgumentValueError) as caught:
        speakers(lambda _: [[pair]])
    assert str(pair) in str(caught.value)
    assert str(len(TEXT)) in str(caught.value)

"""Descriptions: how far they reach, and whom they mean."""

from __future__ import annotations

import pytest
from tests.unit.coreference_support import read

from quoteattr.datatypes import Reference, SpeakerKind
from quoteattr.records import Number


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("A senior defence official spoke.", "A senior defence official", "unnamed"),
        ("Two people familiar with it spoke.", "Two people", "group"),
        (
            "The leader of the 30-member alliance said no.",
            "The leader of the 30-member alliance",
            "unnamed",
        ),
        ("The U.S. military said no.", "The U.S. military", "organization"),
        ("The NORPACT chief said no.", "The NORPACT chief", "unnamed"),
        ("The secretary general said no.", "The secretary general", "unnamed"),
        ("The 52-year-old said no.", "The 52-year-old", "unnamed"),
        ("Her sister-in-law said no.", "Her sister-in-law", "unnamed"),
        ("The union's lawyer said no.", "The union's lawyer", "unnamed"),
        ("A spokeswoman for the city said no.", "A spokeswoman for the city", "unnamed"),
        ("The ministry of culture said no.", "The ministry of culture", "organization"),
        ("Local officials said no.", "Local officials", "group"),
        ("Police said no.", "Police", "group"),
        ("The report said no.", "The report", "document"),
        ("The tallyman said no.", "The tallyman", "unnamed"),
        ("No, said an angry tallyman.", "an angry tallyman", "unnamed"),
        ("The mother of two said no.", "The mother of two", "unnamed"),
    ],
)
def test_extent_and_kind(text: str, words: str, kind: str) -> None:
    """A description has its determiner, modifiers and "of"-phrase, and the kind of its noun."""
    mention = read(text).mention(words)
    assert mention.kind is SpeakerKind(kind)
    assert mention.reference is Reference.NOMINAL


@pytest.mark.parametrize(
    "text", ["The police car stopped.", "It is general.", "They head north.", "Her head ached."]
)
def test_words_that_head_no_description(text: str) -> None:
    """The first half of a compound, an adjective and a verb describe nobody."""
    kinds = {m.kind for m in read(text).chains.mentions if m.reference is Reference.NOMINAL}
    assert SpeakerKind.GROUP not in kinds
    assert not [w for w in read(text).written() if w in ("general", "head", "They head")]


def test_owner_is_a_mention_of_its_own() -> None:
    """The owner inside a description is found as well, after the description."""
    written = read("Ada Holm’s lawyer said no.").written()
    assert written == ["Ada Holm’s lawyer", "Ada Holm"]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "NORPACT Secretary-General Jens Holm spoke. The secretary general left.",
            "The secretary general",
            "Jens Holm",
        ),
        (
            "NORPACT Secretary-General Jens Holm spoke. The NORPACT chief left.",
            "The NORPACT chief",
            "Jens Holm",
        ),
        (
            "NORPACT Secretary-General Jens Holm met Karstovian President Ivo Kral. "
            "The leader of the 30-member alliance left.",
            "The leader of the 30-member alliance",
            "Jens Holm",
        ),
        (
            "French President Luc Morel met U.S. President Ada Stone. The American president left.",
            "The American president",
            "Ada Stone",
        ),
        ("Tod Walsh, the alliance's commander, left. The commander is ill.", "The commander", None),
        ("The alliance's commander, Tod Walsh, left.", "The alliance's commander", "Tod Walsh"),
        ("Ana Ruiz, who heads the union, left. The head of the union is ill.", None, "Ana Ruiz"),
        ("Ana Ruiz is the mayor of Tallow. They like the mayor.", "the mayor", "Ana Ruiz"),
        ("Ana Ruiz, 52, left. They like the 52-year-old.", "the 52-year-old", "Ana Ruiz"),
        ("Ana Ruiz, the former senator, left. The senator is ill.", "The senator", "Ana Ruiz"),
    ],
)
def test_role_means_its_holder(text: str, words: str | None, name: str | None) -> None:
    """A description means whom the text gave the role: before the name, beside it, in a clause."""
    reading = read(text)
    words = words or "The head of the union"
    assert reading.who(words) == (name or "Tod Walsh")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("U.S. President Ada Stone left. The Russian president stayed.", "The Russian president"),
        ("Mayor Ada Stone left. A mayor must stay.", "A mayor"),
        ("Ada Stone, 52, left. Ivo Kral, 40, stayed. The police chief came.", "The police chief"),
        ("Deputy Mayor Ada Stone left. The fire chief stayed.", "The fire chief"),
    ],
)
def test_role_of_somebody_else(text: str, words: str) -> None:
    """Another country, an indefinite article or another office is not the person of the text."""
    assert read(text).who(words) == words


def test_unnamed_source_comes_back() -> None:
    """The phrase "the official" repeats "a senior defence official" and is named by its words."""
    reading = read("A senior defence official called. The official was angry.")
    assert reading.who("The official") == "A senior defence official"
    assert reading.entity("The official").kind is SpeakerKind.UNNAMED


def test_young_man_is_not_the_old_man() -> None:
    """Opposite adjectives keep two descriptions apart."""
    reading = read("An old man sat there. The young man stood.")
    assert reading.entity("An old man") != reading.entity("The young man")


def test_company_means_the_named_one() -> None:
    """The phrase "the company" and the noun inside a name mean the organisation named before."""
    reading = read("Halden Motors lost money. The company will close a plant.")
    assert reading.who("The company") == "Halden Motors"
    reading = read("The Meridian Pact met. The pact said it was ready.")
    assert reading.who("The pact") == "Meridian Pact"


def test_numbers() -> None:
    """Plural nouns are plural."""
    assert read("Some officials left.").mention("Some officials").number is Number.PLURAL


def test_headless_apposition_is_a_new_subject() -> None:
    """A description after an opening phrase is the subject, not an apposition."""
    reading = read("After meeting Jens Holm, the mayor said no.")
    assert reading.who("the mayor") == "the mayor"

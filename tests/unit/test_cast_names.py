"""Whom a full name means where a character was given by a part of it."""

from __future__ import annotations

import pytest
import spacy

from quoteattr import QuoteExtractor
from quoteattr.characters import Character
from quoteattr.coreference.names.cast_names import read_forms_of, read_names


def speakers(text: str, *characters: Character | str) -> list[str | None]:
    """The names of the speakers of *text*, told its characters."""
    extract = QuoteExtractor(spacy.blank("en"), characters=characters)
    return [quote.speaker and quote.speaker.name for quote in extract(text)]


@pytest.mark.parametrize(
    ("character", "firsts", "family", "is_married"),
    [
        (Character("Ada", ("Miss Ada", "My Dearest Addie")), ("ada", "addie"), "", False),
        (Character("Jane", ("Miss Quill",)), ("jane",), "quill", False),
        (Character("Lydia", ("Mrs. Quill",)), ("lydia",), "quill", True),
        (Character("Mr. Oliver", ("the old clerk",)), (), "oliver", False),
        (Character("Captain Oliver", ("Oliver",)), (), "oliver", False),
        (Character("Ada Quill", ("Ada",)), ("ada",), "quill", False),
        (Character("the old clerk"), (), "", False),
    ],
)
def test_parts_of_the_names_of_a_character(
    character: Character, firsts: tuple[str, ...], family: str, is_married: bool
) -> None:
    """First names and the family name, by titles where no name is full."""
    names = read_names(read_forms_of(character))
    assert (names.firsts, names.family, names.is_married) == (firsts, family, is_married)


@pytest.mark.parametrize(
    ("name", "characters", "who"),
    [
        ("Ada Quill", ("Ada", "Mr. Quill"), "Ada"),
        ("Ada Quill", ("Ada", "Mrs. Quill"), "Ada"),
        ("Ada Quill", ("Ada", "Ada Quill"), "Ada Quill"),
        ("Ada Quill", ("Mr. Quill", "Miss Quill"), "Miss Quill"),
        ("Anton Quill", ("Mr. Quill", "Mrs. Quill"), "Mr. Quill"),
        ("Anton Quill", (Character("Mr. Quill", ("Anton",)), "Anton Berg"), "Mr. Quill"),
        ("Lydia Berg", (Character("Lydia", ("Mrs. Quill",)), "Mr. Berg"), "Lydia"),
    ],
)
def test_a_full_name_is_the_one_character_with_a_part_of_it(
    name: str, characters: tuple[Character | str, ...], who: str
) -> None:
    """By the first name, or by the family name and a title of the same gender."""
    assert speakers(f"{name} came in.\n\n“We are late,” said {name}.", *characters) == [who]


@pytest.mark.parametrize(
    ("name", "characters"),
    [
        ("Ada Marlow", (Character("Ada", ("Miss Quill",)),)),
        ("Ada Quill", ("Ada", "Miss Quill")),
        ("Ada Quill", ("Mrs. Quill", "Miss Quill")),
        ("Ada Quill", (Character("Mrs. Quill", ("Jane",)),)),
        ("Ada Quill", (Character("Mary", ("Ada",)), Character("Jane", ("Ada",)))),
    ],
)
def test_a_full_name_that_may_be_anothers_is_nobodys_on_the_list(
    name: str, characters: tuple[Character | str, ...]
) -> None:
    """Another family name, another first name, two of them: it is somebody new."""
    assert speakers(f"{name} came in.\n\n“We are late,” said {name}.", *characters) == [name]


def test_two_of_a_family_and_gender_are_not_the_one_character() -> None:
    """Where the text names two men of the family in full, "Mr. Quill" may be either."""
    text = "Anton Quill met Jens Quill.\n\n“We are late,” said Anton Quill."
    assert speakers(text, "Mr. Quill") == ["Anton Quill"]


def test_who_stands_beside_the_one_of_the_title_is_another() -> None:
    """Whom sentences name together with "Mr. Quill", and who may be Mrs. Quill's daughter."""
    text = "Anton Quill wrote to Mr. Quill. " * 4 + "\n\n“We are late,” said Anton Quill."
    assert speakers(text, "Mr. Quill") == ["Anton Quill"]
    assert speakers("“We are late,” said Ada Quill.", "Mrs. Quill") == ["Ada Quill"]


def test_a_character_gets_the_family_of_the_full_name() -> None:
    """Ada is Miss Quill once the text says so."""
    text = "Ada Quill was reading. Jane Berg slept.\n\n“We are late,” said Miss Quill."
    assert speakers(text, "Ada", "Jane") == ["Ada"]

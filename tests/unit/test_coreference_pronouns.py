"""Pronouns: whom they mean."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest
from tests.unit.coreference_support import read

from quoteattr.coreference.pronouns.scoring import Table
from quoteattr.datatypes import SpeakerKind


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Ada Holm met Ivo Kral. She smiled.", "She", "Ada Holm"),
        ("Ada Holm met Ivo Kral. He smiled.", "He", "Ivo Kral"),
        ("Ivo Kral met Karl Lind. He smiled.", "He", "Ivo Kral"),
        ("Mr. Kestrel met Miss Vane. She smiled.", "She", "Miss Vane"),
        ("Halden Motors lost money. It will close a plant.", "It", "Halden Motors"),
        ("The protesters left. They were tired.", "They", "The protesters"),
        ("Robin Ash left. “No,” they said.", "they", "Robin Ash"),
        ("Ada Holm left. Ivo Kral hurt himself.", "himself", "Ivo Kral"),
    ],
)
def test_number_gender_and_place(text: str, pronoun: str, name: str) -> None:
    """A pronoun agrees in number and gender, and goes to the subject of the sentence before."""
    found = read(text).who(pronoun)
    assert found == name or found == name.removeprefix("Miss ")


def test_not_who_is_only_quoted() -> None:
    """Outside quotations a pronoun does not mean somebody named only inside one."""
    text = "Maria Santos sighed. “Julia Keller never came,” she said."
    assert read(text, "she").who("she") == "Maria Santos"


def test_speaker_goes_on() -> None:
    """The one who spoke last goes on speaking."""
    text = "“We close at six,” Grace Mwangi told Ana Reyes. “Sometimes at five,” she added."
    assert read(text, "Grace Mwangi", "she").who("she") == "Grace Mwangi"


def test_not_the_object_of_the_same_verb() -> None:
    """Subject and object of one verb are two persons."""
    assert read("Ivo Kral left. Karl Lind called him.").who("him") == "Ivo Kral"


def test_not_the_other_half_of_a_pair() -> None:
    """Not the other half of a pair: "Kral and he"."""
    assert read("Karl Lind came late. Ivo Kral and he left.").who("he") == "Karl Lind"


def test_pronoun_tells_gender() -> None:
    """A pronoun bound to a name of unknown gender settles it."""
    text = "Xanthe-Q Vane left. She was tired. Ada Holm came. Bo Lind came."
    assert read(text).entity("She").gender.value == "female"


def test_speaker_is_not_who_is_spoken_of() -> None:
    """Inside a quotation "he" is not its speaker."""
    text = "Ivo Kral left at noon. “He was angry,” Karl Lind said."
    assert read(text, "Karl Lind").who("He") == "Ivo Kral"


def test_first_person_inside_waits_for_attribution() -> None:
    """The phrase "I" and "you" inside a quotation stay unresolved."""
    reading = read("“I told you,” Ivo Kral said.", "Ivo Kral")
    assert reading.who("I") is None
    assert reading.who("you") is None


def test_narrator() -> None:
    """The phrase "I" outside quotations is the one who tells the text, and never "he"."""
    reading = read("I knew Ivo Kral. He never wrote to me.")
    assert reading.entity("I") == reading.entity("me")
    assert reading.entity("I").kind is SpeakerKind.UNNAMED
    assert reading.who("He") == "Ivo Kral"


TOLD = " I came late. I sat down. “Why?” I asked. I knew her well."


@pytest.mark.parametrize(
    ("opening", "name"),
    [
        ("I, Ada Holm, was there.", "Ada Holm"),
        ("My name is Ada Holm.", "Ada Holm"),
        ("My first name being Ada, few liked me.", "Ada"),
        ("In the village they called me Ada.", "Ada"),
        ("My Christian name being Adelaide, I called myself Ada. “Ada!” he cried.", "Ada"),
        ("My father's name was Carl Holm.", "I"),
        ("They called me Ada's shadow.", "I"),
        ("I saw Ada Holm, who was there.", "I"),
        ("“My name is Ada Holm,” said the girl.", "I"),
    ],
)
def test_narrator_who_names_himself(opening: str, name: str) -> None:
    """Who tells the text may say so; what others say of themselves does not count."""
    assert read(opening + TOLD).who("I", -1) == name


@pytest.mark.parametrize(
    "text", ["It is clear that Halden Motors lost.", "Halden Motors made it clear."]
)
def test_it_without_reference(text: str) -> None:
    """The phrase "It" that refers to nobody is no mention."""
    assert not {"It", "it"} & set(read(text).written())


@pytest.mark.parametrize("table", Table)
def test_weights_name_the_features(table: Table) -> None:
    """Every feature has a weight in its table, and every weight a feature."""
    file = files("quoteattr.coreference.pronouns") / "pronoun_weights.json"
    held = json.loads(file.read_text(encoding="utf-8"))
    assert set(held[table.value]) == set(table.features)

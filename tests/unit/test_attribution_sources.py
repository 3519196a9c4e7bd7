"""Which mention at a quotation is its source, without a tree."""

from __future__ import annotations

import pytest
from tests.unit.attribution_support import read, rule, speaker

from quoteattr import SpeakerKind
from quoteattr.attribution import SIEVES

FIRES = {
    "label": ("SMITH: When did it fail?\n\nOKAFOR: At night.\n\nSMITH: Who knew?", "SMITH"),
    "according-to": ("According to the mayor, “the pier is safe.”", "the mayor"),
    "agent-after-cue": ("It was announced by the mayor that the pier would close.", "the mayor"),
    "mention-before-cue": ("“No,” Ann Lee, 55, said.", "Ann Lee"),
    "mention-after-cue": ("“No,” said Ann Lee.", "Ann Lee"),
    "mention-before-relative": (
        "He thanked Ann Lee, who said the plan was dead.",
        "Ann Lee, who",
    ),
    "subject-of-sentence": ("She rose quickly, saying the plan was dead.", "She"),
}


@pytest.mark.parametrize("key", FIRES)
def test_sieve_finds_the_source(key: str) -> None:
    """Each sieve over word order decides its example, with the right source."""
    text, source = FIRES[key]
    (first, *_) = read(text)
    assert (rule(first), first.source and first.source.text) == (key, source)


@pytest.mark.parametrize("key", FIRES)
def test_sieve_leaves_a_bare_quotation_alone(key: str) -> None:
    """No sieve over word order invents a source where only marks stand."""
    (quote,) = read("“The pier is gone for good.”")
    assert quote.source is None
    assert rule(quote) != key


def test_hearer_is_no_source() -> None:
    """Who follows `told` is spoken to."""
    (quote,) = read("“No,” Ann Lee told Oskar Berg.")
    assert quote.source is not None
    assert quote.source.text == "Ann Lee"


def test_abbreviated_title_at_the_end_of_the_clause() -> None:
    """A mention may reach past the full stop of its own title."""
    (quote,) = read("“We leave nobody,” said Maj. Gen. Erik Strand, the mission’s deputy.")
    assert speaker(quote) == "Erik Strand"


def test_two_names_are_one_source() -> None:
    """`A and B said` credits both, as a group."""
    (quote,) = read("“We were never asked,” Inga Berg and Paulo Reis said in a letter.")
    assert speaker(quote) == "Inga Berg and Paulo Reis"
    assert quote.speaker is not None
    assert quote.speaker.kind is SpeakerKind.GROUP


def test_name_after_and_in_another_clause_is_no_partner() -> None:
    """`and` before something that is no name joins nobody."""
    (quote,) = read("“We were never asked,” said Inga Berg and left the room.")
    assert speaker(quote) == "Inga Berg"


def test_first_person_inside_a_quotation_is_its_speaker() -> None:
    """What "I" reported inside a quotation was said by whoever says the whole."""
    (quote,) = read("“I told them we were closed,” said Ann Lee.")
    assert [speaker(nested) for nested in quote.nested] == ["Ann Lee"]


def test_third_person_inside_a_quotation_is_not_its_speaker() -> None:
    """Only the first person is linked to the speaker outside."""
    (quote,) = read("“He told them we were closed,” said Ann Lee.")
    assert [speaker(nested) for nested in quote.nested] != ["Ann Lee"]


def test_keys_are_unique() -> None:
    """A key in a trace names one sieve."""
    keys = [key for key, _ in SIEVES]
    assert len(keys) == len(set(keys))

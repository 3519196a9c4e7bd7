"""Who speaks in stories: titles that serve as names, relatives, "the other", nicknames."""

from __future__ import annotations

import spacy

from quoteattr import QuoteExtractor

EXTRACT = QuoteExtractor(spacy.blank("en"))


def speakers(text: str) -> dict[str, tuple[str, ...]]:
    """For each source as written, the names of who is found behind it and the mentions of them."""
    found: dict[str, tuple[str, ...]] = {}
    for quote in EXTRACT(text):
        assert quote.source
        assert quote.speaker
        mentions = tuple(dict.fromkeys(span.text for span in quote.speaker.mentions))
        found[quote.source.text] = (quote.speaker.name, *mentions)
    return found


def test_the_other_is_who_did_not_speak_last() -> None:
    """In a talk of two, "the other" is the last but one speaker."""
    found = speakers(
        "Ann Lee and Jo Berg sat by the stove.\n\n“Is it late?” asked Ann.\n\n"
        "“It is,” said Jo. “Shall we go?”\n\n“Why not?” said Ann.\n\n“You,” said the other.\n\n"
        "“No, you,” said Ann. “Are you afraid?”\n\n“A little,” answered the other."
    )
    assert found["the other"][0] == "Jo Berg"


FAMILY = (
    "Mr. Holm came down with Rosa Holm, and Mrs. Holm poured tea.\n\n“Is it cold?” asked Rosa.\n\n"
    "“It is,” said her mother.\n\n“Where is Father?” said Rosa.\n\n“Here,” said her father.\n\n"
    "“Are you well?” said Rosa.\n\n“Quite,” said Mr. Holm.\n\n“You are late,” said Mrs. Holm.\n\n"
    "“Are we?” said Rosa. Mr. Holm and Rosa went out. Mrs. Holm and Rosa came in."
)


def test_parents_by_the_family_name() -> None:
    """“Her mother” is Mrs. Holm, “her father” Mr. Holm, and neither is Rosa Holm."""
    found = speakers(FAMILY)
    assert "Mrs. Holm" in found["her mother"]
    assert "Mr. Holm" in found["her father"]
    assert found["Rosa"][0] == "Rosa Holm"
    assert not {"Mr. Holm", "Mrs. Holm"} & set(found["Rosa"])


TALK = (
    "{0} rose. {0} was tired.\n\n“Is it late?” asked Ann Lee.\n\n“It is,” said {1}.\n\n"
    "“Why?” said Ann.\n\n“Because,” said he.\n\n“What?” said Ann.\n\n“Nothing,” said {1}."
)


def test_a_title_with_a_capital_is_a_name() -> None:
    """“The General”, written so throughout, is one person."""
    found = speakers(TALK.format("The General", "the General"))
    assert found["the General"][0] == found["he"][0] == "the General"


def test_a_bare_title_is_who_bears_it() -> None:
    """“The Colonel” is Colonel Berg where nobody else has the title."""
    found = speakers(
        "Colonel Berg came in. " + TALK.format("The Colonel", "the Colonel") + " Colonel Berg left."
    )
    assert found["the Colonel"][0] == found["he"][0] == "Berg"


def test_an_aunt_of_chapters_ago_gives_way_to_one_who_is_there() -> None:
    """`Mrs. Berg poured. “Drink,” said her aunt`, long after her aunt Mrs. Holm spoke."""
    rain = "The rain went on all day over the roofs of the town and the grey fields. "

    def aunt(length: int) -> str | None:
        text = (
            "Mrs. Holm came in. “Sit down, Nell,” said Mrs. Holm to her niece Nell.\n\n"
            "“I will, Aunt Holm,” said Nell.\n\n“By the fire,” said her aunt.\n\n"
            f"{rain * length}\n\n"
            "Mrs. Berg, her mother's other sister, poured. “Is it late?” asked Nell.\n\n"
            "“It is early,” said Mrs. Berg.\n\n“May I go?”\n\n“Where to?”\n\n"
            "“Home!” cried Nell.\n\n“Drink first,” said her aunt.\n\n“Why?”"
        )
        speaker = EXTRACT(text)[8].speaker
        return None if speaker is None else speaker.name

    assert aunt(130) == "Berg"
    assert aunt(2) == "Holm"

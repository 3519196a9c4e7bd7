"""Names: how far they reach, whom they name, which of them are one."""

from __future__ import annotations

import pytest
from tests.unit.coreference_support import read

from quoteattr.datatypes import Reference, SpeakerKind
from quoteattr.records import Gender


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Then Finance Minister Ada Okoro resigned.", "Finance Minister Ada Okoro"),
        ("NORPACT Secretary-General Jens Holm spoke.", "NORPACT Secretary-General Jens Holm"),
        (
            "NORPACT Supreme Allied Commander Gen. Tod Walsh spoke.",
            "NORPACT Supreme Allied Commander Gen. Tod Walsh",
        ),
        ("U.S. President Ada Stone left.", "U.S. President Ada Stone"),
        ("The company spokesman Bob Lind declined.", "The company spokesman Bob Lind"),
        ("NORPACT chief Jens Holm left.", "NORPACT chief Jens Holm"),
        ("They met former senator Ruth Adler.", "former senator Ruth Adler"),
        ("Ursula van der Berg left.", "Ursula van der Berg"),
        ("They saw J.R. Ortega there.", "J.R. Ortega"),
        ("They saw Liam O’Neill there.", "Liam O’Neill"),
        ("They asked Hassan al-Rashid again.", "Hassan al-Rashid"),
        ("They asked Martin Shaw Jr. again.", "Martin Shaw Jr."),
        ("They asked Beatrix Hart-Mason again.", "Beatrix Hart-Mason"),
        ("Park Ji-woo left.", "Park Ji-woo"),
        ("They asked Mrs. Holm again.", "Mrs. Holm"),
        ("They asked Sir Piers Dunmow again.", "Sir Piers Dunmow"),
        ("They rang Mr. King again.", "Mr. King"),
        ("They rang Stephen King again.", "Stephen King"),
    ],
)
def test_extent_of_a_person(text: str, name: str) -> None:
    """A name is taken with the titles and roles in front of it, and it is a person's."""
    mention = read(text).mention(name)
    assert mention.kind is SpeakerKind.PERSON
    assert mention.reference is Reference.NAME


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He left the Ministry of Foreign Affairs.", "Ministry of Foreign Affairs"),
        ("He left the Food and Plant Agency.", "Food and Plant Agency"),
        ("He called the Mill Row Residents’ Association.", "Mill Row Residents’ Association"),
        ("He works for Halden Motors now.", "Halden Motors"),
        ("He wrote to NORPACT again.", "NORPACT"),
        ("He wrote to the Baltic Herald again.", "Baltic Herald"),
        ("He flew to Oslo again.", "Oslo"),
        ("He won the Ostrava Scholarship twice.", "Ostrava Scholarship"),
        ("He read it on RBC/RL today.", "RBC/RL"),
    ],
)
def test_extent_of_an_organisation(text: str, name: str) -> None:
    """Organisations and places are found as what they are, joined over small words."""
    assert read(text).mention(name).kind is SpeakerKind.ORGANIZATION


@pytest.mark.parametrize(
    "text",
    [
        "Meanwhile the rain stopped.",
        "On Friday it rained.",
        "But nobody came in December.",
        "Kremlin-backed posts spread.",
        "Nobody spoke French there.",
    ],
)
def test_capitals_that_are_no_names(text: str) -> None:
    """Sentence openings, days, months, languages and adjectives are no names."""
    assert not [m for m in read(text).chains.mentions if m.reference is Reference.NAME]


def test_opening_word_is_cut_from_a_name() -> None:
    """A conjunction or adverb in front of a name does not belong to it."""
    assert "Holm" in read("Jens Holm left. But Holm came back. Yesterday Holm left.").written()


def test_possessive_ending_is_outside() -> None:
    """The 's of an owner is no part of the mention."""
    assert "Jens Holm" in read("They praised Jens Holm’s plan.").written()


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ("Jens Holm left. Later Holm came back.", "Holm", "Jens Holm"),
        ("Jens Holm left. Later Jens came back.", "Jens", "Jens Holm"),
        ("Holm left, they say. Jens Holm is 40.", "Holm", "Jens Holm"),
        ("Gen. Tod Walsh left. Mr. Walsh is ill.", "Mr. Walsh", "Tod Walsh"),
        ("Ursula van der Berg left. Van der Berg is ill.", "Van der Berg", "Ursula van der Berg"),
        ("Park Ji-woo left. Park is ill.", "Park", "Park Ji-woo"),
        ("Vitaly Horbanskyy left. They saw Horbansky there.", "Horbansky", "Vitaly Horbanskyy"),
        ("Ruth B. Adler left. They saw Ruth Adler.", "Ruth Adler", "Ruth B. Adler"),
    ],
)
def test_short_names(text: str, short: str, full: str) -> None:
    """A surname, a first name, a title with surname and another spelling find the full name."""
    assert read(text).who(short) == full


def test_relatives_are_kept_apart() -> None:
    """First names and titles tell bearers of one surname apart."""
    text = (
        "Nora Brandt and her brother Emil Brandt run the mill. "
        "Mrs. Brandt keeps the books. Mr. Brandt grinds. Emil is older."
    )
    reading = read(text)
    assert reading.who("Mrs. Brandt") == "Nora Brandt"
    assert reading.who("Mr. Brandt") == "Emil Brandt"
    assert reading.who("Emil") == "Emil Brandt"


def test_wife_and_daughter_are_two() -> None:
    """Mrs. and Miss before one surname are two persons."""
    reading = read("Mrs. Brandt smiled at Miss Brandt. Later Mrs. Brandt left.")
    assert reading.index("Miss Brandt") not in reading.entity("Mrs. Brandt").mentions
    assert len(reading.entity("Mrs. Brandt").mentions) == 2


def test_acronym_means_the_organisation() -> None:
    """Initials of a long name mean the same organisation."""
    text = "The Northern Fisheries Council (NFC) met. The NFC said no."
    assert read(text).who("NFC", 1) == "Northern Fisheries Council"


def test_country_under_two_names() -> None:
    """Two names of one country are one entity, the capital is another."""
    reading = read("The United States agreed. The U.S. will pay, Moscow will not.")
    assert reading.who("U.S.") == "United States"
    assert reading.who("Moscow") == "Moscow"


def test_name_without_titles_and_role() -> None:
    """An entity is called by its fullest name; titles and roles go into the role."""
    entity = read("Mr. Holm left. NORPACT Secretary-General Jens Holm is ill.").entity("Mr. Holm")
    assert entity.name == "Jens Holm"
    assert entity.role == "NORPACT Secretary-General"


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("They met Mrs. Kestrel.", Gender.FEMALE),
        ("They met Mr. Kestrel.", Gender.MALE),
        ("They met spokeswoman Kim Kestrel.", Gender.FEMALE),
        ("They met Olena Kestrel.", Gender.FEMALE),
        ("They met Rajesh Kestrel.", Gender.MALE),
    ],
)
def test_gender_of_a_name(text: str, gender: Gender) -> None:
    """Titles, role nouns and given names show gender."""
    assert read(text).chains.entities[-1].gender is gender


def test_headline_is_not_trusted() -> None:
    """In a Title Case headline only what the body names is a name."""
    text = (
        "Mayor Defends Plan To Close Library\n\n"
        "Mayor Ada Holm defended the plan. Holm said the library was empty."
    )
    assert "Defends Plan" not in " ".join(read(text).written())


def test_transcript_label_is_a_person() -> None:
    """The name before a turn of a transcript is a mention, whatever its letters."""
    text = "HOLM: We will go.\n\nRUIZ: We will not.\n\nHOLM: We will."
    reading = read(text)
    assert reading.mention("HOLM").kind is SpeakerKind.PERSON
    assert reading.entity("HOLM") == reading.entity("HOLM", 1)


FAMILY = "Anton Quill met them at the gate. {} The house was his."


@pytest.mark.parametrize(
    ("sentences", "one"),
    [
        ("Mr. Quill and Anton drove off. Later Anton passed Mr. Quill the reins.", False),
        ("Mr. Quill drove off. Later Anton came back with the reins.", True),
        ("Mr. Quill and Anton drove off. Later Anton came back with the reins.", True),
    ],
)
def test_names_side_by_side_are_two_persons(sentences: str, one: bool) -> None:
    """Two names that several sentences hold both are two persons' names, relatives or not."""
    reading = read(FAMILY.format(sentences))
    assert (reading.entity("Mr. Quill") == reading.entity("Anton")) is one


def test_wife_by_her_husbands_name() -> None:
    """“Mrs. Anton Quill” is not Anton Quill, and “Mrs. Quill” is she."""
    reading = read("Anton Quill came with Mrs. Anton Quill. Mrs. Quill sat down. Anton smoked.")
    assert reading.entity("Mrs. Anton Quill") != reading.entity("Anton Quill")
    assert reading.entity("Mrs. Anton Quill") == reading.entity("Mrs. Quill")


def test_nickname_of_who_is_called_by_the_full_name_too() -> None:
    """“Len” is Leonard, whom the text also calls so; not where the two stand side by side."""
    one = read("Leonard Quill sat down. Leonard was tired. “Come, Len,” said Ada.")
    assert one.who("Len") == "Leonard Quill"
    two = read("Leonard Quill saw Len. Leonard shook his head at Len. Leonard left, and Len ran.")
    assert two.who("Len") == "Len"


def test_titled_by_no_nickname() -> None:
    """“Tom” is hardly Sir Thomas, whom nobody calls Thomas alone."""
    reading = read("Sir Thomas Quill rose. Sir Thomas was angry. Tom had left the gate open.")
    assert reading.who("Tom") == "Tom"


def test_plural_title_is_no_name() -> None:
    """“Captains Quill and Hesse” names nobody “Captains Quill”."""
    reading = read("Captains Quill and Hesse dined. Captain Quill left early.")
    assert reading.entity("Captain Quill").name == "Quill"


@pytest.mark.parametrize(
    ("sentence", "one"),
    [
        ("“No,” said May.", True),
        ("“Come, May,” he said.", True),
        ("They came in May.", False),
        ("May I come in?", False),
    ],
)
def test_first_name_that_is_a_month(sentence: str, one: bool) -> None:
    """“May” is a name where the text names a May Quill and no month, no verb is meant."""
    reading = read(f"May Quill sat down. He saw that May Quill was tired. {sentence}")
    assert ("May" in reading.written()) is one
    assert not one or reading.who("May") == "May Quill"


def test_month_where_nobody_is_called_so() -> None:
    """Without a full name, or somebody who speaks, “May” is no name."""
    assert "May" not in read("“No,” said Ann. He saw that May was warm.").written()
    assert "May" in read("“No,” said May. He saw that May was tired.").written()


@pytest.mark.parametrize("text", ["“Don’t go,” said Ada Holm.", "“Don't go,” said Ada Holm."])
def test_what_is_left_of_do_not_is_no_name(text: str) -> None:
    """Don is a given name, “Don’t” has none in it."""
    assert read(text).written() == ["Ada Holm"]


def test_a_word_once_with_a_capital_among_many_times_without() -> None:
    """An adverb that follows a dash somewhere is no name at the start of a sentence."""
    often = "It was certainly late, and they certainly knew. " * 12
    text = f"“Nobody, I Certainly saw nobody.” {often}“Certainly,” said Ada Holm. “Certainly not.”"
    assert read(text).written().count("Certainly") == 1  # the one inside


def test_a_day_with_a_hyphen_is_no_part_of_a_name() -> None:
    """“To-day” is as little a name as “today”."""
    assert read("To-day Holm is tired. He saw Holm. To-morrow Holm leaves.").written()[0] == "Holm"

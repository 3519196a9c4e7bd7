"""Who speaks where no source stands: neighbours in the paragraph, beats, turns of talk."""

from __future__ import annotations

from collections import Counter

import pytest
from tests.unit.attribution_support import read, rule, speaker

from quoteattr import config
from quoteattr.attribution import exchange, rivals, sequences, turn_choice
from quoteattr.attribution.diction import Diction
from quoteattr.coreference.vocabulary import given_names

TALK = (
    "“Is the bridge open?” asked Ann.\n\n“It is,” said Oskar.\n\n“Since when?”\n\n“Since noon.”\n\n"
    "“Who told you?” asked Ann.\n\n“The miller.”\n\n“Is he honest?”\n\n“Mostly.”"
)
"""Two people in turn, told in dialogue."""

FIRES = {
    "reporter-before": ("Ann Lee said it was hot. “Very hot.”", 1, "Ann Lee"),
    "beat": ("Ann Lee put down the cup. “Never.”", 0, "Ann Lee"),
    "headline-label": ("Mayor: “We will rebuild the pier”", 0, "Mayor"),
    "introduced": ("Ann Lee rose to answer:\n\n“We will rebuild the pier.”", 0, "Ann Lee"),
    "addressed-before": ("“Is it cold, Oskar?” said Ann.\n\n“Very cold.”", 1, "Oskar"),
    "continued": ("“The pier is gone,” said Ann Lee.\n\n“We will rebuild it.”", 1, "Ann Lee"),
    "alternation": ("“It rains,” said Ann.\n\n“It snows,” said Oskar.\n\n“Wrong.”", 2, "Ann"),
    "paragraph-before": ("Ann Lee has sold fruit here since 1989.\n\n“I will stay.”", 0, "Ann Lee"),
}


@pytest.mark.parametrize("key", FIRES)
def test_sieve_names_the_speaker(key: str) -> None:
    """Each sieve decides its example."""
    text, index, name = FIRES[key]
    quote = read(text)[index]
    assert (rule(quote), speaker(quote)) == (key, name)


@pytest.mark.parametrize("key", FIRES)
def test_sieve_passes_where_nobody_is_around(key: str) -> None:
    """A quotation alone in its text has no speaker."""
    (quote,) = read("“The pier is gone for good.”")
    assert speaker(quote) is None
    assert rule(quote) != key


def test_two_people_take_turns() -> None:
    """Open turns of a talk between two go back and forth."""
    quotes = read(TALK)
    assert [speaker(quote) for quote in quotes] == ["Ann", "Oskar"] * 4
    assert rule(quotes[2]) == "turn-weighed"


def test_called_speaker_answers() -> None:
    """Who is called by name in the turn before is likely to speak, though others took turns."""
    text = "Berta sat by the stove.\n\n" + TALK.replace("told you?”", "told you, Berta?”")
    assert speaker(read(text)[5]) == "Berta"


def test_nobody_calls_himself() -> None:
    """The name that a turn calls is not who speaks in it, though the turns would say so."""
    text = TALK.replace("“Since when?”", "“Since when?” asked Berta.")
    assert speaker(read(text)[3]) == "Oskar"
    assert speaker(read(text.replace("“Since noon.”", "“Since noon, Oskar.”"))[3]) != "Oskar"


def test_pronouns_that_speak_follow_the_turns() -> None:
    """`she said` in the third turn is the woman of the first, not one who is spoken about."""
    text = TALK.replace("“Since when?”", "“Did Clara tell you?” she said.")
    assert speaker(read(text)[2]) == "Ann"


def test_turns_chosen_together_fit_the_known_ones() -> None:
    """Between known speakers the sequence alternates, though one turn alone speaks for another."""
    ann, oskar = 0, 1
    known, unsure = sequences.Link({ann: 0.0}, -1, 1), sequences.Link({ann: 0.3, oskar: 0.0}, -1, 1)
    assert sequences.likeliest([known, unsure, unsure, unsure]) == [ann, oskar, ann, oskar]
    assert sequences.likeliest([unsure]) == [ann]
    assert sequences.likeliest([]) == []


def test_who_talks_with_whom_elsewhere_tells_who_answers() -> None:
    """Of two who may answer, the one answers who is heard after the speaker before elsewhere."""
    ann, oskar, tom = range(3)
    known, unsure = (
        sequences.Link({ann: 0.0}, -1, 1),
        sequences.Link({tom: 0.1, oskar: 0.0}, -1, 1, 1),
    )
    assert sequences.likeliest([known, unsure]) == [ann, tom]
    assert sequences.likeliest([known, unsure], {(ann, oskar): 0.5}) == [ann, oskar]


def test_words_of_sure_turns_are_learnt() -> None:
    """Words learnt for somebody speak for him, but not where they are the words in question."""
    said = ["rather", "old", "chap"]
    everybody = Counter([*said, "yes", *["no"] * 100])
    heard = Diction({0: Counter(["yes"])}, everybody)
    assert heard.likeness(said, 0) < 0 < heard.learning([(0, said)]).likeness(said, 0)
    learnt = heard.learning([(0, said)])
    assert learnt.likeness(said, 0, is_counted=True) == heard.likeness(said, 0)


def test_who_acts_beside_is_not_outvoted_by_the_turns() -> None:
    """`Oskar lit the lamp. “Since noon.”` is Oskar's, whatever the turns around it say."""
    text = TALK.replace(
        "“Who told you?” asked", "Oskar lit the lamp. “Who told you?”\n\n“Not I,” said"
    )
    assert speaker(read(text)[4]) == "Oskar"


def test_narration_is_read_from_its_end() -> None:
    """However much is told before a talk, who is mentioned last may speak in it."""
    told = "".join(f"{name.title()} left. " for name in sorted(given_names())[::250])
    told += "\n\nBerta met Tom there.\n\nIt rained.\n\n"
    open_talk = TALK.replace(" asked Ann.", "").replace(" said Oskar.", "")
    quotes = read(told + open_talk.replace("open?", "open, Tom?"))
    assert {speaker(quote) for quote in quotes} == {"Berta", "Tom"}


def test_words_tell_who_speaks(monkeypatch: pytest.MonkeyPatch) -> None:
    """An open turn goes to whose words it has where nothing else tells."""
    text = (
        "“Is it far?” asked Ann.\n\n“Rather, old chap, rather,” said Oskar.\n\n"
        "“Where is the mill?” asked Ann.\n\n“Over there,” said Tom.\n\n"
        "“Is it open?” asked Ann.\n\n“Rather, old chap!”\n\n“Who told you?” asked Ann."
    )
    monkeypatch.setattr(config, "DICTION_PRIOR", 1.0)
    assert speaker(read(text)[5]) == "Oskar"
    assert speaker(read(text.replace("“Rather, old chap!”", "“Over there!”"))[5]) == "Tom"


def test_share_says_how_clear_the_choice_was() -> None:
    """The confidence of a weighed turn is a share and depends on how clear it was."""
    assert all(0 < quote.confidence <= 1 for quote in read(TALK))


def test_weights_name_the_features() -> None:
    """The file of weights and the table of features go together."""
    assert set(turn_choice.weights()) == set(turn_choice.FEATURES)
    assert set(exchange.weights("turns")) == set(rivals.TOGETHER)
    assert set(exchange.weights("bonds")) == set(exchange.BONDS)


def test_narrator_is_named_by_the_others() -> None:
    """Who says "I" outside quotations is whom the others call."""
    text = (
        "I met Berta at the gate. I was late.\n\n“You are late, Oskar,” said Berta.\n\n"
        "“I know,” I said.\n\n“Shall we go, Oskar?” she asked.\n\n“At once,” I said."
    )
    quotes = read(text)
    assert [speaker(quotes[n]) for n in (1, 3)] == ["Oskar", "Oskar"]


def test_narrator_is_not_whom_he_calls() -> None:
    """A name that the narrator calls is somebody else."""
    text = (
        "I met her at the gate. I was late.\n\n“You are late,” said the woman.\n\n"
        "“I know, Berta,” I said.\n\n“Shall we go?” she asked.\n\n“At once, Berta,” I said."
    )
    assert speaker(read(text)[1]) != "Berta"


def test_whom_a_story_is_told_to() -> None:
    """Who says "you" outside quotations is whom the others call, as far as somebody is."""
    text = (
        "Bear came to the gate.\n\n“You are late, Oskar,” said Bear.\n\n“I know,” you said.\n\n"
        "“Shall we go, Oskar?” asked Bear.\n\n“At once, Bear,” you said. {}"
    )
    assert [speaker(quote) for quote in read(text)][1::2] == ["Oskar", "Oskar"]
    assert speaker(read(text.replace("Oskar", "friend"))[1]) is None

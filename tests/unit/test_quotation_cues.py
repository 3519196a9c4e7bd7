"""Cues: which words report, in which form, and what they take."""

from __future__ import annotations

import pytest
import spacy

from quoteattr.backend import analyse
from quoteattr.datatypes import Mode
from quoteattr.quotation import find_paragraphs
from quoteattr.quotation.words.cues import CueWord, Frames, find_cues
from quoteattr.quotation.words.inflection import Form, inflections, third_person


def cues(text: str) -> list[CueWord]:
    """The cues that are found without any trained part."""
    return find_cues(analyse(text, spacy.blank("en"), find_paragraphs(text)))


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("warn", "warn warns warned warned warning"),
        ("deny", "deny denies denied denied denying"),
        ("agree", "agree agrees agreed agreed agreeing"),
        ("urge", "urge urges urged urged urging"),
        ("quip", "quip quips quipped quipped quipping"),
        ("preach", "preach preaches preached preached preaching"),
        ("convey", "convey conveys conveyed conveyed conveying"),
    ],
)
def test_regular_forms(lemma: str, forms: str) -> None:
    """Endings follow the spelling of the verb."""
    assert [word for word, _ in inflections(lemma)] == forms.split()


def test_irregular_forms() -> None:
    """Given past and participle take the place of those by rule."""
    assert inflections("write", "wrote,written")[2:4] == [
        ("wrote", Form.PAST),
        ("written", Form.PARTICIPLE),
    ]


def test_plural_is_the_s_form() -> None:
    """Nouns take the same ending as verbs."""
    assert [third_person(noun) for noun in ("claim", "promise", "testimony")] == [
        "claims",
        "promises",
        "testimonies",
    ]


def test_one_word() -> None:
    """A verb is found with its lemma, form and mode."""
    (cue,) = cues("Ann Lee tweeted a picture.")
    assert (cue.lemma, cue.form, cue.mode, cue.token) == ("tweet", Form.PAST, Mode.WRITING, 2)


def test_the_longest_expression_wins() -> None:
    """`made it clear` is one cue, not `made`."""
    (cue,) = cues("She made it clear that it was over.")
    assert (cue.lemma, cue.token, cue.last) == ("make it clear", 1, 4)


def test_owned_noun() -> None:
    """A noun reports where somebody owns it and its content follows."""
    assert [cue.form for cue in cues("His suggestion that we go was lost.")][:1] == [Form.NOUN]
    assert not [cue for cue in cues("A suggestion that we go.") if cue.form is Form.NOUN]


def test_label_of_a_headline() -> None:
    """A colon after a name in the first line, and nowhere else."""
    assert [cue.lemma for cue in cues("Mayor Lee: Pier Will Be Rebuilt")] == [":"]
    assert cues("Rain fell.\n\nMayor Lee: Pier Will Be Rebuilt") == []
    assert cues("Update: Pier Will Be Rebuilt") == []


def test_the_mode_depends_on_the_content() -> None:
    """`agreed that` is speech, `agreed to` a decision."""
    (cue,) = cues("She agreed to go.")
    assert cue.mode_with(Frames.CLAUSE) is Mode.SPEECH
    assert cue.mode_with(Frames.INFINITIVE) is Mode.THOUGHT

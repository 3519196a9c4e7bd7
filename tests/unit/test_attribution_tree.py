"""Which mention at a quotation is its source, by a tree that is given."""

from __future__ import annotations

from tests.unit.attribution_support import read_tree, rule

SUBJECT = """
“ PUNCT punct 1
No INTJ ccomp 4
, PUNCT punct 1
” PUNCT punct 1
said VERB ROOT 4
Ann PROPN compound 6
Lee PROPN nsubj 4
. PUNCT punct 4
"""

RELATIVE = """
He PRON nsubj 1
thanked VERB ROOT 1
Ann PROPN compound 3
Lee PROPN obj 1
, PUNCT punct 3
who PRON nsubj 6
said VERB acl:relcl 3
the DET det 8
plan NOUN nsubj 10
was AUX cop 10
dead ADJ ccomp 6
. PUNCT punct 1
"""

SHARED = """
Ann PROPN nsubj 1
rose VERB ROOT 1
and CCONJ cc 3
said VERB conj 1
the DET det 5
plan NOUN nsubj 7
was AUX cop 7
dead ADJ ccomp 3
. PUNCT punct 1
"""


def test_subject_of_the_cue() -> None:
    """The subject of the cue is the source, with its whole name."""
    (quote,) = read_tree(SUBJECT)
    assert rule(quote) == "cue-subject"
    assert quote.source is not None
    assert quote.source.text == "Ann Lee"


def test_object_is_no_subject() -> None:
    """Without a subject in the tree the sieve lets the next one try."""
    (quote,) = read_tree(SUBJECT.replace("Lee PROPN nsubj 4", "Lee PROPN obj 4"))
    assert rule(quote) != "cue-subject"


def test_relative_clause_leads_to_its_noun() -> None:
    """The source is the noun with its pronoun, the speaker is the noun."""
    (quote,) = read_tree(RELATIVE)
    assert quote.source is not None
    assert quote.source.text == "Ann Lee , who"
    assert quote.speaker is not None
    assert quote.speaker.name == "Ann Lee"


def test_subject_shared_with_the_verb_before() -> None:
    """`rose and said` has one subject."""
    (quote,) = read_tree(SHARED)
    assert quote.source is not None
    assert quote.source.text == "Ann"

"""What goes on after an inserted cue, and what another says there."""

from __future__ import annotations

from quoteattr import extract_quotes


def test_who_has_a_verb_of_their_own_says_the_quotation() -> None:
    """A quotation after an insertion is theirs who observe it, no part of what was inserted."""
    text = "And also, I must admit, of a mere whim I observed: “I rather like it.”"
    last = extract_quotes(text)[-1]
    assert [part.text for part in last.content] == ["“I rather like it.”"]
    assert last.cue is not None
    assert last.cue.text == "observed"

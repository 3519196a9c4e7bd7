"""The records check themselves when they are built."""

from __future__ import annotations

from typing import Any

import pytest
from attrs.exceptions import FrozenInstanceError

from quoteattr.datatypes import (
    Mode,
    Outcome,
    Quote,
    QuoteKind,
    Reference,
    Span,
    Speaker,
    SpeakerKind,
    Step,
)
from quoteattr.errors import OffsetError, RecordError

TEXT = "“No,” said Ida Moss, “and he ‘never’ asked.” She left."
FIRST, SECOND = Span.cut(TEXT, 0, 5), Span.cut(TEXT, 21, 44)
SOURCE = Span.cut(TEXT, 11, 19)


def quote(**changes: Any) -> Quote:
    """A good quotation with some fields changed."""
    fields: dict[str, Any] = {
        "content": (FIRST, SECOND),
        "quoted": (FIRST, SECOND),
        "kind": "direct",
        "source": SOURCE,
        "reference": "name",
    }
    return Quote(**(fields | changes))


def test_span_cuts_its_text() -> None:
    """`Span.cut` counts code points: an emoji with a skin tone is two."""
    text = "a👍🏽e\u0301\r\nb"
    span = Span.cut(text, 1, 5)
    assert (span.start, span.end, span.text) == (1, 5, "👍🏽e\u0301")
    assert text[span.start : span.end] == span.text


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 2), (-1, 2), (2, 99)])
def test_span_refuses_bad_ranges(start: int, end: int) -> None:
    """A span that is empty, reversed, negative or longer than the text cannot be built."""
    with pytest.raises(ValueError):
        Span.cut(TEXT, start, end)


def test_span_refuses_text_of_another_length() -> None:
    """The text of a span has exactly as many code points as its range."""
    with pytest.raises(OffsetError, match=r"\[0, 2\) with a text of 3"):
        Span(0, 2, "abc")


@pytest.mark.parametrize("arguments", [("0", 1, "a"), (0, 1.0, "a"), (0, 1, b"a")])
def test_span_refuses_wrong_types(arguments: tuple[Any, Any, Any]) -> None:
    """Offsets are integers and the text is a string."""
    with pytest.raises(TypeError):
        Span(*arguments)


def test_records_are_frozen_and_hashable() -> None:
    """No field of a quotation can be set, and equal quotations are one in a set."""
    with pytest.raises(FrozenInstanceError):
        quote().kind = QuoteKind.MIXED  # type: ignore[misc]
    assert len({quote(), quote()}) == 1


def test_order_is_the_order_in_the_text() -> None:
    """Spans and quotations sort by position."""
    late = quote(content=(SECOND,), quoted=(SECOND,))
    assert sorted([late, quote()]) == [quote(), late]
    assert sorted([SECOND, FIRST]) == [FIRST, SECOND]


def test_names_become_enum_members() -> None:
    """Names are taken for enum members, which print as and compare to their names."""
    built = quote(mode="writing")
    assert built.kind is QuoteKind.DIRECT
    assert built.mode is Mode.WRITING
    assert built.reference is Reference.NAME
    assert str(built.kind) == "direct" == built.kind
    assert Step(rule="x", outcome="decided").outcome is Outcome.DECIDED
    assert Speaker(name="Ida Moss", kind="person").kind is SpeakerKind.PERSON


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"content": (), "quoted": ()}, "content needs at least one span"),
        ({"content": (SECOND, FIRST)}, "content must be ordered and disjoint"),
        ({"content": (FIRST, FIRST)}, "content must be ordered and disjoint"),
        ({"quoted": (FIRST,)}, "direct: quoted equals content"),
        ({"kind": "indirect"}, "indirect: nothing is quoted"),
        ({"kind": "mixed", "quoted": ()}, "mixed: something is quoted"),
        ({"kind": "mixed", "quoted": (SOURCE,)}, "quoted must lie inside content"),
        ({"source": None}, "implicit or None without one"),
        ({"reference": None}, "names the form of the source"),
        ({"reference": "implicit"}, "names the form of the source"),
        (
            {"content": (FIRST,), "quoted": (FIRST,), "nested": (quote(),)},
            "nested quotations lie inside this one",
        ),
    ],
)
def test_quote_refuses_contradictions(changes: dict[str, Any], rule: str) -> None:
    """Fields that contradict each other raise an error that states the rule."""
    with pytest.raises(RecordError, match=rule):
        quote(**changes)


@pytest.mark.parametrize(
    "changes",
    [
        {"kind": "shouted"},
        {"mode": "sung"},
        {"reference": "nickname"},
        {"confidence": 1.1},
        {"confidence": -0.1},
        {"confidence": float("nan")},
    ],
)
def test_quote_refuses_wrong_values(changes: dict[str, Any]) -> None:
    """Unknown names and confidences outside [0, 1] raise ValueError."""
    with pytest.raises(ValueError):
        quote(**changes)


@pytest.mark.parametrize("field", ["content", "quoted", "trace", "nested"])
def test_quote_refuses_lists(field: str) -> None:
    """Sequences are tuples, or a quotation could not be hashed."""
    with pytest.raises(TypeError):
        quote(**{field: [FIRST]})


def test_speaker_mentions_stand_in_text_order() -> None:
    """A chain out of order cannot be built."""
    with pytest.raises(RecordError, match="mentions must stand in text order"):
        Speaker(name="Ida Moss", kind="person", mentions=(SECOND, SOURCE))


def test_speaker_needs_a_name() -> None:
    """An empty name is no name."""
    with pytest.raises(ValueError):
        Speaker(name="", kind="person")


def test_reach_of_a_split_quotation() -> None:
    """Start, end and span go from the first content character to the last."""
    assert (quote().start, quote().end, quote().span) == (0, 44, (0, 44))


def test_text_reads_well() -> None:
    """Parts are joined by a space without their outer marks; inner marks stay."""
    assert quote().text == "No, and he ‘never’ asked."


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("“Say ‘no.’”", "Say ‘no.’"),
        ("\"Say 'no.'\"", "Say 'no.'"),
        ("``Say no.''", "Say no."),
        ("“‘No,’ she said.", "‘No,’ she said."),
        ("She said, “No.”", "She said, “No.”"),
        ('"No," she said', '"No," she said'),
        ("“No, and then", "No, and then"),
        ("and no.”", "and no."),
        ("— “No.”", "No."),
        ("« Non. »", "Non."),
    ],
)
def test_text_keeps_the_marks_of_a_quotation_inside(written: str, text: str) -> None:
    """One layer of marks is stripped, at the end only the one that goes with the begin."""
    span = Span.cut(written, 0, len(written))
    assert quote(content=(span,), quoted=(span,)).text == text


def test_text_of_indirect_quotation_keeps_its_marks() -> None:
    """Only what the quotation holds as quoted loses its marks."""
    span = Span.cut(TEXT, 25, 37)
    built = quote(content=(span,), quoted=(), kind="indirect")
    assert built.text == span.text


def test_text_is_never_empty() -> None:
    """A quotation of marks alone keeps them."""
    span = Span.cut("“”", 0, 2)
    assert quote(content=(span,), quoted=(span,)).text == "“”"

"""What holds of quoted stretches in any text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quoteattr.quotation.marks import pairing
from quoteattr.quotation.marks.characters import find_marks
from quoteattr.quotation.marks.paragraphs import find_paragraphs
from quoteattr.quotation.marks.quoted import find_quoted_spans

if TYPE_CHECKING:
    from quoteattr.records import QuotedSpan

MARKS = "\"“”'‘’«»„‚「」『』`´＂—–-"
ROUGH = st.text(
    st.sampled_from([*MARKS, *" .,:?!()[]=_*\n\r\t\f\u00a0\u2028\ufeff\x00", *"aAIsQ59é", "\ud800"])
)
WORDS = st.lists(
    st.sampled_from(
        [
            "the",
            "mayor",
            "said",
            "bridge",
            "closes",
            "Ann",
            "we",
            "I",
            "never",
            "don't",
            "boys'",
            "'tis",
            "old",
            "Monday",
            "rain",
        ]
    ),
    min_size=2,
    max_size=8,
).map(" ".join)
SENTENCES = WORDS.map(lambda words: words[0].upper() + words[1:] + ".")
SPEECH = SENTENCES.filter(lambda sentence: "'" not in sentence)
CURLY = st.one_of(
    SENTENCES,
    st.builds("“{0}” {1}".format, SPEECH, SENTENCES),
    st.builds("“{0}”, said Ann. “{1}”".format, SPEECH, SPEECH),
    st.builds("{0} “{1}”".format, SENTENCES, SPEECH),
    st.builds("“{0}\n\n“{1}” he said.".format, SPEECH, SPEECH),
    st.builds("{0} “He said, ‘{1}’”".format, SENTENCES, SPEECH),
)
TEXTS = st.lists(CURLY, min_size=1, max_size=5).map("\n\n".join)
STRAIGHT = str.maketrans("“”", '""')
STRAYS = st.sampled_from(["a “ b", 'a " b', "a” b", "a « b", 'a "b', "a„ b", "the ’ mark"])


def parts(spans: tuple[QuotedSpan, ...]) -> list[tuple[int, int]]:
    """All parts of all spans."""
    return [part for span in spans for part in span.parts]


@given(st.one_of(ROUGH, TEXTS, st.text()))
def test_parts_are_disjoint_ordered_and_inside_a_paragraph(text: str) -> None:
    """The parts of a span follow one another, and none crosses the end of a paragraph."""
    paragraphs = find_paragraphs(text)
    for span in find_quoted_spans(text):
        previous = -1
        for start, end in span.parts:
            assert previous <= start < end
            assert any(low <= start and end <= high for low, high in paragraphs)
            previous = end


@given(st.one_of(ROUGH, TEXTS))
def test_spans_are_nested_or_disjoint(text: str) -> None:
    """Spans are ordered by start; each lies inside its parent, and siblings do not overlap."""
    spans = find_quoted_spans(text)
    last_end: dict[int | None, int] = {}
    for index, span in enumerate(spans):
        assert index == 0 or spans[index - 1].start <= span.start
        if span.parent is not None:
            parent = spans[span.parent]
            assert span.parent < index
            assert parent.start <= span.start
            assert span.end <= parent.end
        assert span.start >= last_end.get(span.parent, 0)
        last_end[span.parent] = span.end


@given(TEXTS)
def test_straight_marks_give_the_same_spans(text: str) -> None:
    """Double curly marks made straight set off the same stretches."""
    straight = text.translate(STRAIGHT)
    assert parts(find_quoted_spans(text)) == parts(find_quoted_spans(straight))


@given(st.one_of(TEXTS), WORDS.filter(lambda words: "'" not in words))
def test_plain_paragraph_in_front_shifts_all(text: str, words: str) -> None:
    """A paragraph without marks in front moves every part by its length, and changes nothing."""
    front = f"It was {words}.\n\n"
    shifted = [
        (start + len(front), end + len(front)) for start, end in parts(find_quoted_spans(text))
    ]
    assert parts(find_quoted_spans(front + text)) == shifted


@given(TEXTS, STRAYS, TEXTS)
def test_stray_mark_costs_its_own_paragraph(before: str, stray: str, after: str) -> None:
    """A stray mark in a paragraph changes nothing before it and nothing behind it."""
    middle = f"It was {stray} then."
    text = f"{before}\n\n{middle}\n\n{after}"
    clean = f"{before}\n\n{'x' * len(middle)}\n\n{after}"
    assert parts(find_quoted_spans(text)) == parts(find_quoted_spans(clean))


@given(TEXTS, st.sampled_from(["“", '"', "‘", "«"]), WORDS.filter(lambda words: "'" not in words))
def test_unclosed_paragraph_changes_nothing_before(before: str, mark: str, words: str) -> None:
    """A quotation that never closes leaves the paragraphs before it alone."""
    spans = parts(find_quoted_spans(before))
    found = parts(find_quoted_spans(f"{before}\n\n{mark}It is {words}.\n\nNo more."))
    assert found[: len(spans)] == spans
    assert len(found) <= len(spans) + 1


@given(st.one_of(ROUGH, TEXTS, st.text()))
def test_paragraphs_cover_all_but_white_space(text: str) -> None:
    """Paragraphs are ordered, disjoint, trimmed, and leave out nothing but white space."""
    position = 0
    for start, end in find_paragraphs(text):
        assert position <= start < end
        assert text[start:end] == text[start:end].strip()
        assert not text[position:start].strip()
        position = end
    assert not text[position:].strip()


@given(ROUGH)
def test_marks_are_ordered(text: str) -> None:
    """Marks follow one another, and each is a character or two of the text."""
    position = 0
    for mark in find_marks(text, 0, len(text)):
        assert position <= mark.start < mark.end <= min(len(text), mark.start + 2)
        position = mark.end


@pytest.mark.parametrize("unit", ["“Yes,” he said. ", 'a " b ', "‘a “b «c ", "the boys' and 'em "])
def test_steps_grow_with_length(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Twice the text takes about twice the steps of pairing, in one paragraph without an end."""
    steps = 0
    moves = pairing._moves

    def counted(stack: str, sign: pairing.Sign) -> tuple[tuple[str, int, str], ...]:
        nonlocal steps
        steps += 1
        return moves(stack, sign)

    monkeypatch.setattr(pairing, "_moves", counted)
    counts = []
    for times in (100, 200, 400):
        steps = 0
        find_quoted_spans(unit * times)
        counts.append(steps)
    assert counts[2] <= 2.2 * counts[1] <= 4.84 * counts[0]

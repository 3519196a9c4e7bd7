"""Wrong arguments are named; malformed text gives a result with exact offsets, or nothing."""

from __future__ import annotations

import random
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
import spacy

from quoteattr import QuoteAttrError, QuoteExtractor, extract_quotes
from quoteattr.serialize import from_jsonl, to_jsonl

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quoteattr import Quote, Span

SAID = "“We are late,” said Tom Arden."


@cache
def blank() -> QuoteExtractor:
    """The engine without any trained part."""
    return QuoteExtractor(nlp=spacy.blank("en"))


def all_spans(quotes: list[Quote]) -> Iterator[Span]:
    """Every span of every quotation, nested ones and chains of mentions included."""
    for quote in quotes:
        yield from (*quote.content, *quote.quoted)
        yield from (span for span in (quote.cue, quote.source) if span is not None)
        yield from (span for step in quote.trace for span in step.spans)
        if quote.speaker is not None:
            yield from quote.speaker.mentions
        yield from all_spans(list(quote.nested))


def cuts_exactly(text: str, quotes: list[Quote]) -> bool:
    """Whether each span has the text that it cuts."""
    return all(text[span.start : span.end] == span.text for span in all_spans(quotes))


@pytest.mark.parametrize("text", [None, 3, b"bytes", ["a"], object()], ids=type)
def test_text_must_be_a_string(text: Any) -> None:
    """Anything else raises TypeError that names the argument and what came."""
    with pytest.raises(TypeError, match=f"text must be .*got {type(text).__name__}") as caught:
        extract_quotes(text)
    assert isinstance(caught.value, QuoteAttrError)


@pytest.mark.parametrize(
    ("options", "named"),
    [
        ({"kinds": "loud"}, "kinds must be .*'loud'"),
        ({"kinds": ["direct", "loud"]}, "kinds must be .*'loud'"),
        ({"modes": "sung"}, "modes must be .*'sung'"),
        ({"kinds": ""}, "kinds must be .*''"),
        ({"kinds": []}, r"kinds must be .*\[\]"),
    ],
    ids=lambda part: ", ".join(part) if isinstance(part, dict) else "",
)
def test_unknown_names_are_refused(options: dict[str, Any], named: str) -> None:
    """A wrong value raises ValueError that names argument and value, before any text is read."""
    with pytest.raises(ValueError, match=named) as caught:
        QuoteExtractor(**options)
    assert isinstance(caught.value, QuoteAttrError)
    with pytest.raises(ValueError, match=named):
        extract_quotes(SAID, **options)


@pytest.mark.parametrize(
    ("options", "named"),
    [
        ({"kinds": 3}, "kinds must be .*int"),
        ({"kinds": [3]}, "kinds must be .*int"),
        ({"modes": b"speech"}, "modes must be .*bytes"),
        ({"nlp": "en_core_web_sm"}, "nlp must be .*str"),
        ({"nlp": 3}, "nlp must be .*int"),
        ({"nlp": spacy.blank}, "nlp must be .*function"),
    ],
    ids=lambda part: ", ".join(part) if isinstance(part, dict) else "",
)
def test_wrong_types_are_refused(options: dict[str, Any], named: str) -> None:
    """A wrong type raises TypeError that names argument and type, before any text is read."""
    with pytest.raises(TypeError, match=named) as caught:
        QuoteExtractor(**options)
    assert isinstance(caught.value, QuoteAttrError)


def test_unknown_options_are_refused() -> None:
    """A misspelt option is an error, not ignored."""
    with pytest.raises(TypeError, match="kind"):
        extract_quotes(SAID, kind="direct")  # type: ignore[call-arg]


@pytest.mark.parametrize("kinds", ["direct", ["direct"], {"direct"}, ("direct", "mixed"), "all"])
def test_names_are_taken_in_any_iterable(kinds: Any) -> None:
    """One name, some names in any iterable, or `all`."""
    assert len(extract_quotes(SAID, kinds=kinds)) == 1


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n", "\r\n\r\n", "\x00", "\ufeff", "\ud800", "word", "No quotation here. None."],
    ids=ascii,
)
def test_nothing_to_find(text: str) -> None:
    """Text without a quotation gives an empty list."""
    assert extract_quotes(text) == []


@pytest.mark.parametrize(
    "noise",
    [
        "\ufeff",
        "\x00\x01\x02 ",
        "\ud800 \udfff ",
        "👩🏽\u200d🚀 ",
        "\r\n\r\n",
        "\r",
        "\u2028\u2029\x85\x0b\x0c",
        "e\u0301\u0301\u0301 ",
        "\u202e\u2066",
        "\u00a0\u3000",
        "\U0010ffff\ufffe ",
    ],
    ids=ascii,
)
def test_offsets_are_exact_after_noise(noise: str) -> None:
    """Strange characters in front move the offsets by their number and break nothing."""
    text = noise + SAID
    assert cuts_exactly(text, extract_quotes(text))
    assert [quote.quoted[0].start for quote in blank()(text)] == [len(noise)]


@pytest.mark.parametrize("noise", ["\x00", "\ud800", "\r", "👍🏽", "\u0301"], ids=ascii)
def test_noise_everywhere_breaks_nothing(noise: str) -> None:
    """A strange character after each character of a text gives some result with exact offsets."""
    text = noise.join(SAID)
    assert cuts_exactly(text, extract_quotes(text))


def test_windows_line_ends_count_as_they_are() -> None:
    """CRLF is two code points."""
    text = f"Rain.\r\n\r\n{SAID}\r\n\r\n{SAID}\r\n"
    starts = [quote.start for quote in extract_quotes(text)]
    assert starts == [9, 9 + len(SAID) + 4]


def test_binary_data_read_as_text() -> None:
    """Every byte in any order, decoded as Latin-1 or with surrogate escapes."""
    data = random.Random(1).randbytes(4_000)
    for text in (data.decode("latin-1"), data.decode("utf-8", errors="surrogateescape")):
        assert cuts_exactly(text, extract_quotes(text))


@pytest.mark.parametrize(
    "text",
    [
        "“" * 2_000,
        "”" * 2_000,
        '"' * 2_001,
        "'" * 2_001,
        "“‘" * 500 + "a" + "’”" * 500,
        "“a ‘b " * 2_000,
        '"a" ' * 2_500,
        "“a\n\n" * 2_000,
        "— a\n" * 2_000,
        "SMITH: a\n" * 1_000,
        "said " * 2_000,
        "he said that " * 1_000,
        "“" + "a" * 20_000,
        "a" * 20_000,
        "Ann, " * 2_000,
        "\n" * 20_000,
        "." * 20_000,
    ],
    ids=lambda text: ascii(text[:12]),
)
def test_degenerate_text(text: str) -> None:
    """Repetition without end gives a result with exact offsets, soon."""
    assert cuts_exactly(text, blank()(text))


def test_a_very_long_text() -> None:
    """A text of 100,000 code points is read to its end."""
    paragraph = (
        "“We are late,” said Tom Arden, who drives the bus. “It's the snow.” "
        "The mayor wrote that the road would be cleared by noon, and left.\n\n"
    )
    text = paragraph * (100_000 // len(paragraph))
    quotes = blank()(text)
    assert cuts_exactly(text, quotes)
    assert len(quotes) >= text.count("\n\n")
    assert quotes[-1].end > len(text) - len(paragraph)


def test_a_very_long_paragraph() -> None:
    """So is one of 50,000 without a line break or a closing mark."""
    text = "“" + "We are late and the road is closed, said Tom. " * 1_000
    assert cuts_exactly(text, blank()(text))


def test_reports_within_reports() -> None:
    """However deep one report stands in another, the result can be written and read back."""
    quotes = blank()("Tom said that Ann said that " * 50 + "it rained.")
    assert list(from_jsonl(to_jsonl(quotes))) == quotes != []

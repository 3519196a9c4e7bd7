"""The calls: options, streams, and what is spared when only some kinds are asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy

from quoteattr import QuoteExtractor, QuoteKind, extract_quotes
from quoteattr.errors import ArgumentTypeError, ArgumentValueError

SUMMIT = (Path(__file__).parents[2] / "examples" / "summit.txt").read_text(encoding="utf-8")
SHORT = "“We are late,” said Mayor Ada Okoro. She said the bridge would open."


@pytest.fixture(scope="module")
def blank() -> QuoteExtractor:
    """An engine without trained parts."""
    return QuoteExtractor(spacy.blank("en"))


def test_direct_alone_gives_the_same_direct_quotations() -> None:
    """Sparing the parser the other paragraphs changes neither the quotations nor their speakers."""
    every = [quote for quote in extract_quotes(SUMMIT) if quote.kind is QuoteKind.DIRECT]
    alone = extract_quotes(SUMMIT, kinds="direct")
    assert [(quote.content, quote.source) for quote in alone] == [
        (quote.content, quote.source) for quote in every
    ]
    assert [quote.speaker.name for quote in alone if quote.speaker] == [
        quote.speaker.name for quote in every if quote.speaker
    ]


def test_pipe_keeps_order_and_context(blank: QuoteExtractor) -> None:
    """A stream gives one result a text, in order, with what came beside it."""
    texts = [(SHORT, "a"), ("Nothing.", "b"), (SHORT, "c")]
    results = list(blank.pipe(texts, as_tuples=True))
    assert [(len(quotes), name) for quotes, name in results] == [(2, "a"), (0, "b"), (2, "c")]


def test_pipe_is_lazy(blank: QuoteExtractor) -> None:
    """A stream takes no more texts than it is asked for."""
    taken = []

    def texts() -> object:
        for number in range(3):
            taken.append(number)
            yield SHORT

    assert len(next(blank.pipe(texts()))) == 2
    assert taken == [0]


def test_pipe_over_processes() -> None:
    """Two processes give what one gives."""
    extractor = QuoteExtractor()
    texts = [SHORT, SUMMIT, "Nothing."]
    assert list(extractor.pipe(texts, n_process=2, batch_size=1)) == [extractor(t) for t in texts]


@pytest.mark.parametrize(
    ("options", "error", "message"),
    [
        ({"kinds": "spoken"}, ArgumentValueError, "kinds"),
        ({"modes": 3}, ArgumentTypeError, "modes"),
        ({"kinds": []}, ArgumentValueError, "kinds"),
        ({"nlp": "en"}, ArgumentTypeError, "nlp"),
        ({"min_confidence": 1.5}, ArgumentValueError, "min_confidence"),
        ({"min_confidence": "high"}, ArgumentTypeError, "min_confidence"),
    ],
)
def test_wrong_options(options: dict[str, object], error: type[Exception], message: str) -> None:
    """A wrong option is refused when the engine is built, and named."""
    with pytest.raises(error, match=message):
        QuoteExtractor(**options)


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"batch_size": 0}, ArgumentValueError),
        ({"n_process": 0}, ArgumentValueError),
        ({"n_process": True}, ArgumentTypeError),
    ],
)
def test_wrong_stream_options(
    blank: QuoteExtractor, options: dict[str, int], error: type[Exception]
) -> None:
    """A wrong option of a stream is refused at once, before the first text."""
    with pytest.raises(error, match=next(iter(options))):
        blank.pipe([SHORT], **options)


def test_one_string_is_no_stream(blank: QuoteExtractor) -> None:
    """A string instead of an iterable of strings is refused: it would be read letter by letter."""
    with pytest.raises(ArgumentTypeError, match="texts"):
        blank.pipe(SHORT)


def test_modes_select_nested_ones_too(blank: QuoteExtractor) -> None:
    """What stands inside a quotation that is left out moves up to its place."""
    text = "Lee thinks Okoro said the bridge would open."
    assert [q.text for q in blank(text)] == ["the bridge would open"]


def test_min_confidence_withholds_speakers() -> None:
    """Less sure speakers become None; the source and the trace stay."""
    sure = QuoteExtractor(spacy.blank("en"), min_confidence=1)(SHORT)
    every = QuoteExtractor(spacy.blank("en"))(SHORT)
    assert [quote.speaker for quote in sure] == [None, None]
    assert [(q.source, q.trace) for q in sure] == [(q.source, q.trace) for q in every]
    assert all(quote.speaker for quote in every)

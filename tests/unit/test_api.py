"""The calls: options, streams, and what is spared when only some kinds are asked for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import spacy

from quoteattr import Character, QuoteExtractor, QuoteKind, extract_quotes
from quoteattr.errors import ArgumentTypeError, ArgumentValueError

if TYPE_CHECKING:
    from collections.abc import Callable

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


class RefusedError(Exception):
    """An error that cannot be read back from its pickle."""

    def __init__(self, what: str, why: str) -> None:
        super().__init__(f"{what}: {why}")


def refuse_the_late(text: str) -> list[list[tuple[int, int]]]:
    """A coreference back end that fails on some texts."""
    if "late" in text:
        raise RefusedError("late", "no lateness")
    return []


@pytest.mark.parametrize("n_process", [1, 2])
def test_one_text_fails(n_process: int) -> None:
    """The others have their results, the caller learns which one failed and why."""
    extractor = QuoteExtractor(spacy.blank("en"), coreference=refuse_the_late)
    texts = [SHORT, "“We are early,” said Tom Arden.", SHORT]
    with pytest.raises(Exception, match="no lateness"):
        list(extractor.pipe(texts, n_process=n_process))
    failed: list[tuple[str, str]] = []
    results = extractor.pipe(
        texts, n_process=n_process, on_error=lambda text, error: failed.append((text, str(error)))
    )
    assert [len(quotes) for quotes in results] == [1]
    assert [text for text, _ in failed] == [SHORT, SHORT]
    assert all(why.endswith("late: no lateness") for _, why in failed)


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


STORY = (
    "“Sit down,” said the Miller. He was old.\n\n“I will,” said Polly.\n\n"
    "“Will you?” the doctor asked.\n\nMiss Arden laughed. “She will,” she said."
)
CAST = (
    Character("Mary Arden", ("Polly", "Miss Arden"), gender="female"),
    Character("Jo Thorn", ("the Miller",)),
    "the doctor",
)


def test_speakers_have_the_names_of_the_cast() -> None:
    """A given character is found by every alias; the text may hold others, and the cast as well."""
    quotes = QuoteExtractor(spacy.blank("en"), characters=[*CAST, "Nobody Here"])(STORY)
    names = [quote.speaker.name for quote in quotes if quote.speaker]
    assert names == ["Jo Thorn", "Mary Arden", "the doctor", "Mary Arden"]


def test_a_cast_may_be_partial() -> None:
    """Who is not in the cast is found as always."""
    quotes = QuoteExtractor(spacy.blank("en"), characters=[CAST[1]])(STORY)
    assert [quote.speaker.name for quote in quotes if quote.speaker][:2] == ["Jo Thorn", "Polly"]


def test_given_gender_rules() -> None:
    """The gender of the cast outweighs what a name suggests."""
    text = "Robin met Anton.\n\n“No,” she said."
    (quote,) = QuoteExtractor(
        spacy.blank("en"), characters=[Character("Robin", gender="female"), "Anton"]
    )(text)
    assert quote.speaker
    assert quote.speaker.name == "Robin"


@pytest.mark.parametrize("characters", ["Polly", 3, [None], {"Polly": ()}])
def test_cast_of_a_wrong_type(characters: object) -> None:
    """The error names the argument and what came."""
    with pytest.raises(ArgumentTypeError, match="characters must be"):
        QuoteExtractor(spacy.blank("en"), characters=characters)


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (lambda: Character(""), ArgumentValueError),
        (lambda: Character(3), ArgumentTypeError),
        (lambda: Character("Polly", "Miss Arden"), ArgumentTypeError),
        (lambda: Character("Polly", ("—",)), ArgumentValueError),
        (lambda: Character("Polly", gender="queen"), ArgumentValueError),
        (lambda: QuoteExtractor(characters=["Polly", "Polly"]), ArgumentValueError),
    ],
)
def test_cast_of_a_wrong_value(make: Callable[[], object], error: type[Exception]) -> None:
    """A character cannot be built wrong, nor a cast of two with one name."""
    with pytest.raises(error):
        make()

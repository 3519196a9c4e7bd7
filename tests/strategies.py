"""Generators for property tests, in one place: records, news paragraphs, and damaged text."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from hypothesis import strategies as st
from tests.case_files import load_cases

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

CASES = Path(__file__).parent / "cases"

any_character = st.characters(exclude_categories=())
"""Every code point there is, control characters and lone surrogates included."""

texts = st.text(any_character, min_size=1, max_size=60)


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    """Any span of *text*, which must not be empty."""
    start = draw(st.integers(0, len(text) - 1))
    return Span.cut(text, start, draw(st.integers(start + 1, len(text))))


@st.composite
def span_rows(draw: st.DrawFn, text: str, *, min_size: int = 1) -> tuple[Span, ...]:
    """Ordered, disjoint spans of *text*; neighbours may touch."""
    cuts = draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=8))
    rows = [Span.cut(text, start, end) for start, end in pairwise(sorted(cuts))]
    kept = draw(st.lists(st.booleans(), min_size=len(rows), max_size=len(rows)))
    chosen = tuple(row for row, keep in zip(rows, kept, strict=True) if keep)
    return chosen if len(chosen) >= min_size else tuple(rows)


@st.composite
def steps(draw: st.DrawFn, text: str) -> Step:
    """A step of a trace that used spans of *text*."""
    return Step(
        rule=draw(st.text(any_character, min_size=1, max_size=12)),
        outcome=draw(st.sampled_from(Outcome)),
        spans=tuple(draw(st.lists(spans(text), max_size=2))),
        note=draw(st.text(any_character, max_size=8)),
    )


@st.composite
def speakers(draw: st.DrawFn, text: str) -> Speaker:
    """A speaker with mentions in *text*."""
    words = st.text(any_character, min_size=1, max_size=20)
    return Speaker(
        name=draw(words),
        kind=draw(st.sampled_from(SpeakerKind)),
        role=draw(st.none() | words),
        mentions=tuple(sorted(draw(st.lists(spans(text), max_size=3)))),
        kb_id=draw(st.none() | words),
    )


@st.composite
def quotes(draw: st.DrawFn, text: str | None = None, *, depth: int = 1) -> Quote:
    """A quotation in *text* (any text if None) with every field drawn, nested *depth* deep."""
    text = draw(texts) if text is None else text
    content = draw(span_rows(text))
    kind = draw(st.sampled_from(QuoteKind))
    quoted = {
        QuoteKind.DIRECT: content,
        QuoteKind.MIXED: content[:1],
        QuoteKind.INDIRECT: (),
    }[kind]
    source = draw(st.none() | spans(text))
    references = (
        (None, Reference.IMPLICIT)
        if source is None
        else (Reference.NAME, Reference.PRONOUN, Reference.NOMINAL)
    )
    nested = [] if depth == 0 else draw(st.lists(quotes(text, depth=depth - 1), max_size=2))
    start, end = content[0].start, content[-1].end
    return Quote(
        content=content,
        kind=kind,
        mode=draw(st.sampled_from(Mode)),
        quoted=quoted,
        cue=draw(st.none() | spans(text)),
        source=source,
        addressee=draw(st.none() | spans(text)),
        speaker=draw(st.none() | speakers(text)),
        reference=draw(st.sampled_from(references)),
        confidence=draw(st.floats(0, 1)),
        trace=tuple(draw(st.lists(steps(text), max_size=2))),
        nested=tuple(inner for inner in nested if start <= inner.start and inner.end <= end),
    )


_SPEAKERS = (
    "Mayor Ines Okafor",
    "Okafor",
    "she",
    "he",
    "Daniel van der Berg, who runs the harbour",
    "the harbour master",
    "the council",
    "officials",
    "a spokesman for Lindqvist Shipping",
)
_SENTENCES = (
    "we will open the bridge on Friday",
    "nobody asked the people who live here",
    "it's the town's money, and it isn't much",
    "the water was 3.5 metres deep, or 11' 6 in old measure",
    "I don't know",
    "“never” is a long word",
)
_CUES = ("said", "told the committee", "added", "warned on Tuesday", "wrote in a letter")
_LAYOUTS = (
    "“{A},” {who} {cue}.",
    "“{A},” {cue} {who}.",
    "“{A},” {who} {cue}. “{B}.”",
    "“{A},” {who} {cue}, “{b}.”",
    "{Who} {cue}: “{A}.”",
    "{Who} {cue} that {a}.",
    "{Who} {cue} the plan was “{b}”.",
    "According to {who}, {a}.",
    "“{A}.”",
    "“{A}?”",
    "{A}. {B}.",
    "The street was empty. {Who} {cue} nothing.",
)


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


@st.composite
def news_paragraphs(draw: st.DrawFn) -> str:
    """One paragraph in the manner of news: a layout of quotation, cue and source, curly marks."""
    first, second = draw(st.sampled_from(_SENTENCES)), draw(st.sampled_from(_SENTENCES))
    inner = {"“": "‘", "”": "’"}
    layout = draw(st.sampled_from(_LAYOUTS))
    if layout.startswith("“") and draw(st.booleans()):
        first, second = (words.translate(str.maketrans(inner)) for words in (first, second))
    else:
        first, second = (words.replace("“", "").replace("”", "") for words in (first, second))
    who = draw(st.sampled_from(_SPEAKERS))
    return layout.format(
        A=_capital(first),
        a=first,
        B=_capital(second),
        b=second,
        Who=_capital(who),
        who=who,
        cue=draw(st.sampled_from(_CUES)),
    )


def news_texts(*, max_size: int = 5) -> st.SearchStrategy[str]:
    """One to *max_size* news paragraphs with an empty line between them."""
    return st.lists(news_paragraphs(), min_size=1, max_size=max_size).map("\n\n".join)


_DAMAGE = ("“", "”", '"', "'", "’", "«", "\r\n", "\r", "\n\n", "\x00", "\ud800", "\ufeff", "\u2028")


@st.composite
def damaged_texts(draw: st.DrawFn) -> str:
    """News text with stray marks, odd line ends and malformed characters put in anywhere."""
    text = draw(news_texts(max_size=3))
    places = draw(st.lists(st.integers(0, len(text)), max_size=6))
    for place in places:
        damage = draw(st.sampled_from(_DAMAGE) | any_character)
        text = text[:place] + damage + text[place:]
    return text


def cut_texts() -> st.SearchStrategy[str]:
    """The text of a case up to anywhere in it, so that it may end at a cue or a conjunction."""
    texts = sorted({case.text for case in load_cases(CASES) if case.text})
    return st.sampled_from(texts).flatmap(
        lambda text: st.integers(1, len(text)).map(lambda end: text[:end])
    )


def straight(text: str) -> str:
    """*text* with straight marks and apostrophes for curly ones; no offset changes."""
    return text.translate(str.maketrans("“”‘’", "\"\"''"))

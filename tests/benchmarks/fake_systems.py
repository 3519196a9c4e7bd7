"""Systems to be measured in tests."""

from __future__ import annotations

from quoteattr.datatypes import (
    Mode,
    Outcome,
    Quote,
    Reference,
    Span,
    Speaker,
    SpeakerKind,
    Step,
)


def quote(text: str, start: int, end: int, source: str | None = None, **fields: object) -> Quote:
    """A prediction; *source* is looked up in the text and is the speaker's name."""
    content = (Span.cut(text, start, end),)
    kind = fields.setdefault("kind", "direct")
    at = text.index(source) if source else 0
    return Quote(
        content=content,
        quoted=() if kind == "indirect" else content,
        source=Span.cut(text, at, at + len(source)) if source else None,
        reference=Reference.NAME if source else None,
        speaker=Speaker(name=source, kind=SpeakerKind.PERSON) if source else None,
        trace=(
            Step(rule="found-it", outcome=Outcome.DECIDED),
            Step(rule="tried-it", outcome=Outcome.PASSED),
            Step(rule="named-it", outcome=Outcome.REVISED, spans=content, note="why not"),
        ),
        **fields,
    )


class Sure:
    """Finds `“No,”` and names the wrong speaker; makes one up; thinks about the rain."""

    version = "sure 1"

    def find(self, text: str) -> list[Quote]:
        """Three predictions over the mini PolNeAR article."""
        return [
            quote(text, 0, 5, "Ben Lund"),
            quote(text, 6, 20, kind="indirect"),
            quote(text, 65, 69, kind="indirect", mode=Mode.THOUGHT),
        ]


class Crashing:
    """Fails on every text."""

    version = "crashing 1"

    def find(self, text: str) -> list[Quote]:
        """Never returns."""
        raise RuntimeError(f"cannot read {len(text)} characters")


class Unbuildable:
    """Cannot even be loaded."""

    def __init__(self) -> None:
        raise ValueError("no weights")

"""A small article with its quotations as a careful reader would mark them: one of each kind."""

from __future__ import annotations

from quoteattr.datatypes import Quote, Span, Speaker, Step

TEXT = """The pier will close 🌊 on Friday.

“We have no choice,” said Mayor Ines Okafor. She added that they had “looked everywhere” for money.

“She told us that it was over,” Tom Arden said. According to Arden, the boats must leave.

“Nobody asked us.”
"""


def span(words: str) -> Span:
    """The first place of *words* in the article."""
    start = TEXT.index(words)
    return Span.cut(TEXT, start, start + len(words))


_OKAFOR = Speaker(
    name="Ines Okafor",
    kind="person",
    role="Mayor",
    mentions=(
        span("Mayor Ines Okafor"),
        span("She"),
        Span.cut(TEXT, TEXT.index("“She") + 1, TEXT.index("“She") + 4),
    ),
)
_ARDEN = Speaker(
    name="Tom Arden",
    kind="person",
    mentions=(
        span("Tom Arden"),
        Span.cut(TEXT, TEXT.index("to Arden") + 3, TEXT.index("to Arden") + 8),
    ),
)
_CHOICE, _OVER, _NOBODY = map(
    span, ("“We have no choice,”", "“She told us that it was over,”", "“Nobody asked us.”")
)

QUOTES = [
    Quote(
        content=(_CHOICE,),
        quoted=(_CHOICE,),
        kind="direct",
        cue=span("said"),
        source=span("Mayor Ines Okafor"),
        reference="name",
        speaker=_OKAFOR,
        confidence=0.976,
        trace=(
            Step(rule="cue-after-content", outcome="decided", spans=(span("said"),)),
            Step(rule="label", outcome="passed"),
            Step(rule="cue-subject", outcome="decided", spans=(span("Mayor Ines Okafor"),)),
        ),
    ),
    Quote(
        content=(span("they had “looked everywhere” for money"),),
        quoted=(span("“looked everywhere”"),),
        kind="mixed",
        cue=span("added"),
        source=span("She"),
        reference="pronoun",
        speaker=_OKAFOR,
        confidence=0.9,
    ),
    Quote(
        content=(_OVER,),
        quoted=(_OVER,),
        kind="direct",
        cue=Span.cut(TEXT, TEXT.index("Arden said") + 6, TEXT.index("Arden said") + 10),
        source=span("Tom Arden"),
        reference="name",
        speaker=_ARDEN,
        confidence=0.97,
        nested=(
            Quote(
                content=(span("it was over"),),
                kind="indirect",
                cue=span("told"),
                source=_OKAFOR.mentions[2],
                reference="pronoun",
                speaker=_OKAFOR,
                confidence=0.6,
            ),
        ),
    ),
    Quote(
        content=(span("the boats must leave"),),
        kind="indirect",
        mode="writing",
        cue=span("According to"),
        source=_ARDEN.mentions[1],
        reference="name",
        speaker=_ARDEN,
        confidence=0.94,
    ),
    Quote(content=(_NOBODY,), quoted=(_NOBODY,), kind="direct"),
]

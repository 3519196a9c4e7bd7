"""A text that is hard to write in columns and rows, and its quotations."""

from __future__ import annotations

from quoteattr.datatypes import Quote, Span, Speaker
from quoteattr.formats import Document

TEXT = (
    "“We ‘can’t go’,” told Ida\nMoss us,\r\n“not\u2028now.”\n\n"
    "She\tcalled 3.5 mi|les of sea-wall “a joke 😀”, e\u0301tude."
)


def cut(words: str) -> Span:
    """The first place where *words* stand."""
    start = TEXT.index(words)
    return Span.cut(TEXT, start, start + len(words))


MOSS = Speaker(name="Ida Moss", kind="person", role="Mayor", mentions=(cut("Ida\nMoss"),))
GROUP = Speaker(name="a | b\nc", kind="group")
NESTED = Quote(
    content=(cut("‘can’t go’"),),
    quoted=(cut("‘can’t go’"),),
    kind="direct",
    mode="thought",
    speaker=GROUP,
    reference="implicit",
)
DIRECT = Quote(
    content=(cut("“We ‘can’t go’,”"), cut("“not\u2028now.”")),
    quoted=(cut("“We ‘can’t go’,”"), cut("“not\u2028now.”")),
    kind="direct",
    cue=cut("told"),
    source=cut("Ida\nMoss"),
    speaker=MOSS,
    reference="name",
    addressee=cut("us"),
    confidence=0.75,
    nested=(NESTED,),
)
MIXED = Quote(
    content=(cut("3.5 mi|les of sea-wall “a joke 😀”"),),
    quoted=(cut("“a joke 😀”"),),
    kind="mixed",
    mode="writing",
    cue=cut("called"),
    source=cut("She"),
    reference="pronoun",
    confidence=0.5,
)
DOCUMENT = Document(name="folder/a.txt", text=TEXT, quotes=(DIRECT, MIXED))
EMPTY = Document(name="empty.txt", text="Nothing.")

"""Turns that the layout of lines tells."""

from __future__ import annotations

import pytest

from quoteattr.quotation.marks.quoted import find_quoted_spans


def turns(text: str) -> list[tuple[str, str]]:
    """Label and text of each turn; the parts of a turn are joined by a bar."""
    return [
        (text[slice(*span.label)], "|".join(text[start:end] for start, end in span.parts))
        for span in find_quoted_spans(text)
        if span.label is not None
    ]


@pytest.mark.parametrize(
    "text",
    [
        "[2021-03-04 10:02:11] Ann: hi\n[2021-03-04 10:02:15] Bo: ho",
        "04.03.2021, 10:02 - Ann: hi\n04.03.2021, 10:03 - Bo: ho",
        "10:02 AM <Ann> hi\n10:03 AM <Bo> ho",
        "(10:02) Ann: hi\n(10:03) Bo: ho",
        "Ann (00:01):\nhi\n\nBo (00:04):\nDo you?\n\nAnn (00:09):\nI do.",
        "0:01 Ann\nhi\n\n0:04 Bo\nDo you?\n\n0:09 Ann\nI do.",
    ],
)
def test_times(text: str) -> None:
    """Times of many forms before, behind or above what is said."""
    assert [name for name, _ in turns(text)][:2] == ["Ann", "Bo"]


def test_message_of_several_lines() -> None:
    """A line without a time belongs to the message before it."""
    text = "[10:02] ann: hi\nall of you\n[10:03] bo: hello\n[10:04] ann: well"
    assert turns(text) == [("ann", "hi|all of you"), ("bo", "hello"), ("ann", "well")]


@pytest.mark.parametrize(
    "text",
    [
        "10:42 The mayor has arrived.\n\n10:47 Okor: “We have a deal.”\n\n10:51 Rain.",
        "[10:02] error: could not open the file",
        "10:30 Ann Lee\n\n11:00 Bo Karr\n\n11:30 Lunch",
        "Ada Holm -- Chief Executive\n\nRuben Castel -- Finance",
        "SALE\nAll hats half price.\n\nSALE\nAll coats too.",
        "Velm -- A harbour of the north\n\nIt rained.\n\nDorne -- A town\n\nIt snowed.",
    ],
)
def test_no_turns(text: str) -> None:
    """Live blogs, logs of machines, programmes and lists."""
    assert turns(text) == []

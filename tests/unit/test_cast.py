"""Where a text mentions given characters."""

from __future__ import annotations

import pytest

from quoteattr.characters import Character
from quoteattr.coreference import Cast

CAST = Cast(
    (
        Character("Mr. Ambrose Quill", ("Quill", "the Captain")),
        Character("Ada Quill", ("Mrs. Quill", "Ada")),
        Character("A Tall Man"),
    )
)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Mr Ambrose\nQuill left.", ["Mr Ambrose\nQuill"]),
        ("The captain saw Ada’s hat.", ["The captain", "Ada"]),
        ("Mrs. Quill, not Quill.", ["Mrs. Quill", "Quill"]),
        ("Adamant quills. A tall man. Quilling.", []),
        ("Ambrose. Quill\n\nMrs.\n\nQuill", ["Quill", "Quill"]),
    ],
)
def test_names_of_the_cast_in_a_text(text: str, written: list[str]) -> None:
    """The longest name at each place; no part of a word, nobody without a name."""
    assert [text[start:end] for start, end in CAST.places(text)] == written


def test_a_name_of_two_characters_tells_nobody() -> None:
    """Who is called by a name is known by number; both where two have it."""
    cast = Cast(
        (Character("Jane Quill", ("Miss Quill",)), Character("Rosa Quill", ("Miss Quill",)))
    )
    assert cast.called("Miss Quill") == (0, 1)
    assert cast.called("Rosa Quill") == (1,)
    assert cast.called("Quill") == ()

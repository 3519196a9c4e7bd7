"""Whatever is written, reading Markdown moves nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quoteattr.markup import without_markup

SIGNS = st.text(alphabet="*_>#|[]()!•+ab “”:\n ", max_size=60)


@given(SIGNS)
def test_length_and_lines_stay(text: str) -> None:
    """Every line keeps its length, so every offset holds."""
    assert [*map(len, without_markup(text).split("\n"))] == [*map(len, text.split("\n"))]


@given(SIGNS)
def test_only_signs_change(text: str) -> None:
    """What changes becomes a blank, a comma or a colon; quotation marks never do."""
    pairs = zip(text, without_markup(text), strict=True)
    assert all(new == old or (new in " ,:" and old not in "“”\n") for old, new in pairs)


@given(st.text(alphabet="ab “”:.,-\n", max_size=60))
def test_text_without_signs_stays(text: str) -> None:
    """A text without any sign of Markdown is itself."""
    assert without_markup(text) == text

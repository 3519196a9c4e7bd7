"""Stories without dialogue, told apart from reports by the narrator's words."""

from pathlib import Path

import pytest

from quoteattr import QuoteKind, extract_quotes
from quoteattr.genre import read_narration
from quoteattr.quotation import find_quoted_spans

CASES = Path(__file__).parents[1] / "cases"
STORY = (CASES / "stories" / "toll-house.txt").read_text(encoding="utf-8")
ARTICLES = sorted((CASES / "articles").glob("*.txt"))


def test_a_story_is_one() -> None:
    """Few names and numbers, and mostly the past: a story, though nobody talks in it."""
    assert read_narration(STORY, find_quoted_spans(STORY)).is_story


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_an_article_is_none(path: Path) -> None:
    """An article of the same length names too many, or tells what is."""
    text = path.read_text(encoding="utf-8")
    assert not read_narration(text, find_quoted_spans(text)).is_story


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_an_article_is_a_report(path: Path) -> None:
    """The share of names and numbers tells it."""
    text = path.read_text(encoding="utf-8")
    assert read_narration(text, find_quoted_spans(text)).is_report


def test_a_short_text_is_none() -> None:
    """Of a few sentences nothing can be told."""
    assert not read_narration(STORY[:900], ()).is_story


def test_words_in_marks_count_for_nothing() -> None:
    """What stands in marks tells nothing about the narrator: names in there do not count."""
    names = "“" + "then Ada Holm met Bela Szabo and Carl Weiss, " * 60 + "so.”"
    text = f"{STORY}\n\n{names}"
    assert read_narration(text, find_quoted_spans(text)).is_story


def test_labels_in_a_story_are_no_quotations() -> None:
    """`described as her “correspondence”`: the narrator's marks set off nobody's words."""
    assert not [q for q in extract_quotes(STORY) if q.kind is QuoteKind.MIXED]

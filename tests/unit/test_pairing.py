"""Which marks belong together, over one paragraph and over several."""

from __future__ import annotations

import pytest

from quoteattr.quotation.marks.quoted import find_quoted_spans
from quoteattr.records import MarkStyle


def quoted(text: str) -> list[str]:
    """Outermost quoted stretches; the parts of one are joined by a bar."""
    return [
        "|".join(text[start:end] for start, end in span.parts)
        for span in find_quoted_spans(text)
        if span.parent is None
    ]


def inner(text: str) -> list[str]:
    """Quoted stretches inside others."""
    return [text[s.start : s.end] for s in find_quoted_spans(text) if s.parent is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Yes,” he said, “at noon.”", ["“Yes,”", "“at noon.”"]),
        ('"Yes," he said, "at noon."', ['"Yes,"', '"at noon."']),
        ("'Yes,' he said, 'at noon.'", ["'Yes,'", "'at noon.'"]),
        ("``Yes,'' he said. ``At noon.''", ["``Yes,''", "``At noon.''"]),
        ("''Yes,'' he said.", ["''Yes,''"]),
        ("''I hear 'No' and 'Yes,''' he said.", ["''I hear 'No' and 'Yes,'''"]),
        ("„Ja“, he said, „nein”.", ["„Ja“", "„nein”"]),
        ("»Ja«, he said, «oui».", ["»Ja«", "«oui»"]),
        ("« Oui », he said.", ["« Oui »"]),
        ("‹Ja›, he said.", ["‹Ja›"]),
        ("「はい」 he said, 『いいえ』", ["「はい」", "『いいえ』"]),
        ("＂Wide,＂ he said.", ["＂Wide,＂"]),
        ('" Hello ," he said. "Bye ."', ['" Hello ,"', '"Bye ."']),
        ("“\u00a0Hello\u00a0” he said.", ["“\u00a0Hello\u00a0”"]),
        ("”Hello“ he said. ”Bye“", ["”Hello“", "”Bye“"]),
        ('"Hello,” he said, “bye."', ['"Hello,”', '“bye."']),
        ('"Wait--" he began. She cried--"No!"--and left.', ['"Wait--"', '"No!"']),
        ("He said:“Go home.”She left.", ["“Go home.”"]),
        ("“[The plan] … is dead….” She left.", ["“[The plan] … is dead….”"]),
        ("'Peace at last' says minister", ["'Peace at last'"]),
        ("PM: 'WE WILL WIN' AS POLLS OPEN", ["'WE WILL WIN'"]),
        ("“No”, she said.", ["“No”"]),
    ],
)
def test_pairs_of_every_kind(text: str, expected: list[str]) -> None:
    """Marks of every kind pair, with missing, misplaced and mixed ones among them."""
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("'The boys' books,' he said, 'don't lie.'", ["'The boys' books,'", "'don't lie.'"]),
        ("‘The boys’ books,’ he said.", ["‘The boys’ books,’"]),
        ("'Tis mine,' he said.", ["'Tis mine,'"]),
        ("''Tis mine,' he said.", ["''Tis mine,'"]),
        ("'I saw 'em in the '90s,' he said.", ["'I saw 'em in the '90s,'"]),
        ("'I'm goin' home, an' that's it,' he said.", ["'I'm goin' home, an' that's it,'"]),
        ("Rock 'n' roll was James' thing.", []),
        ("'It's the Joneses' house.' 'Is it?'", ["'It's the Joneses' house.'", "'Is it?'"]),
        ('He is 6\'2" tall and 5" wide.', []),
        ("“It was 5'10\" tall,” he said.", ["“It was 5'10\" tall,”"]),
    ],
)
def test_apostrophes_and_measures(text: str, expected: list[str]) -> None:
    """Apostrophes, feet and inches neither open nor close a quotation."""
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“He said, ‘No,’ and left,” she said.", ["‘No,’"]),
        ("'He said, \"No,\" and left,' she said.", ['"No,"']),
        ('"He said, "No," and left," she said.', ['"No,"']),
        ("'He said, 'Go away.''", ["'Go away.'"]),
        ("“‘Go,’ he said, ‘or “stay” here.’”", ["‘Go,’", "‘or “stay” here.’", "“stay”"]),
    ],
)
def test_nested(text: str, expected: list[str]) -> None:
    """Marks inside marks nest, of another kind or of the same."""
    assert inner(text) == expected


def test_parent_is_the_span_around() -> None:
    """The parent is the index of the innermost span around, and stands before its children."""
    spans = find_quoted_spans("“He said ‘the “old” way’ to me,” she said. “Yes.”")
    assert [span.parent for span in spans] == [None, 0, 1, None]


@pytest.mark.parametrize("opening", ["“", '"', "‘", "'", "``"])
def test_reopened_in_every_paragraph(opening: str) -> None:
    """A quotation left open and re-opened in the next paragraph is one, with a part a paragraph."""
    closing = {"“": "”", '"': '"', "‘": "’", "'": "'", "``": "''"}[opening]
    text = f"{opening}One is done.\n\n{opening}Two is done.\n\n{opening}Three,{closing} he said."
    (span,) = find_quoted_spans(text)
    assert len(span.parts) == 3
    assert span.closed


def test_reopened_inside_another() -> None:
    """Both marks are re-opened where a quotation inside a quotation goes on."""
    text = "“He wrote: ‘I am well.\n\n“‘I miss you.’”"
    assert quoted(text) == ["“He wrote: ‘I am well.|“‘I miss you.’”"]
    (nested,) = [span for span in find_quoted_spans(text) if span.parent == 0]
    assert len(nested.parts) == 2


def test_unclosed_at_the_head_ends_with_its_paragraph() -> None:
    """A quotation that opens its paragraph and never closes takes the rest of it, no more."""
    text = "One.\n\n“It never closed. So be it.\n\nThis is “fine” again."
    assert quoted(text) == ["“It never closed. So be it.", "“fine”"]
    assert [span.closed for span in find_quoted_spans(text)] == [False, True]


def test_unclosed_at_the_head_ends_before_a_reporting_clause() -> None:
    """Where the closing mark is missing before `he said`, the speech ends there all the same."""
    assert quoted("“It never closed, said the mayor, who left.\n\nThen he ran.") == [
        "“It never closed,"
    ]


def test_lone_mark_before_a_quotation() -> None:
    """A paragraph that is nothing but a mark takes nothing away from the next."""
    assert quoted("“\n\n“Come in,” he said.") == ["“Come in,”"]


def test_reporting_clause_inside_an_inner_quotation() -> None:
    """A reporting clause of a quotation inside does not end the unclosed one around it."""
    text = "“He wrote ‘No, said Ann.’ and so on.\n\nThen he ran."
    assert quoted(text) == ["“He wrote ‘No, said Ann.’ and so on."]


@pytest.mark.parametrize(
    "stray",
    ['a stray " here', "a stray “ here", "a stray” here", 'an odd "word here', "odd « here"],
)
def test_stray_mark_in_the_middle_sets_nothing_off(stray: str) -> None:
    """A mark without a partner in the middle of a paragraph is none."""
    assert quoted(f"“One,” he said.\n\nThis is {stray} and there.\n\nMore, he said.") == ["“One,”"]


def test_marks_around_nothing() -> None:
    """Empty marks set nothing off."""
    assert quoted("“” and \"\" and '' and “ ”") == []


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("“a b c”", MarkStyle.DOUBLE),
        ("'a b c'", MarkStyle.SINGLE),
        ("``a b c''", MarkStyle.LATEX),
        ("«a b c»", MarkStyle.GUILLEMET),
        ("„a b c“", MarkStyle.LOW_HIGH),
        ("「a b c」", MarkStyle.CORNER),
    ],
)
def test_style(text: str, style: MarkStyle) -> None:
    """The span names the family of its marks."""
    (span,) = find_quoted_spans(text)
    assert span.style is style


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "—Good evening, said he. Come in.\n\n—No, she said, turning away, I will not.",
            ["—Good evening,", "Come in.", "—No,", "I will not."],
        ),
        ("— Yes, — she said, — I will.\n— You too?", ["— Yes,", "I will.", "— You too?"]),
        ("--Is it far?\n\n--A mile, he said. He looked down.", ["--Is it far?", "--A mile,"]),
        ("—She told me “no” twice, he said.\n—Why?", ["—She told me “no” twice,", "—Why?"]),
        ("— Rain in the north\n— Sun in the south", []),
        ("- Did you buy milk?\n- I forgot it", []),
        ("One dash — and no more, he said.", []),
        ("Two things matter.\n\n— Who pays for it?\n\nNobody knows.", []),
    ],
)
def test_dash_dialogue(text: str, expected: list[str]) -> None:
    """A dash at the head of a paragraph sets off speech up to the reporting clause."""
    assert quoted(text) == expected


def test_a_mark_behind_a_stop_opens_nothing() -> None:
    """Of two inner quotations that lost their opening marks, the closing ones do not pair."""
    text = "“He said:    Bring it.’ So I did. I said:    It broke.’ That was all,” said Ines."
    assert inner(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("“Know thyself.” — Thales", "Thales"),
        ("“Know thyself.”\n\n— Thales of Miletus, philosopher", "Thales of Miletus"),
        ("“Know thyself.”--Ann Lee, chair of the club", "Ann Lee"),
        ("“Know thyself.” — He left.", None),
        ("“Know thyself.” — He", None),
        ("“Know thyself.” — Ann left.", None),
        ("She said “know thyself” — Ann", None),
    ],
)
def test_signature(text: str, name: str | None) -> None:
    """A name after a dash, alone behind or below a quotation, is its label."""
    label = find_quoted_spans(text)[0].label
    assert (label and text[slice(*label)]) == name

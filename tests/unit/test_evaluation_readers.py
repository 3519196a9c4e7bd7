"""Readers of gold: brat stand-off and JSON Lines, right files and wrong ones."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from quoteattr.datatypes import Quote, QuoteKind, Span
from quoteattr.evaluation import GoldError, read_brat, read_gold, read_jsonl
from quoteattr.evaluation.kinds import kind_of, quoted_ranges
from quoteattr.evaluation.standoff import parse_standoff
from quoteattr.serialize import to_dict

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "“No,” said Ada Okoro.\n\nHe called it\n“a mess”, they say.\n\nRead more here."
ANN = """T1\tContent 0 5\t“No,”
T2\tCue 6 10\tsaid
T3\tSource 11 20\tAda Okoro
T4\tAttribution 6 10\tsaid
E1\tAttribution:T4 Cue:T2 Source:T3 Content:T1
T5\tContent 23 35;36 44\tHe called it “a mess”
#1\tAnnotatorNotes T5\tI am not sure
T6\tCue 46 54\tthey say
E2\tAttribution-no-source:T6 Content:T5 Cue:T6
T7\tDiscard 57 72\tRead more here.
E3\tAttribution:T4 Cue:T2
"""


def brat(folder: Path, ann: str = ANN, text: str = TEXT) -> tuple[Path, Path]:
    """A text file and its annotation."""
    paths = folder / "item.txt", folder / "item.ann"
    paths[0].write_bytes(text.encode())
    paths[1].write_bytes(ann.encode())
    return paths


def test_brat(tmp_path: Path) -> None:
    """Relations become quotations, kinds come from the marks, set-aside text is kept apart."""
    document = read_brat(*brat(tmp_path))
    first, second = document.quotes
    assert document.id == "item"
    assert (first.content, first.cue, first.source) == (((0, 5),), ((6, 10),), ((11, 20),))
    assert (first.kind, second.kind) == (QuoteKind.DIRECT, QuoteKind.MIXED)
    assert second.content == ((23, 35), (36, 44))
    assert second.source == ()
    assert document.ignore == ((57, 72),)


def test_numbered_roles_and_scrambled_parts() -> None:
    """`Content2` belongs to the content; parts may stand in any order, those that touch join."""
    text = "One two three four."
    ann = (
        "T1\tContent 8 13;0 3\tthree One\nT2\tContent 4 7\ttwo\nT3\tContent 13 18\t four\n"
        "E1\tAttribution:T1 Content:T1 Content2:T2 Content3:T3\n"
    )
    standoff = parse_standoff(ann, text)
    assert standoff.relations[0].of("Content") == ("T1", "T2", "T3")
    assert standoff.stretches["T1"].ranges == ((0, 3), (8, 13))


@pytest.mark.parametrize(
    ("ann", "problem"),
    [
        ("T1\tContent 0 4\tYes,\n", "line 1: the text there is"),
        ("T1\tContent 0\t“No,”\n", "line 1: malformed"),
        ("T1\tContent 0 999\t“No,” said\n", "the text there is"),
        ("E1\tAttribution:T9 Content:T8\n", "names T8, which is not there"),
        ("T1\tContent 6 10\tsaid\nE1\tAttr", "line 2: malformed"),
    ],
)
def test_wrong_annotation(tmp_path: Path, ann: str, problem: str) -> None:
    """An annotation that does not fit its text, or is cut off, is refused with its place."""
    with pytest.raises(GoldError, match=problem) as caught:
        read_brat(*brat(tmp_path, ann))
    assert "\n" not in str(caught.value)


def test_unreadable_files(tmp_path: Path) -> None:
    """A missing file and one that is no text are refused in one line."""
    with pytest.raises(GoldError, match="No such file"):
        read_brat(tmp_path / "none.txt", tmp_path / "none.ann")
    (tmp_path / "bad.jsonl").write_bytes(b'{"text": "\xff"}')
    with pytest.raises(GoldError, match="no UTF-8 at byte 10"):
        read_jsonl(tmp_path / "bad.jsonl")


def jsonl(folder: Path, *documents: object) -> Path:
    """A JSON Lines file."""
    path = folder / "gold.jsonl"
    lines = [d if isinstance(d, str) else json.dumps(d) for d in documents]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def test_jsonl(tmp_path: Path) -> None:
    """A range may be a pair or an object, one or several; what is left out is not judged."""
    item = {
        "kind": "direct",
        "content": [[0, 5]],
        "cue": [6, 10],
        "source": {"start": 11, "end": 20},
        "speaker": "Ada Okoro",
        "aliases": ["Addie"],
        "descriptions": ["the mayor"],
        "other_kinds": ["mixed"],
    }
    bare = {"text": "“Oh.”", "quotes": [{"content": [0, 5]}]}
    path = jsonl(tmp_path, {"id": "a", "text": TEXT, "quotes": [item]}, "", bare)
    first, second = read_jsonl(path)
    (quote,) = first.quotes
    assert (quote.cue, quote.source) == (((6, 10),), ((11, 20),))
    assert quote.names == ("Ada Okoro", "Addie")
    assert quote.descriptions == ("the mayor",)
    assert quote.other_kinds == {QuoteKind.MIXED}
    assert second.id == "3"
    assert second.quotes[0].kind is None
    assert not second.quotes[0].named


def test_our_own_output_is_gold(tmp_path: Path) -> None:
    """What `to_dict` writes can be put under "quotes" as it is."""
    span = (Span.cut(TEXT, 0, 5),)
    quote = Quote(kind="direct", content=span, quoted=span)
    path = jsonl(tmp_path, {"text": TEXT, "quotes": [to_dict(quote, document="a")]})
    (document,) = read_jsonl(path)
    assert document.quotes[0].content == ((0, 5),)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('{"text": "a', "no JSON"),
        ("[1]", 'a string "text"'),
        ('{"text": 3}', 'a string "text"'),
        ('{"text": "a", "quotes": 3}', '"quotes" must be a list'),
        ('{"text": "a", "quotes": [3]}', "must be an object"),
        ('{"text": "a", "quotes": [{}]}', 'needs "content"'),
        ('{"text": "a", "quotes": [{"content": [[0, 9]]}]}', "no range of a text of 1"),
        ('{"text": "a", "quotes": [{"content": [["0", 1]]}]}', "whole numbers"),
        ('{"text": "a", "quotes": [{"content": [[0, 1]], "king": 1}]}', "unknown fields king"),
        ('{"text": "a", "quotes": [{"content": [[0, 1]], "kind": "said"}]}', "said"),
        ("", "holds no document"),
    ],
)
def test_wrong_lines(tmp_path: Path, line: str, problem: str) -> None:
    """Each wrong line is refused in one line that names the file."""
    with pytest.raises(GoldError, match=problem) as caught:
        read_jsonl(jsonl(tmp_path, line))
    assert str(caught.value).startswith("gold.jsonl")
    assert "\n" not in str(caught.value)


def test_ids_are_unique(tmp_path: Path) -> None:
    """Two documents of one id are refused."""
    with pytest.raises(GoldError, match="two documents"):
        read_jsonl(jsonl(tmp_path, {"id": 1, "text": "a"}, {"id": 1, "text": "b"}))


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('a "b c" d', ['"b c"']),
        ("a “b c” d", ["“b c”"]),
        ("a ''b c'' d", ["''b c''"]),
        ("a ``b c'' d", ["``b c''"]),
        ("“a\n\n“b” c", ["“a", "“b”"]),
        ("“a\n\nb “c” d", ["“c”"]),
        ("it's 'a b' and don't", ["'a b'"]),
        ("the ‘a b’ of it’s", ["‘a b’"]),
        ("don't, the boys' won't", []),
        ("", []),
    ],
)
def test_quoted_ranges(text: str, quoted: list[str]) -> None:
    """Marks pair within their paragraph, in every common style; apostrophes are none."""
    assert [text[start:end] for start, end in quoted_ranges(text)] == quoted


def test_kind_by_marks() -> None:
    """All letters inside marks: direct; some: mixed; none: indirect; the marks do not matter."""
    text = 'He has "a plan", she said.'
    quoted = quoted_ranges(text)
    assert kind_of(text, [(7, 15)], quoted) is QuoteKind.DIRECT
    assert kind_of(text, [(8, 14)], quoted) is QuoteKind.DIRECT
    assert kind_of(text, [(0, 15)], quoted) is QuoteKind.MIXED
    assert kind_of(text, [(0, 6)], quoted) is QuoteKind.INDIRECT


def test_gold_from_a_file_or_a_folder(tmp_path: Path) -> None:
    """A folder is read as brat, a file as JSON Lines; an empty folder is refused."""
    with pytest.raises(GoldError, match=r"holds no \.ann file"):
        read_gold(tmp_path)
    brat(tmp_path)
    assert [document.id for document in read_gold(tmp_path)] == ["item"]
    assert len(read_gold(jsonl(tmp_path, {"text": "a"}))) == 1


def test_brat_attributes_and_speakers(tmp_path: Path) -> None:
    """What the annotation says of kind and speaker holds; who has no name is not judged."""
    said = (
        "A1\tKind E1 mixed\nA2\tSpeakerKind E1 unnamed\n#2\tAnnotatorNotes E1\tspeaker: an aide\n"
    )
    first, second = read_brat(*brat(tmp_path, ANN + said)).quotes
    assert (first.kind, first.speaker, first.named) == (QuoteKind.MIXED, "an aide", False)
    assert (second.kind, second.speaker) == (QuoteKind.MIXED, None)


def test_brat_attribute_of_no_known_value(tmp_path: Path) -> None:
    """A kind that there is not is named with its relation."""
    with pytest.raises(GoldError, match="item, E1: 'loud'"):
        read_brat(*brat(tmp_path, f"{ANN}A1\tKind E1 loud\n"))

"""Plain data and JSON Lines: the form, and what is refused on reading."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from attrs import fields
from jsonschema import Draft202012Validator

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
from quoteattr.errors import SerializationError
from quoteattr.serialize import (
    SCHEMA_VERSION,
    from_dict,
    from_jsonl,
    json_schema,
    to_dict,
    to_jsonl,
)

TEXT = "“Wir ‘gehen’,” said Ida Moss\u2028“morgen.”"
CONTENT = (Span.cut(TEXT, 0, 14), Span.cut(TEXT, 29, 38))
QUOTE = Quote(
    content=CONTENT,
    quoted=CONTENT,
    kind="direct",
    cue=Span.cut(TEXT, 15, 19),
    source=Span.cut(TEXT, 20, 28),
    speaker=Speaker(name="Ida Moss", kind="person", mentions=(Span.cut(TEXT, 20, 28),)),
    reference="name",
    confidence=0.1 + 0.2,
    trace=(Step(rule="mark-cue-name", outcome="decided", spans=(Span.cut(TEXT, 20, 29),)),),
    nested=(
        Quote(content=(Span.cut(TEXT, 5, 12),), quoted=(Span.cut(TEXT, 5, 12),), kind="direct"),
    ),
)


def changed(path: str, value: Any) -> dict[str, Any]:
    """The data of `QUOTE` with the field at the dotted *path* set to *value*."""
    data = copy.deepcopy(to_dict(QUOTE))
    *outer, last = path.split(".")
    place: Any = data
    for key in outer:
        place = place[int(key) if key.isdigit() else key]
    place[last] = value
    return data


def test_form() -> None:
    """The published form, field by field: a change here needs a new schema version."""
    span = {"start": 20, "end": 28, "text": "Ida Moss"}
    content = [{"start": s.start, "end": s.end, "text": s.text} for s in CONTENT]
    assert to_dict(QUOTE) == {
        "schema_version": 1,
        "content": content,
        "kind": "direct",
        "mode": "speech",
        "quoted": content,
        "cue": {"start": 15, "end": 19, "text": "said"},
        "source": span,
        "speaker": {
            "name": "Ida Moss",
            "kind": "person",
            "role": None,
            "mentions": [span],
            "kb_id": None,
        },
        "reference": "name",
        "addressee": None,
        "confidence": 0.30000000000000004,
        "trace": [
            {
                "rule": "mark-cue-name",
                "outcome": "decided",
                "spans": [{"start": 20, "end": 29, "text": "Ida Moss\u2028"}],
                "note": "",
            }
        ],
        "nested": [
            {
                "content": [{"start": 5, "end": 12, "text": "‘gehen’"}],
                "kind": "direct",
                "mode": "speech",
                "quoted": [{"start": 5, "end": 12, "text": "‘gehen’"}],
                "cue": None,
                "source": None,
                "speaker": None,
                "reference": None,
                "addressee": None,
                "confidence": 0.0,
                "trace": [],
                "nested": [],
            }
        ],
    }


def test_values_are_plain() -> None:
    """Names are strings, not enum members, so that any encoder takes them."""
    assert type(to_dict(QUOTE)["kind"]) is str
    assert type(to_dict(QUOTE)["speaker"]["kind"]) is str


def test_round_trip() -> None:
    """What was written is read back equal, as data and as lines."""
    assert from_dict(to_dict(QUOTE)) == QUOTE
    assert list(from_jsonl(to_jsonl([QUOTE, QUOTE]))) == [QUOTE, QUOTE]


def test_fields_with_defaults_may_be_absent() -> None:
    """Only version, kind and content are required."""
    data = {key: to_dict(QUOTE)[key] for key in ("schema_version", "kind", "content")}
    data["kind"] = "indirect"
    assert from_dict(data) == Quote(content=CONTENT, kind="indirect")


def test_document_is_kept_beside_the_quotation() -> None:
    """The name of the document stands in every line and is no part of the quotation."""
    line = to_jsonl([QUOTE], document="a.txt")
    assert json.loads(line)["document"] == "a.txt"
    assert list(from_jsonl(line)) == [QUOTE]
    assert "document" not in to_dict(QUOTE)


def test_lines_are_json_lines() -> None:
    r"""One line a quotation, ended by "\n", whatever line ends the text holds."""
    lines = to_jsonl([QUOTE, QUOTE])
    assert lines.count("\n") == 2
    assert lines.endswith("\n")
    assert "morgen" in lines
    assert to_jsonl([]) == ""
    assert list(from_jsonl("")) == []


def test_lines_may_come_from_a_file_and_hold_blanks() -> None:
    """Any iterable of lines is read, blank lines are passed over."""
    lines = ["\n", to_jsonl([QUOTE]), "  \n"]
    assert list(from_jsonl(iter(lines))) == [QUOTE]


def test_lone_surrogates_survive() -> None:
    """Text that no encoding takes is written as escapes, and comes back."""
    text = "“a\udfff\ud83db”"
    span = Span.cut(text, 0, len(text))
    quote = Quote(content=(span,), quoted=(span,), kind="direct")
    line = to_jsonl([quote])
    assert list(from_jsonl(line.encode("utf-8").decode("utf-8"))) == [quote]


def test_split_surrogate_pair_is_refused() -> None:
    """JSON would join the two halves into one code point, and the offsets would be wrong."""
    span = Span.cut("\ud83d\ude00", 0, 2)
    quote = Quote(content=(span,), kind="indirect")
    assert from_dict(to_dict(quote)) == quote
    with pytest.raises(SerializationError, match="surrogate pair as two code points"):
        to_jsonl([quote])


@pytest.mark.parametrize("version", [0, 2, "1", None, True, 1.5])
def test_unknown_version_is_refused(version: object) -> None:
    """Data of another version is not guessed at."""
    with pytest.raises(SerializationError, match=f"schema_version must be 1, got {version!r}"):
        from_dict(changed("schema_version", version))


def test_missing_version_is_refused() -> None:
    """Data that carries no version is not ours."""
    with pytest.raises(SerializationError, match="schema_version must be 1, got none"):
        from_dict({"kind": "direct", "content": []})


@pytest.mark.parametrize(
    ("path", "value", "problem"),
    [
        ("content", None, r"must be a list, got None @ quote\.content"),
        ("content", "abc", r"must be a list, got 'abc' @ quote\.content"),
        ("content", {}, r"must be a list, got {} @ quote\.content"),
        ("content", [], "content needs at least one span"),
        ("content", [7], r"must be an object, got 7 @ quote\.content\[0\]"),
        ("cue.start", "15", r"must be a number, got '15' @ quote\.cue\.start"),
        ("cue.start", 15.0, r"must be a number, got 15\.0 @ quote\.cue\.start"),
        ("cue.start", True, r"must be a number, got True @ quote\.cue\.start"),
        ("cue.start", 16, r"a text of 4 @ quote\.cue"),
        ("cue.text", None, r"must be a string, got None @ quote\.cue\.text"),
        ("kind", "loud", r"'loud' is not a valid QuoteKind @ quote\.kind"),
        ("kind", ["direct"], r"must be a string, got \['direct'\] @ quote\.kind"),
        ("kind", "indirect", "indirect: nothing is quoted"),
        ("confidence", "high", r"must be a number, got 'high' @ quote\.confidence"),
        ("confidence", 2, "'confidence' must be <= 1"),
        ("speaker", [], r"must be an object, got \[\] @ quote\.speaker"),
        ("speaker.age", 40, r"unknown fields age @ quote\.speaker"),
        ("volume", 11, "unknown fields volume @ quote"),
        ("trace.0.outcome", "won", r"'won' is not a valid Outcome @ quote\.trace\[0\]\.outcome"),
        ("nested", None, r"must be a list, got None @ quote\.nested"),
        ("nested", [7], r"must be an object, got 7 @ quote\.nested\[0\]"),
        ("nested", [{}], r"required field 'content' is missing @ quote\.nested\[0\]\.content"),
    ],
)
def test_damaged_data_is_refused(path: str, value: object, problem: str) -> None:
    """The error says what is wrong and where in the data."""
    with pytest.raises(SerializationError, match=problem):
        from_dict(changed(path, value))


@pytest.mark.parametrize("data", [None, [], "{}", 3])
def test_only_objects_are_read(data: Any) -> None:
    """A quotation is an object."""
    with pytest.raises(SerializationError, match="must be an object"):
        from_dict(data)


@pytest.mark.parametrize("line", ["{", "nonsense", "[" * 100_000, '{"a": 1} {}', "\x00"])
def test_line_without_json_is_refused_by_number(line: str) -> None:
    """The error names the line, counted from 1, blank lines included."""
    with pytest.raises(SerializationError, match=r"^line 3: no JSON"):
        list(from_jsonl(to_jsonl([QUOTE]) + "\n" + line))


def test_good_lines_before_a_bad_one_are_read() -> None:
    """Reading is lazy: the error comes when its line is reached."""
    quotes = from_jsonl(to_jsonl([QUOTE]) + '{"schema_version": 9}')
    assert next(quotes) == QUOTE
    with pytest.raises(SerializationError, match="line 2: schema_version must be 1, got 9"):
        next(quotes)


def test_deep_nesting() -> None:
    """However deep quotations are nested, the stack does not end before they do."""
    data: dict[str, Any] = {"content": [{"start": 0, "end": 1, "text": "x"}], "kind": "indirect"}
    for _ in range(3_000):
        data = {**data, "nested": [data]}
    inner = from_dict({"schema_version": SCHEMA_VERSION, **data})
    assert to_dict(inner)["nested"][0]["nested"][0]["kind"] == "indirect"
    depth = 1
    while inner.nested:
        (inner,), depth = inner.nested, depth + 1
    assert depth == 3_001


@pytest.mark.parametrize("lines", [b"{}\n", 3, None])
def test_lines_must_be_text(lines: Any) -> None:
    """Bytes are not text; the error names the argument, before anything is read."""
    with pytest.raises(TypeError, match="lines must be a string or an iterable of strings"):
        from_jsonl(lines)


def test_only_quotations_are_written() -> None:
    """Anything else raises an error that names the argument."""
    with pytest.raises(TypeError, match="quote must be a Quote, got Span"):
        to_dict(CONTENT[0])  # type: ignore[arg-type]


def test_schema_is_a_schema() -> None:
    """The published schema is valid by the rules of its draft, and knows this version."""
    Draft202012Validator.check_schema(json_schema())
    assert json_schema()["properties"]["schema_version"] == {
        "const": SCHEMA_VERSION,
        "description": "Version of this form.",
    }


@pytest.mark.parametrize(
    ("record", "name"), [(Quote, "quote"), (Span, "span"), (Speaker, "speaker"), (Step, "step")]
)
def test_schema_has_the_fields_of_the_records(record: type[Any], name: str) -> None:
    """Schema and classes cannot drift apart: same fields, in the same order."""
    names = [field.name for field in fields(record)]
    schema = json_schema()
    assert list(schema["$defs"][name]["properties"]) == names
    if record is Quote:
        assert list(schema["properties"]) == ["schema_version", "document", *names]


def test_schema_has_the_members_of_the_enums() -> None:
    """Every name that a field can hold stands in the schema."""
    schema = json_schema()
    own, defs = schema["properties"], schema["$defs"]
    assert own["kind"]["enum"] == [str(member) for member in QuoteKind]
    assert own["mode"]["enum"] == [str(member) for member in Mode]
    assert own["reference"]["enum"] == [*(str(member) for member in Reference), None]
    assert defs["speaker"]["properties"]["kind"]["enum"] == [str(m) for m in SpeakerKind]
    assert defs["step"]["properties"]["outcome"]["enum"] == [str(member) for member in Outcome]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("schema_version", 2),
        ("content", []),
        ("kind", "loud"),
        ("cue.start", "15"),
        ("speaker.age", 40),
        ("confidence", 2),
        ("nested.0.schema_version", 1),
    ],
)
def test_schema_refuses_damaged_data(path: str, value: object) -> None:
    """What the reader refuses by form, the schema refuses too."""
    validator = Draft202012Validator(json_schema())
    assert validator.is_valid(to_dict(QUOTE))
    assert not validator.is_valid(changed(path, value))

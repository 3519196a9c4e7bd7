"""The case files of tests/cases: what a careful reader finds, and what the library must find."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import spacy
from attrs import evolve
from tests.case_compare import differences
from tests.case_files import Case, CaseError, load_cases, read_case

import quoteattr
from quoteattr.datatypes import Quote, Span

if TYPE_CHECKING:
    from spacy.language import Language

FOLDER = Path(__file__).parents[1] / "cases"
CASES = load_cases(FOLDER)


@cache
def blank() -> Language:
    """A pipeline without any trained part."""
    return spacy.blank("en")


@cache
def has_parser() -> bool:
    """Whether the default pipeline gives trees."""
    return "parser" in quoteattr.QuoteExtractor().nlp.pipe_names


def params(cases: list[Case]) -> list[object]:
    """One test parameter a case, known failures marked."""
    return [
        pytest.param(
            case,
            id=case.id,
            marks=[pytest.mark.xfail(reason=case.comment)] if case.expect == "fail" else [],
        )
        for case in cases
    ]


def extract(case: Case, nlp: Language | None) -> list[Quote]:
    """The quotations found, with the options the case asks for."""
    extractor = quoteattr.QuoteExtractor(
        nlp, kinds=case.kinds, modes=case.modes, characters=case.characters
    )
    return extractor(case.text)


def check(case: Case, found: list[Quote]) -> None:
    """Fails with one line for everything that is not as the case says."""
    lines = differences(case.quotes, found)
    assert not lines, "\n".join([case.id, case.text, *lines])


@pytest.mark.parametrize("case", params(CASES))
def test_case(case: Case) -> None:
    """The default call finds exactly the quotations of the case."""
    if case.engine == "parser" and not has_parser():
        pytest.skip("no pipeline with a parser is installed")
    check(case, extract(case, None))


@pytest.mark.parametrize("case", params([case for case in CASES if case.engine == "any"]))
def test_case_without_a_trained_pipeline(case: Case) -> None:
    """Cases that need no tree come out the same with a blank pipeline."""
    check(case, extract(case, blank()))


def test_there_are_enough_cases() -> None:
    """At least 150 cases, negatives among them, no label twice over all files."""
    ids = [case.id for case in CASES]
    assert len(set(ids)) == len(ids) >= 150
    assert sum(not case.quotes for case in CASES) >= 15


def quote(**fields: object) -> dict[str, object]:
    """A raw quotation of a case file."""
    return {"kind": "direct", "content": ["“Yes,”"], **fields}


def case_of(text: str, **fields: object) -> dict[str, object]:
    """A raw case with one quotation."""
    return {"label": "made here", "text": text, "quotes": [quote(**fields)]}


def test_stretches_become_offsets() -> None:
    """Content left to right, cue and source at the nearest place outside it, whole words only."""
    text = "The boy said no. “Yes,” he said, “he said no.” The other said nothing."
    raw = case_of(text, content=["“Yes,”", "“he said no.”"], cue="said", source="he")
    gold = read_case(raw, "made").quotes[0]
    assert [span.text for span in gold.content] == ["“Yes,”", "“he said no.”"]
    assert (gold.cue.start, gold.source.start) == (27, 24)
    assert gold.quoted == gold.content


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"content": ["“No,”"]}, "not found"),
        ({"source": "she"}, "not found outside"),
        ({"cue": "said"}, "nth"),
        ({"cue": {"text": "said", "nth": 3}}, "2 times"),
        ({"kind": "mixed"}, "must state what is quoted"),
        ({"sorce": "he"}, "unknown field"),
    ],
)
def test_what_cannot_be_read_is_refused(fields: dict[str, object], message: str) -> None:
    """A stretch that is missing or unclear, a wrong field: an error that says so."""
    with pytest.raises(CaseError, match=message):
        read_case(case_of("He said “Yes,” said he.", **fields), "made")


def found(text: str, words: str, **fields: object) -> Quote:
    """A direct quotation as the library gives it."""
    start = text.index(words)
    span = (Span.cut(text, start, start + len(words)),)
    return Quote(kind="direct", content=span, quoted=span, **fields)


def test_differences_are_told() -> None:
    """What is missing, what is too much and what is otherwise: one line each."""
    text = "“Yes,” he said. “No,” she said."
    case = read_case(case_of(text, source="he", cue="said", reference="pronoun"), "made")
    he = Span.cut(text, 7, 9)
    same = found(text, "“Yes,”", cue=Span.cut(text, 10, 14), source=he, reference="pronoun")
    assert differences(case.quotes, [same]) == []
    assert differences(case.quotes, []) == ["quote 1 not found: '“Yes,”'"]
    [line] = differences(case.quotes, [evolve(same, cue=None)])
    assert line == "quote 1 cue: expected 'said' at 10, got None"
    [line] = differences(case.quotes, [same, found(text, "“No,”")])
    assert line.startswith("quote found, not expected: direct '“No,”'")


def test_other_readings_count() -> None:
    """An alternative satisfies the case, an optional quotation may be absent."""
    text = "“Yes,” he said."
    fields = {"cue": "said", "alternatives": [{"cue": None}], "optional": True}
    case = read_case(case_of(text, **fields), "made")
    assert differences(case.quotes, [found(text, "“Yes,”")]) == []
    assert differences(case.quotes, []) == []

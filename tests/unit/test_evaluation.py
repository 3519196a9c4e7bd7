"""Figures of a comparison, on examples worked out by hand."""

from __future__ import annotations

import pytest

from quoteattr.datatypes import Mode, Quote, QuoteKind, Reference, Span, Speaker, SpeakerKind
from quoteattr.errors import ArgumentTypeError, ArgumentValueError
from quoteattr.evaluation import (
    EVERYTHING,
    GoldDocument,
    GoldError,
    GoldQuote,
    Judgement,
    Protocol,
    calibrate,
    evaluate,
    judge,
    of_kind,
    text_table,
)
from quoteattr.evaluation.bootstrap import intervals
from quoteattr.evaluation.counting import Counts, figure, total

TEXT = "“No,” said Ada Okoro. Ben Lund said the road was shut. He called it “a mess”."
NO, SHUT, MESS = (0, 5), (36, 53), (68, 76)


def gold_document(**changes: object) -> GoldDocument:
    """One direct, one indirect and one mixed quotation, all with sources."""
    quotes = (
        GoldQuote(
            content=[NO], kind="direct", cue=[(6, 10)], source=[(11, 20)], speaker="Ada Okoro"
        ),
        GoldQuote(
            content=[SHUT], kind="indirect", cue=[(31, 35)], source=[(22, 30)], speaker="Ben Lund"
        ),
        GoldQuote(
            content=[MESS], kind="mixed", cue=[(58, 64)], source=[(55, 57)], speaker="Ben Lund"
        ),
    )
    return GoldDocument(**{"id": "a", "text": TEXT, "quotes": quotes, **changes})


def quote(
    span: tuple[int, int],
    kind: str = "direct",
    *,
    source: tuple[int, int] | None = None,
    speaker: str | None = None,
    cue: tuple[int, int] | None = None,
    mode: Mode = Mode.SPEECH,
    confidence: float = 0.5,
    text: str = TEXT,
    nested: tuple[Quote, ...] = (),
) -> Quote:
    """A prediction over *text*."""
    content = (Span.cut(text, *span),)
    return Quote(
        kind=kind,
        content=content,
        quoted=() if kind == "indirect" else content,
        cue=Span.cut(text, *cue) if cue else None,
        source=Span.cut(text, *source) if source else None,
        reference=Reference.NAME if source else None,
        speaker=Speaker(name=speaker, kind=SpeakerKind.PERSON) if speaker else None,
        mode=mode,
        confidence=confidence,
        nested=nested,
    )


def test_text_of_the_example() -> None:
    """The offsets of this file cut what they should."""
    assert [TEXT[slice(*span)] for span in (NO, SHUT, MESS)] == [
        "“No,”",
        "the road was shut",
        "“a mess”",
    ]


def test_detection() -> None:
    """Two of three found, one made up: P 2/3, R 2/3, F1 2/3; one of three exact."""
    predicted = [quote(NO), quote((40, 53), "indirect"), quote((6, 20), "indirect")]
    scored = evaluate([gold_document()], [predicted], resamples=0)["all"]
    assert scored.counts.gold == 3
    assert scored.figures["precision"].value == pytest.approx(2 / 3)
    assert scored.figures["recall"].value == pytest.approx(2 / 3)
    assert scored.figures["f1"].value == pytest.approx(2 / 3)
    assert scored.figures["exact"].value == pytest.approx(1 / 3)


def test_attribution() -> None:
    """Cue, source and entity count over what was found; end to end needs the source."""
    predicted = [
        quote(NO, cue=(6, 10), source=(15, 20), speaker="Okoro"),
        quote(SHUT, "indirect", source=(11, 20), speaker="Ada Okoro"),
    ]
    figures = evaluate([gold_document()], [predicted], resamples=0)["all"].figures
    assert figures["cue"].value == 0.5
    assert figures["source"].value == 0.5
    assert figures["entity"].value == 0.5
    assert figures["entity_of_all"].value == pytest.approx(1 / 3)
    assert figures["f1"].value == pytest.approx(4 / 5)
    assert figures["end_to_end_f1"].value == pytest.approx(2 / 5)


def test_without_source_the_entity_decides() -> None:
    """End to end, gold without a source goes by the entity; without either, finding is enough."""
    named = GoldQuote(content=[NO], speaker="Ada Okoro")
    bare = GoldQuote(content=[MESS])
    document = gold_document(quotes=(named, bare))
    predicted = [quote(NO, speaker="Ben Lund"), quote(MESS)]
    found = judge(document, predicted).found
    assert [item.attributed for item in found] == [False, True]


def test_per_kind() -> None:
    """A prediction upon gold of another kind counts neither way, one upon nothing by its kind."""
    predicted = [
        quote(NO),
        quote((65, 70), "direct"),  # touches the mixed one, too little to match
        quote((11, 20), "direct"),  # upon nothing
        quote((22, 30), "indirect"),  # upon nothing, but claims to be indirect
    ]
    report = evaluate([gold_document()], [predicted], resamples=0)
    direct = report["direct"]
    assert (direct.counts.gold, direct.counts.found, direct.counts.spurious) == (1, 1, 1)
    assert report["mixed"].counts.spurious == 0
    assert report["indirect"].counts.spurious == 1


def test_kind_is_judged_apart_from_detection() -> None:
    """A quotation found under the wrong kind is found; another kind allowed by gold is right."""
    document = gold_document(
        quotes=(
            GoldQuote(content=[MESS], kind="mixed"),
            GoldQuote(content=[NO], kind="mixed", other_kinds=frozenset({QuoteKind.DIRECT})),
        )
    )
    figures = evaluate([document], [[quote(MESS), quote(NO)]], resamples=0)["mixed"].figures
    assert figures["recall"].value == 1.0
    assert figures["kind"].value == 0.5


def test_regions_set_aside() -> None:
    """A prediction inside one counts neither way, one that reaches out of it does."""
    document = gold_document(quotes=(), ignore=[(22, 60)])
    judgement = judge(document, [quote(SHUT, "indirect"), quote((50, 76), "indirect")])
    assert [claim.content for claim in judgement.excused] == [(SHUT,)]
    assert [claim.content for claim in judgement.spurious] == [((50, 76),)]


def test_modes() -> None:
    """A subset of modes leaves the others out, what they hold takes their place."""
    thought = quote((22, 53), "indirect", mode=Mode.THOUGHT, nested=(quote(SHUT, "indirect"),))
    spoken = of_kind(QuoteKind.INDIRECT, frozenset({Mode.SPEECH}))
    judgement = judge(gold_document(), [thought], subset=spoken, protocol=Protocol(nested=False))
    assert [item.claim.content for item in judgement.found] == [(SHUT,)]
    assert not judgement.spurious


def test_nested() -> None:
    """Nested predictions take part, except where the gold is flat."""
    whole = quote((0, 20), nested=(quote(NO),))
    document = gold_document(quotes=(GoldQuote(content=[NO]),))
    assert len(judge(document, [whole]).found) == 1
    assert not judge(document, [whole], protocol=Protocol(nested=False)).found


def test_parts_and_quoted_words() -> None:
    """Where gold has a row a part, predictions are taken apart; of mixed ones the quoted words."""
    text = "“Yes,” he said, “at noon.” It was “fine”, he said."
    split = Quote(
        kind="direct",
        content=(Span.cut(text, 0, 6), Span.cut(text, 16, 26)),
        quoted=(Span.cut(text, 0, 6), Span.cut(text, 16, 26)),
    )
    mixed = Quote(kind="mixed", content=(Span.cut(text, 27, 40),), quoted=(Span.cut(text, 34, 40),))
    gold = [GoldQuote(content=[span]) for span in ((0, 6), (16, 26), (34, 40))]
    document = GoldDocument(id="b", text=text, quotes=gold)
    protocol = Protocol(parts=True, quoted_only=True)
    judgement = judge(document, [split, mixed], protocol=protocol)
    assert [item.overlap for item in judgement.found] == [1.0, 1.0, 1.0]


def test_recall_only() -> None:
    """Where gold does not mark everything, nothing is spurious and no precision is printed."""
    report = evaluate(
        [gold_document()], [[quote((6, 20))]], protocol=Protocol(exhaustive=False), resamples=0
    )
    assert report["all"].counts.spurious == 0
    assert "precision" not in report["all"].figures
    assert "end_to_end_f1" not in report["all"].figures


def test_gold_without_speakers() -> None:
    """Where gold tells no speaker there is no end to end figure; one named speaker is enough."""
    bare, named = GoldQuote(content=[NO]), GoldQuote(content=[NO], speaker="Ada Okoro")
    for quote_, shown in ((bare, False), (named, True)):
        report = evaluate([gold_document(quotes=(quote_,))], [[]], resamples=0)
        assert ("end_to_end_f1" in report["all"].figures) is shown


def test_predictions_by_id() -> None:
    """Predictions may come by document id; a document without any has none."""
    documents = [gold_document(), gold_document(id="b")]
    assert evaluate(documents, {"b": [quote(NO)]}, resamples=0)["all"].counts.found == 1
    with pytest.raises(ArgumentValueError, match="'c'"):
        evaluate(documents, {"c": []})
    with pytest.raises(ArgumentValueError, match="2 lists"):
        evaluate(documents, [[]])
    with pytest.raises(ArgumentTypeError, match="a mapping"):
        evaluate(documents, 3)


def test_nothing_at_all() -> None:
    """No gold and no predictions: no figures, no calibration, no crash."""
    report = evaluate([], [])
    assert report["all"].figures == {}
    assert report.calibration is None
    assert text_table(report)
    with pytest.raises(ArgumentValueError, match="all, direct"):
        report["spoken"]


def test_figures_are_ratios_of_sums() -> None:
    """Documents are summed before they are divided (micro average)."""
    counts = [Counts(gold=1, found=1), Counts(gold=3, found=0, spurious=1)]
    assert figure("recall", total(counts)) == 0.25
    assert figure("f1", total(counts)) == pytest.approx(2 / 6)
    assert figure("cue", total(counts)) is None


def test_bootstrap() -> None:
    """Intervals hold the figure, repeat with the seed, and collapse where documents agree."""
    counts = [Counts(gold=4, found=n) for n in (0, 1, 2, 3, 4)]
    low, high = intervals(counts, resamples=500, seed=3)["recall"]
    assert 0 < low < 0.5 < high < 1
    assert intervals(counts, resamples=500, seed=3)["recall"] == (low, high)
    assert intervals(counts, resamples=500, seed=4)["recall"] != (low, high)
    assert intervals([Counts(gold=4, found=1)] * 9, resamples=50)["recall"] == (0.25, 0.25)
    assert intervals(counts, resamples=0) == {}


def test_calibration_error() -> None:
    """Bins .9 (three of four right) and .5 (one of one): (4 * .15 + 1 * .5) / 5 = .22."""
    verdicts = [(0.9, True), (0.9, True), (0.9, True), (0.9, False), (0.5, True)]
    calibration = calibrate(verdicts)
    assert calibration is not None
    assert calibration.error == pytest.approx(0.22)
    assert [(b.count, b.right) for b in calibration.bins] == [(1, 1.0), (4, 0.75)]
    assert calibration.curve == ((0.8, 0.25), (1.0, 0.2))


def test_certainty_falls_into_the_last_bin() -> None:
    """A confidence of 1.0 is counted, beside .95."""
    calibration = calibrate([(1.0, True), (0.95, True)])
    assert calibration is not None
    assert [b.count for b in calibration.bins] == [2]


def test_no_speaker_is_not_right() -> None:
    """A source that is right does not make a speaker right that is not there."""
    gold = GoldQuote(content=[NO], source=[(11, 20)])
    document = gold_document(quotes=(gold,))
    (item,) = judge(document, [quote(NO, source=(11, 20))]).found
    assert item.source_right is True
    assert item.speaker_right is False


def test_confidence_of_found_quotations() -> None:
    """Calibration is over gold quotations found whose speaker can be judged."""
    predicted = [
        quote(NO, speaker="Ada Okoro", confidence=0.8),
        quote(SHUT, "indirect", speaker="Ada Okoro", confidence=0.8),
        quote((6, 20), confidence=0.1),
    ]
    calibration = evaluate([gold_document()], [predicted], resamples=0).calibration
    assert calibration is not None
    assert calibration.count == 2
    assert calibration.error == pytest.approx(0.3)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ([], "not empty"),
        ([(5, 5)], "ordered"),
        ([(5, 9), (8, 12)], "disjoint"),
        ([(9, 12), (0, 3)], "ordered"),
    ],
)
def test_gold_content_is_checked(content: list[tuple[int, int]], problem: str) -> None:
    """Gold content that is empty, reversed or overlapping cannot be built."""
    with pytest.raises(GoldError, match=problem):
        GoldQuote(content=content)


@pytest.mark.parametrize("field", ["content", "cue", "source"])
def test_gold_must_lie_in_its_text(field: str) -> None:
    """A range past the end of the text cannot be built; the error names the document."""
    spans = {"content": [NO], field: [(0, 99)]}
    with pytest.raises(GoldError, match=r"^a: "):
        gold_document(quotes=(GoldQuote(**spans),))


def test_table() -> None:
    """The table has a line a subset, and "-" where nothing was measured."""
    lines = text_table(evaluate([gold_document()], [[quote(NO)]], resamples=0)).splitlines()
    assert [line.split()[0] for line in lines[1:5]] == ["all", "direct", "mixed", "indirect"]
    assert "-" in lines[4]


def test_quotations_without_words_are_left_out() -> None:
    """A quotation of marks alone (“...!”) is in neither gold nor predictions."""
    document = GoldDocument(id="c", text="“...!” “Oh.”", quotes=[GoldQuote(content=[(0, 6)])])
    judgement = judge(document, [quote((0, 6), text=document.text)], subset=EVERYTHING)
    assert judgement == Judgement(found=(), missed=(), spurious=(), excused=())

"""Running systems, scoring them, and showing what went wrong."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import corpus_files
import pytest
import spacy
from benchmarks.corpora import CORPORA, Corpus, load
from benchmarks.corpora.polnear import SAYING
from benchmarks.misses import NOTHING, grouped, misses
from benchmarks.problems import BenchmarkError
from benchmarks.running import CHARACTERS, Run, name_by_cast, run
from benchmarks.showing import lines, page, summary
from benchmarks.systems.baseline import Baseline
from benchmarks.systems.pipelines import add_parts_of_speech
from fake_systems import Crashing, Sure, quote
from spacy.tokens import Doc

from benchmarks import results, systems
from quoteattr.evaluation import GoldDocument

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def news(tmp_path: Path) -> Corpus:
    """The mini PolNeAR."""
    return load(CORPORA["polnear"], corpus_files.polnear(tmp_path))


def test_a_run_is_scored_by_the_protocol(news: Corpus) -> None:
    """All kinds with all modes; the rest without thoughts; reported speech apart."""
    report = results.score(news, run(Sure(), news), resamples=0)
    counts = {score.subset: score.counts for score in report.scores}
    assert (counts["all"].gold, counts["all"].found, counts["all"].spurious) == (3, 2, 1)
    assert (counts["indirect"].gold, counts["indirect"].found) == (2, 0)
    assert counts["indirect"].spurious == 1
    assert (counts["reported speech"].gold, counts["reported speech"].found) == (1, 0)
    assert counts["reported speech"].spurious == 0  # three words only
    assert counts["direct"].source_right == 0


def test_verbs_of_saying() -> None:
    """The benchmark's own list has the forms of verbs, no comments, and no verbs of thought."""
    assert {"said", "told", "according", "argues", "admitting"} <= SAYING
    assert not {"#", "think", "wants", "Verbs"} & SAYING


def test_a_crash_is_a_miss(news: Corpus) -> None:
    """A document on which a system crashes has no predictions, and the crash is told."""
    done = run(Crashing(), news)
    assert done.predicted == ([],)
    assert done.crashes == ("post_1: RuntimeError: cannot read 82 characters",)
    assert results.score(news, done, resamples=0)["all"].counts.gold == 3


def test_given_characters() -> None:
    """Speakers are looked up in the list of names: exactly, else when only one fits."""
    text = "“No,” said Addie. “Yes,” said Okoro. “Oh,” said Lund. “Ah,” said Sam."
    cast = (("Ada Okoro", "Addie"), ("Ben Okoro",), ("Clara Lund",))
    document = GoldDocument(id="a", text=text, cast=cast)
    predicted = [
        quote(text, text.index(said), text.index(said) + 5, name)
        for said, name in (("“No", "Addie"), ("“Yes", "Okoro"), ("“Oh", "Lund"), ("“Ah", "Sam"))
    ]
    named = [item.speaker.name for item in name_by_cast(predicted, document) if item.speaker]
    assert named == ["Ada Okoro", "Okoro", "Clara Lund", "Sam"]


def test_characters_reach_the_run(tmp_path: Path) -> None:
    """Asked for, the list is given in a run."""
    novel = load(CORPORA["pdnc"], corpus_files.pdnc(tmp_path))

    class Names:
        version = "1"

        def find(self, text: str) -> list:
            return [quote(text, 0, 6, "Ada", confidence=0.5)]

    (predicted,) = run(Names(), novel, given=CHARACTERS).predicted
    assert predicted[0].speaker is not None
    assert predicted[0].speaker.name == "Ada Okoro"


def test_the_signature(news: Corpus) -> None:
    """It says what was measured on what, and is written with the figures."""
    done = Run(predicted=([],), seconds=2.0)
    signed = results.signature(
        system="x:y", version="1", corpus=news, run=done, given="nothing", resamples=0, seed=7
    )
    assert signed["checksum"] == news.checksum
    assert (signed["split"], signed["documents"], signed["quotations"]) == ("dev", 1, 3)
    assert signed["seed"] == 7


def test_results_hold_no_text(news: Corpus, tmp_path: Path) -> None:
    """A result file is small, can be read back, and holds no word of the corpus."""
    done = run(Sure(), news)
    signed = results.signature(
        system="python:a/b:C",
        version="1",
        corpus=news,
        run=done,
        given="nothing",
        resamples=10,
        seed=0,
    )
    path = results.save(results.score(news, done, resamples=10), signed, tmp_path / "out")
    assert path.name == "polnear-dev-python-a_b-C.json"
    assert "Okoro" not in path.read_text(encoding="utf-8")
    assert [data["signature"] for data in results.saved(path.parent)] == [signed]
    (tmp_path / "out" / "x.json").write_text("[]", encoding="utf-8")
    with pytest.raises(BenchmarkError, match=r"x\.json: no result"):
        list(results.saved(path.parent))


def test_misses_are_grouped_by_rule(news: Corpus) -> None:
    """By what was found there, by the rule that found, by the one that named the speaker."""
    found = misses(news, run(Sure(), news))
    groups = {(sort, rule): members for sort, rule, members in grouped(found)}
    assert set(groups) == {
        ("missed", NOTHING),
        ("spurious", "found-it"),
        ("source", "named-it"),
        ("cue", "found-it"),
    }
    (missed,) = groups["missed", NOTHING]
    assert missed.cue == "said"
    only = misses(news, run(Sure(), news), sorts=["source"])
    assert [miss.sort for miss in only] == ["source"]


def test_another_extent_is_told_from_nothing(news: Corpus) -> None:
    """A gold quotation that a prediction touches, but does not match, names that prediction."""
    text = news.documents[0].text
    done = Run(predicted=([quote(text, 50, 60, kind="indirect")],), seconds=1)
    rules = [miss.rule for miss in misses(news, done, sorts=["missed"])]
    assert rules == [NOTHING, "other extent: found-it", NOTHING]


def test_misses_are_readable(news: Corpus) -> None:
    """Text with the gold in brackets, gold, prediction, trace with its notes."""
    found = misses(news, run(Sure(), news), sorts=["source", "missed"])
    shown = "\n".join(lines(found))
    assert "⟦“No,”⟧" in shown
    assert "source Ada Okoro" in shown
    assert "ours   direct speech | “No,” | cue - | source Ben Lund | speaker Ben Lund" in shown
    assert "named-it=revised (why not) [“No,”]" in shown
    assert len(list(summary(found))) == 2
    assert "post_1" not in "\n".join(lines(found, most=0))


def test_the_page_marks_roles_and_escapes(news: Corpus) -> None:
    """Gold and prediction are highlighted, and what looks like HTML is shown as text."""
    found = misses(news, run(Sure(), news), sorts=["source"])
    html = page(found, "<news>")
    assert "&lt;news&gt;" in html
    assert '<span class="gold-content ours-content">“No,”</span>' in html
    assert '<span class="gold-source">Ada Okoro</span>' in html


def test_the_baseline() -> None:
    """The nearest name in the paragraph, outside the marks; else the last one before."""
    text = (
        "“We have waited long enough,” said Mayor Ada Okoro.\n\n"
        "“Nobody told us Ben Lund had gone,” she said.\n\nIt was “odd”."
    )
    first, second = Baseline().find(text)
    assert first.speaker is not None
    assert first.speaker.name == "Mayor Ada Okoro"
    assert first.cue is not None
    assert first.cue.text == "said"
    assert second.speaker == first.speaker


def test_parts_of_speech_for_tools_that_ask() -> None:
    """Penn tags give universal ones where a pipeline has none; what is there is kept."""
    nlp = spacy.blank("en")
    doc = Doc(
        nlp.vocab,
        words=["Ada", "had", "said", "so", "!"],
        tags=["NNP", "VBD", "VBN", "RB", "."],
        heads=[2, 2, 2, 2, 2],
        deps=["nsubj", "aux", "ROOT", "advmod", "punct"],
    )
    given = ["PROPN", "AUX", "VERB", "ADV", "PUNCT"]
    assert [token.pos_ for token in add_parts_of_speech(doc)] == given
    doc[0].pos_ = "NOUN"
    assert add_parts_of_speech(doc)[0].pos_ == "NOUN"


def test_textacy_by_document_and_by_paragraph() -> None:
    """An odd number of marks costs textacy the document, by paragraph only the paragraph."""
    pytest.importorskip("textacy")
    from benchmarks.systems.textacy import Textacy

    marked = ["“", "We", "are", "very", "late", "today", ",", "”"]
    words = [*marked, "said", "Okoro", ".", "\n\n", "“", "Oh"]
    tags = ["``", "PRP", "VBP", "RB", "JJ", "NN", ",", "''", "VBD", "NNP", ".", "_SP", "``", "UH"]
    deps = ["dep"] * len(words)
    deps[8], deps[9] = "ROOT", "nsubj"

    def parse(text: str) -> Doc:
        own = text.strip(" ").split(" ")
        size = len(own)
        return Doc(
            spacy.blank("en").vocab,
            words=own,
            tags=tags[:size],
            heads=[8 if size > 8 else 0] * size,
            deps=deps[:size],
            lemmas=["say" if word == "said" else word for word in own],
            sent_starts=[True] + [False] * (size - 1),
        )

    whole, parted = Textacy("blank"), Textacy("blank", by_paragraph=True)
    whole._nlp = parted._nlp = parse  # type: ignore[assignment]
    text = " ".join(words)
    with pytest.raises(ValueError, match="unclosed"):
        whole.find(text)
    (found,) = parted.find(text)
    assert found.content[0].text == "“ We are very late today , ”"
    assert found.speaker is not None
    assert (found.speaker.name, found.cue.text if found.cue else "") == ("Okoro", "said")


def test_systems_by_name() -> None:
    """Own systems are imported; unknown ones are named with what there is."""
    assert systems.build("python:fake_systems:Sure").version == "sure 1"
    with pytest.raises(BenchmarkError, match="unknown system 'quoteatr', known are quoteattr"):
        systems.build("quoteatr")
    for wrong in (
        "python:nowhere:X",
        "python:fake_systems:Nobody",
        "python:",
        "python:fake_systems:Unbuildable",
    ):
        with pytest.raises(BenchmarkError, match="cannot be imported"):
            systems.build(wrong)
    with pytest.raises(BenchmarkError, match="no spaCy pipeline 'en_none'"):
        systems.build("quoteattr:en_none")


def test_results_are_plain_json(news: Corpus) -> None:
    """A report can be written as JSON as it is."""
    json.dumps(results.score(news, run(Sure(), news), resamples=10).to_dict())

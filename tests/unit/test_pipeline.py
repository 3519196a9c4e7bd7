"""The shipped pipeline: it loads once, from any thread, and is what the card says."""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files

import pytest

from quoteattr import pipeline
from quoteattr.errors import PipelineError, QuoteAttrError
from quoteattr.parts import encoder

TEXT = "“We will win,” said Jane Doe, a spokeswoman for Acme.\n\nHe left. She stayed."


def test_loaded_once_from_any_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    """Threads that ask at the same time get one object, read once."""
    read = []
    original = pipeline.read_pipeline
    monkeypatch.setattr(pipeline, "_loaded", None)
    monkeypatch.setattr(pipeline, "read_pipeline", lambda: read.append(1) or original())
    with ThreadPoolExecutor(8) as pool:
        loaded = list(pool.map(lambda _: pipeline.load_pipeline(), range(8)))
    assert len(read) == 1
    assert all(nlp is loaded[0] for nlp in loaded)


def test_threads_agree() -> None:
    """The same text gives the same parse, whichever thread asks."""
    nlp = pipeline.read_pipeline()

    def parse(number: int) -> list[tuple[str, str, int]]:
        doc = nlp(f"{TEXT} Number {number % 5} came late.")
        return [(t.tag_, t.dep_, t.head.i) for t in doc]

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(parse, range(40)))
    assert all(found[i] == found[i % 5] for i in range(40))


def test_layers_and_labels() -> None:
    """Tags, lemmas, Universal Dependencies and names are there; the plain case is right."""
    doc = pipeline.load_pipeline()(TEXT)
    said = next(t for t in doc if t.text == "said")
    assert (said.tag_, said.lemma_, said.dep_) == ("VBD", "say", "ROOT")
    assert {t.text for t in said.children if t.dep_ == "nsubj"} == {"Jane"}
    assert {t.dep_ for t in doc if t.text == "win"} == {"ccomp"}
    assert ("Jane Doe", "PERSON") in {(e.text, e.label_) for e in doc.ents}
    assert [s.text.strip() for s in doc.sents][-2:] == ["He left.", "She stayed."]


def test_rows_of_known_words_change_nothing() -> None:
    """A text parsed first, and after many others, gets the same parse."""
    nlp = pipeline.read_pipeline()
    first = [(t.dep_, t.head.i) for t in nlp(TEXT)]
    for number in range(50):
        nlp(f"Word{number} met name{number} in place{number}.")
    assert [(t.dep_, t.head.i) for t in nlp(TEXT)] == first


def test_store_of_rows_starts_anew_when_full(monkeypatch: pytest.MonkeyPatch) -> None:
    """More different words than the store holds are no problem, also in one text."""
    monkeypatch.setattr(encoder, "REMEMBERED_WORDS", 10)
    nlp = pipeline.read_pipeline()
    long = " ".join(f"word{n}" for n in range(40))
    assert len(nlp(long)) == 40
    assert len(nlp(TEXT)) == len(pipeline.load_pipeline()(TEXT))


def test_odd_texts() -> None:
    """Empty text and bare white space are texts too."""
    nlp = pipeline.load_pipeline()
    assert [len(doc) for doc in nlp.pipe(["", " \n ", "No."])] == [0, 1, 2]


def test_files_are_small_and_licensed() -> None:
    """At most 5 MB; licence, attribution and card stand beside the weights."""
    folder = files("quoteattr") / "models" / pipeline.NAME
    sizes = {path.name: len(path.read_bytes()) for path in folder.iterdir()}
    assert sum(sizes.values()) <= 5_000_000
    assert {"LICENSE", "ATTRIBUTION.md", "README.md"} <= set(sizes)
    assert not [name for name in sizes if name.endswith((".pkl", ".pickle"))]
    meta = json.loads((folder / pipeline.META).read_text(encoding="utf-8"))
    assert meta["license"] == "CC BY-SA 4.0"


def test_error_is_ours_and_says_what_to_do() -> None:
    """The message names the file, the problem and the remedy."""
    error = PipelineError("meta.json", "damaged")
    assert isinstance(error, QuoteAttrError)
    assert "meta.json" in str(error)
    assert "reinstalling" in str(error)


def test_importing_does_not_import_spacy() -> None:
    """The first call imports spaCy, nothing before it does."""
    code = "import sys, quoteattr.pipeline; print('spacy' in sys.modules, 'numpy' in sys.modules)"
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert result.stdout.split() == ["False", "False"]


def test_pickled_copy_agrees() -> None:
    """A process that does not fork gets the pipeline by pickle; the store of rows begins anew."""
    nlp = pipeline.load_pipeline()
    copy = pickle.loads(pickle.dumps(nlp))
    assert [t.dep_ for t in copy(TEXT)] == [t.dep_ for t in nlp(TEXT)]

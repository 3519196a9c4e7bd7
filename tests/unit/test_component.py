"""The spaCy component, used as its user would."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy import displacy
from spacy.cli.evaluate import evaluate as spacy_evaluate
from spacy.tokens import Doc, DocBin
from spacy.training import Example

from quoteattr import Quote
from quoteattr.component import score_quotes
from quoteattr.errors import ArgumentTypeError, ArgumentValueError

TEXT = "“We are late,” said Mayor Ada Okoro. She said the bridge would open in May."


@pytest.fixture
def nlp() -> spacy.language.Language:
    """A blank pipeline with the component."""
    nlp = spacy.blank("en")
    nlp.add_pipe("quoteattr")
    return nlp


def test_quotes_of_a_doc(nlp: spacy.language.Language) -> None:
    """The component gives typed quotes whose offsets cut the document's text."""
    doc = nlp(TEXT)
    direct, indirect = doc._.quotes
    assert isinstance(direct, Quote)
    assert TEXT[direct.start : direct.end] == "“We are late,”"
    assert indirect.speaker is not None
    assert indirect.speaker.name == "Ada Okoro"


def test_span_group(nlp: spacy.language.Language) -> None:
    """The span group holds the contents, labelled with the speaker."""
    doc = nlp(TEXT)
    spans = doc.spans["quotes"]
    assert [span.text for span in spans] == ["“We are late,”", "the bridge would open in May"]
    assert {span.label_ for span in spans} == {"Ada Okoro"}


def test_bytes_and_docbin(nlp: spacy.language.Language) -> None:
    """Quotes survive to_bytes, and DocBin when it stores user data."""
    doc = nlp(TEXT)
    assert Doc(nlp.vocab).from_bytes(doc.to_bytes())._.quotes == doc._.quotes
    packed = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    [unpacked] = DocBin(store_user_data=True).from_bytes(packed).get_docs(nlp.vocab)
    assert unpacked._.quotes == doc._.quotes


def test_config_round_trip(nlp: spacy.language.Language, tmp_path: Path) -> None:
    """A pipeline with the component and its options is written to disk and read back."""
    configured = spacy.blank("en")
    configured.add_pipe("quoteattr", config={"kinds": ["direct"]})
    configured.to_disk(tmp_path)
    assert [quote.kind for quote in spacy.load(tmp_path)(TEXT)._.quotes] == ["direct"]


def test_unknown_option() -> None:
    """An unknown kind in the configuration is named in the error."""
    with pytest.raises(ArgumentValueError, match="shouted"):
        spacy.blank("en").add_pipe("quoteattr", config={"kinds": ["shouted"]})


def test_no_component_has_run(nlp: spacy.language.Language) -> None:
    """A document that no component has seen holds no quotes."""
    assert spacy.blank("en")(TEXT)._.quotes == []


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_several_processes(nlp: spacy.language.Language) -> None:
    """Quotes come back from worker processes."""
    docs = list(nlp.pipe([TEXT, "Nothing was said."], n_process=2))
    assert [len(doc._.quotes) for doc in docs] == [2, 0]


def test_config_of_a_pipeline(nlp: spacy.language.Language) -> None:
    """Options stand in the config, and a pipeline made from it behaves the same."""
    configured = spacy.blank("en")
    options = {"kinds": ["indirect"], "modes": ["speech"], "min_confidence": 0.5}
    configured.add_pipe("quoteattr", config=options)
    text = configured.config.to_str()
    again = spacy.util.load_model_from_config(
        spacy.Config().from_str(text), auto_fill=False, validate=True
    )
    assert again.config["components"]["quoteattr"].items() >= options.items()
    assert [quote.kind for quote in again(TEXT)._.quotes] == ["indirect"]
    assert [quote.kind for quote in again.from_bytes(configured.to_bytes())(TEXT)._.quotes] == [
        "indirect"
    ]


def test_saved_options_can_be_overridden(tmp_path: Path) -> None:
    """What `spacy.load` is told holds against what was saved."""
    configured = spacy.blank("en")
    configured.add_pipe("quoteattr", config={"kinds": ["direct"]})
    configured.to_disk(tmp_path)
    loaded = spacy.load(tmp_path, config={"components": {"quoteattr": {"kinds": ["indirect"]}}})
    assert [quote.kind for quote in loaded(TEXT)._.quotes] == ["indirect"]


def test_component_has_the_methods_of_a_component(
    nlp: spacy.language.Language, tmp_path: Path
) -> None:
    """They can be called, though there is nothing to store."""
    component = nlp.get_pipe("quoteattr")
    component.to_disk(tmp_path / "quoteattr")
    assert component.from_disk(tmp_path / "quoteattr") is component
    assert component.from_bytes(component.to_bytes()) is component


def test_low_confidence_names_nobody() -> None:
    """`min_confidence` is the one of `QuoteExtractor`."""
    strict = spacy.blank("en")
    strict.add_pipe("quoteattr", config={"min_confidence": 1.0})
    assert [quote.speaker for quote in strict(TEXT)._.quotes] == [None, None]


def test_displacy_renders_the_spans(nlp: spacy.language.Language) -> None:
    """DisplaCy draws the contents with their speakers."""
    options = {"spans_key": "quotes"}
    page = displacy.render(nlp(TEXT), style="span", options=options, jupyter=False)
    assert page.count("Ada Okoro") >= 2


def test_quotes_can_be_set(nlp: spacy.language.Language) -> None:
    """`doc._.quotes = ...` stores them as the component does."""
    found, doc = nlp(TEXT), nlp.make_doc(TEXT)
    doc._.quotes = found._.quotes[:1]
    assert doc._.quotes == found._.quotes[:1]
    assert [span.text for span in doc.spans["quotes"]] == ["“We are late,”"]
    with pytest.raises(ArgumentTypeError):
        doc._.quotes = ["No."]


def examples(nlp: spacy.language.Language) -> list[Example]:
    """One with gold that has a quotation more, one with gold and none, one without gold."""
    gold, empty, unmarked = (nlp.make_doc(text) for text in (TEXT, "It rained.", "“No,” she said."))
    gold._.quotes = nlp(TEXT)._.quotes
    empty._.quotes = []
    found = nlp(TEXT)
    found._.quotes = found._.quotes[:1]
    return [
        Example(found, gold),
        Example(nlp("It rained."), empty),
        Example(nlp("“No,” she said."), unmarked),
    ]


def test_scores(nlp: spacy.language.Language) -> None:
    """Figures of the project's own protocol, under the names that spaCy prints."""
    scores = nlp.get_pipe("quoteattr").score(examples(nlp))
    assert scores == score_quotes(examples(nlp))
    names = ("spans_quotes_p", "spans_quotes_r", "quotes_source", "quotes_entity")
    assert [scores[name] for name in names] == [1.0, 0.5, 1.0, 1.0]
    assert scores["spans_quotes_per_type"]["direct"] == {"p": 1.0, "r": 1.0, "f": 1.0}
    assert scores["spans_quotes_per_type"]["indirect"]["r"] == 0.0


def test_no_scorer() -> None:
    """The scorer can be left out in the config."""
    silent = spacy.blank("en")
    silent.add_pipe("quoteattr", config={"scorer": None})
    assert silent.get_pipe("quoteattr").score([]) == {}


def test_texts_that_differ_are_not_compared(nlp: spacy.language.Language) -> None:
    """Offsets into another text would be wrong figures without a word."""
    gold = nlp.make_doc("“No.”")
    gold._.quotes = []
    with pytest.raises(ArgumentValueError, match="reference"):
        score_quotes([Example(nlp("“Yes.”"), gold)])


def test_spacy_evaluate(
    nlp: spacy.language.Language, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`spacy evaluate` on a saved pipeline and a DocBin of gold prints the figures."""
    nlp.to_disk(tmp_path / "pipeline")
    gold = [example.reference for example in examples(nlp)]
    DocBin(store_user_data=True, docs=gold).to_disk(tmp_path / "gold.spacy")
    scores = spacy_evaluate(
        str(tmp_path / "pipeline"), tmp_path / "gold.spacy", silent=False, spans_key="quotes"
    )
    assert scores["spans_quotes_f"] == 1.0
    assert "SPAN F" in capsys.readouterr().out

"""The spaCy component, used as its user would."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc, DocBin

from quoteattr import Quote
from quoteattr.errors import ArgumentValueError

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


def test_config_round_trip(nlp: spacy.language.Language, tmp_path: object) -> None:
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

"""From spaCy documents to columns: both label schemes, missing layers, odd characters."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc
from threadpoolctl import ThreadpoolController

from quoteattr import QuoteExtractor
from quoteattr.analysis import Analysis, Layer, Relation
from quoteattr.backend import analyse, analyse_doc
from quoteattr.backend.prepare import pieces, prepare
from quoteattr.backend.sentences import sentences
from quoteattr.backend.threads import one_blas_thread

VOCAB = spacy.blank("en").vocab


def parsed(rows: str) -> Doc:
    """A document from lines of word, Penn tag, universal tag, label and head (counted from 0)."""
    cells = [line.split() for line in rows.strip().splitlines()]
    words, tags, pos, deps, heads = zip(*cells, strict=True)
    spaces = [
        word not in ("“", "(") and following[:1] not in ",.;:?!”)"
        for word, following in zip(words, [*words[1:], "."], strict=True)
    ]
    return Doc(
        VOCAB,
        words=list(words),
        spaces=spaces,
        tags=list(tags),
        pos=list(pos),
        deps=list(deps),
        heads=[int(head) for head in heads],
    )


def columns(doc: Doc) -> Analysis:
    """The analysis of a document of one paragraph."""
    return analyse_doc(doc, [(0, len(doc.text))])


PAIRS = {
    "subject": (
        "Lee NNP PROPN nsubj 1\nsaid VBD VERB ROOT 1\nso RB ADV advmod 1\n. . PUNCT punct 1",
        "Lee NNP PROPN nsubj 1\nsaid VBD VERB ROOT 1\nso RB ADV advmod 1\n. . PUNCT punct 1",
        [(0, 1, Relation.SUBJECT)],
    ),
    "passive subject and agent": (
        "It PRP PRON nsubj:pass 2\nwas VBD AUX aux:pass 2\nsaid VBN VERB ROOT 2\n"
        "by IN ADP case 4\nLee NNP PROPN obl:agent 2\n. . PUNCT punct 2",
        "It PRP PRON nsubjpass 2\nwas VBD AUX auxpass 2\nsaid VBN VERB ROOT 2\n"
        "by IN ADP agent 2\nLee NNP PROPN pobj 3\n. . PUNCT punct 2",
        [(0, 2, Relation.PASSIVE_SUBJECT), (4, 2, Relation.AGENT), (3, 4, Relation.CASE)],
    ),
    "object, addressee and oblique": (
        "Lee NNP PROPN nsubj 1\ngave VBD VERB ROOT 1\nher PRP PRON iobj 1\nword NN NOUN obj 1\n"
        "in IN ADP case 5\nMay NNP PROPN obl 1",
        "Lee NNP PROPN nsubj 1\ngave VBD VERB ROOT 1\nher PRP PRON dative 1\nword NN NOUN dobj 1\n"
        "in IN ADP prep 1\nMay NNP PROPN pobj 4",
        [
            (2, 1, Relation.INDIRECT_OBJECT),
            (3, 1, Relation.OBJECT),
            (5, 1, Relation.OBLIQUE),
            (4, 5, Relation.CASE),
        ],
    ),
    "complement clause": (
        "Lee NNP PROPN nsubj 1\nsaid VBD VERB ROOT 1\nthat IN SCONJ mark 4\nit PRP PRON nsubj 4\n"
        "rained VBD VERB ccomp 1",
        "Lee NNP PROPN nsubj 1\nsaid VBD VERB ROOT 1\nthat IN SCONJ mark 4\nit PRP PRON nsubj 4\n"
        "rained VBD VERB ccomp 1",
        [(4, 1, Relation.COMPLEMENT), (2, 4, Relation.MARKER)],
    ),
    "infinitive": (
        "Lee NNP PROPN nsubj 1\nvowed VBD VERB ROOT 1\nto TO PART mark 3\nfight VB VERB xcomp 1",
        "Lee NNP PROPN nsubj 1\nvowed VBD VERB ROOT 1\nto TO PART aux 3\nfight VB VERB xcomp 1",
        [(3, 1, Relation.OPEN_COMPLEMENT)],
    ),
    "relative clause": (
        "Lee NNP PROPN ROOT 0\n, , PUNCT punct 3\nwho WP PRON nsubj 3\nsaid VBD VERB acl:relcl 0",
        "Lee NNP PROPN ROOT 0\n, , PUNCT punct 0\nwho WP PRON nsubj 3\nsaid VBD VERB relcl 0",
        [(3, 0, Relation.RELATIVE_CLAUSE), (2, 3, Relation.SUBJECT)],
    ),
    "noun phrase with of": (
        "head NN NOUN ROOT 0\nof IN ADP case 3\nthe DT DET det 3\nunion NN NOUN nmod 0",
        "head NN NOUN ROOT 0\nof IN ADP prep 0\nthe DT DET det 3\nunion NN NOUN pobj 1",
        [(3, 0, Relation.NOUN_MODIFIER), (1, 3, Relation.CASE), (2, 3, Relation.DETERMINER)],
    ),
    "coordination, apposition, possessive": (
        "Lee NNP PROPN ROOT 0\n, , PUNCT punct 4\nour PRP$ PRON nmod:poss 3\n"
        "mayor NN NOUN appos 0\n"
        "and CC CCONJ cc 5\nYu NNP PROPN conj 0",
        "Lee NNP PROPN ROOT 0\n, , PUNCT punct 0\nour PRP$ PRON poss 3\nmayor NN NOUN appos 0\n"
        "and CC CCONJ cc 0\nYu NNP PROPN conj 0",
        [
            (2, 3, Relation.POSSESSIVE),
            (3, 0, Relation.APPOSITION),
            (5, 0, Relation.CONJUNCT),
        ],
    ),
    "participle clause": (
        "Lee NNP PROPN nsubj 1\nleft VBD VERB ROOT 1\n, , PUNCT punct 3\nsaying VBG VERB advcl 1\n"
        "no UH INTJ discourse 3",
        "Lee NNP PROPN nsubj 1\nleft VBD VERB ROOT 1\n, , PUNCT punct 1\nsaying VBG VERB advcl 1\n"
        "no UH INTJ intj 3",
        [(3, 1, Relation.ADVERBIAL_CLAUSE)],
    ),
}


@pytest.mark.parametrize("name", PAIRS)
@pytest.mark.parametrize("scheme", [0, 1], ids=["universal", "clear"])
def test_relations(name: str, scheme: int) -> None:
    """Both schemes give the same heads and relations where the rules look."""
    analysis = columns(parsed(PAIRS[name][scheme]))
    for token, head, relation in PAIRS[name][2]:
        assert (analysis.heads[token], analysis.relations[token]) == (head, relation)


SAID = {
    "inverted": (
        "“ `` PUNCT punct 1\nNo UH INTJ {quote} 4\n, , PUNCT punct 1\n” '' PUNCT punct 1\n"
        "said VBD VERB ROOT 4\nthe DT DET det 6\nmayor NN NOUN nsubj 4\n. . PUNCT punct 4",
        "the mayor",
    ),
    "by an agent": (
        "It PRP PRON {passive} 2\nwas VBD AUX {be} 2\nannounced VBN VERB ROOT 2\n"
        "by IN ADP {by} {byhead}\nAda NNP PROPN compound 5\nOkoro NNP PROPN {agent} {agenthead}\n"
        "that IN SCONJ mark 8\nit PRP PRON nsubj 8\nrained VBD VERB ccomp 2\n. . PUNCT punct 2",
        "Ada Okoro",
    ),
    "shared subject": (
        "Ada NNP PROPN compound 1\nOkoro NNP PROPN nsubj 2\nrose VBD VERB ROOT 2\n"
        "and CC CCONJ cc 4\nsaid VBD VERB conj 2\nthat IN SCONJ mark 7\nit PRP PRON nsubj 7\n"
        "rained VBD VERB ccomp 4\n. . PUNCT punct 2",
        "Ada Okoro",
    ),
}
UNIVERSAL = {
    "quote": "ccomp",
    "passive": "nsubj:pass",
    "be": "aux:pass",
    "by": "case",
    "byhead": "5",
    "agent": "obl:agent",
    "agenthead": "2",
}
CLEAR = {
    "quote": "ccomp",
    "passive": "nsubjpass",
    "be": "auxpass",
    "by": "agent",
    "byhead": "2",
    "agent": "pobj",
    "agenthead": "3",
}


@pytest.mark.parametrize("name", SAID)
@pytest.mark.parametrize("labels", [UNIVERSAL, CLEAR], ids=["universal", "clear"])
def test_source_by_syntax(name: str, labels: dict[str, str]) -> None:
    """The source is found over the tree in either scheme."""
    rows, source = SAID[name]
    [quote] = QuoteExtractor().from_doc(parsed(rows.format(**labels)))
    assert quote.source is not None
    assert quote.source.text == source


def test_missing_layers() -> None:
    """A blank pipeline gives tokens, sentences and paragraphs, and says that it lacks the rest."""
    analysis = analyse("He left. She stayed.", spacy.blank("en"), [(0, 20)])
    assert analysis.layers == frozenset()
    assert analysis.sentences == [(0, 3), (3, 6)]
    assert analysis.heads == list(range(6))
    assert set(analysis.relations) == {Relation.OTHER}


def test_layers_of_a_parsed_doc() -> None:
    """Tags and a tree are there when the document has them."""
    analysis = columns(parsed(PAIRS["subject"][0]))
    assert {Layer.TAGS, Layer.TREE} <= analysis.layers
    assert analysis.tags[:2] == ["PROPN", "VERB"]


def test_heads_pass_over_white_space() -> None:
    """A word whose head is white space goes with the head of that, never round in a circle."""
    doc = Doc(
        VOCAB,
        words=["Regards", "Berg", "  ", "Rain", "fell"],
        spaces=[True, True, False, True, False],
        heads=[1, 2, 4, 4, 4],
        deps=["dep", "nsubj", "dep", "nsubj", "ROOT"],
    )
    assert analyse_doc(doc, [(0, len(doc.text))]).heads == [1, 3, 3, 3]


def test_white_space_tokens_are_left_out() -> None:
    """Blank tokens of the pipeline are no tokens of ours, and heads are counted without them."""
    text = "He  left.\n\n It rained."
    analysis = analyse(text, spacy.blank("en"), [(0, 9), (12, len(text))])
    assert analysis.words == ["He", "left", ".", "It", "rained", "."]
    assert [(p.first, p.last) for p in analysis.paragraphs] == [(0, 3), (3, 6)]


def test_question_inside_marks_ends_no_sentence() -> None:
    """A lower-case word after a closing mark goes on with the sentence."""
    words = ["“", "Why", "?", "”", "she", "asked", ".", "He", "left", "."]
    assert sentences(words, 0, len(words)) == [(0, 7), (7, 10)]


@given(st.text(alphabet=st.characters(exclude_categories=[]), max_size=200))
def test_prepare_keeps_the_length(text: str) -> None:
    """The text for the pipeline has the length of the caller's and can be encoded."""
    prepared = prepare(text)
    assert len(prepared) == len(text)
    prepared.encode("utf-8")


def test_straight_marks_become_directional() -> None:
    """Straight marks open after white space and close elsewhere."""
    assert prepare('"Yes," he said. "No."') == "“Yes,” he said. “No.”"


@given(st.text(alphabet="ab ", min_size=1, max_size=120), st.integers(5, 20), st.integers(2, 4))
def test_pieces_cover_the_paragraph(text: str, longest: int, run: int) -> None:
    """Cut pieces are short enough, hold no long run, and give the paragraph again."""
    cuts = [text[a:b] for a, b in pieces(text, [(0, len(text))], longest, run)]
    assert "".join(cuts) == text
    assert all(0 < len(cut) <= longest for cut in cuts)
    assert all(len(word) <= run for cut in cuts for word in cut.split())


def test_one_thread_for_small_matrices() -> None:
    """Numpy's BLAS works in one thread while texts are read, and as before afterwards."""

    def threads() -> list[int]:
        found = ThreadpoolController().info()
        return [pool["num_threads"] for pool in found if "numpy" in pool["filepath"]]

    before = threads()
    with one_blas_thread():
        assert set(threads()) <= {1}
    assert threads() == before


@pytest.mark.parametrize(("repeats", "batch"), [(1, 256), (300, None)])
def test_the_parser_takes_many_short_paragraphs_at_once(repeats: int, batch: int | None) -> None:
    """A long paragraph among them keeps the batches, and so the memory, small."""
    taken: list[dict[str, int]] = []

    class Noted(spacy.language.Language):
        def pipe(self, texts, *, component_cfg, **options):  # type: ignore[no-untyped-def]
            taken.append(component_cfg.get("parser", {}))
            return super().pipe(texts, component_cfg=component_cfg, **options)

    text = "The mill was sound. " * repeats
    analyse(text, Noted(), [(0, len(text))])
    assert [each.get("batch_size") for each in taken] == [batch]

"""Treebanks and name corpora are read with their text, and brought to one scheme."""

from __future__ import annotations

from pathlib import Path

import pytest

ROW = "{}\t{}\t{}\t{}\t{}\t_\t{}\t{}\t_\t{}"


def _sentence(*rows: tuple[str, ...]) -> list[str]:
    return [ROW.format(*row) for row in rows]


def test_multiword_token_that_spells_its_parts() -> None:
    """Split, it keeps its text: "cannot"."""
    from training.conllu import sentence_of

    lines = _sentence(
        ("1", "We", "we", "PRON", "PRP", "4", "nsubj", "_"),
        ("2-3", "cannot", "_", "_", "_", "_", "_", "_"),
        ("2", "can", "can", "AUX", "MD", "4", "aux", "_"),
        ("3", "not", "not", "PART", "RB", "4", "advmod", "_"),
        ("4", "go", "go", "VERB", "VB", "0", "root", "SpaceAfter=No"),
        ("5", ".", ".", "PUNCT", ".", "4", "punct", "_"),
    )
    sentence = sentence_of(lines)
    assert sentence.text() == "We cannot go."
    assert [w.form for w in sentence.words] == ["We", "can", "not", "go", "."]


def test_multiword_token_that_does_not() -> None:
    """One word, "au" of "à le", stands where the first part stood, and heads move along."""
    from training.conllu import sentence_of

    lines = _sentence(
        ("1-2", "au", "_", "_", "_", "_", "_", "_"),
        ("1", "à", "à", "ADP", "IN", "3", "case", "_"),
        ("2", "le", "le", "DET", "DT", "3", "det", "_"),
        ("3", "lait", "lait", "NOUN", "NN", "0", "root", "_"),
    )
    sentence = sentence_of(lines)
    assert [(w.form, w.head) for w in sentence.words] == [("au", 1), ("lait", -1)]


def test_paragraphs_are_kept(toy_data: Path) -> None:
    """A blank line stands where the treebank starts a paragraph."""
    from training.conllu import read_conllu
    from training.trees import passages

    ((_, sentences),) = read_conllu(toy_data / "ud-ewt" / "en_ewt-ud-dev.conllu")
    text = passages(sentences, "toy", 1000)[0].text()
    assert text.startswith("Ann left the meeting. The plan will fail.\n\nMr. Lee said")


def test_gum_names_leave_titles_out() -> None:
    """Of "governor Ann Lee" the name is "Ann Lee"; a plural people is no name."""
    from training.conllu import sentence_of
    from training.names_gum import gum_names

    lines = _sentence(
        ("1", "governor", "_", "NOUN", "NN", "4", "nsubj", "Entity=(1-person-new"),
        ("2", "Ann", "_", "PROPN", "NNP", "1", "flat", "_"),
        ("3", "Lee", "_", "PROPN", "NNP", "1", "flat", "Entity=1)"),
        ("4", "met", "_", "VERB", "VBD", "0", "root", "_"),
        ("5", "Americans", "_", "PROPN", "NNPS", "4", "obj", "Entity=(2-person-new)"),
    )
    names = gum_names(sentence_of(lines)).names or ()
    assert [(n.start, n.end, n.label) for n in names] == [(1, 3, "PERSON")]


def test_litbank_takes_proper_names_only(tmp_path: Path) -> None:
    """A person like "the old man" is no name; of "Captain Reed" the title is cut off."""
    from training.names_columns import read_litbank

    rows = ["the\tB-PER", "old\tI-PER", "man\tI-PER", "met\tO", "Captain\tB-PER", "Reed\tI-PER"]
    path = tmp_path / "toy.tsv"
    path.write_text("\n".join(row + "\tO\tO\tO" for row in rows), encoding="utf-8")
    (sentence,) = read_litbank(path)
    assert [(n.start, n.end) for n in sentence.names or ()] == [(5, 6)]


@pytest.mark.parametrize("directed", [True, False])
def test_wikigold_types(tmp_path: Path, directed: bool) -> None:
    """MISC is left out; the other types get our names."""
    from training.names_columns import read_wikigold

    path = tmp_path / "toy.txt"
    tags = "Ann I-PER\nin O\nRome I-LOC\nin O\nGreek I-MISC" if directed else "Ann I-PER"
    path.write_text(f"{tags}\n. O\n\n-DOCSTART- O\n\n", encoding="utf-8")
    ((sentence,),) = read_wikigold(path)
    labels = [n.label for n in sentence.names or ()]
    assert labels == (["PERSON", "LOC"] if directed else ["PERSON"])

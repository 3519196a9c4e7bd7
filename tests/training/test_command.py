"""The whole command on a toy corpus: read, generate, train, measure, write the card, pack."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from quoteattr.errors import PipelineError
from quoteattr.pipeline import read_pipeline


@pytest.fixture(scope="module")
def trained(toy_data: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Work folder and packed folder of one short run."""
    from training.__main__ import main

    out = tmp_path_factory.mktemp("out")
    arguments = ["train", "--data", str(toy_data), "--out", str(out), "--pack", str(out / "packed")]
    assert main([*arguments, "--steps", "4", "--quotes", "40"]) == 0
    return out, out / "packed"


def test_packed_pipeline_annotates_every_layer(trained: tuple[Path, Path]) -> None:
    """Tags, lemmas, trees, sentences and names come out of the packed form."""
    doc = read_pipeline(trained[1])("“The plan will fail,” said Ann.")
    for layer in ("TAG", "LEMMA", "DEP", "SENT_START", "ENT_IOB"):
        assert doc.has_annotation(layer)


def test_packed_pipeline_is_an_ordinary_one(trained: tuple[Path, Path], tmp_path: Path) -> None:
    """It can be written to disk and read back by spaCy alone, with the same result."""
    import spacy

    nlp = read_pipeline(trained[1])
    nlp.to_disk(tmp_path / "model")
    again = spacy.load(tmp_path / "model")
    text = "Mr. Lee said we agree."
    assert [(t.tag_, t.dep_, t.head.i) for t in again(text)] == [
        (t.tag_, t.dep_, t.head.i) for t in nlp(text)
    ]


def test_card_names_every_corpus(trained: tuple[Path, Path]) -> None:
    """The card and the attribution name what the weights derive from."""
    card = (trained[1] / "README.md").read_text("utf-8")
    credit = (trained[1] / "ATTRIBUTION.md").read_text("utf-8")
    assert "English Web Treebank" in card
    assert "LitBank" in card
    assert "PUD" not in credit


def test_run_is_resumed(trained: tuple[Path, Path], toy_data: Path, tmp_path: Path) -> None:
    """A run that stopped half-way goes on to the model an uninterrupted one gives."""
    from training.config import Config, Mixture, Schedule
    from training.corpus import development_passages, shuffled_kinds
    from training.rare import word_counts
    from training.train import train

    from training import checkpoint

    kinds = shuffled_kinds(toy_data, Mixture(synthetic_passages=20), 1)
    watched = development_passages(toy_data)
    config = Config(schedule=Schedule(steps=4, save_every=2, evaluate_every=4))
    counts = word_counts(toy_data, config.rare)
    whole = train(kinds, counts, watched, config, 1, tmp_path / "whole")
    with pytest.raises(KeyboardInterrupt):
        train(kinds, counts, watched, config, 1, tmp_path / "parts", on_step=_interrupt_at_three)
    resumed = train(kinds, counts, watched, config, 1, tmp_path / "parts")
    weights = [[value for _, _, value in checkpoint.parameters(nlp)] for nlp in (whole, resumed)]
    assert all(abs(a - b).max() < 1e-5 for a, b in zip(*weights, strict=True))


def _interrupt_at_three(step: int) -> None:
    if step == 3:
        raise KeyboardInterrupt


@pytest.mark.parametrize("name", ["config.cfg", "meta.json", "state.msgpack.gz"])
def test_damaged_file_is_named(trained: tuple[Path, Path], tmp_path: Path, name: str) -> None:
    """One changed byte, and the error says which file it is in."""
    for path in trained[1].iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    content = bytearray((tmp_path / name).read_bytes())
    content[len(content) // 2] ^= 1
    (tmp_path / name).write_bytes(bytes(content))
    with pytest.raises(PipelineError, match=name):
        read_pipeline(tmp_path)


def test_missing_file_is_named(trained: tuple[Path, Path], tmp_path: Path) -> None:
    """A file that is not there is an error of ours, not of the system."""
    checksums = (trained[1] / "checksums.json").read_text("utf-8")
    (tmp_path / "checksums.json").write_text(checksums, "utf-8")
    with pytest.raises(PipelineError, match=r"config\.cfg"):
        read_pipeline(tmp_path)


def test_state_that_checks_but_cannot_be_read(trained: tuple[Path, Path], tmp_path: Path) -> None:
    """A packed state that is no gzip stream is reported even when its checksum agrees."""
    import hashlib

    for path in trained[1].iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "state.msgpack.gz").write_bytes(b"nothing")
    sums = json.loads((tmp_path / "checksums.json").read_text("utf-8"))
    sums["state.msgpack.gz"] = hashlib.sha256(b"nothing").hexdigest()
    (tmp_path / "checksums.json").write_text(json.dumps(sums), "utf-8")
    with pytest.raises(PipelineError, match="unreadable"):
        read_pipeline(tmp_path)

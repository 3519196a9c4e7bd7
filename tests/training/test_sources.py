"""Nothing is read whose licence is not on the list."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest


def test_unknown_corpus_is_refused(toy_data: Path) -> None:
    """A folder that is not on the list cannot train, whatever it says of itself."""
    from training.sources import LicenceError, Use, folder_for

    with pytest.raises(LicenceError, match="polnear"):
        folder_for(toy_data, "polnear", Use.TRAIN)


def test_test_only_corpus_cannot_train(toy_data: Path) -> None:
    """PUD measures and nothing else."""
    from training.sources import LicenceError, Use, folder_for

    assert folder_for(toy_data, "ud-pud", Use.TEST).is_dir()
    with pytest.raises(LicenceError, match="ud-pud"):
        folder_for(toy_data, "ud-pud", Use.TRAIN)


@pytest.mark.parametrize("stated", [None, "All rights reserved."])
def test_command_refuses_other_licences(
    toy_data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], stated: str | None
) -> None:
    """A missing or changed licence file ends the command with one line and code 1."""
    from training.__main__ import main

    data = tmp_path / "data"
    shutil.copytree(toy_data, data)
    (data / "ud-ewt" / "LICENSE.txt").unlink()
    if stated:
        (data / "ud-ewt" / "LICENSE.txt").write_text(stated, encoding="utf-8")
    assert main(["train", "--data", str(data), "--out", str(tmp_path / "out")]) == 1
    assert "refusing ud-ewt" in capsys.readouterr().err

"""Programs of the how-to guides, run as their readers would run them."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def test_a_folder_of_articles_to_parquet(tmp_path: Path) -> None:
    """The program of the guide, saved and run beside a folder `articles`, writes the file."""
    parquet = pytest.importorskip("pyarrow.parquet")
    page = (ROOT / "docs" / "how-to" / "folder-to-parquet.md").read_text(encoding="utf-8")
    programs = re.findall(r"^```python\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    (tmp_path / "program.py").write_text(programs[-1], encoding="utf-8")
    (tmp_path / "articles" / "2020").mkdir(parents=True)
    for name in ("a.txt", "2020/b.txt"):
        shutil.copy(ROOT / "examples" / "summit.txt", tmp_path / "articles" / name)
    subprocess.run([sys.executable, "program.py"], cwd=tmp_path, check=True)
    table = parquet.read_table(tmp_path / "quotes.parquet")
    assert set(table["document"].to_pylist()) == {"articles/a.txt", "articles/2020/b.txt"}
    assert "Ines Okafor" in {speaker["name"] for speaker in table["speaker"].to_pylist()}

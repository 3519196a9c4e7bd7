"""`quoteattr evaluate`: gold of the user's own against what is found."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from quoteattr.cli import app

TEXT = "“No,” said Ada Okoro."
GOLD = {
    "id": "a1",
    "text": TEXT,
    "quotes": [{"kind": "direct", "content": [[0, 5]], "source": [11, 20], "speaker": "Ada Okoro"}],
}


def test_table_of_figures(tmp_path: Path) -> None:
    """A gold file gives a table with precision, recall and the number of quotations."""
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(GOLD), encoding="utf-8")
    result = CliRunner().invoke(app, ["evaluate", str(path), "--nlp", "blank"])
    assert result.exit_code == 0
    row = next(line for line in result.stdout.splitlines() if line.startswith("direct"))
    assert row.split()[1:4] == ["1", "1.000", "1.000"]


def test_broken_gold_takes_one_line(tmp_path: Path) -> None:
    """A truncated line is named with its place, in one line, and the exit code is 1."""
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(GOLD)[:-20], encoding="utf-8")
    result = CliRunner().invoke(app, ["evaluate", str(path)])
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
    assert "gold.jsonl" in result.stderr

"""Results as Markdown tables and plots, written into the documentation."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from benchmarks import results
from benchmarks.problems import BenchmarkError
from benchmarks.report import plots as drawing
from benchmarks.report.tables import page

DOCS: Final = Path(__file__).parents[2] / "docs" / "reference"
PAGE: Final = "benchmark.md"


def write_report(folder: Path = results.FOLDER, docs: Path = DOCS) -> list[Path]:
    """Write the page and its plots from the results in *folder*; gives what was written.

    Raises:
        BenchmarkError: There are no results, or a file is none.
    """
    found = sorted(results.saved(folder), key=_ours_first)
    if not found:
        raise BenchmarkError(f"no results in {folder}: do `python -m benchmarks run` first")
    speed = results.saved_speed(folder)
    docs.mkdir(parents=True, exist_ok=True)
    pictures = drawing.plots(found, speed, docs)
    path = docs / PAGE
    path.write_text(page(found, speed, pictures), encoding="utf-8")
    return [path, *(docs / name for name, _ in pictures)]


def _ours_first(result: dict[str, Any]) -> tuple[bool, str, str]:
    signature = result["signature"]
    return not signature["system"].startswith("quoteattr"), signature["system"], signature["given"]

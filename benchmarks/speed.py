"""How fast and how large: words per second, memory, load and import time, growth with the input.

Every measurement runs in a process of its own on one thread, in seconds of the processor. Figures
are ratios to spaCy's own pipeline and to textacy in the same run, because seconds of one machine
say little about another.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from benchmarks.problems import BenchmarkError
from benchmarks.results import FOLDER, SPEED, commit
from benchmarks.running import progress_bar

if TYPE_CHECKING:
    from collections.abc import Sequence

SHAPES: Final = ("one", "many")
SIZES: Final = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)
_THROUGHPUT: Final = 200_000  # characters: some 35,000 words, seconds enough to even out noise
_IMPORTS: Final = 5  # median of so many fresh processes
_PROJECT: Final = Path(__file__).parents[1]
_MODULES: Final = {"quoteattr": "quoteattr", "spacy": "spacy", "textacy": "textacy"}

Row = dict[str, Any]


def measure(
    names: Sequence[str], *, largest: int = SIZES[-1], patience: float = 400.0
) -> dict[str, Any]:
    """All figures of the systems *names*.

    Args:
        names: As in `run`; `spacy` and `spacy:PIPELINE` for the pipeline alone.
        largest: Greatest size of the growth series, in characters.
        patience: Seconds after which a measurement is stopped; greater sizes are then left out.

    Raises:
        BenchmarkError: A system cannot be measured at all.
    """
    sizes = [size for size in SIZES if size <= largest]
    with progress_bar() as bar:
        task = bar.add_task("speed", total=len(names) * (2 + len(sizes) * len(SHAPES)))
        systems = []
        for name in names:
            systems.append(_throughput(name, patience))
            bar.advance(task, 2)
        growth = []
        for name in names:
            for shape in SHAPES:
                growth += _growth(name, shape, sizes, patience)
                bar.advance(task, len(sizes))
    for row in systems:
        row["ratio_to_spacy"] = _ratio(row, systems, "spacy")
        row["ratio_to_textacy"] = _ratio(row, systems, "textacy")
    return {
        "signature": {
            "version": systems[0]["version"],
            "commit": commit(),
            "sizes": sizes,
            "words": systems[0]["words"],
            "document_words": systems[0]["words"] // systems[0]["documents"],
            "patience": patience,
        },
        "systems": systems,
        "growth": growth,
    }


def save(figures: dict[str, Any], folder: Path = FOLDER) -> Path:
    """Write the figures beside the results."""
    path = folder / SPEED
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return path


def _throughput(name: str, patience: float) -> Row:
    done = _work(name, "many", _THROUGHPUT, patience)
    if "problem" in done:
        raise BenchmarkError(f"{name} cannot be measured: {done['problem']}")
    return {
        "system": name,
        "version": done["version"],
        "words": done["words"],
        "documents": done["documents"],
        "words_per_second": round(done["words"] / done["seconds"]),
        "load_seconds": round(done["load_seconds"], 3),
        "peak_mb": done["peak_mb"],
        "import_seconds": round(import_seconds(_MODULES.get(name.split(":")[0].split("-")[0])), 3),
    }


def _growth(name: str, shape: str, sizes: Sequence[int], patience: float) -> list[Row]:
    rows: list[Row] = []
    for size in sizes:
        done = _work(name, shape, size, patience)
        seconds = done.get("seconds")
        rows.append(
            {
                "system": name,
                "shape": shape,
                "size": size,
                "seconds": None if seconds is None else round(seconds, 4),
                "peak_mb": done.get("peak_mb"),
                "problem": done.get("problem", ""),
            }
        )
        if seconds is None:
            break
    return rows


def _work(name: str, shape: str, size: int, patience: float) -> Row:
    """One measurement in a fresh process; {"problem": why} when there is no figure."""
    command = [sys.executable, "-m", "benchmarks.speedwork", name, shape, str(size)]
    threads = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
    try:
        done = subprocess.run(
            command,
            cwd=_PROJECT,
            env={**os.environ, **threads},
            capture_output=True,
            text=True,
            timeout=patience,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return {"problem": f"> {patience:.0f} s"}
    if done.returncode < 0:
        return {
            "problem": "out of memory" if done.returncode == -9 else f"signal {-done.returncode}"
        }
    if done.returncode:
        return {"problem": (done.stderr.strip().splitlines() or ["failed"])[-1][:100]}
    figures: Row = json.loads(done.stdout.strip().splitlines()[-1])
    return figures


def import_seconds(module: str | None) -> float:
    """Median time of `import MODULE` in a fresh process, beyond that of Python's own start."""
    if module is None:
        return 0.0
    empty = statistics.median(_timed("pass") for _ in range(_IMPORTS))
    return max(0.0, statistics.median(_timed(f"import {module}") for _ in range(_IMPORTS)) - empty)


def _timed(code: str) -> float:
    before = os.times()
    subprocess.run([sys.executable, "-c", code], check=True, cwd=_PROJECT, capture_output=True)
    after = os.times()
    spent = after.children_user - before.children_user
    return spent + after.children_system - before.children_system


def _ratio(row: Row, rows: Sequence[Row], peer: str) -> float | None:
    """Words per second against the peer with the same pipeline, where it was measured."""
    _, _, nlp = row["system"].partition(":")
    for other in rows:
        kind, _, its = other["system"].partition(":")
        if kind.startswith(peer) and its == nlp:
            return float(round(row["words_per_second"] / other["words_per_second"], 3))
    return None

"""A result: the figures with a signature that says exactly what was measured."""

from __future__ import annotations

import json
import platform
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from benchmarks.problems import BenchmarkError
from quoteattr.evaluation import evaluate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.corpora import Corpus
    from benchmarks.running import Run
    from quoteattr.evaluation import Report

FOLDER: Final = Path(__file__).parent / "results"
SPEED: Final = "speed.json"
"""Name of the speed figures, in the same folder."""
_PROJECT: Final = Path(__file__).parents[1]
_PLACES: Final = 4  # of figures in files: beyond any interval


def score(corpus: Corpus, run: Run, *, resamples: int = 1000, seed: int = 0) -> Report:
    """The report of *run* by the corpus's protocol."""
    return evaluate(
        corpus.documents,
        run.predicted,
        protocol=corpus.kind.protocol,
        subsets=corpus.kind.subsets,
        resamples=resamples,
        seed=seed,
    )


def signature(
    *,
    system: str,
    version: str,
    corpus: Corpus,
    run: Run,
    given: str,
    resamples: int,
    seed: int,
    part: str = "",
) -> dict[str, Any]:
    """What was measured, with what, and what it was told; *part*: which documents, "" for all."""
    return {
        "system": system,
        "version": version,
        "commit": commit(),
        "python": platform.python_version(),
        "corpus": corpus.kind.name,
        "split": corpus.split,
        "checksum": corpus.checksum,
        "documents": len(corpus.documents),
        "quotations": corpus.quotations,
        "words": corpus.words,
        "part": part,
        "given": given,
        "resamples": resamples,
        "seed": seed,
        "seconds": round(run.seconds, 2),
        "words_per_second": round(corpus.words / run.seconds) if run.seconds else None,
        "crashes": len(run.crashes),
    }


def commit() -> str:
    """The commit measured, with `+` where the sources differ from it; "" outside a checkout."""
    try:
        head = _git("rev-parse", "--short=12", "HEAD")
        changed = _git(
            "status", "--porcelain", "--untracked-files=no", "--", "src", "benchmarks/*.py"
        )
    except (OSError, subprocess.CalledProcessError):
        return ""
    return head + ("+" if changed else "")


def _git(*arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=_PROJECT, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def save(report: Report, signed: dict[str, Any], folder: Path = FOLDER) -> Path:
    """Write the result as one JSON file, named by corpus, split, system and what was given."""
    system = signed["system"].replace("/", "_").replace(":", "-")
    given = "" if signed["given"] == "nothing" else f"-given-{signed['given']}"
    path = folder / f"{signed['corpus']}-{signed['split']}-{system}{given}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    data = {"signature": signed, "report": _rounded(report.to_dict())}
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return path


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, _PLACES)
    if isinstance(value, dict):
        return {key: _rounded(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_rounded(item) for item in value]
    return value


def saved(folder: Path = FOLDER) -> Iterator[dict[str, Any]]:
    """The results in *folder*, by file name.

    Raises:
        BenchmarkError: A file is no result.
    """
    for path in sorted(folder.glob("*.json")):
        if path.name == SPEED:
            continue
        try:
            data = json.loads(path.read_text(encoding="utf-8"))
            data["signature"]["corpus"], data["report"]["scores"]
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise BenchmarkError(f"{path.name}: no result: {error!r:.80}") from error
        yield data


def saved_speed(folder: Path = FOLDER) -> dict[str, Any] | None:
    """The speed figures in *folder*, None when there are none.

    Raises:
        BenchmarkError: The file is no such result.
    """
    path = folder / SPEED
    if not path.is_file():
        return None
    try:
        data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        data["signature"]["sizes"], data["systems"], data["growth"]
    except (ValueError, TypeError, KeyError) as error:
        raise BenchmarkError(f"{path.name}: no speed figures: {error!r:.80}") from error
    return data

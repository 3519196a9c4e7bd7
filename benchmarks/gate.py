"""Pinned floors on a fast subset: a figure that falls below its floor fails the build.

`floors.json` holds, for each check, what is measured and the floors. A floor may rise at any time.
It falls only with a reason under "lowered", by the name of the figure; the file is compared with
the one of the last two commits.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any, Final

from attrs import field, frozen

from benchmarks import corpora, results, systems
from benchmarks.problems import BenchmarkError, MissingCorpusError
from benchmarks.running import run

FLOORS: Final = Path(__file__).with_name("floors.json")
MARGIN: Final = 0.005  # below what was measured: a quotation or two in the subsets measured here


@frozen(kw_only=True)
class Check:
    """A system on a subset of a corpus, and the least value of each figure (`direct.f1`)."""

    corpus: str
    system: str
    floors: dict[str, float]
    checksum: str = ""
    split: str | None = None
    limit: int | None = None
    documents: str | None = None
    lowered: dict[str, str] = field(factory=dict)

    @property
    def name(self) -> str:
        """As it is printed."""
        return f"{self.system} on {self.corpus}"


@frozen
class Verdict:
    """A figure beside its floor."""

    figure: str
    floor: float
    value: float | None

    @property
    def holds(self) -> bool:
        """Whether the floor is reached."""
        return self.value is not None and self.value >= self.floor


def read_floors(path: Path = FLOORS) -> list[Check]:
    """The checks of a floors file.

    Raises:
        BenchmarkError: It cannot be read, or an entry is not what it should be.
    """
    try:
        return _parse(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise BenchmarkError(f"{path.name}: {error.strerror}") from error
    except (ValueError, TypeError, KeyError) as error:
        raise BenchmarkError(f"{path.name}: no floors: {error!r:.80}") from error


def _parse(text: str) -> list[Check]:
    return [Check(**entry) for entry in json.loads(text)["checks"]]


@cache
def _built(system: str) -> systems.System:
    return systems.build(system)


def measure(check: Check, data: Path) -> tuple[str, dict[str, float]]:
    """The checksum of what was read, and all figures by `subset.figure`.

    Raises:
        MissingCorpusError: The corpus is not there.
        BenchmarkError: The system cannot be built, or a file is wrong.
    """
    (kind,) = corpora.kinds_named([check.corpus])
    read = corpora.load(kind, data, split=check.split, limit=check.limit, pattern=check.documents)
    done = run(_built(check.system), read, label=check.name)
    if done.crashes:
        raise BenchmarkError(f"{check.name}: crashed on {done.crashes[0]}")
    report = results.score(read, done, resamples=0)
    return read.checksum, {
        f"{score.subset}.{name}": figure.value
        for score in report.scores
        for name, figure in score.figures.items()
    }


def verdicts(check: Check, figures: dict[str, float]) -> list[Verdict]:
    """Each floor beside the figure measured."""
    return [Verdict(name, floor, figures.get(name)) for name, floor in check.floors.items()]


def raised(
    check: Check, checksum: str, figures: dict[str, float], margin: float = MARGIN
) -> dict[str, Any]:
    """The entry with every floor as high as was measured, less a small margin; none lower."""
    entry = {
        "corpus": check.corpus,
        "system": check.system,
        "split": check.split,
        "limit": check.limit,
        "documents": check.documents,
        "checksum": checksum,
        "lowered": dict(check.lowered),
    }
    floors = {
        name: max(floor, round(figures.get(name, 0.0) - margin, 3))
        for name, floor in check.floors.items()
    }
    return {key: value for key, value in entry.items() if value} | {"floors": floors}


def write_floors(entries: list[dict[str, Any]], path: Path = FLOORS) -> None:
    """Write a floors file."""
    path.write_text(json.dumps({"checks": entries}, indent=1) + "\n", encoding="utf-8")


def unexplained(now: list[Check], before: list[Check]) -> list[str]:
    """Floors that are lower or gone, without a reason beside them."""
    problems = []
    standing = {check.name: check for check in now}
    for old in before:
        check = standing.get(old.name)
        for name, floor in old.floors.items():
            new = check.floors.get(name) if check else None
            explained = check is not None and bool(check.lowered.get(name, "").strip())
            if floor > 0 and not explained and (new is None or new < floor):
                problems.append(f"{old.name}: the floor of {name} fell from {floor} to {new}")
    return problems


def committed() -> list[list[Check]]:
    """The floors of the last two commits, where there is such a history."""
    git = shutil.which("git")
    if git is None:
        return []
    found = []
    for commit in ("HEAD", "HEAD~1"):
        done = subprocess.run(
            [git, "show", f"{commit}:benchmarks/{FLOORS.name}"],
            cwd=Path(__file__).parent,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode == 0:
            found.append(_parse(done.stdout))
    return found


def gate(
    data: Path, *, update: bool = False, margin: float = MARGIN, path: Path | None = None
) -> tuple[list[str], list[str]]:
    """Measure every check.

    Args:
        data: Folder of the corpora; a check whose corpus is not there is passed over, by name.
        update: Raise the floors to what is measured, less *margin*.
        margin: How far below.
        path: The floors file; None: the project's.

    Returns:
        Lines to print, and the problems: figures below their floors, floors that fell.
    """
    path = path or FLOORS
    checks = read_floors(path)
    lines: list[str] = []
    problems = [problem for before in committed() for problem in unexplained(checks, before)]
    entries = []
    for check in checks:
        try:
            checksum, figures = measure(check, data)
        except MissingCorpusError as error:
            lines.append(f"skipped: {error}")
            entries.append(raised(check, check.checksum, check.floors, 0.0))
            continue
        if check.checksum and check.checksum != checksum and not update:
            lines.append(f"{check.name}: other data than the floors were set on ({checksum})")
        for verdict in verdicts(check, figures):
            value = "none" if verdict.value is None else f"{verdict.value:.3f}"
            line = f"{check.name}: {verdict.figure} {value}, floor {verdict.floor:.3f}"
            lines.append(line)
            if not verdict.holds:
                problems.append(f"below its floor: {line}")
        entries.append(raised(check, checksum, figures, margin))
    if update:
        write_floors(entries, path)
    return lines, problems


if __name__ == "__main__":
    from benchmarks.app import app

    app(["gate"], prog_name="python -m benchmarks")

"""`python -m benchmarks`: what it prints, and errors in one line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import corpus_files
import pytest
from benchmarks.app import app
from benchmarks.problems import BenchmarkError
from benchmarks.report import write_report
from typer.testing import CliRunner

from benchmarks import gate

if TYPE_CHECKING:
    from pathlib import Path

SURE = "python:fake_systems:Sure"


def call(*arguments: object) -> tuple[int, str, str]:
    """Exit code, standard output and standard error."""
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder with the mini PolNeAR and the mini PDNC."""
    corpus_files.polnear(tmp_path / "data")
    return corpus_files.pdnc(tmp_path / "data")


def test_run_and_report(data: Path, tmp_path: Path) -> None:
    """Figures are printed and written; missing corpora are named; a report comes of it."""
    out = tmp_path / "out"
    names = ("-c", "polnear", "-c", "gum", "-c", "pdnc", "-s", SURE, "-s", "baseline")
    code, stdout, stderr = call("run", "--data", data, *names, "--resamples", 50, "--output", out)
    assert code == 0, stderr
    assert f"{SURE} on polnear dev (1 documents, 3 quotations, given: nothing" in stdout
    assert "skipped: gum: not found in" in stderr
    written = write_report(out, tmp_path / "docs")
    text = written[0].read_text(encoding="utf-8")
    assert "## PolNeAR, dev" in text
    assert "| baseline | " in text
    assert all(path.stat().st_size for path in written)
    assert write_report(out, tmp_path / "docs")[0].read_text(encoding="utf-8") == text


def test_report_is_the_same_every_time(data: Path, tmp_path: Path) -> None:
    """The same results give the same files, plots included."""
    call("run", "--data", data, "-s", "baseline", "-c", "polnear", "--output", tmp_path / "out")
    first = {p.name: p.read_bytes() for p in write_report(tmp_path / "out", tmp_path / "one")}
    again = {p.name: p.read_bytes() for p in write_report(tmp_path / "out", tmp_path / "two")}
    assert first == again


def test_crashes_are_told(data: Path, tmp_path: Path) -> None:
    """A crash is a line on standard error, not the end of the run."""
    system = "python:fake_systems:Crashing"
    code, stdout, stderr = call(
        "run", "--data", data, "-c", "polnear", "-s", system, "--output", tmp_path / "out"
    )
    assert code == 0
    assert ".000" in stdout
    assert "crash: post_1: RuntimeError" in stderr


def test_errors(data: Path) -> None:
    """Mistakes are printed by group, or only counted."""
    options = ("errors", "--data", data, "-c", "polnear", "-s", SURE)
    code, stdout, _ = call(*options, "--kind", "direct")
    assert code == 0
    assert "⟦“No,”⟧" in stdout
    assert "road" not in stdout.split("⟦")[0]
    code, brief, _ = call(*options, "--brief", "--sort", "missed")
    assert brief.splitlines() == ["    1  missed    nothing found here   said 1"]
    assert call(*options, "--rule", "no such rule")[1] == ""


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["run", "-c", "polner"], "unknown corpus 'polner'"),
        (["run", "-c", "polnear", "-s", "nobody"], "unknown system 'nobody'"),
        (["run", "-c", "polnear", "--split", "test"], "no split 'test'"),
        (["run", "-c", "gum"], "no corpus to measure on"),
        (["run", "-c", "polnear", "--given", "hints"], "unknown --given 'hints'"),
        (["run", "-c", "polnear", "--documents", "zzz"], "no document"),
        (["errors", "-c", "gum"], "gum: not found"),
        (["errors", "-c", "polnear", "--kind", "loud", "-s", SURE], "no subset 'loud'"),
        (["errors", "-c", "polnear", "--sort", "big", "-s", SURE], "unknown sort 'big'"),
    ],
)
def test_one_line_errors(arguments: list[str], message: str, data: Path) -> None:
    """What cannot be done is said in one line, exit code 1."""
    code, _, stderr = call(*arguments, "--data", data)
    assert code == 1
    last = stderr.strip().splitlines()[-1]
    assert last.startswith("error: ")
    assert message in last


@pytest.mark.parametrize(
    "arguments", [["walk"], ["run", "--loud"], ["run", "--limit", "0"], ["errors"]]
)
def test_usage_errors(arguments: list[str]) -> None:
    """Unknown commands and options exit with 2."""
    assert call(*arguments)[0] == 2


def test_no_results_to_report(tmp_path: Path) -> None:
    """A report of nothing is refused."""
    with pytest.raises(BenchmarkError, match="no results"):
        write_report(tmp_path, tmp_path)


def floors(path: Path, **floors: float) -> Path:
    """A floors file for the mini PolNeAR."""
    check = {"corpus": "polnear", "system": SURE, "split": "dev", "floors": floors}
    path.write_text(json.dumps({"checks": [check]}), encoding="utf-8")
    return path


def test_the_gate(data: Path, tmp_path: Path) -> None:
    """A figure at its floor passes, one below fails, one that is not measured fails."""
    path = floors(tmp_path / "floors.json", **{"all.recall": 0.6})
    lines, problems = gate.gate(data, path=path)
    assert lines == [f"{SURE} on polnear: all.recall 0.667, floor 0.600"]
    assert [p for p in problems if "below" in p] == []
    path = floors(tmp_path / "floors.json", **{"all.recall": 0.7, "all.shine": 0.1})
    assert len([p for p in gate.gate(data, path=path)[1] if "below" in p]) == 2


def test_floors_rise(data: Path, tmp_path: Path) -> None:
    """An update lifts floors to just below what was measured, and lowers none."""
    path = floors(tmp_path / "floors.json", **{"all.recall": 0.1, "all.source": 0.9})
    gate.gate(data, update=True, path=path)
    (check,) = gate.read_floors(path)
    assert check.floors == {"all.recall": 0.662, "all.source": 0.9}
    assert check.checksum


def test_floors_do_not_fall_in_silence() -> None:
    """A lower or missing floor needs a reason beside it."""

    def check(floors: dict[str, float], **lowered: str) -> list[gate.Check]:
        return [gate.Check(corpus="polnear", system="x", floors=floors, lowered=lowered)]

    before = check({"f1": 0.5, "recall": 0.4})
    assert gate.unexplained(check({"f1": 0.5, "recall": 0.6}), before) == []
    assert len(gate.unexplained(check({"f1": 0.4}), before)) == 2
    assert gate.unexplained(check({"f1": 0.4, "recall": 0.4}, f1="gold was mended"), before) == []
    assert len(gate.unexplained([], before)) == 2


def test_a_missing_corpus_is_passed_over(tmp_path: Path) -> None:
    """Without the data the gate says so, and does not fail."""
    lines, problems = gate.gate(tmp_path, path=floors(tmp_path / "f.json", **{"all.f1": 0.9}))
    assert lines[0].startswith("skipped: polnear")
    assert not [problem for problem in problems if "below" in problem]


@pytest.mark.parametrize("text", ["", "{}", '{"checks": [{"corpus": "polnear"}]}', "[1]"])
def test_a_wrong_floors_file(text: str, tmp_path: Path) -> None:
    """A floors file of another form is refused in one line."""
    path = tmp_path / "floors.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BenchmarkError, match=r"floors\.json"):
        gate.read_floors(path)


def test_the_gate_on_the_command_line(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It prints each figure, exits 1 below a floor, and sets floors with a margin."""
    path = floors(tmp_path / "floors.json", **{"all.recall": 0.7})
    monkeypatch.setattr(gate, "FLOORS", path)
    monkeypatch.setattr(gate, "committed", list)
    code, _, stderr = call("gate", "--data", data)
    assert code == 1
    assert "below its floor" in stderr
    path = floors(path, **{"all.recall": 0.1})
    assert call("gate", "--data", data, "--update", "--margin", "0.1")[0] == 0
    assert gate.read_floors(path)[0].floors == {"all.recall": 0.567}
    assert call("gate", "--data", data)[0] == 0

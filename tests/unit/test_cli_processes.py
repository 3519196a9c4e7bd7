"""The command line with the real engine: several processes, signals, and many files."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
import spacy
from spacy.language import Language
from tests.unit.cli_support import run

from quoteattr.cli.interruption import Interrupted, Interruptions

if TYPE_CHECKING:
    from pathlib import Path

    from spacy.tokens import Doc

posix = pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them")

TEXT = "“We are late,” said Ada Okoro. “It rains.”\n"


def folder_of(folder: Path, files: int, text: str = TEXT) -> Path:
    """A folder with some files of the same text."""
    folder.mkdir()
    for number in range(files):
        (folder / f"{number:04}.txt").write_text(text, encoding="utf-8")
    return folder


def command(*arguments: str | Path) -> list[str]:
    """A call of `quoteattr extract` without a pipeline, which starts quickly."""
    return [sys.executable, "-m", "quoteattr", "extract", "--nlp", "blank", *map(str, arguments)]


def test_processes_give_what_one_gives(tmp_path: Path) -> None:
    """Order and content do not depend on the number of processes; bad files are still reported."""
    folder = folder_of(tmp_path / "in", 11)
    (folder / "0005.txt").write_bytes(b"\xff")
    outputs = [tmp_path / "one.jsonl", tmp_path / "two.jsonl"]
    for jobs, output in enumerate(outputs, start=1):
        result = subprocess.run(
            command(folder, "-j", str(jobs), "-o", output), check=False, capture_output=True
        )
        assert result.returncode == 1
        assert result.stderr.count(b"\n") == 1
    lines = outputs[0].read_bytes()
    assert lines.count(b"\n") == 10
    assert outputs[1].read_bytes() == lines


def test_a_pipeline_that_fails_on_one_file(tmp_path: Path) -> None:
    """Its file is named with the reason in one line, and the others are done."""

    @Language.component("tests_fails_on_rain")
    def fails_on_rain(doc: Doc) -> Doc:
        if "rain" in doc.text:
            raise ValueError("too\nwet")
        return doc

    nlp = spacy.blank("en")
    nlp.add_pipe("tests_fails_on_rain")
    nlp.to_disk(tmp_path / "pipeline")
    folder = folder_of(tmp_path / "in", 3, "“We are late,” said Ada Okoro.\n")
    (folder / "0001.txt").write_text("“I like rain,” said Ada Okoro.\n", encoding="utf-8")
    result = run(folder, "--nlp", tmp_path / "pipeline", "--format", "jsonl")
    assert result.exit_code == 1
    assert result.stderr == f"quoteattr: {folder / '0001.txt'}: ValueError: too wet\n"
    assert result.stdout.count("\n") == 2


@posix
def test_signal_ends_all_processes(tmp_path: Path) -> None:
    """Whole lines stay behind, but no process and no word."""
    files, sentences = 300, 20  # each of the sentences becomes a line
    folder, output = folder_of(tmp_path / "in", files, TEXT * sentences), tmp_path / "x.jsonl"
    process = subprocess.Popen(
        command(folder, "-j", "2", "-o", output),
        stderr=subprocess.PIPE,
    )
    while process.poll() is None and not (output.exists() and output.stat().st_size):
        time.sleep(0.05)
    process.send_signal(signal.SIGTERM)
    _, shown = process.communicate(timeout=60)  # ends when no process has stderr open any more
    assert (process.returncode, shown) == (128 + signal.SIGTERM, b"")
    lines = output.read_text(encoding="utf-8").splitlines(keepends=True)
    assert all(json.loads(line) and line.endswith("\n") for line in lines)
    assert 0 < len(lines) < files * sentences


@posix
def test_memory_does_not_grow_with_the_number_of_files(tmp_path: Path) -> None:
    """Ten times the files take the same memory, within a tenth."""
    folder = folder_of(tmp_path / "in", 10)
    peaks = []
    program = (
        "import sys, resource; from quoteattr.cli import app; sys.argv[0] = 'quoteattr';"
        "app(standalone_mode=False);"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)"
    )
    for times in (1, 10):
        arguments = ["extract", "--nlp", "blank", "-o", tmp_path / "x.jsonl", *[folder] * times]
        call = [sys.executable, "-c", program, *map(str, arguments)]
        result = subprocess.run(call, check=True, capture_output=True, text=True)
        peaks.append(int(result.stderr))
    assert peaks[1] < 1.1 * peaks[0]


@posix
def test_a_signal_waits_while_a_document_is_written() -> None:
    """It is raised at the next place where the work may stop; a second one waits no longer."""
    before = signal.getsignal(signal.SIGTERM)
    with Interruptions() as interruptions:
        signal.raise_signal(signal.SIGTERM)
        with pytest.raises(Interrupted), interruptions.allowed():
            pytest.fail("work went on after the signal")
    with Interruptions():
        signal.raise_signal(signal.SIGTERM)
        with pytest.raises(Interrupted):
            signal.raise_signal(signal.SIGTERM)
    assert signal.getsignal(signal.SIGTERM) is before

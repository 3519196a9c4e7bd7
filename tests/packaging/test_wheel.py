"""What is installed is complete, and works without the sources beside it."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import zipfile
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = ROOT / "src"
ENVIRONMENT = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the sources as they stand."""
    folder = tmp_path_factory.mktemp("wheel")
    # Without isolation it takes a second; the build backend may only be there in isolation.
    isolation = ["--no-isolation"] if find_spec("hatchling") else []
    build = [sys.executable, "-m", "build", "--wheel", *isolation, "--outdir", str(folder), "."]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="session")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The interpreter of a new environment: the wheel, and the dependencies we run with."""
    folder = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    scripts = folder / ("Scripts" if sys.platform == "win32" else "bin")
    interpreter = scripts / "python"
    install = ["--python", str(interpreter), "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([sys.executable, "-m", "pip", *install, str(wheel)], check=True)
    # A folder named in a .pth file has its own .pth files ignored, so the sources stay invisible.
    (packages,) = folder.glob("**/site-packages")
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return interpreter


def output_of(*command: str | Path, folder: Path) -> str:
    """What a command prints, run in *folder*, with no path to other packages inherited."""
    return subprocess.run(
        command, cwd=folder, env=ENVIRONMENT, check=True, capture_output=True, encoding="utf-8"
    ).stdout


def test_wheel_holds_the_package_and_nothing_else(wheel: Path) -> None:
    """Every file of the package (code, word lists, schema, py.typed), no tests, no tools."""
    with zipfile.ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if ".dist-info/" not in name}
    expected = {
        path.relative_to(SOURCES).as_posix()
        for path in (SOURCES / "quoteattr").rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    assert packed == expected
    assert {"quoteattr/py.typed", "quoteattr/schema/quote.schema.json"} <= packed
    assert any(name.startswith("quoteattr/lexicon/en/") for name in packed)


def test_wheel_carries_licence_and_command(wheel: Path) -> None:
    """The licence travels along, and the command is declared."""
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        (entry_points,) = (name for name in names if name.endswith("entry_points.txt"))
        assert "quoteattr = quoteattr.cli:main" in archive.read(entry_points).decode("utf-8")
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_installed_command_extracts(python: Path, tmp_path: Path) -> None:
    """The installed command finds quotations in the sample article, from any folder."""
    article = ROOT / "examples" / "summit.txt"
    rows = output_of(
        python.with_name("quoteattr"), "extract", "--format", "csv", article, folder=tmp_path
    )
    assert "Ines Okafor" in rows
    assert len(rows.splitlines()) > 5


def test_installed_command_writes_files(python: Path, tmp_path: Path) -> None:
    """Brat with its configuration, columns from two processes, and Parquet where pyarrow is."""
    command, article = python.with_name("quoteattr"), ROOT / "examples" / "summit.txt"
    output_of(command, "extract", "-f", "brat", "-o", "brat", article, folder=tmp_path)
    written = {path.name for path in (tmp_path / "brat").iterdir()}
    assert written == {"annotation.conf", "summit.txt", "summit.ann"}
    two = ("-j", "2", "--nlp", "blank")
    output_of(command, "extract", *two, "-o", "x.conll", article, article, folder=tmp_path)
    assert (tmp_path / "x.conll").read_text(encoding="utf-8").count("# newdoc") == 2
    if find_spec("pyarrow"):
        output_of(command, "extract", "-o", "x.parquet", article, folder=tmp_path)
        assert (tmp_path / "x.parquet").read_bytes()[:4] == b"PAR1"


def test_installed_component_is_found(python: Path, tmp_path: Path) -> None:
    """SpaCy finds the component in the wheel, saves it in a pipeline, and scores it."""
    program = (
        "import spacy; nlp = spacy.blank('en'); nlp.add_pipe('quoteattr'); nlp.to_disk('p');"
        "doc = spacy.load('p')('“No,” said Ada Okoro.'); print(doc._.quotes[0].speaker.name);"
        "from spacy.training import Example;"
        "print(nlp.evaluate([Example(nlp.make_doc(doc.text), doc)])['spans_quotes_f'])"
    )
    shown = output_of(python, "-W", "ignore", "-c", program, folder=tmp_path)
    assert shown.splitlines() == ["Ada Okoro", "1.0"]


def test_installed_package_is_the_one_that_runs(python: Path, tmp_path: Path) -> None:
    """The environment sees the wheel, not the sources, with schema and word lists."""
    program = (
        "import quoteattr; from importlib.resources import files;"
        "print(quoteattr.__file__); print(quoteattr.json_schema()['title']);"
        "from quoteattr.lexicon import words; print(len(words('cues')) > 50)"
    )
    place, title, many = output_of(python, "-c", program, folder=tmp_path).splitlines()
    assert Path(place).is_relative_to(python.parents[1])
    assert (title, many) == ("Quotation", "True")


def test_import_is_light(python: Path, tmp_path: Path) -> None:
    """`import quoteattr` brings in none of the heavy libraries: they come with the first text."""
    program = "import sys, quoteattr; print(*sys.modules, sep='\\n')"
    loaded = output_of(python, "-c", program, folder=tmp_path).split()
    heavy = {"spacy", "thinc", "numpy", "cattrs", "typer", "click", "rich", "pydantic"}
    assert {name.partition(".")[0] for name in loaded} & heavy == set()


def test_import_is_fast(python: Path, tmp_path: Path) -> None:
    """The best of five imports takes less than 0.15 seconds of processor time."""
    program = (
        "import time; start = time.process_time(); import quoteattr;"
        "print(time.process_time() - start)"
    )
    times = [float(output_of(python, "-c", program, folder=tmp_path)) for _ in range(5)]
    assert min(times) < 0.15


def test_import_does_nothing(python: Path, tmp_path: Path) -> None:
    """Importing prints nothing, warns of nothing, and every public name can be had."""
    program = "import quoteattr; [getattr(quoteattr, name) for name in quoteattr.__all__]"
    command = [str(python), "-W", "error::DeprecationWarning:quoteattr", "-c", program]
    result = subprocess.run(command, cwd=tmp_path, env=ENVIRONMENT, check=True, capture_output=True)
    assert (result.stdout, result.stderr) == (b"", b"")

"""A broken installation of ours never breaks spaCy: it shows where the component is asked for."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SOURCES = Path(__file__).parents[2] / "src" / "quoteattr"

METADATA = "Metadata-Version: 2.1\nName: quoteattr\nVersion: 0.1.0\n"
ENTRY_POINT = "[spacy_factories]\nquoteattr = quoteattr.component:make_component\n"

PROGRAM = """
import spacy
nlp = spacy.blank("en")
assert [token.text for token in nlp("All is well.")] == ["All", "is", "well", "."]
import quoteattr
print(quoteattr.__file__)
try:
    nlp.add_pipe("quoteattr")
except Exception as error:
    print(type(error).__name__)
"""


def broken(folder: Path, damage: str) -> Path:
    """An installation in *folder* in which something is wrong."""
    shutil.copytree(SOURCES, folder / "quoteattr", ignore=shutil.ignore_patterns("__pycache__"))
    information = folder / "quoteattr-0.1.0.dist-info"
    information.mkdir()
    (information / "METADATA").write_text(METADATA)
    (information / "entry_points.txt").write_text(ENTRY_POINT)
    package = folder / "quoteattr"
    if damage == "only the component is there":
        for path in package.iterdir():
            if path.name not in ("__init__.py", "component.py"):
                shutil.rmtree(path) if path.is_dir() else path.unlink()
    elif damage == "a module cannot be parsed":
        (package / "datatypes.py").write_text("class Quote(:\n")
    elif damage == "a module raises":
        (package / "errors.py").write_text("raise RuntimeError('out of order')\n")
    else:
        (folder / "attrs.py").write_text("raise ImportError('no attrs')\n")
    return folder


@pytest.mark.parametrize(
    ("damage", "error"),
    [
        ("only the component is there", "ModuleNotFoundError"),
        ("a module cannot be parsed", "SyntaxError"),
        ("a module raises", "RuntimeError"),
        ("a dependency is missing", "ImportError"),
    ],
)
def test_spacy_works_beside_a_broken_installation(tmp_path: Path, damage: str, error: str) -> None:
    """`spacy.blank` gives a working pipeline; only `add_pipe` fails, with the cause."""
    folder = broken(tmp_path, damage)
    result = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", PROGRAM],
        env={**os.environ, "PYTHONPATH": str(folder)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    place, raised = result.stdout.split("\n")[:2]
    assert Path(place).is_relative_to(folder)
    assert raised == error


def test_making_a_pipeline_imports_hardly_anything_of_ours() -> None:
    """SpaCy's look at the entry points costs the import of two small modules."""
    program = "import spacy, sys; spacy.blank('en'); print(*sys.modules, sep='\\n')"
    shown = subprocess.check_output([sys.executable, "-W", "ignore", "-c", program], text=True)
    ours = {name for name in shown.split() if name.partition(".")[0] == "quoteattr"}
    parts = {"quoteattr.parts", "quoteattr.parts.boundaries"}
    assert ours == {"quoteattr", "quoteattr.component"} | parts

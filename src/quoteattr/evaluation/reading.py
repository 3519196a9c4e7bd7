"""Gold from wherever it lies: a JSON Lines file, or a folder of brat files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from quoteattr.evaluation.brat import read_brat
from quoteattr.evaluation.gold import GoldError
from quoteattr.evaluation.jsonlines import read_jsonl

if TYPE_CHECKING:
    from quoteattr.evaluation.gold import GoldDocument


def read_gold(path: str | Path) -> list[GoldDocument]:
    """The gold documents at *path*.

    Args:
        path: A JSON Lines file, one document a line; or a folder with pairs of `NAME.txt` and
            `NAME.ann`, read in order of their names.

    Raises:
        GoldError: Nothing is there, or a file is not what it should be.
    """
    path = Path(path)
    if not path.is_dir():
        return read_jsonl(path)
    annotations = sorted(path.glob("*.ann"))
    if not annotations:
        raise GoldError(str(path), "the folder holds no .ann file")
    return [read_brat(annotation.with_suffix(".txt"), annotation) for annotation in annotations]

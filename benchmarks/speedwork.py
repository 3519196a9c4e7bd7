"""One measurement in a process of its own: `python -m benchmarks.speedwork SYSTEM SHAPE SIZE`.

Prints one JSON object: seconds (of the processor) to load and to read, words, and the peak memory
of the process.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from benchmarks import systems
from benchmarks.systems.pipelines import SHIPPED, load_nlp

if TYPE_CHECKING:
    from benchmarks.systems import System
    from quoteattr.datatypes import Quote

SPACY: Final = "spacy"
_NAMES: Final = ("Okoro", "Lund", "Whitfield", "Vance")
_OTHERS: Final = ("Abara", "Holm", "Pryce", "Sorel", "Tamsin", "Ueda", "Varga", "Weems", "Yates")


class SpacyAlone:
    """spaCy's own pipeline and nothing else: what the others stand on."""

    version = "spaCy"

    def __init__(self, nlp: str = SHIPPED) -> None:
        self._nlp = load_nlp(nlp)
        self._nlp.max_length = sys.maxsize

    def find(self, text: str) -> list[Quote]:
        """Nothing: the text is only parsed."""
        self._nlp(text)
        return []


def build(name: str) -> System:
    """The system, or spaCy alone for `spacy` and `spacy:PIPELINE`."""
    kind, _, nlp = name.partition(":")
    return SpacyAlone(nlp or SHIPPED) if kind == SPACY else systems.build(name)


def texts(size: int, shape: str) -> list[str]:
    """About *size* characters of an invented article, over and over with other names.

    Args:
        size: Characters in all.
        shape: "one" document, or "many" of about the article's length.
    """
    article = (files("benchmarks") / "data" / "sample.txt").read_text(encoding="utf-8")
    found: list[str] = []
    length = 0
    while length < size:
        copy = article
        for place, name in enumerate(_NAMES):
            other = _OTHERS[(len(found) + place * len(found)) % len(_OTHERS)]
            copy = copy.replace(name, other if len(found) % 2 else name)
        copy = copy[: size - length]
        found.append(copy)
        length += len(copy) + (2 if shape == "one" else 0)
    return ["\n\n".join(found)] if shape == "one" else found


def main() -> None:
    """Measure once and print."""
    name, shape, size = sys.argv[1], sys.argv[2], int(sys.argv[3])
    begun = time.process_time()
    system = build(name)
    system.find("“We are late,” said Ada Okoro.")
    load = time.process_time() - begun
    documents = texts(size, shape)
    begun = time.process_time()
    for text in documents:
        system.find(text)
    seconds = time.process_time() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(
        json.dumps(
            {
                "load_seconds": load,
                "seconds": seconds,
                "words": sum(len(text.split()) for text in documents),
                "documents": len(documents),
                "peak_mb": round(peak / (1024 * 1024 if sys.platform == "darwin" else 1024)),
                "version": system.version,
            }
        )
    )


if __name__ == "__main__":
    main()

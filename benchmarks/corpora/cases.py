"""The project's own short cases, articles and stories (tests/cases), all texts invented."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from benchmarks.corpora.base import CorpusKind, Files
from benchmarks.problems import BenchmarkError
from quoteattr.datatypes import QuoteKind
from quoteattr.evaluation import EVERYTHING, GoldDocument, GoldQuote, of_kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from types import ModuleType

    from quoteattr.evaluation.gold import Range

_PROJECT: Final = Path(__file__).parents[2]
_SHORT: Final = "short"
_WHOLE: Final = ("articles", "stories")


def _reader(name: str) -> ModuleType:
    """One of the readers that the tests use; the tests are no installed package."""
    if str(_PROJECT) not in sys.path:
        sys.path.append(str(_PROJECT))
    try:
        return importlib.import_module(f"tests.{name}")
    except ImportError as error:
        raise BenchmarkError(f"cases: their reader is not in tests: {error}") from error


def documents(files: Files, split: str, wanted: Callable[[str], bool]) -> Iterator[GoldDocument]:
    """The cases of a split, by file and label; those with options of their own are left out."""
    reader = _reader("case_files")
    try:
        if split in ("all", _SHORT):
            yield from _short(files, reader, wanted)
        for folder in _WHOLE:
            if split in ("all", folder):
                yield from _whole(files, folder, wanted)
    except reader.CaseError as error:
        raise BenchmarkError(f"cases: {error}") from error


def _short(
    files: Files, reader: ModuleType, wanted: Callable[[str], bool]
) -> Iterator[GoldDocument]:
    for path in sorted(files.root.glob("*.json")):
        files.text(path)  # for the checksum
    for case in reader.load_cases(files.root):
        if not case.has_options and wanted(case.id):
            yield GoldDocument(id=case.id, text=case.text, quotes=_quotes(case.quotes))


def _whole(files: Files, folder: str, wanted: Callable[[str], bool]) -> Iterator[GoldDocument]:
    reader = _reader("article_files")
    for path in sorted((files.root / folder).glob("*.json")):
        name = f"{folder}/{path.stem}"
        if wanted(name):
            files.text(path)
            files.text(path.with_suffix(".txt"))
            case = reader.read_article(path).case
            yield GoldDocument(id=name, text=case.text, quotes=_quotes(case.quotes))


def _quotes(cases: Iterable[Any]) -> list[GoldQuote]:
    """All quotations and those inside them; borderline ones are left out."""
    found: list[GoldQuote] = []
    for item in cases:
        if not item.optional:
            found.append(_quote(item))
        found.extend(_quotes(item.nested))
    return sorted(found, key=lambda quote: quote.content)


def _quote(item: Any) -> GoldQuote:
    named = item.speaker is not None and str(item.speaker_kind or "person") != "unnamed"
    return GoldQuote(
        content=_ranges(item.content),
        kind=item.kind,
        cue=_ranges([item.cue] if item.cue else []),
        source=_ranges([item.source] if item.source else []),
        speaker=item.speaker,
        aliases=[other.speaker for other in item.alternatives if other.speaker],
        named=named,
        reference=item.reference,
        other_contents=tuple(_ranges(other.content) for other in item.alternatives),
        other_kinds=frozenset(other.kind for other in item.alternatives) - {item.kind},
    )


def _ranges(spans: Iterable[Any]) -> tuple[Range, ...]:
    return tuple((span.start, span.end) for span in spans)


CASES = CorpusKind(
    name="cases",
    title="Own cases",
    folders=("cases",),
    source="tests/cases of this project",
    splits=("all", _SHORT, *_WHOLE),
    documents=documents,
    note="invented beside the rules, known failures included: no test of them",
    subsets=(EVERYTHING, *map(of_kind, QuoteKind)),
)

"""The project's own short cases, articles and stories (tests/cases), all texts invented."""

from __future__ import annotations

import importlib.util
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

_READER: Final = Path(__file__).parents[2] / "tests" / "case_files.py"
_FOLDERS: Final = {"short": ".", "articles": "articles", "stories": "stories"}


def _reader() -> ModuleType:
    """The reader of case files that the tests use."""
    name = "quoteattr_case_files"
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, _READER)
        if spec is None or spec.loader is None or not _READER.is_file():
            raise BenchmarkError(f"cases: {_READER.name} is not beside the cases")
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        spec.loader.exec_module(module)
    return sys.modules[name]


def documents(files: Files, split: str, wanted: Callable[[str], bool]) -> Iterator[GoldDocument]:
    """The cases of a split, by file and label; those with options of their own are left out."""
    reader = _reader()
    chosen = _FOLDERS.values() if split == "all" else [_FOLDERS[split]]
    for name in chosen:
        folder = files.root / name
        for path in sorted(folder.glob("*.json")):
            files.text(path)  # for the checksum
        try:
            cases = reader.load_cases(folder)
        except (reader.CaseError, OSError) as error:
            raise BenchmarkError(f"cases: {error}") from error
        for case in cases:
            if case.modes is None and case.kinds is None and wanted(case.id):
                yield GoldDocument(id=case.id, text=case.text, quotes=_quotes(case.quotes))


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
    splits=("all", "short", "articles", "stories"),
    documents=documents,
    subsets=(EVERYTHING, *map(of_kind, QuoteKind)),
)

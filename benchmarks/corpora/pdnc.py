"""PDNC: whole novels, every quotation with its speaker and the type of its reference.

Vishnubhotla, Hammond and Hirst (LREC 2022), second release. Spans exclude the quotation marks.
"""

from __future__ import annotations

import ast
import csv
import io
import sys
from typing import TYPE_CHECKING, Any, Final

from benchmarks.corpora.base import CorpusKind, Files
from quoteattr.datatypes import QuoteKind
from quoteattr.evaluation import (
    UTTERANCES,
    GoldDocument,
    GoldError,
    GoldQuote,
    Protocol,
    Subset,
)
from quoteattr.evaluation.judging import UTTERED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from quoteattr.evaluation.gold import Range

_QUOTATIONS: Final = ("quoteText", "subQuotationList", "quoteByteSpans", "speaker", "quoteType")
_PEOPLE: Final = ("Main Name", "Aliases")
_TYPES: Final = ("explicit", "anaphoric", "implicit")


def documents(
    files: Files,
    split: str,  # noqa: ARG001 - there is only one
    wanted: Callable[[str], bool],
) -> Iterator[GoldDocument]:
    """The novels, by name."""
    for folder in sorted((files.root / "data").glob("*")):
        if folder.is_dir() and wanted(folder.name):
            yield document_of(
                folder.name,
                files.text(folder / "novel_text.txt"),
                quotations=files.text(folder / "quotation_info.csv"),
                people=files.text(folder / "character_info.csv"),
            )


def document_of(name: str, text: str, *, quotations: str, people: str) -> GoldDocument:
    """The gold document of one novel.

    Raises:
        GoldError: A column is missing, a cell is malformed, or a span does not cut its words.
    """
    cast = _cast(people, name)
    quotes = []
    for number, row in _table(quotations, _QUOTATIONS, name):
        where = f"{name}, quotation {number}"
        spans = _literal(row["quoteByteSpans"], where)
        said = _literal(row["subQuotationList"], where)
        if not spans or len(spans) != len(said):
            raise GoldError(where, f"{len(spans)} spans for {len(said)} stretches of text")
        content = tuple(
            _trimmed(text, span, words, where) for span, words in zip(spans, said, strict=True)
        )
        quotes.append(_quote(tuple(sorted(content)), row, cast))
    return GoldDocument(
        id=name,
        text=text,
        quotes=sorted(quotes, key=lambda quote: quote.content),
        cast=tuple(dict.fromkeys(cast.values())),
    )


def _quote(
    content: tuple[Range, ...], row: dict[str, str], cast: dict[str, tuple[str, ...]]
) -> GoldQuote:
    speaker = row["speaker"].strip()
    person = not speaker.startswith("_") and speaker != ""  # _narr, _group, _unknowable
    names = cast.get(speaker, (speaker,)) if person else ()
    return GoldQuote(
        content=content,
        kind=QuoteKind.DIRECT,
        speaker=names[0] if names else None,
        aliases=names[1:],
        label=row["quoteType"].strip().lower(),
    )


def _trimmed(text: str, span: Any, words: str, where: str) -> Range:
    """The span without white space at its ends, checked to cut *words*."""
    try:
        start, end = map(int, span)
    except (TypeError, ValueError) as error:
        raise GoldError(where, f"no span: {span!r:.40}") from error
    cut = text[start:end]
    if cut.split() != str(words).split() or not cut.strip():
        raise GoldError(where, f"the text there is {cut!r:.40}, not {words!r:.40}")
    return start + len(cut) - len(cut.lstrip()), start + len(cut.rstrip())


def _cast(people: str, name: str) -> dict[str, tuple[str, ...]]:
    """All names of a person, by each of them; the main name first."""
    cast: dict[str, tuple[str, ...]] = {}
    for number, row in _table(people, _PEOPLE, name):
        main = row["Main Name"].strip()
        aliases = sorted(map(str, _literal(row["Aliases"], f"{name}, person {number}")))
        names = tuple(dict.fromkeys([main, *(alias for alias in aliases if alias.strip())]))
        for one in names[1:]:
            cast.setdefault(one, names)
        cast[main] = names
    return cast


def _table(data: str, columns: tuple[str, ...], name: str) -> Iterator[tuple[int, dict[str, str]]]:
    csv.field_size_limit(sys.maxsize)
    reader = csv.DictReader(io.StringIO(data, newline=""))
    missing = set(columns) - set(reader.fieldnames or ())
    if missing:
        raise GoldError(name, f"no column {', '.join(sorted(missing))}")
    for number, row in enumerate(reader, start=1):
        if any(row[column] is None for column in columns):
            raise GoldError(name, f"row {number} is cut off")
        yield number, row


def _literal(cell: str, where: str) -> Any:
    try:
        value = ast.literal_eval(cell)
    except (ValueError, SyntaxError) as error:
        raise GoldError(where, f"malformed: {cell!r:.40}") from error
    if not isinstance(value, list | tuple | set):
        raise GoldError(where, f"a list was expected: {cell!r:.40}")
    return value


def _of_type(label: str) -> Subset:
    return Subset(
        name=label,
        gold=lambda quote: quote.label == label,
        predicted=lambda _: False,
        modes=UTTERED,
        precision=False,
    )


PDNC = CorpusKind(
    name="pdnc",
    title="PDNC",
    folders=("pdnc",),
    source="https://github.com/Priya22/project-dialogism-novel-corpus",
    splits=("all",),
    documents=documents,
    protocol=Protocol(quoted_only=True),
    subsets=(UTTERANCES, *map(_of_type, _TYPES)),
    note="whole novels; narrator, groups and unknowable speakers left out of entity accuracy",
)

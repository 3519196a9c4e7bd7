"""LitBank: excerpts of novels with quotations and their speakers; every part is a row of its own.

Bamman, Lewke and Mansoor (LREC 2020); Sims and Bamman (EMNLP 2020). Offsets refer to the text with
its natural spacing, which differs from the annotated, tokenised one in white space only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

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

Places = list[list[tuple[int, int]]]
"""Where each token of each sentence stands in the text."""


def documents(
    files: Files,
    split: str,  # noqa: ARG001 - there is only one
    wanted: Callable[[str], bool],
) -> Iterator[GoldDocument]:
    """The excerpts, by name."""
    for path in sorted((files.root / "original").glob("*.txt")):
        if wanted(path.stem):
            folder = files.root / "quotations" / "tsv"
            yield document_of(
                path.stem,
                files.text(path),
                tokens=files.text(folder / f"{path.stem}_brat.txt"),
                quotations=files.text(folder / f"{path.stem}_brat.ann"),
                chains=files.text(files.root / "coref" / "tsv" / f"{path.stem}_brat.ann"),
            )


def document_of(name: str, text: str, *, tokens: str, quotations: str, chains: str) -> GoldDocument:
    """The gold document of one excerpt.

    Raises:
        GoldError: The tokens do not spell the text, or a row is malformed.
    """
    places = align(text, tokens, where=name)
    names, described = (_texts(chains, name, form) for form in ("PROP", "NOM"))
    speakers: dict[str, str] = {}
    rows: list[tuple[str, Range]] = []
    for number, cells in rows_of(quotations):
        where = f"{name}, line {number}"
        if cells[0] == "ATTRIB" and len(cells) == 3:
            speakers[cells[1]] = cells[2]
        elif cells[0] == "QUOTE" and len(cells) == 7:
            span = span_of(cells[2:6], places, where)
            if "".join(text[slice(*span)].split()) != "".join(cells[6].split()):
                raise GoldError(where, f"the text there is {text[slice(*span)]!r:.40}")
            rows.append((cells[1], span))
        else:
            raise GoldError(where, f"neither QUOTE nor ATTRIB: {' '.join(cells):.40}")
    return GoldDocument(
        id=name,
        text=text,
        quotes=sorted(
            (_quote(span, speakers.get(row), names, described) for row, span in rows),
            key=lambda quote: quote.content,
        ),
        cast=tuple(tuple(group) for group in names.values()),
    )


def _quote(
    span: Range, entity: str | None, names: dict[str, list[str]], described: dict[str, list[str]]
) -> GoldQuote:
    proper = names.get(entity or "", [])
    speaker = proper[0] if proper else None
    if speaker is None and entity is not None:
        speaker = entity.rpartition("-")[0].replace("_", " ")
    return GoldQuote(
        content=(span,),
        kind=QuoteKind.DIRECT,
        speaker=speaker,
        aliases=proper[1:],
        named=bool(proper),
        descriptions=described.get(entity or "", []),
        label="named" if proper else "unnamed",
    )


def align(text: str, tokens: str, *, where: str) -> Places:
    """Where each token stands: one sentence a line, tokens parted by blanks, white space aside."""
    at = 0
    places: Places = []
    for line in tokens.split("\n"):
        sentence = []
        for token in line.split():
            start = end = None
            for char in token:
                while at < len(text) and text[at].isspace():
                    at += 1
                if at >= len(text) or text[at] != char:
                    raise GoldError(
                        where, f"the text goes on {text[at : at + 20]!r}, not {token!r}"
                    )
                start = at if start is None else start
                at += 1
                end = at
            if start is not None and end is not None:
                sentence.append((start, end))
        places.append(sentence)
    return places


def span_of(numbers: list[str], places: Places, where: str) -> Range:
    """The stretch of text from the line and token of its first token to those of its last.

    Raises:
        GoldError: There are no such tokens.
    """
    try:
        first_line, first, last_line, last = map(int, numbers)
        return places[first_line][first][0], places[last_line][last][1]
    except (ValueError, IndexError) as error:
        raise GoldError(where, f"no such tokens: {' '.join(numbers)}") from error


def _texts(chains: str, name: str, form: str) -> dict[str, list[str]]:
    """What each person is called by its mentions of a *form*, the longest first.

    Args:
        chains: The rows of the excerpt.
        name: Its name.
        form: `PROP` for its names, `NOM` for descriptions, of which what a comma adds is left out.
    """
    texts: dict[str, str] = {}
    found: dict[str, list[str]] = {}
    for number, cells in rows_of(chains):
        if cells[0] == "MENTION" and len(cells) == 9:
            if cells[8] == form and cells[7] == "PER":
                whole = cells[6].replace(" '", "'")
                texts[cells[1]] = whole if form == "PROP" else whole.partition(" ,")[0]
        elif cells[0] == "COREF" and len(cells) == 3:
            text = texts.get(cells[1])
            if text is not None and text not in found.setdefault(cells[2], []):
                found[cells[2]].append(text)
        elif cells[0] not in ("COP", "APPOS"):
            raise GoldError(f"{name}, line {number}", f"no row of LitBank: {' '.join(cells):.40}")
    return {
        entity: sorted(group, key=lambda n: -len(n)) for entity, group in found.items() if group
    }


def rows_of(data: str) -> Iterator[tuple[int, list[str]]]:
    """The cells of each row of an annotation file, with its line number."""
    for number, line in enumerate(data.split("\n"), start=1):
        if line.strip():
            yield number, line.rstrip("\r").split("\t")


LITBANK = CorpusKind(
    name="litbank",
    title="LitBank",
    folders=("litbank-quotations", "litbank"),
    source="https://github.com/dbamman/litbank",
    splits=("all",),
    documents=documents,
    protocol=Protocol(parts=True, quoted_only=True),
    subsets=(
        UTTERANCES,
        Subset(
            name="named speaker",
            gold=lambda quote: quote.named,
            predicted=lambda _: False,
            modes=UTTERED,
            precision=False,
        ),
    ),
    note="every part scored by itself; speakers without a proper name left out of entity accuracy",
)

"""Quotations as brat stand-off annotation, in the manner of PolNeAR: writing."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Final

from quoteattr.datatypes import QuoteKind
from quoteattr.errors import ArgumentValueError
from quoteattr.formats.document import numbered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from quoteattr.datatypes import Quote, Span
    from quoteattr.formats.document import Document

CONFIGURATION: Final = "annotation.conf"


def to_brat(quotes: Iterable[Quote]) -> str:
    r"""*quotes* as the content of an `.ann` file; empty when there are none.

    Each quotation, nested ones included, is an event `Attribution` (`Attribution-no-source` without
    a source) on its cue, with the roles `Content` (`Content2`, ... for further parts), `Cue`,
    `Source`, `Addressee`, `Quoted` (of a mixed one), and `Nested` for the quotations inside;
    attributes give kind, mode, reference and the kind of the speaker, a note the speaker's name. A
    span over a line break is written as fragments around it. Offsets count code points.

        T1	Content 0 5	“No,”
        T2	Cue 6 10	said
        T3	Source 11 20	Ada Okoro
        T4	Attribution 6 10	said
        E1	Attribution:T4 Content:T1 Cue:T2 Source:T3
    """
    flat = list(enumerate(numbered(quotes), start=1))
    inner: dict[int | None, list[int]] = {}
    for number, (outer, _) in flat:
        inner.setdefault(outer, []).append(number)
    stretches = _Stretches()
    return "".join(
        f"{line}\n"
        for number, (_, quote) in flat
        for line in _lines(number, quote, inner.get(number, ()), stretches)
    )


def write_brat(documents: Iterable[Document], folder: str | Path) -> None:
    """Write a pair of `NAME.txt` and `NAME.ann` for each document into *folder*.

    The name is that of the document, its last suffix dropped; folders in it are made. The text
    keeps its line ends; one that lies there already, unchanged, is left alone. A file
    `annotation.conf` for the brat server is laid down where there is none. An `.ann` file is there
    whole, or not at all.

    Raises:
        ArgumentValueError: A name leads out of *folder*.
        OSError: A file cannot be written.
    """
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / CONFIGURATION).exists():
        _put(folder / CONFIGURATION, (files(__package__) / CONFIGURATION).read_text("utf-8"))
    for document in documents:
        text_path, ann_path = brat_paths(folder, document.name)
        text_path.parent.mkdir(parents=True, exist_ok=True)
        _put(text_path, document.text)
        _put(ann_path, to_brat(document.quotes))


def brat_paths(folder: Path, name: str) -> tuple[Path, Path]:
    """Where `write_brat` puts text and annotation of the document called *name*.

    Raises:
        ArgumentValueError: The name is empty or leads out of *folder*.
    """
    path = Path(name)
    if not path.name or path.is_absolute() or ".." in path.parts:
        raise ArgumentValueError("name", name, "a path inside the folder")
    return folder / path.with_suffix(".txt"), folder / path.with_suffix(".ann")


def _put(path: Path, text: str) -> None:
    """Write a file, unless it is there as it should be, so that it is never seen half written."""
    data = text.encode("utf-8", "surrogatepass")
    if path.is_file() and path.read_bytes() == data:
        return
    beside = path.with_name(f"{path.name}.part")
    beside.write_bytes(data)
    beside.replace(path)


class _Stretches:
    """The `T` lines so far; a stretch that several quotations share is written once."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}

    def name(self, type_: str, span: Span, lines: list[str]) -> str:
        """The id of the stretch; its line is added to *lines* where it is new."""
        stretch = f"{type_} {_fragments(span)}"
        if stretch not in self._names:
            self._names[stretch] = name = f"T{len(self._names) + 1}"
            lines.append(f"{name}\t{stretch}")
        return self._names[stretch]


def _fragments(span: Span) -> str:
    """The ranges of the lines that a span runs over, and their words, as a `T` line has them."""
    ranges, words, start = [], [], span.start
    for line in span.text.splitlines(keepends=True):
        if kept := line.strip():
            first = start + len(line) - len(line.lstrip())
            ranges.append(f"{first} {first + len(kept)}")
            words.append(kept)
        start += len(line)
    if not words:  # nothing but white space: no way to write it without
        return f"{span.start} {span.end}\t"
    return f"{';'.join(ranges)}\t{' '.join(words)}"


def _lines(number: int, quote: Quote, inner: Sequence[int], stretches: _Stretches) -> Iterator[str]:
    lines: list[str] = []
    roles = [("Content", part) for part in quote.content]
    roles += [("Cue", quote.cue)] if quote.cue else []
    roles += [("Source", quote.source)] if quote.source else []
    roles += [("Addressee", quote.addressee)] if quote.addressee else []
    roles += [("Quoted", part) for part in quote.quoted if quote.kind is QuoteKind.MIXED]
    filled = [(role, stretches.name(role, span, lines)) for role, span in roles]
    filled += [("Nested", f"E{place}") for place in inner]
    type_ = "Attribution" if quote.source else "Attribution-no-source"
    trigger = stretches.name(type_, quote.cue or quote.content[0], lines)
    yield from lines
    yield f"E{number}\t{type_}:{trigger} {' '.join(_numbered_roles(filled))}"
    yield from _attributes(number, quote)


def _numbered_roles(filled: Iterable[tuple[str, str]]) -> Iterator[str]:
    """`Content:T1 Content2:T5`: brat numbers a role that is filled more than once."""
    seen: dict[str, int] = {}
    for role, target in filled:
        seen[role] = seen.get(role, 0) + 1
        yield f"{role}{seen[role] if seen[role] > 1 else ''}:{target}"


def _attributes(number: int, quote: Quote) -> Iterator[str]:
    values = {
        "Kind": quote.kind,
        "Mode": quote.mode,
        "Reference": quote.reference,
        "SpeakerKind": quote.speaker and quote.speaker.kind,
    }
    for place, (name, value) in enumerate(values.items(), start=1):
        if value is not None:
            yield f"A{len(values) * (number - 1) + place}\t{name} E{number} {value}"
    if quote.speaker is not None:
        name = " ".join(quote.speaker.name.split())
        yield f"#{number}\tAnnotatorNotes E{number}\tspeaker: {name}"

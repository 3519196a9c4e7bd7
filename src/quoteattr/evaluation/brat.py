"""Reading brat stand-off annotation of attributions, as PARC and PolNeAR write it.

    T1	Source 0 8	Ada Okoro            a stretch: type, range(s) in code points, its text
    T2	Cue 9 13	said
    T3	Content 14 32;33 40	...      `;` joins the parts of one stretch
    E1	Attribution:T4 Source:T1 Cue:T2 Content:T3

Every stretch is checked against the text it claims to cut.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import regex
from attrs import frozen

from quoteattr.evaluation.gold import GoldDocument, GoldError, GoldQuote, Range
from quoteattr.evaluation.kinds import joined, kind_of, quoted_ranges

_STRETCH: Final = regex.compile(r"(T\d+)\t(\S+) ((?:\d+ \d+;?)++)\t(.*)")
_RELATION: Final = regex.compile(r"(E\d+)\t(\S+?):(T\d+)\s*+(.*)")
_ARGUMENT: Final = regex.compile(r"(\p{L}+)\d*:(T\d+)")
_ENTRY: Final = regex.compile(r"[A-Z#*]\d*\t")
_NOTE: Final = regex.compile(r"[#ARNM*]\d*\t")


@frozen
class Stretch:
    """A `T` line: its type and its ranges, ordered, those that touch joined."""

    type: str
    ranges: tuple[Range, ...]


@frozen
class Relation:
    """An `E` line: its type, and for each role (digits cut off: `Content2`) the stretches."""

    type: str
    arguments: tuple[tuple[str, str], ...]

    def of(self, role: str) -> tuple[str, ...]:
        """The ids of the stretches in *role*, in the order of the line."""
        return tuple(target for name, target in self.arguments if name == role)


@frozen
class Standoff:
    """An annotation file: stretches by id, and the relations in order."""

    stretches: dict[str, Stretch]
    relations: tuple[Relation, ...]


def read_brat(text_path: str | Path, ann_path: str | Path) -> GoldDocument:
    """The document of a `.txt` and an `.ann` file; its id is the name of the text file.

    `Attribution` relations become quotations, kind by the quotation marks; `Discard` stretches are
    set aside. A relation without content is left out.

    Raises:
        GoldError: A file cannot be read, a line is malformed, or a stretch does not cut its text.
    """
    text = read_text(text_path)
    standoff = parse_standoff(read_text(ann_path), text, where=Path(ann_path).name)
    return document_of(Path(text_path).stem, text, standoff)


def read_text(path: str | Path) -> str:
    """The file as it is, line ends untouched.

    Raises:
        GoldError: There is no such file, or it is no UTF-8.
    """
    try:
        return Path(path).read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise GoldError(str(path), f"no UTF-8 at byte {error.start}") from error
    except OSError as error:
        raise GoldError(str(path), error.strerror or "cannot be read") from error


def parse_standoff(annotation: str, text: str, *, where: str = "annotation") -> Standoff:
    """The stretches and relations of *annotation*, checked against *text*.

    Raises:
        GoldError: A line is malformed, a stretch does not cut its text, or a relation names a
            stretch that is not there.
    """
    stretches: dict[str, Stretch] = {}
    relations = []
    for number, line in _entries(annotation):
        here = f"{where}, line {number}"
        if found := _STRETCH.fullmatch(line):
            name, type_, ranges, words = found.groups()
            stretches[name] = Stretch(type_, _checked(ranges, words, text, here))
        elif found := _RELATION.fullmatch(line):
            relations.append(Relation(found[2], tuple(_ARGUMENT.findall(found[4]))))
        elif not _NOTE.match(line):
            raise GoldError(here, f"malformed: {line:.60}")
    for relation in relations:
        for _, target in relation.arguments:
            if target not in stretches:
                raise GoldError(where, f"{relation.type} names {target}, which is not there")
    return Standoff(stretches, tuple(relations))


def _entries(annotation: str) -> list[tuple[int, str]]:
    """The entries with the number of their line; a stretch text may run over several lines."""
    entries: list[tuple[int, str]] = []
    for number, line in enumerate(annotation.replace("\r\n", "\n").split("\n"), start=1):
        if _ENTRY.match(line):
            entries.append((number, line))
        elif line and entries:
            first, begun = entries[-1]
            entries[-1] = first, f"{begun} {line}"
        elif line:
            raise GoldError(f"line {number}", f"no annotation: {line:.60}")
    return entries


def _checked(ranges: str, words: str, text: str, where: str) -> tuple[Range, ...]:
    """The ranges as numbers, when they cut *words* (white space aside) out of *text*."""
    parts = (part.split() for part in ranges.split(";") if part)
    pairs = [(int(start), int(end)) for start, end in parts]
    cut = "".join(text[start:end] for start, end in pairs)
    fits = all(start < end <= len(text) for start, end in pairs)
    if not fits or "".join(cut.split()) != "".join(words.split()):
        raise GoldError(where, f"the text there is {cut!r:.40}, not {words!r:.40}")
    return joined(pairs)


def document_of(name: str, text: str, standoff: Standoff) -> GoldDocument:
    """The gold document that *standoff* describes over *text*."""
    quoted = quoted_ranges(text)
    quotes: list[GoldQuote] = []
    for relation in standoff.relations:
        content = _ranges_of(relation, "Content", standoff)
        if relation.type.startswith("Attribution") and content:
            quotes.append(
                GoldQuote(
                    content=content,
                    kind=kind_of(text, content, quoted),
                    cue=_ranges_of(relation, "Cue", standoff),
                    source=_ranges_of(relation, "Source", standoff),
                )
            )
    set_aside = [
        span
        for stretch in standoff.stretches.values()
        if stretch.type == "Discard"
        for span in stretch.ranges
    ]
    return GoldDocument(
        id=name,
        text=text,
        quotes=sorted(quotes, key=lambda quote: quote.content),
        ignore=joined(set_aside),
    )


def _ranges_of(relation: Relation, role: str, standoff: Standoff) -> tuple[Range, ...]:
    return joined(
        [span for target in relation.of(role) for span in standoff.stretches[target].ranges]
    )

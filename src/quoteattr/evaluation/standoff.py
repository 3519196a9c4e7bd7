"""The lines of brat stand-off annotation: stretches, relations, their attributes and notes.

    T1	Source 0 8	Ada Okoro            a stretch: type, range(s) in code points, its text
    T2	Cue 9 13	said
    T3	Content 14 32;33 40	...      `;` joins the parts of one stretch
    E1	Attribution:T4 Source:T1 Cue:T2 Content:T3
    A1	Kind E1 direct
    #1	AnnotatorNotes E1	speaker: Ada Okoro

Every stretch is checked against the text it claims to cut.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

import regex
from attrs import evolve, field, frozen

from quoteattr.evaluation.gold import GoldError, Range
from quoteattr.evaluation.kinds import joined

if TYPE_CHECKING:
    from collections.abc import Mapping

_STRETCH: Final = regex.compile(r"(T\d+)\t(\S+) ((?:\d+ \d+;?)++)\t(.*)")
_RELATION: Final = regex.compile(r"(E\d+)\t(\S+?):(T\d+)\s*+(.*)")
_ARGUMENT: Final = regex.compile(r"(\p{L}+)\d*:(T\d+)")
_INNER: Final = regex.compile(r"Nested\d*:(E\d+)")
_ATTRIBUTE: Final = regex.compile(r"[AM]\d*\t(\S+) ([TE]\d+)(?: (.*))?")
_SPEAKER: Final = regex.compile(r"#\d*\tAnnotatorNotes (E\d+)\tspeaker: *+(.+)")
_ENTRY: Final = regex.compile(r"[A-Z#*]\d*\t")
_NOTE: Final = regex.compile(r"[#ARNM*]\d*\t")


@frozen
class Stretch:
    """A `T` line: its type and its ranges, ordered, those that touch joined."""

    type: str
    ranges: tuple[Range, ...]


@frozen(kw_only=True)
class Relation:
    """An `E` line: its type, and for each role (digits cut off: `Content2`) what stands in it.

    Attributes:
        id: `E1`.
        type: `Attribution`, for one.
        arguments: Pairs of a role and the id of a stretch, in the order of the line.
        nested: The ids of the relations in the role `Nested`: quotations inside this one.
        attributes: The values of its `A` lines by name.
        speaker: What a note on it says behind `speaker:`, None where there is no such note.
    """

    id: str
    type: str
    arguments: tuple[tuple[str, str], ...]
    nested: tuple[str, ...] = ()
    attributes: Mapping[str, str] = field(factory=dict)
    speaker: str | None = None

    def of(self, role: str) -> tuple[str, ...]:
        """The ids in *role*, in the order of the line."""
        return tuple(target for name, target in self.arguments if name == role)


@frozen
class Standoff:
    """An annotation file: stretches by id, and the relations in order."""

    stretches: dict[str, Stretch]
    relations: tuple[Relation, ...]


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
    relations: list[Relation] = []
    attributes: defaultdict[str, dict[str, str]] = defaultdict(dict)
    speakers: dict[str, str] = {}
    for number, line in _entries(annotation):
        here = f"{where}, line {number}"
        if found := _STRETCH.fullmatch(line):
            name, type_, ranges, words = found.groups()
            stretches[name] = Stretch(type_, _checked(ranges, words, text, here))
        elif found := _RELATION.fullmatch(line):
            relations.append(_relation(found[1], found[2], found[4]))
        elif found := _ATTRIBUTE.fullmatch(line):
            attributes[found[2]][found[1]] = found[3] or ""
        elif found := _SPEAKER.fullmatch(line):
            speakers[found[1]] = found[2].strip()
        elif not _NOTE.match(line):
            raise GoldError(here, f"malformed: {line:.60}")
    known = stretches.keys() | {relation.id for relation in relations}
    for relation in relations:
        for target in (*(target for _, target in relation.arguments), *relation.nested):
            if target not in known:
                raise GoldError(where, f"{relation.type} names {target}, which is not there")
    return Standoff(
        stretches,
        tuple(
            evolve(one, attributes=attributes.get(one.id, {}), speaker=speakers.get(one.id))
            for one in relations
        ),
    )


def _relation(name: str, type_: str, arguments: str) -> Relation:
    return Relation(
        id=name,
        type=type_,
        arguments=tuple(_ARGUMENT.findall(arguments)),
        nested=tuple(_INNER.findall(arguments)),
    )


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

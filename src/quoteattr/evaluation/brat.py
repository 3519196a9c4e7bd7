"""Gold out of brat stand-off annotation of attributions, as PARC and PolNeAR write it."""

from __future__ import annotations

from pathlib import Path

from quoteattr.datatypes import SpeakerKind
from quoteattr.evaluation.gold import GoldDocument, GoldError, GoldQuote, Range
from quoteattr.evaluation.kinds import joined, kind_of, quoted_ranges
from quoteattr.evaluation.standoff import Relation, Standoff, parse_standoff, read_text


def read_brat(text_path: str | Path, ann_path: str | Path) -> GoldDocument:
    """The document of a `.txt` and an `.ann` file; its id is the name of the text file.

    `Attribution` relations become quotations; `Discard` stretches are set aside. A relation without
    content is left out. Kind, reference and speaker are what the annotation says (as
    `quoteattr.formats.to_brat` writes them); where it is silent the kind follows from the marks.

    Raises:
        GoldError: A file cannot be read, a line is malformed, or a stretch does not cut its text.
    """
    text = read_text(text_path)
    standoff = parse_standoff(read_text(ann_path), text, where=Path(ann_path).name)
    return document_of(Path(text_path).stem, text, standoff)


def document_of(name: str, text: str, standoff: Standoff) -> GoldDocument:
    """The gold document that *standoff* describes over *text*."""
    quoted = quoted_ranges(text)
    quotes: list[GoldQuote] = []
    for relation in standoff.relations:
        content = _ranges_of(relation, "Content", standoff)
        if relation.type.startswith("Attribution") and content:
            kind = relation.attributes.get("Kind") or kind_of(text, content, quoted)
            quotes.append(_quote(name, relation, content, kind, standoff))
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


def _quote(
    name: str, relation: Relation, content: tuple[Range, ...], kind: str, standoff: Standoff
) -> GoldQuote:
    unnamed = relation.attributes.get("SpeakerKind") == SpeakerKind.UNNAMED
    try:
        return GoldQuote(
            content=content,
            kind=kind,
            cue=_ranges_of(relation, "Cue", standoff),
            source=_ranges_of(relation, "Source", standoff),
            reference=relation.attributes.get("Reference"),
            speaker=relation.speaker,
            named=relation.speaker is not None and not unnamed,
        )
    except ValueError as error:
        raise GoldError(f"{name}, {relation.id}", str(error)) from error


def _ranges_of(relation: Relation, role: str, standoff: Standoff) -> tuple[Range, ...]:
    stretches = (standoff.stretches[target] for target in relation.of(role))
    return joined([span for stretch in stretches for span in stretch.ranges])

"""CLiC: paragraphs of nineteenth-century novels with the spans of their quotations; no speakers.

Mahlberg and others, University of Birmingham. Each `<div>` is a text; white space of the XML is
joined; every stretch between two milestones is a row of its own, one over several paragraphs a row
for each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

from attrs import define, field

from benchmarks.corpora.base import CorpusKind, Files
from quoteattr.datatypes import QuoteKind
from quoteattr.evaluation import UTTERANCES, GoldDocument, GoldError, GoldQuote, Protocol, Subset
from quoteattr.evaluation.judging import UTTERED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_MILESTONES: Final = {"qs": "qe", "alt-qs": "alt-qe"}
_BEGINNING: Final = {end: start for start, end in _MILESTONES.items()}


def documents(
    files: Files,
    split: str,  # noqa: ARG001 - there is only one
    wanted: Callable[[str], bool],
) -> Iterator[GoldDocument]:
    """The paragraphs, by collection, sample and number."""
    for path in sorted(files.root.glob("*/sample*.xml")):
        name = f"{path.parent.name}-{path.stem}"
        try:
            root = ET.fromstring(files.text(path))
        except ET.ParseError as error:
            raise GoldError(name, f"no XML: {error}") from error
        for number, div in enumerate(root.iter("div"), start=1):
            one = f"{name}-{div.get('num', number)}"
            if wanted(one):
                yield document_of(one, div)


@define
class _Text:
    """The text so far, white space joined, and the quotations found in it.

    What is open, by milestone and start, is a stack: marks may stand in marks of the other kind,
    and in these again the first kind.
    """

    parts: list[str] = field(factory=list)
    length: int = 0
    blank: bool = True
    open: list[tuple[str, int]] = field(factory=list)
    quotes: list[GoldQuote] = field(factory=list)

    def add(self, text: str | None) -> None:
        if not text:
            return
        words = " ".join(text.split())
        gap = " " if not self.blank and (text[0].isspace() or not words) else ""
        if not words:
            self._append(gap)
            self.blank = self.blank or bool(gap)
            return
        self._append(gap + words + (" " if text[-1].isspace() else ""))
        self.blank = text[-1].isspace()

    def _append(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def paragraph(self) -> None:
        """Begin a new paragraph; what is open goes on in it, as a row of its own."""
        going_on = [milestone for milestone, _ in self.open]
        self.end()
        if self.length:
            self._append("\n\n")
        self.blank = True
        self.open = [(milestone, self.length) for milestone in going_on]

    def end(self) -> None:
        """Close what is open."""
        while self.open:
            self._close(*self.open.pop())

    def begin(self, milestone: str) -> None:
        """Open a quotation; one in the same marks that is innermost has lost its end."""
        if self.open and self.open[-1][0] == milestone:
            self._close(*self.open.pop())
        self.open.append((milestone, self.length))

    def finish(self, milestone: str) -> None:
        """Close the innermost quotation in these marks, if there is one."""
        for index in range(len(self.open) - 1, -1, -1):
            if self.open[index][0] == milestone:
                self._close(*self.open.pop(index))
                return

    def _close(self, milestone: str, start: int) -> None:
        text = "".join(self.parts)
        end = start + len(text[start:].rstrip())
        start = end - len(text[start:end].lstrip())
        if start < end:
            self.quotes.append(
                GoldQuote(
                    content=((start, end),),
                    kind=QuoteKind.DIRECT,
                    label="alternative" if milestone.startswith("alt") else "",
                )
            )


def document_of(name: str, div: ET.Element) -> GoldDocument:
    """The gold document of one `<div>`: a quotation left open goes on in the next paragraph."""
    text = _Text()
    for paragraph in div.iter("p"):
        text.paragraph()
        _read(paragraph, text)
    text.end()
    return GoldDocument(
        id=name,
        text="".join(text.parts).rstrip(),
        quotes=sorted(text.quotes, key=lambda quote: quote.content),
    )


def _read(element: ET.Element, text: _Text) -> None:
    text.add(element.text)
    for child in element:
        if child.tag in _MILESTONES:
            text.begin(child.tag)
        elif child.tag in _BEGINNING:
            text.finish(_BEGINNING[child.tag])
        else:
            _read(child, text)
        text.add(child.tail)


CLIC = CorpusKind(
    name="clic",
    title="CLiC",
    folders=("clic-gold", "clic"),
    source="https://github.com/mahlberg-lab/clic-gold-standard",
    splits=("all",),
    documents=documents,
    protocol=Protocol(parts=True, quoted_only=True),
    subsets=(
        UTTERANCES,
        Subset(
            name="alternative marks",
            gold=lambda quote: quote.label == "alternative",
            predicted=lambda _: False,
            modes=UTTERED,
            precision=False,
        ),
    ),
    note="spans only, paragraphs with speech only; quotations in the novel's other marks included",
)

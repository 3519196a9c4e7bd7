"""Does the parse lead from the cue verb to its source? Measured on PolNeAR, which never trains.

A gold attribution counts when its cue holds a verb and its source has a word in the sentence of
that verb, as the pipeline cuts sentences. It is *usable* when one of the usual relations leads
from a verb of the cue to a word of the gold source: subject, passive subject, agent, a subject
shared through ``conj``, ``xcomp``, ``advcl`` or ``ccomp`` of an auxiliary-like verb, the noun a
relative or participial clause hangs on, or "according to".

A source outside the predicted sentence is counted apart: PolNeAR marks no sentences, and 1% of its
sources do stand in another one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Token

from training.frames import Frame, directed, frame

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "nsubj:outer"})
AGENTS = frozenset({"obl:agent"})
SHARED = frozenset({"conj", "xcomp", "advcl", "parataxis"})
MARKS = frozenset('"“”')
CLAUSES_OF_NOUNS = frozenset({"acl", "acl:relcl"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """Character ranges of one gold attribution."""

    source: tuple[tuple[int, int], ...]
    cue: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]

    def quoted(self, text: str) -> bool:
        """Marks stand in or around the content: a direct or a mixed quotation."""
        return any(MARKS & set(text[max(0, a - 1) : b + 1]) for a, b in self.content)


@dataclass(slots=True)
class Tally:
    """How many attributions were looked at, and by which relation the source was found."""

    judged: int = 0
    usable: int = 0
    quoted: int = 0
    quoted_usable: int = 0
    apart: int = 0
    inverted: int = 0
    inverted_found: int = 0
    relations: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        """Usable attributions in a hundred judged."""
        return 100 * self.usable / max(1, self.judged)


def read_annotations(path: Path) -> list[Attribution]:
    """Attributions with a source and a cue in a brat file."""
    spans: dict[str, tuple[tuple[int, int], ...]] = {}
    found = []
    events = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        cells = line.split("\t")
        if line.startswith("T") and len(cells) > 1:
            _kind, _, ranges = cells[1].partition(" ")
            spans[cells[0]] = tuple(
                (int(a), int(b)) for a, b in (r.split() for r in ranges.split(";"))
            )
        elif line.startswith("E") and len(cells) > 1:
            events.append(cells[1])
    for event in events:
        roles = dict(part.split(":", 1) for part in event.split())
        if "Source" in roles and "Cue" in roles:
            content = spans.get(roles.get("Content", ""), ())
            found.append(Attribution(spans[roles["Source"]], spans[roles["Cue"]], content))
    return found


def articles(polnear: Path, part: str, limit: int | None = None) -> Iterator[tuple[str, Path]]:
    """Texts with the alphabetically first annotation of each article, in order of file name."""
    folder = polnear / "data" / part
    for text in sorted((folder / "text").glob("*.txt"))[:limit]:
        marked = sorted((folder / "attributions").glob(f"{text.stem}_*.ann"))
        if marked:
            yield text.read_text(encoding="utf-8"), marked[0]


def paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Lines that hold anything, each with its offset in the text."""
    for match in re.finditer(r"[^\n]+", text):
        yield match.start(), match.group()


def tally(nlp: Language, polnear: Path, *, view: str = "raw") -> Tally:
    """PolNeAR dev and the first 110 train articles.

    Args:
        nlp: The pipeline to judge.
        polnear: The corpus folder.
        view: What the parser is shown: ``raw`` text, text with ``directed`` marks, or ``frame``.
    """
    counts = Tally()
    for part, limit in (("dev", None), ("train", 110)):
        for text, marked in articles(polnear, part, limit):
            pieces = list(paragraphs(text))
            frames = [_shown(p, view) for _, p in pieces]
            docs = list(nlp.pipe((f.text for f in frames), batch_size=32))
            for attribution in read_annotations(marked):
                start = attribution.cue[0][0]
                for (offset, piece), shown, doc in zip(pieces, frames, docs, strict=True):
                    if offset <= start < offset + len(piece):
                        cue = _tokens(doc, shown, offset, attribution.cue)
                        source = _tokens(doc, shown, offset, attribution.source)
                        judge(cue, source, counts, quoted=attribution.quoted(text))
    return counts


def _shown(paragraph: str, view: str) -> Frame:
    if view == "frame":
        return frame(directed(paragraph))
    text = directed(paragraph) if view == "directed" else paragraph
    return Frame(text, ((0, 0, len(text)),))


def judge(
    cue: list[Token], source_words: list[Token], counts: Tally, *, quoted: bool = False
) -> None:
    """Add one attribution to the tally; those without a verb cue or a near source are left out."""
    source = {t.i for t in source_words}
    verbs = [t for t in cue if t.tag_.startswith("V") or _accords(t)]
    if not verbs or not source:
        return
    sentence = {t.i for t in verbs[0].sent}
    if not source & sentence:
        counts.apart += 1
        return
    counts.judged += 1
    counts.quoted += quoted
    relation = next(
        (r for verb in verbs for r, token in candidates(verb) if _within(token, source)), None
    )
    says_first = verbs[0].lower_ in ("said", "says") and min(source) == verbs[-1].i + 1
    counts.inverted += says_first
    counts.inverted_found += says_first and relation is not None
    if relation is None:
        counts.missed.append(verbs[0].sent.text)
    else:
        counts.usable += 1
        counts.quoted_usable += quoted
        counts.relations[relation] += 1


def candidates(verb: Token) -> Iterator[tuple[str, Token]]:
    """Words that the usual relations offer as source of a cue verb, best first."""
    if _accords(verb):
        yield "according to", verb.head
    if verb.dep_ in CLAUSES_OF_NOUNS:
        yield "clause of a noun", verb.head
    passive = any(c.dep_ in ("aux:pass", "nsubj:pass") for c in verb.children)
    if passive:
        yield from (("agent", c) for c in verb.children if c.dep_ in AGENTS)
    at, relation = verb, "subject"
    for _ in range(4):
        yield from ((relation, c) for c in at.children if c.dep_ in SUBJECTS)
        if at.dep_ in CLAUSES_OF_NOUNS:
            yield "shared, clause of a noun", at.head
        if at.dep_ not in SHARED:
            break
        at, relation = at.head, "shared subject"
    yield from (("agent", c) for c in verb.children if c.dep_ in AGENTS)


def _accords(token: Token) -> bool:
    return bool(token.lower_ == "according")


def _within(token: Token, source: set[int]) -> bool:
    """The word is in the gold source; a relative pronoun stands for the noun before it."""
    if token.i in source:
        return True
    if token.tag_ in ("WP", "WDT") and token.head.dep_ == "acl:relcl":
        return token.head.head.i in source
    return False


def _tokens(
    doc: Doc, shown: Frame, offset: int, ranges: tuple[tuple[int, int], ...]
) -> list[Token]:
    """Tokens of gold character ranges, in text order; nothing for what the frame left out."""
    found: list[Token] = []
    for start, end in ranges:
        first, last = shown.offset(start - offset), shown.offset(end - offset - 1)
        if first is not None and last is not None:
            found += list(doc.char_span(first, last + 1, alignment_mode="expand") or ())
    return found

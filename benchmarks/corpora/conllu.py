"""Reading CoNLL-U with GUM's entities: the text is rebuilt, every word knows where it stands."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

import regex
from attrs import define, field, frozen

from quoteattr.evaluation import GoldError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quoteattr.evaluation.gold import Range

_BRACKETS: Final = regex.compile(r"\(([^()]++)(\))?|([^()]++)\)")
_COLUMNS: Final = 10
_INSIDE_NAMES: Final = frozenset({"of", "the", "de", "van", "von", "for", "and"})


@frozen(kw_only=True)
class Entity:
    """What a mention refers to: the proper names of its chain, the longest first."""

    names: tuple[str, ...]


@frozen(kw_only=True)
class EntityMention:
    """Words [first, last] of a mention, its head, and its chain."""

    first: int
    last: int
    head: int
    chain: str
    link: str | None


@define
class Tokens:
    """The words of a document and the text they were cut from."""

    text: str = ""
    words: list[str] = field(factory=list)
    tags: list[str] = field(factory=list)
    starts: list[int] = field(factory=list)
    ends: list[int] = field(factory=list)
    mentions: list[EntityMention] = field(factory=list)

    def ranges(self, words: Iterable[int]) -> tuple[Range, ...]:
        """The stretches of text that cover *words*, words in sequence joined."""
        found: list[Range] = []
        for _, group in groupby(enumerate(sorted(words)), lambda item: item[1] - item[0]):
            run = [word for _, word in group]
            start, end = self.starts[run[0]], self.ends[run[-1]]
            if found and start <= found[-1][1]:  # two words of one contraction
                start = found.pop()[0]
            found.append((start, end))
        return tuple(found)

    def entity_over(self, words: Sequence[int]) -> Entity | None:
        """The entity whose mention covers *words* best; None when none covers half of either."""
        best, overlap = None, 0.5
        for mention in self.mentions:
            covered = set(range(mention.first, mention.last + 1))
            shared = len(covered.intersection(words))
            share = shared / len(covered.union(words))
            if share >= overlap:
                best, overlap = mention, share
        return None if best is None else Entity(names=self._names(best.chain))

    def _names(self, chain: str) -> tuple[str, ...]:
        names = []
        for mention in self.mentions:
            if mention.chain == chain:
                if self.tags[mention.head] == "PROPN":
                    names.append(self._name_around(mention))
                if mention.link:
                    names.append(mention.link.replace("_", " "))
        return tuple(sorted(dict.fromkeys(names), key=lambda name: -len(name)))

    def _name_around(self, mention: EntityMention) -> str:
        """The proper noun at the head with the proper nouns beside it ("Bank of Marlow")."""
        first = last = mention.head
        while first > mention.first and self._continues(first - 1, mention):
            first -= 1
        while last < mention.last and self._continues(last + 1, mention):
            last += 1
        while self.tags[first] != "PROPN":
            first += 1
        while self.tags[last] != "PROPN":
            last -= 1
        return self.text[self.starts[first] : self.ends[last]]

    def _continues(self, word: int, mention: EntityMention) -> bool:
        return mention.first <= word <= mention.last and (
            self.tags[word] == "PROPN" or self.words[word].lower() in _INSIDE_NAMES
        )


@define
class _Builder:
    """Puts the text together again, and keeps brackets that are still open."""

    where: str
    tokens: Tokens = field(factory=Tokens)
    parts: list[str] = field(factory=list)
    length: int = 0
    gap: str = ""
    open: list[tuple[str, int]] = field(factory=list)

    def surface(self, form: str, misc: str) -> int:
        """Append *form* to the text; gives where it starts."""
        self.parts.append(self.gap + form)
        start = self.length + len(self.gap)
        self.length = start + len(form)
        self.gap = "" if "SpaceAfter=No" in misc.split("|") else " "
        return start

    def word(self, form: str, tag: str, misc: str, start: int, end: int) -> None:
        tokens = self.tokens
        tokens.words.append(form)
        tokens.tags.append(tag)
        tokens.starts.append(start)
        tokens.ends.append(end)
        for item in misc.split("|"):
            if item.startswith("Entity="):
                self.entities(item.removeprefix("Entity="), len(tokens.words) - 1)

    def entities(self, brackets: str, word: int) -> None:
        for opened, at_once, closed in _BRACKETS.findall(brackets):
            if opened:
                self.open.append((opened, word))
                if at_once:
                    self.close(opened.partition("-")[0], word)
            else:
                self.close(closed, word)

    def close(self, chain: str, last: int) -> None:
        for place in range(len(self.open) - 1, -1, -1):
            opened, first = self.open[place]
            if opened.partition("-")[0] == chain:
                del self.open[place]
                self.tokens.mentions.append(_mention(opened, first, last))
                return
        raise GoldError(self.where, f"entity {chain} is closed but was not opened")


def _mention(opened: str, first: int, last: int) -> EntityMention:
    """A mention from its bracket: chain-type-infstat-salience-centering-minspan-link[-identity]."""
    fields = opened.split("-")
    chain = fields[0]
    spans = [item for item in fields[4:] if regex.fullmatch(r"\d++(?:,\d++)*+", item)]
    head = first + int(spans[0].split(",")[0]) - 1 if spans else last
    after = fields.index(spans[0], 4) + 2 if spans else len(fields)
    return EntityMention(
        first=first,
        last=last,
        head=min(max(first, head), last),
        chain=chain,
        link="-".join(fields[after:]) or None,
    )


def parse_conllu(data: str, *, where: str) -> Tokens:
    """The words of one document, its text put together again.

    Paragraphs are parted by a blank line. Empty nodes are passed over; the words of a contraction
    share its surface, and cut it where they spell it.

    Raises:
        GoldError: A line has too few columns, an entity bracket does not match, or a sentence does
            not read as its `# text`.
    """
    builder = _Builder(where)
    for block in data.replace("\r\n", "\n").split("\n\n"):
        lines = block.strip("\n").split("\n")
        rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
        if not rows:
            continue
        if builder.parts:
            paragraph = any(line == "# newpar" for line in lines)
            builder.gap = "\n\n" if paragraph else " "
        begin = builder.length + len(builder.gap)
        _sentence(builder, rows)
        stated = next((x.removeprefix("# text = ") for x in lines if x.startswith("# text = ")), "")
        read = "".join(builder.parts)[begin:]
        if stated and stated.split() != read.split():
            raise GoldError(where, f"the words spell {read!r:.40}, not {stated!r:.40}")
    builder.tokens.text = "".join(builder.parts)
    builder.parts = []
    return builder.tokens


def _sentence(builder: _Builder, rows: Iterable[Sequence[str]]) -> None:
    to_come = start = last = 0  # of a contraction: words, where the next one starts, where it ends
    for row in rows:
        if len(row) != _COLUMNS:
            raise GoldError(builder.where, f"{len(row)} columns, not {_COLUMNS}: {row[0]:.40}")
        name, form, tag, misc = row[0], row[1], row[3], row[9]
        if "-" in name:
            first, _, final = name.partition("-")
            start = builder.surface(form, misc)
            to_come, last = int(final) - int(first) + 1, start + len(form)
        elif "." not in name:
            if not to_come:
                start = builder.surface(form, misc)
                builder.word(form, tag, misc, start, start + len(form))
                continue
            to_come -= 1
            end = min(last, start + len(form)) if to_come else last
            builder.word(form, tag, misc, min(start, last - 1), end)
            start = end

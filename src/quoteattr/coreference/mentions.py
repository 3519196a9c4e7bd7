"""Who could speak: all mentions of a text, names before descriptions before pronouns."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from quoteattr.coreference import vocabulary
from quoteattr.coreference.forms import read_name
from quoteattr.coreference.names import NameRun, find_names
from quoteattr.coreference.nominals import Nominal, find_nominals
from quoteattr.datatypes import Reference, SpeakerKind
from quoteattr.records import Gender, Mention, Number

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.records import QuotedSpan


def find_mentions(analysis: Analysis, quoted: Sequence[QuotedSpan]) -> tuple[Mention, ...]:
    """Names, descriptions and pronouns that can refer to a speaker.

    Args:
        analysis: The columns of the text; more layers give better extents and kinds.
        quoted: Quoted stretches, to note which mentions stand inside one.

    Returns:
        Mentions in text order that do not overlap; empty when there are none. A role and the name
        after it are one mention ("the mayor, Ada Holm" are two).
    """
    inside = Nesting(quoted)
    nominals = find_nominals(analysis)
    names = find_names(analysis)
    found = list(name_mentions(analysis, names, nominals, inside))
    taken = Taken((mention.start, mention.end) for mention in found)
    found += [m for m in label_mentions(analysis, quoted, inside) if taken.add(m.start, m.end)]
    for nominal in nominals:
        mention = nominal_mention(analysis, nominal, inside)
        if taken.add(mention.start, mention.end):
            found.append(mention)
    for mention in pronoun_mentions(analysis, inside):
        if taken.add(mention.start, mention.end):
            found.append(mention)
    return tuple(sorted(found, key=lambda mention: mention.start))


class Nesting:
    """Which quoted span an offset lies in."""

    def __init__(self, quoted: Sequence[QuotedSpan]) -> None:
        parts = sorted(
            (start, -end, index) for index, span in enumerate(quoted) for start, end in span.parts
        )
        self._starts = [start for start, _, _ in parts]
        self._parts = parts
        self._around: list[int | None] = []
        stack: list[int] = []
        for i, (start, _, _) in enumerate(parts):
            while stack and -parts[stack[-1]][1] <= start:
                stack.pop()
            self._around.append(stack[-1] if stack else None)
            stack.append(i)

    def at(self, offset: int) -> int | None:
        """Index of the innermost quoted span around *offset*, None outside all."""
        i: int | None = bisect_right(self._starts, offset) - 1
        if i is not None and i < 0:
            return None
        while i is not None and -self._parts[i][1] <= offset:
            i = self._around[i]
        return None if i is None else self._parts[i][2]


class Taken:
    """Ranges already given to a mention."""

    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        self._cells: dict[int, list[tuple[int, int]]] = {}
        for start, end in ranges:
            self._put(start, end)

    def _put(self, start: int, end: int) -> None:
        for cell in range(start >> 6, (end >> 6) + 1):
            self._cells.setdefault(cell, []).append((start, end))

    def add(self, start: int, end: int) -> bool:
        """Take [start, end) if nothing in it is taken; say whether it was free."""
        for cell in range(start >> 6, (end >> 6) + 1):
            for other_start, other_end in self._cells.get(cell, ()):
                if start < other_end and other_start < end:
                    return False
        self._put(start, end)
        return True


def name_mentions(
    analysis: Analysis, names: Sequence[NameRun], nominals: Sequence[Nominal], inside: Nesting
) -> Iterable[Mention]:
    """Mentions of names; a role right before is taken in: "former senator Ada Holm"."""
    roles = role_starts(analysis)
    previous = 0
    for name in names:
        start = max(previous, roles.before(name.start))
        end = name.end
        previous = end
        form = read_name(analysis.text[name.start : end])
        gender = form.gender
        kind = name.kind or SpeakerKind.ORGANIZATION
        if start < name.start:
            full = read_name(analysis.text[start:end])
            gender = full.gender if gender is Gender.UNKNOWN else gender
            kind = SpeakerKind.PERSON
        if kind is not SpeakerKind.PERSON:
            gender = Gender.NEUTER if kind is SpeakerKind.ORGANIZATION else Gender.UNKNOWN
        yield Mention(
            start=start,
            end=end,
            head=min(analysis.token_at(end - 1), len(analysis) - 1),
            reference=Reference.NAME,
            kind=kind,
            gender=gender,
            number=Number.PLURAL if kind is SpeakerKind.GROUP else Number.SINGULAR,
            quoted=inside.at(name.words[-1].start),
        )


class RoleStarts:
    """Where a description starts that runs right up to a name."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis

    def before(self, offset: int) -> int:
        """Start of the role that ends right before *offset*, or *offset* itself."""
        from quoteattr.coreference.nominals import first_token, head_noun

        analysis = self._analysis
        token = analysis.token_at(offset) - 1
        if token < 0 or analysis.lowers[token] not in vocabulary.head_nouns():
            return offset
        if "\n" in analysis.text[analysis.ends[token] : offset]:
            return offset
        head_first, noun = head_noun(analysis, token)
        if noun.kind is not SpeakerKind.UNNAMED:
            return offset
        return analysis.starts[first_token(analysis, head_first)]


def role_starts(analysis: Analysis) -> RoleStarts:
    """Roles before names, asked name by name."""
    return RoleStarts(analysis)


def label_mentions(
    analysis: Analysis, quoted: Sequence[QuotedSpan], inside: Nesting
) -> Iterable[Mention]:
    """Speakers' names before a transcript's turns: "SMITH: We will go." """
    for span in quoted:
        if span.label is None or span.label[0] >= span.label[1]:
            continue
        start, end = span.label
        yield Mention(
            start=start,
            end=end,
            head=min(analysis.token_at(end - 1), max(0, len(analysis) - 1)),
            reference=Reference.NAME,
            kind=SpeakerKind.PERSON,
            gender=read_name(analysis.text[start:end].title()).gender,
            quoted=inside.at(start),
        )


def nominal_mention(analysis: Analysis, nominal: Nominal, inside: Nesting) -> Mention:
    """The mention of a description."""
    noun = nominal.noun
    return Mention(
        start=analysis.starts[nominal.first],
        end=analysis.ends[nominal.last - 1],
        head=nominal.head,
        reference=Reference.NOMINAL,
        kind=noun.kind,
        gender=noun.gender,
        number=noun.number,
        quoted=inside.at(analysis.starts[nominal.head]),
    )


def pronoun_mentions(analysis: Analysis, inside: Nesting) -> Iterable[Mention]:
    """Personal pronouns; not "it" without reference ("It is clear that")."""
    known = vocabulary.pronouns()
    for token in [i for i, word in enumerate(analysis.lowers) if word in known]:
        form = known[analysis.lowers[token]]
        if analysis.words[token] == "US" or is_expletive(analysis, token):
            continue
        yield Mention(
            start=analysis.starts[token],
            end=analysis.ends[token],
            head=token,
            reference=Reference.PRONOUN,
            kind=pronoun_kind(form.gender, form.number),
            gender=form.gender,
            number=form.number,
            quoted=inside.at(analysis.starts[token]),
        )


def pronoun_kind(gender: Gender, number: Number) -> SpeakerKind:
    """What a pronoun's form suggests."""
    if gender is Gender.NEUTER:
        return SpeakerKind.ORGANIZATION
    return SpeakerKind.GROUP if number is Number.PLURAL else SpeakerKind.PERSON


_BE = frozenset(
    [
        "is",
        "was",
        "'s",
        "’s",
        "be",
        "been",
        "seems",
        "seemed",
        "appears",
        "appeared",
        "remains",
        "became",
    ]
)


def is_expletive(analysis: Analysis, token: int) -> bool:
    """Whether "it" refers to nobody: "It is clear that", "made it clear", "it seems"."""
    lowers = analysis.lowers
    if lowers[token] != "it" or token + 2 >= len(analysis):
        return False
    if lowers[token + 1] in _BE:
        return any(
            word in ("that", "to", "whether", "if") for word in lowers[token + 2 : token + 6]
        )
    return lowers[token + 1] in ("clear", "possible", "impossible", "hard", "plain", "known")


def in_order(mentions: Sequence[Mention]) -> bool:
    """Whether mentions stand in text order without overlap."""
    return all(left.end <= right.start for left, right in pairwise(mentions))

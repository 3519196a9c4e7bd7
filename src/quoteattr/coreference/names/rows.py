"""Groups that hold names: "Ann Lee and Jo Berg left. They said", "analysts at Holm Bank"."""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, Final

from attrs import evolve

from quoteattr.analysis import Layer, Relation
from quoteattr.coreference import settings
from quoteattr.coreference.names import limits
from quoteattr.datatypes import Reference, SpeakerKind
from quoteattr.grammar import SUBJECTS, are_apart, opens_sentence
from quoteattr.records import Gender, Number

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from quoteattr.analysis import Analysis
    from quoteattr.coreference.threads import Thread
    from quoteattr.records import Mention

_LAST: Final = frozenset({" and ", ", and ", " & "})
_SIZES: Final = {
    **dict.fromkeys(("two", "both", "pair", "couple", "duo"), 2),
    **dict.fromkeys(("three", "trio"), 3),
}


def find_rows(analysis: Analysis, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """A mention for each row that is a subject: "Ann Lee, Jo Berg and Tom Vane".

    Of persons with names, of the nameless, "officials and survivors", or of one of each; but "the
    owner and captain" is one, who has two roles.
    """
    yield from _rows_of(analysis, [mention for mention in mentions if mention.names_person])
    yield from _rows_of(analysis, [mention for mention in mentions if _names_body(mention)])
    nameless = [mention for mention in mentions if mention.reference is Reference.NOMINAL]
    yield from _rows_of(analysis, [m for m in nameless if not _is_second_role(analysis, m)])
    for first, second in pairwise(_outermost(mentions)):
        if _are_mixed(analysis, first, second):
            yield _row(first, second.end, Reference.NOMINAL)


def _names_body(mention: Mention) -> bool:
    body = mention.kind is SpeakerKind.ORGANIZATION
    return body and mention.reference is Reference.NAME


def _outermost(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions that lie in no other."""
    end = 0
    for mention in mentions:
        if mention.start >= end:
            end = mention.end
            yield mention


def _are_mixed(analysis: Analysis, first: Mention, second: Mention) -> bool:
    """Whether one of two who act together has a name: "Ann Lee and her colleagues"."""
    if analysis.text[first.end : second.start] not in _LAST:
        return False
    if are_apart(analysis, first.start, analysis.text[first.end : second.start]):
        return False
    if {first.reference, second.reference} != {Reference.NAME, Reference.NOMINAL}:
        return False
    named = first.reference is Reference.NAME
    if not named and not _is_determined(analysis, first):
        return False  # former prosecutor and Velm Mayor Ada Holm
    goes_on = _goes_on(analysis, second) or _is_second_role(analysis, second)
    return not goes_on and _acts(analysis, first)


def _is_determined(analysis: Analysis, mention: Mention) -> bool:
    """Whether a description begins with a determiner, or is of several."""
    tag = analysis.tags[analysis.token_at(mention.start)]
    return tag in ("DET", "PRON") or mention.number is Number.PLURAL


def _goes_on(analysis: Analysis, mention: Mention) -> bool:
    """Whether a mention only owns or tells more of what follows: "the Medal | of Honor"."""
    after = analysis.token_at(mention.end)
    noun = analysis.tags[after : after + 1] in (["NOUN"], ["PROPN"])
    noun |= analysis.lowers[after : after + 1] == ["of"]
    return noun or analysis.text.startswith(("'", "’"), mention.end)


def opens_with_name(mentions: Sequence[Mention], i: int) -> bool:
    """Whether mention *i* is a row of a name and the nameless, the name being the next mention."""
    if mentions[i].kind is not SpeakerKind.GROUP or i + 1 == len(mentions):
        return False
    row, first = mentions[i], mentions[i + 1]
    nominal = row.reference is Reference.NOMINAL and first.reference is Reference.NAME
    return nominal and (row.start, row.head) == (first.start, first.head)


def _row(first: Mention, end: int, reference: Reference) -> Mention:
    """The mention of a row of several."""
    return evolve(
        first,
        end=end,
        reference=reference,
        kind=SpeakerKind.GROUP,
        gender=Gender.UNKNOWN,
        number=Number.PLURAL,
    )


def _is_second_role(analysis: Analysis, mention: Mention) -> bool:
    """Whether a singular noun without any determiner follows "and": "the owner and | captain"."""
    first = analysis.token_at(mention.start)
    if first == 0 or analysis.lowers[first - 1] != "and" or not analysis.has(Layer.TAGS):
        return False
    return analysis.forms[mention.head] == "NN" and analysis.tags[first] not in ("DET", "PRON")


def _rows_of(analysis: Analysis, names: Sequence[Mention]) -> Iterator[Mention]:
    at = 0
    while at < len(names):
        end = _end_of_row(analysis.text, names, at)
        if end - at == 2:
            joint = analysis.text[names[at].end : names[at + 1].start]
            end -= are_apart(analysis, names[at].start, joint)
        if end - at > 1 and _acts(analysis, names[at]):
            yield _row(names[at], names[end - 1].end, names[at].reference)
        at = end


def _end_of_row(text: str, names: Sequence[Mention], first: int) -> int:
    """Position after the last name of the row that begins at *first*, the next one without any."""
    at = first
    while at + 1 < len(names) and at - first < limits.ROW:
        between = text[names[at].end : names[at + 1].start]
        at += 1
        if between in _LAST:
            return first + 1 if text.startswith(("'", "’"), names[at].end) else at + 1
        if between != ", ":
            break
    return first + 1


def _acts(analysis: Analysis, name: Mention) -> bool:
    """Whether a name is a subject; without a tree, whether it opens its sentence.

    Or what it stands behind is one: "Board members | Ann Lee and Jo Berg objected".
    """
    tokens = analysis.tokens(name.start, name.end)
    if analysis.has(Layer.TREE):
        if any(analysis.relations[token] in SUBJECTS for token in tokens):
            return True
        role, relation = tokens.start - 1, analysis.relations[tokens.start]
        beside = relation is Relation.APPOSITION and analysis.heads[tokens.start] == role
        return beside and analysis.relations[role] in SUBJECTS and analysis.forms[role] == "NNS"
    return opens_sentence(analysis, name.start)


def members(mentions: Sequence[Mention]) -> dict[int, list[int]]:
    """For each row, by its index, the indices of the names in it."""
    found: dict[int, list[int]] = {}
    for i, row in enumerate(mentions):
        if row.reference is Reference.NAME and row.kind is SpeakerKind.GROUP:
            inside = list(_inside(mentions, i))
            names = [j for j in inside if mentions[j].names_person]
            names = names or [j for j in inside if _names_body(mentions[j])]
            if names:
                found[i] = names
    return found


def in_groups(mentions: Sequence[Mention]) -> frozenset[int]:
    """Indices of the mentions inside a group: whom *they* mean is "analysts at Holm Bank"."""
    groups = (i for i, mention in enumerate(mentions) if mention.kind is SpeakerKind.GROUP)
    return frozenset(inside for i in groups for inside in _inside(mentions, i))


def _inside(mentions: Sequence[Mention], outer: int) -> Iterator[int]:
    """Indices of the mentions inside another, which follow it."""
    end = mentions[outer].end
    return takewhile(lambda i: mentions[i].end <= end, range(outer + 1, len(mentions)))


def row_meant(
    mentions: Sequence[Mention],
    i: int,
    words: str,
    rows: Mapping[int, Sequence[int]],
    thread_of: Mapping[int, Thread],
) -> Thread | None:
    """The latest row of as many names before mention *i*: "the two leaders", "the couple".

    None for those of somebody: "both of Ada Holm's rivals". Of people for people, of bodies for
    bodies: "the two companies".
    """
    if "'s " in words.replace("’", "'"):
        return None
    first, *others = words.lower().split()
    told = first if first == "both" else "".join(others[:1])
    size = _SIZES.get(told) if first in ("the", "both") else None
    of_bodies = mentions[i].kind is SpeakerKind.ORGANIZATION
    for j in range(i - 1, max(-1, i - settings.NOMINAL_WINDOW), -1) if size else ():
        names = rows.get(j, ())
        if len(names) == size and (_names_body(mentions[names[0]]) or not of_bodies):
            return thread_of[j]
    return None
